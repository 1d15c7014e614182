"""What stands in the salary chart and in its description: axes, origins and keys in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pycountry

from bot.engine.entries import Source
from bot.knowledge.schema import SalaryFigure
from bot.plurals import count
from bot.tools.salary import KIND_WORDS, LAKH, format_money, name_author

_UNITS: Final = ((1_000_000_000, "bn"), (1_000_000, "M"), (1_000, "k"))


def group_by_axis(figures: Iterable[SalaryFigure]) -> list[list[SalaryFigure]]:
    """Figures that may share an axis (one currency, one span of time), in the order they come."""
    groups: dict[tuple[str, str], list[SalaryFigure]] = {}
    for figure in figures:
        groups.setdefault((figure.currency, figure.per), []).append(figure)
    return list(groups.values())


def name_axis(figure: SalaryFigure) -> str:
    """`Pay per year, US Dollar (USD)`: what the axis of a figure measures."""
    currency = pycountry.currencies.get(alpha_3=figure.currency)
    name = f"{currency.name} ({figure.currency})" if currency else figure.currency
    return f"Pay per {figure.per}, {name}"


def word_origin(
    figure: SalaryFigure, sources: Mapping[str, Source], shown: Iterable[SalaryFigure]
) -> list[str]:
    """What the label may not tell: the kind of figure, a missing place, and who says so.

    A place is missing only where others of the figures `shown` with it name theirs.
    """
    details = []
    kind = KIND_WORDS.get(figure.kind)
    if kind and figure.kind not in figure.label.casefold():
        details.append(kind)
    if figure.region is None and any(other.region for other in shown):
        details.append("place not given")
    return [*details, name_author(figure, sources)]


def word_keys(figures: Iterable[SalaryFigure], *, left_out: int) -> str:
    """How to read the marks of these figures, and how many figures are not drawn."""
    shown: Sequence[SalaryFigure] = list(figures)
    kinds = {figure.kind for figure in shown}
    keys = ["Outlined bar: this much at most."] if "up-to" in kinds else []
    keys += ["Arrow: this much or more."] if "at-least" in kinds else []
    if any(figure.amount is None for figure in shown):
        keys.append("Bar that starts later: a range.")
    if left_out:
        keys.append(f"Not drawn: {count(left_out, 'more figure')}.")
    return " ".join(keys)


def format_tick(amount: float, currency: str) -> str:
    """A short round amount: `$50k`, `₹5 lakh`."""
    symbol = format_money(0, currency).removesuffix("0")
    if currency == "INR" and amount >= LAKH:
        return f"{symbol}{amount / LAKH:g} lakh"
    for unit, sign in _UNITS:
        if amount >= unit:
            return f"{symbol}{amount / unit:g}{sign}"
    return f"{symbol}{amount:g}"
