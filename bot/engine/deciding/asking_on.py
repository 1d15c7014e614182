"""Whether what somebody says right after an answer, and to nobody by name, asks on from it.

An unwanted reply costs most, so every doubt means that people talk among themselves.
"""

import re
from typing import Final

from bot.engine.conversation import Conversation
from bot.engine.deciding.dialogue import repeats_answer
from bot.engine.deciding.unasked import HIGHEST
from bot.engine.languages.cleaning import clean_message
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words
from bot.engine.matching.index import Index
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.reading.reading import Reader
from bot.engine.replies import Answer, Fallback, Reply
from bot.engine.wording.ambient import SilenceReason, find_reason_for_silence
from bot.engine.wording.leaning import is_tied, points_back
from bot.engine.wording.prefaces import drop_preface

_OF_PEOPLE: Final = re.compile(
    r"\b(?:you|u|your|ur|yours|ya|yall|we|our|ours|he|she|him|her|his|hers|"
    r"was|were|wasnt|werent|did|didnt|been|had|has|hasnt|isnt|arent|aint)\b"
)
"""Puts a short question to people, or is about what they did."""

_THE_US: Final = re.compile(r"\bthe us\b", re.IGNORECASE)
"""No pronoun, though a line that names nothing else seems to hold but grammar ("in the us?")."""

_SAID_ANYWAY: Final = (
    None,
    SilenceReason.NO_QUESTION,
    SilenceReason.ONLY_NARROWS,
    SilenceReason.POINTS_AT_CHANNEL,
)
"""Reasons for silence that do not hold for what goes on from an answer ("and Scala?")."""


class FollowUpJudge:
    """Tells what asks on from an answer from people's talk after it."""

    def __init__(
        self, index: Index, catalogue: Catalogue, *, reader: Reader, threshold: float
    ) -> None:
        self._index = index
        self._catalogue = catalogue
        self._reader = reader
        self._least = HIGHEST.raise_threshold(threshold)

    def asks_on(
        self, query: str, reply: Reply, conversation: Conversation, *, overheard: bool
    ) -> bool:
        """Whether `query` plainly asks on in a `conversation` in which `reply` is what comes next.

        An answer must be to what the query itself names, unless that would be answered where it is
        `overheard` as well. That something is missing is worth saying only to a line that leans on
        what was answered last, where the nearest to ask instead is that very thing.
        """
        text = _THE_US.sub("the USA", clean_message(query))
        asked = drop_preface(text)
        understood = reply.understanding
        repeats = understood.used_context and repeats_answer(reply, conversation)
        if repeats or _OF_PEOPLE.search(" ".join(tokenize(asked))):
            return False
        if overheard:
            return isinstance(reply, Answer)
        reason = find_reason_for_silence(query, text, asked, known=self._index.vocabulary)
        if reason not in _SAID_ANYWAY or not understood.used_context or understood.repairs:
            return False
        if isinstance(reply, Answer):
            said = all(self._says(entry.id, asked) for entry in reply.answers)
            return said and reply.score >= self._least
        last = conversation.latest
        if not isinstance(reply, Fallback) or not reply.missing or last is None:
            return False
        return _leans(asked) and any(entry.id in last.answered for entry in reply.suggestions)

    def _says(self, entry_id: str, text: str) -> bool:
        """Whether an entry says what a text names."""
        number = self._catalogue.numbers[entry_id]
        return HIGHEST.is_near(*self._index.align(self._reader.prepare(text), number))


def _leans(text: str) -> bool:
    """Whether a line names one thing at most, and ties itself or points to what was said."""
    named = content_words(tokenize(text))
    return len(named) <= 1 and (is_tied(text) or points_back(text))
