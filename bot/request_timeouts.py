"""How long Discord may leave a request unanswered.

discord.py waits inside its calls until a rate limit is over. Cancelled while it waits for the
global one, it never notices the end, and every later call hangs. So time counts only while a
request is on its way, and only then is a call cancelled.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import aiohttp


@dataclass(frozen=True, slots=True)
class _Limit:
    seconds: float
    timeout: asyncio.Timeout
    task: "asyncio.Task[Any] | None"

    def start(self) -> None:
        self.timeout.reschedule(asyncio.get_running_loop().time() + self.seconds)

    def stop(self) -> None:
        if not self.timeout.expired():
            self.timeout.reschedule(None)


_limit: ContextVar[_Limit | None] = ContextVar("limit", default=None)


@asynccontextmanager
async def answered_within(seconds: float) -> AsyncIterator[None]:
    """Raise TimeoutError when one request made inside is on its way for longer.

    Counts for clients that trace their requests with `trace_requests`.
    """
    async with asyncio.timeout(None) as timeout:
        token = _limit.set(_Limit(seconds, timeout, asyncio.current_task()))
        try:
            yield
        finally:
            _limit.reset(token)


def trace_requests() -> aiohttp.TraceConfig:
    """What lets `answered_within` see when a request starts and when its answer is complete."""
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_start)
    trace.on_request_exception.append(_stop)
    trace.on_response_chunk_received.append(_stop)  # aiohttp's one chunk is the whole body
    return trace


async def _start(*_: Any) -> None:
    if limit := _limit_of_this_task():
        limit.start()


async def _stop(*_: Any) -> None:
    if limit := _limit_of_this_task():
        limit.stop()


def _limit_of_this_task() -> _Limit | None:
    """The limit in force; a task started under one only inherited it."""
    limit = _limit.get()
    return limit if limit is not None and limit.task is asyncio.current_task() else None
