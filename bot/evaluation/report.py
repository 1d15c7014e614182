"""An evaluation as data for machines; the same data is what later runs are compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot import __version__
from bot.evaluation.demands import Demand
from bot.evaluation.measures import Measures, group_by_kind, group_by_task, measure
from bot.evaluation.scoring import Result


@dataclass(frozen=True, slots=True)
class Report:
    """Everything an evaluation found."""

    results: tuple[Result, ...]
    kinds: tuple[Measures, ...]
    tasks: tuple[Measures, ...]
    """The same results by what had to be done with them."""
    overall: Measures
    demands: tuple[Demand, ...]
    thresholds: Mapping[str, float]

    @property
    def passed(self) -> bool:
        """Whether every demand of the bar is met."""
        return all(demand.met for demand in self.demands)


def make_report(
    results: Sequence[Result], *, demands: Sequence[Demand], thresholds: Mapping[str, float]
) -> Report:
    """The report of one or more results."""
    return Report(
        results=tuple(results),
        kinds=_measure_groups(group_by_kind(results), results),
        tasks=_measure_groups(group_by_task(results), results),
        overall=measure("all", results),
        demands=tuple(demands),
        thresholds=thresholds,
    )


def _measure_groups(
    groups: Mapping[str, Sequence[Result]], everything: Sequence[Result]
) -> tuple[Measures, ...]:
    return tuple(measure(name, group, everything) for name, group in groups.items())


def describe_report(report: Report) -> dict[str, Any]:
    """The report as plain JSON values; shares are 0..1, times milliseconds."""
    return {
        "version": __version__,
        "passed": report.passed,
        "bar": [
            {"what": d.what, "reached": d.reached, "limit": d.limit, "met": d.met}
            for d in report.demands
        ],
        "thresholds": dict(report.thresholds),
        "kinds": {m.name: _describe_measures(m) for m in report.kinds},
        "tasks": {m.name: _describe_measures(m) for m in report.tasks},
        "overall": _describe_measures(report.overall),
        "rows": [describe_result(result) for result in report.results],
    }


def _describe_measures(measures: Measures) -> dict[str, Any]:
    values = asdict(measures)
    del values["name"]
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()}


def describe_result(result: Result) -> dict[str, Any]:
    """One row of the report."""
    question = result.question
    return {
        "place": question.place,
        "turns": list(question.turns),
        "mode": question.mode.value,
        "kind": question.kind,
        "expects": list(question.expects),
        "outcome": result.outcome,
        "entries": list(result.entries),
        "verdict": result.verdict.value,
        "right": result.right,
        "score": round(result.score, 4),
        "matches": [{"id": i, "score": round(score, 4)} for i, score in result.matches],
        "ms": round(result.milliseconds, 3),
    }
