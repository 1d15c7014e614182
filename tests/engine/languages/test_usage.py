"""Which words a knowledge base uses side by side."""

import numpy as np
import pytest

from bot.engine.languages.usage import Usage


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [("a", "b", 2), ("b", "c", 1), ("c", "a", 0), ("c", "c", 0), ("a", "z", 0)],
)
def test_pairs_of_neighbours_are_counted(left: str, right: str, count: int) -> None:
    usage = Usage.count([["a", "b"], ["b", "c"], ["a", "b"]])

    assert usage.count_pair(left, right) == count


def test_few_bytes_hold_the_pairs_of_many_texts() -> None:
    words = [f"w{number}" for number in range(300)]
    usage = Usage.count([*([["a", word] for word in words]), *[["a", "b"]] * 300])

    assert usage.pairs.dtype == np.uint32
    assert usage.pair_counts.dtype == np.uint16
    assert usage.texts == 600
    assert usage.count_pair("a", "b") == 300
    assert usage.count_pair("a", "w299") == 1
    assert usage.count_pair("b", "a") == 0


def test_the_company_of_a_word_leaves_out_where_texts_begin_and_end() -> None:
    usage = Usage.count([["a", "b"], ["b", "c"]])

    assert usage.find_company("b") == {("before", 0), ("after", 2)}
    assert usage.find_company("a") == {("after", 1)}
    assert usage.find_company("z") == frozenset()
