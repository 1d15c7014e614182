"""The engine: text and a conversation in; a reply and the next conversation out."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.engine.ambient import (
    FOR_MEMBERS,
    OWN_AFFAIRS,
    find_reason_for_silence,
)
from bot.engine.asking import find_asking_clause
from bot.engine.claims import ClaimTable
from bot.engine.cleaning import clean_message
from bot.engine.completion import Completer
from bot.engine.composition import ReplyBuilder
from bot.engine.conversation import Conversation, Turn
from bot.engine.decision import Decision, Judge, Thresholds
from bot.engine.entries import Entry, Gap, SmallTalk, Vocabulary
from bot.engine.index import Document, Index, PreparedQuery
from bot.engine.owning import list_owned, speaks_of_own
from bot.engine.prefaces import drop_preface
from bot.engine.qualifiers import QualifierGuard
from bot.engine.questions import drop_alternative, drop_hedges, split_sentences
from bot.engine.reactions import drop_reaction
from bot.engine.reading import Reader, lift
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
from bot.errors import UnknownEntryError

AMBIENT_STRICTNESS: Final = (0.04, 0.16)
"""How far the ambient threshold lies between the direct one and certainty.

For an entry of few phrasings and for one of many, which much is near to by chance.
"""

AMBIENT_ALIGNMENT: Final = (0.4, 0.7)
"""Share of what an overheard question says that its answer's entry must say as well."""

AMBIENT_MISSED: Final = (0.4, 0.3)
"""Share of it that one word may make up which the entry does not know."""

FEW_PHRASINGS: Final = 10
MANY_PHRASINGS: Final = 50
_FEW_TO_MANY: Final = (math.log(FEW_PHRASINGS), math.log(MANY_PHRASINGS))

HEARD_SHARE: Final = 0.5
"""The share of the threshold from which a question that was declined may be gone on about."""

UNHEARD_SHARE: Final = 0.5
"""What the confidence is worth in a message whose wording asks the bot nothing."""


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
        self._entries = tuple(entries)
        self._by_id = {entry.id: entry for entry in entries}
        self._small_talk = small_talk
        self._gaps = gaps
        self._claims = claims or ClaimTable.read(self.vocabulary, self._entries)
        guard = QualifierGuard(self.vocabulary, self._entries, self._claims)
        self._numbers = {entry.id: number for number, entry in enumerate(entries)}
        self._reader = Reader(
            self.index, guard.finder, entry_count=len(self._entries), gap_count=len(gaps)
        )
        judge = Judge(
            guard,
            len(self._entries),
            is_about=self._reader.is_about,
            is_unreadable=self._reader.is_unreadable,
            is_small_talk=self._reader.is_small_talk,
            leads_to=lambda n, other: self._entries[other].id in self._entries[n].follow_ups,
        )
        self._decider = TurnDecider(
            self._reader, judge, self.thresholds, self._entries, self._numbers
        )
        self._completer = Completer(self.index, self._entries)
        self._builder = ReplyBuilder(
            self._entries,
            (*gaps, *small_talk),
            index=self.index,
            completer=self._completer,
            guard=guard,
            thresholds=self.thresholds,
            numbers=self._numbers,
        )

    def with_thresholds(self, threshold: float, ambiguity_threshold: float) -> "Engine":
        """An engine for the same knowledge, with other thresholds."""
        return Engine(
            self._entries,
            vocabulary=self.vocabulary,
            small_talk=self._small_talk,
            gaps=self._gaps,
            index=self.index,
            claims=self._claims,
            threshold=threshold,
            ambiguity_threshold=ambiguity_threshold,
        )

    def entry(self, entry_id: str) -> Entry:
        """The entry of that id; raises UnknownEntryError when there is none."""
        try:
            return self._by_id[entry_id]
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
                reading, first=(self._numbers[entry_id],), score=1.0
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

    @property
    def examples(self) -> tuple[Entry, ...]:
        """A few questions for somebody who has none, or none that anything is near to."""
        return self._builder.list_examples()

    def complete(self, text: str, *, limit: int = 25) -> list[Entry]:
        """The entries that fit best what has been typed so far, best first.

        With nothing typed these are the entries that others lead to most.
        """
        return [self._entries[number] for number in self._completer.complete(text, limit)]

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
            return self._overhear(query, text, explain), conversation
        text = drop_preface(drop_taken_back(drop_reaction(text)))
        text = self._decider.choices.name_side(text, conversation)
        chosen = self._decider.choices.find_chosen(text, conversation)
        if chosen is not None:
            return self.open(chosen, conversation=conversation)
        if (further := self._decider.choices.find_further(text, conversation)) is not None:
            reply = self._builder.build([further], explain=explain)
            return reply, conversation.show_again(entry.id for entry in reply.entries)
        decisions = self._decider.decide(text, conversation)
        reply = self._builder.build(decisions, explain=explain)
        known = reply.score >= HEARD_SHARE * self.thresholds.threshold
        asked = reply.understanding.query
        return reply, _remember(conversation, asked, reply, text=text, known=known)

    def _overhear(self, query: str, text: str, explain: bool) -> Reply:
        asked = drop_preface(text)
        reason = find_reason_for_silence(query, text, asked, known=self.index.vocabulary)
        if reason in (OWN_AFFAIRS, FOR_MEMBERS) and self._reader.repeats(asked):
            reason = ""  # the keeper wrote it down just so
        if reason and reason != OWN_AFFAIRS:
            reading = self._reader.read(asked)
            score = reading.confidence * UNHEARD_SHARE
            matches = self._builder.find_matches(reading, score=score)
            return Silence(matches=matches, score=score, explanation=Explanation(reason=reason))
        decisions = self._decider.decide(asked, Conversation(), ambient=True)
        reply = self._builder.build(decisions, explain=explain)
        own = self._reader.prepare(_find_last_asked(asked)) if reason == OWN_AFFAIRS else None
        if isinstance(reply, Answer) and all(self._may_speak_up(d, own) for d in decisions):
            return reply
        if own is None:
            reason = reply.explanation.reason if reply.explanation else ""
            if isinstance(reply, Answer):
                reason = f"not sure or near enough to speak up unasked ({reason})"
        return Silence(
            matches=reply.matches,
            score=reply.score,
            understanding=reply.understanding,
            explanation=Explanation(reason=reason or "not sure enough to speak up"),
        )

    def _speaks_of(self, own: PreparedQuery, number: int) -> bool:
        """Whether an entry is put by its title as one about the asker's own things, and of those.

        `own` is the sentence that asks.
        """
        owned = list_owned(own.tokens)
        return speaks_of_own(self._entries[number].question) and not self.index.misses(
            own, number, owned
        )

    def _may_speak_up(self, decision: Decision, own: PreparedQuery | None) -> bool:
        """Whether the entry that answers an overheard question is sure and near enough.

        One about the speaker's `own` affairs must be about those by its title as well, and what the
        question names must be known.
        """
        query = decision.reading.prepared
        for number in decision.entries:
            if own is not None and not self._speaks_of(own, number):
                return False
            if self.index.misses_name(query, number):
                return False
            size = math.log(len(self._entries[number].phrasings))
            strictness, least, most = (
                float(np.interp(size, _FEW_TO_MANY, bounds))
                for bounds in (AMBIENT_STRICTNESS, AMBIENT_ALIGNMENT, AMBIENT_MISSED)
            )
            if decision.confidence < lift(self.thresholds.threshold, strictness):
                return False
            aligned = self._align_overheard(decision, number)
            if not any(met >= least and missed <= most for met, missed in aligned):
                return False
        return True

    def _align_overheard(self, decision: Decision, number: int) -> list[tuple[float, float]]:
        """What of a question an entry says, and the share of the word it misses most.

        Of the whole, and without what is told before it, without a half that only holds the other
        against something and without hedges, where the entry fits that best.
        """
        query = decision.reading.query
        aligned = [self.index.align(decision.reading.prepared, number)]
        asked = _find_last_asked(query)
        clause = find_asking_clause(asked)
        for part in dict.fromkeys((asked, clause, drop_alternative(asked), drop_hedges(asked))):
            reading = self._reader.read(part)
            best = reading.scores.top(1)
            if part != query and best and best[0][0] == number:
                aligned.append(self.index.align(reading.prepared, number))
        return aligned


def _find_last_asked(text: str) -> str:
    """The last sentence of a message that asks."""
    asking = [sentence.text for sentence in split_sentences(text) if sentence.asks]
    return asking[-1] if asking else text


def build_index(
    entries: Sequence[Entry],
    *,
    vocabulary: Vocabulary,
    small_talk: Sequence[SmallTalk] = (),
    gaps: Sequence[Gap] = (),
) -> Index:
    """Train the index for entries, gaps and small talk, in this order."""
    extras: tuple[Gap | SmallTalk, ...] = (*gaps, *small_talk)
    documents = [Document(e.id, e.question, e.utterances, e.answer) for e in entries]
    documents += [
        Document(extra.id, extra.utterances[0], extra.utterances[1:], "") for extra in extras
    ]
    return Index.build(
        documents, synonyms=vocabulary.synonyms, abbreviations=vocabulary.abbreviations
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
    return Thresholds(
        threshold=decline,
        ambiguity_threshold=ambiguity,
        ambient_threshold=lift(decline, min(AMBIENT_STRICTNESS)),
    )


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
