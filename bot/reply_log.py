"""What the log tells of each reply: how the person came, what it came to, how long it took."""

import logging
from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

from bot.engine.conversation import Conversation
from bot.engine.replies import Reply

log = logging.getLogger(__name__)

AnyReply = TypeVar("AnyReply", bound=Reply)


def reply_logged(
    ask: Callable[[], tuple[AnyReply, Conversation]], *, way: str
) -> tuple[AnyReply, Conversation]:
    """What `ask` gets from the engine, once the log tells of it; never what was said.

    `way` is how the person reached the bot.
    """
    start = perf_counter()
    reply, conversation = ask()
    if log.isEnabledFor(logging.DEBUG):
        entries = ", ".join(entry.id for entry in reply.entries)
        nearest = ", ".join(f"nearest {match.entry.id}" for match in reply.matches[:1])
        log.debug(
            "%s: %s %s, score %.2f in %.1f ms",
            way,
            reply.outcome,
            entries or nearest,
            reply.score,
            (perf_counter() - start) * 1000,
        )
    return reply, conversation
