"""Waiting for something to become true, without polling."""

# ruff: noqa: ASYNC109 - a test says what it waited for, which asyncio.timeout cannot

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes everyone who waits whenever anything in the stand-in changes."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Something changed: let all waiters look again."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def wait_for(
        self, look: Callable[[], T | None], *, timeout: float, what: str | Callable[[], str]
    ) -> T:
        """The first thing `look` returns that is neither None nor False.

        Raises AssertionError saying `what` was waited for, when `timeout` seconds pass first.
        """
        deadline = asyncio.get_running_loop().time() + timeout
        while True:
            found = look()
            if found is not None and found is not False:
                return found
            remaining = deadline - asyncio.get_running_loop().time()
            if remaining <= 0 or not await self._changed(remaining):
                found = look()
                if found is not None and found is not False:
                    return found
                said = what if isinstance(what, str) else what()
                raise AssertionError(f"waited {timeout:g} s for {said}")

    async def _changed(self, timeout: float) -> bool:
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            done, _ = await asyncio.wait([waiter], timeout=timeout)
            return bool(done)
        finally:
            self._waiters.discard(waiter)
