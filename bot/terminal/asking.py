"""One question from the command line, and its answer for a person."""

from collections.abc import Mapping

from bot.engine.engine import Engine
from bot.engine.entries import Source
from bot.engine.replies import Answer, Clarification
from bot.render import render_reply
from bot.streams import repair_argument, write_line
from bot.terminal.display import choose_display
from bot.terminal.suggestions import head_suggestions
from bot.terminal.why import render_why


def answer_question(
    question: str, *, engine: Engine, sources: Mapping[str, Source], why: bool = False
) -> bool:
    """Show the reply and what it suggests, with `why` also the reasons; whether it is an answer."""
    reply, _ = engine.reply(repair_argument(question), explain=why)
    parts = [render_reply(reply, sources)]
    suggested = reply.offers
    if suggested and not isinstance(reply, Clarification):
        bullets = "\n".join(f"- {entry.question}" for entry in suggested)
        parts.append(f"{head_suggestions(reply)}\n{bullets}")
    choose_display()("\n\n".join(parts))
    if why:
        write_line(f"\n{render_why(reply)}")
    return isinstance(reply, Answer)
