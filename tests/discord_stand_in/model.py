"""Guilds, channels and messages: what they hold, and how to wait for what happens in them."""

# ruff: noqa: ASYNC109 - a test says what it waited for, which asyncio.timeout cannot

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import reading
from .errors import Json
from .objects import Attachment, Pings, Role, User
from .permissions import ALL, Permission, bits

if TYPE_CHECKING:
    from .interactions import InteractionRecord
    from .world import World

DM, TEXT, GROUP_DM, PUBLIC_THREAD, FORUM = 1, 0, 3, 11, 15

FLAG_EPHEMERAL = 1 << 6
FLAG_LOADING = 1 << 7
FLAG_COMPONENTS_V2 = 1 << 15

DEFAULT_TIMEOUT = 5.0


@dataclass(eq=False)
class Guild:
    """A server. `bot_joined` says whether the bot is a member of it."""

    world: World
    id: int
    name: str
    owner: User
    bot_joined: bool = True
    locale: str = "en-US"
    roles: list[Role] = field(default_factory=list)
    member_roles: dict[int, list[Role]] = field(default_factory=dict)
    channels: list[Channel] = field(default_factory=list)

    def text_channel(self, name: str = "general") -> Channel:
        return self._add_channel(TEXT, name)

    def forum(self, name: str = "questions") -> Channel:
        return self._add_channel(FORUM, name)

    def everyone(self) -> Role:
        return self.roles[0]

    def bot_role(self) -> Role | None:
        return next((role for role in self.roles if role.bot is self.world.bot), None)

    def roles_of(self, user: User) -> list[Role]:
        return self.member_roles.get(user.id, [])

    def grant(self, user: User, permissions: int | str | Iterable[str]) -> Role:
        """Give `user` a role of their own with these permissions."""
        role = Role(self.world.ids.next(), f"{user.name}'s role", bits(permissions))
        self.roles.append(role)
        self.member_roles.setdefault(user.id, []).append(role)
        return role

    def permissions_of(self, user: User, channel: Channel | None = None) -> int:
        """What `user` may do here, or in `channel`, overwrites included."""
        if user is self.owner:
            return ALL
        total = self.everyone().permissions
        for role in self.roles_of(user):
            total |= role.permissions
        if total & Permission.ADMINISTRATOR:
            return ALL
        place = channel.parent if channel is not None and channel.is_thread else channel
        for target in (self.everyone().id, user.id) if place is not None else ():
            allow, deny = place.overwrites.get(target, (0, 0)) if place is not None else (0, 0)
            total = (total & ~deny) | allow
        return total

    def removes_bot(self) -> None:
        """An admin takes the bot out of the server."""
        data = {"id": str(self.id)}
        self.world.announce("GUILD_DELETE", lambda _: data, guild=self)
        self.bot_joined = False

    def _add_channel(self, kind: int, name: str) -> Channel:
        channel = Channel(self.world, self.world.ids.next(), kind, name, guild=self)
        self.channels.append(channel)
        self.world.channels[channel.id] = channel
        self.world.announce_channel("CHANNEL_CREATE", channel)
        return channel


@dataclass(eq=False)
class Channel:
    """Where messages are: a text channel, forum, thread, DM or group DM."""

    world: World
    id: int
    type: int
    name: str
    guild: Guild | None = None
    parent: Channel | None = None
    owner: User | None = None
    recipients: list[User] = field(default_factory=list)
    overwrites: dict[int, tuple[int, int]] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    typing: list[float] = field(default_factory=list)
    applied_tags: list[int] = field(default_factory=list)
    archived: bool = False
    bot_is_thread_member: bool = False
    created_at: float = field(default_factory=time.time)
    _read: set[int] = field(default_factory=set)

    def __repr__(self) -> str:
        return f"<Channel {self.name}>"

    @property
    def is_thread(self) -> bool:
        return self.type == PUBLIC_THREAD

    @property
    def is_bot_dm(self) -> bool:
        """Whether this is a DM with the bot, not one between people."""
        return self.type == DM and len(self.recipients) == 1

    @property
    def bot_can_see(self) -> bool:
        return self.bot_may(Permission.VIEW_CHANNEL)

    @property
    def threads(self) -> list[Channel]:
        return [c for c in self.world.channels.values() if c.parent is self]

    def deny_bot(self, permissions: int | str | Iterable[str]) -> None:
        """Take permissions from the bot in this channel, as an admin would."""
        allow, deny = self.overwrites.get(self.world.bot.id, (0, 0))
        taken = bits(permissions)
        self.overwrites[self.world.bot.id] = (allow & ~taken, deny | taken)
        self.world.announce_channel("CHANNEL_UPDATE", self)

    def vanishes(self) -> None:
        """An admin deletes the channel; what is sent to it from now on finds it gone."""
        self.world.announce_channel("CHANNEL_DELETE", self)
        self.world.channels.pop(self.id, None)
        if self.guild is not None and self in self.guild.channels:
            self.guild.channels.remove(self)

    def bot_may(self, permission: Permission) -> bool:
        if self.guild is None:
            return self.is_bot_dm
        if not self.guild.bot_joined:
            return False
        return bool(self.guild.permissions_of(self.world.bot, self) & permission)

    async def next_message(
        self, author: User | None = None, timeout: float = DEFAULT_TIMEOUT
    ) -> Message:
        """The next message by `author` (the bot unless told) nobody asked for before.

        Ephemeral messages are not part of a channel; read them from the interaction.
        Raises AssertionError when none comes within `timeout` seconds.
        """
        wanted = author or self.world.bot
        message = await self.world.changes.wait_for(
            lambda: self._unread(wanted),
            timeout=timeout,
            what=lambda: f"a message by {wanted.name} in {self.name}; there is:\n{self.phone()}",
        )
        self._read.add(message.id)
        return message

    async def no_message(self, within: float = 0.5, author: User | None = None) -> None:
        """Assert that no further message by `author` (the bot unless told) comes `within` s."""
        wanted = author or self.world.bot
        try:
            message = await self.next_message(wanted, timeout=within)
        except AssertionError:
            return
        raise AssertionError(f"{wanted.name} said in {self.name}:\n{message.phone()}")

    def by_bot(self) -> list[Message]:
        """Every message of the bot that is still in the channel, oldest first."""
        return [m for m in self.messages if m.author is self.world.bot and not m.deleted]

    def phone(self) -> str:
        """The whole channel as a person sees it on a phone."""
        shown = [f"{m.author.name}:\n{m.phone()}" for m in self.messages if not m.deleted]
        return "\n\n".join(shown) or "(nothing)"

    def _unread(self, author: User) -> Message | None:
        return next(
            (
                m
                for m in self.messages
                if m.id not in self._read and m.author is author and not m.deleted and not m.loading
            ),
            None,
        )


@dataclass(eq=False)
class Message(reading.Readable):
    """A message, with what a person sees of it: see `reading.Readable`."""

    id: int
    channel: Channel
    author: User
    content: str = ""
    components: list[Json] = field(default_factory=list)
    embeds: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    type: int = 0
    nonce: str | None = None
    reply_to: Message | None = None
    mentions: list[User] = field(default_factory=list)
    pings: Pings = field(default_factory=Pings)
    visible_to: User | None = None
    interaction: InteractionRecord | None = None
    thread: Channel | None = None
    reactions: dict[str, list[User]] = field(default_factory=dict)
    created_at: float = field(default_factory=time.time)
    edited_at: float | None = None
    edits: int = 0
    deleted: bool = False
    _edits_seen: int = 0

    def __repr__(self) -> str:
        return f"<Message by {self.author.name}: {self.text[:60]!r}>"

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & FLAG_EPHEMERAL)

    @property
    def loading(self) -> bool:
        return bool(self.flags & FLAG_LOADING)

    @property
    def is_v2(self) -> bool:
        return bool(self.flags & FLAG_COMPONENTS_V2)

    async def next_edit(self, timeout: float = DEFAULT_TIMEOUT) -> Message:
        """This message, after it was edited again since the last call."""
        await self.channel.world.changes.wait_for(
            lambda: self.edits > self._edits_seen,
            timeout=timeout,
            what=lambda: f"an edit of:\n{self.phone()}",
        )
        self._edits_seen = self.edits
        return self

    async def no_edit(self, within: float = 0.5) -> None:
        """Assert that the message is not edited again `within` seconds."""
        try:
            await self.next_edit(timeout=within)
        except AssertionError:
            return
        raise AssertionError(f"the message was edited to:\n{self.phone()}")

    async def gone(self, timeout: float = DEFAULT_TIMEOUT) -> None:
        """Wait until the message is deleted."""
        await self.channel.world.changes.wait_for(
            lambda: self.deleted, timeout=timeout, what=lambda: f"this to go:\n{self.phone()}"
        )
