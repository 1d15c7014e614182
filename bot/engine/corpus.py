"""The tokenised texts that an index is trained on, and whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from bot.engine.features import Synonyms

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Utterances of numbered entries, and further texts that say what an entry is about."""

    texts: Sequence[Sequence[str]]
    owners: Integers
    """The entry that each text belongs to."""
    shares: Floats
    """How much each text's words count."""
    asked: npt.NDArray[np.bool_]
    """Which texts are utterances; the others are what an answer says."""
    entries: int
    synonyms: Synonyms

    def take(self, rows: Sequence[int] | Integers) -> Self:
        """The corpus of some of the texts, with the entries numbered as before."""
        chosen = np.asarray(rows, dtype=np.int64)
        return type(self)(
            [self.texts[row] for row in chosen.tolist()],
            self.owners[chosen],
            self.shares[chosen],
            self.asked[chosen],
            self.entries,
            self.synonyms,
        )
