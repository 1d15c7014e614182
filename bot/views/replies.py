"""The engine's replies as messages."""

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.engine.entries import Entry
from bot.engine.replies import Answer, Clarification, Fallback, Reply
from bot.knowledge.base import Knowledge
from bot.render import CLOSEST, render_body, render_sources, render_understanding
from bot.views.actions import ActionButton
from bot.views.layouts import label_entries, make_layout, make_rows, make_texts

OPEN = "open"
"""Action: answer with an entry; argument: its id."""
CHOOSE = "choose"
"""Action: replace a clarification by the chosen answer; arguments: the asker's id, the entry."""
TOPICS = "topics"
"""Action: show the topics."""


def layout_reply(
    reply: Reply, knowledge: Knowledge, *, asker_id: int, preface: str = ""
) -> ui.LayoutView:
    """The message for a reply; `preface` is small print before it (for whom it is)."""
    return make_layout(
        *make_texts(
            "\n".join(part for part in (preface, render_understanding(reply)) if part),
            _word_body(reply),
            render_sources(reply.entries, knowledge.sources_by_id)
            if isinstance(reply, Answer)
            else "",
        ),
        *_make_buttons(reply, asker_id),
    )


def open_buttons(entries: Sequence[Entry]) -> list[ActionButton]:
    """A button for each entry that answers with it."""
    unique = list({entry.id: entry for entry in entries}.values())
    return [
        ActionButton.make(label, OPEN, entry.id)
        for label, entry in zip(label_entries(unique), unique, strict=True)
    ]


def _word_body(reply: Reply) -> str:
    body = render_body(reply)
    if isinstance(reply, Fallback) and reply.suggestions and not reply.small_talk:
        return f"{body}\n\n{CLOSEST}"
    return body


def _make_buttons(reply: Reply, asker_id: int) -> list[ui.Item[Any]]:
    if isinstance(reply, Clarification):
        labels = label_entries(reply.choices)
        return make_rows(
            ActionButton.make(label, CHOOSE, asker_id, entry.id)
            for label, entry in zip(labels, reply.choices, strict=True)
        )
    buttons = open_buttons(reply.suggestions)
    if isinstance(reply, Fallback) and not reply.small_talk:
        buttons.append(ActionButton.make("All topics", TOPICS))
    return make_rows(buttons)
