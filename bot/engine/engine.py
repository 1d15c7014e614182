"""The engine: chooses a reply to a query."""

from collections.abc import Sequence

from bot.engine.conversation import Conversation, Turn
from bot.engine.entries import Entry, SmallTalk, Vocabulary
from bot.engine.index import Document, Index
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
from bot.errors import UnknownEntryError


class Engine:
    """Answers queries from one knowledge base; never changes once made."""

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        vocabulary: Vocabulary | None = None,
        small_talk: Sequence[SmallTalk] = (),
        index: Index | None = None,
        threshold: float | None = None,
        ambiguity_threshold: float | None = None,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        self.index = index or build_index(entries, self.vocabulary)
        suggested = self.index.thresholds
        self.threshold = suggested.decline if threshold is None else threshold
        self.ambiguity_threshold = (
            suggested.ambiguity if ambiguity_threshold is None else ambiguity_threshold
        )
        self._entries = tuple(entries)
        self._by_id = {entry.id: entry for entry in entries}
        self._small_talk = tuple(small_talk)

    def entry(self, entry_id: str) -> Entry:
        """The entry of that id; raises UnknownEntryError when there is none."""
        try:
            return self._by_id[entry_id]
        except KeyError:
            raise UnknownEntryError(entry_id) from None

    def reply(
        self,
        query: str,
        *,
        conversation: Conversation | None = None,
        mode: Mode = Mode.DIRECT,
        explain: bool = False,
    ) -> tuple[Reply, Conversation]:
        """The reply to `query`, and the conversation as the next turn will find it."""
        conversation = conversation or Conversation()
        reply = self._decide(query, mode)
        turn = Turn(
            query=query,
            answered=tuple(e.id for e in reply.answers) if isinstance(reply, Answer) else (),
            offered=tuple(e.id for e in (*reply.entries, *reply.suggestions)),
        )
        return reply, Conversation((*conversation.turns, turn)[-4:])

    def open(
        self, entry_id: str, *, conversation: Conversation | None = None
    ) -> tuple[Answer, Conversation]:
        """The answer of an entry that a person chose by itself (a button, autocomplete).

        Raises UnknownEntryError when the knowledge no longer holds it.
        """
        entry = self.entry(entry_id)
        conversation = conversation or Conversation()
        answer = Answer(
            answers=(entry,),
            score=1.0,
            matches=(Match(entry, 1.0, entry.question),),
            suggestions=self._follow_ups(entry),
            understanding=Understanding(query=entry.question),
        )
        turn = Turn(query=entry.question, answered=(entry.id,), offered=entry.follow_ups)
        return answer, Conversation((*conversation.turns, turn)[-4:])

    def complete(self, text: str, *, limit: int = 25) -> list[Entry]:
        """The entries that fit best what has been typed so far, best first."""
        if not text.strip():
            return list(self._entries[:limit])
        scores = self.index.score(self.index.prepare(text))
        return [self._entries[n] for n, score in scores.top(limit) if score > 0]

    def _follow_ups(self, *entries: Entry) -> tuple[Entry, ...]:
        shown = {entry.id for entry in entries}
        ids = dict.fromkeys(i for entry in entries for i in entry.follow_ups if i not in shown)
        return tuple(self._by_id[i] for i in ids if i in self._by_id)[:5]

    def _decide(self, query: str, mode: Mode) -> Reply:
        prepared = self.index.prepare(query)
        scores = self.index.score(prepared)
        matches = tuple(
            Match(self._entries[n], score, self._entries[n].question) for n, score in scores.top(5)
        )
        understanding = Understanding(query=query)
        nearest = tuple(match.entry for match in matches[:3])
        sure = scores.confidence >= self.threshold
        clear = scores.margin >= self.ambiguity_threshold
        explanation = Explanation(reason="")
        if mode is Mode.AMBIENT and not (sure and clear):
            return Silence(matches=matches, score=scores.confidence, explanation=explanation)
        if not sure:
            return Fallback(
                matches=matches,
                score=scores.confidence,
                suggestions=nearest,
                understanding=understanding,
            )
        if not clear:
            return Clarification(
                choices=nearest,
                matches=matches,
                score=scores.confidence,
                understanding=understanding,
            )
        best = matches[0].entry
        return Answer(
            answers=(best,),
            matches=matches,
            score=scores.confidence,
            suggestions=self._follow_ups(best),
            understanding=understanding,
        )


def build_index(entries: Sequence[Entry], vocabulary: Vocabulary) -> Index:
    """Train the index for `entries`."""
    documents = [Document(e.id, e.question, e.utterances, e.answer) for e in entries]
    return Index.build(
        documents, synonyms=vocabulary.synonyms, abbreviations=vocabulary.abbreviations
    )
