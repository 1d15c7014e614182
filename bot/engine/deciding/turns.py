"""Deciding about a turn: by itself, or by what the turn before it asked, got or told."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.engine.conversation import Conversation, Turn
from bot.engine.deciding.choices import ChoiceFinder
from bot.engine.deciding.decision import Decision
from bot.engine.deciding.messages import MessageDecider
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.mentions import ROLE
from bot.engine.narrowing.regions import REGION
from bot.engine.reading.reading import POINTING_TO_TOLD, Reader
from bot.engine.reading.trust import EXACT_CONFIDENCE
from bot.engine.wording.asking import asks
from bot.engine.wording.asking_further import asks_briefly, asks_which_is_right
from bot.engine.wording.corrections import (
    drop_put_badly,
    find_correction,
    find_withdrawn,
    says_missed,
)
from bot.engine.wording.courtesies import Courtesy
from bot.engine.wording.leaning import is_tied
from bot.engine.wording.reactions import disputes
from bot.engine.wording.sides import find_two
from bot.engine.wording.sorrow import tells_of_sorrow
from bot.engine.wording.telling import introduces, tells_of_speaker, weighs_problem, weighs_told

TOLD_SHARE: Final = 0.25
"""What an entry must score of the best one for a question, to answer it for who asks.

Who hates maths and asks for the pay does not ask for the maths.
"""


class TurnDecider:
    """Decides about turns of conversations."""

    def __init__(
        self,
        reader: Reader,
        catalogue: Catalogue,
        *,
        messages: MessageDecider,
        choices: ChoiceFinder,
    ) -> None:
        self._reader = reader
        self._catalogue = catalogue
        self._messages = messages
        self._choices = choices

    def decide(self, text: str, conversation: Conversation) -> tuple[Decision, ...]:
        """One decision, or two where the message asks two things that can both be answered.

        Who says that an answer was not what they asked for does not get it again, unless they ask
        for it in so many words.
        """
        decisions = self._decide_turn(text, conversation)
        last = conversation.latest
        answered = self._catalogue.find(last.answered) if last else ()
        if not says_missed(text) or not any(_gives(decision, answered) for decision in decisions):
            return decisions
        rest = drop_put_badly(text)
        said = [tokenize(last.text), tokenize(last.query)] if last else []
        if rest != text.strip() and (tokenize(rest) in said or self._reader.repeats(rest)):
            return decisions
        reading = decisions[0].reading.doubt()
        nearest = self._catalogue.find(last.offered) if last else ()
        reason = "the turn says that the last answer was not asked for, and leads to it again"
        return (
            Decision("fallback", reading, nearest=nearest, line=Courtesy.MISTAKEN, reason=reason),
        )

    def _decide_turn(self, text: str, conversation: Conversation) -> tuple[Decision, ...]:
        """The decisions about a turn, whatever it says of the one before.

        What the turn before told of the speaker counts as told in the same message, where that
        leads to an answer which the question by itself is not far from.
        """
        if (withdrawn := find_withdrawn(text)) is not None:
            asked, meant = withdrawn
            corrected = conversation.add(Turn(query=asked))
            return self._decide_turn(f"I meant {meant}", corrected)
        last = conversation.latest
        if last is not None and (picked := self._choices.decide_several(text, last)):
            return picked
        if last is not None and last.answered and (doubted := self._answer_doubt(text)):
            return doubted
        if last is not None and last.answered and asks_briefly(text):
            return self._decide_again(text, conversation)
        if (item := self._choices.name_item(text, conversation)) is not None:
            named, listing = item
            decisions = self._messages.decide(named, listing)
            if all(decision.outcome == "answer" for decision in decisions):
                return decisions
            alone = self._messages.decide(text, Conversation())
            gap = any(d.outcome == "fallback" and d.extra is not None for d in alone)
            return alone if gap else self._decide_again(text, listing)
        told = _find_told(text, conversation)
        if told is not None:
            before = Conversation(conversation.turns[:-1])
            joined = self._messages.decide(f"{told}. {text}", before)
            told_of = [d.outcome != "fallback" or d.extra is not None for d in joined]
            if weighs_problem(text) or (weighs_told(text) and all(told_of)):
                return joined
            if all(d.outcome == "answer" and self._is_near(text, d.entries[0]) for d in joined):
                return joined
            setting = {m.qualifier for m in self._reader.find_setting(told, question=text)}
            if ROLE in setting:
                return joined
            if REGION in setting and self._is_asked_there(text, conversation, joined):
                return joined
        if (after := self._decide_told_after(text, conversation)) is not None:
            return after
        decisions = self._messages.decide(text, conversation)
        if last is not None and last.answered and asks_which_is_right(text):
            return self._leave_undecided(last, decisions)
        if introduces(text) and self._reader.tells_place_or_trade(text):
            return tuple(map(_welcome, decisions))
        return tuple(map(self._console, decisions)) if tells_of_sorrow(text) else decisions

    @staticmethod
    def _leave_undecided(last: Turn, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
        """What is said to who asks which is right of what an answer told, and no entry tells that.

        Of two things that the question itself named, it is asked which of them to choose.
        """
        if find_two(last.query) or any(decision.outcome == "answer" for decision in decisions):
            return decisions
        reason = "the turn asks which is right of what the answer before it told"
        reading = decisions[0].reading.doubt()
        nearest = decisions[0].nearest
        return (
            Decision("fallback", reading, nearest=nearest, line=Courtesy.DISPUTED, reason=reason),
        )

    def _console(self, decision: Decision) -> Decision:
        """What is said to who tells of sorrow: nothing is missing, as nothing was asked.

        An entry, small talk, or a gap word for word may be about just that.
        """
        if decision.outcome != "fallback" or decision.reading.confidence >= EXACT_CONFIDENCE:
            return decision
        if decision.extra is not None and self._catalogue.is_small_talk(decision.extra):
            return decision
        reason = "the message tells of sorrow, and asks nothing"
        return replace(decision, extra=None, unmet=(), untold="", nearest=(), reason=reason)

    def _decide_again(self, text: str, conversation: Conversation) -> tuple[Decision, ...]:
        """What the last question came to, for a turn that asks of nothing but that."""
        *before, last = conversation.turns
        again = self._messages.decide(last.query, Conversation(tuple(before)))
        return tuple(
            replace(d, reading=replace(d.reading, used_context=True, asked=text)) for d in again
        )

    def _is_asked_there(
        self, text: str, conversation: Conversation, joined: Sequence[Decision]
    ) -> bool:
        """Whether a question is asked for where its asker lives, as `joined` takes it.

        That is so where it says "there", or where only the place leads to another entry of a topic.
        """
        if not POINTING_TO_TOLD.isdisjoint(tokenize(text)):
            return all(d.outcome == "answer" or d.unmet for d in joined)
        alone = self._messages.decide(text, conversation)
        both = (*alone, *joined)
        if len(both) != 2 or any(decision.outcome != "answer" for decision in both):
            return False
        return len({self._catalogue[decision.entries[0]].topic for decision in both}) == 1

    def _answer_doubt(self, text: str) -> tuple[Decision, ...] | None:
        """What to say to a turn that only doubts the answer before it; None for any other.

        And for one that the knowledge has small talk for, word for word.
        """
        if not disputes(text):
            return None
        reading = self._reader.read(text)
        best = reading.scores.best
        said = reading.confidence >= EXACT_CONFIDENCE
        if best is not None and said and self._catalogue.is_small_talk(best):
            return None
        reason = "the turn doubts the answer before it, and asks nothing"
        return (Decision("fallback", reading.doubt(), line=Courtesy.DISPUTED, reason=reason),)

    def _decide_told_after(
        self, text: str, conversation: Conversation
    ) -> tuple[Decision, ...] | None:
        """The last question decided anew for what its asker tells of themselves after it.

        None where that leads to nothing new, or to nothing that they told of.
        """
        last = conversation.latest
        if last is None or not last.answered or not self._reader.tells_fact(text):
            return None
        if not tells_of_speaker(text) or is_tied(text) or find_correction(text):
            return None
        again = self._messages.decide(f"{text.rstrip(' .!')}. {last.query}", Conversation())
        found = {self._catalogue[n].id for decision in again for n in decision.entries}
        new = found.isdisjoint(last.answered) and all(d.outcome == "answer" for d in again)
        return again if new and all(self._is_near(text, d.entries[0]) for d in again) else None

    def _is_near(self, text: str, number: int) -> bool:
        values = self._reader.read(text).scores.values
        return float(values[number]) >= TOLD_SHARE * float(values[: len(self._catalogue)].max())


def _gives(decision: Decision, numbers: Sequence[int]) -> bool:
    """Whether a decision is to answer with one of the entries of those `numbers`."""
    return decision.outcome == "answer" and decision.entries[0] in numbers


def _welcome(decision: Decision) -> Decision:
    """What is said to who tells where they stand: nothing is missing, as nothing was asked."""
    if decision.outcome != "fallback":
        return decision
    reason = "the message says who or where somebody is, and asks nothing"
    return replace(decision, extra=None, unmet=(), line=Courtesy.INTRODUCED, reason=reason)


def _find_told(text: str, conversation: Conversation) -> str | None:
    """What the turn before told of the speaker, if `text` asks a question of its own after it."""
    last = conversation.latest
    if last is None or not tells_of_speaker(last.query):
        return None
    own = asks(text) and content_words(tokenize(text)) and not is_tied(text)
    return last.query.rstrip(" .!") if own or weighs_told(text) else None
