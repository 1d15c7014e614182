"""Training of the linear part: one vector for each entry, over features and over meaning.

An entry starts as the damped mean of its utterances and of what its answer says. Then, where an
utterance's own entry would not be clearly ahead without that utterance's help, a little weight
moves from the rival to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.engine.matching.corpus import Corpus
from bot.engine.matching.features import BLOCK_WEIGHTS, BLOCKS
from bot.engine.matching.weight_tables import WeightPostings, WeightTable, lay_out
from bot.engine.tables.arrays import Array, Flags, Floats, Integers
from bot.engine.tables.weighed import Weighed, spread

MEANING_WEIGHT: Final = 0.7
"""How much the meaning counts beside the letters, which count 1."""

_DAMPING: Final = 0.6
"""Power that keeps what one phrasing repeats from outweighing what the others say."""

_MARGIN: Final = 0.15 * (1 + MEANING_WEIGHT)
_STEP: Final = 0.02
_FAR_AHEAD: Final = 1.15 * _MARGIN
"""Utterances that lead by more are not looked at again."""

_ROUNDS: Final = 8
_ROUNDS_FOR_MANY: Final = 1
_MANY: Final = 30_000
"""So many utterances teach enough in fewer rounds."""

_MOST_HOLDERS: Final = 1_000
_HOLDERS_SHARE: Final = 0.7
_FEWEST_HOLDERS: Final = 100
"""A feature that more entries share, or more than this share of them and so many, tells little.

It would cost most of the time of a query and of training.
"""

LARGEST_TABLE: Final = 30_000_000
"""Pairs of a feature and an entry of which training keeps one table, of four bytes each."""

_CHUNK: Final = 64
_SHARED: Final = 1.5
"""A feature is not an utterance's own when its entry holds this many times its weight."""


@dataclass(frozen=True, slots=True)
class EntryVectors:
    """The entries' vectors: postings by feature, and a meaning for each entry."""

    starts: Integers
    """Where each feature's postings start, and at the end where the last ones end."""
    entries: Integers
    weights: npt.NDArray[np.floating[Any]]
    """What each posting weighs; of two bytes each once trained, as there are very many."""
    meanings: Floats
    """(entries, dimensions)"""

    def to_arrays(self) -> dict[str, Array]:
        """The arrays that `from_arrays` restores it from."""
        return {
            "starts": self.starts,
            "entries": self.entries,
            "entry_weights": self.weights,
            "meanings": self.meanings,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> "EntryVectors":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(arrays["starts"], arrays["entries"], arrays["entry_weights"], arrays["meanings"])

    def score_letters(self, numbers: Integers, weights: Floats) -> Floats:
        """Each entry's score for weighed features, about 0..1."""
        places, repeats = spread(self.starts, numbers)
        shares = np.repeat(weights, repeats) * self.weights.take(places)
        scores = np.bincount(
            self.entries.take(places), weights=shares, minlength=len(self.meanings)
        )
        return scores.astype(np.float32)

    def find_strongest(self, number: int) -> float:
        """The most that a feature weighs in any entry's vector."""
        held = self.weights[self.starts[number] : self.starts[number + 1]]
        return float(held.max(initial=0.0))

    def is_alone(self, number: int) -> bool:
        """Whether a single entry holds a feature."""
        return bool(self.starts[number + 1] - self.starts[number] == 1)

    def weigh(self, number: int, entry: int) -> float:
        """What a feature weighs in one entry's vector."""
        held = slice(self.starts[number], self.starts[number + 1])
        return float(self.weights[held][self.entries[held] == entry].sum())

    def score_entry(self, entry: int, numbers: Integers, weights: Floats, meaning: Floats) -> float:
        """One entry's score."""
        places, repeats = spread(self.starts, numbers)
        shares = np.repeat(weights, repeats) * self.weights[places]
        letters = float(shares[self.entries[places] == entry].sum())
        return letters + MEANING_WEIGHT * float(self.meanings[entry] @ meaning)


def weigh_features(
    texts: Sequence[Integers], owners: Integers, *, features: int, entries: int
) -> Floats:
    """Weigh features by how few texts and how few entries hold them; 0 for the commonest.

    `texts` holds the distinct features of each text, `owners` its entry.
    """
    numbers = np.concatenate(texts) if texts else np.empty(0, dtype=np.int64)
    holders = np.repeat(owners, [len(text) for text in texts])
    in_texts = np.maximum(np.bincount(numbers, minlength=features), 1)
    pairs = np.unique(_encode(numbers, holders, features, entries))
    in_entries = np.maximum(np.bincount(pairs // entries, minlength=features), 1)
    rarity = np.log(1 + len(texts) / in_texts) * np.log(1 + entries / in_entries)
    most = min(max(_FEWEST_HOLDERS, int(_HOLDERS_SHARE * entries)), _MOST_HOLDERS)
    rarity[in_entries > most] = 0
    return np.asarray(np.sqrt(rarity), dtype=np.float32)


def train(
    letters: Weighed,
    meanings: Floats,
    corpus: Corpus,
    blocks: Integers,
    *,
    largest_table: int = LARGEST_TABLE,
) -> EntryVectors:
    """Train one vector for each entry of `corpus`.

    `letters` and `meanings` hold a row for each text, `blocks` the block of each feature.
    What comes out is the same but for rounding with a table of all features and entries and, where
    that would have more cells than `largest_table`, without.
    """
    tabled = len(blocks) * corpus.entries <= largest_table
    trainer = _Trainer(letters, meanings, corpus, blocks, WeightTable if tabled else WeightPostings)
    trainer.refine()
    return trainer.finish()


class _Trainer:
    def __init__(
        self,
        letters: Weighed,
        meanings: Floats,
        corpus: Corpus,
        blocks: Integers,
        form: type[WeightTable | WeightPostings],
    ) -> None:
        owners, shares, entries = corpus.owners, corpus.shares, corpus.entries
        self._letters = letters
        self._meanings = meanings
        self._owners = owners
        self._entries = entries
        self._features = len(blocks)
        self._utterances = np.nonzero(corpus.asked)[0]
        sizes = np.diff(letters.starts)
        self._keys, places = np.unique(
            self._encode(letters.numbers, np.repeat(owners, sizes)), return_inverse=True
        )
        own_places = places.astype(np.int32)
        del places  # as long as all the features of all the texts, like each array here
        weights = letters.weights * np.repeat(shares, sizes)
        sums = np.bincount(own_places, weights=weights, minlength=len(self._keys))
        self._shared = sums[own_places] > letters.weights * _SHARED
        damped = _damp(sums, blocks[self._keys // entries], self._keys % entries, entries)
        self._held = form(self._keys, damped, self._features, entries)
        totals = np.zeros((entries, meanings.shape[1]), dtype=np.float32)
        np.add.at(totals, owners, meanings * shares[:, None])
        self._lengths = np.maximum(np.linalg.norm(totals, axis=1), 1e-6)
        self._sizes = np.bincount(owners, weights=shares, minlength=entries)
        self._totals: Floats = totals / self._lengths[:, None]

    def finish(self) -> EntryVectors:
        """The entries' vectors as they are now."""
        starts, holders = lay_out(self._keys, self._features, self._entries)
        return EntryVectors(
            starts, holders, self._held.weigh(self._keys).astype(np.float16), self._totals
        )

    def refine(self) -> None:
        """Go over the utterances a few times, leaving out those that are far ahead."""
        if self._entries < 2:
            return
        utterances = self._utterances
        for _ in range(_ROUNDS if len(utterances) <= _MANY else _ROUNDS_FOR_MANY):
            leads = [
                self._refine_chunk(utterances[start : start + _CHUNK])
                for start in range(0, len(utterances), _CHUNK)
            ]
            utterances = utterances[np.concatenate(leads) < _FAR_AHEAD]
            if not len(utterances):
                return

    def _refine_chunk(self, utterances: Integers) -> Floats:
        """Move weight for the utterances that lead by too little; return all the leads."""
        features, sizes = spread(self._letters.starts, utterances)
        texts = Weighed.cut(sizes, self._letters.numbers[features], self._letters.weights[features])
        meanings = self._meanings[utterances]
        owners = self._owners[utterances]
        scores = meanings @ self._totals.T
        scores *= np.float32(MEANING_WEIGHT)
        scores += self._held.score(texts)
        scores[np.arange(len(utterances)), owners] = -np.inf
        rivals = scores.argmax(axis=1)
        leads = self._score_own(texts, self._shared[features], meanings, owners)
        leads -= scores.max(axis=1)
        close = leads < _MARGIN
        self._move(texts.keep(close), meanings[close], owners[close], rivals[close])
        return leads

    def _score_own(
        self, texts: Weighed, shared: Flags, meanings: Floats, owners: Integers
    ) -> Floats:
        """The texts' scores for their own entries, had those not held the text.

        `shared` says which features the entry would hold all the same.
        """
        held = self._held.weigh(self._encode(texts.numbers, texts.repeat(owners)))
        shares = texts.weights * np.where(shared, held, 0)
        letters = np.bincount(texts.number_rows(), weights=shares, minlength=len(owners))
        rest = self._totals[owners] - meanings / self._lengths[owners, None]
        likeness = np.einsum("ij,ij->i", meanings, rest) * (self._sizes[owners] > 1)
        return np.asarray(letters + MEANING_WEIGHT * likeness, dtype=np.float32)

    def _move(self, texts: Weighed, meanings: Floats, owners: Integers, rivals: Integers) -> None:
        """Move a little of each text's weight from its rival to its own entry."""
        moved = texts.weights * np.float32(_STEP)
        self._held.add(self._encode(texts.numbers, texts.repeat(owners)), moved)
        self._held.add(self._encode(texts.numbers, texts.repeat(rivals)), -moved)
        meanings = meanings * np.float32(_STEP * MEANING_WEIGHT)
        np.add.at(self._totals, owners, meanings)
        np.subtract.at(self._totals, rivals, meanings)

    def _encode(self, numbers: Integers, holders: Integers) -> Integers:
        return _encode(numbers, holders, self._features, self._entries)


def _encode(numbers: Integers, holders: Integers, features: int, entries: int) -> Integers:
    """One number for each pair of a feature and the entry that holds it, in rising order."""
    if features * entries < 2**31:
        return numbers.astype(np.int32) * np.int32(entries) + holders.astype(np.int32)
    return numbers.astype(np.int64) * entries + holders


def _damp(sums: Array, blocks: Integers, holders: Integers, entries: int) -> Floats:
    """Damp what each entry holds; give each block its share and each entry length one."""
    damped = sums**_DAMPING
    cells = holders * len(BLOCKS) + blocks
    squares = np.bincount(cells, weights=damped**2, minlength=entries * len(BLOCKS))
    shares = np.where(squares > 0, np.tile(BLOCK_WEIGHTS, entries), 0.0)
    lengths = np.sqrt((shares.reshape(entries, len(BLOCKS)) ** 2).sum(axis=1)).repeat(len(BLOCKS))
    factors = shares / np.sqrt(np.maximum(squares, 1e-12)) / np.maximum(lengths, 1e-6)
    return np.asarray(damped * factors[cells], dtype=np.float32)
