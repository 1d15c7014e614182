"""Which words a knowledge base uses, how often, and side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from bot.engine.tables.arrays import Array, Integers

EDGE: Final = -1
"""Stands for the beginning and the end of a text among word numbers."""


@dataclass(frozen=True)
class Usage:
    """Which words a knowledge base uses, how often, and side by side."""

    words: tuple[str, ...]
    counts: Integers
    """How often each word occurs."""
    pairs: Integers
    """Sorted codes of (left, right) pairs of neighbours, see `_encode_pairs`.

    In as few bytes as hold the largest one, and so are their counts.
    """
    pair_counts: Integers

    @classmethod
    def count(cls, texts: Iterable[Sequence[str]]) -> "Usage":
        """Count the words and pairs of tokenised `texts`."""
        numbers: dict[str, int] = {}
        sequence: list[int] = []
        for tokens in texts:
            sequence.append(EDGE)
            sequence.extend(numbers.setdefault(token, len(numbers)) for token in tokens)
        sequence.append(EDGE)
        flat = np.asarray(sequence, dtype=np.int64)
        counts = np.bincount(flat[flat >= 0], minlength=len(numbers))
        pairs, pair_counts = np.unique(
            _encode_pairs(flat[:-1], flat[1:], len(numbers)), return_counts=True
        )
        most = np.min_scalar_type((len(numbers) + 1) ** 2)
        often = np.min_scalar_type(int(pair_counts.max(initial=0)))
        return cls(tuple(numbers), counts, pairs.astype(most), pair_counts.astype(often))

    def to_arrays(self) -> dict[str, Array]:
        """The arrays that `from_arrays` restores it from, beside the words."""
        return {"counts": self.counts, "pairs": self.pairs, "pair_counts": self.pair_counts}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array], words: Iterable[str]) -> "Usage":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(tuple(words), arrays["counts"], arrays["pairs"], arrays["pair_counts"])

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each word in `words`."""
        return {word: number for number, word in enumerate(self.words)}

    @cached_property
    def texts(self) -> int:
        """How many texts were counted."""
        openings = self.pairs.searchsorted(len(self.words) + 1)
        return int(self.pair_counts[:openings].sum())

    def count_pair(self, left: str, right: str) -> int:
        """How often `right` stands right behind `left`."""
        first, second = self.numbers.get(left), self.numbers.get(right)
        if first is None or second is None:
            return 0
        return int(self.count_pairs(np.asarray([first]), np.asarray([second]))[0])

    def count_pairs(self, left: Integers, right: Integers) -> Integers:
        """How often each of `right` stands right behind its `left`: places in `words`, or EDGE."""
        codes = _encode_pairs(left, right, len(self.words)).astype(self.pairs.dtype)
        places = np.minimum(self.pairs.searchsorted(codes), len(self.pairs) - 1)
        counts = self.pair_counts[places].astype(np.int64)  # so that one can reckon with them
        return np.where(self.pairs[places] == codes, counts, 0)

    def find_company(self, word: str) -> frozenset[tuple[str, int]]:
        """The words that stand right before and right after `word`, with their side."""
        own, many = self.numbers.get(word), len(self.words)
        if own is None:
            return frozenset()
        left, right = np.divmod(self.pairs.astype(np.int64), many + 1)
        left, right = left - 1, right - 1  # as `_encode_pairs` numbers them
        before = {("before", int(n)) for n in left[right == own] if n != EDGE}
        after = {("after", int(n)) for n in right[left == own] if n != EDGE}
        return frozenset(before | after)


def _encode_pairs(left: Integers, right: Integers, words: int) -> Integers:
    """One number for each pair of word numbers, where -1 is an edge."""
    return (left + 1) * (words + 1) + right + 1
