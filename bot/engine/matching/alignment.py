"""How much of what a query says an entry says as well, word by word.

Sums of words blur: a text about pay in one country lies near a text about pay in another. Here
each word of the query looks for its own counterpart among the words of an entry, so that a word
without one counts against the entry, however well the others fit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.engine.languages.language import Language
from bot.engine.lexical.text import stem
from bot.engine.matching.corpus import Corpus
from bot.engine.matching.features import Synonyms
from bot.engine.matching.lexicon import Lexicon
from bot.engine.recent import recall_all
from bot.engine.tables.arrays import Array, Flags, Floats, Integers
from bot.engine.tables.packed import NameTable

MOST_WORDS: Final = 24
"""Words of a query that look for a counterpart; bounds the work on long posts."""

_UNRELATED: Final = 0.2
"""Words whose meanings are no nearer than that have nothing to do with each other."""

_TOLD_SHARE: Final = 0.9
"""What a counterpart is worth that only the answer holds, where one in an utterance is worth 1."""

_BYTE: Final = 127
"""What stands for 1 in a direction whose components are kept in a byte each."""

_LOST: Final = 0.02
"""The share of a query from which on a missed word is worth telling of."""


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The distinct words of a query, as they look for counterparts.

    All weights together are 1, or 0 where no word says anything.
    """

    names: Integers
    """Numbers of stems, or of groups of words that mean the same; -1 for what no entry says."""
    directions: Floats
    """(words, dimensions)"""
    weights: Floats
    particles: Integers
    """Columns of the words that only the same word is a counterpart of."""
    particle_weights: Floats


class Alignment:
    """The words of every entry, to be held against those of a query."""

    def __init__(
        self,
        starts: Integers,
        numbers: Integers,
        told: Flags,
        particles: Flags,
        names: NameTable,
        name_numbers: Integers,
        directions: npt.NDArray[np.int8],
        lexicon: Lexicon,
        language: Language,
    ) -> None:
        self.starts = starts
        """Where each entry's words start, and at the end where the last ones end."""
        self.numbers = numbers
        self.told = told
        """Which of an entry's words only its answer holds: the last ones of each entry."""
        asked_before = np.concatenate(([0], np.cumsum(~told)))
        self._told_starts = starts[:-1] + asked_before[starts[1:]] - asked_before[starts[:-1]]
        """Where those of each entry start."""
        self.particles = particles
        """(entries, columns of the language): which entry holds which of those words."""
        self.names = names
        """What words that mean the same are called alike."""
        self.name_numbers = name_numbers
        """The number of each word's name."""
        self.directions = directions
        """Where each word's meaning points: (words, dimensions), where 127 stands for 1.

        A byte for each component is exact enough, and four times as many words are near at hand.
        """
        self._lexicon = lexicon
        self._language = language
        self._known: dict[str, tuple[int, float]] = {}

    @classmethod
    def fit(cls, corpus: Corpus, lexicon: Lexicon) -> "Alignment":
        """Note the words of each entry of a corpus."""
        numbers: dict[str, int] = {}
        columns = corpus.language.columns
        asked: list[set[int]] = [set() for _ in range(corpus.entries)]
        told: list[set[int]] = [set() for _ in range(corpus.entries)]
        particles = np.zeros((corpus.entries, len(columns)), dtype=np.bool_)
        for tokens, owner, is_asked in zip(
            corpus.texts, corpus.owners.tolist(), corpus.asked.tolist(), strict=True
        ):
            mine = (asked if is_asked else told)[owner]
            for token in tokens:
                if token in columns:
                    particles[owner, columns[token]] = True
                else:
                    mine.add(numbers.setdefault(token, len(numbers)))
        rows = [[*sorted(a), *sorted(t - a)] for a, t in zip(asked, told, strict=True)]
        only_told = [[n not in a for n in row] for a, row in zip(asked, rows, strict=True)]
        names: dict[str, int] = {}
        name_numbers = [
            names.setdefault(_name(word, lexicon.synonyms), len(names)) for word in numbers
        ]
        return cls(
            np.cumsum([0, *map(len, rows)]),
            np.asarray([n for row in rows for n in row], dtype=np.int32),
            np.asarray([t for row in only_told for t in row], dtype=np.bool_),
            particles,
            NameTable.pack(names),
            np.asarray(name_numbers, dtype=np.int32),
            np.rint(corpus.language.point(list(numbers))[0] * _BYTE).astype(np.int8),
            lexicon,
            corpus.language,
        )

    def to_arrays(self) -> dict[str, Array]:
        """The arrays that `from_arrays` restores it from."""
        return {
            "entry_word_names": self.names.data,
            "entry_word_starts": self.starts,
            "entry_word_numbers": self.numbers,
            "entry_words_told": self.told,
            "entry_grammar": self.particles,
            "entry_word_name_numbers": self.name_numbers,
            "entry_word_directions": self.directions,
        }

    @classmethod
    def from_arrays(
        cls, arrays: Mapping[str, Array], lexicon: Lexicon, language: Language
    ) -> "Alignment":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(
            arrays["entry_word_starts"],
            arrays["entry_word_numbers"],
            arrays["entry_words_told"],
            arrays["entry_grammar"],
            NameTable(arrays["entry_word_names"]),
            arrays["entry_word_name_numbers"],
            arrays["entry_word_directions"],
            lexicon,
            language,
        )

    def read(self, tokens: Sequence[str]) -> QueryWords:
        """The words of a tokenised query, each weighed by how much it says and how rare it is."""
        words, particles = self._part_grammar(tokens)
        self._learn([*words, *particles])
        known = [self._known[word] for word in (*words, *particles)]
        weights = np.asarray([weight for _, weight in known], dtype=np.float32)
        if not weights.any():  # all of them so common in the knowledge that none tells anything
            weights[:] = 1
        weights /= np.float32(float(weights.sum()) or 1.0)
        names = [number for number, _ in known[: len(words)]]
        return QueryWords(
            np.asarray(names, dtype=np.int32),
            self._language.point(words)[0],
            weights[: len(words)],
            np.asarray([self._language.columns[word] for word in particles], dtype=np.int64),
            weights[len(words) :],
        )

    def _learn(self, words: Sequence[str]) -> None:
        recall_all(self._known, words, self._look_up)

    def _look_up(self, words: Sequence[str]) -> Iterator[tuple[int, float]]:
        """The number of each word's name, and how much the word weighs."""
        numbers = self.names.find_all([_name(word, self._lexicon.synonyms) for word in words])
        _, lengths = self._language.point(words)
        for word, number, length in zip(words, numbers.tolist(), lengths.tolist(), strict=True):
            says = length or 1.0  # of a word without a meaning nobody knows how much
            yield number, says * self._language.share(word) * self._lexicon.rarity(word)

    def find_askers(self, word: str) -> list[int]:
        """The entries with a phrasing that says a word, or one that means the same."""
        name = self.names.find(_name(word, self._lexicon.synonyms))
        if name is None:
            return []
        places = np.nonzero(self.name_numbers.take(self.numbers) == name)[0]
        entries = np.searchsorted(self.starts, places, side="right") - 1
        asked = places < self._told_starts[entries]
        return np.unique(entries[asked]).tolist()  # type: ignore[no-any-return]

    def compare(self, query: QueryWords, entries: Sequence[int]) -> tuple[Floats, Floats]:
        """For each of `entries` the share (0..1) of the query that has a counterpart in it.

        And the share of the one word that is missed most: a paraphrase misses a little
        everywhere, a question about something else misses one thing altogether.
        """
        chosen = np.asarray(entries, dtype=np.int64)
        said = self.particles[chosen[:, None], query.particles] * query.particle_weights
        found = self._find_counterparts(query, chosen) * query.weights
        met = said.sum(axis=1) + found.sum(axis=1)
        missed = (query.particle_weights - said).max(axis=1, initial=0.0)
        lost = (query.weights - found).max(axis=1, initial=0.0)
        return met, np.maximum(missed, lost)

    def list_missed(
        self, tokens: Sequence[str], query: QueryWords, entry: int
    ) -> list[tuple[str, float]]:
        """The words of `tokens` that an entry misses, each with the share of all that it misses.

        `query` is what `read` makes of them. The most missed first; those that are missed by next
        to nothing are left out, and so are those that carry grammar.
        """
        words, _ = self._part_grammar(tokens)
        found = self._find_counterparts(query, np.asarray([entry]))[0] * query.weights
        shares = zip(words, (query.weights - found).tolist(), strict=True)
        grammar = self._language.stop_words
        lost = [item for item in shares if item[1] > _LOST and item[0] not in grammar]
        return sorted(lost, key=lambda item: -item[1])

    def _part_grammar(self, tokens: Sequence[str]) -> tuple[list[str], list[str]]:
        """The distinct words of a text, apart from those that only the same word is like."""
        distinct = list(dict.fromkeys(tokens))[:MOST_WORDS]
        columns = self._language.columns
        words = [word for word in distinct if word not in columns]
        return words, [word for word in distinct if word in columns]

    def _find_counterparts(self, query: QueryWords, entries: Integers) -> Floats:
        """How near (0..1) each word of a query comes to its counterpart: (entries, words)."""
        best = np.zeros((len(entries), len(query.names)), dtype=np.float32)
        if not len(query.names):
            return best
        directions = query.directions * np.float32(1 / _BYTE)
        bounds = (self.starts[entries], self._told_starts[entries], self.starts[entries + 1])
        for row, start, told, end in zip(
            best, *(places.tolist() for places in bounds), strict=True
        ):
            numbers, asked = self.numbers[start:end], told - start
            same = self.name_numbers.take(numbers)[:, None] == query.names
            # Most words are among the entry's own; only the others need to be compared by meaning.
            row[:] = same[:asked].any(axis=0)
            others = (row == 0).nonzero()[0]
            if not len(others) or not len(numbers):
                continue
            words = self.directions.take(numbers, axis=0).astype(np.float32)
            likeness = words @ directions[others].T
            np.copyto(likeness, np.float32(1), where=same[:, others])
            nearest = likeness[:asked].max(axis=0, initial=_UNRELATED) - _UNRELATED
            told_of = likeness[asked:].max(axis=0, initial=_UNRELATED) - _UNRELATED
            row[others] = np.maximum(nearest, _TOLD_SHARE * told_of) / (1 - _UNRELATED)
        return np.minimum(best, 1, out=best)


def _name(word: str, synonyms: Synonyms) -> str:
    """What words that mean the same are called alike."""
    root = stem(word)
    return synonyms.groups.get((root,), root)
