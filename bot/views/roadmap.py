"""The roadmap as a message: where somebody starts, the steps from there, and a file to keep."""

from typing import Final

from discord import ui

from bot.knowledge.base import Knowledge
from bot.render import SELECT_OPTION_LIMIT
from bot.tools.roadmap import list_starts, render_roadmap_pages, select_steps
from bot.views.actions import ActionButton, ActionSelect, Option
from bot.views.layouts import make_layout, make_page_buttons, make_rows, make_select_row, make_texts
from bot.views.topics import OPEN_CHOSEN

ROADMAP: Final = "roadmap"
"""Action: turn to a start and a page; arguments: both, or none when a select chose the start."""
ROADMAP_EXPORT: Final = "roadmap-export"
"""Action: send the steps as a file; argument: the start."""
EXPORT_FILENAME: Final = "roadmap.md"


def layout_roadmap(
    knowledge: Knowledge, start: str | None = None, *, page: int = 0
) -> ui.LayoutView:
    """The steps from a start, or the question where somebody stands.

    Raises UnknownChoiceError when there is no such start.
    """
    starts = make_select_row(
        ActionSelect.make(
            "Where are you now?",
            [
                Option(one.name, one.id, one.description, chosen=one.id == start)
                for one in list_starts(knowledge)
            ],
            ROADMAP,
        )
    )
    if start is None:
        text = "## Roadmap\nWhere are you now? The steps are put in order from there."
        return make_layout(
            *make_texts(text, "-# Only you see this, and nothing is stored."), starts
        )
    pages = render_roadmap_pages(knowledge, start)
    page = min(max(page, 0), len(pages) - 1)
    buttons = [
        *make_page_buttons(page, len(pages), ROADMAP, start),
        ActionButton.make("Export as text", ROADMAP_EXPORT, start),
    ]
    return make_layout(
        *make_texts(pages[page]), starts, _make_open_row(knowledge, start), *make_rows(buttons)
    )


def layout_export() -> ui.LayoutView:
    """The message that carries the exported file."""
    return make_layout(
        *make_texts("Your roadmap as a checklist:"), ui.File(f"attachment://{EXPORT_FILENAME}")
    )


def _make_open_row(knowledge: Knowledge, start: str) -> ui.Item[ui.LayoutView] | None:
    ahead, _ = select_steps(knowledge, start)
    options: dict[str, Option] = {}
    for step in ahead:
        if step.entry:
            options.setdefault(step.entry, Option(step.title, step.entry))
    chosen = list(options.values())[:SELECT_OPTION_LIMIT]
    if not chosen:
        return None
    return make_select_row(ActionSelect.make("Read more about a step", chosen, OPEN_CHOSEN))
