"""Lines of JSON in, lines of JSON out: the engine for scripts."""

import json
import logging
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from bot.engine.engine import Engine
from bot.engine.entries import Source
from bot.engine.replies import Mode, Reply
from bot.render import render_reply
from bot.replay import replay
from bot.streams import write_line
from bot.terminal.why import describe_why

_log = logging.getLogger(__name__)

_LINE_BREAKS: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Line breaks that JSON holds as they are, and at which many readers end a line."""


class InvalidRequestError(ValueError):
    """A line that is not a request; carries its id where it has one."""

    def __init__(self, what: str, request_id: object = None) -> None:
        super().__init__(what)
        self.request_id = request_id


@dataclass(frozen=True, slots=True)
class Request:
    """One line in: a conversation of one person, whose last turn is to be answered."""

    id: object
    turns: tuple[str, ...]
    mode: Mode = Mode.DIRECT
    why: bool = False


def parse_request(line: bytes) -> Request:
    """The request in a line; raises InvalidRequestError, worded for the one who wrote it."""
    try:
        value = json.loads(
            line.decode("utf-8-sig"), parse_constant=_refuse_constant, parse_float=_read_float
        )
    except UnicodeDecodeError:
        raise InvalidRequestError("the line is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise InvalidRequestError(f"the line is not JSON: {error}") from None
    if not isinstance(value, dict):
        raise InvalidRequestError("the line must hold a JSON object")
    request_id = value.get("id")
    turns = value.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(t, str) for t in turns):
        raise InvalidRequestError("turns must be a list of one or more texts", request_id)
    mode = value.get("mode", Mode.DIRECT.value)
    if mode not in [known.value for known in Mode]:
        raise InvalidRequestError("mode must be direct or ambient", request_id)
    why = value.get("why", False)
    if not isinstance(why, bool):
        raise InvalidRequestError("why must be true or false", request_id)
    return Request(request_id, tuple(turns), Mode(mode), why)


def answer_lines(
    lines: Iterable[bytes], *, engine: Engine, sources: Mapping[str, Source], why: bool = False
) -> None:
    """Answer each line as it arrives, in order, one line each; bad lines get an error."""
    for line in lines:
        write_line(encode(answer_line(line, engine=engine, sources=sources, why=why)))


def answer_line(
    line: bytes, *, engine: Engine, sources: Mapping[str, Source], why: bool = False
) -> dict[str, Any]:
    """The object to write for one line."""
    try:
        request = parse_request(line)
    except InvalidRequestError as error:
        return {"id": error.request_id, "error": str(error)}
    explain = why or request.why
    try:
        replayed = replay(engine, request.turns, mode=request.mode, explain=explain)
        described = describe_reply(replayed.reply, sources)
    except Exception as error:  # noqa: BLE001 # one line must not lose the rest of a long run
        _log.exception("a line could not be answered")
        return {"id": request.id, "error": f"unexpected {type(error).__name__}; see the log"}
    answer = {"id": request.id, **described, "ms": round(replayed.milliseconds, 3)}
    if explain:
        answer["why"] = describe_why(replayed.reply)
    return answer


def describe_reply(reply: Reply, sources: Mapping[str, Source]) -> dict[str, Any]:
    """A reply as plain data: what is said, what is offered, and how sure the engine is."""
    return {
        "outcome": reply.outcome,
        "entries": [entry.id for entry in reply.entries],
        "text": render_reply(reply, sources),
        "suggestions": [{"id": e.id, "question": e.question} for e in reply.offers],
        "score": round(reply.score, 4),
        "matches": [{"id": m.entry.id, "score": round(m.score, 4)} for m in reply.matches],
    }


def encode(value: Mapping[str, Any]) -> str:
    """`value` as one line of JSON; readable, and escaped only where UTF-8 has no way to say it.

    And where what it holds would end the line.
    """
    text = json.dumps(value, ensure_ascii=False).translate(_LINE_BREAKS)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON value")


def _read_float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("it holds a number too large to be read")
    return number
