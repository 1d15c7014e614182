"""The trained index of one knowledge base: build it, score a query, explain a score."""

import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt

from bot.engine import features
from bot.engine.spelling import Repair, Speller
from bot.engine.text import expand_chat_spellings, replace_phrases, stem, tokenize

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int32]

FORMAT: Final = 1
"""Raised whenever the meaning of the serialised arrays changes."""

_DAMPING: Final = 0.6
_ROUNDS: Final = 5
_MARGIN: Final = 0.15
_STEP: Final = 0.2


class DamagedIndexError(ValueError):
    """Bytes that do not hold an index of this format."""


@dataclass(frozen=True, slots=True)
class Document:
    """One entry as the index sees it."""

    id: str
    question: str
    utterances: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class PreparedQuery:
    """A query as the index reads it."""

    text: str
    tokens: tuple[str, ...]
    repairs: tuple[Repair, ...]
    coverage: float
    """The share (0..1) of the query's character n-gram mass that the knowledge knows."""
    ids: Integers = field(repr=False)
    weights: Floats = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scores:
    """How well each entry fits a query."""

    values: Floats
    """One score (0..1) for each entry."""
    confidence: float
    """How sure the best entry is in scope (0..1): the higher, the less likely out of scope."""

    def top(self, limit: int) -> list[tuple[int, float]]:
        """Return the best `limit` entries as (entry, score), best first."""
        limit = min(limit, len(self.values))
        order = np.argsort(-self.values, kind="stable")[:limit]
        return [(int(entry), float(self.values[entry])) for entry in order]

    @property
    def margin(self) -> float:
        """How far the best entry is ahead of the second."""
        best = self.top(2)
        return best[0][1] - best[1][1] if len(best) > 1 else (best[0][1] if best else 0.0)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an entry got its score."""

    utterance: str
    """The phrasing of the entry that is nearest to the query."""
    words: tuple[tuple[str, float], ...]
    """The words of the query that counted, with the share of the score each gave."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where to draw the lines, estimated from the knowledge base alone."""

    decline: float
    """Answer only from this confidence on."""
    ambiguity: float
    """Offer choices when the best entry leads the second by less than this."""


def _normalised(values: Floats) -> Floats:
    norm = float(np.sqrt(np.dot(values, values)))
    return values / np.float32(norm) if norm else values


class Index:
    """Entries as vectors over features, trained on their utterances.

    Values are read-only after `build`: a changed knowledge base gets a new index.
    """

    def __init__(self, state: dict[str, Any], arrays: dict[str, npt.NDArray[Any]]) -> None:
        self._state = state
        self._ids: dict[str, int] = {name: n for n, name in enumerate(state["features"])}
        self._words: dict[str, int] = state["words"]
        self._groups: dict[str, str] = state["groups"]
        self._abbreviations = {tuple(short): tuple(long) for short, long in state["abbreviations"]}
        self._longest_abbreviation = max((len(key) for key in self._abbreviations), default=0)
        self._phrasings: list[list[str]] = state["phrasings"]
        self._entries = len(self._phrasings)
        self._arrays = arrays
        self._idf: Floats = arrays["idf"]
        self._block: npt.NDArray[np.int8] = arrays["block"]
        self._matrix: Floats = arrays["matrix"]
        self.thresholds = Thresholds(*state["thresholds"])
        self._speller = Speller(self._words, protected=state["protected"])

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words that the knowledge knows."""
        return frozenset(self._words)

    @classmethod
    def build(
        cls,
        documents: Sequence[Document],
        *,
        synonyms: Sequence[Sequence[str]] = (),
        abbreviations: Mapping[str, str] | None = None,
    ) -> Self:
        """Train an index on `documents`, whose order numbers the entries."""
        short_forms = {
            tuple(tokenize(short)): tuple(tokenize(long))
            for short, long in (abbreviations or {}).items()
        }
        longest = max((len(key) for key in short_forms), default=0)
        groups = features.synonym_groups(synonyms)
        words: Counter[str] = Counter()
        owners: list[int] = []
        bags: list[Counter[str]] = []
        for entry, document in enumerate(documents):
            for phrasing in (document.question, *document.utterances):
                tokens = replace_phrases(tokenize(phrasing), short_forms, longest)
                words.update(tokens)
                owners.append(entry)
                bags.append(features.extract(tokens, groups))
        protected = sorted({word for document in documents for word in tokenize(document.answer)})
        names = sorted({name for bag in bags for name in bag})
        state = {
            "features": names,
            "words": dict(words),
            "groups": groups,
            "abbreviations": [[list(short), list(long)] for short, long in short_forms.items()],
            "phrasings": [[d.question, *d.utterances] for d in documents],
            "protected": protected,
            "thresholds": [0.35, 0.05],
        }
        arrays = _train(names, bags, np.asarray(owners, dtype=np.int32), len(documents))
        return cls(state, arrays)

    def prepare(self, text: str) -> PreparedQuery:
        """Read `text`: tokens, repaired words, features."""
        tokens = expand_chat_spellings(tokenize(text), self._words)
        tokens = replace_phrases(tokens, self._abbreviations, self._longest_abbreviation)
        tokens, repairs = self._speller.repair(tokens)
        tokens = replace_phrases(tokens, self._abbreviations, self._longest_abbreviation)
        bag = features.extract(tokens, self._groups)
        ids, weights = _weigh(bag, self._ids, self._idf, self._block)
        grams = [name for name in bag if name[0] == "c"]
        coverage = sum(name in self._ids for name in grams) / len(grams) if grams else 0.0
        return PreparedQuery(text, tuple(tokens), tuple(repairs), coverage, ids, weights)

    def score(self, query: PreparedQuery) -> Scores:
        """Score every entry against `query`."""
        return self.score_mixture([(query, 1.0)])

    def score_mixture(self, queries: Sequence[tuple[PreparedQuery, float]]) -> Scores:
        """Score every entry against several queries at once, each with its weight."""
        total = sum(weight for _, weight in queries) or 1.0
        values = np.zeros(self._entries, dtype=np.float32)
        coverage = 0.0
        for query, weight in queries:
            if len(query.ids):
                share = np.float32(weight / total)
                values += share * (query.weights @ self._matrix[query.ids])
            coverage += query.coverage * weight / total
        np.clip(values, 0.0, 1.0, out=values)
        best = float(values.max()) if self._entries else 0.0
        return Scores(values, best * coverage)

    def explain(self, query: PreparedQuery, entry: int) -> Explanation:
        """Tell what counted for `entry`: its nearest phrasing and the query's words."""
        contributions: dict[str, float] = {}
        names = self._state["features"]
        for feature, weight in zip(query.ids.tolist(), query.weights.tolist(), strict=True):
            if names[feature][0] == "w":
                contributions[names[feature][1:]] = weight * float(self._matrix[feature, entry])
        words = []
        for token in dict.fromkeys(query.tokens):
            share = contributions.get(stem(token), 0.0)
            if share > 0:
                words.append((token, share))
        words.sort(key=lambda pair: -pair[1])
        wanted = set(features.extract(query.tokens, self._groups))
        nearest = max(
            self._phrasings[entry],
            key=lambda text: len(wanted & set(features.extract(tokenize(text), self._groups))),
        )
        return Explanation(nearest, tuple(words))

    def to_bytes(self) -> bytes:
        """Serialise the index, without pickle."""
        buffer = io.BytesIO()
        state = np.frombuffer(json.dumps([FORMAT, self._state]).encode(), dtype=np.uint8)
        np.savez(buffer, allow_pickle=False, state=state, **self._arrays)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Load what `to_bytes` wrote; raise `DamagedIndexError` for anything else."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as stored:
                arrays = {name: stored[name] for name in stored.files}
            version, state = json.loads(arrays.pop("state").tobytes())
            if version != FORMAT:
                raise DamagedIndexError(f"index format {version}, not {FORMAT}")
            return cls(state, arrays)
        except DamagedIndexError:
            raise
        except Exception as error:
            raise DamagedIndexError("these bytes do not hold an index") from error


def _weigh(
    bag: Mapping[str, int],
    numbers: Mapping[str, int],
    idf: Floats,
    block: npt.NDArray[np.int8],
) -> tuple[Integers, Floats]:
    """Turn counted features into (ids, weights), each block of length its weight."""
    known = [(numbers[name], count) for name, count in bag.items() if name in numbers]
    ids = np.asarray([number for number, _ in known], dtype=np.int32)
    counts = np.asarray([count for _, count in known], dtype=np.float32)
    weights = (1 + np.log(counts)) * idf[ids] if known else counts
    for number, share in enumerate(features.BLOCK_WEIGHTS):
        chosen = block[ids] == number
        weights[chosen] = _normalised(weights[chosen]) * np.float32(share)
    return ids, _normalised(weights)


def _train(
    names: Sequence[str], bags: Sequence[Mapping[str, int]], owners: Integers, entries: int
) -> dict[str, npt.NDArray[Any]]:
    numbers = {name: number for number, name in enumerate(names)}
    block = np.asarray([features.BLOCKS.index(name[0]) for name in names], dtype=np.int8)
    idf = _feature_weights(numbers, bags, owners, entries)
    vectors = [_weigh(bag, numbers, idf, block) for bag in bags]
    sums = np.zeros((len(names), entries), dtype=np.float32)
    for owner, (ids, weights) in zip(owners.tolist(), vectors, strict=True):
        sums[ids, owner] += weights
    matrix = _damped(sums, block)
    _refine(matrix, sums, vectors, owners)
    return {"idf": idf, "block": block, "matrix": matrix}


def _feature_weights(
    numbers: Mapping[str, int], bags: Sequence[Mapping[str, int]], owners: Integers, entries: int
) -> Floats:
    """Weigh features by how few utterances and how few entries hold them."""
    utterances_with = np.zeros(len(numbers))
    entries_with: list[set[int]] = [set() for _ in numbers]
    for owner, bag in zip(owners.tolist(), bags, strict=True):
        for name in bag:
            utterances_with[numbers[name]] += 1
            entries_with[numbers[name]].add(owner)
    spread = np.asarray([len(held) for held in entries_with], dtype=np.float64)
    idf = np.log(1 + len(bags) / np.maximum(utterances_with, 1))
    inverse_entries = np.log(1 + entries / np.maximum(spread, 1))
    weights: Floats = np.sqrt(idf * inverse_entries).astype(np.float32)
    return weights


def _damped(sums: Floats, block: npt.NDArray[np.int8]) -> Floats:
    matrix: Floats = np.power(sums, np.float32(_DAMPING))
    for number, share in enumerate(features.BLOCK_WEIGHTS):
        chosen = block == number
        norms = np.sqrt((matrix[chosen] ** 2).sum(axis=0, keepdims=True))
        matrix[chosen] *= share / np.maximum(norms, 1e-9)
    norms = np.sqrt((matrix**2).sum(axis=0, keepdims=True))
    return np.asarray(matrix / np.maximum(norms, 1e-9), dtype=np.float32)


def _refine(
    matrix: Floats,
    sums: Floats,
    vectors: Sequence[tuple[Integers, Floats]],
    owners: Integers,
) -> None:
    """Move weight from rival to own where an utterance's lead is too small without its help."""
    for _ in range(_ROUNDS):
        for owner, (ids, weights) in zip(owners.tolist(), vectors, strict=True):
            held_out = np.where(sums[ids, owner] > weights * 1.5, matrix[ids, owner], 0.0)
            scores = weights @ matrix[ids]
            own = float(weights @ held_out)
            scores[owner] = -np.inf
            rival = int(np.argmax(scores))
            if own - float(scores[rival]) < _MARGIN:
                matrix[ids, owner] += np.float32(_STEP / 5) * weights
                matrix[ids, rival] -= np.float32(_STEP / 5) * weights
