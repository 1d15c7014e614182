"""What English words mean and how usual they are, from the table shipped with the package.

The scripts `derive_vectors.py`, `extend_words.py` and `tune_vectors.py` in `tests/bench` make the
table; it holds general English and no knowledge base's words. A sentence means the normalised sum
of its words' vectors, whose lengths say how much each word counts.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import Final

import numpy as np

from bot.engine.recent import recall_all
from bot.engine.tables.arrays import Bytes, Doubles, Floats, Integers
from bot.engine.tables.packed import NameTable

DIMENSIONS: Final = 192

_COMPOUND_WEIGHT: Final = 0.7
"""How much a word counts that is only guessed from its parts."""

_FEW: Final = 100
"""Fewer words than that are looked up one by one, and kept."""

_STEPS: Final = np.array([(byte >> 4, byte & 15) for byte in range(256)], dtype=np.float32) - 8
"""The two components that a byte holds, before they are scaled."""

_SHORTEST_PART: Final = 3
_PREFIXES: Final = ("un", "re", "de", "in")
_ENDINGS: Final = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ers", ""),
    ("er", ""),
    ("er", "e"),
    ("ly", ""),
    ("s", ""),
)

_SMALL_NUMBERS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve".split()
)
_UNITS: Final = {
    "st": "date",
    "nd": "date",
    "rd": "date",
    "th": "date",
    "am": "clock",
    "pm": "clock",
    "k": "thousand",
    "m": "million",
    "x": "times",
}
"""What a number is about, by the letters that follow it."""

_NUMBER: Final = re.compile(r"(\d+)([^\W\d_]*)")
_DIGITS: Final = re.compile(r"\d+")
_YEARS: Final = range(1900, 2100)


class EnglishWords:
    """The shipped table: usual words, newer ones and rare ones, each by falling frequency.

    Vectors are unpacked on demand; most of the rare words have none.
    """

    def __init__(
        self,
        names: NameTable,
        log_shares: Floats,
        packed: Bytes,
        scales: Floats,
    ) -> None:
        self.names = names
        """Every listed word; the first ones have a meaning, the others are only known."""
        self.log_shares = log_shares
        """Natural logarithm of each word's share of all the words that people write."""
        self._packed = packed
        self._scales = scales
        self._unpacked: dict[str, Floats | None] = {}

    def __contains__(self, word: str) -> bool:
        return word in self.names

    def __len__(self) -> int:
        return len(self.names)

    @property
    def words(self) -> list[str]:
        """All the words, decoded anew."""
        return list(self.names)

    def share(self, word: str) -> float:
        """The share of `word` among all the words that people write; 0 for unlisted ones."""
        number = self.names.find(word)
        return 0.0 if number is None else math.exp(self.log_shares[number])

    def shares(self, words: Sequence[str]) -> Doubles:
        """The share of each of `words`."""
        numbers = self.names.find_all(words)
        return np.where(numbers < 0, 0.0, np.exp(self.log_shares[numbers], dtype=np.float64))

    def vector(self, word: str) -> Floats | None:
        """What `word` means; None when the table gives no clue."""
        if word not in self._unpacked:
            self._learn([word])
        return self._unpacked[word]

    def add_up(self, words: Sequence[str]) -> Floats:
        """The sum of the vectors of `words`, not normalised."""
        self._learn(words)
        vectors = [vector for word in words if (vector := self._unpacked[word]) is not None]
        if not vectors:
            return np.zeros(DIMENSIONS, dtype=np.float32)
        return np.asarray(np.add.reduce(vectors), dtype=np.float32)

    def _learn(self, words: Iterable[str]) -> None:
        recall_all(self._unpacked, words, self._look_up)

    def _look_up(self, words: Sequence[str]) -> Iterator[Floats | None]:
        numbers = self._find_meant(words)
        for word, number, vector in zip(
            words, numbers.tolist(), self._unpack(numbers), strict=True
        ):
            yield vector.copy() if number >= 0 else self._find_stand_in(word)

    def stack(self, words: Sequence[str]) -> Floats:
        """The vectors of `words`, one row each, zeros where the table gives no clue."""
        listed = self._find_meant(words)
        vectors = self._unpack(listed)
        for place in np.nonzero(listed < 0)[0].tolist():
            guessed = self.vector(words[place])
            vectors[place] = 0 if guessed is None else guessed
        return vectors

    def _find_number(self, word: str) -> int | None:
        """The number of a word that has a meaning of its own."""
        number = self.names.find(word)
        return number if number is not None and number < len(self._packed) else None

    def _find_meant(self, words: Sequence[str]) -> Integers:
        """The number of each of `words`, -1 for one without a meaning of its own."""
        numbers = self.names.find_all(words)
        numbers[numbers >= len(self._packed)] = -1
        return numbers

    def _find_stand_in(self, word: str) -> Floats | None:
        """What a word without a meaning of its own probably means."""
        if any(character.isdigit() for character in word):
            stand_in = self._find_number(_stand_in_for_number(word))
            return None if stand_in is None else self._unpack_one(stand_in)
        return self._guess(word)

    def _unpack_one(self, number: int) -> Floats:
        vector: Floats = self._unpack(np.asarray([number]))[0]
        return vector

    def _unpack(self, numbers: Integers) -> Floats:
        """The vectors of the words of these numbers, one row each."""
        packed = self._packed.take(numbers, axis=0)
        vectors: Floats = _STEPS.take(packed, axis=0).reshape(len(numbers), DIMENSIONS)
        vectors *= self._scales.take(numbers).reshape(-1, 1)
        return vectors

    def point(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """The direction of each word's meaning, and how much the word says; 0 for unknown words."""
        vectors = self._recall(words) if len(words) < _FEW else self.stack(words)
        lengths = np.asarray(np.sqrt(np.einsum("ij,ij->i", vectors, vectors)), dtype=np.float32)
        vectors /= np.maximum(lengths, np.float32(1e-6))[:, None]
        return vectors, lengths

    def _recall(self, words: Sequence[str]) -> Floats:
        """What `stack` returns, quicker for a few words that are met again and again."""
        rows = np.zeros((len(words), DIMENSIONS), dtype=np.float32)
        for row, word in zip(rows, words, strict=True):
            vector = self.vector(word)
            if vector is not None:
                row[:] = vector
        return rows

    def find_base(self, word: str) -> str | None:
        """The most usual word that an unlisted one is a form of ("pruner" of "prune")."""
        bases = [
            word[: len(word) - len(ending)] + instead
            for ending, instead in _ENDINGS
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART
        ]
        meant = {base: n for base in bases if (n := self._find_number(base)) is not None}
        return max(meant, key=lambda base: self.log_shares[meant[base]], default=None)

    def _guess(self, word: str) -> Floats | None:
        """Guess from the word without its ending, or from the two words it is made of."""
        if (base := self.find_base(word)) is not None:
            number = self._find_number(base)
            return None if number is None else self._unpack_one(number)
        cuts = [
            cut
            for cut in range(2, len(word) - _SHORTEST_PART + 1)
            if cut >= _SHORTEST_PART or word[:cut] in _PREFIXES
        ]
        left = self._find_meant([word[:cut] for cut in cuts])
        right = self._find_meant([word[cut:] for cut in cuts])
        both = ((left >= 0) & (right >= 0)).nonzero()[0]
        if not len(both):
            return None
        left, right = left[both], right[both]
        best = int(np.minimum(self.log_shares[left], self.log_shares[right]).argmax())
        together: Floats = self._unpack(np.asarray([left[best], right[best]])).sum(axis=0)
        return together * np.float32(_COMPOUND_WEIGHT)


def _stand_in_for_number(word: str) -> str:
    """A word that says what kind of number `word` is ("5pm": a time of day)."""
    match = _NUMBER.fullmatch(word)
    if match is None:
        return _DIGITS.sub("", word)
    value, unit = int(match[1]), match[2]
    if unit:
        return _UNITS.get(unit, unit)
    if value < len(_SMALL_NUMBERS):
        return _SMALL_NUMBERS[value]
    return "year" if value in _YEARS else "number"


@lru_cache(maxsize=1)
def english_words() -> EnglishWords:
    """The shipped table, loaded once."""
    with (
        resources.files("bot.engine").joinpath("data/english.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        return EnglishWords(
            NameTable(stored["words"]),
            log_shares=stored["log_shares"].astype(np.float32),
            packed=stored["vectors"],
            scales=stored["scales"].astype(np.float32),
        )
