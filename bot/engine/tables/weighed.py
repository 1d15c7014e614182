"""Texts as rows of weighed features, and where the postings of features lie."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.engine.tables.arrays import Array, Flags, Floats, Integers


@dataclass(frozen=True, slots=True)
class Weighed:
    """Texts as rows of weighed features, one after the other."""

    starts: Integers
    numbers: Integers
    weights: Floats

    @classmethod
    def stack(cls, rows: Sequence[tuple[Integers, Floats]]) -> "Weighed":
        """Put rows of (numbers, weights) one after the other."""
        sizes = np.asarray([len(numbers) for numbers, _ in rows], dtype=np.int64)
        if not rows:
            return cls.cut(sizes, np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32))
        return cls.cut(
            sizes,
            np.concatenate([numbers for numbers, _ in rows]),
            np.concatenate([weights for _, weights in rows]),
        )

    @classmethod
    def cut(cls, sizes: Integers, numbers: Integers, weights: Floats) -> "Weighed":
        """Texts of so many features each, which lie one after the other."""
        starts = np.zeros(len(sizes) + 1, dtype=np.int64)
        np.cumsum(sizes, out=starts[1:])
        return cls(starts, numbers, weights)

    def keep(self, chosen: Flags) -> "Weighed":
        """Only the texts for which `chosen` holds true."""
        kept = self.repeat(chosen)
        return Weighed.cut(np.diff(self.starts)[chosen], self.numbers[kept], self.weights[kept])

    def repeat(self, values: Array) -> Array:
        """The value of each text, as often as it has features."""
        return np.repeat(values, np.diff(self.starts))

    def number_rows(self) -> Integers:
        """Which text each feature belongs to."""
        rows: Integers = self.repeat(np.arange(len(self.starts) - 1))
        return rows


def spread(starts: Integers, numbers: Integers) -> tuple[Integers, Integers]:
    """The places of all postings of the features `numbers`, and how many each has."""
    firsts = starts[numbers]
    repeats = starts[numbers + 1] - firsts
    ends = np.cumsum(repeats)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(firsts - ends + repeats, repeats), repeats
