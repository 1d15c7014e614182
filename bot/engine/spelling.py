"""Repair of misspelt, joined and split words, for one knowledge base.

Only words that neither the knowledge nor English holds are touched, so that what people spelt
right is never bent to what the knowledge happens to say.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

_MIN_REPAIR_LENGTH: Final = 4
"""Shorter words have too many neighbours for a repair to mean anything."""

_TWO_SLIPS_FROM: Final = 6
"""From this many letters on a word may hold two slips."""

_MAX_REPAIRS: Final = 24
"""Bounds the work on noise; nobody misspells more words in one question."""

_WORD_LIST: Final = "frequency_dictionary_en_82_765.txt"


@dataclass(frozen=True, slots=True)
class Repair:
    """Words as typed and as read; several words on a side were joined or split."""

    original: str
    repaired: str


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Return the English words that are never taken for misspelt; empty if no list is installed."""
    package = find_spec("symspellpy")
    if package is None or package.origin is None:
        return frozenset()
    path = Path(package.origin).with_name(_WORD_LIST)
    if not path.exists():
        return frozenset()
    fields = path.read_text(encoding="utf-8-sig").split()
    return frozenset(word.replace("'", "") for word in fields[::2])


class Speller:
    """Repairs queries towards the words of one knowledge base."""

    def __init__(self, frequencies: Mapping[str, int], *, protected: Iterable[str] = ()) -> None:
        self._frequencies = dict(frequencies)
        self._protected = frozenset(protected)
        self._english = english_words()
        self._targets = [word for word in self._frequencies if len(word) >= _MIN_REPAIR_LENGTH - 1]
        self._cache: dict[str, str] = {}

    def known(self, word: str) -> bool:
        """Tell whether `word` needs no repair."""
        return (
            word in self._frequencies
            or word in self._english
            or word in self._protected
            or not word.isalpha()
        )

    def repair(self, tokens: Sequence[str]) -> tuple[list[str], list[Repair]]:
        """Return `tokens` with misspelt ones replaced, and what was replaced."""
        repaired: list[str] = []
        repairs: list[Repair] = []
        position = 0
        while position < len(tokens):
            word = tokens[position]
            following = tokens[position + 1] if position + 1 < len(tokens) else ""
            if len(repairs) >= _MAX_REPAIRS:
                repaired.append(word)
            elif following and self._joins(word, following):
                repaired.append(word + following)
                repairs.append(Repair(f"{word} {following}", word + following))
                position += 1
            elif self.known(word) or len(word) < _MIN_REPAIR_LENGTH:
                repaired.append(word)
            else:
                better = self._mend(word)
                repaired.extend(better.split())
                if better != word:
                    repairs.append(Repair(word, better))
            position += 1
        return repaired, repairs

    def _joins(self, left: str, right: str) -> bool:
        """Tell whether two words are one of the knowledge's, written apart ("boot camp")."""
        if left in self._frequencies and right in self._frequencies:
            return False
        return left.isalpha() and right.isalpha() and left + right in self._frequencies

    def _mend(self, word: str) -> str:
        if word not in self._cache:
            if len(self._cache) > 10_000:
                self._cache.clear()
            self._cache[word] = self._split(word) or self._nearest(word) or word
        return self._cache[word]

    def _split(self, word: str) -> str | None:
        """Return `word` as two words of the knowledge written together, if it is that."""
        best, best_count = None, 0
        for cut in range(2, len(word) - 1):
            left, right = word[:cut], word[cut:]
            count = min(self._frequencies.get(left, 0), self._frequencies.get(right, 0))
            if count > best_count:
                best, best_count = f"{left} {right}", count
        return best

    def _nearest(self, word: str) -> str | None:
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        found = process.extract(
            word, self._targets, scorer=OSA.distance, score_cutoff=slips, limit=8
        )
        if not found:
            return None
        return min(
            found,
            key=lambda match: (match[1], match[0][0] != word[0], -self._frequencies[match[0]]),
        )[0]
