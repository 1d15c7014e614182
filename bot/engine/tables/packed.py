"""Many short texts kept as one array of bytes, where strings would take several times the memory.

The arrays are what an index keeps on disk, so that reading one makes no strings of them.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

import numpy as np

from bot.engine.tables.arrays import Bytes, Integers

_SEPARATOR: Final = "\n"
_DECODED_AT_ONCE: Final = 4_096


class PackedTexts:
    """Lists of texts, each list compressed by itself and read when it is asked for."""

    def __init__(self, data: Bytes, starts: Integers) -> None:
        self.data = data
        """All lists as compressed JSON, one after the other."""
        self.starts = starts
        """Where each list starts in `data`, and at the end where the last one ends."""

    @classmethod
    def pack(cls, lists: Iterable[Sequence[str]]) -> "PackedTexts":
        """Pack lists of texts."""
        packed = [zlib.compress(json.dumps(list(texts)).encode()) for texts in lists]
        return cls(
            np.frombuffer(b"".join(packed), dtype=np.uint8),
            np.asarray([0, *accumulate(map(len, packed))], dtype=np.int64),
        )

    def __getitem__(self, number: int) -> list[str]:
        start, end = int(self.starts[number]), int(self.starts[number + 1])
        return list(json.loads(zlib.decompress(self.data[start:end].tobytes())))


class NameTable:
    """Numbered names, found by their hashes: a dozen bytes for each beside its letters.

    Names are one-line texts, all different. Two of them could share a hash of 64 bits; among
    100,000 names and as many looked up that happens once in a billion knowledge bases.
    """

    def __init__(self, data: Bytes) -> None:
        self.data = data
        """All names in UTF-8, each but the last with a line break behind it."""
        hashes = np.fromiter(map(hash, self), dtype=np.int64)
        self._numbers = hashes.argsort().astype(np.int32)
        self._hashes = hashes[self._numbers]

    @classmethod
    def pack(cls, names: Iterable[str]) -> "NameTable":
        """Number `names` in their order; raises ValueError for empty or many-line ones."""
        names = list(names)
        table = cls(np.frombuffer(_SEPARATOR.join(names).encode(), dtype=np.uint8))
        if len(table) != len(names):
            raise ValueError("a name is empty or holds a line break")
        return table

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None

    def __iter__(self) -> Iterator[str]:
        """All the names by number, decoded anew, a few thousand at a time."""
        if not len(self.data):
            return
        ends = (self.data == ord(_SEPARATOR)).nonzero()[0][_DECODED_AT_ONCE - 1 :: _DECODED_AT_ONCE]
        for start, end in pairwise([0, *(ends + 1).tolist(), len(self.data) + 1]):
            yield from self.data[start : end - 1].tobytes().decode().split(_SEPARATOR)

    def find(self, name: str) -> int | None:
        """The number of `name`; None for one that the table does not hold."""
        wanted = hash(name)
        place = int(self._hashes.searchsorted(wanted))
        if place < len(self._hashes) and self._hashes[place] == wanted:
            return int(self._numbers[place])
        return None

    def find_all(self, names: Sequence[str]) -> Integers:
        """The number of each of `names`, -1 for one that the table does not hold."""
        wanted = np.fromiter(map(hash, names), dtype=np.int64, count=len(names))
        if not len(self._hashes):
            return np.full(len(names), -1, dtype=np.int32)
        places = self._hashes.searchsorted(wanted)
        np.minimum(places, len(self._hashes) - 1, out=places)
        found = self._numbers.take(places)
        found[self._hashes.take(places) != wanted] = -1
        return found
