"""Where everything in the salary chart goes: texts broken into lines, rows, panels.

All lengths are pixels. A phone shows the picture at about a third of its width, so that 36
pixels read as 12; the text sizes are chosen for that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.engine.entries import Source
from bot.knowledge.schema import SalaryFigure
from bot.render import shorten
from bot.tools.chart_words import group_by_axis, name_axis, word_origin
from bot.tools.salary import format_amount

if TYPE_CHECKING:  # matplotlib takes half a second to import, so only drawing imports it
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.font_manager import FontProperties

WIDTH: Final = 1080
MARGIN: Final = 48
INNER: Final = WIDTH - 2 * MARGIN
TITLE: Final = 42
STRONG: Final = 36
SMALL: Final = 30
LINE: Final = 1.3
"""Height of a line of text, by its size."""
BAR: Final = 36
BAR_GAP: Final = 8
ROW_GAP: Final = 44
HEAD_GAP: Final = 24
SCALE: Final = 76
"""Room for the amounts below the bars, and for the gap to what follows."""

FALLBACK_FONTS: Final = (
    "Noto Sans",
    "Noto Sans Devanagari",
    "Noto Sans CJK JP",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
)
"""For scripts that DejaVu Sans, which comes with matplotlib, does not hold; where installed."""

_BOX: Final = "□"
"""Drawn for a letter that no font holds."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with its texts, already broken into lines that fit."""

    figure: SalaryFigure
    label: tuple[str, ...]
    amount: str
    amount_apart: bool
    """Whether the amount needs a line of its own, because the label leaves it no room."""
    origin: tuple[str, ...]

    @property
    def strong_lines(self) -> int:
        """Lines above the bar."""
        return len(self.label) + self.amount_apart

    @property
    def bar_top(self) -> float:
        """From the top of the row to its bar."""
        return self.strong_lines * STRONG * LINE + BAR_GAP

    @property
    def height(self) -> float:
        """The whole row with the gap below it."""
        return self.bar_top + BAR + BAR_GAP + len(self.origin) * SMALL * LINE + ROW_GAP


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows that share an axis."""

    title: tuple[str, ...]
    currency: str
    rows: tuple[Row, ...]

    @property
    def head(self) -> float:
        """The title with the gap below it."""
        return len(self.title) * TITLE * LINE + HEAD_GAP

    @property
    def body(self) -> float:
        """All rows."""
        return sum(row.height for row in self.rows)

    @property
    def height(self) -> float:
        """Title, rows, and the amounts below them."""
        return self.head + self.body + SCALE


class Ruler:
    """Measures and breaks text as it will be drawn."""

    def __init__(self, canvas: FigureCanvasAgg) -> None:
        from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

        installed = set(fontManager.get_font_names())
        self.families = ["DejaVu Sans", *(f for f in FALLBACK_FONTS if f in installed)]
        self.undrawn: dict[str, None] = {}
        """The letters met so far that no font holds, in order."""
        self._fonts = [get_font(findfont(FontProperties(family=f))) for f in self.families]
        self.renderer = canvas.get_renderer()  # type: ignore[no-untyped-call] # not annotated

    def font(self, size: float, *, bold: bool = False) -> FontProperties:
        """The chart's typeface in a size."""
        from matplotlib.font_manager import FontProperties

        weight = "bold" if bold else "normal"
        return FontProperties(family=self.families, size=size, weight=weight)

    def measure(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a line."""
        font = self.font(size, bold=bold)
        width, _, _ = self.renderer.get_text_width_height_descent(text, font, ismath=False)
        return float(width)

    def wrap(
        self, text: str, size: float, *, max_lines: int, bold: bool = False
    ) -> tuple[str, ...]:
        """`text` in lines as wide as the bars; what does not fit ends in an ellipsis."""
        lines: list[str] = []
        words = self._replace_undrawn(text).split()
        while words and len(lines) < max_lines:
            count = len(words)
            if len(lines) < max_lines - 1:
                count = self._find_most(count, partial(_join_first, words), size, bold=bold)
            line = _join_first(words, count)
            most = self._find_most(len(line), partial(shorten, line), size, bold=bold)
            lines.append(shorten(line, most))
            words = words[count:]
        return tuple(lines)

    def _find_most(
        self, limit: int, write: Callable[[int], str], size: float, *, bold: bool
    ) -> int:
        """The largest number up to `limit`, but 1 at least, for which the text written fits.

        What `write` makes of a number gets longer with it.
        """

        def measure(number: int) -> float:
            return self.measure(write(number), size, bold=bold)

        if measure(limit) <= INNER:
            return limit
        return max(1, bisect_right(range(limit), float(INNER), lo=1, key=measure) - 1)

    def _replace_undrawn(self, text: str) -> str:
        """`text` with a box for each letter that no font holds; matplotlib warns of each."""
        held = {c for c in set(text) if any(font.get_char_index(ord(c)) for font in self._fonts)}
        undrawn = dict.fromkeys(c for c in text if c not in held and not c.isspace())
        self.undrawn |= undrawn
        return text.translate(dict.fromkeys(map(ord, undrawn), _BOX))


def _join_first(words: Sequence[str], count: int) -> str:
    return " ".join(words[:count])


def lay_out_panels(
    figures: Sequence[SalaryFigure], sources: Mapping[str, Source], ruler: Ruler
) -> list[Panel]:
    """A panel for each axis that the figures need."""
    return [
        Panel(
            title=ruler.wrap(name_axis(members[0]), TITLE, max_lines=2, bold=True),
            currency=members[0].currency,
            rows=tuple(_lay_out_row(figure, sources, figures, ruler) for figure in members),
        )
        for members in group_by_axis(figures)
    ]


def _lay_out_row(
    figure: SalaryFigure,
    sources: Mapping[str, Source],
    shown: Iterable[SalaryFigure],
    ruler: Ruler,
) -> Row:
    label = ruler.wrap(figure.label, STRONG, max_lines=2)
    amount = format_amount(figure)
    needed = ruler.measure(label[-1], STRONG) + STRONG + ruler.measure(amount, STRONG, bold=True)
    origin = " · ".join(word_origin(figure, sources, shown))
    return Row(
        figure=figure,
        label=label,
        amount=amount,
        amount_apart=needed > INNER,
        origin=ruler.wrap(origin[:1].upper() + origin[1:], SMALL, max_lines=2),
    )
