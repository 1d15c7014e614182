"""The results for the latest keys, kept without a reference to whoever makes them."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from cachetools import LRUCache

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")


def recall(recent: LRUCache[Key, Result], key: Key, make: Callable[[Key], Result]) -> Result:
    """The result for `key`: the one in `recent`, or else made now and kept there.

    Unlike a cache around a bound method this makes no cycle of references, so that a knowledge base
    that is replaced is freed at once.
    """
    try:
        return recent[key]
    except KeyError:
        result = make(key)
    recent[key] = result
    return result
