"""The gateway: HELLO, IDENTIFY, READY, heartbeats, events, RESUME, and ways to break it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from .compression import make_compressor
from .errors import Json
from .model import Guild
from .objects import User
from .payloads import guild_payload, member_payload, user_payload
from .world import World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME = 0, 1, 2, 6
RECONNECT, REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 8, 9, 10, 11

INTENT_GUILDS = 1 << 0
INTENT_GUILD_MESSAGES = 1 << 9
INTENT_GUILD_REACTIONS = 1 << 10
INTENT_DIRECT_MESSAGES = 1 << 12
INTENT_DIRECT_REACTIONS = 1 << 13
PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15)

UNKNOWN_ERROR, NOT_AUTHENTICATED, AUTHENTICATION_FAILED = 4000, 4003, 4004
DISALLOWED_INTENTS = 4014


@dataclass(eq=False)
class Session:
    """One identified bot, which outlives its sockets until it is closed or invalidated."""

    id: str
    intents: int
    shard: tuple[int, int]
    sequence: int = 0
    events: list[Json] = field(default_factory=list)
    socket: Socket | None = None


class Socket:
    """One websocket of the bot, with its own compression and outgoing queue."""

    def __init__(self, request: web.Request, response: web.WebSocketResponse) -> None:
        self.request = request
        self.response = response
        self.session: Session | None = None
        self.closed_by_discord = False
        self._compressor = make_compressor(request.query.get("compress"))
        self._outgoing: asyncio.Queue[Json] = asyncio.Queue()

    def send(self, op: int, data: Any = None, *, event: Json | None = None) -> None:
        self._outgoing.put_nowait(event or {"op": op, "d": data, "s": None, "t": None})

    async def write_forever(self) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                payload = await self._outgoing.get()
                packed = self._compressor.pack(json.dumps(payload))
                if isinstance(packed, str):
                    await self.response.send_str(packed)
                else:
                    await self.response.send_bytes(packed, compress=None)

    def abort(self) -> None:
        """Break the connection without a closing handshake, as a failing network does."""
        if self.request.transport is not None:
            self.request.transport.abort()


class Gateway:
    """All sessions and sockets, and what tests may do to them."""

    def __init__(self, world: World, token: Callable[[], str]) -> None:
        self.world = world
        self.token = token
        self.sessions: dict[str, Session] = {}
        self.sockets: set[Socket] = set()
        self.identifies: list[Json] = []
        self.resumes: list[Json] = []
        self.heartbeat_interval = 41.25
        self.acknowledges_heartbeats = True
        self.refuses_privileged_intents = False
        self.down: str | None = None
        self.connections = 0

    # What the bot is told

    def dispatch(
        self,
        event: str,
        build: Callable[[int], Json | None],
        *,
        guild: Guild | None = None,
        intent: int = 0,
    ) -> None:
        """Send `event` to every session with `intent` on the guild's shard (shard 0 for DMs)."""
        for session in self.sessions.values():
            shard, count = session.shard
            if (guild.id >> 22) % count != shard if guild else shard != 0:
                continue
            if intent and not session.intents & intent:
                continue
            data = build(session.intents)
            if data is not None:
                self._send_event(session, event, data)

    def _send_event(self, session: Session, event: str, data: Json) -> None:
        session.sequence += 1
        payload = {"op": DISPATCH, "t": event, "s": session.sequence, "d": data}
        session.events.append(payload)
        if session.socket is not None:
            session.socket.send(DISPATCH, event=payload)

    @property
    def intents(self) -> int:
        """The intents of the newest session; 0 before there is one."""
        newest = list(self.sessions.values())[-1:]
        return newest[0].intents if newest else 0

    @property
    def connected(self) -> bool:
        return any(session.socket is not None for session in self.sessions.values())

    # One connection

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.connections += 1
        self.world.changes.ring()
        if self.down == "refuse":
            return web.Response(status=503, text="upstream connect error")
        response = web.WebSocketResponse(compress=False, max_msg_size=0)
        await response.prepare(request)
        if self.down == "close":
            await response.close(code=1001)
            return response
        socket = Socket(request, response)
        self.sockets.add(socket)
        writer = asyncio.create_task(socket.write_forever())
        try:
            socket.send(HELLO, {"heartbeat_interval": int(self.heartbeat_interval * 1000)})
            async for message in response:
                if message.type is WSMsgType.TEXT:
                    await self._receive(socket, json.loads(message.data))
        finally:
            writer.cancel()
            self._disconnected(socket)
        return response

    def _disconnected(self, socket: Socket) -> None:
        self.sockets.discard(socket)
        session = socket.session
        if session is not None and session.socket is socket:
            session.socket = None
            if socket.response.close_code in (1000, 1001) and not socket.closed_by_discord:
                # A client that closes with these codes says that it will not resume.
                self.sessions.pop(session.id, None)
        self.world.changes.ring()

    async def _receive(self, socket: Socket, payload: Json) -> None:
        op: int = payload["op"]
        data: Any = payload.get("d")
        if op == HEARTBEAT:
            if self.acknowledges_heartbeats:
                socket.send(HEARTBEAT_ACK)
        elif op == IDENTIFY:
            await self._identify(socket, data)
        elif op == RESUME:
            await self._resume(socket, data)
        elif socket.session is None:
            await socket.response.close(code=NOT_AUTHENTICATED, message=b"Not authenticated.")
        elif op == REQUEST_MEMBERS:
            self._send_members(socket.session, data)
        self.world.changes.ring()

    async def _identify(self, socket: Socket, data: Json) -> None:
        self.identifies.append(data)
        if data["token"] != self.token():
            await socket.response.close(
                code=AUTHENTICATION_FAILED, message=b"Authentication failed."
            )
            return
        if self.refuses_privileged_intents and data["intents"] & PRIVILEGED_INTENTS:
            await socket.response.close(code=DISALLOWED_INTENTS, message=b"Disallowed intent(s).")
            return
        shard, count = data.get("shard", (0, 1))
        session = Session(f"session-{self.world.ids.next()}", data["intents"], (shard, count))
        session.socket = socket
        socket.session = session
        self.sessions[session.id] = session
        joined = [
            guild
            for guild in self.world.guilds.values()
            if guild.bot_joined and (guild.id >> 22) % count == shard
        ]
        self._send_event(session, "READY", self._ready(session, joined))
        for guild in joined if session.intents & INTENT_GUILDS else ():
            self._send_event(session, "GUILD_CREATE", guild_payload(guild))

    def _ready(self, session: Session, joined: Iterable[Guild]) -> Json:
        return {
            "v": 10,
            "user": user_payload(self.world.bot) | {"verified": True, "mfa_enabled": True},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in joined],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": f"{self.world.base_url.replace('http', 'ws', 1)}/gateway",
            "shard": list(session.shard),
            "application": {"id": str(self.world.bot.id), "flags": 0},
            "private_channels": [],
            "user_settings": {},
            "relationships": [],
            "presences": [],
            "guild_join_requests": [],
        }

    async def _resume(self, socket: Socket, data: Json) -> None:
        self.resumes.append(data)
        if data["token"] != self.token():
            await socket.response.close(
                code=AUTHENTICATION_FAILED, message=b"Authentication failed."
            )
            return
        session = self.sessions.get(data["session_id"] or "")
        if session is None:
            socket.send(INVALID_SESSION, False)
            return
        session.socket = socket
        socket.session = session
        for event in session.events:
            if event["s"] > (data["seq"] or 0):
                socket.send(DISPATCH, event=event)
        self._send_event(session, "RESUMED", {})

    def _send_members(self, session: Session, wanted: Json) -> None:
        guild = self.world.guilds.get(int(wanted["guild_id"]))
        if guild is None:
            return
        members = [user for user in self.world.users.values() if _is_wanted(user, wanted)]
        chunk = {
            "guild_id": str(guild.id),
            "members": [member_payload(guild, user) for user in members],
            "chunk_index": 0,
            "chunk_count": 1,
            "nonce": wanted.get("nonce"),
        }
        self._send_event(session, "GUILD_MEMBERS_CHUNK", chunk)

    # What tests do to it

    async def drop(self, code: int | None = None) -> None:
        """Close every socket with `code`, or break it without a word when there is none."""
        for socket in list(self.sockets):
            socket.closed_by_discord = True
            if code is None:
                socket.abort()
            else:
                await socket.response.close(code=code)
        await self.world.changes.wait_for(
            lambda: not self.sockets, timeout=5, what="the gateway's sockets to close"
        )

    def ask_to_reconnect(self) -> None:
        """Opcode 7: the client should reconnect and resume."""
        for socket in self.sockets:
            socket.send(RECONNECT)

    def invalidate_sessions(self) -> None:
        """Opcode 9: what was missed is lost, the client has to identify anew."""
        self.sessions.clear()
        for socket in self.sockets:
            socket.session = None
            socket.send(INVALID_SESSION, False)


def _is_wanted(user: User, wanted: Json) -> bool:
    ids = wanted.get("user_ids")
    if ids:
        return str(user.id) in [str(i) for i in (ids if isinstance(ids, list) else [ids])]
    return user.name.lower().startswith(str(wanted.get("query") or "").lower())
