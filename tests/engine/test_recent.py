"""The cache of the latest results."""

import gc
import weakref
from collections.abc import Sequence

from cachetools import LRUCache

from bot.engine.recent import CACHED_WORDS, recall, recall_all, recall_one


def test_the_latest_results_are_made_once() -> None:
    made: list[int] = []
    recent: LRUCache[int, int] = LRUCache(2)

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [recall(recent, number, double) for number in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert made == [1, 2, 3, 2]


def test_new_keys_are_made_together_and_a_full_store_starts_again() -> None:
    made: list[list[int]] = []
    known: dict[int, int] = {}

    def double(numbers: Sequence[int]) -> list[int]:
        made.append(list(numbers))
        return [2 * number for number in numbers]

    recall_all(known, [1, 2, 1], double, most=3)
    recall_all(known, [2, 1], double, most=3)
    recall_all(known, [2, 3, 4], double, most=3)

    assert made == [[1, 2], [2, 3, 4]]
    assert known == {2: 4, 3: 6, 4: 8}


def test_making_one_result_may_ask_for_another() -> None:
    known: dict[int, int] = {}

    def add_up(numbers: Sequence[int]) -> list[int]:
        return [number and number + find(number - 1) for number in numbers]

    def find(number: int) -> int:
        recall_all(known, [number], add_up, most=2)
        return known[number]

    recall_all(known, [4, 3], add_up, most=2)

    assert (known[4], known[3]) == (10, 6)


def test_one_key_alone_starts_a_full_store_again() -> None:
    known = {number: -number for number in range(CACHED_WORDS)}

    assert recall_one(known, 7, abs) == -7
    assert len(known) == CACHED_WORDS
    assert recall_one(known, -1, abs) == 1
    assert known == {-1: 1}


def test_an_owner_is_freed_at_once() -> None:
    class Owner:
        def __init__(self) -> None:
            self.recent: LRUCache[int, int] = LRUCache(2)

        def find(self, number: int) -> int:
            return recall(self.recent, number, self.make)

        def make(self, number: int) -> int:
            return number

    owner = Owner()
    owner.find(1)
    freed = weakref.ref(owner)
    gc.disable()
    try:
        del owner
        assert freed() is None
    finally:
        gc.enable()
