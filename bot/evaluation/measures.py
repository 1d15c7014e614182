"""What many results come to: shares, rank measures, and how well scores tell what is in scope."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.engine.matching.calibration import share_in_order
from bot.engine.replies import Mode
from bot.evaluation.scoring import Result, Verdict


@dataclass(frozen=True, slots=True)
class Measures:
    """What a group of results comes to; shares are 0..1, and None where they mean nothing."""

    name: str
    count: int
    right: float
    wrong: float
    offered: float
    asked: float
    declined: float
    silent: float
    top_1: float | None
    top_3: float | None
    auroc: float | None
    p50: float
    p99: float


def measure(
    name: str, results: Sequence[Result], everything: Sequence[Result] | None = None
) -> Measures:
    """The measures of one or more results.

    AUROC holds the group's scores against those of all results on the other side of the scope,
    or against its own where it has both sides.
    """
    count = len(results)
    verdicts = Counter(result.verdict for result in results)
    answerable = [result for result in results if result.question.answerable]
    times = [result.milliseconds for result in results]
    p50, p99 = np.quantile(times, (0.5, 0.99), method="inverted_cdf").tolist()
    return Measures(
        name=name,
        count=count,
        right=sum(result.right for result in results) / count,
        wrong=sum(is_wrong(result) for result in results) / count,
        offered=verdicts[Verdict.OFFERED] / count,
        asked=verdicts[Verdict.ASKED] / count,
        declined=verdicts[Verdict.DECLINED] / count,
        silent=verdicts[Verdict.SILENT] / count,
        top_1=_share(result.found_within(1) for result in answerable),
        top_3=_share(result.found_within(3) for result in answerable),
        auroc=_measure_auroc(results, everything or results),
        p50=p50,
        p99=p99,
    )


def is_wrong(result: Result) -> bool:
    """Whether a person was told something that does not answer the question."""
    return result.verdict is Verdict.WRONG


def group_by_kind(results: Iterable[Result]) -> dict[str, list[Result]]:
    """The results of each kind, in the order in which the kinds first occur."""
    kinds: dict[str, list[Result]] = {}
    for result in results:
        kinds.setdefault(result.question.kind, []).append(result)
    return kinds


def group_by_task(results: Iterable[Result]) -> dict[str, list[Result]]:
    """The results by what had to be done: answer, decline, stay silent, speak up; none empty."""
    names = {
        (Mode.DIRECT, True): "answerable",
        (Mode.DIRECT, False): "to decline",
        (Mode.AMBIENT, True): "ambient questions",
        (Mode.AMBIENT, False): "ambient chatter",
    }
    groups: dict[str, list[Result]] = {name: [] for name in names.values()}
    for result in results:
        groups[names[result.question.mode, result.question.answerable]].append(result)
    return {name: group for name, group in groups.items() if group}


def compute_auroc(inside: Sequence[float], outside: Sequence[float]) -> float | None:
    """How often a score of `inside` is above one of `outside` (ties count half); None if empty."""
    if not inside or not outside:
        return None
    return share_in_order(np.asarray(inside), np.asarray(outside))


def _measure_auroc(results: Sequence[Result], everything: Sequence[Result]) -> float | None:
    sides = {result.question.answerable for result in results}
    modes = {result.question.mode for result in results}
    others = [r for r in everything if r.question.mode in modes]
    inside = [r.score for r in (results if True in sides else others) if r.question.answerable]
    outside = [
        r.score for r in (results if False in sides else others) if not r.question.answerable
    ]
    return compute_auroc(inside, outside)


def _share(claims: Iterable[bool]) -> float | None:
    counted = list(claims)
    return sum(counted) / len(counted) if counted else None
