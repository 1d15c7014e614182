"""From a reading to an outcome: the thresholds and the rules between answer and silence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words
from bot.engine.matching.model import Scores
from bot.engine.names.regions import REGION
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.mentions import COMPANY, Mention, Value
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.reading.reading import Reader, Reading
from bot.engine.reading.trust import lift
from bot.engine.wording.answer_kinds import AnswerKind
from bot.engine.wording.comparing import Compared, tells_of_both
from bot.engine.wording.courtesies import Courtesy
from bot.engine.wording.denial import asks_for_the_opposite
from bot.engine.wording.directions import find_direction

Outcome = Literal["answer", "clarification", "fallback"]

MAX_CHOICES: Final = 4
"""Choices of a clarification; more would be a list to read, not a question back."""

MIN_CHOICES: Final = 2

CHOICE_SHARE: Final = 0.7
"""An entry is a choice when it scores at least this share of the best one."""

_KNOWN_SHARE: Final = 0.4
"""The same for an entry about a known value to be suggested where another one was asked for."""

ORDER_WEIGHT: Final = 0.25
"""How much it counts that an entry's phrasings name two values in the query's order."""

CLARIFICATION_RESERVE: Final = 0.03
"""How far above the threshold (as a share of the rest) it is worth asking back.

A question near the threshold is mostly out of scope; choices would only lead people astray.
"""

GUARD_SHARE: Final = 0.8
"""An entry that meets the qualifiers may replace a better one that does not, from this share on.

Beside a best one that meets them it counts from `CHOICE_SHARE` on, as it may be meant as well.
"""

EXTRA_LEAD: Final = 0.6
"""Share of the usual lead that is enough before a gap or small talk."""

FOLLOWED_LEAD: Final = 0.4
"""Share of the usual lead that is enough before entries that the best one leads to.

They are offered below its answer, so that asking back would gain nobody much.
"""

NOISE_CONFIDENCE: Final = 0.05
"""Below this nothing is near: the nearest entries would be picked by chance."""

SURE_GAP: Final = 0.9
"""Confidence from which a gap is meant even by a question that names nothing by itself."""

SURE_WORDING: Final = 0.7
"""Confidence from which an entry is asked for just so, whatever kind of thing that is."""

NEARLY_BEST: Final = 0.9
"""Share of the best score from which another entry might as well be the best."""

NEAR_SHARE: Final = 0.6
"""Share of the threshold from which a narrowed question is near enough to say what is missing."""

ELSEWHERE_SHARE: Final = 0.6
"""Share of the best score, of a question without its place, from which an entry is meant by it.

Below that a gap is, and what the gap says is told rather than that the place is foreign.
"""

TORN_SHARE: Final = 0.9
"""Share of a gap's score from which the best entry may as well be meant, and is suggested first."""

CANDIDATES: Final = 8
"""Entries that are judged by the guard; what ranks lower is no answer anyway."""

_AMONG_THEM: Final = 4
"""Gaps and small talk that may rank among so many entries and are looked past."""

NEAREST: Final = 3
"""Entries that are suggested instead of an answer."""

WORTH_SHOWING: Final = 0.08
"""Confidence that an entry must be above to be worth showing instead of an answer.

Of entries less near than that hardly one in a hundred is what was asked for.
"""

_COMPARED: Final = "how these compare"
"""What an answer about one of two things leaves unsaid, behind "don't say"."""

_UNREAD_SHARE: Final = 0.5
"""What the confidence is worth in a message that could not be read, or has no entry near it."""

_EXTRA_SHARE: Final = 0.6
"""What the entries' confidence is worth where a gap or small talk fits better."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the lines between the outcomes lie; `career-bot eval --thresholds` justifies them."""

    threshold: float
    """Answer only from this confidence on."""
    ambiguity_threshold: float
    """Ask back when the best entry leads the second by less than this."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about one reading."""

    outcome: Outcome
    reading: Reading
    entries: tuple[int, ...] = ()
    """The entry answered, or the choices offered, by number."""
    nearest: tuple[int, ...] = ()
    """Entries to suggest instead, best first."""
    rivals: tuple[int, ...] = ()
    """Entries nearly as near as the one answered, which that one leads to."""
    extra: int | None = None
    """The gap or small talk that won, by its number among the index's documents."""
    torn: bool = False
    """Whether an entry is nearly as near as that gap."""
    beside: int | None = None
    """The gap or small talk that keeps the best entry from being answered, as it is as near."""
    unmet: tuple[Mention, ...] = ()
    """What narrows the question and is not covered."""
    left_open: "Decision | None" = None
    """What came of another question of the same message, which is not answered."""
    untold: str = ""
    """What the best entry does not say, where it is near and that is what is asked for."""
    line: Courtesy | None = None
    """What to say to a turn that asks nothing, or nothing that can be read."""
    goes_on: bool = False
    """Whether the choices are what the last answer offered, for a turn that asks for more."""
    confidence: float = 0.0
    margin: float = 0.0
    reason: str = ""


class Judge:
    """Decides about readings, for one knowledge base."""

    def __init__(
        self, guard: QualifierGuard, reader: Reader, catalogue: Catalogue, thresholds: Thresholds
    ) -> None:
        self._guard = guard
        self._phrasings = guard.phrasings
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
        fitting = self._find_fitting(reading, entries)
        unmet = self._find_unmet(reading, entries[0][0], fitting)
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
            return self._ask_for_group(declined, unmet)
        if unmet or not fitting:
            return self._decline_narrowed(declined, unmet)
        kind = self._find_missing_kind(reading, fitting[0][0])
        if kind and reading.confidence < SURE_WORDING:
            reason = f"the question asks for {kind.name}, and the best entry tells none"
            return replace(declined, untold=kind.untold if sure else "", reason=reason)
        if compared := self._reader.find_compared(reading):
            comparing = [f for f in fitting if not self._is_about_one(compared, f[0])]
            if not comparing or comparing[0][1] < CHOICE_SHARE * fitting[0][1]:
                either = self._find_either(compared, fitting)
                if compared.bare and sure and len(either) == MIN_CHOICES:
                    reason = "the question names two things, and there is an entry for either"
                    asked_back = replace(declined, outcome="clarification", reason=reason)
                    return replace(asked_back, entries=either, confidence=reading.confidence)
                reason = "the question compares two things, and the best entry is about one of them"
                return replace(declined, untold=_COMPARED if sure else "", reason=reason)
            fitting = comparing
        fitting, objection = self._judge_wording(reading, fitting)
        if objection:
            return replace(declined, reason=objection)
        decision = self._decide_among(reading, ranked, fitting)
        if kind and decision.outcome == "answer" and not self._phrasings.may_tell(fitting[0][0]):
            decision = replace(decision, untold=kind.untold)
        return decision if heard else replace(decision, nearest=())

    def _decline_narrowed(self, declined: Decision, unmet: tuple[Mention, ...]) -> Decision:
        """What is missing, where a question is near enough to what the entries are about.

        Of a foreign place what is asked about it counts: the weather in Oslo is no matter of Oslo.
        """
        reading = declined.reading
        asked = reading.subject_scores or reading.scores
        best, highest = asked.top(1)[0]
        near = asked.top(1, among=len(self._catalogue))[0][1] >= ELSEWHERE_SHARE * highest
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
        nearest = self._suggest_known(declined.nearest, missing, asked)
        return replace(declined, unmet=missing, nearest=nearest, reason=reason)

    def _ask_for_group(self, declined: Decision, unmet: tuple[Mention, ...]) -> Decision:
        """Which of several groups of countries is meant, where the asker only names a country.

        Of those each has an entry, and which the country belongs to is not known.
        """
        scores = declined.reading.scores
        ranked = scores.top(CANDIDATES, among=len(self._catalogue))
        kind = unmet[0].qualifier
        choices: list[int] = []
        told: set[Value] = set()
        for number, score in ranked:
            values = self._guard.list_about(kind, number)
            if score >= _KNOWN_SHARE * ranked[0][1] and values and told.isdisjoint(values):
                choices.append(number)
                told |= values
        sure = scores.confidence >= lift(self._threshold, CLARIFICATION_RESERVE)
        if not sure or len(choices) < MIN_CHOICES:
            return self._decline_narrowed(declined, unmet)
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
        self, nearest: tuple[int, ...], unmet: tuple[Mention, ...], asked: Scores
    ) -> tuple[int, ...]:
        """What to suggest where a value is not covered: what is asked, for values that are.

        Who asks for the pay in Oslo may like to see it for the countries that the knowledge has;
        if Norway is one of them, for that alone.
        """
        kinds = {mention.qualifier for mention in unmet if mention.value is None}
        wider = [mention.widen() for mention in unmet if mention.within]
        ranked = asked.top(CANDIDATES, among=len(self._catalogue))
        known = [
            n
            for n, s in ranked
            if s >= _KNOWN_SHARE * ranked[0][1]
            and any(self._guard.asks_for_value(kind, n) for kind in kinds)
        ]
        meant = [ranked[0][0]] if unmet else []
        found = dict.fromkeys((*known, *meant, *nearest))
        return tuple(n for n in found if self._guard.may_be_within(wider, n))[:NEAREST]

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

    def _is_about_one(self, compared: Compared, number: int) -> bool:
        """Whether an entry's title names something of two things, and no phrasing names both."""
        texts = self._phrasings.recall(number)
        title = self._reader.name_alike(texts[0].split())
        return compared.is_named(title) and not tells_of_both(
            compared, texts, self._reader.name_alike
        )

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
        named = small_talk or reading.confidence >= SURE_GAP
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
            torn=sure and not small_talk and bool(nearest) and share >= TORN_SHARE,
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
        near = WORTH_SHOWING * best_score
        nearest = tuple(n for n, s in fitting[:NEAREST] if confidence * s > near)
        margin = best_score - max((s for _, s in fitting[1:2]), default=0.0)
        rivals = [n for n, s in fitting[1:] if best_score - s < self._lead]
        followed = bool(rivals) and all(self._catalogue.leads_to(best, n) for n in rivals)
        needed = self._lead * FOLLOWED_LEAD if followed else self._lead
        beside, extra_score = next(
            ((n, s) for n, s in ranked if self._catalogue.is_extra(n)), (None, 0.0)
        )
        beyond = best_score - extra_score
        decision = Decision(
            "fallback",
            reading,
            nearest=nearest,
            confidence=confidence,
            margin=min(margin, beyond / EXTRA_LEAD),
        )
        if confidence < self._threshold:
            reason = f"the best entry is not sure enough ({_compare(confidence, self._threshold)})"
            return replace(decision, reason=reason)
        if margin < needed:
            doubt = f"the best entry leads by too little ({_compare(margin, needed)})"
        elif beyond < self._lead * EXTRA_LEAD:
            doubt = "something that the knowledge does not answer is about as near"
            decision = replace(decision, beside=beside)
        elif self._is_open(reading.mentions, fitting):
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

    def _find_fitting(
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
        least = highest * (CHOICE_SHARE if mentions and meets(best) else GUARD_SHARE)
        fitting = [
            (n, s * (1 + ORDER_WEIGHT * (self._guard.share_in_order(mentions, n) - 0.5)))
            for n, s in entries
            if not mentions or (s >= least and meets(n))
        ]
        named = {n: self._guard.share_named(mentions, n) for n, _ in fitting}
        if 1.0 in named.values():  # pay in two countries is no pay in one of them
            fitting = [(n, s) for n, s in fitting if named[n] in (None, 1.0)]
        shares = {n: self._guard.share_met(mentions, n) for n, _ in fitting}
        most = max(shares.values(), default=0.0)
        return sorted(((n, s) for n, s in fitting if shares[n] >= most), key=lambda item: -item[1])

    def _is_open(self, mentions: tuple[Mention, ...], fitting: list[tuple[int, float]]) -> bool:
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

    def _find_unmet(
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
        return tuple(
            m
            for m in reading.mentions
            if not self._guard.is_pervasive(m) and not m.background and not m.denied
        )


def _compare(less: float, more: float) -> str:
    """ "0.21 < 0.25"."""
    digits = _count_decimals(less, more)
    return f"{less:.{digits}f} < {more:.{digits}f}"


def _count_decimals(less: float, more: float) -> int:
    """As many decimals as tell the two apart, within reason."""
    return next((n for n in (2, 3, 4) if round(less, n) < round(more, n)), 4)
