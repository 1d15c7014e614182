"""Overheard messages: an answer where one is wanted and sure, silence for all others."""

from typing import Final

from bot.engine.conversation import Conversation
from bot.engine.deciding.composition import ReplyBuilder
from bot.engine.deciding.decision import Decision
from bot.engine.deciding.messages import MessageDecider
from bot.engine.deciding.unasked import set_bar
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import ASSESSING, content_words
from bot.engine.matching.index import Index, PreparedQuery
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.reading.reading import Reader, Reading
from bot.engine.replies import Answer, Explanation, Silence
from bot.engine.wording.ambient import SilenceReason, find_reason_for_silence
from bot.engine.wording.asking import find_asking_clause
from bot.engine.wording.owning import list_owned, speaks_of_own
from bot.engine.wording.prefaces import drop_preface
from bot.engine.wording.questions import drop_alternative, drop_hedges, split_sentences

UNHEARD_SHARE: Final = 0.5
"""What the confidence is worth in a message whose wording asks the bot nothing."""

_ASKED_OF_ALL: Final = frozenset("work works happen happens mean means".split())
"""What is asked of anything, and says no more of what ("how does it work")."""


class Overhearer:
    """Decides whether to speak up about a message of a channel, and says what."""

    def __init__(
        self,
        index: Index,
        catalogue: Catalogue,
        *,
        reader: Reader,
        messages: MessageDecider,
        builder: ReplyBuilder,
        threshold: float,
    ) -> None:
        self._index = index
        self._catalogue = catalogue
        self._reader = reader
        self._messages = messages
        self._builder = builder
        self._threshold = threshold

    def overhear(self, query: str, text: str, *, explain: bool = False) -> Answer | Silence:
        """The reply to a `query` that nobody addressed to the bot; `text` is that cleaned."""
        asked = drop_preface(text)
        reason = find_reason_for_silence(query, text, asked, known=self._index.vocabulary)
        if reason is SilenceReason.OWN_AFFAIRS and self._reader.repeats(asked):
            reason = None  # the keeper wrote it down just so
        if reason is SilenceReason.FOR_MEMBERS and self._is_written_down(asked):
            reason = None
        if reason not in (None, SilenceReason.OWN_AFFAIRS):
            return self._keep_silent(asked, reason)
        decisions = self._messages.decide(asked, Conversation())
        reply = self._builder.build(decisions, explain=explain)
        own = None if reason is None else self._reader.prepare(_find_last_asked(asked))
        if isinstance(reply, Answer) and all(self._may_speak_up(d, own) for d in decisions):
            return reply
        said: str = reason or (reply.explanation.reason if reply.explanation else "")
        if isinstance(reply, Answer) and reason is None:
            said = f"not sure or near enough to speak up unasked ({said})"
        return Silence(
            matches=reply.matches,
            score=reply.score,
            understanding=reply.understanding,
            explanation=Explanation(reason=said or "not sure enough to speak up"),
        )

    def _is_written_down(self, asked: str) -> bool:
        """Whether a keeper wrote a question down just so, whom it asks included."""
        said = tokenize(asked)
        found = self._index.find_repeated(self._reader.prepare(asked)).exact
        entries = (self._catalogue[n] for n in found if not self._catalogue.is_extra(n))
        return any(tokenize(text) == said for entry in entries for text in entry.phrasings)

    def _keep_silent(self, asked: str, reason: SilenceReason) -> Silence:
        """Silence about a message whose wording asks the bot nothing, whatever it is about."""
        reading = self._reader.read(asked)
        score = reading.confidence * UNHEARD_SHARE
        matches = self._builder.find_matches(reading, score=score)
        return Silence(matches=matches, score=score, explanation=Explanation(reason=reason))

    def _speaks_of(self, own: PreparedQuery, number: int) -> bool:
        """Whether an entry is put by its title as one about the asker's own things, and of those.

        `own` is the sentence that asks.
        """
        owned = list_owned(own.tokens)
        return speaks_of_own(self._catalogue[number].question) and not self._index.misses(
            own, number, owned
        )

    def _may_speak_up(self, decision: Decision, own: PreparedQuery | None) -> bool:
        """Whether each entry that answers an overheard question is sure and near enough.

        One about the speaker's `own` affairs must be about those by its title as well, and what the
        question names must be known.
        """
        return all(
            (own is None or self._speaks_of(own, number))
            and not self._index.misses_name(decision.reading.prepared, number)
            and not self._rests_on_one_word(decision.reading, number)
            and self._is_near(decision, number)
            for number in decision.entries
        )

    def _rests_on_one_word(self, reading: Reading, number: int) -> bool:
        """Whether an entry fits by one word, which is a phrasing of it, and knows no other.

        "Roses for Friday?" is no question about all roses, though "roses" alone would be one.
        """
        query = reading.prepared
        named = {word for word in content_words(query.tokens) if word not in ASSESSING}
        met = {word for word in named if not self._index.misses(query, number, (word,))}
        if len(met) != 1 or named - met <= _ASKED_OF_ALL:
            return False
        return number in self._index.find_repeated(self._reader.prepare(met.pop())).exact

    def _is_near(self, decision: Decision, number: int) -> bool:
        """Whether an entry is as sure and near as its number of phrasings asks for."""
        bar = set_bar(len(self._catalogue[number].phrasings))
        if decision.confidence < bar.raise_threshold(self._threshold):
            return False
        aligned = self._align_overheard(decision, number)
        return any(bar.is_near(said, missed) for said, missed in aligned)

    def _align_overheard(self, decision: Decision, number: int) -> list[tuple[float, float]]:
        """What of a question an entry says, and the share of the word it misses most.

        Of the whole, and without what is told before it, without a half that only holds the other
        against something and without hedges, where the entry fits that best.
        """
        query = decision.reading.query
        aligned = [self._index.align(decision.reading.prepared, number)]
        asked = _find_last_asked(query)
        clause = find_asking_clause(asked)
        for part in dict.fromkeys((asked, clause, drop_alternative(asked), drop_hedges(asked))):
            reading = self._reader.read(part)
            if part != query and reading.scores.best == number:
                aligned.append(self._index.align(reading.prepared, number))
        return aligned


def _find_last_asked(text: str) -> str:
    """The last sentence of a message that asks."""
    asking = [sentence.text for sentence in split_sentences(text) if sentence.asks]
    return asking[-1] if asking else text
