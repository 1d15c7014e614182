"""Trying again what got lost on its way to Discord, for as long as it is of use."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

import aiohttp
import discord

from bot.errors import LostError
from bot.pauses import growing_pauses
from bot.request_timeouts import answered_within

log = logging.getLogger(__name__)

ATTEMPT_SECONDS: Final = 6.0
"""How long a request may stay unanswered before it counts as lost."""
GIVE_UP_SECONDS: Final = 120.0
"""A reply that comes later than this comes too late."""
INTERACTION_SECONDS: Final = 2.9
"""Discord waits three seconds for the first response to an interaction."""
INTERACTION_ATTEMPT_SECONDS: Final = 1.4
INTERACTION_PAUSE: Final = 0.1

LOST: Final = (discord.DiscordServerError, aiohttp.ClientError, OSError, TimeoutError)
"""Errors of a failing network or a failing Discord: nobody knows what arrived."""
ALREADY_ACKNOWLEDGED: Final = 40060
UNKNOWN_INTERACTION: Final = 10062
CLOSED_THREAD: Final = (50083, 160005)
"""In a thread that is archived or locked nothing changes."""

T = TypeVar("T")


async def try_until_delivered(attempt: Callable[[], Awaitable[T]]) -> T:
    """The result of the first attempt that is not lost; raises LostError at the end.

    An attempt that has to wait for the end of a rate limit is no loss, however long that takes.
    """
    deadline = time.monotonic() + GIVE_UP_SECONDS
    for pause in growing_pauses():
        try:
            async with answered_within(ATTEMPT_SECONDS):
                return await attempt()
        except LOST as error:
            if time.monotonic() + pause > deadline:
                raise LostError(_name(error)) from error
            log.warning("a message was lost (%s); again in %.1f s", _name(error), pause)
            await asyncio.sleep(pause)
    raise AssertionError("pauses never end")


async def try_once(attempt: Callable[[], Awaitable[T]]) -> T:
    """The result of an attempt that must not be repeated; raises LostError when it is lost."""
    try:
        async with answered_within(ATTEMPT_SECONDS):
            return await attempt()
    except LOST as error:
        raise LostError(_name(error)) from error


async def try_where_present(attempt: Callable[[], Awaitable[Any]]) -> None:
    """Attempt a change that is harmless to repeat, on a message that may be out of reach."""
    try:
        await try_until_delivered(attempt)
    except discord.HTTPException as error:
        if not is_out_of_reach(error):
            raise
        log.info("a message could not be changed (code %s)", error.code)


async def try_to_acknowledge(attempt: Callable[[], Awaitable[T]]) -> T | None:
    """The first response to an interaction, tried again within the time Discord allows.

    None when an attempt that seemed lost was the one that arrived, when it was too late, or where
    the thread is closed.
    What waits for a rate limit counts as lost, too: no other call waits for the end of that one.
    """
    deadline = time.monotonic() + INTERACTION_SECONDS
    while True:
        try:
            return await asyncio.wait_for(attempt(), INTERACTION_ATTEMPT_SECONDS)
        except discord.HTTPException as error:
            if error.code == ALREADY_ACKNOWLEDGED:
                return None
            if error.code == UNKNOWN_INTERACTION:
                log.warning("an interaction was answered too late")
                return None
            if error.code in CLOSED_THREAD:
                log.info("an interaction was not answered in a closed thread")
                return None
            if not isinstance(error, LOST):
                raise
        except LOST:
            pass
        if time.monotonic() >= deadline:
            log.warning("the response to an interaction was lost")
            return None
        await asyncio.sleep(INTERACTION_PAUSE)


def is_out_of_reach(error: discord.HTTPException) -> bool:
    """Whether something is gone, not allowed, or in a thread that is closed: nothing unexpected."""
    return isinstance(error, (discord.Forbidden, discord.NotFound)) or error.code in CLOSED_THREAD


def _name(error: BaseException) -> str:
    return (
        f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__
    )
