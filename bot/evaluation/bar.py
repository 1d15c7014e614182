"""The bar: how good an evaluation must be for `career-bot eval` to end with exit status 0."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.engine.replies import Mode
from bot.evaluation.measures import is_wrong
from bot.evaluation.scoring import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Shares in percent."""

    min_right: float = 90.0
    """Of what can be answered and was asked for, this much is answered rightly."""
    max_wrong: float = 3.0
    """Of what can be answered, no more than this is answered wrongly."""
    min_declined: float = 95.0
    """Of what cannot be answered, this much is declined."""
    min_silent: float = 98.0
    """Of what was said to nobody in particular and cannot be answered, this much is left alone."""


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
        return self.reached <= self.limit if self.at_most else self.reached >= self.limit

    def __str__(self) -> str:
        bound = "at most" if self.at_most else "at least"
        state = "met" if self.met else "NOT MET"
        return f"{self.what}: {self.reached:.1f} % ({bound} {self.limit:g} %): {state}"


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
