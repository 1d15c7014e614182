"""Which words a knowledge base uses side by side."""

import pytest

from bot.engine.usage import Usage


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [("a", "b", 2), ("b", "c", 1), ("c", "a", 0), ("c", "c", 0), ("a", "z", 0)],
)
def test_pairs_of_neighbours_are_counted(left: str, right: str, count: int) -> None:
    usage = Usage.count([["a", "b"], ["b", "c"], ["a", "b"]])

    assert usage.count_pair(left, right) == count
