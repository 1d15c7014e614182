"""Failures on demand: errors, lost answers, delays and rate limits for chosen requests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .errors import Json


def path_matcher(pattern: str) -> re.Pattern[str]:
    """A pattern for paths below /api/v10: `*` stands for one part, `**` for any number."""
    parts = re.split(r"(\*\*|\*)", pattern)
    known = {"*": r"[^/]+", "**": r".*"}
    return re.compile("".join(known.get(part, re.escape(part)) for part in parts))


@dataclass(eq=False)
class Fault:
    """What happens to the next `times` requests that match; `hits` counts those it met."""

    method: str
    pattern: str
    status: int | None = 500
    times: int = 1
    after_commit: bool = False
    drop: bool = False
    delay: float = 0.0
    retry_after: float = 1.0
    is_global: bool = False
    message: str = "made to fail"
    hits: int = 0
    _path: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        self._path = path_matcher(self.pattern)

    def matches(self, method: str, path: str) -> bool:
        return (
            self.hits < self.times
            and self.method in (method, "*")
            and self._path.fullmatch(path) is not None
        )

    @property
    def answers(self) -> bool:
        """Whether the fault replaces the answer; one that only delays does not."""
        return self.drop or self.status is not None

    def body(self) -> Json | str:
        if self.status == 429:
            return {
                "message": "You are being rate limited.",
                "retry_after": self.retry_after,
                "global": self.is_global,
            }
        if self.status is not None and self.status >= 500:
            return f"{self.status}: upstream error"
        return {"message": f"{self.status}: {self.message}", "code": 0}

    def headers(self) -> dict[str, str]:
        if self.status != 429:
            return {}
        headers = {
            # Clients take an answer without Via for Cloudflare's, not Discord's.
            "Via": "1.1 google",
            "Retry-After": str(max(1, round(self.retry_after))),
            "X-RateLimit-Scope": "global" if self.is_global else "user",
        }
        if self.is_global:
            return headers | {"X-RateLimit-Global": "true"}
        return headers | {
            "X-RateLimit-Limit": "5",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": f"{self.retry_after:.3f}",
            "X-RateLimit-Bucket": "faulty",
        }


@dataclass(frozen=True)
class RecordedRequest:
    """One request the bot made, and the status it was answered with (0: no answer)."""

    method: str
    path: str
    query: dict[str, str]
    json: Any
    files: dict[str, bytes]
    status: int
    error_code: int
    at: float
    seconds: float


@dataclass(frozen=True)
class Violation:
    """A request that broke one of Discord's rules, and the rule."""

    method: str
    path: str
    where: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}: {self.where}: {self.code}: {self.message}"
