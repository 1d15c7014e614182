"""Whether a place says where what is asked about is, or where somebody is at home."""

from collections.abc import Sequence
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words
from bot.engine.names.places import PlaceMention

AT_HOME: Final = frozenset(
    "live lives living based here from work works working located moved move moving im am "
    "relocated relocating relocate stay staying settled job".split()
)
NEAR_HOME: Final = 5
"""Words before a place among which one of those tells that the speaker is at home there."""

_WHERE: Final = frozenset("in at near around".split())
"""Words before the place that a question asks about."""

_ARTICLES: Final = frozenset(("a", "an"))
_TO_DO: Final = frozenset(("to", "for"))
"""Before "work" or "live" it is what somebody is about to do, and not yet where they are."""

_PEOPLE: Final = frozenset(
    """
    student students citizen citizens national nationals passport passports applicant applicants
    guy guys girl girls person people man men woman women here
    """.split()
)
"""Before a nationality, and behind it, those tell that it is somebody's."""


def says_where(tokens: Sequence[str], place: PlaceMention) -> bool:
    """Whether what is asked about is at a place ("in Leeds", unless the speaker lives there)."""
    before = tokens[place.start - 1] if place.start else ""
    return before in _WHERE and not _is_home(tokens, place)


def tells_origin(tokens: Sequence[str], place: PlaceMention) -> bool:
    """Whether a place is where somebody lives or comes from ("as an Indian student", "Spaniards").

    Not where what is asked about is ("a German bank account"), nor where somebody goes ("a trip to
    Paris", "looking for work in Italy").
    """
    before = tokens[place.start - 1] if place.start else ""
    if before == "to" or says_where(tokens, place):
        return False
    *_, word = tokens[place.start : place.end]
    if word.endswith("s") and word not in tokenize(place.name):
        return True
    behind = tokens[place.end : place.end + 1]
    if not _PEOPLE.isdisjoint(behind) or "as" in tokens[max(0, place.start - 2) : place.start]:
        return True
    if before in _ARTICLES:
        return not content_words(behind)
    return _is_home(tokens, place)


def _is_home(tokens: Sequence[str], place: PlaceMention) -> bool:
    """Whether words before a place say that somebody is there, or comes from there."""
    start = max(0, place.start - NEAR_HOME)
    return any(
        tokens[n] in AT_HOME and (n == 0 or tokens[n - 1] not in _TO_DO)
        for n in range(start, place.start)
    )
