"""Coming up and staying up: a bot that outlasts a failing network and a failing Discord.

discord.py by itself gives up when the login or the very first gateway connection fails, and
when it cannot read an event, and reconnects without a pause to a gateway that accepts and closes
at once.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Final

import discord
from discord.ext import commands
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from bot.attempts import LOST
from bot.errors import ConfigurationError
from bot.pauses import growing_pauses
from bot.request_timeouts import answered_within
from bot.sessions import Ending, Persistence, Session

log = logging.getLogger(__name__)

LOGIN_SECONDS: Final = 10.0
"""How long a request of the login may stay unanswered; a healthy one takes far less than one."""
CONNECT_SECONDS: Final = 30.0

AUTHENTICATION_FAILED: Final = 4004
SHARDING_REQUIRED: Final = 4011
DISALLOWED_INTENTS: Final = 4014
NORMAL_CLOSURE: Final = 1000
RESUMABLE_CLOSURE: Final = 4000
SESSION_BEGINS: Final = {"READY", "RESUMED"}

Parser = Callable[[Any], None]

LOGIN_REFUSED: Final = (
    "Discord refused the token; copy a fresh one from https://discord.com/developers/applications "
    "(your application, Bot, Reset Token) and set DISCORD_TOKEN to it."
)
INTENT_REFUSED: Final = (
    "Discord refused the message content intent; switch on Message Content Intent at "
    "https://discord.com/developers/applications (your application, Bot), or set MESSAGE_CONTENT=0."
)
TOO_MANY_SERVERS: Final = (
    "Discord serves a bot in this many servers only over several connections, and career-bot "
    "has one; take it out of some servers, or serve them with a second application and its token."
)


class ReconnectingBot(commands.Bot):
    """A bot whose login and connection are tried again until they succeed or are refused.

    `start` raises ConfigurationError when Discord refuses the token or an intent.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._in_session = False
        """Whether the newest connection got as far as a session, new or resumed."""
        parsers = self._connection.parsers
        parsers.update({event: self._tolerate(event, parse) for event, parse in parsers.items()})

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
        persistence = Persistence()
        initial = True
        while not self.is_closed():
            ending = await self._stay_connected(persistence.session, initial=initial)
            if self.is_closed():
                return
            self.dispatch("disconnect")
            initial = initial and ending.session is None
            pause = persistence.go_on_after(ending)
            log.warning("no connection (%s); trying again in %.1f s", ending.reason, pause)
            await asyncio.sleep(pause)

    async def _stay_connected(self, session: Session, *, initial: bool) -> Ending:
        """Connect and take in events until that ends, for whatever reason.

        Raises ConfigurationError when Discord refuses to talk to this bot.
        """
        started = time.monotonic()
        established = self._in_session = False
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
            log.exception("what Discord sent could not be read")
            reason, resumable = "unreadable", self._in_session
        if not established:
            return Ending(reason)
        if self.ws.open:
            await self.ws.close(RESUMABLE_CLOSURE)
        left = _session_of(self.ws) if resumable else Session()
        return Ending(reason, left, self._in_session, time.monotonic() - started)

    def _tolerate(self, event: str, parse: Parser) -> Parser:
        """A parser that leaves out what `parse` cannot read, so that the connection lives on.

        Nothing can be done without what READY holds, so its errors are raised.
        """

        def parse_or_leave_out(data: Any) -> None:
            try:
                parse(data)
            except Exception:
                if event == "READY":
                    raise
                log.exception("an event from Discord could not be read (%s)", event)
            if event in SESSION_BEGINS:
                self._in_session = True

        return parse_or_leave_out


def _session_of(socket: DiscordWebSocket) -> Session:
    return Session(socket.session_id, socket.sequence, socket.gateway)


def _is_temporary(error: discord.HTTPException) -> bool:
    return error.status == 429 or error.status >= 500


def _raise_if_refused(closed: discord.ConnectionClosed) -> None:
    """Raise ConfigurationError when trying again cannot help."""
    if closed.code == AUTHENTICATION_FAILED:
        raise ConfigurationError(LOGIN_REFUSED) from closed
    if closed.code == DISALLOWED_INTENTS:
        raise ConfigurationError(INTENT_REFUSED) from closed
    if closed.code == SHARDING_REQUIRED:
        raise ConfigurationError(TOO_MANY_SERVERS) from closed
    if closed.code != NORMAL_CLOSURE:
        what = f"Discord refused the connection (close code {closed.code}); update career-bot."
        raise ConfigurationError(what) from closed
