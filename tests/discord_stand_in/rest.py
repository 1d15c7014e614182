"""The REST API's front door: reading requests, faults, the token, errors, and the record of it."""

from __future__ import annotations

import asyncio
import json
import re
import time
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from . import routes_account, routes_channels, routes_interactions
from .errors import THREAD_ARCHIVED, ApiError, Json, flat_errors
from .faults import Fault, RecordedRequest, Violation
from .uploads import Files, Upload

if TYPE_CHECKING:
    from .stand_in import DiscordStandIn

API = "/api/v10"
UNKNOWN_INTERACTION = 10062
LATE_OR_TWICE = (UNKNOWN_INTERACTION, 40060)

# Requests that carry their right in the address instead of in a header.
_OPEN = re.compile(r"/interactions/.*|/webhooks/\d+/.*|/gateway")


@dataclass
class Call:
    """One request to a route."""

    method: str
    path: str
    parts: dict[str, str]
    query: dict[str, str]
    json: Any
    files: Files = field(default_factory=dict)

    def number(self, name: str) -> int:
        """An id in the path; 0 when it is not a number, which no object has."""
        return int(self.parts[name]) if self.parts[name].isdigit() else 0


Answer = Json | list[Json] | None
Handler = Callable[[Call], Awaitable[Answer]]


class RestApi:
    """Serves every route under /api/v10."""

    def __init__(self, stand_in: DiscordStandIn) -> None:
        self.stand_in = stand_in
        self.requests: list[RecordedRequest] = []
        self.violations: list[Violation] = []
        self.faults: list[Fault] = []
        self.delay = 0.0
        self._routes: list[tuple[str, re.Pattern[str], Handler]] = []
        for module in (routes_account, routes_channels, routes_interactions):
            for method, path, handler in module.routes(stand_in):
                pattern = re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", path))
                self._routes.append((method, pattern, handler))

    async def handle(self, request: web.Request) -> web.StreamResponse:
        started = time.monotonic()
        path = request.path.removeprefix(API)
        body, files = await _read(request)
        call = Call(request.method, path, {}, dict(request.query), body, files)
        fault = self._next_fault(call)
        delay = self.delay + (fault.delay if fault else 0.0)
        if fault is not None or delay:
            self._spoil_interaction(call)
        if delay:
            await asyncio.sleep(delay)
        response = await self._respond(request, call, fault)
        dropped = fault is not None and fault.drop
        self._record(call, 0 if dropped else response.status, response, started)
        if dropped and request.transport is not None:
            request.transport.abort()
        return response

    def _next_fault(self, call: Call) -> Fault | None:
        for fault in self.faults:
            if fault.matches(call.method, call.path):
                fault.hits += 1
                return fault
        return None

    def _spoil_interaction(self, call: Call) -> None:
        """Remember that trying again, or being late, is not the bot's mistake here."""
        match = re.fullmatch(r"/interactions/\d+/([^/]+)/callback", call.path)
        record = self.stand_in.interaction_by_token(match[1]) if match else None
        if record is not None:
            record.spoiled = True

    async def _respond(self, request: web.Request, call: Call, fault: Fault | None) -> web.Response:
        if fault is not None and fault.answers and not fault.after_commit:
            return _faulty(fault)
        try:
            self._authorise(request, call)
            answer = await self._route(call)
            response = _answered(answer)
        except ApiError as error:
            self._note_violation(call, error)
            response = _json(error.body(), error.status)
        except Exception:  # noqa: BLE001 - a fault of the stand-in must fail the test, not hang it
            self._violation(call, "STAND_IN_ERROR", traceback.format_exc())
            response = web.Response(status=500, text="the stand-in failed")
        if fault is not None and fault.answers:
            return _faulty(fault)
        response.headers.update(
            {
                "X-RateLimit-Limit": "50",
                "X-RateLimit-Remaining": "49",
                "X-RateLimit-Reset-After": "1.0",
                "X-RateLimit-Bucket": re.sub(r"\d{5,}", "*", call.path).replace("/", "-")[:40],
                "Via": "1.1 google",
            }
        )
        return response

    def _authorise(self, request: web.Request, call: Call) -> None:
        if _OPEN.fullmatch(call.path):
            return
        given = request.headers.get("Authorization", "")
        if self.stand_in.refuses_token or given != f"Bot {self.stand_in.token}":
            raise ApiError(401, 0, "401: Unauthorized")

    async def _route(self, call: Call) -> Answer:
        for method, pattern, handler in self._routes:
            match = pattern.fullmatch(call.path)
            if match is not None and method == call.method:
                call.parts = match.groupdict()
                return await handler(call)
        self._violation(call, "NO_ROUTE", "the stand-in has no such route")
        raise ApiError(404, 0, "404: Not Found")

    def _note_violation(self, call: Call, error: ApiError) -> None:
        """Refusals of what was sent, and answers that came too late.

        Missing rights, vanished things and archived threads are nobody's mistake.
        """
        if error.code == THREAD_ARCHIVED:
            return
        if error.status not in (400, 413, 500) and error.code != UNKNOWN_INTERACTION:
            return
        record = self.stand_in.interaction_by_token(call.parts.get("token", ""))
        if record is not None and record.spoiled and error.code in LATE_OR_TWICE:
            return
        rows = flat_errors(error.errors or {}) or [("", str(error.code), error.message)]
        for where, code, message in rows:
            self._violation(call, code, message, where)

    def _violation(self, call: Call, code: str, message: str, where: str = "") -> None:
        self.violations.append(Violation(call.method, call.path, where, code, message))

    def _record(
        self, call: Call, status: int, response: web.StreamResponse, started: float
    ) -> None:
        code = 0
        if (
            status >= 400
            and isinstance(response, web.Response)
            and isinstance(response.body, bytes)
        ):
            try:
                code = json.loads(response.body).get("code", 0)
            except ValueError:
                code = 0
        self.requests.append(
            RecordedRequest(
                method=call.method,
                path=call.path,
                query=call.query,
                json=call.json,
                files={upload.filename: upload.content for upload in call.files.values()},
                status=status,
                error_code=code,
                at=started,
                seconds=time.monotonic() - started,
            )
        )
        self.stand_in.world.changes.ring()


def _json(
    answer: Json | list[Json], status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    """JSON with the bare content type: with a charset after it, discord.py reads text."""
    body = json.dumps(answer).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")


def _answered(answer: Answer) -> web.Response:
    if answer is None:
        return web.Response(status=204)
    return _json(answer)


def _faulty(fault: Fault) -> web.Response:
    body = fault.body()
    status = fault.status or 500
    if isinstance(body, str):
        return web.Response(status=status, text=body, headers=fault.headers())
    return _json(body, status, fault.headers())


async def _read(request: web.Request) -> tuple[Any, Files]:
    """The JSON body and the files of a request, multipart or not."""
    if request.content_type == "multipart/form-data":
        return await _read_multipart(request)
    raw = await request.read()
    if not raw:
        return None, {}
    return json.loads(raw), {}


async def _read_multipart(request: web.Request) -> tuple[Any, Files]:
    body: Any = None
    files: Files = {}
    async for part in await request.multipart():
        name = getattr(part, "name", None) or ""
        if name == "payload_json":
            body = json.loads(await part.read())  # type: ignore[union-attr] # no nested parts
        elif match := re.fullmatch(r"files\[(\d+)\]", name):
            content = bytes(await part.read())  # type: ignore[union-attr]
            files[int(match[1])] = Upload(part.filename or "file", content)  # type: ignore[union-attr]
    return body, files
