"""Which words of the question before it a turn takes the place of, and what it puts there."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.engine.conversation import Turn
from bot.engine.corrections import find_instead, find_swap
from bot.engine.leaning import SHORT_FRAGMENT, adds_condition
from bot.engine.reading import Reader, Reading
from bot.engine.text import stem, tokenize
from bot.engine.words import AUXILIARIES, INTERROGATIVES, content_words

_LIKE_FORM: Final = 6
"""Letters that two forms of a word share at least."""


class Replacer:
    """Finds what turns put in the place of something said before."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @staticmethod
    def find_swapped(text: str, last: Turn) -> str | None:
        """What "dog, not cat" puts in the place of something that the turn before named."""
        swap = find_swap(text)
        named = [stem(word) for word in tokenize(last.query)]
        if swap is None or not all(_is_form(stem(word), named) for word in tokenize(swap[1])):
            return None
        return swap[0]

    def find_counterpart(self, text: str, last: Turn) -> str | None:
        """What "sorry, data scientists" puts in the place of another role of the last question.

        Or of another word that it may stand in for.
        """
        if (instead := find_instead(text)) is None:
            return None
        named, earlier = self._reader.read(instead), self._reader.read(last.query)
        kinds = {mention.qualifier for mention in named.mentions if mention.value}
        if kinds & {mention.qualifier for mention in earlier.mentions}:
            return instead
        return instead if self._find_replaced(named, earlier) else None

    def list_dropped(self, fragment: Reading, earlier: Reading, *, tied: bool) -> list[str]:
        """The words of the earlier question that make way: a new value takes the old one's place.

        A fragment that is `tied` to that question may take the place of any other word as well.
        """
        kinds = {m.qualifier for m in fragment.mentions if not m.denied}
        denied = {(m.qualifier, m.name) for m in fragment.mentions if m.denied}
        words = content_words(fragment.prepared.tokens)
        values = {word for mention in fragment.mentions for word in mention.words.split()}
        further = [word for word in words if word not in values] if tied else words
        elliptic = len(further) <= SHORT_FRAGMENT
        dropped = [
            m.words
            for m in earlier.mentions
            if (m.qualifier, m.name) in denied
            or (m.qualifier in kinds and (elliptic or not m.value))
        ]
        return [*dropped, *(self._find_replaced(fragment, earlier) if tied else [])]

    def _find_replaced(self, fragment: Reading, earlier: Reading) -> list[str]:
        """The word of the earlier question that a fragment of one word takes the place of.

        Or of two, the second of which both have: "technical skills" after "which soft skills".
        """
        words = content_words(fragment.prepared.tokens)
        asking = not (INTERROGATIVES | AUXILIARIES).isdisjoint(fragment.prepared.tokens)
        if len(words) == 2 and not (asking or fragment.mentions):
            return [
                left
                for left, right in pairwise(earlier.prepared.tokens)
                if right == words[1] and content_words([left]) and not left.endswith("ing")
            ]
        if len(words) != 1 or asking or fragment.mentions or adds_condition(fragment.query):
            return []
        others = [w for w in self._reader.find_telling(earlier.prepared) if w != words[0]]
        found = self._reader.find_counterpart(words[0], others)
        return [found] if found else []


def _is_form(word: str, others: Sequence[str]) -> bool:
    """Whether a stem is one of `others`, or opens like one of them ("analyst" and "analysis")."""
    return word in others or any(
        len(word) >= _LIKE_FORM and word[:_LIKE_FORM] == other[:_LIKE_FORM] for other in others
    )
