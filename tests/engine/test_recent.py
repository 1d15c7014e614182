"""The cache of the latest results."""

import gc
import weakref

from cachetools import LRUCache

from bot.engine.recent import recall


def test_the_latest_results_are_made_once() -> None:
    made: list[int] = []
    recent: LRUCache[int, int] = LRUCache(2)

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [recall(recent, number, double) for number in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert made == [1, 2, 3, 2]


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
