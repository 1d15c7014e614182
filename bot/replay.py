"""A conversation of one person replayed through the engine, with the last turn timed."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from bot.engine.conversation import Conversation
from bot.engine.engine import Engine
from bot.engine.replies import Mode, Reply


@dataclass(frozen=True, slots=True)
class Replay:
    """The reply to the last turn of a conversation."""

    reply: Reply
    milliseconds: float
    """The time in the engine for the last turn alone."""


def replay(
    engine: Engine, turns: Sequence[str], *, mode: Mode = Mode.DIRECT, explain: bool = False
) -> Replay:
    """The reply to the last of `turns` (one or more), after the turns before it."""
    conversation = Conversation()
    for turn in turns[:-1]:
        _, conversation = engine.reply(turn, conversation=conversation, mode=mode)
    start = perf_counter()
    reply, _ = engine.reply(turns[-1], conversation=conversation, mode=mode, explain=explain)
    return Replay(reply, (perf_counter() - start) * 1000)
