"""What scores: letters, meaning and neighbours of tokenised texts, put together."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Self

import numpy as np
from cachetools import LRUCache

from bot.engine.languages.language import Language
from bot.engine.languages.vectors import DIMENSIONS
from bot.engine.matching.alignment import Alignment, QueryWords
from bot.engine.matching.corpus import Corpus
from bot.engine.matching.features import Synonyms
from bot.engine.matching.lexicon import Lexicon
from bot.engine.matching.neighbours import Neighbours
from bot.engine.matching.training import MEANING_WEIGHT, EntryVectors, train, weigh_features
from bot.engine.recent import recall
from bot.engine.tables.arrays import Array, Floats, Integers
from bot.engine.tables.weighed import Weighed


def _share_out(weights: Sequence[float]) -> Floats:
    """`weights` as shares of their sum."""
    return np.asarray(weights, dtype=np.float32) / np.float32(sum(weights))


NEIGHBOUR_WEIGHT: Final = 1.0
"""How much the likeness to single utterances counts beside the letters, which count 1."""

_SHARES: Final = _share_out([1, MEANING_WEIGHT, NEIGHBOUR_WEIGHT])
"""How much letters, meaning and neighbours count for which entry is best."""

_SURE: Final = _share_out([0.75, 1, 0.75])
"""What letters, meaning and neighbours say about whether the best entry is in scope at all.

Letters say less about that than about which entry is best, as a paraphrase shares few of them.
"""

_LETTERS_ALONE: Final = _share_out([1, 0, 0])
"""Both where no word's meaning is known."""

_ANSWER_TRUST: Final = 8
"""Phrasings of an entry from which on its answer's sentences count half of what they would alone.

Among the neighbours, where an utterance counts 1.
"""

_ALIGNMENT_WEIGHT: Final = 0.15
"""How much it counts, beside the rest, that a query's words have counterparts in an entry."""

_ALIGNED: Final = 5
"""Entries, the best of the rest, whose words are held against the query's."""

_IN_REACH: Final = 0.7
"""Of those only the ones that could come to this share of the best one."""

_UNKNOWN_WORDS: Final = 0.7
"""How sure to be, beside the rest, of a query of which the knowledge knows not one letter group."""

_THINNED: Final = 0.04
_FEW_PARTICLES: Final = 3
_USUAL_PARTICLES: Final = 6
_MANY_PARTICLES: Final = 12
"""How much (as a power of e) each word of grammar more than usual thins a query out.

Such words say little and lower every likeness, so that a whole sentence looks less sure than
keywords. Fewer than the few, or more than the many, count no further.
"""

_COMPARED: Final = 8
"""Texts whose scores are remembered, as one message compares them more than once."""

_CENTRING: Final = 0.5
"""How much of what all utterances have in common is taken out of every meaning."""


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """A tokenised text as the model compares it; equal to itself alone."""

    numbers: Integers = field(repr=False)
    weights: Floats = field(repr=False)
    """The text's features and what each weighs."""
    meaning: Floats = field(repr=False)
    """A direction, or all zeros when no word's meaning is known."""
    words: QueryWords = field(repr=False)
    coverage: float
    """The share (0..1) of the text's character n-grams that the knowledge knows."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How well each entry fits a query."""

    values: Floats
    """One score (0..1) for each entry."""
    confidence: float
    """How sure the best entry is in scope (0..1): the higher, the less likely out of scope."""

    def top(self, limit: int, *, among: int | None = None) -> list[tuple[int, float]]:
        """Return the best `limit` entries as (entry, score), best first.

        With `among` only the first so many entries count.
        """
        values = self.values[:among]
        limit = min(limit, len(values))
        if limit < 1:
            return []
        # All that tie with the last one that gets in, so that ties always fall alike.
        least = np.partition(values, len(values) - limit)[len(values) - limit]
        best = (values >= least).nonzero()[0]
        order = best[(-values[best]).argsort(kind="stable")][:limit]
        return list(zip(order.tolist(), values[order].tolist(), strict=True))

    @property
    def best(self) -> int | None:
        """The best entry, and the first of those that tie; None where there are no entries."""
        return _find_best(self.values)

    def share_of_best(self, number: int | None) -> float:
        """How much of the best score an entry has, 0..1."""
        highest = float(self.values.max(initial=0.0))
        return float(self.values[number]) / highest if number is not None and highest else 0.0

    def confidence_in(self, number: int | None) -> float:
        """How sure they are of one entry."""
        return self.confidence * self.share_of_best(number)

    def with_values(self, values: Floats) -> Self:
        """Those of other values, as sure as these are of the entry that is best by them."""
        return replace(self, values=values, confidence=self.confidence_in(_find_best(values)))

    @property
    def margin(self) -> float:
        """How far the best entry is ahead of the second; its whole score when it is alone."""
        best = [score for _, score in self.top(2)]
        return best[0] - best[1] if len(best) > 1 else sum(best)


@dataclass(frozen=True, slots=True)
class Model:
    """A trained matcher of tokenised texts to numbered entries."""

    lexicon: Lexicon
    vectors: EntryVectors
    neighbours: Neighbours
    alignment: Alignment
    common: Floats
    """What is taken out of every meaning, because all utterances share it."""
    language: Language
    """The knowledge's own."""
    missed_cost: float = 0.0
    """How much less sure to be of an entry that knows nothing of one word, were it all a query."""
    _parts: LRUCache[Signature, Floats] = field(
        default_factory=lambda: LRUCache(_COMPARED), init=False, repr=False, compare=False
    )
    """A post's sentences are scored alone, and then together with each other."""

    @classmethod
    def fit(cls, corpus: Corpus, *, missed_cost: float = 0.0) -> Self:
        """Train on the texts of a corpus."""
        lexicon, letters = _weigh_letters(corpus)
        asked = corpus.asked
        sums = [corpus.language.add_up(tokens) for tokens in corpus.texts]
        meanings = _normalise(_stack(sums))
        shared = meanings[asked].mean(axis=0) if asked.any() else np.zeros(DIMENSIONS)
        common: Floats = np.asarray(shared * _CENTRING, dtype=np.float32)
        meanings = _normalise(meanings - common)
        vectors = train(letters, meanings, corpus, lexicon.blocks)
        del letters  # the largest of all, and of no more use
        phrasings = np.bincount(corpus.owners[asked], minlength=corpus.entries)[corpus.owners]
        told = _ANSWER_TRUST / (_ANSWER_TRUST + phrasings)
        weights = np.where(asked, 1.0, told).astype(np.float32)
        neighbours = Neighbours.fit(meanings, corpus.owners, weights, corpus.entries)
        alignment = Alignment.fit(corpus, lexicon)
        return cls(lexicon, vectors, neighbours, alignment, common, corpus.language, missed_cost)

    def to_arrays(self) -> dict[str, Array]:
        """The arrays that `from_arrays` restores it from, beside the synonyms and the cost."""
        return {
            **self.lexicon.to_arrays(),
            **self.vectors.to_arrays(),
            **self.neighbours.to_arrays(),
            **self.alignment.to_arrays(),
            "common": self.common,
        }

    @classmethod
    def from_arrays(
        cls,
        arrays: Mapping[str, Array],
        synonyms: Synonyms,
        language: Language,
        *,
        missed_cost: float,
    ) -> Self:
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        lexicon = Lexicon.from_arrays(arrays, synonyms)
        return cls(
            lexicon,
            EntryVectors.from_arrays(arrays),
            Neighbours.from_arrays(arrays),
            Alignment.from_arrays(arrays, lexicon, language),
            arrays["common"],
            language,
            missed_cost,
        )

    def read(self, tokens: Sequence[str]) -> Signature:
        """What is compared of `tokens`."""
        counted = self.lexicon.count(tokens)
        numbers, weights = self.lexicon.weigh(counted)
        words = self.alignment.read(tokens)
        return Signature(numbers, weights, self.point(tokens), words, counted.coverage)

    def point(self, tokens: Sequence[str]) -> Floats:
        """The direction of what `tokens` mean, without what all utterances share."""
        meaning = self.language.add_up(tokens)
        if length := np.sqrt(meaning @ meaning):
            meaning /= length
            meaning -= self.common
            meaning /= np.sqrt(meaning @ meaning) or np.float32(1)
        return meaning

    def centre(self, sums: Floats) -> Floats:
        """The same of sums of words' meanings, one row each."""
        return _normalise(_normalise(sums) - self.common)

    def score(self, mixture: Sequence[tuple[Signature, float]]) -> Scores:
        """Score every entry against texts that each have a weight."""
        values, sure, missed = self.judge(mixture)
        return Scores(values, sure * keep_of_missed(missed, self.missed_cost))

    def judge(self, mixture: Sequence[tuple[Signature, float]]) -> tuple[Floats, float, float]:
        """The entries' scores, and of the best one how sure to be of it and what it misses.

        How sure (0..1) were no missed word to count, and the share (0..1) of the heaviest text that
        is the one word which the entry misses most.
        """
        total = sum(weight for _, weight in mixture) or 1.0
        scored = [
            recall(self._parts, text, self._score_parts) * np.float32(w / total)
            for text, w in mixture
        ]
        parts = np.asarray(sum(scored[1:], start=scored[0]))
        coverage = sum(text.coverage * weight / total for text, weight in mixture)
        main = max(mixture, key=lambda item: item[1])[0]
        meant = self.language.has_meanings
        shares, sure_shares = (_SHARES, _SURE) if meant else (_LETTERS_ALONE, _LETTERS_ALONE)
        values, missed = self._align(_add_up(shares, parts), main.words)
        if (best := _find_best(values)) is None:
            return values, 0.0, 0.0
        likeness = float(sure_shares @ parts[:, best])
        sure = _judge_confidence(likeness, coverage, len(main.words.particles))
        return values, sure, missed.get(best, 0.0)

    def _score_parts(self, text: Signature) -> Floats:
        """What letters, meaning and neighbours say of every entry: (3, entries)."""
        parts = np.empty((3, len(self.vectors.meanings)), dtype=np.float32)
        parts[0] = self.vectors.score_letters(text.numbers, text.weights)
        np.matmul(self.vectors.meanings, text.meaning, out=parts[1])
        parts[2] = self.neighbours.score(text.meaning)
        return parts

    def _align(self, values: Floats, words: QueryWords) -> tuple[Floats, dict[int, float]]:
        """Lift the best entries by how much of what a query says they say as well.

        Returns the values, and for each of the best entries what it misses most.
        """
        best = [entry for entry, _ in Scores(values, 0.0).top(_ALIGNED)]
        least = _IN_REACH * float(values[best[0]]) - _ALIGNMENT_WEIGHT if best else 0.0
        best = [entry for entry in best if values[entry] >= least]
        met, missed = self.alignment.compare(words, best)
        values[best] += _ALIGNMENT_WEIGHT * met
        values /= np.float32(1 + _ALIGNMENT_WEIGHT)
        return values, dict(zip(best, missed.tolist(), strict=True))


def keep_of_missed(missed: float, cost: float) -> float:
    """The share (0..1) of a confidence that is left when a word of that share is missed."""
    return max(0.0, 1 - cost * missed)


def _weigh_letters(corpus: Corpus) -> tuple[Lexicon, Weighed]:
    """Number and weigh the features of a corpus, and each text's share of them."""
    unweighed = Lexicon.collect(corpus.texts, corpus.synonyms)
    counted = [unweighed.count(tokens) for tokens in corpus.texts]
    lexicon = unweighed.weighed(
        weigh_features(
            [text.numbers for text in counted],
            corpus.owners,
            features=len(unweighed),
            entries=corpus.entries,
        )
    )
    return lexicon, Weighed.stack([lexicon.weigh(text) for text in counted])


def _add_up(shares: Floats, parts: Floats) -> Floats:
    """The weighed mean of the parts, 0..1 for each entry."""
    values: Floats = shares @ parts
    np.maximum(values, 0, out=values)
    return np.minimum(values, 1, out=values)


def _find_best(values: Floats) -> int | None:
    return int(values.argmax()) if len(values) else None


def _judge_confidence(sure: float, coverage: float, particles: int) -> float:
    """How sure an entry so like a query is in scope; less of queries in unknown words.

    `particles` are the query's words of grammar.
    """
    known = _UNKNOWN_WORDS + (1 - _UNKNOWN_WORDS) * coverage
    further = min(max(particles, _FEW_PARTICLES), _MANY_PARTICLES) - _USUAL_PARTICLES
    return min(max(sure * known * math.exp(_THINNED * further), 0.0), 1.0)


def _stack(rows: Sequence[Floats]) -> Floats:
    return np.stack(rows) if rows else np.empty((0, DIMENSIONS), dtype=np.float32)


def _normalise(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)
