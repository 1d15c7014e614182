"""Why the engine chose a reply, for the keepers who look after the knowledge."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from textwrap import shorten
from typing import Final

from bot.engine.deciding.decision import Decision, Thresholds
from bot.engine.deciding.sentences import name_extra
from bot.engine.lexical.text import tokenize
from bot.engine.matching.index import Explanation as MatchExplanation
from bot.engine.matching.index import Index
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.reading.reading import Reading
from bot.engine.replies import Explanation, Match, MatchReason

LONGEST_BESIDE: Final = 120
"""Characters of what counts beside a question that are shown."""

MOST_MISSED: Final = 3
"""Words that an entry misses which are worth a look."""


class Explainer:
    """Explains decisions about questions to one knowledge base."""

    def __init__(
        self, index: Index, guard: QualifierGuard, catalogue: Catalogue, thresholds: Thresholds
    ) -> None:
        self._index = index
        self._guard = guard
        self._catalogue = catalogue
        self._thresholds = thresholds

    def explain(
        self, decisions: Sequence[Decision], reading: Reading, matches: Sequence[Match]
    ) -> tuple[Explanation, tuple[Match, ...]]:
        """The reasons behind decisions, and `matches` with the phrasings that won.

        `matches` are the best entries for `reading`, which is one of the decisions'.
        """
        explained = [
            (match, self._index.explain(reading.prepared, self._catalogue.numbers[match.entry.id]))
            for match in matches
        ]
        details = [line for decision in decisions for line in self._describe(decision)]
        details.append(("threshold", f"{self._thresholds.threshold:.3f}"))
        details.append(("ambiguity threshold", f"{self._thresholds.ambiguity_threshold:.3f}"))
        details.append(("cost of a missed word", f"{self._index.missed_cost:.2f}"))
        explanation = Explanation(
            reason=word_reasons(decisions),
            details=tuple(details),
            matches=tuple(self._reason_about(match, found, reading) for match, found in explained),
        )
        named = (replace(match, utterance=found.utterance) for match, found in explained)
        return explanation, tuple(named)

    def _describe(self, decision: Decision) -> Iterator[tuple[str, str]]:
        """What was read in one question, and what of it was changed or known to be unknown."""
        reading = decision.reading
        yield "read as", " ".join(reading.prepared.tokens)
        yield from _list_changes(reading)
        for text, weight in reading.beside:
            shown = shorten(text, LONGEST_BESIDE, placeholder=" ...")
            yield f"counted beside it, {weight:.1f}", shown
        if reading.used_context:
            yield "completed by the conversation", reading.query
        nearest = self._catalogue.find_leading_extra(reading.scores)
        if nearest is not None:
            yield "nearest of all", self._name_extra(reading, nearest)
        elif decision.beside is not None:
            yield "about as near", self._name_extra(reading, decision.beside)
        yield from (("repaired", f"{typed} → {read}") for typed, read in reading.repairs)
        for m in reading.mentions:
            yield "qualifier", f"{m.qualifier}: {m.name}{'' if m.value else ' (not covered)'}"

    def _name_extra(self, reading: Reading, number: int) -> str:
        """A gap or small talk, and the phrasing and words that speak for it."""
        extra = self._catalogue.get_extra(number)
        found = self._index.explain(reading.prepared, number)
        counted = ", ".join(word_shares(found.words))
        sure = reading.scores.confidence_in(number)
        name = f"{name_extra(extra)} ({sure:.2f}), “{found.utterance}”"
        return f"{name}; {counted}" if counted else name

    def _reason_about(self, match: Match, found: MatchExplanation, reading: Reading) -> MatchReason:
        missed = found.missed[:MOST_MISSED]
        lacking = {word for word, _ in found.missed}
        return MatchReason(
            match.entry.id,
            words=tuple(pair for pair in found.words if pair[0] not in lacking),
            missed=missed,
            ruled_out=self._guard.explain(
                reading.mentions, self._catalogue.numbers[match.entry.id]
            ),
        )


def word_reasons(decisions: Sequence[Decision]) -> str:
    """Why the outcome of decisions about one message is what it is."""
    return "; ".join(decision.reason for decision in decisions)


def word_shares(words: Sequence[tuple[str, float]]) -> list[str]:
    """Words with how much each counts, as people read them."""
    return [f"{word} {share:.2f}" for word, share in words]


def _list_changes(reading: Reading) -> Iterator[tuple[str, str]]:
    """What of a question was left out before it was compared, and what was written out."""
    typed, read = tokenize(reading.prepared.text), list(reading.prepared.tokens)
    repaired = dict(reading.repairs)
    for kind, start, end, first, last in SequenceMatcher(None, typed, read, False).get_opcodes():
        if kind == "equal":
            continue
        before, after = typed[start:end], read[first:last]
        surplus = max(len(before) - len(after), 0)
        if surplus and after and before[0][0] == after[0][0]:  # "cert tho" is "certification"
            before, dropped = before[:-surplus], before[-surplus:]
        else:
            dropped, before = before[:surplus], before[surplus:]
        if dropped:
            yield "left out", " ".join(dropped)
        if after and not before:
            yield "put in", " ".join(after)
        elif after and [repaired.get(word, word) for word in before] != after:
            yield "written out", f"{' '.join(before)} → {' '.join(after)}"
