"""What is addressed to the bot: a reply to each turn, and the conversation after it."""

from dataclasses import replace
from typing import Final

from bot.engine.conversation import Conversation, Turn
from bot.engine.deciding.choices import ChoiceFinder
from bot.engine.deciding.composition import ReplyBuilder
from bot.engine.deciding.turns import TurnDecider
from bot.engine.entries import Entry
from bot.engine.matching.index import Index
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.reading.reading import Reader
from bot.engine.replies import Answer, Clarification, Explanation, Fallback, Reply, Understanding
from bot.engine.wording.asking_further import asks_briefly, asks_for_reason
from bot.engine.wording.prefaces import drop_preface
from bot.engine.wording.reactions import drop_reaction
from bot.engine.wording.remarks import drop_taken_back

HEARD_SHARE: Final = 0.5
"""The share of the threshold from which a question that was declined may be gone on about."""

NEW_SHARE: Final = 0.2
"""Share of a turn that its answer says nothing of, from which it asks for more than that tells."""


def repeats_answer(reply: Reply, conversation: Conversation) -> bool:
    """Whether `reply` answers what the turn before it was answered."""
    last = conversation.latest
    answered = tuple(entry.id for entry in reply.entries)
    return last is not None and isinstance(reply, Answer) and answered == last.answered


class Dialogue:
    """Replies to the turns of conversations, and remembers them."""

    def __init__(
        self,
        index: Index,
        catalogue: Catalogue,
        *,
        reader: Reader,
        choices: ChoiceFinder,
        decider: TurnDecider,
        builder: ReplyBuilder,
        threshold: float,
    ) -> None:
        self._index = index
        self._catalogue = catalogue
        self._reader = reader
        self._choices = choices
        self._decider = decider
        self._builder = builder
        self._threshold = threshold

    def reply(
        self, text: str, conversation: Conversation, *, explain: bool = False
    ) -> tuple[Reply, Conversation]:
        """The reply to a cleaned message, and the conversation as the next turn will find it."""
        text = drop_preface(drop_taken_back(drop_reaction(text, known=self._index.vocabulary)))
        if (picked := self._choices.find_asked_of(text, conversation)) is not None:
            entry_id, text = picked
            _, conversation = self._open(entry_id, conversation)
        text = self._choices.name_side(text, conversation)
        chosen = self._choices.find_chosen(text, conversation)
        if chosen is not None:
            return self._open(chosen, conversation)
        if (further := self._choices.find_further(text, conversation)) is not None:
            reply = self._builder.build([further], explain=explain)
            shown = (*reply.entries, *reply.offers)
            return reply, conversation.show_again(entry.id for entry in shown)
        decisions = self._decider.decide(text, conversation)
        reply = self._note_again(
            text, self._builder.build(decisions, explain=explain), conversation
        )
        known = reply.score >= HEARD_SHARE * self._threshold
        asked = reply.understanding.query
        return reply, _remember(conversation, asked, reply, text=text, known=known)

    def _note_again(self, text: str, reply: Reply, conversation: Conversation) -> Reply:
        """`reply`, with a note where a turn leans on the one before and gets its answer once more.

        Unless the turn names something that the answer says nothing of: it is not all about that.
        """
        if not (reply.understanding.used_context and repeats_answer(reply, conversation)):
            return reply
        own = self._reader.prepare(text)
        numbers = self._catalogue.find(entry.id for entry in reply.entries)
        missed = min(self._reader.share_missed(own, number) for number in numbers)
        again = missed < NEW_SHARE or asks_briefly(text) or asks_for_reason(text)
        return replace(reply, understanding=replace(reply.understanding, again=again))

    def open(self, entry: Entry, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer of an entry that was chosen by itself."""
        reading = self._reader.read(entry.question)
        answer = Answer(
            answers=(entry,),
            score=1.0,
            matches=self._builder.find_matches(
                reading, first=self._catalogue.find([entry.id]), score=1.0
            ),
            suggestions=self._builder.find_follow_ups((entry,)),
            understanding=Understanding(query=entry.question),
            explanation=Explanation(reason="the entry was chosen by itself"),
        )
        last = conversation.latest
        picked = last is not None and entry.id in (
            *last.offered,
            *(conversation.listed if last.picked else ()),
        )
        return answer, _remember(conversation, entry.question, answer, picked=picked)

    def _open(self, entry_id: str, conversation: Conversation) -> tuple[Answer, Conversation]:
        return self.open(self._catalogue[self._catalogue.numbers[entry_id]], conversation)


def _remember(
    conversation: Conversation,
    query: str,
    reply: Reply,
    *,
    text: str = "",
    known: bool = True,
    picked: bool = False,
) -> Conversation:
    """The conversation after a reply.

    `known` says that the knowledge has to do with the query, `picked` that it was chosen from what
    the turn before offered.
    """
    answered = tuple(e.id for e in reply.answers) if isinstance(reply, Answer) else ()
    understood, aside = True, False
    if isinstance(reply, Fallback):
        aside = bool(reply.small_talk or reply.courtesy)
        understood = bool(reply.missing) or (known and not aside)
    offered = tuple(e.id for e in (*reply.entries, *reply.offers) if e.id not in answered)
    turn = Turn(
        query,
        answered,
        offered,
        text=text,
        understood=understood,
        aside=aside,
        asked_back=isinstance(reply, Clarification),
        picked=picked,
    )
    return conversation.add(turn)
