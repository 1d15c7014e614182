"""Which texts are remembered, and what their likeness says."""

import numpy as np
import numpy.typing as npt

from bot.engine.matching.neighbours import Neighbours

ENTRIES = 60
TEXTS = 40
"""Texts of each entry: more, all together, than are remembered."""


def make_texts() -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    """Directions of texts, each near that of its entry, and their entries."""
    chance = np.random.default_rng(0)
    entries = chance.standard_normal((ENTRIES, 192))
    owners = np.repeat(np.arange(ENTRIES), TEXTS)
    texts = entries[owners] + 0.8 * chance.standard_normal((len(owners), 192))
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    return texts.astype(np.float32), owners


def fit(texts: npt.NDArray[np.float32], owners: npt.NDArray[np.int64]) -> Neighbours:
    return Neighbours.fit(texts, owners, np.ones(len(texts), dtype=np.float32), ENTRIES)


def test_a_text_points_at_its_entry() -> None:
    texts, owners = make_texts()
    found = fit(texts, owners)

    assert len(found.landmarks) < len(texts)
    best = [int(found.score(text).argmax()) for text in texts]
    assert np.mean(np.asarray(best) == owners) > 0.98


def test_a_further_text_leaves_what_is_remembered_of_other_entries() -> None:
    texts, owners = make_texts()
    more = np.vstack([texts, -texts[:1]])

    before = {row.tobytes() for row in fit(texts, owners).landmarks}
    after = {row.tobytes() for row in fit(more, np.append(owners, 0)).landmarks}
    of_others = {row.tobytes() for row in texts[TEXTS:]}
    assert len((before ^ after) & of_others) <= 1


def test_scores_are_those_of_the_exact_regression() -> None:
    texts, owners = make_texts()
    found = fit(texts, owners)
    likeness = np.maximum(texts.astype(np.float64) @ found.landmarks.T, 0) ** 2
    among = np.maximum(found.landmarks.astype(np.float64) @ found.landmarks.T, 0) ** 2
    wanted = np.zeros((len(found.landmarks), ENTRIES))
    np.add.at(wanted.T, owners, likeness)
    matrix = 0.3 * among + 1e-3 * np.eye(len(among)) + likeness.T @ likeness

    exact = likeness @ np.linalg.solve(matrix, wanted)
    assert np.allclose([found.score(text) for text in texts], exact, atol=1e-4)
