"""Which words of the question before it a turn takes the place of, and what it puts there."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.engine.conversation import Turn
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, content_words
from bot.engine.narrowing.mentions import ROLE
from bot.engine.reading.reading import Reader, Reading
from bot.engine.wording.corrections import find_instead, find_swap
from bot.engine.wording.leaning import SHORT_FRAGMENT, adds_condition

_LIKE_FORM: Final = 6
"""Letters that two forms of a word share at least."""

_COMPARING: Final = re.compile(
    r"\b(?:than|vs|versus|same as|as \w+ as|compared (?:to|with))(?: (?:in|for|with|of|the|an?))*$"
)
"""Stands before what something said before is held against ("is that less than in ...")."""


class Replacer:
    """Finds what turns put in the place of something said before."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @staticmethod
    def find_swapped(text: str, last: Turn, *, told: Sequence[str]) -> str | None:
        """What "dog, not cat" puts in the place of something that the turn before named.

        Or that the questions of what it was `told` name.
        """
        swap = find_swap(text)
        named = [stem(word) for said in (last.query, *told) for word in tokenize(said)]
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

    def find_compared(self, alone: Reading, last: Turn) -> str | None:
        """The last question, with a value of its own held against the one that a turn names.

        After "what does it pay in India?" one may ask "is that less than in the US?". Roles are
        asked about as a whole: what else differs between them is a question of its own.
        """
        named = [mention for mention in alone.mentions if mention.value]
        if len(named) != 1 or named[0].qualifier == ROLE or not last.answered:
            return None
        before, found, _ = f" {' '.join(alone.prepared.tokens)} ".partition(f" {named[0].words} ")
        said = content_words(tokenize(before))
        if not found or len(said) > SHORT_FRAGMENT or not _COMPARING.search(before):
            return None
        earlier = self._reader.read(last.query).mentions
        held = [m for m in earlier if m.value and m.qualifier == named[0].qualifier]
        if len(held) != 1 or held[0].value == named[0].value:
            return None
        return f"{last.query.rstrip(' .?!')} compared to {named[0].words}"

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
