"""The numbered features of one knowledge base, and texts as weighed features."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.engine.features import (
    BLOCK_WEIGHTS,
    BLOCKS,
    Synonyms,
    character_grams,
    stem_pairs,
)
from bot.engine.text import stem

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.integer[Any]]

_MANY_TEXTS: Final = 3_000
"""From here on a feature of a single text is left out, unless it is a word."""

_CACHED_WORDS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Counted:
    """Which features a text holds, and how often."""

    numbers: Integers
    """Distinct and rising."""
    counts: Integers
    coverage: float
    """The share (0..1) of the text's character n-grams that are features at all."""


class Lexicon:
    """Numbers for feature names, and a weight for each number."""

    def __init__(self, names: Sequence[str], weights: Floats, synonyms: Synonyms) -> None:
        self.names = names
        self.weights = weights
        self.synonyms = synonyms
        self._numbers = {name: number for number, name in enumerate(names)}
        self.blocks: Integers = np.asarray(
            [BLOCKS.index(name[0]) for name in names], dtype=np.int64
        )
        self._words: dict[str, tuple[str, list[int], int, int]] = {}

    def __len__(self) -> int:
        return len(self.names)

    @classmethod
    def collect(cls, texts: Iterable[Sequence[str]], synonyms: Synonyms) -> "Lexicon":
        """Number every feature of tokenised `texts`; all weigh the same at first.

        Of very many texts, pairs of stems and n-grams count only where two texts hold them: the
        others make up most of all features and tell next to nothing.
        """
        named: Counter[str] = Counter()
        words: Counter[str] = Counter()
        size = 0
        for tokens in texts:
            size += 1
            stems = [stem(token) for token in tokens]
            named.update({f"w{word}" for word in stems})
            named.update(set(stem_pairs(stems)))
            named.update(set(synonyms.find(stems)))
            words.update(set(tokens))
        for word, count in words.items():
            for name in character_grams(word):
                named[name] += count
        least = 2 if size > _MANY_TEXTS else 1
        names = [name for name, count in named.items() if count >= least or name[0] not in "bc"]
        return cls(names, np.ones(len(names), dtype=np.float32), synonyms)

    def find_stem(self, word: str) -> int | None:
        """The number of a word's stem; None when the knowledge never uses it."""
        return self._numbers.get(f"w{stem(word)}")

    def rarity(self, word: str) -> float:
        """How rare a word's stem is in the knowledge: 0..1, where 1 is a word it never uses."""
        number = self.find_stem(word)
        return 1.0 if number is None else float(self.weights[number]) / self._rarest

    @cached_property
    def _rarest(self) -> float:
        return float(self.weights.max(initial=0.0)) or 1.0

    def count(self, tokens: Sequence[str]) -> Counted:
        """Count the known features of `tokens`."""
        found: list[int] = []
        stems: list[str] = []
        known_grams = all_grams = 0
        for token in tokens:
            word, numbers, known, grams = self._look_up(token)
            stems.append(word)
            found.extend(numbers)
            known_grams += known
            all_grams += grams
        get = self._numbers.get
        named = stem_pairs(stems) + self.synonyms.find(stems)
        found.extend(number for name in named if (number := get(name)) is not None)
        features = np.asarray(found, dtype=np.int32)
        features.sort()
        ends = np.nonzero(features[1:] != features[:-1])[0] + 1  # where another one starts
        starts = np.concatenate(([0], ends)) if found else ends
        counts = np.concatenate((ends, [len(found)]))[: len(starts)] - starts
        return Counted(
            features[starts],
            counts.astype(np.int32),
            known_grams / all_grams if all_grams else 0.0,
        )

    def weigh(self, counted: Counted) -> tuple[Integers, Floats]:
        """Turn counted features into numbers and weights that have length one together."""
        useful = self.weights[counted.numbers] > 0
        numbers, counts = counted.numbers[useful], counted.counts[useful]
        weights = (1 + np.log(counts)) * self.weights[numbers]
        blocks = self.blocks[numbers]
        squares = np.bincount(blocks, weights=weights * weights, minlength=len(BLOCKS))
        present = squares > 0
        shares = np.where(present, np.asarray(BLOCK_WEIGHTS), 0.0)
        shares /= np.sqrt(np.where(present, squares, 1.0)) * (np.sqrt((shares**2).sum()) or 1.0)
        return numbers, (weights * shares[blocks]).astype(np.float32)

    def _look_up(self, token: str) -> tuple[str, list[int], int, int]:
        """A token's stem, the numbers of its known features, its known n-grams and all of them."""
        if token not in self._words:
            if len(self._words) > _CACHED_WORDS:
                self._words.clear()
            grams = character_grams(token)
            numbers = [self._numbers[name] for name in grams if name in self._numbers]
            known = len(numbers)
            word = stem(token)
            own = self._numbers.get(f"w{word}")
            numbers += [] if own is None else [own]
            self._words[token] = word, numbers, known, len(grams)
        return self._words[token]
