"""What the entries of a knowledge base say: what narrows them, which ways they go, what they deny.

Read once, as it takes a look at every phrasing, and kept beside the trained index.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any, Final, Self

from bot.engine.entries import Entry, Qualifier, QualifierValue, Vocabulary
from bot.engine.lexical.text import tokenize, tokenize_whole
from bot.engine.narrowing.mentions import MentionFinder, Value
from bot.engine.narrowing.regions import REGION, imply_regions
from bot.engine.wording.denial import asks_for_the_opposite
from bot.engine.wording.directions import Direction, Ways

ASKED_SHARE: Final = 0.25
"""Share of an entry's phrasings that must name a value for the entry to be about that one.

"How long is a violin lesson?" among others may just be an example of lessons.
"""


@dataclass(frozen=True, slots=True)
class Claims:
    """The values that one entry names, and the ways it leads."""

    question: frozenset[Value]
    """Those in its own question, which says what it is about."""
    asked: frozenset[Value]
    """Those, and the ones that it is mostly asked for by, rather than named as an example."""
    anywhere: frozenset[Value]
    """Those that any phrasing or the answer names."""
    orders: tuple[tuple[Value, ...], ...]
    """The values of each phrasing that names two, in the order named."""
    ways: Ways
    """Which ways its phrasings go."""
    denies: bool
    """Whether a phrasing asks for what is not so."""


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """The claims of all entries, in their order."""

    claims: tuple[Claims, ...]
    region: Qualifier | None = None
    """The places that entries name, where the vocabulary lists none."""

    @classmethod
    def read(cls, vocabulary: Vocabulary, entries: Sequence[Entry]) -> Self:
        """Read all entries."""
        listed = any(qualifier.id == REGION for qualifier in vocabulary.qualifiers)
        region = None if listed else imply_regions(entries)
        finder = MentionFinder(vocabulary, region=region)
        return cls(tuple(_read_entry(entry, finder) for entry in entries), region)

    def to_json(self) -> dict[str, Any]:
        """What JSON can hold of it, for `from_json`."""
        claims = [
            [
                sorted(c.question),
                sorted(c.asked),
                sorted(c.anywhere - c.asked),
                c.orders,
                _list_ways(c.ways),
                c.denies,
            ]
            for c in self.claims
        ]
        return {"claims": claims, "region": asdict(self.region) if self.region else None}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Restore what `to_json` returned; raises KeyError, TypeError or ValueError for else."""
        claims = []
        for question, asked, told, orders, ways, denies in stored["claims"]:
            named = frozenset(_read_values(asked))
            anywhere = named.union(_read_values(told))
            in_order = tuple(map(_read_values, orders))
            claims.append(
                Claims(
                    frozenset(_read_values(question)),
                    named,
                    anywhere,
                    in_order,
                    _read_ways(ways),
                    bool(denies),
                )
            )
        return cls(tuple(claims), _read_region(stored["region"]))


def _list_ways(ways: Ways) -> list[Any]:
    return [ways.phrasings, *map(_list_way, (ways.question, *ways.others))]


def _list_way(way: Direction | None) -> list[list[str]]:
    return [sorted(way.start), sorted(way.goal)] if way else []


def _read_ways(stored: Sequence[Any]) -> Ways:
    phrasings, question, *others = stored
    return Ways(
        _read_way(question), tuple(way for way in map(_read_way, others) if way), int(phrasings)
    )


def _read_way(stored: Sequence[Sequence[str]]) -> Direction | None:
    if not stored:
        return None
    start, goal = stored
    return Direction(frozenset(start), frozenset(goal))


def _read_values(pairs: Sequence[Sequence[str]]) -> tuple[Value, ...]:
    return tuple((kind, value) for kind, value in pairs)


def _read_region(stored: dict[str, Any] | None) -> Qualifier | None:
    if stored is None:
        return None
    values = [QualifierValue(v["id"], v["name"], tuple(v["words"])) for v in stored["values"]]
    return Qualifier(**{**stored, "values": tuple(values)})


def _read_entry(entry: Entry, finder: MentionFinder) -> Claims:
    texts = [finder.spell_out(tokenize(text)) for text in entry.phrasings]
    named = list(map(finder.find_values, texts))
    counts = Counter(chain.from_iterable(map(set, named)))
    often = [value for value, count in counts.items() if count >= ASKED_SHARE * len(texts)]
    told = finder.find_values(finder.spell_out(tokenize_whole(entry.answer)))
    return Claims(
        question=frozenset(named[0]),
        asked=frozenset([*named[0], *often]),
        anywhere=frozenset([*counts, *told]),
        orders=tuple(values for values in named if len(values) == 2),
        ways=Ways.read(texts),
        denies=any(asks_for_the_opposite(" ".join(tokens)) for tokens in texts),
    )
