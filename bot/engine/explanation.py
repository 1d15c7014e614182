"""Why the engine chose a reply, for the keepers who look after the knowledge."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from textwrap import shorten
from typing import Final

from bot.engine.catalogue import Catalogue
from bot.engine.decision import Decision, Thresholds
from bot.engine.index import Explanation as MatchExplanation
from bot.engine.reading import Reading
from bot.engine.replies import Explanation
from bot.engine.text import tokenize

LONGEST_BESIDE: Final = 120
"""Characters of what counts beside a question that are shown."""

MOST_MISSED: Final = 3
"""Words that an entry misses which are worth a look."""


def explain_decision(
    decisions: Sequence[Decision],
    *,
    thresholds: Thresholds,
    missed_cost: float,
    found: Mapping[str, MatchExplanation],
    catalogue: Catalogue,
) -> Explanation:
    """The reasons behind decisions, with the words that counted for the entries `found`, by id."""
    reason = "; ".join(decision.reason for decision in decisions)
    if not found:
        return Explanation(reason=reason)
    details: list[tuple[str, str]] = []
    for decision in decisions:
        reading = decision.reading
        details.append(("read as", " ".join(reading.prepared.tokens)))
        details += _list_changes(reading)
        details += [
            (f"counted beside it, {weight:.1f}", shorten(text, LONGEST_BESIDE, placeholder=" ..."))
            for text, weight in reading.beside
        ]
        if reading.used_context:
            details.append(("completed by the conversation", reading.query))
        for best, _ in reading.scores.top(1):
            if catalogue.is_extra(best):
                extra = catalogue.get_extra(best)
                which = f"{extra.id} ({reading.confidence:.2f}), a gap or small talk"
                details.append(("nearest of all", which))
        details += [("repaired", f"{typed} → {read}") for typed, read in reading.repairs]
        details += [
            ("qualifier", f"{m.qualifier}: {m.name}{'' if m.value else ' (not covered)'}")
            for m in reading.mentions
        ]
    details.append(("threshold", f"{thresholds.threshold:.3f}"))
    details.append(("ambiguity threshold", f"{thresholds.ambiguity_threshold:.3f}"))
    details.append(("cost of a missed word", f"{missed_cost:.2f}"))
    for entry_id, match in found.items():
        if missed := match.missed[:MOST_MISSED]:
            counted = ", ".join(f"{word} {share:.2f}" for word, share in missed)
            details.append((f"missed by {entry_id}", counted))
    words = tuple((entry_id, match.words) for entry_id, match in found.items())
    return Explanation(reason=reason, details=tuple(details), words=words)


def _list_changes(reading: Reading) -> Iterator[tuple[str, str]]:
    """What of a question was left out before it was compared, and what was written out."""
    typed, read = tokenize(reading.prepared.text), list(reading.prepared.tokens)
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
        written = (" ".join(before), " ".join(after))
        if after and written not in reading.repairs:
            yield "written out", " → ".join(filter(None, written))
