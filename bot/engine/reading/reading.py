"""One question read against the index: what it says, what narrows it, which entries fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from cachetools import LRUCache

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import ASSESSING, PEOPLE, content_words
from bot.engine.matching.index import Index, PreparedQuery
from bot.engine.matching.model import Scores
from bot.engine.names.places import find_places
from bot.engine.names.professions import find_professions
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.elsewhere import ELSEWHERE_SHARE, Elsewhere
from bot.engine.narrowing.homes import AT_HOME, NEAR_HOME
from bot.engine.narrowing.mentions import COMPANY, RECENT, ROLE, Mention, drop_mentions
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.narrowing.regions import REGION
from bot.engine.narrowing.value_weights import Narrowing
from bot.engine.reading.trust import EXACT_CONFIDENCE, Trust
from bot.engine.recent import recall
from bot.engine.wording.comparing import Compared, find_compared
from bot.engine.wording.questions import split_sentences

MOST_SUBJECTS = 2
"""Words that "it" may stand for at once."""

TELLING_AT_ALL = 0.01
"""A word that makes up less of every entry tells none from another."""

TOPIC_SHARE = 0.12
"""How much of an entry a word must make up to be what a question is about."""

MOST_TOLD = 3
LIKE_TOLD = 0.7
TOLD_DAMPING = 0.4
"""Entries that what is told is about, their share of the best one's score, and what is left."""

MOST_NARROWED = 60
"""Tokens up to which a text is read without what narrows it as well; a longer one is a story."""

SURE_REPAIR_LENGTH = 6
"""A shorter misspelt word may be many things ("gana"), too many to name a country by it."""

_CITING = frozenset(
    """
    say says said saying according mention mentions mentioned claim claims recommend recommends
    think thinks state states advise advises suggest suggests article book guide document text
    """.split()
)
"""Words beside the name of who is cited, rather than asked about."""

POINTING_TO_TOLD = PEOPLE | {"there"}
"""Words of a question that stand for somebody or somewhere told of before it."""

_BEFORE_A_PLACE = ("in", "the")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as the engine reads it."""

    query: str
    prepared: PreparedQuery
    scores: Scores
    mentions: tuple[Mention, ...] = ()
    used_context: bool = False
    of_last: bool = False
    """Whether it asks for a price, length or date of the answer just given."""
    asked: str = ""
    """The fragment that the person typed, where earlier turns completed it."""
    subject: PreparedQuery | None = None
    """The question without what narrows it, where something is left of it."""
    subject_scores: Scores | None = None
    core: PreparedQuery | None = None
    """The subject without what the whole knowledge is about, where it names that too."""
    core_scores: Scores | None = None
    beside: tuple[tuple[str, float], ...] = ()
    """What counts beside the question in a longer message, each text with its weight."""

    def doubt(self) -> "Reading":
        """The same where no entry is sure."""
        return replace(self, scores=replace(self.scores, confidence=0.0))

    @property
    def repairs(self) -> tuple[tuple[str, str], ...]:
        """(as typed, as read) for each repaired word."""
        return tuple((repair.original, repair.repaired) for repair in self.prepared.repairs)

    @property
    def confidence(self) -> float:
        """How sure the best fit is in scope, 0..1."""
        return self.scores.confidence


class Reader:
    """Reads questions against one index."""

    def __init__(
        self,
        index: Index,
        guard: QualifierGuard,
        catalogue: Catalogue,
    ) -> None:
        self._index = index
        self._guard = guard
        self._finder = guard.finder
        self._narrowing = Narrowing(index, guard)
        self._elsewhere = Elsewhere(index, catalogue, guard.finder)
        self._trust = Trust(index, catalogue)
        self._catalogue = catalogue
        self._prepared: LRUCache[str, PreparedQuery] = LRUCache(RECENT)
        self._alone: LRUCache[str, Reading] = LRUCache(RECENT)

    def read(
        self,
        text: str,
        *,
        weight: float = 1.0,
        background: Sequence[tuple[PreparedQuery, float]] = (),
        setting: Sequence[Mention] = (),
    ) -> Reading:
        """Read one question.

        What is in `background` counts with its weight beside the question's own `weight`;
        `setting` says where the asker stands, of which only kinds count that the question itself
        does not name.
        """
        if not background and not setting:
            return recall(self._alone, text, self._read)
        return self._read(text, weight, background, setting)

    def _read(
        self,
        text: str,
        weight: float = 1.0,
        background: Sequence[tuple[PreparedQuery, float]] = (),
        setting: Sequence[Mention] = (),
    ) -> Reading:
        prepared = self.prepare(text)
        left = self._finder.find_corrected(prepared.tokens)
        found = self._finder.find(prepared.tokens)
        if len(left) < len(prepared.tokens):
            rest = self.prepare(" ".join(left))
            prepared = replace(rest, text=text, repairs=prepared.repairs)

        def score(text: str) -> tuple[PreparedQuery, Scores]:
            query = self.prepare(text)
            return query, self._score(query, weight, background)

        scores = self._score(prepared, weight, background)
        scores = self._narrowing.weigh(prepared, scores, found, score)
        if (best := scores.best) is not None and self._elsewhere.is_missed(prepared, best):
            scores = replace(scores, confidence=scores.confidence * ELSEWHERE_SHARE)
        scores = self._trust.judge(scores, prepared, told_around=bool(background))
        doubtful = {
            repair.repaired
            for repair in prepared.repairs
            if len(repair.original) < SURE_REPAIR_LENGTH
        }
        mentions = tuple(
            self._finder.name_as_typed(m, text) for m in found if m.value or m.words not in doubtful
        )
        short = len(prepared.tokens) <= MOST_NARROWED
        subject = self._find_rest(prepared, mentions) if short else None
        subject_scores = self._index.score(subject) if subject else None
        core = self._find_core(subject, mentions) if subject else None
        kinds = {m.qualifier for m in mentions}
        mentions += tuple(m for m in setting if m.qualifier not in kinds)
        return Reading(
            text,
            prepared,
            scores,
            mentions,
            subject=subject,
            subject_scores=subject_scores,
            core=core,
            core_scores=self._index.score(core) if core else None,
            beside=tuple((query.text, share) for query, share in background),
        )

    def _score(
        self, query: PreparedQuery, weight: float, background: Sequence[tuple[PreparedQuery, float]]
    ) -> Scores:
        """How well entries fit a query with what counts beside it."""
        scores = self._index.score(query)
        if not background:
            return scores
        mixed = self._hold_extras(self._index.score_mixture([(query, weight), *background]), scores)
        confidence = max(mixed.confidence, scores.confidence_in(mixed.best))
        return replace(mixed, confidence=confidence)

    def _hold_extras(self, mixed: Scores, alone: Scores) -> Scores:
        """`mixed`, where gaps and small talk count for no more than in the question alone.

        What a story tells around a question may well be what the knowledge does not speak of.
        """
        values = mixed.values.copy()
        np.minimum(
            values[self._catalogue.extra_numbers],
            alone.values[self._catalogue.extra_numbers],
            out=values[self._catalogue.extra_numbers],
        )
        return mixed.with_values(values)

    def _find_rest(
        self, prepared: PreparedQuery, mentions: tuple[Mention, ...]
    ) -> PreparedQuery | None:
        """A question without what narrows it; None where nothing is left."""
        # A country only narrows what is asked; a known role may be what the question is about.
        text = f" {' '.join(prepared.tokens)} "
        narrowing = [
            m
            for m in mentions
            if not self._guard.is_covered(m) or (m.qualifier == REGION and _is_where(m.words, text))
        ]
        if not narrowing:
            return None
        rest = drop_mentions(prepared.tokens, narrowing)
        return self.prepare(rest) if content_words(rest.split()) else None

    def _find_core(
        self, subject: PreparedQuery, mentions: tuple[Mention, ...]
    ) -> PreparedQuery | None:
        """A subject without what all is about; None where nothing else, or nothing of that, is.

        Two places are what a question is about ("moving from the US to India").
        """
        if len({m.name for m in mentions if m.qualifier == REGION}) > 1:
            return None
        known = [m for m in mentions if m.value]
        if not any(map(self._guard.is_pervasive, known)):
            return None
        rest = drop_mentions(subject.tokens, known)
        return self.prepare(rest) if content_words(rest.split()) else None

    def read_beside_cited(self, reading: Reading) -> Reading | None:
        """What a question asks beside whom it cites for the answer; None where that is nothing.

        Those are known values that narrow it. Roles and regions stay, as an answer for all of them
        may be none for one.
        """
        if _CITING.isdisjoint(reading.prepared.tokens):
            return None
        aside = [m for m in reading.mentions if m.value and m.qualifier not in (ROLE, REGION)]
        rest = drop_mentions(reading.prepared.tokens, aside)
        if not aside or not content_words(rest.split()):
            return None
        return replace(self.read(rest), asked=reading.asked)

    def is_about(self, reading: Reading, number: int) -> bool:
        """Whether a document fits what is asked, not only the country that narrows it."""
        if reading.subject is None or reading.subject_scores is None:
            return True
        core, scores = reading.core, reading.core_scores
        if not self._narrowing.fits_core(
            core or reading.subject, scores or reading.subject_scores, number
        ):
            return False
        return self._narrowing.is_about(reading.subject, reading.subject_scores, number)

    def find_subject(self, texts: Sequence[str]) -> tuple[PreparedQuery, PreparedQuery]:
        """What "it" stands for after `texts`: the latest that tells, and its telling words.

        A text tells when it holds words that entries are about; where none does, the last one
        counts, with all its words.
        """
        last = self.prepare(texts[-1])
        for told in chain([last], map(self.prepare, reversed(texts[:-1]))):
            if words := self._index.find_subjects(told):
                return told, self.prepare(" ".join(words[:MOST_SUBJECTS]))
        return last, last

    def share_missed(self, query: PreparedQuery, number: int) -> float:
        """The share (0..1) of a query that an entry's phrasings and answer say nothing of."""
        return self._index.share_missed(query, number)

    def says(self, query: PreparedQuery, number: int) -> bool:
        """Whether an entry speaks of each word of a query that names something."""
        return self._index.says(query, number)

    def is_keyword_of(self, query: PreparedQuery, number: int) -> bool:
        """Whether all that a query names is what an entry is all about."""
        return self._index.is_keyword_of(query, number)

    def find_telling(self, query: PreparedQuery) -> list[str]:
        """The words of a question that tell entries apart at all."""
        telling = set(self._index.find_subjects(query, least=TELLING_AT_ALL))
        return [word for word in query.tokens if word in telling]

    def find_topic(self, query: PreparedQuery) -> list[str]:
        """What a question is about, in few words of its own; empty where none tells."""
        telling = self._index.find_subjects(query, least=TOPIC_SHARE)
        topic = [word for word in telling if word not in ASSESSING][:MOST_SUBJECTS]
        return [word for word in query.tokens if word in topic]

    def tells_fact(self, text: str) -> bool:
        """Whether `text` names a place, a level, a profession or an amount."""
        tokens = self.prepare(text).tokens
        named = self._finder.find(tokens) or find_professions(tokens)
        return bool(named) or any(token.isdecimal() for token in tokens)

    def tells_place_or_trade(self, text: str) -> bool:
        """Whether `text` names a place, a company or a profession."""
        tokens = self.prepare(text).tokens
        kinds = {mention.qualifier for mention in self._finder.find(tokens)}
        return bool(find_professions(tokens)) or not kinds.isdisjoint((REGION, ROLE, COMPANY))

    def is_foreign(self, name: str) -> bool:
        """Whether `name` is one of a kind that narrows questions, and no value of it is known."""
        found = self._finder.find(self.prepare(name).tokens)
        return bool(found) and all(mention.value is None for mention in found)

    def find_setting(self, text: str, *, question: str) -> tuple[Mention, ...]:
        """Where the asker stands, by what is said around a question, and what they want to become.

        Regions, and no profession that they have already unless the question is about that.
        """
        tokens = self.prepare(text).tokens if text else ()
        home = _keep_home(self._finder.find(tokens), tokens)
        setting = (replace(m.widen(), background=True) for m in home)
        aims = self._finder.find_aims(tokens, question=tokenize(question))
        return tuple(dict.fromkeys((*setting, *aims)))

    def leave_out(self, reading: Reading, told: str) -> Reading:
        """`reading` where the entries that are mostly about what is `told` count less.

        Who has a degree and asks what else they need does not ask for degrees.
        """
        values = reading.scores.values.copy()
        near = [(n, s) for n, s in self.read(told).scores.top(MOST_TOLD) if s > 0]
        values[[n for n, s in near if s >= LIKE_TOLD * near[0][1]]] *= TOLD_DAMPING
        return replace(reading, scores=replace(reading.scores, values=values))

    def set_back(self, reading: Reading, *, told: str, asked: Sequence[str]) -> Reading:
        """`reading` with what is only told around a question no longer narrowing it.

        Of "we run a shop in Leeds, is Python a must?" the question is the same anywhere. What "she"
        or "there" stands for narrows it all the same, and so does where the speaker is at home.
        """
        question = "; ".join(asked)
        story = self.prepare(told).tokens
        aims = self._finder.find_aims(story, question=tokenize(question))
        if not reading.mentions or not POINTING_TO_TOLD.isdisjoint(tokenize(question)):
            return reading if reading.mentions else replace(reading, mentions=aims)
        found = self._finder.find(story)
        home = {m.words for m in _keep_home(found, story)}
        aside = {m.words for m in found}
        aside -= {m.words for m in self._finder.find(self.prepare(question).tokens)}
        mentions = [
            replace(m.widen(), background=True) if m.words in aside else m
            for m in reading.mentions
            if m.words not in aside
            or m.words in home
            or not (m.qualifier == REGION or (m.qualifier in (ROLE, COMPANY) and m.value is None))
        ]
        named = {m.qualifier for m in mentions if not m.background}
        mentions += aims if ROLE not in named else ()
        kept = [m for m in mentions if not m.background or m.qualifier not in named]
        return replace(reading, mentions=tuple(kept))

    def prepare(self, text: str) -> PreparedQuery:
        """The words of a text as the index takes them."""
        return recall(self._prepared, text, self._index.prepare)

    def is_mere_grammar(self, query: PreparedQuery) -> bool:
        """See `Index.is_mere_grammar`."""
        return self._index.is_mere_grammar(query)

    def fits_extra(self, reading: Reading) -> bool:
        """Whether a gap or small talk fits best."""
        best = reading.scores.best
        return best is not None and self._catalogue.is_extra(best)

    def find_sibling(self, words: Sequence[str], mention: Mention) -> str | None:
        """The other value of a mention's kind that `words` are a part of; None for several."""
        return self._finder.find_sibling(words, mention)

    def find_head(self, word: str, others: Sequence[str]) -> str | None:
        """See `Index.find_head`."""
        return self._index.find_head(word, others)

    def find_counterpart(self, word: str, others: Sequence[str]) -> str | None:
        """The one of `others` that `word` may stand in for; None where none is like enough."""
        return self._index.find_counterpart(word, others)

    def name_alike(self, words: Sequence[str]) -> frozenset[str]:
        """See `Index.name_alike`."""
        return self._index.name_alike(words)

    def find_compared(self, reading: Reading) -> Compared | None:
        """The two things that a question holds against each other; None for any other."""
        sentences = split_sentences(reading.query)
        asking = [s.text for s in sentences if s.asks] if len(sentences) > 1 else [reading.query]
        found = (find_compared(self.prepare(text).tokens, self.name_alike) for text in asking)
        return next((sides for sides in found if sides), None)

    def holds_anywhere(self, number: int) -> bool:
        """Whether a document is an entry that is about no place."""
        return not self._catalogue.is_extra(number) and not self._guard.list_about(REGION, number)

    def tells_why(self, number: int) -> bool:
        """Whether an entry's own question asks for a reason."""
        return tokenize(self._index.question(number))[:1] == ["why"]

    def repeats(self, text: str) -> bool:
        """Whether `text` is a phrasing of the keeper's, word for word."""
        return bool(self._index.find_repeated(self.prepare(text)).exact)

    def is_unreadable(self, reading: Reading) -> bool:
        """Whether a question is in another language than English and the knowledge's, or noise."""
        return reading.confidence < EXACT_CONFIDENCE and self._index.is_unreadable(reading.prepared)

    def knows(self, word: str) -> bool:
        """Whether the knowledge uses a (repaired) word."""
        return word in self._index.vocabulary


def _is_where(words: str, text: str) -> bool:
    """Whether `words` say where, rather than name what is peculiar to a country ("lakhs").

    `text` holds tokens between spaces.
    """
    return bool(find_places(words.split())) or any(
        f" {place} {words} " in text for place in _BEFORE_A_PLACE
    )


def _keep_home(mentions: Sequence[Mention], tokens: Sequence[str]) -> list[Mention]:
    """The places among `mentions` where the speaker of `tokens` lives or works, or wants to."""
    text = f" {' '.join(tokens)} "
    return [
        m
        for m in mentions
        if m.qualifier == REGION
        and any(
            not AT_HOME.isdisjoint(before.split()[-NEAR_HOME:])
            for before in text.split(f" {m.words} ")[:-1]
        )
    ]
