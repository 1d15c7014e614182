"""Pay figures as a picture, and the same in words for those who cannot see it.

Drawing takes tens of milliseconds and may be done in any thread, but in one at a time: the fonts
that matplotlib has loaded are shared.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from bot.engine.entries import Source
from bot.knowledge.schema import SalaryFigure
from bot.render import ATTACHMENT_DESCRIPTION_LIMIT, shorten
from bot.tools.chart_layout import (
    BAR,
    BAR_GAP,
    FALLBACK_FONTS,
    INNER,
    LINE,
    MARGIN,
    SMALL,
    STRONG,
    TITLE,
    WIDTH,
    Panel,
    Row,
    Ruler,
    lay_out_panels,
)
from bot.tools.chart_words import format_tick, group_by_axis, name_axis, word_keys, word_origin
from bot.tools.salary import format_amount

if TYPE_CHECKING:  # matplotlib takes half a second to import, so only drawing imports it
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CHART_FIGURE_LIMIT: Final = 16
"""More bars make a picture that nobody can take in; the text beside it holds them all."""

_DPI: Final = 72
"""At 72 dots per inch one point, matplotlib's unit of text sizes, is one pixel."""

# A dark ground of its own with light text stands out from Discord's dark and light themes alike.
_GROUND: Final = "#1d2330"
_TEXT: Final = "#f4f6fb"
_SOFT_TEXT: Final = "#b9c3d6"
_TRACK: Final = "#2a3346"
_FILL: Final = "#6cb2ff"
_OPEN_FILL: Final = "#35517a"

UNDRAWN_SHOWN: Final = 20
"""Letters named that no font holds; a few tell which script it is."""

_log = logging.getLogger(__name__)


def draw_salary_chart(figures: Sequence[SalaryFigure], sources: Mapping[str, Source]) -> bytes:
    """A PNG, 1080 pixels wide, with a bar for each figure, labelled with its amount and source.

    Each currency and each span of time has an axis of its own, which starts at nought.
    `sources` are by id. Beyond CHART_FIGURE_LIMIT figures the picture says how many it leaves out.
    Raises ValueError when there are no figures.
    """
    if not figures:
        raise ValueError("a chart needs at least one figure")
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    picture = Figure(dpi=_DPI, facecolor=_GROUND)
    ruler = Ruler(FigureCanvasAgg(picture))
    shown = figures[:CHART_FIGURE_LIMIT]
    panels = lay_out_panels(shown, sources, ruler)
    keys = ruler.wrap(word_keys(shown, left_out=len(figures) - len(shown)), SMALL, max_lines=4)
    body = sum(panel.height for panel in panels)
    height = round(MARGIN + body + (len(keys) * SMALL * LINE + BAR_GAP if keys else 0) + MARGIN / 2)
    picture.set_size_inches(WIDTH / _DPI, height / _DPI)
    top = float(MARGIN)
    for panel in panels:
        _draw_panel(_add_axes(picture, top + panel.head, panel.body), panel, ruler)
        top += panel.height
    if keys:
        writer = _Writer(_add_axes(picture, top, height - top), ruler)
        for i, line in enumerate(keys):
            writer.write(line, BAR_GAP + i * SMALL * LINE, size=SMALL, color=_SOFT_TEXT)
    if ruler.undrawn:
        _log.warning(
            "no font holds the letters %s, so the chart shows boxes; it uses, where installed, %s",
            " ".join(list(ruler.undrawn)[:UNDRAWN_SHOWN]),
            ", ".join(FALLBACK_FONTS),
        )
    buffer = BytesIO()
    picture.savefig(buffer, format="png", dpi=_DPI, facecolor=_GROUND, metadata={"Software": None})
    return buffer.getvalue()


def describe_salary_chart(figures: Sequence[SalaryFigure], sources: Mapping[str, Source]) -> str:
    """What the chart shows, in words, short enough for the alt text of an attachment."""
    shown = figures[:CHART_FIGURE_LIMIT]
    parts: list[str] = []
    for members in group_by_axis(shown):
        for i, figure in enumerate(members):
            head = f"{name_axis(figure)}. " if i == 0 else ""
            origin = "; ".join(word_origin(figure, sources, shown))
            parts.append(f"{head}{figure.label}: {format_amount(figure)} ({origin}).")
    for count in range(len(parts), 0, -1):
        left = len(figures) - count
        rest = [f"… and {left} more."] if left else []
        text = " ".join(["Bar chart.", *parts[:count], *rest])
        if len(text) <= ATTACHMENT_DESCRIPTION_LIMIT:
            return text
    return shorten(" ".join(["Bar chart.", *parts[:1]]), ATTACHMENT_DESCRIPTION_LIMIT)


def _add_axes(picture: Figure, top: float, height: float) -> Axes:
    """Bare axes as wide as the bars, whose y counts pixels below `top`."""
    whole = picture.get_figheight() * _DPI
    area = (MARGIN / WIDTH, 1 - (top + height) / whole, INNER / WIDTH, height / whole)
    axes = picture.add_axes(area, facecolor=_GROUND)
    axes.set_ylim(height, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    return axes


def _draw_panel(axes: Axes, panel: Panel, ruler: Ruler) -> None:
    far = _reach(panel)
    axes.set_xlim(0, far)
    ticks = _draw_scale(axes, panel.currency, far, ruler)
    writer = _Writer(axes, ruler)
    for i, line in enumerate(panel.title):
        writer.write(line, i * TITLE * LINE - panel.head, size=TITLE, bold=True)
    top = 0.0
    for row in panel.rows:
        writer.write_row(row, top)
        _draw_track(axes, top + row.bar_top, far, ticks)
        _draw_bar(axes, row.figure, top + row.bar_top, pixel=far / INNER)
        top += row.height


def _reach(panel: Panel) -> float:
    """How far the axis goes: past the largest amount, and past the arrows of open ends."""
    far = max(_bounds(row.figure)[1] for row in panel.rows)
    has_arrow = any(row.figure.kind == "at-least" for row in panel.rows)
    return far * (1.14 if has_arrow else 1.02)


def _bounds(figure: SalaryFigure) -> tuple[float, float]:
    """Where the bar of a figure begins and ends."""
    if figure.amount is not None:
        return 0.0, float(figure.amount)
    return float(figure.amount_min or 0), float(figure.amount_max or 0)


def _draw_scale(axes: Axes, currency: str, far: float, ruler: Ruler) -> list[float]:
    """Write round amounts below the bars; returns them."""
    from matplotlib.ticker import MaxNLocator

    values = MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10]).tick_values(0, far)
    ticks = [float(value) for value in values if 0 <= value <= far]
    labels = [format_tick(tick, currency) for tick in ticks]
    font = ruler.font(SMALL)
    drawn = axes.set_xticks(ticks, labels, color=_SOFT_TEXT, fontproperties=font, parse_math=False)
    axes.tick_params(axis="x", length=0, pad=BAR_GAP)
    drawn[0].label1.set_horizontalalignment("left")
    half = ruler.measure(labels[-1], SMALL) / 2
    if (far - ticks[-1]) / far * INNER < half:  # it would stand out beyond the bars
        drawn[-1].label1.set_horizontalalignment("right")
    return ticks


def _draw_track(axes: Axes, top: float, far: float, ticks: Iterable[float]) -> None:
    """The empty bar, and cuts at the round amounts; lines from top to bottom would cross texts."""
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((0, top), far, BAR, facecolor=_TRACK, zorder=1))
    cuts = [tick for tick in ticks if tick > 0]
    axes.vlines(cuts, top - 1, top + BAR + 1, color=_GROUND, linewidth=4, zorder=5)


def _draw_bar(axes: Axes, figure: SalaryFigure, top: float, *, pixel: float) -> None:
    """A full bar for a figure, an outlined one up to it, an arrow onward from it, or a span.

    `pixel` is the width of a pixel in money.
    """
    from matplotlib.patches import Polygon, Rectangle

    low, high = _bounds(figure)
    if figure.kind == "up-to":
        size = max(high - low - 10 * pixel, 0), BAR - 4
        bar = Rectangle((low + 2 * pixel, top + 2), *size, facecolor=_OPEN_FILL, zorder=3)
        bar.set(edgecolor=_FILL, linewidth=4, linestyle=(0, (3, 2)))
        axes.add_patch(bar)
        end = (high - 8 * pixel, top)
        axes.add_patch(Rectangle(end, 8 * pixel, BAR, facecolor=_TEXT, zorder=6))
        return
    axes.add_patch(Rectangle((low, top), high - low, BAR, facecolor=_FILL, zorder=3))
    if figure.kind == "at-least":
        middle, start, neck, tip = top + BAR / 2, *(high + n * pixel for n in (8, 44, 84))
        shaft = Rectangle((start, middle - 5), neck - start, 10, facecolor=_TEXT, zorder=6)
        axes.add_patch(shaft)
        head = [(neck, middle - 18), (tip, middle), (neck, middle + 18)]
        axes.add_patch(Polygon(head, facecolor=_TEXT, zorder=6))


class _Writer:
    """Writes lines of text into axes whose y counts pixels."""

    def __init__(self, axes: Axes, ruler: Ruler) -> None:
        self.axes = axes
        self.ruler = ruler
        self.place = axes.get_yaxis_transform()
        """x from 0 at the left to 1 at the right, y as the axes count it."""

    def write_row(self, row: Row, top: float) -> None:
        for i, line in enumerate(row.label):
            self.write(line, top + i * STRONG * LINE, size=STRONG)
        x, side = (0.0, "left") if row.amount_apart else (1.0, "right")
        amount_top = top + (row.strong_lines - 1) * STRONG * LINE
        self.write(row.amount, amount_top, size=STRONG, bold=True, x=x, side=side)
        origin_top = top + row.bar_top + BAR + BAR_GAP
        for i, line in enumerate(row.origin):
            self.write(line, origin_top + i * SMALL * LINE, size=SMALL, color=_SOFT_TEXT)

    def write(
        self,
        text: str,
        top: float,
        *,
        size: float,
        bold: bool = False,
        color: str = _TEXT,
        x: float = 0.0,
        side: str = "left",
    ) -> None:
        """One line; those of a size stand evenly, whichever letters they hold."""
        font = self.ruler.font(size, bold=bold)
        written = self.axes.text(
            x, top + size, text, transform=self.place, color=color, fontproperties=font
        )
        written.set(ha=side, va="baseline", parse_math=False)  # a dollar sign starts no formula
