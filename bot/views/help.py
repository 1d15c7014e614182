"""The help and the welcome as messages, with questions to try."""

from enum import Enum, auto
from typing import Final

from discord import ui

from bot.engine.engine import Engine
from bot.knowledge.base import Knowledge
from bot.tools.commands import list_data_commands
from bot.tools.offers import available_tools
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import open_buttons, tool_buttons


class Situation(Enum):
    """Where somebody asks for help: what can be done differs."""

    SERVER = auto()
    DIRECT = auto()
    ELSEWHERE = auto()
    """Where the app is there for this user only."""


_HOW: Final = {
    Situation.SERVER: (
        "- Use /ask; with `private` only you see the answer.\n"
        "- Mention me, or reply to one of my answers to go on from it.\n"
        "- Open a message's menu, Apps, and choose “Answer this” or “Answer privately”.\n"
        "- Write me a direct message."
    ),
    Situation.DIRECT: (
        "- Just write, in your own words; I remember what we spoke about for a few minutes.\n"
        "- Use /ask to pick from the questions I know.\n"
        "- Press the buttons below an answer to go on."
    ),
    Situation.ELSEWHERE: (
        "- Use /ask; with `private` only you see the answer.\n"
        "- Open a message's menu, Apps, and choose “Answer this” or “Answer privately”.\n"
        "- I cannot read or write here by myself: mentions do not reach me in this place."
    ),
}
_READS: Final = {
    Situation.SERVER: (
        "I read what mentions me or replies to me; where I am allowed to, also what you go on "
        "asking in a thread right after my answer, and channels that an admin opened to me. "
    ),
    Situation.DIRECT: "I read what you write here. ",
    Situation.ELSEWHERE: "I read what you give me in a command or through a message's menu. ",
}
_KEEPS: Final = (
    "I keep no questions: for a few minutes I remember what you asked, so that you can go on, "
    "then it is gone."
)


def layout_help(engine: Engine, knowledge: Knowledge, situation: Situation) -> ui.LayoutView:
    """What the bot does, how to ask, what it reads and does not keep, and examples to press."""
    commands = ", ".join(f"/{name}" for name in ("ask", "topics", *list_data_commands(knowledge)))
    sources = " and name my sources" if _has_sources(knowledge) else ""
    text = (
        "## What I do\n"
        f"I answer questions from a checked collection{sources}. When I do not know, I say so.\n\n"
        f"**How to ask**\n{_HOW[situation]}\n\n"
        f"**Commands:** {commands}\n\n"
        f"**What I read and keep**\n{_READS[situation]}{_KEEPS}\n\n"
        "**Try one:**"
    )
    examples = open_buttons(engine.examples)
    tools = tool_buttons(available_tools(knowledge)[:2])
    return make_layout(*make_texts(text), *make_rows([*examples, *tools]))


def layout_welcome(engine: Engine, knowledge: Knowledge) -> ui.LayoutView:
    """What somebody reads who writes to the bot for the first time."""
    honesty = "I name my sources, and when" if _has_sources(knowledge) else "When"
    text = (
        "## Welcome\n"
        f"Ask me anything in your own words, here or with /ask. {honesty} I do not know, I say so. "
        "What you write is not stored.\n"
        "Three good questions to begin with:"
    )
    return make_layout(*make_texts(text), *make_rows(open_buttons(engine.examples)))


def _has_sources(knowledge: Knowledge) -> bool:
    """Whether there is an answer that names a source."""
    return any(entry.sources for entry in knowledge.entries)
