"""The engine's replies as messages: the words, what to ask next, tools that fit, and the menu."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Any, Final

import discord
from discord import ui

from bot.engine.entries import Entry
from bot.engine.replies import Answer, Clarification, Fallback, Reply
from bot.knowledge.base import Knowledge
from bot.render import (
    CLOSEST,
    EXAMPLES_AND_TOPICS,
    MENU_PLACEHOLDER,
    TOOL_FITS,
    render_body,
    render_sources,
    render_understanding,
)
from bot.tools.offers import Tool, find_named_tools, find_tools
from bot.views.actions import ActionButton, ActionSelect, Option
from bot.views.layouts import label_entries, make_layout, make_rows, make_select_row, make_texts

OPEN: Final = "open"
"""Action: answer with an entry; argument: its id."""
CHOOSE: Final = "choose"
"""Action: replace a clarification by the chosen answer; arguments: the asker's id, the entry."""
TOPICS: Final = "topics"
"""Action: show the topics."""
MORE: Final = "more"
"""Action: the menu below an answer; arguments: the asker's id, the entry."""
COPY, WHY, OTHER, REMOVE = "copy", "why", "other", "remove"
"""The choices of that menu."""


class Audience(Enum):
    """Who sees a message."""

    CHANNEL = auto()
    """Everybody in a channel."""
    DIRECT = auto()
    """One person, in a direct message."""
    PRIVATE = auto()
    """One person, in a channel: an ephemeral message."""
    ALONE = auto()
    """The same where Discord would show others nothing of this bot."""


def layout_reply(
    reply: Reply,
    knowledge: Knowledge,
    *,
    asker_id: int,
    audience: Audience,
    query: str = "",
    preface: str = "",
    postscript: str = "",
) -> ui.LayoutView:
    """The message for a reply.

    `query` is what was asked, for the tools that go with it; `preface` and `postscript` are small
    print (for whom it is, in which language).
    """
    named = find_named_tools(query, knowledge)
    examples = reply.examples if isinstance(reply, Fallback) and not named else ()
    sources = (
        render_sources(reply.entries, knowledge.sources_by_id) if isinstance(reply, Answer) else ""
    )
    before = "\n".join(part for part in (preface, render_understanding(reply)) if part)
    after = "\n".join(part for part in (sources, postscript) if part)
    return make_layout(
        *make_texts(before, _word_body(reply, named, examples), after),
        *_make_buttons(reply, knowledge, asker_id, query, examples),
        make_menu(audience, asker_id, reply.answers[0].id) if isinstance(reply, Answer) else None,
    )


def find_entries(knowledge: Knowledge, ids: Iterable[str | None]) -> list[Entry]:
    """The entries of those ids, each once, without those that are not there."""
    known = knowledge.entries_by_id
    return [known[i] for i in dict.fromkeys(ids) if i is not None and i in known]


def open_buttons(entries: Sequence[Entry]) -> list[ActionButton]:
    """A button for each entry that answers with it."""
    unique = list({entry.id: entry for entry in entries}.values())
    return [
        ActionButton.make(label, OPEN, entry.id)
        for label, entry in zip(label_entries(unique), unique, strict=True)
    ]


def tool_buttons(tools: Iterable[Tool]) -> list[ActionButton]:
    """A button for each tool, set apart from the questions by its style."""
    return [
        ActionButton.make(tool.label, f"tool-{tool.id}", style=discord.ButtonStyle.primary)
        for tool in tools
    ]


def make_menu(audience: Audience, asker_id: int, entry_id: str) -> ui.Item[Any]:
    """The menu below an answer or a copy of one, for those who see that message."""
    options = [
        Option("Why this answer?", WHY, "What I matched, and how sure I was"),
        Option("Not what I asked", OTHER, "See the next-best answers"),
    ]
    if audience is Audience.CHANNEL:
        options.insert(0, Option("Make it a private copy", COPY, "Only you see the copy"))
    if audience is Audience.PRIVATE:
        options.insert(0, Option("Make it a public copy", COPY, "Everybody here sees the copy"))
    if audience in (Audience.CHANNEL, Audience.DIRECT):
        options.append(Option("Remove", REMOVE, "For whoever asked, and for moderators"))
    return make_select_row(ActionSelect.make(MENU_PLACEHOLDER, options, MORE, asker_id, entry_id))


def _word_body(reply: Reply, named_tools: Sequence[Tool], examples: Sequence[Entry]) -> str:
    body = render_body(reply)
    if not isinstance(reply, Fallback) or reply.small_talk:
        return body
    if named_tools and not reply.missing:
        return TOOL_FITS
    if examples:
        return f"{body}\n\n{EXAMPLES_AND_TOPICS}"
    return f"{body}\n\n{CLOSEST}" if reply.suggestions else body


def _make_buttons(
    reply: Reply, knowledge: Knowledge, asker_id: int, query: str, examples: Sequence[Entry]
) -> list[ui.Item[Any]]:
    if isinstance(reply, Clarification):
        labels = label_entries(reply.choices)
        choices = [
            ActionButton.make(label, CHOOSE, asker_id, entry.id)
            for label, entry in zip(labels, reply.choices, strict=True)
        ]
        return make_rows([*choices, *tool_buttons(find_named_tools(query, knowledge))])
    tools = find_tools(query, [entry.id for entry in reply.entries], knowledge)
    buttons = [*open_buttons(reply.suggestions), *tool_buttons(tools)]
    if isinstance(reply, Fallback):
        buttons += open_buttons(examples)
        buttons.append(ActionButton.make("All topics", TOPICS))
    return make_rows(buttons)
