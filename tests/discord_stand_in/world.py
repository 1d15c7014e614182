"""Everything that exists, by id, and the way the bot is told of changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .errors import Json
from .ids import Snowflakes
from .model import DM, Channel, Guild, Message
from .objects import Role, User
from .payloads import channel_payload
from .permissions import EVERYONE
from .waiting import Changes

if TYPE_CHECKING:
    from .gateway import Gateway


class World:
    """Everything that exists, by id, and the one place that tells the bot about changes."""

    def __init__(self, bot_name: str) -> None:
        self.ids = Snowflakes()
        self.changes = Changes()
        self.bot = User(self.ids.next(), bot_name, bot=True)
        self.owner = User(self.ids.next(), "Server Owner")
        self.users: dict[int, User] = {self.bot.id: self.bot, self.owner.id: self.owner}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.dm_closed: set[int] = set()
        self.gateway: Gateway | None = None
        self.base_url = ""

    def add_guild(self, name: str, *, bot_joined: bool, locale: str, permissions: int) -> Guild:
        guild = Guild(self, self.ids.next(), name, self.owner, bot_joined, locale)
        guild.roles.append(Role(guild.id, "@everyone", EVERYONE))
        if bot_joined:
            role = Role(self.ids.next(), self.bot.name, permissions, bot=self.bot)
            guild.roles.append(role)
            guild.member_roles[self.bot.id] = [role]
        self.guilds[guild.id] = guild
        return guild

    def dm_with(self, user: User) -> Channel:
        """The DM channel of the bot and `user`."""
        for channel in self.channels.values():
            if channel.type == DM and channel.recipients == [user]:
                return channel
        channel = Channel(self, self.ids.next(), DM, f"DM with {user.name}", recipients=[user])
        self.channels[channel.id] = channel
        return channel

    def announce(
        self,
        event: str,
        build: Callable[[int], Json | None],
        *,
        guild: Guild | None = None,
        intent: int = 0,
    ) -> None:
        """Tell the bot of `event`; `build` makes its data for the intents a session has."""
        if self.gateway is not None:
            self.gateway.dispatch(event, build, guild=guild, intent=intent)
        self.changes.ring()

    def announce_channel(self, event: str, channel: Channel) -> None:
        if channel.guild is not None and channel.guild.bot_joined:
            self.announce(
                event, lambda _: channel_payload(channel), guild=channel.guild, intent=1 << 0
            )
