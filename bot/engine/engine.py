"""The engine: text and a conversation in; a reply and the next conversation out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.engine.ambient import find_reason_for_silence
from bot.engine.completion import Completer
from bot.engine.context import ContextReader
from bot.engine.conversation import (
    Conversation,
    Turn,
    asks_for_other,
    find_choice,
    find_description,
)
from bot.engine.decision import Decision, Judge, Thresholds
from bot.engine.entries import Entry, Gap, SmallTalk, Vocabulary
from bot.engine.explanation import explain_decision
from bot.engine.index import Document, Index
from bot.engine.qualifiers import QualifierGuard
from bot.engine.questions import (
    clean_message,
    is_long,
    split_conjuncts,
    split_questions,
    split_sentences,
)
from bot.engine.reading import NEIGHBOUR_WEIGHT, REST_WEIGHT, Reader, Reading
from bot.engine.replies import (
    Answer,
    Clarification,
    Explanation,
    Fallback,
    Match,
    Mode,
    Reply,
    Silence,
    Understanding,
)
from bot.engine.text import tokenize
from bot.engine.wording import word_unmet
from bot.engine.words import content_words
from bot.errors import UnknownEntryError

MATCH_LIMIT = 5
"""Matches that a reply carries."""

SUGGESTION_LIMIT = 5
"""Follow-ups that are offered at once: one row of buttons."""

AMBIENT_STRICTNESS = 0.2
"""How far the ambient threshold lies between the direct one and certainty."""

AMBIENT_UNKNOWN_SHARE = 0.34
"""Share of an overheard question's subject words that the knowledge may never have used."""

MAX_ASKING_SENTENCES = 6
"""Asking sentences of a post that are tried; bounds the work on noise."""


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
        self._extras: tuple[Gap | SmallTalk, ...] = (*gaps, *small_talk)
        self._guard = QualifierGuard(self.vocabulary, self._entries)
        self._numbers = {entry.id: number for number, entry in enumerate(entries)}
        self._reader = Reader(
            self.index,
            self._guard,
            entry_count=len(self._entries),
            gap_count=len(gaps),
        )
        self._context = ContextReader(self._reader, self._numbers.get)
        self._judge = Judge(self._guard, len(self._entries))
        self._completer = Completer(self.index, self._entries)

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
        answer = Answer(
            answers=(entry,),
            score=1.0,
            matches=(Match(entry, 1.0, entry.question),),
            suggestions=self._follow_ups((entry,)),
            understanding=Understanding(query=entry.question),
            explanation=Explanation(reason="the entry was chosen by itself"),
        )
        return answer, _remember(conversation or Conversation(), entry.question, answer)

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
            return self._overhear(text, explain), conversation
        chosen = self._find_chosen(text, conversation)
        if chosen is not None:
            return self.open(chosen, conversation=conversation)
        decisions = self._decide(text, conversation)
        reply = self._build_reply(decisions, explain)
        resolved = decisions[-1].reading.query
        return reply, _remember(conversation, resolved, reply)

    def _overhear(self, text: str, explain: bool) -> Reply:
        reason = find_reason_for_silence(text)
        if reason:
            return Silence(explanation=Explanation(reason=reason))
        decisions = self._decide(text, Conversation(), ambient=True)
        reply = self._build_reply(decisions, explain)
        if isinstance(reply, Answer) and not self._names_the_unknown(decisions):
            return reply
        reason = reply.explanation.reason if reply.explanation else ""
        return Silence(
            matches=reply.matches,
            score=reply.score,
            understanding=reply.understanding,
            explanation=Explanation(reason=reason or "not sure enough to speak up"),
        )

    def _names_the_unknown(self, decisions: Iterable[Decision]) -> bool:
        """Whether a good part of a question's subject words is strange to the knowledge."""
        words = [
            word
            for decision in decisions
            for word in content_words(decision.reading.prepared.tokens)
            if word.isalpha()
        ]
        unknown = sum(not self._reader.knows(word) for word in words)
        return unknown > AMBIENT_UNKNOWN_SHARE * len(words)

    def _find_chosen(self, text: str, conversation: Conversation) -> str | None:
        """The entry that a turn picks from what the last one offered."""
        last = conversation.turns[-1] if conversation.turns else None
        if last is None or not last.offered:
            return None
        chosen = find_choice(text, last.offered)
        if chosen is None and (description := find_description(text)):
            chosen = self._find_described(description, last.offered)
        if chosen is None and asks_for_other(text):
            rest = [i for i in last.offered if i not in last.answered]
            chosen = rest[0] if len(last.offered) == 2 or len(rest) == 1 else None
        return chosen if chosen in self._by_id else None

    def _find_described(self, description: str, offered: Sequence[str]) -> str | None:
        numbers = {entry.id: n for n, entry in enumerate(self._entries) if entry.id in offered}
        values = self._reader.read(description).scores.values
        ranked = sorted(numbers, key=lambda i: -float(values[numbers[i]]))
        return ranked[0] if ranked and values[numbers[ranked[0]]] > 0 else None

    def _decide(
        self, text: str, conversation: Conversation, *, ambient: bool = False
    ) -> tuple[Decision, ...]:
        """One decision, or two where the message asks two things that can both be answered."""
        whole = self._judge_reading(self._read_turn(text, conversation), ambient)
        if is_long(text):
            return self._decide_long(text, whole, ambient)
        return self._decide_parts(text, whole, conversation, ambient) or (whole,)

    def _judge_reading(self, reading: Reading, ambient: bool) -> Decision:
        return self._judge.decide(reading, self.thresholds, ambient=ambient)

    def _decide_parts(
        self, text: str, whole: Decision, conversation: Conversation, ambient: bool
    ) -> tuple[Decision, ...] | None:
        parts = split_questions(text)
        if len(parts) == 2:
            first = self._judge_reading(self._read_turn(parts[0], conversation), ambient)
            context = conversation.add(Turn(query=first.reading.query))
            second = self._judge_reading(self._read_turn(parts[1], context), ambient)
            answered = [d for d in (first, second) if d.outcome == "answer"]
            if len(answered) == 2 and first.entries != second.entries:
                return (first, second)
            if len(answered) == 1 and whole.outcome == "fallback" and not whole.unmet:
                return tuple(answered)
        if whole.outcome == "clarification" and (sides := split_conjuncts(text)):
            halves = [self._judge_reading(self._reader.read(side), ambient) for side in sides]
            tops = [d.entries[0] for d in halves if d.outcome == "answer"]
            if len(set(tops)) == 2 and set(tops) <= set(whole.entries):
                return tuple(halves)
        return None

    def _decide_long(self, text: str, whole: Decision, ambient: bool) -> tuple[Decision, ...]:
        """The decision for a post: the sentence that asks counts, the rest breaks ties."""
        sentences = split_sentences(text)
        asking = [n for n, s in enumerate(sentences) if s.asks][-MAX_ASKING_SENTENCES:]
        if not asking or len(sentences) == 1:
            return (whole,)
        decisions = []
        for n in asking:
            background = [(whole.reading.prepared, REST_WEIGHT)]
            if len(content_words(tokenize(sentences[n].text))) < 2 and n:
                neighbour = self._reader.prepare(sentences[n - 1].text)
                background.append((neighbour, NEIGHBOUR_WEIGHT))
            reading = self._reader.read(sentences[n].text, background=background)
            decisions.append(self._judge_reading(reading, ambient))
        answers = [d for d in decisions if d.outcome == "answer"]
        distinct = list({d.entries: d for d in reversed(answers)}.values())[::-1]
        if len(distinct) == 2:
            return tuple(distinct)
        if distinct:
            return (max(distinct, key=lambda d: d.confidence),)
        return (max((whole, *decisions), key=lambda d: (d.outcome != "fallback", d.confidence)),)

    def _read_turn(self, text: str, conversation: Conversation) -> Reading:
        return self._context.read(text, conversation, threshold=self.thresholds.threshold)

    def _build_reply(self, decisions: Sequence[Decision], explain: bool) -> Reply:
        first = decisions[0]
        lead = min(decisions, key=lambda d: d.confidence)
        matches = self._build_matches(lead)
        explanation = explain_decision(
            decisions,
            index=self.index,
            thresholds=self.thresholds,
            matches=[(self._numbers[m.entry.id], m.entry.id) for m in matches] if explain else [],
        )
        understanding = Understanding(
            query=" / ".join(decision.reading.query for decision in decisions),
            repairs=tuple(r for decision in decisions for r in decision.reading.repairs),
            used_context=any(decision.reading.used_context for decision in decisions),
        )
        nearest = tuple(self._entries[n] for n in first.nearest)
        score = min(max(lead.confidence, 0.0), 1.0)
        if first.outcome == "answer":
            answers = tuple(self._entries[d.entries[0]] for d in decisions)
            return Answer(
                answers=answers,
                matches=matches,
                score=score,
                suggestions=self._follow_ups(answers),
                understanding=understanding,
                explanation=explanation,
            )
        if first.outcome == "clarification":
            return Clarification(
                choices=tuple(self._entries[n] for n in first.entries),
                matches=matches,
                score=score,
                understanding=understanding,
                explanation=explanation,
            )
        fallback = Fallback(
            matches=matches,
            score=score,
            suggestions=nearest,
            understanding=understanding,
            explanation=explanation,
        )
        return self._complete_fallback(fallback, first)

    def _complete_fallback(self, fallback: Fallback, decision: Decision) -> Fallback:
        """Say what is missing, where that is known, and suggest what is nearest to it."""
        if decision.unmet:
            return replace(fallback, missing=word_unmet(decision.unmet, self._guard))
        if decision.extra is None:
            return fallback
        extra = self._extras[decision.extra - len(self._entries)]
        if isinstance(extra, Gap):
            nearest = self._resolve(extra.nearest) or fallback.suggestions
            return replace(fallback, missing=extra.missing, suggestions=nearest)
        suggestions = self._resolve(extra.suggestions)
        return replace(fallback, small_talk=extra.reply, suggestions=suggestions)

    def _build_matches(self, decision: Decision) -> tuple[Match, ...]:
        ranked = [
            (n, s)
            for n, s in decision.reading.scores.top(MATCH_LIMIT + len(self._extras))
            if n < len(self._entries)
        ][:MATCH_LIMIT]
        if decision.outcome == "answer":  # the guard may have chosen another than the top one
            ranked.sort(key=lambda item: item[0] not in decision.entries)
        best = max((s for _, s in ranked), default=0.0)
        scale = decision.confidence / best if best else 0.0
        return tuple(
            Match(self._entries[n], min(s * scale, 1.0), self._entries[n].question)
            for n, s in ranked
        )

    def _follow_ups(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        shown = {entry.id for entry in entries}
        ids = dict.fromkeys(i for entry in entries for i in entry.follow_ups if i not in shown)
        return self._resolve(ids)[:SUGGESTION_LIMIT]

    def _resolve(self, entry_ids: Iterable[str]) -> tuple[Entry, ...]:
        return tuple(self._by_id[i] for i in entry_ids if i in self._by_id)


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
    index: Index, threshold: float | None, ambiguity_threshold: float | None
) -> Thresholds:
    """The thresholds set by hand, or else those that the knowledge base suggests."""
    suggested = index.thresholds
    decline = suggested.decline if threshold is None else threshold
    ambiguity = suggested.ambiguity if ambiguity_threshold is None else ambiguity_threshold
    return Thresholds(
        threshold=decline,
        ambiguity_threshold=ambiguity,
        ambient_threshold=decline + AMBIENT_STRICTNESS * (1 - decline),
        ambient_ambiguity_threshold=ambiguity,
    )


def _remember(conversation: Conversation, query: str, reply: Reply) -> Conversation:
    answered = tuple(e.id for e in reply.answers) if isinstance(reply, Answer) else ()
    understood = not isinstance(reply, Fallback) or bool(reply.missing)
    offered = tuple(e.id for e in (*reply.entries, *reply.suggestions) if e.id not in answered)
    return conversation.add(Turn(query, answered, offered, understood))
