"""The engine: text and a conversation in; a reply and the next conversation out."""

from collections.abc import Sequence
from dataclasses import replace

from bot.engine.conversation import Conversation
from bot.engine.deciding.asking_on import FollowUpJudge
from bot.engine.deciding.choices import ChoiceFinder
from bot.engine.deciding.composition import ReplyBuilder
from bot.engine.deciding.decision import Thresholds
from bot.engine.deciding.dialogue import Dialogue
from bot.engine.deciding.judge import Judge
from bot.engine.deciding.messages import MessageDecider
from bot.engine.deciding.overhearing import Overhearer
from bot.engine.deciding.turns import TurnDecider
from bot.engine.deciding.unasked import LOWEST
from bot.engine.entries import Entry, Gap, SmallTalk, Vocabulary
from bot.engine.languages.cleaning import clean_message
from bot.engine.matching.completion import Completer
from bot.engine.matching.corpus import Document
from bot.engine.matching.index import Index
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.claims import ClaimTable
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.narrowing.value_names import find_unsaid_names
from bot.engine.reading.context import ContextReader
from bot.engine.reading.reading import Reader
from bot.engine.replies import Answer, Explanation, Mode, Reply, Silence
from bot.errors import UnknownEntryError


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
        reader = Reader(self.index, guard, self._catalogue)
        threshold = self.thresholds.threshold
        context = ContextReader(reader, self._catalogue, threshold=threshold)
        judge = Judge(guard, reader, self._catalogue, self.thresholds)
        choices = ChoiceFinder(reader, self._catalogue, judge=judge.decide, threshold=threshold)
        unasked = replace(self.thresholds, threshold=LOWEST.raise_threshold(threshold))
        self._completer = Completer(self.index, self._catalogue.entries)
        self._builder = ReplyBuilder(
            self._catalogue,
            index=self.index,
            reader=reader,
            completer=self._completer,
            guard=guard,
            thresholds=self.thresholds,
        )
        self._dialogue = Dialogue(
            self.index,
            self._catalogue,
            reader=reader,
            choices=choices,
            decider=TurnDecider(
                reader,
                self._catalogue,
                messages=MessageDecider(
                    reader, context, judge, self._catalogue, threshold=threshold
                ),
                choices=choices,
            ),
            builder=self._builder,
            threshold=threshold,
        )
        self._follow_ups = FollowUpJudge(
            self.index, self._catalogue, reader=reader, threshold=threshold
        )
        self._overhearer = Overhearer(
            self.index,
            self._catalogue,
            reader=reader,
            messages=MessageDecider(
                reader,
                context,
                Judge(guard, reader, self._catalogue, unasked),
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
        return self._dialogue.open(self.entry(entry_id), conversation or Conversation())

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
        return self._dialogue.reply(text, conversation, explain=explain)


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
