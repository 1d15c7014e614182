"""What the menu below an answer shows: copies, reasons, other answers."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import Final

import discord
from discord import ui

from bot.engine.entries import Entry
from bot.engine.replies import Reply
from bot.knowledge.base import Knowledge
from bot.render import KEPT_PRIVATE, MESSAGE_KEPT_PRIVATE, shorten
from bot.views.actions import ActionButton
from bot.views.custom_ids import read_custom_id
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import MORE, Audience, make_menu, open_buttons
from bot.views.topics import make_topic_menu

NONE_OF_THESE: Final = "none-of-these"
"""Action: none of the next-best answers is meant."""
PREFACE: Final = re.compile(
    r"-# (?:For|Shared by) <@\d+>|-# About \[this message\]\(\S+\)"
    rf"|{re.escape(KEPT_PRIVATE)}|{re.escape(MESSAGE_KEPT_PRIVATE)}"
)
"""A line above an answer that belongs to one message and not to its copy."""


def copy_layout(
    message: discord.Message, *, asker_id: int, audience: Audience, preface: str = ""
) -> ui.LayoutView:
    """A copy of an answer for another audience: the same words and buttons."""
    first, *others = _list_texts(message) or [""]
    texts = [preface, _drop_prefaces(first), *others]
    buttons = [
        ActionButton(ui.Button(label=b.label, style=b.style, custom_id=b.custom_id))
        for b in _list_buttons(message)
        if b.custom_id
    ]
    entry_id = next(
        (read_custom_id(c)[1][-1] for c in _list_select_ids(message) if f":{MORE}:" in c), ""
    )
    return make_layout(
        *make_texts(*texts),
        *make_rows(buttons),
        make_menu(audience, asker_id, entry_id) if entry_id else None,
    )


def layout_why(entry: Entry, reply: Reply | None, *, threshold: float) -> ui.LayoutView:
    """Why an answer was given; without the question only what the answer is."""
    head = f"## Why this answer?\nIt is my answer to “{entry.question}”."
    if reply is None or not reply.matches:
        return make_layout(
            *make_texts(f"{head}\nI no longer remember the question that led to it.")
        )
    best = reply.matches[0]
    reasons = reply.explanation.matches[:1] if reply.explanation else ()
    words = [word for reason in reasons for word in reason.words]
    counted = ", ".join(word for word, _ in words[:6])
    lines = [
        head,
        f"- The nearest phrasing I know is “{shorten(best.utterance, 150)}”.",
        f"- The words that counted: {counted}." if counted else "",
        f"- I was {reply.score:.0%} sure; I answer from {threshold:.0%} on.",
        "- What you said before completed the question."
        if reply.understanding.used_context
        else "",
        *(f"- I read “{typed}” as “{read}”." for typed, read in reply.understanding.repairs[:3]),
    ]
    following = [match for match in reply.matches[1:4] if match.entry.id != entry.id]
    if following:
        lines.append("- Next came: " + "; ".join(match.entry.question for match in following) + ".")
    return make_layout(*make_texts("\n".join(line for line in lines if line)))


def layout_others(entries: Sequence[Entry]) -> ui.LayoutView:
    """The next-best answers, and a way on when none of them is meant."""
    text = "Sorry about that. Did you mean one of these?" if entries else "Sorry about that."
    none = ActionButton.make("None of these", NONE_OF_THESE)
    return make_layout(*make_texts(text), *make_rows([*open_buttons(entries), none]))


def layout_none_of_these(knowledge: Knowledge) -> ui.LayoutView:
    """Where to look when nothing fits: other words, or the topics."""
    text = "Then I may not have an answer. Ask in other words, or look through the topics:"
    return make_layout(*make_texts(text), *make_topic_menu(knowledge))


def _drop_prefaces(text: str) -> str:
    return "\n".join(dropwhile(PREFACE.fullmatch, text.split("\n")))


def _list_texts(message: discord.Message) -> list[str]:
    return [c.content for c in message.components if isinstance(c, discord.TextDisplay)]


def _list_buttons(message: discord.Message) -> Iterator[discord.Button]:
    for row in message.components:
        if isinstance(row, discord.ActionRow):
            yield from (child for child in row.children if isinstance(child, discord.Button))


def _list_select_ids(message: discord.Message) -> Iterator[str]:
    for row in message.components:
        if isinstance(row, discord.ActionRow):
            for child in row.children:
                if isinstance(child, discord.SelectMenu) and child.custom_id:
                    yield child.custom_id
