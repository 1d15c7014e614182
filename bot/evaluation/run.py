"""One evaluation: ask every question, show what is wished for, tell whether the bar is met."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.engine.engine import Engine
from bot.errors import ConfigurationError, word_os_error
from bot.evaluation.bar import Bar
from bot.evaluation.comparison import UnreadableReportError, compare, read_rows
from bot.evaluation.demands import check_bar
from bot.evaluation.questions import Question
from bot.evaluation.report import Report, describe_report, make_report
from bot.evaluation.scoring import Result, run_questions
from bot.evaluation.sweep import choose_leads, choose_thresholds, sweep
from bot.evaluation.tables import print_report, print_sweeps
from bot.evaluation.texts import describe_comparison, render_comparison, render_failures
from bot.streams import ensure_writable, write_line, write_text

LONG_RUN = 200
"""Questions from which on a progress bar is worth its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What to show of an evaluation beside its tables."""

    bar: Bar
    as_json: bool = False
    failures: Path | None = None
    compare: Path | None = None
    thresholds: bool = False


def evaluate(engine: Engine, questions: Sequence[Question], wishes: Wishes) -> bool:
    """Run the questions and print what is wished for; whether the bar is met.

    Raises ConfigurationError when a file cannot be read or written.
    """
    old = _read_old(wishes.compare) if wishes.compare else None
    if wishes.failures:
        ensure_writable(wishes.failures)
    with _show_progress(len(questions)) as step:
        results = run_questions(engine, questions, on_done=step)
    thresholds = {
        "threshold": engine.thresholds.threshold,
        "ambiguity_threshold": engine.thresholds.ambiguity_threshold,
    }
    report = make_report(results, demands=check_bar(results, wishes.bar), thresholds=thresholds)
    _print(report, old, wishes)
    if wishes.failures:
        write_text(wishes.failures, render_failures(results))
        if not wishes.as_json:
            write_line(f"Failures: {wishes.failures}")
    if wishes.thresholds:
        _print_sweeps(engine, results, questions)
    return report.passed


def _print(report: Report, old: list[Any] | None, wishes: Wishes) -> None:
    described = describe_report(report)
    comparison = compare(old, described["rows"]) if old is not None else None
    if wishes.as_json:
        if comparison:
            described["comparison"] = describe_comparison(comparison)
        write_line(json.dumps(described, indent=1))
        return
    print_report(report)
    if comparison:
        write_line(f"\n{render_comparison(comparison)}")


def _print_sweeps(
    engine: Engine,
    results: Sequence[Result],
    questions: Sequence[Question],
) -> None:
    in_force = (engine.thresholds.threshold, engine.thresholds.ambiguity_threshold)
    by_threshold = [(t, in_force[1]) for t in choose_thresholds(results, in_force[0])]
    by_lead = [(in_force[0], lead) for lead in choose_leads(in_force[1])]
    with _show_progress(len(questions) * (len(by_threshold) + len(by_lead))) as step:
        tables = [
            list(sweep(engine, questions, choices, in_force=in_force, on_done=step))
            for choices in (by_threshold, by_lead)
        ]
    print_sweeps(*tables)


@contextmanager
def _show_progress(total: int) -> Iterator[Callable[[], object]]:
    """A progress bar on standard error, for long runs on a terminal."""
    if total < LONG_RUN or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Asking", total=total)
        yield lambda: progress.advance(task)


def _read_old(path: Path) -> list[Any]:
    try:
        return list(read_rows(json.loads(path.read_bytes())))
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {word_os_error(error)}") from error
    except (ValueError, RecursionError, UnreadableReportError) as error:
        raise ConfigurationError(
            f"{path} cannot be compared with; give what `career-bot eval --json` wrote"
        ) from error
