"""How sure and near an entry must be to be answered unasked, where nobody called the bot.

An unwanted reply costs most, so all of this asks for more than a question to the bot does.
"""

import math
from typing import Final, NamedTuple

import numpy as np

from bot.engine.reading.trust import lift


class Bar(NamedTuple):
    """What an answer that nobody asked the bot for must reach."""

    strictness: float
    """How far the least confidence lies between the direct threshold and certainty."""
    said: float
    """Share of what a text says that the entry must say as well."""
    missed: float
    """Share of it that one word may make up which the entry does not know."""

    def raise_threshold(self, threshold: float) -> float:
        """The least confidence, where a question to the bot is answered from `threshold` on."""
        return lift(threshold, self.strictness)

    def is_near(self, said: float, missed: float) -> bool:
        """Whether an entry says enough of a text, and misses little enough of it."""
        return said >= self.said and missed <= self.missed


LOWEST: Final = Bar(strictness=0.04, said=0.4, missed=0.4)
"""For an entry of few phrasings."""

HIGHEST: Final = Bar(strictness=0.16, said=0.7, missed=0.3)
"""For one of many, which much is near to by chance, and for what goes on from an answer."""

FEW_PHRASINGS: Final = 10
MANY_PHRASINGS: Final = 50
_FEW_TO_MANY: Final = (math.log(FEW_PHRASINGS), math.log(MANY_PHRASINGS))


def set_bar(phrasings: int) -> Bar:
    """The bar for an overheard question and an entry of so many phrasings."""
    size = math.log(phrasings)
    ends = zip(LOWEST, HIGHEST, strict=True)
    return Bar(*(float(np.interp(size, _FEW_TO_MANY, bounds)) for bounds in ends))
