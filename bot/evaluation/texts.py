"""Failures and changes as text for people."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.evaluation.comparison import Change, Comparison, Row, group_by_entry
from bot.evaluation.measures import group_by_kind
from bot.evaluation.scoring import Result, Verdict
from bot.plurals import count


def render_failures(results: Iterable[Result]) -> str:
    """Every question that did not go as labelled, by kind, with what was found instead."""
    failed = [result for result in results if not result.right]
    lines = [f"{count(len(failed), 'question')} did not go as labelled."]
    for kind, group in group_by_kind(failed).items():
        lines += ["", f"## {kind} ({len(group)})"]
        for result in group:
            lines += ["", *_render_failure(result)]
    return "\n".join(lines) + "\n"


def _render_failure(result: Result) -> Iterator[str]:
    question = result.question
    yield f"{' / '.join(question.turns)}"
    mode = "" if question.mode.value == "direct" else f" ({question.mode.value})"
    yield f"  at:      {question.place}{mode}"
    yield f"  expects: {', '.join(question.expects) or 'no answer'}"
    got = _word_outcome(result.outcome, result.entries or filter(None, [result.declined_for]))
    yield f"  got:     {got} ({result.verdict.value})"
    if result.understood != question.turns[-1]:
        yield f"  read as: {result.understood}"
    best = ", ".join(f"{entry_id} {score:.2f}" for entry_id, score in result.matches[:3])
    yield f"  best:    {best or 'nothing'}; score {result.score:.2f}"
    if question.expects and result.verdict is Verdict.DECLINED:
        found = any(entry_id in question.expects for entry_id in result.suggested)
        yield f"  below:   {'an' if found else 'no'} expected entry is suggested"


def render_comparison(comparison: Comparison) -> str:
    """What changed, entry by entry; one line each for what was said before and now."""
    changes = comparison.changes
    better = sum(change.better for change in changes)
    worse = sum(change.worse for change in changes)
    added = count(len(comparison.added), "new row")
    lines = [
        f"Compared: {better} better, {worse} worse, {len(changes) - better - worse} otherwise "
        f"changed; {added}, {len(comparison.removed)} gone."
    ]
    for entry_id, group in group_by_entry(changes).items():
        lines += ["", f"{entry_id}:"]
        for change in group:
            lines += _render_change(change)
    return "\n".join(lines)


def _render_change(change: Change) -> Iterator[str]:
    sign = "+" if change.better else "-" if change.worse else "~"
    yield f"  {sign} {' / '.join(change.new['turns'])}"
    yield f"      was {_word_row(change.old)}; is {_word_row(change.new)}"


def _word_row(row: Row) -> str:
    return f"{row['verdict']} ({_word_outcome(row['outcome'], row['entries'])})"


def _word_outcome(outcome: str, entries: Iterable[str]) -> str:
    return ": ".join(part for part in (outcome, ", ".join(entries)) if part)


def describe_comparison(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain JSON values."""
    return {
        "changes": [
            {"better": c.better, "worse": c.worse, "old": dict(c.old), "new": dict(c.new)}
            for c in comparison.changes
        ],
        "added": [dict(row) for row in comparison.added],
        "removed": [dict(row) for row in comparison.removed],
    }
