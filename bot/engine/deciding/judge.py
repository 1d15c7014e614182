"""From a reading to an outcome: the rules between answer, question back and fallback."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.engine.deciding.coverage import Coverage
from bot.engine.deciding.decision import (
    CANDIDATES,
    CHOICE_SHARE,
    CLARIFICATION_RESERVE,
    MAX_CHOICES,
    MIN_CHOICES,
    NEAR_SHARE,
    NEAREST,
    NEARLY_BEST,
    NOISE_CONFIDENCE,
    Decision,
    Thresholds,
)
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import content_words
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.mentions import COMPANY
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.reading.reading import Reader, Reading
from bot.engine.reading.trust import lift
from bot.engine.wording.answer_kinds import AnswerKind
from bot.engine.wording.comparing import Compared, find_aspect, tells_aspect, tells_of_both
from bot.engine.wording.courtesies import Courtesy
from bot.engine.wording.denial import asks_for_the_opposite
from bot.engine.wording.directions import find_direction
from bot.engine.wording.heads import find_head

_EXTRA_LEAD: Final = 0.6
"""Share of the usual lead that is enough before a gap or small talk."""

_FOLLOWED_LEAD: Final = 0.4
"""Share of the usual lead that is enough before entries that the best one leads to.

They are offered below its answer, so that asking back would gain nobody much.
"""

_SURE_GAP: Final = 0.9
"""Confidence from which a gap is meant even by a question that names nothing by itself."""

_SURE_WORDING: Final = 0.7
"""Confidence from which an entry is asked for just so, whatever kind of thing that is."""

_TORN_SHARE: Final = 0.9
"""Share of a gap's score from which the best entry may as well be meant, and is suggested first."""

_AMONG_THEM: Final = 4
"""Gaps and small talk that may rank among so many entries and are looked past."""

_WORTH_SHOWING: Final = 0.08
"""Confidence that an entry must be above to be worth showing instead of an answer.

Of entries less near than that hardly one in a hundred is what was asked for.
"""

_COMPARED: Final = "how these compare"
"""What an answer about one of two things leaves unsaid, behind "don't say"."""

_UNREAD_SHARE: Final = 0.5
"""What the confidence is worth in a message that could not be read, or has no entry near it."""

_EXTRA_SHARE: Final = 0.6
"""What the entries' confidence is worth where a gap or small talk fits better."""


class Judge:
    """Decides about readings, for one knowledge base."""

    def __init__(
        self, guard: QualifierGuard, reader: Reader, catalogue: Catalogue, thresholds: Thresholds
    ) -> None:
        self._guard = guard
        self._phrasings = guard.phrasings
        self._coverage = Coverage(guard, reader, catalogue, threshold=thresholds.threshold)
        self._reader = reader
        self._catalogue = catalogue
        self._threshold = thresholds.threshold
        self._lead = thresholds.ambiguity_threshold

    def decide(self, reading: Reading) -> Decision:
        """The decision about one reading.

        Where a gap fits only for who is cited, what is asked beside that counts: "does Miller's
        book say that I need a spade" is no question about Miller.
        """
        decision = self._decide(reading)
        if decision.extra is None or self._catalogue.is_small_talk(decision.extra):
            return decision
        beside = self._reader.read_beside_cited(reading)
        if beside is None:
            return decision
        plain = self._decide(beside)
        return plain if plain.outcome == "answer" else decision

    def _decide(self, reading: Reading) -> Decision:
        ranked = reading.scores.top(CANDIDATES + _AMONG_THEM)
        entries = [(n, s) for n, s in ranked if not self._catalogue.is_extra(n)][:CANDIDATES]
        heard = reading.confidence >= NOISE_CONFIDENCE
        wanted = [n for n, s in entries if s > 0 and not self._guard.is_denied(reading.mentions, n)]
        nearest = tuple(wanted[:NEAREST]) if heard else ()
        sure = reading.confidence >= self._threshold
        fits_extra = self._reader.fits_extra(reading)
        if not (fits_extra and sure) and self._reader.is_unreadable(reading):
            return Decision(
                "fallback",
                reading,
                nearest=nearest if reading.confidence >= NEAR_SHARE * self._threshold else (),
                line=Courtesy.UNREADABLE,
                confidence=min(reading.confidence, self._threshold) * _UNREAD_SHARE,
                reason="too many of its words are neither the knowledge's nor English",
            )
        if not entries or entries[0][1] <= 0:
            if ranked and ranked[0][1] > 0:  # a gap or small talk, far from every entry
                return self._decline_for_extra(reading, ranked[0], [], ())
            return Decision("fallback", reading, reason="no entry shares a word with the question")
        fitting = self._coverage.find_fitting(reading, entries)
        unmet = self._coverage.find_unmet(reading, entries[0][0], fitting)
        # What is not known of anybody is not known of a company either; of another trade or country
        # it is better to say that nothing is known.
        foreign = [m for m in unmet if m.value is None and not (sure and m.qualifier == COMPANY)]
        if fits_extra and not foreign:
            return self._decline_for_extra(reading, ranked[0], entries, nearest)
        declined = Decision(
            "fallback",
            reading,
            nearest=nearest,
            confidence=min(reading.confidence, self._threshold) * _UNREAD_SHARE,
        )
        if unmet and all(m.grouped and m.background for m in unmet):
            return self._coverage.ask_for_group(declined, unmet)
        if unmet or not fitting:
            return self._coverage.decline(declined, unmet)
        if asked_back := self._coverage.find_rival_groups(declined):
            return asked_back
        fitting = self._put_head_first(reading, fitting)
        kind = self._find_missing_kind(reading, fitting[0][0])
        if kind and reading.confidence < _SURE_WORDING:
            reason = f"the question asks for {kind.name}, and the best entry tells none"
            return replace(declined, untold=kind.untold if sure else "", reason=reason)
        if compared := self._reader.find_compared(reading):
            fitting, other = self._judge_compared(compared, fitting, declined)
            if other:
                return other
        fitting, objection = self._judge_wording(reading, fitting)
        if objection:
            return replace(declined, reason=objection)
        decision = self._decide_among(reading, ranked, fitting)
        if kind and decision.outcome == "answer" and not self._phrasings.may_tell(fitting[0][0]):
            decision = replace(decision, untold=kind.untold)
        return decision if heard else replace(decision, nearest=())

    def _put_head_first(
        self, reading: Reading, fitting: list[tuple[int, float]]
    ) -> list[tuple[int, float]]:
        """The candidates, first an entry about a degree where "a degree in statistics" is named.

        That is one whose title names it and which speaks of the statistics as well, where the
        title of the best one names these alone.
        """
        named = find_head(" ".join(reading.prepared.tokens))
        if named is None:
            return fitting
        head, field = map(stem, named)
        titles = [set(map(stem, self._phrasings.recall(n)[0].split())) for n, _ in fitting]
        if head in titles[0] or field not in titles[0]:
            return fitting
        of = self._reader.prepare(named[1])
        for place, (number, _) in enumerate(fitting[:NEAREST]):
            if head in titles[place] and self._reader.says(of, number):
                return [(number, fitting[0][1]), *fitting[:place], *fitting[place + 1 :]]
        return fitting

    def _find_missing_kind(self, reading: Reading, number: int) -> AnswerKind | None:
        """What kind of thing is asked for and not told by an entry, however much it fits."""
        ways: list[Sequence[str]] = [tokenize(reading.asked or reading.query)]
        if not reading.asked:  # what only opens a question ("explain") is left out of its tokens
            ways.insert(0, reading.prepared.tokens)
        kinds = (self._phrasings.find_missing_kind(asked, number) for asked in ways)
        return next(filter(None, kinds), None)

    def _judge_wording(
        self, reading: Reading, fitting: list[tuple[int, float]]
    ) -> tuple[list[tuple[int, float]], str]:
        """The candidates that are left, and why the best one is no answer; "" where it may be."""
        left = self._keep_way(reading, fitting)
        if not left:
            return fitting, "the question goes the other way than the best entry"
        asked = reading.asked or reading.query
        if asks_for_the_opposite(asked) and not self._phrasings.denies(left[0][0], asked):
            return left, "the question asks what is not so, and the best entry says what is"
        return left, ""

    def _judge_compared(
        self, compared: Compared, fitting: list[tuple[int, float]], declined: Decision
    ) -> tuple[list[tuple[int, float]], Decision | None]:
        """The candidates that compare two things as a question does.

        And what is decided instead, where the best of those is far behind or there is none.
        """
        reading = declined.reading
        sure = reading.confidence >= self._threshold
        least = CHOICE_SHARE * fitting[0][1]
        comparing = [f for f in fitting if not self._is_about_one(compared, f[0])]
        if not comparing or comparing[0][1] < least:
            either = self._find_either(compared, fitting)
            if compared.bare and sure and len(either) == MIN_CHOICES:
                reason = "the question names two things, and there is an entry for either"
                asked_back = replace(declined, outcome="clarification", reason=reason)
                return fitting, replace(asked_back, entries=either, confidence=reading.confidence)
            reason = "the question compares two things, and the best entry is about one of them"
            return fitting, replace(declined, untold=_COMPARED if sure else "", reason=reason)
        if reading.confidence >= _SURE_WORDING:
            return comparing, None
        least = CHOICE_SHARE * comparing[0][1]
        own = tokenize(reading.asked) if reading.asked else reading.prepared.tokens
        aspect = find_aspect(own)
        told = [f for f in comparing if not aspect or self._tells_aspect(aspect, f[0])]
        if not told or told[0][1] < least:
            reason = "the question compares two things in a way that the best entry does not"
            return fitting, replace(declined, untold=_COMPARED if sure else "", reason=reason)
        return told, None

    def _is_about_one(self, compared: Compared, number: int) -> bool:
        """Whether an entry's title names something of two things, and no phrasing names both."""
        texts = self._phrasings.recall(number)
        title = self._reader.name_alike(texts[0].split())
        return compared.is_named(title) and not tells_of_both(
            compared, texts, self._reader.name_alike
        )

    def _tells_aspect(self, aspect: frozenset[str], number: int) -> bool:
        """Whether an entry tells how things compare in some way, or how they differ at all."""
        return tells_aspect(aspect, self._phrasings.recall(number), self._catalogue[number].answer)

    def _find_either(self, compared: Compared, fitting: list[tuple[int, float]]) -> tuple[int, ...]:
        """The nearest entry about each of two things, best first, as far as there is one."""
        found: dict[str, int] = {}
        for number, _ in fitting[:NEAREST]:
            title = self._reader.name_alike(self._phrasings.recall(number)[0].split())
            side = compared.find_side(title)
            if side in ("left", "right"):
                found.setdefault(side, number)
        return tuple(found.values())

    def _keep_way(
        self, reading: Reading, fitting: list[tuple[int, float]]
    ) -> list[tuple[int, float]]:
        """The candidates but for those that lead back from where a question wants to go.

        Where the best one or one nearly as good does, only those are left that lead the question's
        way.
        """
        direction = find_direction(reading.prepared.tokens)
        if direction is None:
            return fitting
        ways = {n: self._phrasings.compare_direction(direction, n) for n, _ in fitting}
        least = NEARLY_BEST * fitting[0][1]
        back = any(ways[n] == -1 for n, s in fitting if s >= least)
        return [f for f in fitting if ways[f[0]] == 1 or (not back and ways[f[0]] == 0)]

    def _decline_for_extra(
        self,
        reading: Reading,
        best: tuple[int, float],
        entries: list[tuple[int, float]],
        nearest: tuple[int, ...],
    ) -> Decision:
        """A gap or small talk fits best: the entries are as sure as they are near to it."""
        share = entries[0][1] / best[1] if entries and best[1] else 0.0
        confidence = min(reading.confidence, self._threshold) * _EXTRA_SHARE * share
        small_talk = self._catalogue.is_small_talk(best[0])
        # Of what names nothing ("can I do it?") no gap can be known to be meant.
        named = small_talk or reading.confidence >= _SURE_GAP
        named = named or bool(content_words(reading.prepared.tokens))
        sure = reading.confidence >= self._threshold and named
        reason = "the question is nearest to something the knowledge says it does not answer"
        if small_talk:
            reason = "the message is nearest to small talk"
        if not named:
            reason += ", but names nothing"
        elif not sure:
            lacking = _compare(reading.confidence, self._threshold)
            reason += f", but not sure enough to say so ({lacking})"
        return Decision(
            "fallback",
            reading,
            nearest=nearest,
            extra=best[0] if sure else None,
            torn=sure and not small_talk and bool(nearest) and share >= _TORN_SHARE,
            confidence=confidence,
            reason=reason,
        )

    def _decide_among(
        self,
        reading: Reading,
        ranked: list[tuple[int, float]],
        fitting: list[tuple[int, float]],
    ) -> Decision:
        best, best_score = fitting[0]
        highest = next(s for n, s in ranked if not self._catalogue.is_extra(n))
        confidence = reading.confidence * min(best_score / highest, 1.0)
        near = _WORTH_SHOWING * best_score
        nearest = tuple(n for n, s in fitting[:NEAREST] if confidence * s > near)
        margin = best_score - max((s for _, s in fitting[1:2]), default=0.0)
        rivals = [n for n, s in fitting[1:] if best_score - s < self._lead]
        followed = bool(rivals) and all(self._catalogue.leads_to(best, n) for n in rivals)
        needed = self._lead * _FOLLOWED_LEAD if followed else self._lead
        beside, extra_score = next(
            ((n, s) for n, s in ranked if self._catalogue.is_extra(n)), (None, 0.0)
        )
        beyond = best_score - extra_score
        decision = Decision(
            "fallback",
            reading,
            nearest=nearest,
            confidence=confidence,
            margin=min(margin, beyond / _EXTRA_LEAD),
        )
        if confidence < self._threshold:
            reason = f"the best entry is not sure enough ({_compare(confidence, self._threshold)})"
            return replace(decision, reason=reason)
        if margin < needed:
            doubt = f"the best entry leads by too little ({_compare(margin, needed)})"
        elif beyond < self._lead * _EXTRA_LEAD:
            doubt = "something that the knowledge does not answer is about as near"
            decision = replace(decision, beside=beside)
        elif self._coverage.leaves_open(reading.mentions, fitting):
            doubt = "the question leaves open which of several values it is about"
        else:
            digits = _count_decimals(self._threshold, confidence)
            enough = f"{confidence:.{digits}f} >= {self._threshold:.{digits}f}"
            reason = f"sure ({enough}), ahead by {margin:.2f} ({needed:.2f} is enough)"
            close = tuple(rivals) if followed else ()
            return replace(decision, outcome="answer", entries=(best,), rivals=close, reason=reason)
        choices = tuple(n for n, s in fitting[:MAX_CHOICES] if s >= CHOICE_SHARE * best_score)
        worth_asking = confidence >= lift(self._threshold, CLARIFICATION_RESERVE)
        if len(choices) >= MIN_CHOICES and worth_asking:
            return replace(decision, outcome="clarification", entries=choices, reason=doubt)
        return replace(decision, reason=f"{doubt}, and it is too unsure to ask back")


def _compare(less: float, more: float) -> str:
    """ "0.21 < 0.25"."""
    digits = _count_decimals(less, more)
    return f"{less:.{digits}f} < {more:.{digits}f}"


def _count_decimals(less: float, more: float) -> int:
    """As many decimals as tell the two apart, within reason."""
    return next((n for n in (2, 3, 4) if round(less, n) < round(more, n)), 4)
