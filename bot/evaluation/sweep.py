"""What another choice of a threshold would cost: right, wrong, asked back, declined."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.engine.engine import Engine
from bot.evaluation.measures import Measures, measure
from bot.evaluation.questions import Question
from bot.evaluation.scoring import Result, run_questions

STEPS = 9
"""Choices tried for each threshold, beside the one in force."""

SAME = 0.004
"""Choices that differ by no more are as good as one."""

LARGEST_LEAD = 0.3
"""Nobody would ask back when the best entry is further ahead than this."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What one choice of the thresholds leads to."""

    threshold: float
    ambiguity_threshold: float
    in_force: bool
    answerable: Measures | None
    unanswerable: Measures | None


def choose_thresholds(results: Sequence[Result], in_force: float) -> list[float]:
    """Thresholds between the lowest and the highest scores that occur, and the one in force."""
    scores = sorted(result.score for result in results)
    low, high = scores[len(scores) // 20], scores[-1 - len(scores) // 20]
    steps = {round(low + (high - low) * step / (STEPS - 1), 2) for step in range(STEPS)}
    return _add_in_force(steps, in_force)


def choose_leads(in_force: float) -> list[float]:
    """Ambiguity thresholds from none on, and the one in force."""
    return _add_in_force(
        {round(LARGEST_LEAD * (step / (STEPS - 1)) ** 2, 3) for step in range(STEPS)}, in_force
    )


def _add_in_force(steps: set[float], in_force: float) -> list[float]:
    """`steps` in order, without those that are as good as the one in force."""
    return sorted({step for step in steps if abs(step - in_force) > SAME} | {in_force})


def sweep(
    engine: Engine,
    questions: Sequence[Question],
    choices: Sequence[tuple[float, float]],
    *,
    in_force: tuple[float, float],
    on_done: Callable[[], object] = lambda: None,
) -> Iterator[Choice]:
    """Run the questions once for each (threshold, ambiguity_threshold)."""
    for threshold, lead in choices:
        results = run_questions(engine.with_thresholds(threshold, lead), questions, on_done=on_done)
        inside = [result for result in results if result.question.answerable]
        outside = [result for result in results if not result.question.answerable]
        yield Choice(
            threshold=threshold,
            ambiguity_threshold=lead,
            in_force=(threshold, lead) == in_force,
            answerable=measure("answerable", inside) if inside else None,
            unanswerable=measure("unanswerable", outside) if outside else None,
        )
