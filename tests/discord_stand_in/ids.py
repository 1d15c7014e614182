"""Snowflakes and times, as Discord writes them."""

from __future__ import annotations

import time
from datetime import UTC, datetime

_DISCORD_EPOCH_MS = 1_420_070_400_000


class Snowflakes:
    """A source of ids: unique, growing with time, and readable as a creation time."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        now = (time.time_ns() // 1_000_000 - _DISCORD_EPOCH_MS) << 22
        self._last = max(self._last + 1, now)
        return self._last


def timestamp(seconds: float | None = None) -> str:
    """ISO 8601 with microseconds and offset, the form of every time in Discord's answers."""
    moment = time.time() if seconds is None else seconds
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="microseconds")
