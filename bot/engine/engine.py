"""The engine: text and a conversation in; a reply and the next conversation out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.engine.asking_on import FollowUpJudge
from bot.engine.catalogue import Catalogue
from bot.engine.choices import ChoiceFinder
from bot.engine.claims import ClaimTable
from bot.engine.cleaning import clean_message
from bot.engine.completion import Completer
from bot.engine.composition import ReplyBuilder
from bot.engine.context import ContextReader
from bot.engine.conversation import Conversation, Turn
from bot.engine.corpus import Document
from bot.engine.decision import Judge, Thresholds
from bot.engine.entries import Entry, Gap, SmallTalk, Vocabulary
from bot.engine.index import Index
from bot.engine.messages import MessageDecider
from bot.engine.overhearing import Overhearer
from bot.engine.prefaces import drop_preface
from bot.engine.qualifiers import QualifierGuard
from bot.engine.reactions import drop_reaction
from bot.engine.reading import Reader
from bot.engine.remarks import drop_taken_back
from bot.engine.replies import (
    Answer,
    Clarification,
    Explanation,
    Fallback,
    Mode,
    Reply,
    Silence,
    Understanding,
)
from bot.engine.turns import TurnDecider
from bot.engine.unasked import LOWEST
from bot.engine.value_names import find_unsaid_names
from bot.errors import UnknownEntryError

HEARD_SHARE: Final = 0.5
"""The share of the threshold from which a question that was declined may be gone on about."""


class Engine:
    """Answers queries from one knowledge base; never changes once made."""

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        vocabulary: Vocabulary | None = None,
        small_talk: Sequence[SmallTalk] = (),
        gaps: Sequence[Gap] = (),
        index: Index | None = None,
        claims: ClaimTable | None = None,
        threshold: float | None = None,
        ambiguity_threshold: float | None = None,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        self.index = index or build_index(
            entries, vocabulary=self.vocabulary, small_talk=small_talk, gaps=gaps
        )
        self.thresholds = _choose_thresholds(self.index, threshold, ambiguity_threshold)
        self._catalogue = Catalogue(tuple(entries), tuple(gaps), tuple(small_talk))
        self._claims = claims or ClaimTable.read(self.vocabulary, self._catalogue.entries)
        guard = QualifierGuard(self.vocabulary, self._catalogue.entries, self._claims)
        self._reader = Reader(self.index, guard, self._catalogue)
        threshold = self.thresholds.threshold
        context = ContextReader(self._reader, self._catalogue, threshold=threshold)
        judge = Judge(guard, self._reader, self._catalogue, self.thresholds)
        self._choices = ChoiceFinder(
            self._reader, self._catalogue, judge=judge.decide, threshold=threshold
        )
        self._decider = TurnDecider(
            self._reader,
            self._catalogue,
            messages=MessageDecider(
                self._reader, context, judge, self._catalogue, threshold=threshold
            ),
            choices=self._choices,
        )
        unasked = replace(self.thresholds, threshold=LOWEST.raise_threshold(threshold))
        self._completer = Completer(self.index, self._catalogue.entries)
        self._builder = ReplyBuilder(
            self._catalogue,
            index=self.index,
            reader=self._reader,
            completer=self._completer,
            guard=guard,
            thresholds=self.thresholds,
        )
        self._follow_ups = FollowUpJudge(
            self.index,
            self._catalogue,
            reader=self._reader,
            threshold=threshold,
        )
        self._overhearer = Overhearer(
            self.index,
            self._catalogue,
            reader=self._reader,
            messages=MessageDecider(
                self._reader,
                context,
                Judge(guard, self._reader, self._catalogue, unasked),
                self._catalogue,
                threshold=threshold,
                in_part=False,
            ),
            builder=self._builder,
            threshold=threshold,
        )

    def with_thresholds(self, threshold: float, ambiguity_threshold: float) -> "Engine":
        """An engine for the same knowledge, with other thresholds."""
        return Engine(
            self._catalogue.entries,
            vocabulary=self.vocabulary,
            small_talk=self._catalogue.small_talk,
            gaps=self._catalogue.gaps,
            index=self.index,
            claims=self._claims,
            threshold=threshold,
            ambiguity_threshold=ambiguity_threshold,
        )

    def entry(self, entry_id: str) -> Entry:
        """The entry of that id; raises UnknownEntryError when there is none."""
        try:
            return self._catalogue[self._catalogue.numbers[entry_id]]
        except KeyError:
            raise UnknownEntryError(entry_id) from None

    def open(
        self, entry_id: str, *, conversation: Conversation | None = None
    ) -> tuple[Answer, Conversation]:
        """The answer of an entry that a person chose by itself (a button, autocomplete).

        Raises UnknownEntryError when the knowledge no longer holds it.
        """
        entry = self.entry(entry_id)
        reading = self._reader.read(entry.question)
        answer = Answer(
            answers=(entry,),
            score=1.0,
            matches=self._builder.find_matches(
                reading, first=self._catalogue.find([entry_id]), score=1.0
            ),
            suggestions=self._builder.find_follow_ups((entry,)),
            understanding=Understanding(query=entry.question),
            explanation=Explanation(reason="the entry was chosen by itself"),
        )
        conversation = conversation or Conversation()
        last = conversation.latest
        picked = last is not None and entry_id in (
            *last.offered,
            *(conversation.listed if last.picked else ()),
        )
        return answer, _remember(conversation, entry.question, answer, picked=picked)

    def go_on(self, query: str, *, conversation: Conversation) -> tuple[Reply, Conversation]:
        """The reply to what somebody says right after an answer without calling the bot.

        Silence, and the conversation as it was, unless it plainly asks on from that answer or is
        a question that would be answered anywhere.
        """
        reply, after = self.reply(query, conversation=conversation)
        alone, _ = self.reply(query, mode=Mode.AMBIENT)
        overheard = isinstance(alone, Answer)
        if self._follow_ups.asks_on(query, reply, conversation, overheard=overheard):
            return reply, after
        reason = "the message does not plainly ask on from what was answered"
        silence = Silence(
            matches=reply.matches, score=reply.score, explanation=Explanation(reason=reason)
        )
        return silence, conversation

    @property
    def examples(self) -> tuple[Entry, ...]:
        """A few questions for somebody who has none, or none that anything is near to."""
        return self._builder.list_examples()

    def complete(self, text: str, *, limit: int = 25) -> list[Entry]:
        """The entries that fit best what has been typed so far, best first.

        With nothing typed these are the entries that others lead to most.
        """
        return [self._catalogue[number] for number in self._completer.complete(text, limit)]

    def reply(
        self,
        query: str,
        *,
        conversation: Conversation | None = None,
        mode: Mode = Mode.DIRECT,
        explain: bool = False,
    ) -> tuple[Reply, Conversation]:
        """The reply to `query`, and the conversation as the next turn will find it.

        With `explain` the reply carries the words that counted for each match, which costs time.
        """
        conversation = conversation or Conversation()
        text = clean_message(query)
        if mode is Mode.AMBIENT:
            return self._overhearer.overhear(query, text, explain=explain), conversation
        text = drop_preface(drop_taken_back(drop_reaction(text, known=self.index.vocabulary)))
        if (picked := self._choices.find_asked_of(text, conversation)) is not None:
            entry_id, text = picked
            _, conversation = self.open(entry_id, conversation=conversation)
        text = self._choices.name_side(text, conversation)
        chosen = self._choices.find_chosen(text, conversation)
        if chosen is not None:
            return self.open(chosen, conversation=conversation)
        if (further := self._choices.find_further(text, conversation)) is not None:
            reply = self._builder.build([further], explain=explain)
            shown = (*reply.entries, *reply.offers)
            return reply, conversation.show_again(entry.id for entry in shown)
        decisions = self._decider.decide(text, conversation)
        reply = _note_again(self._builder.build(decisions, explain=explain), conversation)
        known = reply.score >= HEARD_SHARE * self.thresholds.threshold
        asked = reply.understanding.query
        return reply, _remember(conversation, asked, reply, text=text, known=known)


def build_index(
    entries: Sequence[Entry],
    *,
    vocabulary: Vocabulary,
    small_talk: Sequence[SmallTalk] = (),
    gaps: Sequence[Gap] = (),
) -> Index:
    """Train the index for entries, gaps and small talk, in this order."""
    extras: tuple[Gap | SmallTalk, ...] = (*gaps, *small_talk)
    documents = [Document(e.question, e.utterances, e.answer) for e in entries]
    documents += [Document(extra.utterances[0], extra.utterances[1:], "") for extra in extras]
    names = find_unsaid_names(vocabulary, (text for d in documents for text in d.phrasings))
    return Index.build(
        documents,
        synonyms=vocabulary.synonyms,
        abbreviations={**names, **vocabulary.abbreviations},
    )


def _choose_thresholds(
    index: Index,
    threshold: float | None,
    ambiguity_threshold: float | None,
) -> Thresholds:
    """The thresholds set by hand, or else those that the knowledge base suggests."""
    suggested = index.thresholds
    decline = suggested.decline if threshold is None else threshold
    ambiguity = suggested.ambiguity if ambiguity_threshold is None else ambiguity_threshold
    return Thresholds(threshold=decline, ambiguity_threshold=ambiguity)


def _note_again(reply: Reply, conversation: Conversation) -> Reply:
    """`reply`, with a note where the turn leans on the one before and gets its answer once more."""
    last = conversation.latest
    if last is None or not isinstance(reply, Answer) or not reply.understanding.used_context:
        return reply
    again = tuple(entry.id for entry in reply.answers) == last.answered
    return replace(reply, understanding=replace(reply.understanding, again=again))


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
