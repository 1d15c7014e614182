"""What each entry holds of each feature while it is trained, in one of two forms."""

from itertools import pairwise

import numpy as np

from bot.engine.tables.arrays import Floats, Integers
from bot.engine.tables.weighed import Weighed, spread


class WeightPostings:
    """What entries hold, as pairs of a feature and an entry, where a table would not fit."""

    def __init__(self, keys: Integers, weights: Floats, features: int, entries: int) -> None:
        self._keys = keys
        self._weights = weights
        self._entries = entries
        self._starts, self._holders = lay_out(keys, features, entries)

    def score(self, texts: Weighed) -> Floats:
        """What every entry holds of each of `texts`: (texts, entries)."""
        places, repeats = spread(self._starts, texts.numbers)
        cells: Integers = np.repeat(texts.number_rows() * self._entries, repeats)
        cells += self._holders[places]
        shares = np.repeat(texts.weights, repeats) * self._weights[places]
        count = len(texts.starts) - 1
        scores = np.bincount(cells, weights=shares, minlength=count * self._entries)
        return scores.reshape(count, self._entries).astype(np.float32)

    def weigh(self, keys: Integers) -> Floats:
        """What pairs that an entry holds weigh."""
        return self._weights[np.searchsorted(self._keys, keys)]

    def add(self, keys: Integers, amounts: Floats) -> None:
        """Add to what pairs weigh; those that no entry holds stay out."""
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        held = self._keys[places] == keys
        np.add.at(self._weights, places[held], amounts[held])


class WeightTable:
    """What entries hold, as one table of all features and entries: several times as fast."""

    def __init__(self, keys: Integers, weights: Floats, features: int, entries: int) -> None:
        self._rows = np.zeros((features, entries), dtype=np.float32)
        self._cells = self._rows.reshape(-1)
        self._cells[keys] = weights

    def score(self, texts: Weighed) -> Floats:
        """What every entry holds of each of `texts`: (texts, entries)."""
        scores = np.empty((len(texts.starts) - 1, self._rows.shape[1]), dtype=np.float32)
        for row, (start, end) in enumerate(pairwise(texts.starts.tolist())):
            held = self._rows.take(texts.numbers[start:end], axis=0)
            # Not `matmul`, which would hand work as small as this to several threads.
            np.einsum("i,ij->j", texts.weights[start:end], held, out=scores[row])
        return scores

    def weigh(self, keys: Integers) -> Floats:
        """What pairs that an entry holds weigh."""
        return self._cells.take(keys)

    def add(self, keys: Integers, amounts: Floats) -> None:
        """Add to what pairs weigh; those that no entry holds stay out."""
        np.add.at(self._cells, keys, amounts * (self._cells.take(keys) != 0))


def lay_out(keys: Integers, features: int, entries: int) -> tuple[Integers, Integers]:
    """Where each feature's postings start, with the end of the last ones, and who holds each.

    `keys` are the sorted pairs of a feature and an entry. Holders take the smallest kind of number
    that fits so many entries, as there are many postings.
    """
    smallest = np.int16 if entries <= np.iinfo(np.int16).max else np.int32
    starts = np.searchsorted(keys, np.arange(features + 1) * entries)
    return starts.astype(np.int32), (keys % entries).astype(smallest)
