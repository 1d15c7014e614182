"""How the terminal words the entries that a reply suggests or lets choose."""

from collections.abc import Iterable
from typing import Final

from bot.engine.entries import Entry
from bot.engine.replies import Answer, Reply
from bot.render import CLOSEST, EXAMPLES

NEXT: Final = "Ask next:"


def head_suggestions(reply: Reply) -> str:
    """The line above what a reply suggests."""
    if isinstance(reply, Answer):
        return NEXT
    return CLOSEST if reply.suggestions else EXAMPLES


def number_entries(entries: Iterable[Entry]) -> str:
    """The questions of `entries` as a numbered list."""
    return "\n".join(f"{n}. {entry.question}" for n, entry in enumerate(entries, 1))
