"""What is compared by its letters: the features of a run of tokens, in blocks weighed apart.

A feature is named by one string, whose first character tells its block.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.engine.lexical.phrases import Phrase, PhraseTable
from bot.engine.lexical.text import stem, tokenize

BLOCKS: Final = "wbcs"
"""Stems, pairs of stems, character n-grams, synonym groups."""

BLOCK_WEIGHTS: Final = (1.0, 0.5, 1.0, 0.8)

_SHORTEST_GRAM: Final = 3
_LONGEST_GRAM: Final = 5


def character_grams(word: str) -> tuple[str, ...]:
    """The named character n-grams of one word, its edges marked."""
    marked = f"_{word}_"
    return tuple(
        f"c{marked[start : start + length]}"
        for length in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1)
        for start in range(len(marked) - length + 1)
    )


class Synonyms:
    """Groups of words and phrases that mean the same, by their stems."""

    def __init__(self, groups: Mapping[Phrase, str]) -> None:
        self.groups = groups
        self.table = PhraseTable(groups)

    @classmethod
    def read(cls, synonyms: Iterable[Sequence[str]]) -> "Synonyms":
        """Number the groups; a phrase in several groups belongs to the first."""
        groups: dict[Phrase, str] = {}
        for number, group in enumerate(synonyms):
            for phrase in group:
                stems = tuple(stem(token) for token in tokenize(phrase))
                if stems:
                    groups.setdefault(stems, f"s{number}")
        return cls(groups)

    @classmethod
    def from_lists(cls, lists: Iterable[tuple[Sequence[str], str]]) -> "Synonyms":
        """Read what `to_lists` returned."""
        return cls({tuple(stems): name for stems, name in lists})

    def to_lists(self) -> list[tuple[list[str], str]]:
        """The groups as JSON can hold them."""
        return [(list(stems), name) for stems, name in self.groups.items()]

    def find(self, stems: Sequence[str]) -> list[str]:
        """The named groups that occur in a run of stems, the longest phrase at each place."""
        if self.table.openings.isdisjoint(stems):
            return []
        return [group for _, _, group in self.table.find_longest(stems)]


def stem_pairs(stems: Sequence[str]) -> list[str]:
    """The named pairs of neighbouring stems."""
    return [f"b{left} {right}" for left, right in pairwise(stems)]
