"""Results kept for when they are asked for again, without a reference to whoever makes them."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, TypeVar

from cachetools import LRUCache

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")

CACHED_WORDS: Final = 5_000
"""Words of which something is kept in each place that does so; of each mostly under a kilobyte."""


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


def recall_all(
    recent: dict[Key, Result],
    keys: Iterable[Key],
    make: Callable[[Sequence[Key]], Iterable[Result]],
    *,
    most: int = CACHED_WORDS,
) -> None:
    """See to it that `recent` holds the results for all of `keys`; what is new is made at once.

    Where it would hold more than `most`, all others go: dropping the oldest one by one would cost
    more than it saves.
    """
    new = [key for key in dict.fromkeys(keys) if key not in recent]
    if not new:
        return
    if len(recent) + len(new) > most:
        recent.clear()
        new = list(dict.fromkeys(keys))
    made = list(make(new))  # all of them first, as making one may ask for another
    recent.update(zip(new, made, strict=True))


def recall_one(recent: dict[Key, Result], key: Key, make: Callable[[Key], Result]) -> Result:
    """The result for `key` alone, kept as `recall_all` keeps those of several."""
    if key not in recent:
        recall_all(recent, (key,), lambda keys: map(make, keys))
    return recent[key]
