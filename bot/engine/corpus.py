"""The tokenised texts that an index is trained on, and whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from bot.engine.arrays import Flags, Floats, Integers
from bot.engine.features import Synonyms


@dataclass(frozen=True, slots=True)
class Corpus:
    """Utterances of numbered entries, and further texts that say what an entry is about."""

    texts: Sequence[Sequence[str]]
    owners: Integers
    """The entry that each text belongs to."""
    shares: Floats
    """How much each text's words count."""
    asked: Flags
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
