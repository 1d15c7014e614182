"""Replies from decisions: entries, matches, suggestions, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.engine.deciding.decision import NEARLY_BEST, NOISE_CONFIDENCE, Decision, Thresholds
from bot.engine.deciding.explanation import Explainer, word_reasons
from bot.engine.deciding.sentences import (
    OTHER_UNANSWERED,
    TWO_AT_ONCE,
    word_doubtful,
    word_unmet,
    word_untold,
)
from bot.engine.entries import Entry, Gap, SmallTalk
from bot.engine.lexical.text import stem
from bot.engine.matching.completion import Completer
from bot.engine.matching.index import Index
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.reading.reading import Reader, Reading
from bot.engine.replies import (
    Answer,
    Clarification,
    Explanation,
    Fallback,
    Match,
    Reply,
    Understanding,
)
from bot.engine.wording.courtesies import Courtesy, reply_kindly
from bot.engine.wording.questions import says_enough

MATCH_LIMIT: Final = 5
"""Matches that a reply carries."""

SUGGESTION_LIMIT: Final = 5
"""Follow-ups that are offered at once: one row of buttons."""

EXAMPLE_LIMIT: Final = 3
"""Questions that are offered to somebody whose own came near nothing."""


class ReplyBuilder:
    """Builds replies over the entries and the extras (gaps, small talk) of one index."""

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        index: Index,
        reader: Reader,
        completer: Completer,
        guard: QualifierGuard,
        thresholds: Thresholds,
    ) -> None:
        self._catalogue = catalogue
        self._reader = reader
        self._completer = completer
        self._guard = guard
        self._explainer = Explainer(index, guard, catalogue, thresholds)

    def build(self, decisions: Sequence[Decision], *, explain: bool) -> Reply:
        """The reply that one or two decisions about a message come to."""
        first = decisions[0]
        lead = min(decisions, key=lambda d: d.confidence)
        matches = self._build_matches(lead)
        explanation = Explanation(reason=word_reasons(decisions))
        if explain:
            explanation, matches = self._explainer.explain(decisions, lead.reading, matches)
        understanding = Understanding(
            query=" / ".join(self._restate(decision) for decision in decisions),
            repairs=tuple(r for decision in decisions for r in decision.reading.repairs),
            used_context=any(decision.reading.used_context for decision in decisions),
        )
        nearest = tuple(self._catalogue[n] for n in first.nearest)
        score = min(max(lead.confidence, 0.0), 1.0)
        if first.outcome == "answer":
            answers = tuple(self._catalogue[d.entries[0]] for d in decisions)
            return Answer(
                answers=answers,
                missing=self._word_unsaid(decisions),
                matches=matches,
                score=score,
                suggestions=self.find_follow_ups(
                    answers,
                    first=[self._catalogue[n].id for d in decisions for n in d.rivals],
                ),
                understanding=understanding,
                explanation=explanation,
            )
        if first.outcome == "clarification":
            return Clarification(
                choices=tuple(self._catalogue[n] for n in first.entries),
                goes_on=first.goes_on,
                matches=matches,
                score=score,
                understanding=understanding,
                explanation=explanation,
            )
        if score < NOISE_CONFIDENCE and first.extra is None and not first.unmet:
            # Of another language or noise nothing was understood, whatever its words are near to.
            understanding = Understanding(query=first.reading.query)
        fallback = Fallback(
            matches=matches,
            score=score,
            suggestions=nearest,
            understanding=understanding,
            explanation=explanation,
            extra=self._find_nearest_extra(first),
        )
        return self._complete_fallback(fallback, first)

    def _word_unsaid(self, decisions: Sequence[Decision]) -> str:
        """What to say below one or two answers of what they leave unsaid."""
        *others, last = decisions
        open_still = self._word_open(last.left_open)
        return open_still or (word_untold(last.untold) if last.untold and not others else "")

    def _word_open(self, decision: Decision | None) -> str:
        """What to say of another question of the message that is not answered."""
        if decision is None:
            return ""
        if decision.outcome == "answer":
            return TWO_AT_ONCE
        nothing_known = not (decision.unmet or decision.untold) and decision.extra is None
        return OTHER_UNANSWERED if nothing_known else self._word_missing(decision)

    def _word_missing(self, decision: Decision) -> str:
        """What the knowledge lacks for a question; empty when nothing special is known to lack."""
        if decision.unmet:
            return word_unmet(decision.unmet, self._guard)
        if decision.untold:
            return word_untold(decision.untold, of_last=decision.reading.of_last)
        extra = self._find_extra(decision)
        if not isinstance(extra, Gap):
            return ""
        return word_doubtful(extra.missing) if decision.torn else extra.missing

    def _find_extra(self, decision: Decision) -> Gap | SmallTalk | None:
        return None if decision.extra is None else self._catalogue.get_extra(decision.extra)

    def _find_nearest_extra(self, decision: Decision) -> Gap | SmallTalk | None:
        """The gap or small talk that a question is declined for, whether or not it is told of."""
        if decision.unmet or decision.line:
            return None
        if told_of := self._find_extra(decision):
            return told_of
        nearest = self._catalogue.find_leading_extra(decision.reading.scores)
        return None if nearest is None else self._catalogue.get_extra(nearest)

    def _restate(self, decision: Decision) -> str:
        """The question as it was understood; a completed one by the question it came to.

        Where that came to nothing, by the words that the person typed, if they say enough: what
        was asked before them may have nothing to do with it, nor with what is asked next.
        """
        if decision.reading.used_context and decision.outcome == "answer":
            return self._catalogue[decision.entries[0]].question
        if decision.outcome == "fallback" and says_enough(decision.reading.asked):
            return decision.reading.asked
        if decision.reading.repairs:
            return " ".join(decision.reading.prepared.tokens)
        return decision.reading.query

    def _complete_fallback(self, fallback: Fallback, decision: Decision) -> Fallback:
        """Say what is missing, where that is known, and what may be asked instead."""
        query = decision.reading.asked or decision.reading.query
        extra = None if decision.unmet else self._find_extra(decision)
        if isinstance(extra, SmallTalk):
            suggestions = self._resolve(extra.suggestions)
            return replace(fallback, small_talk=extra.reply, suggestions=suggestions)
        suggestions = fallback.suggestions
        if extra is not None:
            near = fallback.suggestions[:1] if decision.torn else ()
            following = fallback.suggestions
            if extra.nearest is not None:
                following = self._resolve(extra.nearest)
            suggestions = tuple(dict.fromkeys((*near, *following)))[:SUGGESTION_LIMIT]
        elif not decision.unmet and (line := decision.line or reply_kindly(query)):
            if line is Courtesy.UNREADABLE and (kind := reply_kindly(query)):
                line = kind
            suggestions = suggestions if line is decision.line else ()
            opens = line.opens_talk and not suggestions
            examples = self.list_examples() if opens else ()
            return replace(fallback, courtesy=line, suggestions=suggestions, examples=examples)
        missing = self._word_missing(decision)
        if not missing:
            suggestions = self._leave_far(suggestions, decision.reading)
        offers_nothing = extra is not None and extra.nearest == ()
        return replace(
            fallback,
            missing=missing,
            suggestions=suggestions,
            examples=() if suggestions or offers_nothing else self.list_examples(),
        )

    def _leave_far(self, nearest: Sequence[Entry], reading: Reading) -> tuple[Entry, ...]:
        """`nearest` less those well behind the first whose question names nothing that was said.

        They are near by chance: hardly one in fifty is what was asked for.
        """
        said = set(map(stem, reading.prepared.tokens))
        narrowing = [m for m in reading.mentions if m.value and not self._guard.is_pervasive(m)]
        values = {(m.qualifier, m.value) for m in narrowing}

        def is_near(entry: Entry) -> bool:
            scores = reading.scores.values[list(self._catalogue.find((nearest[0].id, entry.id)))]
            title = self._reader.prepare(entry.question)
            named = not said.isdisjoint(map(stem, self._reader.find_topic(title)))
            named = named or not values.isdisjoint(self._guard.finder.find_values(title.tokens))
            return named or bool(scores[1] >= NEARLY_BEST * scores[0])

        return (*nearest[:1], *filter(is_near, nearest[1:]))

    def list_examples(self) -> tuple[Entry, ...]:
        """A few questions for somebody who has none, or none that anything is near to."""
        return tuple(self._catalogue[n] for n in self._completer.complete("", EXAMPLE_LIMIT))

    def _build_matches(self, decision: Decision) -> tuple[Match, ...]:
        return self.find_matches(
            decision.reading,
            first=decision.entries if decision.outcome == "answer" else (),
            score=decision.confidence,
        )

    def find_matches(
        self, reading: Reading, *, first: Sequence[int] = (), score: float
    ) -> tuple[Match, ...]:
        """The best entries for a reading, the best one's score set to `score`.

        Those in `first` go before the others: the guard may prefer another than the top one.
        """
        ranked = reading.scores.top(MATCH_LIMIT, among=len(self._catalogue))
        values = reading.scores.values
        leading = [(n, float(values[n])) for n in first]
        ranked = (leading + [(n, s) for n, s in ranked if n not in first])[:MATCH_LIMIT]
        best = ranked[0][1] if ranked else 0.0
        scale = score / best if best else 0.0
        return tuple(
            Match(
                self._catalogue[n],
                min(s * scale, score),
                self._catalogue[n].question,
            )
            for n, s in ranked
        )

    def find_follow_ups(
        self, entries: Sequence[Entry], *, first: Iterable[str] = ()
    ) -> tuple[Entry, ...]:
        """What to offer after entries were answered, in the order their keeper gave.

        The ids in `first` go before the others.
        """
        shown = {entry.id for entry in entries}
        following = [*first, *(i for entry in entries for i in entry.follow_ups)]
        ids = dict.fromkeys(i for i in following if i not in shown)
        return self._resolve(ids)[:SUGGESTION_LIMIT]

    def _resolve(self, entry_ids: Iterable[str]) -> tuple[Entry, ...]:
        return tuple(self._catalogue[n] for n in self._catalogue.find(entry_ids))
