"""How much of what a query says an entry says as well, word by word.

Sums of words blur: a text about pay in one country lies near a text about pay in another. Here
each word of the query looks for its own counterpart among the words of an entry, so that a word
without one counts against the entry, however well the others fit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.engine.corpus import Corpus
from bot.engine.features import Synonyms
from bot.engine.lexicon import Lexicon
from bot.engine.text import stem
from bot.engine.training import spread
from bot.engine.vectors import english_words
from bot.engine.words import STOP_WORDS

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.integer[Any]]

MOST_WORDS: Final = 24
"""Words of a query that look for a counterpart; bounds the work on long posts."""

_UNRELATED: Final = 0.2
"""Words whose meanings are no nearer than that have nothing to do with each other."""

_TOLD_SHARE: Final = 0.9
"""What a counterpart is worth that only the answer holds, where one in an utterance is worth 1."""

_GRAMMAR_SHARE: Final = 0.7
"""What a word that carries grammar counts, where another counts as much as it says."""


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The distinct words of a query, as they look for counterparts."""

    names: npt.NDArray[np.int32]
    """Numbers of stems, or of groups of words that mean the same; -1 for what no entry says."""
    directions: Floats
    """(words, dimensions)"""
    weights: Floats
    """How much each counts; together 1."""


class Alignment:
    """The words of every entry, to be held against those of a query."""

    def __init__(
        self,
        words: Sequence[str],
        starts: Integers,
        numbers: Integers,
        told: npt.NDArray[np.bool_],
        lexicon: Lexicon,
    ) -> None:
        self.words = words
        self.starts = starts
        """Where each entry's words start, and at the end where the last ones end."""
        self.numbers = numbers
        self.told = told
        """Which of an entry's words only its answer holds."""
        self._lexicon = lexicon
        self._name_numbers: dict[str, int] = {}
        names = [_name(word, lexicon.synonyms) for word in words]
        self._names = np.asarray(
            [self._name_numbers.setdefault(name, len(self._name_numbers)) for name in names],
            dtype=np.int32,
        )
        self._directions, _ = _point(words)

    @classmethod
    def fit(cls, corpus: Corpus, lexicon: Lexicon) -> "Alignment":
        """Note the words of each entry of a corpus."""
        numbers: dict[str, int] = {}
        asked: list[set[int]] = [set() for _ in range(corpus.entries)]
        told: list[set[int]] = [set() for _ in range(corpus.entries)]
        for tokens, owner, is_asked in zip(
            corpus.texts, corpus.owners.tolist(), corpus.asked.tolist(), strict=True
        ):
            mine = (asked if is_asked else told)[owner]
            mine.update(numbers.setdefault(token, len(numbers)) for token in tokens)
        rows = [[*sorted(a), *sorted(t - a)] for a, t in zip(asked, told, strict=True)]
        only_told = [[n not in a for n in row] for a, row in zip(asked, rows, strict=True)]
        return cls(
            list(numbers),
            np.cumsum([0, *map(len, rows)]),
            np.asarray([n for row in rows for n in row], dtype=np.int32),
            np.asarray([t for row in only_told for t in row], dtype=np.bool_),
            lexicon,
        )

    def read(self, tokens: Sequence[str]) -> QueryWords:
        """The words of a tokenised query, each weighed by how much it says and how rare it is."""
        words = list(dict.fromkeys(tokens))[:MOST_WORDS]
        directions, lengths = _point(words)
        rarity = np.asarray([self._lexicon.rarity(word) for word in words], dtype=np.float32)
        grammar = np.asarray([word in STOP_WORDS for word in words], dtype=np.bool_)
        weights = np.where(lengths > 0, lengths, np.float32(1)) * rarity
        weights[grammar] *= np.float32(_GRAMMAR_SHARE)
        weights /= np.float32(float(weights.sum()) or 1.0)
        names = [_name(word, self._lexicon.synonyms) for word in words]
        numbers = [self._name_numbers.get(name, -1) for name in names]
        return QueryWords(np.asarray(numbers, dtype=np.int32), directions, weights)

    def compare(self, query: QueryWords, entries: Sequence[int]) -> tuple[Floats, Floats]:
        """For each of `entries` the share (0..1) of the query that has a counterpart in it.

        And the share of the one word that is missed most: a paraphrase misses a little
        everywhere, a question about something else misses one thing altogether.
        """
        met = np.zeros(len(entries), dtype=np.float32)
        missed = np.zeros_like(met)
        places, repeats = spread(self.starts, np.asarray(entries, dtype=np.int64))
        if not len(query.names) or not len(places):
            return met, missed
        numbers = self.numbers[places]
        likeness = query.directions @ self._directions[numbers].T
        likeness -= _UNRELATED
        likeness /= 1 - _UNRELATED
        likeness[query.names[:, None] == self._names[numbers]] = 1
        likeness[:, self.told[places]] *= _TOLD_SHARE
        np.maximum(likeness, 0, out=likeness)
        held = repeats > 0
        firsts = (np.cumsum(repeats) - repeats)[held]
        found = np.maximum.reduceat(likeness, firsts, axis=1)
        met[held] = query.weights @ found
        missed[held] = ((1 - found) * query.weights[:, None]).max(axis=0)
        return met, missed


def _point(words: Sequence[str]) -> tuple[Floats, Floats]:
    """The direction of each word's meaning, and how much the word says; 0 for unknown words."""
    vectors = english_words().stack(words)
    lengths = np.asarray(np.sqrt(np.einsum("ij,ij->i", vectors, vectors)), dtype=np.float32)
    vectors /= np.maximum(lengths, np.float32(1e-6))[:, None]
    return vectors, lengths


def _name(word: str, synonyms: Synonyms) -> str:
    """What words that mean the same are called alike."""
    root = stem(word)
    return synonyms.groups.get((root,), root)
