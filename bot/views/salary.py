"""Pay as a message: the figures in words, the same as a picture, and where to read on."""

from typing import Final

from discord import MediaGalleryItem, ui

from bot.engine.entries import Entry
from bot.knowledge.base import Knowledge
from bot.tools.chart import describe_salary_chart
from bot.tools.salary import render_salary, select_figures
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import find_entries, open_buttons

CHART_FILENAME: Final = "pay.png"
MOST_FOLLOW_UPS: Final = 4


def layout_salary(
    knowledge: Knowledge,
    region: str | None = None,
    level: str | None = None,
    *,
    with_chart: bool = False,
    preface: str = "",
) -> ui.LayoutView:
    """The figures; `with_chart` shows the attached picture, which says what the text says.

    Raises UnknownChoiceError when the region or the level is not in the knowledge.
    """
    gallery: ui.MediaGallery[ui.LayoutView] | None = None
    if with_chart:
        figures = select_figures(knowledge, region, level)
        description = describe_salary_chart(figures, knowledge.sources_by_id)
        item = MediaGalleryItem(f"attachment://{CHART_FILENAME}", description=description)
        gallery = ui.MediaGallery(item)
    return make_layout(
        *make_texts(preface, render_salary(knowledge, region, level)),
        gallery,
        *make_rows(open_buttons(_list_entries(knowledge, region, level))),
    )


def _list_entries(knowledge: Knowledge, region: str | None, level: str | None) -> list[Entry]:
    figures = select_figures(knowledge, region, level)
    return find_entries(knowledge, [figure.entry for figure in figures])[:MOST_FOLLOW_UPS]
