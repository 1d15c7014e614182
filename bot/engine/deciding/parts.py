"""Deciding about the two questions of one message, and about the two halves of one question."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.engine.conversation import Conversation, Turn
from bot.engine.deciding.decision import MIN_CHOICES, Decision
from bot.engine.deciding.judge import Judge
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import content_words
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.reading.context import ContextReader
from bot.engine.reading.reading import Reader
from bot.engine.wording.leaning import asks_barely, points_back
from bot.engine.wording.questions import leans_on_neighbour, split_conjuncts, split_questions

SHORT_SECOND: Final = 2
"""Subject words up to which the second of two questions is about what the first is about."""


class PartDecider:
    """Decides about the parts of messages that ask two things."""

    def __init__(
        self,
        reader: Reader,
        context: ContextReader,
        judge: Judge,
        catalogue: Catalogue,
        *,
        in_part: bool,
    ) -> None:
        """With `in_part` one of two things may be answered without the other."""
        self._reader = reader
        self._context = context
        self._judge = judge
        self._catalogue = catalogue
        self._in_part = in_part

    def decide(
        self, text: str, whole: Decision, conversation: Conversation
    ) -> tuple[Decision, ...] | None:
        """The decisions about two questions or halves, or about the one that is answered.

        None where the message is better taken as a `whole`.
        """
        parts = split_questions(text)
        if len(parts) > 1:
            first = self._judge.decide(self._context.read(parts[0], conversation))
            if first.outcome == "fallback" and asks_barely(parts[1]):
                return None  # "in which year?" is asked of what nothing is known about
            second = self._decide_second(parts[1], first, conversation)
            first, second = _leave_other(first, second), _leave_other(second, first)
            answered = [d for d in (first, second) if d.outcome == "answer"]
            if len(answered) == 2 and first.entries != second.entries:
                return (first, self._leave_third(parts[2:], first, second, conversation))
            if len(answered) == 1:
                other = second if answered[0] is first else first
                brief = other is second and _is_brief(second.reading.query)
                opens = other is first
                if one := _answer_one(answered[0], other, whole, opens=opens, brief=brief):
                    # Nobody asked the bot what it does not know where it only overheard.
                    return (one if self._in_part else replace(one, left_open=None),)
            if both := _choose_both(first, second, whole):
                return both
        return self._decide_halves(text, whole)

    def _decide_second(self, text: str, first: Decision, conversation: Conversation) -> Decision:
        """The decision about the second of two questions, which may lean on the first."""
        further, before = text, conversation
        stands_alone = first.outcome == "fallback" and not points_back(text)
        # Where nothing is answered in part the second half always leans.
        if not (self._in_part and stands_alone):
            before = conversation.add(Turn(query=first.reading.query))
            further = f"and {text}" if _is_brief(text) else text
        second = self._judge.decide(self._context.read(further, before))
        open_still = second.outcome != "answer" or second.entries == first.entries
        leans = bool(first.reading.mentions) or not self._in_part
        if leans or not open_still or not _is_complete(text):
            return second
        alone = _leave_other(self._judge.decide(self._reader.read(text)), first)
        return alone if alone.outcome == "answer" else second

    def _leave_third(
        self,
        further: Sequence[str],
        first: Decision,
        second: Decision,
        conversation: Conversation,
    ) -> Decision:
        """The `second` answer with what came of a third question, which is not answered as well."""
        if not further or not self._in_part:
            return second
        third = self._decide_second(further[0], second, conversation)
        told = {*first.entries, *second.entries}
        return second if told.intersection(third.entries) else replace(second, left_open=third)

    def _decide_halves(self, text: str, whole: Decision) -> tuple[Decision, ...] | None:
        """The answers to the two halves of a question, if they are what all of it is near to."""
        if whole.outcome == "fallback" or not (sides := split_conjuncts(text)):
            return None
        halves = [self._judge.decide(self._reader.read(side)) for side in sides]
        tops = {d.entries[0] for d in halves if d.outcome == "answer"}
        best = whole.entries
        if whole.outcome == "answer" and self._in_part and not self._is_titled(whole):
            best = whole.nearest[:2]
        return tuple(halves) if len(tops) == 2 and tops <= set(best) else None

    def _is_titled(self, decision: Decision) -> bool:
        """Whether the own question of the entry that is answered names all that is asked for."""
        title = set(map(stem, tokenize(self._catalogue[decision.entries[0]].question)))
        return all(stem(word) in title for word in content_words(decision.reading.prepared.tokens))


def _answer_one(
    answered: Decision, other: Decision, whole: Decision, *, opens: bool, brief: bool
) -> Decision | None:
    """The answer to one of two questions, if the message as a whole has no better outcome.

    That is so as well where the `other` one is too `brief` to be about something of its own. The
    other one is left open where it is a question of its own, as one that `opens` the message is.
    """
    if whole.outcome == "fallback":
        if whole.unmet and not other.unmet:
            return None
    elif whole.entries != answered.entries or brief:
        return None
    leans = leans_on_neighbour(other.reading.query)
    unknown = other.outcome == "fallback" and (other.unmet or other.extra is not None or not leans)
    torn = other.outcome == "clarification" and answered.entries[0] not in other.entries
    # The first of two leans on nothing before it, however little it names.
    is_open = unknown or (torn and (opens or not leans))
    return replace(answered, left_open=other if is_open else None)


def _leave_other(torn: Decision, other: Decision) -> Decision:
    """The answer to the one of two questions that is torn between what the other one gets and this.

    Nobody asks for the same thing twice.
    """
    if torn.outcome != "clarification" or other.outcome != "answer":
        return torn
    left = tuple(number for number in torn.entries if number not in other.entries)
    if len(left) != 1 or len(torn.entries) != MIN_CHOICES:
        return torn
    reason = "the other question of the message gets what else this one may be about"
    return replace(torn, outcome="answer", entries=left, reason=reason)


def _is_complete(text: str) -> bool:
    """Whether a question names something, and points at nothing said before it."""
    return bool(content_words(tokenize(text))) and not (points_back(text) or asks_barely(text))


def _is_brief(text: str) -> bool:
    """Whether a question names too little to be about something of its own."""
    return len(content_words(tokenize(text))) <= SHORT_SECOND


def _choose_both(
    first: Decision, second: Decision, whole: Decision
) -> tuple[Decision, Decision] | None:
    """The best entries of two questions, where the message as a whole is torn between these two."""
    if whole.outcome != "clarification" or not first.nearest or not second.nearest:
        return None
    tops = (first.nearest[0], second.nearest[0])
    if tops[0] == tops[1] or set(tops) != set(whole.entries[:2]):
        return None
    reason = "the message asks two things, and these two entries fit it about equally"
    return (
        replace(first, outcome="answer", entries=tops[:1], reason=reason),
        replace(second, outcome="answer", entries=tops[1:], reason=reason),
    )
