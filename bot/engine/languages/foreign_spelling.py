"""Repair of words for a knowledge in another language than English.

No dictionary tells there which words are ordinary ones. So only the knowledge's own may be meant,
and only by a longer word that one slip, other than in its first letter, sets apart from them.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.engine.languages.spelling import Repair, Speller
from bot.engine.languages.usage import Usage
from bot.engine.languages.vectors import EnglishWords
from bot.engine.lexical.text import is_word

_SHORTEST: Final = 6
"""Letters from which a word may be misspelt; a shorter one is near to too many."""

_SHORTEST_PART: Final = 4
"""Letters of the words that a compound is made of."""

_JOINTS: Final = ("", "s", "es", "n", "en")
"""What may stand between them ("Vereinsbeitrag")."""


class ForeignSpeller(Speller):
    """Repairs queries towards the words of one knowledge base, and those alone."""

    def __init__(
        self,
        usage: Usage,
        english: EnglishWords,
        particles: Set[str],
        fold: Callable[[str], str],
        *,
        protected: Iterable[str] = (),
    ) -> None:
        """`particles` carry the language's grammar; `fold` makes ways to type a word alike."""
        super().__init__(usage, english, protected=[*protected, *particles])
        self._particles = particles
        self._fold_letters = fold
        self._meant: dict[str, list[str]] = {}
        """The words that may be meant, by their first letter."""
        for word in usage.numbers:
            if word not in particles:
                self._meant.setdefault(word[0], []).append(word)
        self._folded = {fold(w): w for w in (*self._protected, *usage.numbers)}

    def is_mostly_unknown(self, _tokens: Sequence[str]) -> bool:
        """Never, as the knowledge uses too few of its language's words to tell."""
        return False

    def repair(self, tokens: Sequence[str]) -> tuple[list[str], list[Repair]]:
        """What `Speller.repair` returns; umlauts typed as two letters are no slips."""
        return super().repair([self._fold(token) for token in tokens])

    def _fold(self, word: str) -> str:
        if word in self._numbers or word in self._protected:
            return word
        return self._folded.get(self._fold_letters(word), word)

    def _settle(self, word: str) -> bool:
        known = word in self._numbers or word in self._protected
        return known or len(word) < _SHORTEST or not is_word(word)

    def _joins(self, left: str, right: str) -> bool:
        apart = left in self._particles or right in self._particles
        return not apart and super()._joins(left, right)

    def _mend(self, word: str, _left: str | None, _right: str | None) -> str:
        alike = self._meant.get(word[0], [])
        near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=1, limit=None)
        if near:
            return max((other for other, _, _ in near), key=self._count)
        return self._part(word) or word

    def _count(self, word: str) -> int:
        return int(self._usage.counts[self._numbers[word]])

    def _part(self, word: str) -> str | None:
        """A compound as the two words of the knowledge that it is made of."""
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            left, right = word[:cut], word[cut:]
            if right not in self._numbers:
                continue
            for joint in _JOINTS:
                first = left.removesuffix(joint) if left.endswith(joint) else ""
                if len(first) >= _SHORTEST_PART and first in self._numbers:
                    return f"{first} {right}"
        return None
