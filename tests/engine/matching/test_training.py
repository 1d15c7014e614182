"""Training: what each entry's vector holds in the end."""

import numpy as np

from bot.engine.languages.english import English
from bot.engine.matching.corpus import Corpus
from bot.engine.matching.features import BLOCKS, Synonyms
from bot.engine.matching.training import EntryVectors, train
from bot.engine.tables.weighed import Weighed

ENTRIES = 4
FEATURES = 12
DIMENSIONS = 5


def train_by_chance(largest_table: int) -> EntryVectors:
    """Train on forty texts of chance, of which each entry's share a feature."""
    chance = np.random.default_rng(5)
    owners = np.arange(40) % ENTRIES
    rows = []
    for owner in owners.tolist():
        numbers = np.unique([owner, *chance.integers(0, FEATURES, 3)])
        weights = chance.random(len(numbers)).astype(np.float32)
        rows.append((numbers, weights / np.float32(np.linalg.norm(weights))))
    meanings = chance.normal(size=(len(owners), DIMENSIONS)).astype(np.float32)
    meanings /= np.linalg.norm(meanings, axis=1, keepdims=True)
    corpus = Corpus(
        [[]] * len(owners),
        owners,
        np.ones(len(owners), dtype=np.float32),
        np.ones(len(owners), dtype=np.bool_),
        ENTRIES,
        Synonyms({}),
        English(),
    )
    blocks = np.arange(FEATURES) % len(BLOCKS)
    return train(Weighed.stack(rows), meanings, corpus, blocks, largest_table=largest_table)


def test_a_table_and_postings_train_alike() -> None:
    tabled, posted = train_by_chance(ENTRIES * FEATURES), train_by_chance(0)
    assert np.array_equal(tabled.entries, posted.entries)
    assert np.allclose(tabled.weights, posted.weights, atol=1e-3)
    assert np.allclose(tabled.meanings, posted.meanings, atol=1e-5)
    assert float(tabled.weights.min()) < 0, "training moved something below nothing"


def test_texts_are_cut_chosen_and_numbered() -> None:
    texts = Weighed.cut(
        np.asarray([2, 0, 1]), np.asarray([4, 7, 5]), np.asarray([0.5, 0.1, 1], dtype=np.float32)
    )
    assert texts.starts.tolist() == [0, 2, 2, 3]
    assert texts.number_rows().tolist() == [0, 0, 2]
    last = texts.keep(np.asarray([False, True, True]))
    assert (last.starts.tolist(), last.numbers.tolist()) == ([0, 0, 1], [5])
