"""Coming up and staying up: a bot that outlasts a failing network and a failing Discord.

discord.py by itself gives up when the login or the very first gateway connection fails,
and reconnects without a pause to a gateway that accepts and closes at once.
"""

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import Any, Final

import discord
import yarl
from discord.ext import commands
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from bot.attempts import LOST
from bot.errors import ConfigurationError
from bot.pauses import growing_pauses
from bot.request_timeouts import answered_within

log = logging.getLogger(__name__)

STABLE_SECONDS: Final = 30.0
"""A connection that lived this long was healthy: the next failure starts with short pauses."""
LOGIN_SECONDS: Final = 10.0
"""How long a request of the login may stay unanswered; a healthy one takes far less than one."""
CONNECT_SECONDS: Final = 30.0
RESUME_ATTEMPTS: Final = 3
"""After so many failed attempts to resume, a fresh session on the default gateway is sooner."""

AUTHENTICATION_FAILED: Final = 4004
DISALLOWED_INTENTS: Final = 4014
NORMAL_CLOSURE: Final = 1000

LOGIN_REFUSED: Final = (
    "Discord refused the token; copy a fresh one from https://discord.com/developers/applications "
    "(your application, Bot, Reset Token) and set DISCORD_TOKEN to it."
)
INTENT_REFUSED: Final = (
    "Discord refused the message content intent; switch on Message Content Intent at "
    "https://discord.com/developers/applications (your application, Bot), or set MESSAGE_CONTENT=0."
)


@dataclass(frozen=True, slots=True)
class _Session:
    """What it takes to resume where the last gateway connection broke off."""

    id: str | None = None
    sequence: int | None = None
    gateway: yarl.URL | None = None

    def resume_arguments(self) -> dict[str, Any]:
        if self.id is None:
            return {"resume": False}
        return {
            "resume": True,
            "session": self.id,
            "sequence": self.sequence,
            "gateway": self.gateway,
        }


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a connection ended."""

    reason: str
    session: _Session | None
    """What to go on from; None when the connection never came about."""


class ReconnectingBot(commands.Bot):
    """A bot whose login and connection are tried again until they succeed or are refused.

    `start` raises ConfigurationError when Discord refuses the token or an intent.
    """

    async def login(self, token: str) -> None:
        pauses = growing_pauses()
        while True:
            try:
                async with answered_within(LOGIN_SECONDS):
                    await super().login(token)
                return
            except discord.LoginFailure as error:
                raise ConfigurationError(LOGIN_REFUSED) from error
            except discord.HTTPException as error:
                if not _is_temporary(error):
                    what = f"Discord refused the login (HTTP {error.status}); check DISCORD_TOKEN."
                    raise ConfigurationError(what) from error
                reason = f"HTTP {error.status}"
            except LOST as error:
                reason = type(error).__name__
            await self._forget_http_session()
            pause = next(pauses)
            log.warning("cannot reach Discord (%s); trying again in %.1f s", reason, pause)
            await asyncio.sleep(pause)

    async def _forget_http_session(self) -> None:
        """Let the next login open a session of its own; each login opens one."""
        await self.http.close()
        self.http.connector = discord.utils.MISSING

    async def connect(self, *, reconnect: bool = True) -> None:  # noqa: ARG002 # always does
        session = _Session()
        pauses = growing_pauses()
        failures = 0
        initial = True
        while not self.is_closed():
            started = time.monotonic()
            ending = await self._stay_connected(session, initial=initial)
            if self.is_closed():
                return
            self.dispatch("disconnect")
            if time.monotonic() - started >= STABLE_SECONDS:
                pauses, failures = growing_pauses(), 0
            failures += 1
            if ending.session is not None:
                session, initial = ending.session, False
            if failures > RESUME_ATTEMPTS:
                session = _Session()
            pause = next(pauses)
            log.warning("no connection (%s); trying again in %.1f s", ending.reason, pause)
            await asyncio.sleep(pause)

    async def _stay_connected(self, session: _Session, *, initial: bool) -> _Ending:
        """Connect and take in events until that ends, for whatever reason.

        Raises ConfigurationError when Discord refuses to talk to this bot.
        """
        established = False
        try:
            opening = DiscordWebSocket.from_client(
                self, initial=initial, **session.resume_arguments()
            )
            self.ws = await asyncio.wait_for(opening, CONNECT_SECONDS)
            established = True
            while True:
                await self.ws.poll_event()
        except ReconnectWebSocket as request:
            reason, resumable = f"asked to {request.op.lower()}", request.resume
        except discord.ConnectionClosed as closed:
            _raise_if_refused(closed)
            reason, resumable = f"closed with code {closed.code}", True
        except (*LOST, discord.HTTPException, discord.GatewayNotFound) as error:
            reason, resumable = type(error).__name__, True
        except Exception:
            # A payload the library cannot read must not end the process.
            log.exception("an event from Discord could not be read")
            reason, resumable = "unreadable event", False
        if not established:
            return _Ending(reason, None)
        return _Ending(reason, _session_of(self.ws) if resumable else _Session())


def _session_of(socket: DiscordWebSocket) -> _Session:
    return _Session(socket.session_id, socket.sequence, socket.gateway)


def _is_temporary(error: discord.HTTPException) -> bool:
    return error.status == 429 or error.status >= 500


def _raise_if_refused(closed: discord.ConnectionClosed) -> None:
    """Raise ConfigurationError when trying again cannot help."""
    if closed.code == AUTHENTICATION_FAILED:
        raise ConfigurationError(LOGIN_REFUSED) from closed
    if closed.code == DISALLOWED_INTENTS:
        raise ConfigurationError(INTENT_REFUSED) from closed
    if closed.code != NORMAL_CLOSURE:
        what = f"Discord refused the connection (close code {closed.code}); update career-bot."
        raise ConfigurationError(what) from closed
