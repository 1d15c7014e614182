"""The results for the latest keys, kept without a reference to whoever makes them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")


class Recent(Generic[Key, Result]):
    """A small cache that is an attribute of its owner.

    Unlike `functools.lru_cache` around a bound method it makes no cycle of references, so that a
    knowledge base that is replaced is freed at once.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._results: OrderedDict[Key, Result] = OrderedDict()

    def get(self, key: Key, make: Callable[[Key], Result]) -> Result:
        """The result for `key`, made now unless it is one of the latest `size`."""
        if key in self._results:
            self._results.move_to_end(key)
            return self._results[key]
        result = make(key)
        self._results[key] = result
        if len(self._results) > self._size:
            self._results.popitem(last=False)
        return result
