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

_OF_PEOPLE: Final = frozenset(("as", "a", "an"))
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
    near = tokens[max(0, place.start - NEAR_HOME) : place.start]
    return before in _WHERE and AT_HOME.isdisjoint(near)


def tells_origin(tokens: Sequence[str], place: PlaceMention) -> bool:
    """Whether a place is where somebody lives or comes from ("as an Indian student", "Spaniards").

    Not where what is asked about is, nor where somebody goes ("a trip to Paris").
    """
    before = tokens[place.start - 1] if place.start else ""
    if before == "to" or says_where(tokens, place):
        return False
    *_, word = tokens[place.start : place.end]
    if word.endswith("s") and word not in tokenize(place.name):
        return True
    near = tokens[max(0, place.start - NEAR_HOME) : place.start]
    behind = tokens[place.end : place.end + 1]
    of_people = before in _OF_PEOPLE or (before == "for" and not content_words(behind))
    return of_people or not AT_HOME.isdisjoint(near) or not _PEOPLE.isdisjoint(behind)
