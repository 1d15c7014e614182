"""Which way a question goes: from what to what ("from analyst to engineer", "notes into slides").

The same words the other way round ask for something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from bot.engine.lexical.text import stem
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, STOP_WORDS

Stems = frozenset[str]

_BECOMING: Final = frozenset("become becomes becoming became".split())
"""Verbs that a goal follows at once."""

_MOVING: Final = frozenset(
    f"{verb}{ending}"
    for verbs, endings in (
        ("switch jump transition convert import export", ("", "es", "s", "ed", "ing")),
        ("move change migrate upgrade downgrade translate", ("", "s", "d")),
        ("mov chang migrat upgrad downgrad translat pivot turn", ("ing",)),
        ("go turn pivot", ("", "s", "es", "ed")),
        ("went going gone", ("",)),
    )
    for verb in verbs.split()
    for ending in endings
)
"""Verbs behind which a "to" or "into" leads to a goal."""

_LEADING: Final = frozenset(("to", "into"))
_FROM: Final = "from"
_HAVING_BEEN: Final = frozenset("as after being been im am".split())
_WORKING: Final = ("work", "start")
_ABLE: Final = frozenset("can could may might".split())
"""With one of these a "work as" leads to a goal; who works as something starts from there."""

_TAKING: Final = frozenset("take takes get apply".split())
_AS: Final = "as"
_MARKS: Final = _BECOMING | _TAKING | {*_LEADING, _AS}
"""Without one of these a text leads nowhere, as most do."""

_JOB: Final = frozenset("job jobs role roles position positions".split())
"""After what somebody wants to be: "take a data scientist job"."""

_BETWEEN: Final = frozenset("a an the my our your being back over again".split())
"""What may stand before the words of a start or a goal."""

_ENDING: Final = (STOP_WORDS | AUXILIARIES | INTERROGATIVES | _MOVING | _BECOMING).union(
    ("after", "before", "while", "without", "because")
) - {"it"}
_LONGEST: Final = 4
"""Words of a start or a goal."""

_FAR: Final = 6
"""Words between a verb that moves and the "to" that goes with it."""

LEAST_TURNED: Final = 2
TURNED_SHARE: Final = 0.04
"""So many phrasings, and such a share, must go the other way for an entry to do so.

Or its own question.
"""


@dataclass(frozen=True, slots=True)
class Direction:
    """What a text starts from and where it leads, by stems that only one of the two holds."""

    start: Stems
    goal: Stems

    def compare(self, other: "Direction") -> int:
        """Hold a whole direction, `other`, against this one, of which the start may be missing.

        1 where they share a start or a goal, -1 where one's start is all of the other's goal and
        they share nothing; 0 otherwise.
        """
        if not (self.start.isdisjoint(other.start) and self.goal.isdisjoint(other.goal)):
            return 1
        if not other.start:
            return 0
        turned = self.goal <= other.start or (bool(self.start) and self.start <= other.goal)
        return -1 if turned else 0


@dataclass(frozen=True, slots=True)
class Ways:
    """Which ways the phrasings of an entry go."""

    question: Direction | None
    """That of the entry's own question."""
    others: tuple[Direction, ...]
    """Those of all other phrasings that go anywhere."""
    phrasings: int
    """How many phrasings there are, the question among them."""

    @classmethod
    def read(cls, texts: Sequence[Sequence[str]]) -> Self:
        """The ways of tokenised phrasings, the entry's own question first."""
        question, *others = map(find_direction, texts)
        return cls(question, tuple(way for way in others if way), len(texts))

    def compare(self, direction: Direction) -> int:
        """How the entry leads, held against a question: 1 the same way, -1 the other way.

        0 where it leads nowhere, or too few of its phrasings do.
        """
        own = direction.compare(self.question) if self.question else 0
        compared = [own, *map(direction.compare, self.others)]
        if 1 in compared:
            return 1
        least = max(LEAST_TURNED, TURNED_SHARE * self.phrasings)
        return -1 if own == -1 or compared.count(-1) >= least else 0


def find_direction(tokens: Sequence[str]) -> Direction | None:
    """The direction of a tokenised text; None where it has none."""
    if _MARKS.isdisjoint(tokens):
        return None
    goal: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    for place, token in enumerate(tokens):
        works = _is_work_wanted(tokens, place)
        if not goal and (token in _BECOMING or works or _leads(tokens, place)):
            goal = _take(tokens, place + 1)
            start = start or _take_before(tokens, place - works)
        elif not goal and token in _TAKING:
            wanted = _take(tokens, place + 1)
            goal = wanted[:-1] if not _JOB.isdisjoint(wanted[-1:]) else ()
        elif not start and (token == _FROM or token in _HAVING_BEEN):
            start = _take(tokens, place + 1)
    if not goal:
        return None
    starts, goals = frozenset(map(stem, start)), frozenset(map(stem, goal))
    return Direction(starts - goals, goals - starts) if goals - starts else None


def _is_work_wanted(tokens: Sequence[str], place: int) -> bool:
    """Whether the word at `place` is the "as" of "can I work as a baker"."""
    if tokens[place] != _AS or not place:
        return False
    return tokens[place - 1] in _WORKING and not _ABLE.isdisjoint(tokens[:place])


def _leads(tokens: Sequence[str], place: int) -> bool:
    """Whether the word at `place` is the "to" of a way."""
    if tokens[place] not in _LEADING:
        return False
    before = tokens[max(0, place - _FAR) : place]
    return _FROM in before or not _MOVING.isdisjoint(before)


def _take(tokens: Sequence[str], place: int) -> tuple[str, ...]:
    """The words of what is named from `place` on."""
    while place < len(tokens) and tokens[place] in _BETWEEN:
        place += 1
    end = place
    while end < min(len(tokens), place + _LONGEST) and tokens[end] not in _ENDING:
        end += 1
    return tuple(tokens[place:end])


def _take_before(tokens: Sequence[str], place: int) -> tuple[str, ...]:
    """The words of who or what moves, before the verb that goes with the goal at `place`."""
    verb = place
    if tokens[place] in _LEADING:
        moving = [n for n in range(max(0, place - _FAR), place) if tokens[n] in _MOVING]
        if not moving:
            return ()
        verb = moving[-1]
        between = _take(tokens, verb + 1)  # "turn notes into slides"
        if between and verb + 1 + len(between) <= place:
            return between
    start = verb
    while start > max(0, verb - _LONGEST) and tokens[start - 1] not in _ENDING:
        start -= 1
    return tuple(tokens[start:verb])
