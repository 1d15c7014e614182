"""The numbered features of one knowledge base, and texts as weighed features."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from bot.engine.lexical.text import stem
from bot.engine.matching.features import (
    BLOCK_WEIGHTS,
    BLOCKS,
    Synonyms,
    character_grams,
    stem_pairs,
)
from bot.engine.recent import recall_all
from bot.engine.tables.arrays import Array, Floats, Integers
from bot.engine.tables.packed import NameTable

_MANY_TEXTS: Final = 3_000
"""From here on a feature of a single text is left out, unless it is a word."""


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

    def __init__(self, names: NameTable, weights: Floats, synonyms: Synonyms) -> None:
        self.names = names
        self.weights = weights
        self.synonyms = synonyms
        self._rarest = float(weights.max(initial=0.0)) or 1.0
        self.blocks: Integers = np.asarray([BLOCKS.index(name[0]) for name in names], dtype=np.int8)
        self._words: dict[str, _Word] = {}

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
            held = [*(f"w{word}" for word in stems), *stem_pairs(stems), *synonyms.find(stems)]
            named.update(list(dict.fromkeys(held)))  # in an order that no hash decides
            words.update(list(dict.fromkeys(tokens)))
        for word, count in words.items():
            for name in character_grams(word):
                named[name] += count
        least = 2 if size > _MANY_TEXTS else 1
        names = [name for name, count in named.items() if count >= least or name[0] not in "bc"]
        return cls(NameTable.pack(names), np.ones(len(names), dtype=np.float32), synonyms)

    def weighed(self, weights: Floats) -> "Lexicon":
        """The same features, each with its weight in `weights`."""
        return Lexicon(self.names, weights, self.synonyms)

    def to_arrays(self) -> dict[str, Array]:
        """The arrays that `from_arrays` restores it from, beside the synonyms."""
        return {"feature_names": self.names.data, "feature_weights": self.weights}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array], synonyms: Synonyms) -> "Lexicon":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(NameTable(arrays["feature_names"]), arrays["feature_weights"], synonyms)

    def find_stem(self, word: str) -> int | None:
        """The number of a word's stem; None when the knowledge never uses it."""
        return self.names.find(f"w{stem(word)}")

    def rarity(self, word: str) -> float:
        """How rare a word's stem is in the knowledge: 0..1, where 1 is a word it never uses."""
        self._learn([word])
        number = self._words[word].stem_number
        return 1.0 if number < 0 else float(self.weights[number]) / self._rarest

    def count(self, tokens: Sequence[str]) -> Counted:
        """Count the known features of `tokens`."""
        self._learn(tokens)
        words = [self._words[token] for token in tokens]
        stems = [word.stem for word in words]
        named = self.names.find_all(stem_pairs(stems) + self.synonyms.find(stems))
        features = np.concatenate([*(word.features for word in words), named[named >= 0]])
        features.sort()
        starts = np.ones(len(features), dtype=np.bool_)  # where another one starts
        np.not_equal(features[1:], features[:-1], out=starts[1:])
        places = starts.nonzero()[0]
        counts = np.concatenate((places[1:], [len(features)]))[: len(places)] - places
        grams = sum(word.grams for word in words)
        known = sum(word.known_grams for word in words)
        return Counted(features[places], counts.astype(np.int32), known / grams if grams else 0.0)

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

    def compare_words(
        self, words: Sequence[str], weights: Floats
    ) -> Iterator[tuple[Floats, Floats]]:
        """What each of `words` by itself shares with a text, for its stem and for its n-grams.

        `weights` holds what each feature weighs in the text. Returns for each word the sum of the
        products, and the sum of the squares of its own features.
        """
        self._learn(words)
        found = [self._words[word].features for word in words]
        features = np.concatenate([np.empty(0, dtype=np.int64), *found])
        owners = np.repeat(np.arange(len(words)), [len(own) for own in found])
        own, theirs = self.weights[features], weights[features]
        for block in ("w", "c"):
            mine = np.where(self.blocks[features] == BLOCKS.index(block), own, 0)
            shared = np.bincount(owners, weights=mine * theirs, minlength=len(words))
            squares = np.bincount(owners, weights=mine * mine, minlength=len(words))
            yield shared.astype(np.float32), squares.astype(np.float32)

    def _learn(self, tokens: Iterable[str]) -> None:
        recall_all(self._words, tokens, self._look_up)

    def _look_up(self, words: Sequence[str]) -> Iterator["_Word"]:
        stems = [stem(word) for word in words]
        grams = [character_grams(word) for word in words]
        names = [
            name for own, root in zip(grams, stems, strict=True) for name in (*own, f"w{root}")
        ]
        found = self.names.find_all(names)
        end = 0
        for root, own in zip(stems, grams, strict=True):
            start, end = end, end + len(own) + 1
            features = found[start:end]
            known = features[features >= 0]
            number = int(features[-1])
            yield _Word(root, number, known, len(own), len(known) - (number >= 0))


class _Word(NamedTuple):
    """What a lexicon knows of one word."""

    stem: str
    stem_number: int
    """-1 when the knowledge never uses it."""
    features: Integers
    """Its known n-grams and its stem, by number."""
    grams: int
    known_grams: int
    """How many character n-grams it has, and how many of them are features."""
