"""Look-up of words by what was typed for them: by length and letters first, by distance then."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

VOWELS: Final = "aeiouy"

LONGEST: Final = 20
"""Longer words are not taken for misspelt ones."""

_SHORTEST_TYPED_WITH_TWO_SLIPS: Final = 5
"""Letters from which what was typed may hold two slips; a shorter word could be anything."""

_SHORTEST_MEANT_WITH_TWO_SLIPS: Final = 5
"""Letters from which a word may be meant then; nobody slips twice in less ("catan": "can")."""

_MOST_DROPPED: Final = 6
"""Letters that a word without its vowels may lack."""

_SOME_DROPPED: Final = 0.2
"""How likely only some vowels are left out, beside how likely all are ("crtfications")."""

_LETTERS: Final = np.zeros(256, dtype=np.uint64)
_LETTERS[97:123] = np.uint64(1) << np.arange(26, dtype=np.uint64)
_EACH_LETTER: Final = np.uint64((1 << 26) - 1)
_VOWEL_LETTERS: Final = np.bitwise_or.reduce(_LETTERS[[*VOWELS.encode()]])


class Dictionary:
    """Finds words near a misspelt one: by length and letters first, by distance then."""

    def __init__(self, words: Iterable[str]) -> None:
        usable = {w for w in words if 1 < len(w) <= LONGEST and w.isascii() and w.isalpha()}
        ordered = sorted(sorted(usable), key=len)  # with both as one key it takes 2 MB more
        self._words = np.asarray(ordered, dtype=object)
        lengths = np.asarray([len(word) for word in ordered], dtype=np.int64)
        self._starts = np.searchsorted(lengths, np.arange(LONGEST + 5)).tolist()
        self._masks = _mask_letters(ordered)

    def find_near(self, word: str) -> list[tuple[str, int]]:
        """Return (word, distance) for the words at distance 1, and for long ones at 2."""
        limit = 2 if len(word) >= _SHORTEST_TYPED_WITH_TWO_SLIPS else 1
        if len(word) > LONGEST:
            return []
        start, end = self._starts[max(len(word) - limit, 0)], self._starts[len(word) + limit + 1]
        # A slip changes at most two letters of what a word is made of.
        differing = np.bitwise_count(self._masks[start:end] ^ _mask_letters([word])[0])
        likely = self._words[start:end][differing <= 2 * limit].tolist()
        found = process.extract(word, likely, scorer=OSA.distance, score_cutoff=limit, limit=None)
        return [
            (near, int(distance))
            for near, distance, _ in found
            if distance == 1 or (distance and len(near) >= _SHORTEST_MEANT_WITH_TWO_SLIPS)
        ]

    def find_fuller(self, word: str) -> list[tuple[str, float]]:
        """Return (other, share) for the words that `word` is without vowels.

        The share is less than 1 where some of them were left in. One of a doubled letter may be
        missing as well.
        """
        if not 1 < len(word) < LONGEST:
            return []
        start = self._starts[len(word) + 1]
        end = self._starts[min(len(word) + _MOST_DROPPED, LONGEST) + 1]
        mask = _mask_letters([word])[0] & _EACH_LETTER
        others = self._masks[start:end] & _EACH_LETTER
        alike = (others & ~_VOWEL_LETTERS | mask) == mask
        alike &= (others & mask) == mask
        found = [
            other
            for other in self._words[start:end][alike].tolist()
            if _leaves_out_vowels(word, other)
        ]
        kept = any(letter in VOWELS for letter in word[1:])
        return [(other, _SOME_DROPPED if kept else 1.0) for other in found]


def _leaves_out_vowels(typed: str, word: str) -> bool:
    """Whether `typed` is `word` without some vowels and without one of each doubled letter."""
    states = {(0, False)}  # how many letters of `typed` are met, and whether the last may double
    for letter in word:
        reached = set()
        for met, single in states:
            if typed[met : met + 1] == letter:
                reached.add((met + 1, True))
            if single and typed[met - 1] == letter:
                reached.add((met, False))
            if met and letter in VOWELS:
                reached.add((met, False))
        if not reached:
            return False
        states = reached
    return any(met == len(typed) for met, _ in states)


def _mask_letters(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """A bit for each letter of a word, and another for each that it holds more than once."""
    letters = np.asarray(words, dtype="S").view(np.uint8).reshape(len(words), -1)
    once = np.zeros(len(words), dtype=np.uint64)
    twice = np.zeros(len(words), dtype=np.uint64)
    for column in letters.T:  # one at a time, as all of them would take eight times the words
        letter = _LETTERS[column]
        twice |= once & letter
        once |= letter
    return once | twice << np.uint64(26)
