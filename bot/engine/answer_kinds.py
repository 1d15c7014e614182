"""What kind of thing a question asks for: a person, an age, a date.

An entry about a tool holds nearly every word of "who invented it"; whether it speaks of people at
all shows in its phrasings and its answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_OPENING: Final = r"^(?:(?:and|so|but|hey|ok|exactly|since) )*"


@dataclass(frozen=True, slots=True)
class AnswerKind:
    """One kind of thing, by how it is asked for and how it is told."""

    asked: re.Pattern[str]
    """What asks for it, in normalised words."""
    phrased: re.Pattern[str]
    """What a phrasing holds that asks for it as well, in its own words."""
    told: re.Pattern[str] | None
    """What an answer holds that tells it; None where any answer might."""


_KINDS: Final = (
    AnswerKind(
        re.compile(
            rf"{_OPENING}who (?:was|were|invented|discovered|wrote|created|made|founded|came up|"
            r"started|developed|designed|built|owns|owned)\b"
        ),
        re.compile(r"\bwho(?:se|m|s)?\b"),
        None,
    ),
    AnswerKind(
        re.compile(r"\bhow old (?:is|are|was|were) (?!i\b|you\b|too\b)"),
        re.compile(r"\b(?:old|older|age|aged|ages|birthday|born|year)\b"),
        re.compile(r"\b(?:old|age|aged|ages|born)\b"),
    ),
    AnswerKind(
        re.compile(rf"{_OPENING}when (?:is|was|are|were|did|does|do|will|has|have)\b"),
        re.compile(
            r"\b(?:when|time|dates?|days?|years?|months?|weeks?|hours?|soon|deadline|until|till)\b"
        ),
        re.compile(
            r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|days?|weeks?|months?|years?|"
            r"hours?|minutes?|season)\b"
        ),
    ),
)

LEAST_PHRASINGS: Final = 8
"""With fewer phrasings an entry may well be asked for in ways that none of them shows."""

SPOKEN_SHARE: Final = 0.05
"""Share of an entry's phrasings that must ask for a kind for the entry to speak of it."""


def find_kind(tokens: Sequence[str]) -> AnswerKind | None:
    """The kind of thing that a tokenised question asks for; None for any other question."""
    plain = " ".join(tokens)
    return next((kind for kind in _KINDS if kind.asked.search(plain)), None)


def speaks_of(kind: AnswerKind, phrasings: Sequence[str], answer: str) -> bool:
    """Whether an entry with these phrasings, in normalised words, speaks of such things."""
    if len(phrasings) < LEAST_PHRASINGS:
        return True
    if kind.told is not None and kind.told.search(answer.casefold()):
        return True
    asking = sum(kind.phrased.search(phrasing) is not None for phrasing in phrasings)
    return asking >= max(1.0, SPOKEN_SHARE * len(phrasings))
