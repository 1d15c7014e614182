"""An evaluation as tables for people; plain characters when they do not go to a terminal."""

import sys
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from bot.evaluation.measures import Measures
from bot.evaluation.report import Report
from bot.evaluation.sweep import Choice

_SHARES = ("right", "wrong", "offered", "asked", "declined", "silent")
_LEGEND = """\
Shares in percent, times in milliseconds in the engine.
right: answered as labelled; where nothing is expected, declined (direct) or silent (ambient).
offered: asked back, and a right entry was among the choices.
asked: asked back, and none was.
top-1, top-3: an expected entry is the best match, among the best three, whatever the outcome.
AUROC: how well scores tell these rows from all rows on the other side of the scope."""

_HOW_TO_CHOOSE = """\
threshold: lower, more is answered, also of what should be declined.
ambiguity: higher, it asks back more often, where it would have answered rightly or wrongly.
A wrong answer costs more than a declined question, so take the row with the most right among those
whose wrong answers, the unanswerable ones included, you can bear; a question or two is chance.
Without a clearly better row keep the one in force, which is set from the knowledge.
THRESHOLD and AMBIGUITY_THRESHOLD, in the environment or .env, set another."""


def print_report(report: Report) -> None:
    """Print the table per kind and per task, and how the bar was met."""
    table = _make_table(["kind", "n", *_SHARES, "top-1", "top-3", "AUROC", "p50", "p99"])
    for measures in report.kinds:
        table.add_row(*_list_cells(measures))
    table.add_section()
    for measures in (*report.tasks, report.overall):
        table.add_row(*_list_cells(measures))
    _print(table, _LEGEND)
    thresholds = ", ".join(f"{name} {value:.3f}" for name, value in report.thresholds.items())
    _print(f"Thresholds: {thresholds}")
    for demand in report.demands:
        _print(f"Bar, {demand}")


def print_sweeps(by_threshold: Iterable[Choice], by_lead: Iterable[Choice]) -> None:
    """Print what each choice of either threshold would lead to, and how to choose."""
    _print_choices(by_threshold, title="What each threshold would cost")
    _print_choices(by_lead, title="What each ambiguity threshold would cost")
    _print(_HOW_TO_CHOOSE)


def _print_choices(choices: Iterable[Choice], *, title: str) -> None:
    heads = ["threshold", "ambiguity", "right", "wrong", "offered", "asked", "declined"]
    outside = ["unanswerable: answered", "asked back", "left or declined"]
    table = _make_table([*heads, *outside], title=title)
    for choice in choices:
        mark = " *" if choice.in_force else ""
        cells = [f"{choice.threshold:.3f}{mark}", f"{choice.ambiguity_threshold:.3f}{mark}"]
        inside, others = choice.answerable, choice.unanswerable
        if inside:
            missed = inside.declined + inside.silent
            cells += _percents([inside.right, inside.wrong, inside.offered, inside.asked, missed])
        else:
            cells += [""] * 5
        if others:
            asked = others.offered + others.asked
            cells += _percents([others.wrong, asked, others.declined + others.silent])
        table.add_row(*cells)
    _print(table, "* in force. Shares in percent.")


def _make_table(heads: Sequence[str], *, title: str | None = None) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    table.add_column(heads[0], no_wrap=True)
    for head in heads[1:]:
        table.add_column(head, justify="right")
    return table


def _list_cells(measures: Measures) -> list[str]:
    shares = [getattr(measures, name) for name in _SHARES]
    ranks = [measures.top_1, measures.top_3, measures.auroc]
    times = [f"{measures.p50:.2f}", f"{measures.p99:.2f}"]
    return [measures.name, str(measures.count), *_percents(shares), *_percents(ranks), *times]


def _percents(shares: Iterable[float | None]) -> list[str]:
    return ["" if share is None else f"{100 * share:.1f}" for share in shares]


def _print(*parts: Table | str) -> None:
    console = Console(highlight=False, markup=False)
    for part in parts:
        # A terminal that is too narrow wraps whole rows; rich would cut every cell instead.
        console.width = max(console.width, _measure_width(part) if isinstance(part, Table) else 0)
        console.print(part, soft_wrap=isinstance(part, str))


def _measure_width(table: Table) -> int:
    """The columns that a table needs to show every cell whole."""
    unlimited = Console(width=sys.maxsize)
    return unlimited.measure(table).maximum
