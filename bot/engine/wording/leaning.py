"""How a turn leans on the turn before it: by what ties it, points back, or names too little.

And the question that both make together. Only wording is judged here; whether that fits better
is for the engine.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import (
    AUXILIARIES,
    INTERROGATIVES,
    PRONOUNS,
    STOP_WORDS,
    content_words,
)
from bot.engine.wording.asking_further import asks_for_reason, plain_example

SHORT_TIED: Final = 6
"""Words up to which a "too" at the end ties a turn to the turn before."""

SHORT_FRAGMENT: Final = 3
"""Content words up to which a turn may be a fragment that leans on the turn before."""

_LEAD: Final = re.compile(
    r"^(?:(?:and|but|also|so|or|ok|okay|then|well|hm+|no(?: like)?|nope|nah|sorry|oh|ah|plus|cool|"
    r"nice|thanks|great|got it|alright|wait|oops|whoops|ops|my bad|typo|actually|yes|yeah|yep|"
    r"interesting|i see|makes sense|right|fine|damn|wow|fair enough|good to know|perfect|awesome|"
    r"understood|by the way|btw)\b[\s,.!]*|"
    r"(?:k|kk|hang on|hold on)\s+(?=(?:what|how) (?:about|abt|bout)\b|and\b)|"
    r"(?:k|kk|hang on|hold on|thank you(?: sir| mate| so much| very much)?|"
    r"(?:one|a) (?:more|last|final) (?:thing|one|question)|last (?:one|thing|question)"
    r"(?: i (?:promise|swear))?)\s*[,.!:]+\s*)*"
    r"(?:(?:what|how|wat|wbt|hbt) (?:about|abt|bout)\b|same (?:for|with)\b|"
    r"(?:the )?same (?:question|thing|again)(?: but)?(?: (?:for|with|in|about|on|of))?\b|"
    r"(?:(?:now|even|also|just|only) )?(?:for|in)\b(?=[^?]{1,40}\??$))?\s*",
    re.IGNORECASE,
)
_TYING: Final = re.compile(
    r"\b(?:and|but|also|or|plus|about|abt|bout|same|for|in)\b", re.IGNORECASE
)
_TYING_ENDINGS: Final = (" too", " also", " as well", " instead", " then", " either", " likewise")

LONGEST_BARE: Final = 4
"""Words up to which a question may name nothing of its own ("how long is it?")."""

_MEASURES: Final = frozenset(
    "long often soon far big late early quickly hard difficult weeks hours days months years "
    "minutes times".split()
)
"""What is asked of anything behind a "how"."""

_AFTER_ASKING: Final = frozenset("then exactly though tho so please pls".split())

LONGEST_CONDITION: Final = 7
"""Words up to which a turn may be nothing but a condition."""

_CONDITIONS: Final = frozenset(
    "with without after by for in at from before during since until till on within per".split()
)
"""Words that open a condition of what was asked before."""

_NO_CONDITION: Final = re.compile(
    r"(?:by the way|for (?:example|instance)|in other words|on the other hand)\b.*|"
    r"by hand|for (?:sure|real|now|fun|once|starters)|after work|"
    r"in (?:progress|general|fact|theory|short|the end)|at (?:least|all|first|last)|"
    r"on (?:it|point|my way|top of that)|without (?:doubt|question)|from now on"
)
"""Fixed phrases that open like one and are none."""

_HERE: Final = re.compile(
    r"\bthis (?:server|bot|discord|channel|community|group|place|chat|forum|thread)\b",
    re.IGNORECASE,
)
"""Points at where people are, not at what was said."""

_SUPPOSING: Final = re.compile(r"(?:(?:and|but|so|ok|okay|well|hm+) )*what if\b")

_ARTICLES: Final = frozenset(("a", "an", "the"))
_BEFORE_A_NOUN: Final = _ARTICLES | {"my", "your", "our", "their", "no", "any", "which"}
_GAP: Final = "\0"
"""Marks where a dropped word stood; no token holds it."""

LeanKind = Literal["none", "may", "must"]


def strip_lead(text: str) -> str:
    """`text` without the words that only tie it to the turn before ("and", "what about")."""
    stripped = _LEAD.sub("", text.strip(), count=1).strip()
    return stripped or text.strip()


def is_tied(text: str) -> bool:
    """Whether `text` ties itself to the turn before ("and ...", "what about ...", "... too?")."""
    lead = _LEAD.match(text.strip())
    if lead and _TYING.search(lead.group()):
        return True
    tokens = tokenize(text)
    return adds_condition(strip_lead(text)) or (
        len(tokens) <= SHORT_TIED and " ".join(tokens).endswith(_TYING_ENDINGS)
    )


def asks_barely(text: str) -> bool:
    """Whether `text` asks for a measure or a way of what was spoken of, and names nothing itself.

    "How long?" and "in which language?" may well be asked of anything.
    """
    tokens = tokenize(text)
    if len(tokens) > LONGEST_BARE or INTERROGATIVES.isdisjoint(tokens[:2]):
        return False
    return tokens[0] in _CONDITIONS or _MEASURES.issuperset(content_words(tokens))


def asks_by_a_word(text: str) -> bool:
    """Whether `text` is nothing but a word that asks, and what ties it ("how?", "and when?")."""
    tokens = tokenize(strip_lead(text))
    return bool(tokens) and tokens[0] in INTERROGATIVES and _AFTER_ASKING.issuperset(tokens[1:])


def adds_condition(text: str) -> bool:
    """Whether `text` is nothing but a condition of what was asked ("with a degree?").

    Or asks for one ("for how long?").
    """
    tokens = tokenize(text)
    if not tokens or tokens[0] not in _CONDITIONS or len(tokens) > LONGEST_CONDITION:
        return False
    if _NO_CONDITION.fullmatch(" ".join(tokens)):
        return False
    rest = tokens[2:] if tokens[1:2] and tokens[1] in INTERROGATIVES else tokens[1:]
    return (INTERROGATIVES | AUXILIARIES).isdisjoint(rest)


def points_back(text: str) -> bool:
    """Whether `text` holds a word that stands for something said before ("they", "the one").

    At the end "mine" does as well ("I lost mine"), but neither "the mine" nor what somebody does.
    """
    tokens = tokenize(_HERE.sub(" ", text))
    mine = tokens[-1:] == ["mine"] and _BEFORE_A_NOUN.isdisjoint(tokens[-2:-1])
    return mine or any(token in PRONOUNS for token in tokens)


def supposes(text: str) -> bool:
    """Whether `text` only asks what holds otherwise ("what if I have none?")."""
    return _SUPPOSING.match(" ".join(tokenize(text))) is not None


def find_lean(text: str) -> LeanKind:
    """How much `text` leans on the turn before: not at all, perhaps, or entirely."""
    tokens = tokenize(text)
    subject = content_words(tokens)
    tied = is_tied(text)
    points = points_back(text)
    if tokens and (not subject or asks_for_reason(text) or plain_example(text)):
        return "must"
    if len(subject) <= 1 and tied:
        return "must"
    if tied or (points and len(subject) <= SHORT_FRAGMENT) or len(subject) <= 2:
        return "may"
    return "none"


def merge(earlier: str, fragment: str, *, drop: Sequence[str], in_place: bool = False) -> str:
    """The earlier question completed by a fragment, without the earlier words in `drop`.

    With `in_place` the fragment stands where these stood, rather than at the end.
    """
    words = f" {' '.join(tokenize(earlier))} "
    for phrase in drop:
        words = words.replace(f" {phrase} ", f" {_GAP} " if in_place else " ")
    marked = [w for w in words.split() if w not in {"and", "also"}]
    kept = [word for word in marked if word != _GAP]
    extra = [t for t in tokenize(strip_lead(fragment)) if t not in PRONOUNS or t in STOP_WORDS]
    extra = [word for word in extra if word not in kept or word in STOP_WORDS]
    if _GAP not in marked:
        return " ".join([*kept, *extra])
    place = marked.index(_GAP)
    extra = [word for word in extra if word not in _ARTICLES]  # the old value has one
    return " ".join([*kept[:place], *extra, *kept[place:]])
