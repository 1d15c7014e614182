"""How long to wait before the next attempt at what failed."""

import random
from collections.abc import Iterator
from typing import Final

FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 60.0


def growing_pauses(
    rng: random.Random | None = None, *, longest: float = LONGEST_PAUSE
) -> Iterator[float]:
    """Seconds to wait before each next attempt: doubling up to `longest`, and jittered.

    The jitter keeps many bots from coming back in the same moment.
    """
    rng = rng or random.Random()  # noqa: S311 # spreads load, guards nothing
    upper = FIRST_PAUSE
    while True:
        yield rng.uniform(upper / 2, upper)
        upper = min(upper * 2, longest)
