"""The comparison as a message: all aspects, or one chosen in a select."""

from typing import Final

from discord import ui

from bot.engine.entries import Entry
from bot.knowledge.base import Knowledge
from bot.tools.comparison import find_row, list_aspects, render_comparison_pages
from bot.views.actions import ActionButton, ActionSelect, Option
from bot.views.layouts import make_layout, make_page_buttons, make_rows, make_select_row, make_texts
from bot.views.replies import find_entries, open_buttons

COMPARE: Final = "compare"
"""Action: turn to a page of all aspects; argument: the page."""
ASPECT: Final = "aspect"
"""Action: show the aspect chosen in a select."""


def layout_comparison(
    knowledge: Knowledge, aspect: str | None = None, *, page: int = 0, preface: str = ""
) -> ui.LayoutView:
    """All aspects, or one by id; raises UnknownChoiceError when there is no such aspect."""
    pages = render_comparison_pages(knowledge, aspect)
    page = min(max(page, 0), len(pages) - 1)
    options = [
        Option(name, identifier, chosen=identifier == aspect)
        for identifier, name in list_aspects(knowledge)
    ]
    buttons = [
        *make_page_buttons(page, len(pages), COMPARE),
        *([ActionButton.make("All aspects", COMPARE, 0)] if aspect else []),
        *open_buttons(_list_entries(knowledge, aspect)),
    ]
    return make_layout(
        *make_texts(preface, pages[page]),
        make_select_row(ActionSelect.make("See one aspect", options, ASPECT)) if options else None,
        *make_rows(buttons),
    )


def _list_entries(knowledge: Knowledge, aspect: str | None) -> list[Entry]:
    if knowledge.comparison is None:
        return []
    sides = (knowledge.comparison.left.entry, knowledge.comparison.right.entry)
    ids = (find_row(knowledge, aspect).entry,) if aspect else sides
    return find_entries(knowledge, ids)
