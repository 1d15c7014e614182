"""What the log tells of each reply: how the person came, what it came to, how long it took."""

import logging
from time import perf_counter
from typing import TypeVar

from bot.engine.replies import Reply

log = logging.getLogger(__name__)

AnyReply = TypeVar("AnyReply", bound=Reply)


def log_reply(reply: AnyReply, *, way: str, start: float) -> AnyReply:
    """`reply`, once the log tells of it; never what was said.

    `way` is how the person reached the bot, `start` when the engine began (`perf_counter`).
    """
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
    return reply
