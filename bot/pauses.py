"""How long to wait before the next attempt at what failed."""

import random
from collections.abc import Iterator
from typing import Final

FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 60.0


def growing_pauses(rng: random.Random | None = None) -> Iterator[float]:
    """Seconds to wait before each next attempt: doubling up to a limit, and jittered.

    The jitter keeps many bots from coming back in the same moment.
    """
    rng = rng or random.Random()  # noqa: S311 # spreads load, guards nothing
    longest = FIRST_PAUSE
    while True:
        yield rng.uniform(longest / 2, longest)
        longest = min(longest * 2, LONGEST_PAUSE)
