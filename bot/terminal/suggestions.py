"""How the terminal words the entries that a reply suggests or lets choose."""

from collections.abc import Iterable
from typing import Final

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Answer, Fallback, Reply
from bot.render import CLOSEST

NEXT: Final = "Ask next:"
USUAL: Final = "This is what I am asked most:"
EXAMPLES: Final = 3


def list_suggestions(reply: Reply, engine: Engine) -> tuple[Entry, ...]:
    """What a reply suggests; usual questions where a fallback has nothing near to offer."""
    if reply.suggestions or not isinstance(reply, Fallback) or reply.small_talk:
        return reply.suggestions
    return tuple(engine.complete("", limit=EXAMPLES))


def head_suggestions(reply: Reply) -> str:
    """The line above what a reply suggests."""
    if isinstance(reply, Answer):
        return NEXT
    return CLOSEST if reply.suggestions else USUAL


def number_entries(entries: Iterable[Entry]) -> str:
    """The questions of `entries` as a numbered list."""
    return "\n".join(f"{n}. {entry.question}" for n, entry in enumerate(entries, 1))
