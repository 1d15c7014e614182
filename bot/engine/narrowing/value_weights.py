"""What the words of a known value count for the entries that a question is compared with.

"Is there wifi at Riverside" is about wifi. An entry that holds for every branch misses nothing
where it does not say Riverside, and one about Riverside is no answer for saying it alone.
"""

from collections.abc import Callable, Sequence
from typing import Final

from bot.engine.lexical.words import content_words
from bot.engine.matching.index import Index, PreparedQuery
from bot.engine.matching.model import Scores
from bot.engine.narrowing.mentions import Mention, drop_mentions
from bot.engine.narrowing.qualifiers import QualifierGuard

SUBJECT_SHARE: Final = 0.2
"""An entry must score this share of the best one without the words that narrow the question.

Else it shares nothing with the question but the country: a degree in India is no pay in India.
"""

LEAST_SUBJECT_SHARE: Final = 0.12
SUBJECT_ALIGNMENT: Final = 0.65
"""Or that share, where so much of the question without those words has a counterpart in it."""

_LEAST_CORE_SHARE: Final = 0.03
"""Nor is an entry meant that shares only what the whole knowledge is about, if another surely fits.

How to become a gardener in India is no pay of gardeners in India.
"""

_CORE_SHARE: Final = 0.18
_CORE_MISSED: Final = 0.15
"""Nor one that shares little else, where another one misses less of it.

So much less, as a share (0..1) of the question.
"""

_LOOKED_AT: Final = 5
"""Entries, the best ones, that are looked at for naming a value alone."""

_AS_LIKELY: Final = 0.7
"""Share of the best score from which another entry may be what is meant."""

Read = Callable[[str], tuple[PreparedQuery, Scores]]
"""Prepares a text and scores it."""


class Narrowing:
    """Tells what is asked from what only narrows it."""

    def __init__(self, index: Index, guard: QualifierGuard) -> None:
        self._index = index
        self._guard = guard

    def is_about(self, subject: PreparedQuery, scores: Scores, number: int) -> bool:
        """Whether a document fits what is asked; `scores` are those of that alone."""
        share = scores.share_of_best(number)
        if share < LEAST_SUBJECT_SHARE:
            return False
        return share >= SUBJECT_SHARE or self._meets(subject, number) >= SUBJECT_ALIGNMENT

    def fits_core(self, core: PreparedQuery, scores: Scores, number: int) -> bool:
        """Whether a document fits what is left of a question without its place and role.

        `scores` are those of that alone.
        """
        best = scores.best
        share = scores.share_of_best(number)
        unsure = scores.confidence < self._index.thresholds.decline
        if best is None or unsure or share >= _CORE_SHARE:
            return True
        if share < _LEAST_CORE_SHARE:
            return False
        missed, least = (self._index.align(core, entry)[1] for entry in (number, best))
        return missed - least < _CORE_MISSED

    def weigh(
        self, query: PreparedQuery, scores: Scores, mentions: Sequence[Mention], read: Read
    ) -> Scores:
        """`scores`, where what is asked beside values that entries may hold for unnamed decides.

        Those entries miss nothing where they do not name the value, and the entries about it are
        worth as much as they are about what is asked.
        """
        narrowing = [m for m in mentions if self._guard.may_hold_unnamed(m)]
        rest = drop_mentions(query.tokens, narrowing)
        if not narrowing or not content_words(rest.split()) or not len(scores.values):
            return scores
        subject, asked = read(rest)
        if self._fits_value(scores, asked, narrowing):
            return scores
        values = scores.values.copy()
        for number, _ in scores.top(_LOOKED_AT):
            if self._guard.is_about_any(narrowing, number):
                values[number] *= self._share_about(subject, asked, number)
        unnamed = self._read_unnamed(query, narrowing, read)
        lifted = {n: other for n, other in unnamed.items() if other.values[n] > values[n]}
        for number, other in lifted.items():
            values[number] = other.values[number]
        best = int(values.argmax())
        source = lifted.get(best, scores)
        highest = float(source.values.max()) or 1.0
        return Scores(values, source.confidence * float(values[best]) / highest)

    def _fits_value(self, scores: Scores, asked: Scores, narrowing: Sequence[Mention]) -> bool:
        """Whether one of the best entries fits a question for the value that narrows it.

        As it is about the value and about what is `asked` beside it, or, being about no value,
        still is the likelier for naming it.
        """
        ranked = scores.top(_LOOKED_AT)
        return any(
            asked.share_of_best(n) >= LEAST_SUBJECT_SHARE
            if self._guard.is_about_any(narrowing, n)
            else s > asked.values[n]
            for n, s in ranked
            if s >= _AS_LIKELY * ranked[0][1]
        )

    def _read_unnamed(
        self, query: PreparedQuery, narrowing: Sequence[Mention], read: Read
    ) -> dict[int, Scores]:
        """For each document that is about no value of some kinds the scores without these."""
        by_kinds: dict[frozenset[str], Scores] = {}
        found = {}
        for number in range(self._index.size):
            kinds = self._guard.find_unnamed(narrowing, number)
            if kinds and kinds not in by_kinds:
                aside = [m for m in narrowing if m.qualifier in kinds]
                by_kinds[kinds] = read(drop_mentions(query.tokens, aside))[1]
            if kinds:
                found[number] = by_kinds[kinds]
        return found

    def _share_about(self, subject: PreparedQuery, scores: Scores, number: int) -> float:
        """How far (0..1) a document comes to be about what is asked."""
        share = scores.share_of_best(number) / SUBJECT_SHARE
        return min(1.0, max(share, self._meets(subject, number) / SUBJECT_ALIGNMENT))

    def _meets(self, subject: PreparedQuery, number: int) -> float:
        return self._index.align(subject, number)[0]
