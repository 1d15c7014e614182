"""The building blocks of messages: text, rows of buttons that fit, small print."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from discord import ui

from bot.engine.entries import Entry
from bot.render import (
    BUTTON_TEXT_LIMIT,
    BUTTONS_PER_ROW,
    MESSAGE_TEXT_BYTES,
    MESSAGE_TEXT_LIMIT,
    shorten,
    shorten_start,
)
from bot.views.actions import ActionButton, ActionSelect

ROW_TEXT: Final = 80
"""Characters of labels in one row of buttons, so that rows do not wrap on a desktop."""


def make_layout(*items: ui.Item[Any] | None) -> ui.LayoutView:
    """A message of these items, in order; None stands for nothing."""
    layout = ui.LayoutView(timeout=None)
    for item in items:
        if item is not None:
            layout.add_item(item)
    return layout


def make_texts(*texts: str) -> list[ui.Item[Any]]:
    """One text display for each text that is not empty, within Discord's limit together."""
    characters, size = MESSAGE_TEXT_LIMIT, MESSAGE_TEXT_BYTES
    displays: list[ui.Item[Any]] = []
    for text in texts:
        if text and characters > 0 and size > 0:
            shown = _fit(text, characters, size)
            characters -= len(shown)
            size -= len(shown.encode())
            displays.append(ui.TextDisplay(shown))
    return displays


def _fit(text: str, characters: int, size: int) -> str:
    """`text` cut to so many characters and to so many bytes in UTF-8."""
    text = shorten(text, characters)
    while len(text.encode()) > size and len(text) > 1:
        text = shorten(text, max(1, len(text) * size // len(text.encode()) - 2))
    return text


def make_rows(buttons: Iterable[ActionButton]) -> list[ui.Item[Any]]:
    """Action rows that hold the buttons in order, each row short enough to be read at once."""
    rows: list[list[ActionButton]] = []
    width = 0
    for button in buttons:
        label = len(button.item.label or "")
        if not rows or len(rows[-1]) == BUTTONS_PER_ROW or width + label > ROW_TEXT:
            rows.append([])
            width = 0
        rows[-1].append(button)
        width += label
    return [ui.ActionRow(*row) for row in rows]


def make_select_row(select: ActionSelect) -> ui.Item[Any]:
    """A select in a row of its own, which Discord demands."""
    return ui.ActionRow(select)


def make_page_buttons(page: int, pages: int, action: str, *arguments: str) -> list[ActionButton]:
    """Buttons to the pages before and after `page` (from 0), where there are such."""
    buttons = []
    if page > 0:
        buttons.append(ActionButton.make("Previous page", action, *arguments, page - 1))
    if page < pages - 1:
        buttons.append(ActionButton.make("Next page", action, *arguments, page + 1))
    return buttons


def label_entries(entries: Sequence[Entry]) -> list[str]:
    """A button label for each entry, no two alike.

    Questions that begin alike are told apart by their ends; the whole question is the last resort.
    """
    labels = [_shorten_label(entry.question) for entry in entries]
    for other in (lambda question: shorten_start(question, BUTTON_TEXT_LIMIT), str):
        labels = [
            label if labels.count(label) == 1 else other(entry.question)
            for label, entry in zip(labels, entries, strict=True)
        ]
    return labels


def _shorten_label(question: str) -> str:
    """A question without its question mark still reads well; a cut one less so."""
    if len(question) > BUTTON_TEXT_LIMIT:
        question = question.removesuffix("?")
    return shorten(question, BUTTON_TEXT_LIMIT)
