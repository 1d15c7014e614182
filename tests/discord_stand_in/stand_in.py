"""The stand-in as a whole: one server on one port, the world behind it, and what tests may do."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType

from aiohttp import web

from .commands import Commands
from .faults import Fault, RecordedRequest, Violation, path_matcher
from .gateway import Gateway
from .interactions import InteractionRecord
from .messages import Messages
from .model import DM, GROUP_DM, PUBLIC_THREAD, TEXT, Channel, Guild, Message
from .objects import User
from .payloads import THREAD_CREATED, THREAD_STARTER, channel_payload, guild_payload
from .people import Person
from .permissions import EVERYONE, bits
from .rest import API, RestApi
from .world import World

BOT_PERMISSIONS = EVERYONE

# Below the ports that systems hand out to clients: while the stand-in is down, nobody's outgoing
# connection can take its port.
_PORTS = range(20_000, 32_000)


class DiscordStandIn:
    """Discord for one bot, in this process: `async with DiscordStandIn() as discord: ...`."""

    def __init__(self, bot_name: str = "career-bot") -> None:
        self.world = World(bot_name)
        self.token = _token(self.world.bot.id)
        self.refuses_token = False
        self.recommended_shards = 1
        self.gateway = Gateway(self.world, lambda: "" if self.refuses_token else self.token)
        self.world.gateway = self.gateway
        self.messages = Messages(self.world)
        self.commands = Commands(self.world)
        self.interactions: list[InteractionRecord] = []
        self.api = RestApi(self)
        self.host = "127.0.0.1"
        self.port = 0
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> DiscordStandIn:
        for port in random.sample(_PORTS, 20):
            self.port = port
            self.world.base_url = f"http://{self.host}:{port}"
            with suppress(OSError):
                await self.comes_up()
                return self
        raise OSError("no free port for the stand-in")

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.goes_down()

    @property
    def api_url(self) -> str:
        return f"{self.world.base_url}{API}"

    @property
    def gateway_url(self) -> str:
        return f"ws://{self.host}:{self.port}/gateway"

    @property
    def bot(self) -> User:
        return self.world.bot

    # Who and what there is

    def person(
        self,
        name: str,
        *,
        locale: str = "en-US",
        permissions: str | Iterable[str] = (),
        bot: bool = False,
    ) -> Person:
        """Somebody with an account, a member of every guild, with `permissions` in all of them.

        `bot=True` makes it another application's bot, which writes like anyone.
        """
        person = Person(self.world.ids.next(), name, bot, stand_in=self, locale=locale)
        person.permissions = bits(permissions)
        self.world.users[person.id] = person
        for guild in self.world.guilds.values():
            person.joins(guild)
        return person

    def guild(
        self,
        name: str = "Test Server",
        *,
        bot_joined: bool = True,
        locale: str = "en-US",
        bot_permissions: int | str | Iterable[str] = BOT_PERMISSIONS,
    ) -> Guild:
        """A server; with `bot_joined=False` one where only user-installed apps work."""
        guild = self.world.add_guild(
            name, bot_joined=bot_joined, locale=locale, permissions=bits(bot_permissions)
        )
        for person in self.people:
            person.joins(guild)
        if bot_joined:
            self.world.announce("GUILD_CREATE", lambda _: guild_payload(guild), guild=guild)
        return guild

    @property
    def people(self) -> list[Person]:
        return [user for user in self.world.users.values() if isinstance(user, Person)]

    def private_channel(self, *people: Person) -> Channel:
        """A DM or group DM between people, without the bot."""
        kind = DM if len(people) == 2 else GROUP_DM
        name = " and ".join(person.name for person in people)
        channel = Channel(self.world, self.world.ids.next(), kind, name, recipients=list(people))
        self.world.channels[channel.id] = channel
        return channel

    def start_thread(
        self, parent: Channel, name: str, owner: User, *, starter: Message | None = None
    ) -> Channel:
        """A public thread in `parent`; from a message it has that message's id."""
        thread_id = starter.id if starter else self.world.ids.next()
        thread = Channel(self.world, thread_id, PUBLIC_THREAD, name, parent.guild, parent, owner)
        thread.bot_is_thread_member = owner is self.bot
        self.world.channels[thread.id] = thread
        if starter is not None:
            starter.thread = thread
        if thread.bot_can_see:
            self.world.announce(
                "THREAD_CREATE",
                lambda _: channel_payload(thread) | {"newly_created": True},
                guild=parent.guild,
                intent=1 << 0,
            )
        self._mark_thread(thread, starter)
        return thread

    def _mark_thread(self, thread: Channel, starter: Message | None) -> None:
        """The system message by which people find the thread, or in it what it is about.

        Both are written in the name of whoever opened the thread.
        """
        author = thread.owner or self.world.owner
        if starter is not None:
            self.messages.create_for_person(
                thread, author, "", reply_to=starter, ping=False, kind=THREAD_STARTER
            )
        elif thread.parent is not None and thread.parent.type == TEXT:
            self.messages.create_for_person(thread.parent, author, thread.name, kind=THREAD_CREATED)

    def interaction_by_token(self, token: str) -> InteractionRecord | None:
        return next((r for r in self.interactions if r.token == token), None)

    # What the bot did

    @property
    def requests(self) -> list[RecordedRequest]:
        return self.api.requests

    def requests_to(self, method: str, pattern: str) -> list[RecordedRequest]:
        """The recorded requests to a path below /api/v10; `*` is one part, `**` any number."""
        path = path_matcher(pattern)
        return [r for r in self.requests if r.method == method and path.fullmatch(r.path)]

    @property
    def violations(self) -> list[Violation]:
        return self.api.violations

    @property
    def pings(self) -> list[Message]:
        """The bot's messages that would make a sound for someone."""
        sent = self.world.messages.values()
        return [m for m in sent if m.author is self.bot and m.pings]

    @property
    def unanswered(self) -> list[InteractionRecord]:
        """Interactions without an answer so far."""
        return [record for record in self.interactions if record.response_type is None]

    # What goes wrong

    def fail_next(
        self,
        method: str,
        path_pattern: str,
        status: int | None = 500,
        times: int = 1,
        *,
        after_commit: bool = False,
        drop: bool = False,
        delay: float = 0.0,
        retry_after: float = 1.0,
        is_global: bool = False,
        message: str = "made to fail",
    ) -> Fault:
        """Spoil the next `times` matching requests; the fault returned counts its `hits`.

        `after_commit`: the effect happens, only the answer is lost. `drop`: the connection
        breaks instead of an answer. `status=None` with `delay`: only slow. `status=429` carries
        `retry_after` and `is_global` in body and headers. `message`: what an error below 500 says.
        """
        fault = Fault(
            method,
            path_pattern,
            status,
            times,
            after_commit,
            drop,
            delay,
            retry_after,
            is_global,
            message,
        )
        self.api.faults.append(fault)
        return fault

    def delay_answers(self, seconds: float) -> None:
        """Answer every REST request this much later, until told otherwise."""
        self.api.delay = seconds

    def refuse_login(self, refused: bool = True) -> None:
        """401 for the token over REST, close code 4004 on the gateway."""
        self.refuses_token = refused

    def refuse_privileged_intents(self, refused: bool = True) -> None:
        """Close code 4014 for an IDENTIFY with a privileged intent."""
        self.gateway.refuses_privileged_intents = refused

    async def gateway_goes_down(self, how: str = "refuse") -> None:
        """Break the gateway: "refuse" answers 503, "close" takes connections and closes them."""
        self.gateway.down = how
        await self.gateway.drop()

    def gateway_comes_up(self) -> None:
        self.gateway.down = None

    async def drop_gateway(self, code: int | None = None) -> None:
        """Close the bot's gateway socket with `code`, or just break it."""
        await self.gateway.drop(code)

    async def goes_down(self) -> None:
        """Everything is gone: open connections break, new ones are refused."""
        runner, self._runner = self._runner, None
        if runner is None:
            return
        for site in list(runner.sites):
            await site.stop()
        for gateway_socket in list(self.gateway.sockets):
            gateway_socket.abort()
        server = runner.server
        for connection in list(server.connections) if server else ():
            if connection.transport is not None:
                connection.transport.abort()
        await runner.cleanup()

    async def comes_up(self) -> None:
        """Serve (again) on the same port."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("GET", "/gateway", self.gateway.handle)
        app.router.add_route("GET", "/gateway/", self.gateway.handle)
        app.router.add_route("GET", "/attachments/{tail:.*}", self._attachment)
        app.router.add_route("*", API + "/{tail:.*}", self.api.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, self.host, self.port, reuse_address=True).start()
        self._runner = runner

    async def _attachment(self, request: web.Request) -> web.Response:
        for message in self.world.messages.values():
            for attachment in message.attachments:
                if attachment.url.endswith(request.path):
                    kind = attachment.content_type
                    return web.Response(body=attachment.content, content_type=kind)
        return web.Response(status=404)


def _token(bot_id: int) -> str:
    """A token of the right form: the bot's id, a time and a signature, in base 64."""
    parts = (str(bot_id).encode(), b"\0\1\2\3", b"stand-in signature, 27 byte")
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)
