"""Messages that only greet, thank, take leave, or ask who or how somebody is."""

import re
from collections.abc import Sequence
from typing import Final

from bot.engine.lexical.patterns import ADDRESS, CROWD, GRATEFUL, HELLO, THANKED_FOR

_YOU: Final = r"(?:you|u|ya|yall)(?: (?:all|guys))?"
_LEAVE: Final = (
    r"(?:gn|goodnight|good night|bye(?: bye)?|goodbye|cya|ciao|"
    rf"see {_YOU}(?: (?:later|soon|tomorrow|around))?|"
    r"have (?:a|an) (?:good|nice|great|lovely|awesome) (?:day|night|evening|weekend|week|one))"
)
_GREETING: Final = (
    rf"(?:{HELLO}|gm|welcome(?: back)?|morning|afternoon|evening|cheers|congrats|{_LEAVE})"
)
_THANKS: Final = (
    r"(?:(?:many |so many |big )?(?:thanks|thank (?:you|u|ya)|thx|thnx|tysm|ty)"
    rf"(?: (?:so much|very much|a lot|lots|a bunch|a ton|again|indeed|for {THANKED_FOR}))*)"
)
_HOW_ARE_YOU: Final = (
    rf"(?:how (?:are|r|have) (?:{_YOU}|everyone|everybody|things)(?: (?:doing|going|been))?|"
    r"how is (?:everyone|everybody|life|it going)(?: doing)?|hows (?:it going|life|things|everyone|"
    r"everybody)(?: doing)?|whats up|wassup|how do you do)"
)
_WISH: Final = r"(?:(?:nice|great|lovely|good) to (?:meet|see) (?:you|u|yall|everyone)(?: all)?)"
_WHO_ARE_YOU: Final = (
    r"(?:(?:who|what) (?:are|r) (?:you|u)(?: even| exactly| actually)?|"
    r"who (?:made|built|created|wrote|coded|programmed|runs|owns) (?:you|u|this bot)|"
    r"(?:are|r) (?:you|u) (?:even |really |actually |just )?(?:an? )?"
    r"(?:bot|robot|human|real|ai|person|machine|chatgpt|alive|real person|real human|chatbot|llm|"
    r"(?:(?:large )?language|ml|ai) model|neural net(?:work)?|(?:computer )?program|computer)|"
    r"what (?:can|do) (?:you|u) do|whats your name|what is your name)"
)
_POLITE: Final = rf"(?:{_THANKS}|{GRATEFUL}|{_HOW_ARE_YOU}|{_WHO_ARE_YOU}|{_WISH}|{_GREETING})"
_ASIDE: Final = (
    rf"(?:{ADDRESS}|{CROWD}|here|bot|my|"
    r"again|today|tonight|and|so|oh|well|yall|(?:i am |im )?new here|(?:i )?just wanted to say|ok|"
    r"okay|lol)"
)
_PLEASANTRY: Final = re.compile(rf"(?>(?:{_ASIDE} )*){_POLITE}(?>(?: (?:{_POLITE}|{_ASIDE}))*)")
_OPENING: Final = re.compile(rf"(?:{_THANKS}|{_GREETING})\b")
_LEAVING: Final = re.compile(rf"\b{_LEAVE}\b")
_THANKING: Final = re.compile(rf"\b(?:{_THANKS}|{GRATEFUL}|cheers|congrats)\b")
_ASKING_HOW: Final = re.compile(rf"\b{_HOW_ARE_YOU}\b")
_ASKING_WHO: Final = re.compile(rf"\b{_WHO_ARE_YOU}\b")
_POLITE_LENGTH: Final = 5
"""Words up to which a text that opens politely may be nothing but polite."""


def is_pleasantry(tokens: Sequence[str]) -> bool:
    """Tell whether a message only greets, thanks, takes leave, or asks who or how one is."""
    return _PLEASANTRY.fullmatch(" ".join(tokens)) is not None


def holds_thanks(tokens: Sequence[str]) -> bool:
    """Tell whether a text thanks for something."""
    return _THANKING.search(" ".join(tokens)) is not None


def takes_leave(tokens: Sequence[str]) -> bool:
    """Tell whether a text says goodbye."""
    return _LEAVING.search(" ".join(tokens)) is not None


def asks_how(tokens: Sequence[str]) -> bool:
    """Tell whether a text asks how somebody is."""
    return _ASKING_HOW.search(" ".join(tokens)) is not None


def asks_who(tokens: Sequence[str]) -> bool:
    """Tell whether a text asks who or what it is put to ("are you a bot")."""
    return _ASKING_WHO.search(" ".join(tokens)) is not None


def opens_politely(tokens: Sequence[str]) -> bool:
    """Tell whether a text is a pleasantry, or a short one that may be ("thanks a bunch, mate")."""
    if is_pleasantry(tokens):
        return True
    return len(tokens) <= _POLITE_LENGTH and _OPENING.match(" ".join(tokens)) is not None
