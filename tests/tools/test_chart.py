"""The salary chart, looked at pixel by pixel, and its description."""

import struct
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imread
from small_knowledge import small_knowledge

from bot.engine.entries import Source
from bot.knowledge.loader import load_knowledge
from bot.knowledge.schema import SalaryFigure
from bot.knowledge.shipped import find_shipped_knowledge
from bot.render import ATTACHMENT_DESCRIPTION_LIMIT
from bot.tools.chart import CHART_FIGURE_LIMIT, describe_salary_chart, draw_salary_chart
from bot.tools.chart_layout import INNER, Ruler

SOURCES = {
    "guide": Source(id="guide", title="The Guide"),
    "article": Source(id="article", title="The Article", author="Fern", date="2024-05-06"),
}
FILL = (0x6C, 0xB2, 0xFF)
MARK = (0xF4, 0xF6, 0xFB)
FIRST_BAR = slice(180, 205)
"""Lines of pixels that only the first bar crosses, where the title takes one line."""


def figure(**values: object) -> SalaryFigure:
    plain = {"id": "baker", "currency": "EUR", "per": "month", "kind": "average"}
    plain |= {"source": "guide", "label": "Bakers"}
    if "amount_min" not in values:
        plain["amount"] = 3000  # type: ignore[assignment] # any value of the model
    return SalaryFigure.model_validate(plain | values)


def measure(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def find_pixels(png: bytes, colour: tuple[int, int, int], lines: slice) -> np.ndarray:
    """The columns that hold the colour in any of those lines of pixels."""
    pixels = np.round(imread(BytesIO(png))[lines, :, :3] * 255).astype(int)
    return np.flatnonzero((pixels == colour).all(axis=2).any(axis=0))


def list_bar_ends(png: bytes) -> list[int]:
    """The last filled column of each bar, from top to bottom."""
    pixels = np.round(imread(BytesIO(png))[:, :, :3] * 255).astype(int)
    filled = (pixels == FILL).all(axis=2)
    inside = filled.sum(axis=1) > 20  # letters hold none of this colour
    starts = np.flatnonzero(inside & ~np.roll(inside, 1))
    return [int(np.flatnonzero(filled[start + 5]).max()) for start in starts]


def test_bars_are_as_long_as_their_amounts() -> None:
    png = draw_salary_chart([figure(amount=n) for n in (4000, 1300, 2700)], SOURCES)
    left = 48
    first, second, third = (end + 1 - left for end in list_bar_ends(png))

    assert second / first == pytest.approx(1300 / 4000, abs=0.005)
    assert third / first == pytest.approx(2700 / 4000, abs=0.005)


def test_amounts_in_two_currencies_are_not_drawn_against_each_other() -> None:
    png = draw_salary_chart([figure(amount=10), figure(amount=1_000_000, currency="INR")], SOURCES)
    small, large = list_bar_ends(png)

    assert small == pytest.approx(large, abs=3)  # each fills its own axis


def test_months_and_years_are_not_drawn_against_each_other() -> None:
    png = draw_salary_chart([figure(amount=10), figure(amount=120, per="year")], SOURCES)
    month, year = list_bar_ends(png)

    assert month == pytest.approx(year, abs=3)  # a cut may lie at the end of a bar


def test_an_upper_end_is_not_drawn_as_a_full_bar() -> None:
    plain = draw_salary_chart([figure()], SOURCES)
    upper = draw_salary_chart([figure(kind="up-to")], SOURCES)

    assert len(find_pixels(plain, FILL, FIRST_BAR)) > 900
    assert len(find_pixels(upper, FILL, slice(188, 194))) < 20
    assert len(find_pixels(upper, MARK, FIRST_BAR)) in range(4, 12)


def test_a_lower_end_carries_an_arrow_onward() -> None:
    png = draw_salary_chart([figure(kind="at-least")], SOURCES)
    arrow = find_pixels(png, MARK, FIRST_BAR)

    assert arrow.min() > list_bar_ends(png)[0]
    assert np.ptp(arrow) > 60


def test_a_range_starts_where_it_starts() -> None:
    png = draw_salary_chart([figure(amount_min=1500, amount_max=3000, kind="range")], SOURCES)
    bar = find_pixels(png, FILL, slice(0, measure(png)[1]))

    assert (bar.min() - 48) / (bar.max() - 48) == pytest.approx(0.5, abs=0.01)


def test_the_picture_has_a_phones_width_and_an_opaque_ground() -> None:
    png = draw_salary_chart([figure()], SOURCES)
    pixels = imread(BytesIO(png))

    assert measure(png)[0] == 1080
    assert pixels.shape[2] == 3 or (pixels[:, :, 3] == 1).all()


def test_long_and_odd_labels_stay_inside_the_picture() -> None:
    label = "$1 to $2 ^{a}_b " + "W" * 24
    odd = figure(label=label, attributed_to="An agency " * 30, currency="INR", amount=7_000_000)
    png = draw_salary_chart([odd], SOURCES)

    assert measure(png)[0] == 1080
    assert find_pixels(png, (0xB9, 0xC3, 0xD6), slice(0, None)).max() < 1080 - 40
    assert find_pixels(png, MARK, slice(0, None)).max() < 1080 - 40


def test_more_figures_than_fit_are_counted_not_drawn() -> None:
    fitting = [figure(amount=1000 + n) for n in range(CHART_FIGURE_LIMIT)]
    png = draw_salary_chart([*fitting, figure(), figure()], SOURCES)

    assert len(list_bar_ends(png)) == CHART_FIGURE_LIMIT
    assert measure(png)[1] > measure(draw_salary_chart(fitting, SOURCES))[1]


def test_letters_that_no_font_holds_are_said_once(
    caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    png = draw_salary_chart([figure(label="Bakers 𒀀𒀁"), figure(label="Millers 𒀀")], SOURCES)
    (said,) = caplog.messages

    assert measure(png)[0] == 1080
    assert said.startswith("no font holds the letters 𒀀 𒀁, so the chart shows boxes")
    assert not recwarn.list


def test_lines_are_as_full_as_they_can_be() -> None:
    ruler = Ruler(FigureCanvasAgg(Figure()))
    words = [f"{n}{'w' * (n % 7)}" for n in range(200)]
    first, second, third = ruler.wrap(" ".join(words), 36, max_lines=3)
    taken = len(first.split()), len(second.split())

    assert [*first.split(), *second.split()] == words[: sum(taken)]
    for line, word in ((first, words[taken[0]]), (second, words[sum(taken)])):
        assert ruler.measure(line, 36) <= INNER < ruler.measure(f"{line} {word}", 36)
    assert third.endswith("…")
    assert INNER - 200 < ruler.measure(third, 36) <= INNER


def test_threads_draw_the_same_picture() -> None:
    figures = [figure(), figure(kind="up-to", currency="USD")]
    with ThreadPoolExecutor(4) as pool:
        pictures = set(pool.map(lambda _: draw_salary_chart(figures, SOURCES), range(8)))

    assert len(pictures) == 1


def test_no_figures_make_no_chart() -> None:
    with pytest.raises(ValueError, match="at least one figure"):
        draw_salary_chart([], SOURCES)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "Pay per month, Euro (EUR). Bakers: €3,000 (average; “The Guide”)."),
        ({"kind": "up-to"}, "Bakers: up to €3,000 (“The Guide”)."),
        ({"kind": "at-least"}, "Bakers: €3,000 or more (“The Guide”)."),
        ({"source": "article"}, "(average; Fern, 2024-05-06)"),
        ({"attributed_to": "a guild"}, "(average; a guild, in “The Guide”)"),
        ({"label": "Average baker"}, "Average baker: €3,000 (“The Guide”)."),
        ({"currency": "XQQ", "per": "hour"}, "Pay per hour, XQQ. Bakers: XQQ 3,000"),
        ({"amount_min": 1, "amount_max": 2, "kind": "range"}, "Bakers: €1 to €2 (“The Guide”)."),
    ],
)
def test_the_description_says_what_the_picture_shows(values: dict[str, object], text: str) -> None:
    assert text in describe_salary_chart([figure(**values)], SOURCES)


def test_a_missing_place_is_said_where_others_name_theirs() -> None:
    knowledge = small_knowledge()
    text = describe_salary_chart(knowledge.salaries, knowledge.sources_by_id)

    assert "Entry level: up to $98,000 (place not given; Indeed, in Fern, 2024-05-06)" in text
    assert text.count("place not given") == 1


def test_a_long_description_is_shortened_and_counts_the_rest() -> None:
    figures: Sequence[SalaryFigure] = [figure(label=f"Bakers, oven {n}") for n in range(40)]
    text = describe_salary_chart(figures, SOURCES)
    named = text.count("oven")

    assert len(text) <= ATTACHMENT_DESCRIPTION_LIMIT
    assert named > 8
    assert text.endswith(f"… and {40 - named} more.")


def test_the_shipped_figures_are_all_drawn_and_described() -> None:
    knowledge = load_knowledge(find_shipped_knowledge())
    text = describe_salary_chart(knowledge.salaries, knowledge.sources_by_id)
    png = draw_salary_chart(knowledge.salaries, knowledge.sources_by_id)

    assert measure(png)[0] == 1080
    assert len(text) <= ATTACHMENT_DESCRIPTION_LIMIT
    assert all(figure.label in text for figure in knowledge.salaries)
