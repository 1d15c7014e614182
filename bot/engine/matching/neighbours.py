"""Likeness in meaning to single utterances and sentences of answers.

A kernel machine over a bounded number of them.

The linear part knows what an entry is about as a whole; this one knows what its phrasings have
to do with each other, which no single vector for an entry can hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.engine.tables.arrays import Array, Floats, Integers

_RIDGE: Final = 0.3
_MAX_LANDMARKS: Final = 2_400
_ALL_REMEMBERED: Final = 1_600
_REMEMBERED_SHARE: Final = 0.3
"""So many texts are remembered, or this share of more; the rest are learnt from all the same.

Bounds memory, training and the cost of a query.
"""

_MAX_ENTRIES: Final = 1_000
"""With more entries the landmarks are too few to tell them apart, and the table too large."""

_CHUNK: Final = 512
"""Texts that are compared with the landmarks at once; bounds the memory of training."""

_BLOCK: Final = 300
"""Rows of the regression's matrix that are added to at once."""

_SOLVED_AT_ONCE: Final = 1_200

_JITTER: Final = 1e-3
"""Keeps the regression solvable when landmarks repeat each other."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Remembered texts, and what likeness to each says about every entry."""

    landmarks: Floats
    """(landmarks, dimensions); empty when there are too many entries."""
    votes: Floats
    """(landmarks, entries)"""

    @classmethod
    def fit(cls, meanings: Floats, owners: Integers, weights: Floats, entries: int) -> "Neighbours":
        """Fit by weighed ridge regression, so that each text points at its own entry.

        `meanings` and `owners` hold a row for each text; `weights` says how much each counts.
        """
        if entries > _MAX_ENTRIES or not len(meanings):
            return cls(
                np.empty((0, meanings.shape[1]), dtype=np.float32),
                np.empty((0, entries), dtype=np.float32),
            )
        chosen = _choose(meanings, owners, weights)
        landmarks = meanings[chosen]
        wanted = np.zeros((len(landmarks), entries), dtype=np.float32)
        matrix = _liken(landmarks, landmarks)
        if len(landmarks) == len(meanings):
            wanted[np.arange(len(chosen)), owners[chosen]] = 1
            matrix[np.diag_indices_from(matrix)] += np.float32(_RIDGE) / weights[chosen]
        else:
            # The same regression over all texts, with votes for the landmarks alone.
            matrix *= np.float32(_RIDGE)
            matrix[np.diag_indices_from(matrix)] += np.float32(_JITTER)
            for start in range(0, len(meanings), _CHUNK):
                part = slice(start, start + _CHUNK)
                roots = np.sqrt(weights[part, None])
                likeness = _liken(meanings[part], landmarks)
                likeness *= roots
                for rows in _blocks(len(matrix)):  # only from the diagonal on: half the work
                    rest = slice(rows.start, None)
                    matrix[rows, rest] += likeness[:, rows].T @ likeness[:, rest]
                likeness *= roots
                np.add.at(wanted.T, owners[part], likeness)
            for rows in _blocks(len(matrix)):
                matrix[rows.stop :, rows] = matrix[rows, rows.stop :].T
        return cls(landmarks, _solve(matrix, wanted))

    def to_arrays(self) -> dict[str, Array]:
        """The arrays that `from_arrays` restores it from."""
        return {"landmarks": self.landmarks, "votes": self.votes}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> "Neighbours":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(arrays["landmarks"], arrays["votes"])

    def score(self, meaning: Floats) -> Floats:
        """Each entry's score, about 0..1, for a query's meaning."""
        return np.asarray(_liken(meaning, self.landmarks) @ self.votes)


def _blocks(size: int) -> list[slice]:
    return [slice(first, first + _BLOCK) for first in range(0, size, _BLOCK)]


def _solve(matrix: Floats, wanted: Floats) -> Floats:
    """Solve a system of equations with a symmetric, positive definite matrix, in double precision.

    A large one in halves, by block elimination (the Schur complement), as solving it at once takes
    the memory of several such matrices.
    """
    if len(matrix) <= _SOLVED_AT_ONCE:
        return np.asarray(np.linalg.solve(matrix, wanted), dtype=np.float32)
    half = len(matrix) // 2
    right = np.hstack([matrix[:half, half:], wanted[:half]]).astype(np.float64)
    solved = np.linalg.solve(matrix[:half, :half].astype(np.float64), right)
    beside, shared = right[:, : len(matrix) - half], solved[:, : len(matrix) - half]
    rest = beside.T @ solved
    left = matrix[half:, half:] - rest[:, : len(matrix) - half]
    second = np.linalg.solve(left, wanted[half:] - rest[:, len(matrix) - half :])
    first = solved[:, len(matrix) - half :] - shared @ second
    return np.asarray(np.vstack([first, second]), dtype=np.float32)


def _liken(left: Floats, right: Floats) -> Floats:
    likeness: Floats = left @ right.T
    np.maximum(likeness, 0, out=likeness)
    likeness *= likeness
    return likeness


def _choose(meanings: Floats, owners: Integers, weights: Floats) -> Integers:
    """Choose landmarks: all texts, or an even share of every entry's that stands for its texts."""
    remembered = min(max(_ALL_REMEMBERED, int(_REMEMBERED_SHARE * len(owners))), _MAX_LANDMARKS)
    if len(owners) <= remembered:
        return np.arange(len(owners))
    sizes = np.bincount(owners)
    share = 1
    while np.minimum(sizes, share).sum() < remembered:
        share += 1
    # Rank within the entry, so that taking the lowest ranks takes from every entry alike.
    ranks = np.full(len(owners), share)
    order = np.argsort(owners, kind="stable")
    for mine in np.split(order, np.cumsum(sizes)[:-1]):
        chosen = _herd(meanings[mine], weights[mine], min(share, len(mine)))
        ranks[mine[chosen]] = np.arange(len(chosen))
    return np.sort(np.argsort(ranks, kind="stable")[:remembered])


def _herd(meanings: Floats, weights: Floats, count: int) -> list[int]:
    """Choose `count` texts whose mean comes near the weighed mean of all.

    By kernel herding (Chen, Welling and Smola 2010): nothing is left to chance, so that a text
    more or less changes little.
    """
    mean = weights @ meanings / max(float(weights.sum()), 1e-9)
    wanted = mean.copy()
    left = np.zeros(len(meanings), dtype=np.float32)
    chosen = []
    for _ in range(count):
        best = int((meanings @ wanted + left).argmax())
        chosen.append(best)
        left[best] = -np.inf
        wanted += mean - meanings[best]
    return chosen
