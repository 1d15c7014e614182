"""Which entries cover what narrows a question, and what to say where none does."""

from dataclasses import replace
from typing import Final

from bot.engine.deciding.decision import (
    CANDIDATES,
    CHOICE_SHARE,
    CLARIFICATION_RESERVE,
    MAX_CHOICES,
    MIN_CHOICES,
    NEAR_SHARE,
    NEAREST,
    Decision,
)
from bot.engine.matching.model import Scores
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.mentions import Mention, Value
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.narrowing.regions import REGION
from bot.engine.reading.reading import Reader, Reading
from bot.engine.reading.trust import lift

_KNOWN_SHARE: Final = 0.4
"""Share of the best score from which an entry about a known value is suggested or offered."""

_ORDER_WEIGHT: Final = 0.25
"""How much it counts that an entry's phrasings name two values in the query's order."""

_GUARD_SHARE: Final = 0.8
"""An entry that meets the qualifiers may replace a better one that does not, from this share on.

Beside a best one that meets them it counts from `CHOICE_SHARE` on, as it may be meant as well.
"""

_ELSEWHERE_SHARE: Final = 0.6
"""Share of the best score, of a question without its place, from which an entry is meant by it.

Below that a gap is, and what the gap says is told rather than that the place is foreign.
"""


class Coverage:
    """Judges by one knowledge base what of a question's qualifiers its entries cover."""

    def __init__(
        self, guard: QualifierGuard, reader: Reader, catalogue: Catalogue, *, threshold: float
    ) -> None:
        self._guard = guard
        self._reader = reader
        self._catalogue = catalogue
        self._threshold = threshold

    def find_fitting(
        self, reading: Reading, entries: list[tuple[int, float]]
    ) -> list[tuple[int, float]]:
        """The candidates that meet the qualifiers, best first.

        Those that meet more of them go before the others, and those that name two values in the
        question's order count a little more.
        """
        mentions = reading.mentions

        def meets(number: int) -> bool:
            return self._guard.judge(mentions, number) == "met" and self._reader.is_about(
                reading, number
            )

        best, highest = entries[0]
        least = highest * (CHOICE_SHARE if mentions and meets(best) else _GUARD_SHARE)
        fitting = [
            (n, s * (1 + _ORDER_WEIGHT * (self._guard.share_in_order(mentions, n) - 0.5)))
            for n, s in entries
            if not mentions or (s >= least and meets(n))
        ]
        named = {n: self._guard.share_named(mentions, n) for n, _ in fitting}
        if 1.0 in named.values():  # pay in two countries is no pay in one of them
            fitting = [(n, s) for n, s in fitting if named[n] in (None, 1.0)]
        shares = {n: self._guard.share_met(mentions, n) for n, _ in fitting}
        most = max(shares.values(), default=0.0)
        return sorted(((n, s) for n, s in fitting if shares[n] >= most), key=lambda item: -item[1])

    def find_unmet(
        self, reading: Reading, best: int, fitting: list[tuple[int, float]]
    ) -> tuple[Mention, ...]:
        """Values that no entry covers, or else those of which no candidate tells."""
        foreign = tuple(
            m
            for m in reading.mentions
            if not self._guard.is_covered(m) and self._guard.judge([m], best) != "met"
        )
        if foreign:
            return foreign
        if fitting:
            return ()
        return self._list_narrowing(reading)

    def _list_narrowing(self, reading: Reading) -> tuple[Mention, ...]:
        """What narrows a question beside what all entries are about and what is only told."""
        return tuple(
            m
            for m in reading.mentions
            if not self._guard.is_pervasive(m) and not m.background and not m.denied
        )

    def leaves_open(self, mentions: tuple[Mention, ...], fitting: list[tuple[int, float]]) -> bool:
        """Whether the best entry is narrowed to a value that the query leaves open.

        Then another entry for another value, not far behind, may be meant as well.
        """
        (best, best_score), *others = fitting
        values = self._guard.find_unasked(mentions, best)
        kinds = {kind for kind, _ in values}
        return any(
            {kind for kind, _ in rival} & kinds and not rival & values
            for n, s in others
            if s >= CHOICE_SHARE * best_score
            for rival in [self._guard.find_unasked(mentions, n)]
        )

    def decline(self, declined: Decision, unmet: tuple[Mention, ...]) -> Decision:
        """What is missing, where a question is near enough to what the entries are about.

        Of a foreign place what is asked about it counts: the weather in Oslo is no matter of Oslo.
        """
        reading = declined.reading
        asked = reading.subject_scores or reading.scores
        best, highest = asked.top(1)[0]
        near = asked.top(1, among=len(self._catalogue))[0][1] >= _ELSEWHERE_SHARE * highest
        reason = "the question is narrowed to something that the best entries do not cover"
        elsewhere = {m.qualifier for m in unmet} == {REGION} and not near
        sure = asked.confidence >= self._threshold and not self._catalogue.is_small_talk(best)
        if elsewhere and reading.subject_scores and sure:
            return replace(declined, extra=best, reason=reason)
        missing = unmet if asked.confidence >= NEAR_SHARE * self._threshold else ()
        known = bool(reading.subject_scores) and not self._catalogue.is_extra(best)
        if missing and all(m.value for m in missing) and self._is_met(reading) and not known:
            reason = "the best entry covers what narrows the question, and not what else it says"
            missing = ()
        nearest = self._suggest_known(declined, missing, asked)
        return replace(declined, unmet=missing, nearest=nearest, reason=reason)

    def ask_for_group(self, declined: Decision, unmet: tuple[Mention, ...]) -> Decision:
        """Which of several groups of countries is meant, where the asker only names a country.

        Of those each has an entry, and which the country belongs to is not known.
        """
        asked_back = self._offer_groups(declined, unmet[0].qualifier, share=_KNOWN_SHARE)
        return asked_back or self.decline(declined, unmet)

    def find_rival_groups(self, declined: Decision) -> Decision | None:
        """The same, where an entry about no value fits as well, and those not far behind it."""
        kinds = [m.qualifier for m in declined.reading.mentions if m.grouped and m.background]
        return self._offer_groups(declined, kinds[0], share=CHOICE_SHARE) if kinds else None

    def _offer_groups(self, declined: Decision, kind: str, *, share: float) -> Decision | None:
        """Asks back between entries about different values, from a share of the best score on."""
        scores = declined.reading.scores
        ranked = scores.top(CANDIDATES, among=len(self._catalogue))
        choices: list[int] = []
        told: set[Value] = set()
        for number, score in ranked:
            values = self._guard.list_about(kind, number)
            if score >= share * ranked[0][1] and values and told.isdisjoint(values):
                choices.append(number)
                told |= values
        sure = scores.confidence >= lift(self._threshold, CLARIFICATION_RESERVE)
        if not sure or len(choices) < MIN_CHOICES:
            return None
        return replace(
            declined,
            outcome="clarification",
            entries=tuple(choices[:MAX_CHOICES]),
            confidence=scores.confidence,
            reason="the question leaves open which of several values holds for a country",
        )

    def _is_met(self, reading: Reading) -> bool:
        """Whether the best entry covers all that narrows a question: of that something is known."""
        [(best, _)] = reading.scores.top(1, among=len(self._catalogue))
        return self._guard.judge(reading.mentions, best) == "met"

    def _suggest_known(
        self, declined: Decision, unmet: tuple[Mention, ...], asked: Scores
    ) -> tuple[int, ...]:
        """What to suggest where a value is not covered: what is asked, for values that are.

        Who asks for the pay in Oslo may like to see it for the countries that the knowledge has;
        if Norway is one of them, for that alone. Where a value of another kind is covered
        ("a plumber's pay in the US"), an entry that does not name it stays behind what is nearest.
        """
        kinds = {mention.qualifier for mention in unmet if mention.value is None}
        wider = [mention.widen() for mention in unmet if mention.within]
        ranked = asked.top(CANDIDATES, among=len(self._catalogue))
        best, highest = ranked[0]
        known = [
            n
            for n, s in ranked
            if s >= _KNOWN_SHARE * highest
            and any(self._guard.asks_for_value(kind, n) for kind in kinds)
        ]
        missing = {mention.qualifier for mention in unmet}
        narrowing = self._list_narrowing(declined.reading)
        covered = [mention for mention in narrowing if mention.qualifier not in missing]
        is_meant = unmet and (not covered or self._guard.is_about_any(covered, best))
        found = dict.fromkeys((*known, *([best] if is_meant else []), *declined.nearest))
        return tuple(n for n in found if self._guard.may_be_within(wider, n))[:NEAREST]
