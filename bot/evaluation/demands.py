"""What the bar demands of an evaluation, and whether that is met."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.engine.replies import Mode
from bot.evaluation.bar import Bar
from bot.evaluation.measures import is_wrong
from bot.evaluation.scoring import Result

MOST_DECIMALS: Final = 4
"""More of them nobody reads."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand of the bar, and what was reached."""

    what: str
    reached: float
    limit: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Whether what was reached is good enough."""
        return self._allows(self.reached)

    def __str__(self) -> str:
        bound = "at most" if self.at_most else "at least"
        state = "met" if self.met else "NOT MET"
        reached = f"{self.reached:.{self._count_decimals()}f}"
        return f"{self.what}: {reached} % ({bound} {self.limit:g} %): {state}"

    def _allows(self, reached: float) -> bool:
        return reached <= self.limit if self.at_most else reached >= self.limit

    def _count_decimals(self) -> int:
        """As many decimals as show on which side of the limit it is, within reason."""
        sides = ((n, self._allows(round(self.reached, n))) for n in range(1, MOST_DECIMALS))
        return next((n for n, allowed in sides if allowed == self.met), MOST_DECIMALS)


def check_bar(results: Sequence[Result], bar: Bar) -> list[Demand]:
    """The demands for which there are questions, in a fixed order."""
    answerable = [r for r in results if r.question.answerable]
    asked = [r for r in answerable if r.question.mode is Mode.DIRECT]
    others = [r for r in results if not r.question.answerable]
    to_decline = [r for r in others if r.question.mode is Mode.DIRECT]
    chatter = [r for r in others if r.question.mode is Mode.AMBIENT]
    demands = []
    if asked:
        reached = _percent(sum(r.right for r in asked), asked)
        demands.append(Demand("answerable questions right", reached, bar.min_right))
    if answerable:
        reached = _percent(sum(map(is_wrong, answerable)), answerable)
        demands.append(Demand("answerable questions wrong", reached, bar.max_wrong, at_most=True))
    if to_decline:
        reached = _percent(sum(r.right for r in to_decline), to_decline)
        demands.append(Demand("unanswerable questions declined", reached, bar.min_declined))
    if chatter:
        reached = _percent(sum(r.right for r in chatter), chatter)
        demands.append(Demand("ambient chatter left alone", reached, bar.min_silent))
    return demands


def _percent(part: int, whole: Sequence[Result]) -> float:
    return 100 * part / len(whole)
