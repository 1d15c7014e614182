"""What an overheard question points at: days, people and things that only the channel knows.

What its own message has named before is nothing of that kind.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.engine.lexical.patterns import KNOWN_PERSON
from bot.engine.lexical.words import content_words

LEAST_NAMED: Final = 2
"""Subject words before a "that" from which on it stands for one of them."""

_PRONOUNS: Final = frozenset("it they them that this these those he she him her".split())
"""With one of these a message that names next to nothing is about what others said."""

_OF_OTHERS: Final = frozenset(("difference", "differences"))
"""Without what it lies between this says nothing."""

_HIM: Final = "(?:he|she|him|her|his|hers)"
_HIM_WORD: Final = re.compile(rf"\b{_HIM}\b")
_POINTING: Final = re.compile(r"\b(?:this|that|these|those)\b")
_DAY: Final = re.compile(r"\b(?:tonight|today|tomorrow|yesterday)\b")
_OF_RULES: Final = re.compile(
    r"\b(?:what time (?:do|does|is|are)|when (?:do|does) (?:\w+ ){1,4}(?:open|close|shut)|"
    r"(?:are we|am i|are you) allowed|where (?:do|can|should) (?:i|we|you|one)(?! meet\b))\b"
)
"""Asks what holds on any day, though it may name one ("are we allowed to make a fire tonight")."""

_LOCAL: Final = re.compile(
    rf"{_DAY.pattern}|\b(?:{_HIM}|"
    r"this (?:channel|server|code|error)|lol|lmao|lmfao|rofl|haha+|jk|bruh|smh)\b|"
    r"\b(?:did|has) the (?:\w+ ){1,2}just\b|"
    r"\bwho(?:s| is)?(?: \w+)? (?:online|around|awake|playing)\b|"
    r"^is the (?:\w+ ){1,2}(?:on|off|open|down|up|starting|running|back) "
    r"(?:yet|already|again|now)\b|"
    r"^is the (?:(?:\w+ ){1,2}(?:locked|unlocked|busy|taken|occupied)|\w+ (?:broken|full))$|"
    r"^is the (?:\w+ ){1,4}(?:free|taken|booked|occupied) at \d"
)
_BEINGS: Final = (
    "(?:grandson|granddaughter|grandchild|gran|granny|grandma|grandpa|gran?ddad|grandmother|"
    "grandfather|nana?|lad|boy|girl|"
    "baby|toddler|child|puppy|dog|cat|horse|pet)"
)
_OWN_PERSON: Final = re.compile(
    rf"\b(?:(?:my (?:\w+ )?|for an? ){KNOWN_PERSON}s?|an? {KNOWN_PERSON} of (?:mine|ours)|"
    rf"(?:my|our|an?|the) (?:\w+ )?{_BEINGS}s?|"
    r"(?:mother|father|sister|brother|son|daughter) in law|the little one|"
    r"(?:one|some) of (?:ours|us|(?:my|our) \w+)|(?:does|do|must|can|should) one)\b"
    rf".*\b{_HIM}\b"
)
"""Speaks of a person, and then of "him" ("my friend was banned, how can he appeal")."""

_SET_PHRASES: Final = re.compile(
    r"\bthat (?:much|many)\b|\b(?:really|all|it|there|actually) that \w+|"
    r"\btrue that (?=(?:you|u|i|we|it|they|people|there|one|the|an?)\b)|"
    r"\bone of (?:those|these) \w+(?: \w+)?|\b(?:in|of|on|with|can|does|is|for) this thing\b|"
    r"\bthat (?:\w+ ){1,2}stuff\b|\bin this (?:heat|cold|weather|rain|frost)\b|"
    r"\b(?:these days|this bot|this (?:term|season|year|semester|month|week|winter|summer|spring|"
    r"autumn)|"
    r"this (?:line of work|kind of (?:work|job)|job|role|field|career|profession|industry|area|"
    r"trade|world|day (?:and|n) age)|"
    r"(?:(?:im|i am|am|kinda|still|very|totally) )*(?:new|newbie|noob|newcomer|beginner) "
    r"(?:here|around here|to (?:this|all this)))\b"
)
"""Point at nothing in the channel, though their words could."""


def names_too_little(tokens: Sequence[str]) -> bool:
    """Whether a tokenised message names next to nothing, and is about what others said.

    As "it" tells, or that it asks for "the difference" and does not say of what.
    """
    named = content_words(tokens)
    if len(named) >= LEAST_NAMED:
        return False
    return not _PRONOUNS.isdisjoint(tokens) or not _OF_OTHERS.isdisjoint(named)


def points_at_channel(question: str, *, clause: str, message: str) -> bool:
    """Whether a `question` is about a day, a person or a thing that its message does not name.

    All in normalised words; the `clause` is what of the question asks, and a day that is told of
    beside that is no matter of today.
    """
    masked = _mask(_SET_PHRASES, question)
    if _OWN_PERSON.search(message):
        masked = _mask(_HIM_WORD, masked)
    told = len(question) - len(clause) if question.endswith(clause) else 0
    if _OF_RULES.search(question):
        told = len(question)
    masked = _mask(_DAY, masked[:told]) + masked[told:]
    return _LOCAL.search(masked) is not None or _points_outside(message, question, masked)


def _mask(pattern: re.Pattern[str], text: str) -> str:
    """`text` with all that a pattern finds crossed out, letter for letter."""
    return pattern.sub(lambda found: "x" * len(found.group()), text)


def _points_outside(message: str, question: str, masked: str) -> bool:
    """Whether a question's "this" or "that" stands for something not named before it.

    `masked` is the question without its set phrases, letter for letter as long.
    """
    found = _POINTING.search(masked)
    if found is None:
        return False
    before = message[: message.rfind(question) + found.start()]
    return len(content_words(before.split())) < LEAST_NAMED
