"""Routes about the bot itself, its application, its commands, users and guilds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .commands import without_localizations
from .errors import ApiError, Json, missing_access, unknown
from .payloads import channel_payload, guild_payload, member_payload, user_payload

if TYPE_CHECKING:
    from .rest import Answer, Call, Handler
    from .stand_in import DiscordStandIn


def routes(stand_in: DiscordStandIn) -> list[tuple[str, str, Handler]]:
    account = _Account(stand_in)
    commands = "/applications/{application}/commands"
    guild_commands = "/applications/{application}/guilds/{guild}/commands"
    found: list[tuple[str, str, Handler]] = [
        ("GET", "/gateway", account.gateway),
        ("GET", "/gateway/bot", account.gateway_bot),
        ("GET", "/users/@me", account.me),
        ("PATCH", "/users/@me", account.me),
        ("GET", "/users/{user}", account.user),
        ("POST", "/users/@me/channels", account.open_dm),
        ("GET", "/oauth2/applications/@me", account.application),
        ("GET", "/applications/@me", account.application),
        ("GET", "/guilds/{guild}", account.guild),
        ("GET", "/guilds/{guild}/channels", account.guild_channels),
        ("GET", "/guilds/{guild}/members/{user}", account.member),
        ("GET", "/applications/{application}/emojis", account.emojis),
    ]
    for path in (commands, guild_commands):
        found += [
            ("GET", path, account.commands),
            ("PUT", path, account.replace_commands),
            ("POST", path, account.add_command),
            ("GET", path + "/{command}", account.command),
            ("PATCH", path + "/{command}", account.change_command),
            ("DELETE", path + "/{command}", account.remove_command),
        ]
    return found


class _Account:
    def __init__(self, stand_in: DiscordStandIn) -> None:
        self.stand_in = stand_in
        self.world = stand_in.world

    async def gateway(self, _: Call) -> Answer:
        return {"url": self.stand_in.gateway_url}

    async def gateway_bot(self, _: Call) -> Answer:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        shards = self.stand_in.recommended_shards
        return {
            "url": self.stand_in.gateway_url,
            "shards": shards,
            "session_start_limit": limit,
        }

    async def me(self, _: Call) -> Answer:
        return user_payload(self.world.bot) | {
            "verified": True,
            "mfa_enabled": True,
            "email": None,
            "flags": 0,
            "locale": "en-US",
        }

    async def user(self, call: Call) -> Answer:
        user = self.world.users.get(call.number("user"))
        if user is None:
            raise unknown("User")
        return user_payload(user)

    async def open_dm(self, call: Call) -> Answer:
        user = self.world.users.get(int((call.json or {}).get("recipient_id") or 0))
        if user is None:
            raise unknown("User")
        if user.bot:
            raise ApiError(400, 50007, "Cannot send messages to this user")
        return channel_payload(self.world.dm_with(user))

    async def application(self, _: Call) -> Answer:
        return {
            "id": str(self.world.bot.id),
            "name": self.world.bot.name,
            "icon": None,
            "description": "",
            "summary": "",
            "type": None,
            "bot": user_payload(self.world.bot),
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": user_payload(self.world.owner),
            "team": None,
            "verify_key": "0" * 64,
            "flags": 0,
            "tags": [],
            "interactions_endpoint_url": None,
            "approximate_guild_count": len(self.world.guilds),
            "integration_types_config": {"0": {}, "1": {}},
        }

    async def guild(self, call: Call) -> Answer:
        guild = self.world.guilds.get(call.number("guild"))
        if guild is None:
            raise unknown("Guild")
        if not guild.bot_joined:
            raise missing_access()
        gateway_only = ("channels", "threads", "members", "presences", "voice_states")
        return {k: v for k, v in guild_payload(guild).items() if k not in gateway_only}

    async def guild_channels(self, call: Call) -> Answer:
        await self.guild(call)
        guild = self.world.guilds[call.number("guild")]
        return [channel_payload(channel) for channel in guild.channels]

    async def member(self, call: Call) -> Answer:
        await self.guild(call)
        user = self.world.users.get(call.number("user"))
        if user is None:
            raise unknown("Member")
        return member_payload(self.world.guilds[call.number("guild")], user)

    async def emojis(self, _: Call) -> Answer:
        return {"items": []}

    async def commands(self, call: Call) -> Answer:
        registered = self.stand_in.commands.registered(self._scope(call))
        if call.query.get("with_localizations") in ("true", "1"):
            return registered
        return [without_localizations(command) for command in registered]

    async def replace_commands(self, call: Call) -> Answer:
        return self.stand_in.commands.replace_all(call.json or [], self._scope(call))

    async def add_command(self, call: Call) -> Answer:
        return self.stand_in.commands.upsert(call.json or {}, self._scope(call))

    async def command(self, call: Call) -> Answer:
        return self.stand_in.commands.by_id(call.parts["command"], self._scope(call))

    async def change_command(self, call: Call) -> Answer:
        body: Json = call.json or {}
        return self.stand_in.commands.change(call.parts["command"], body, self._scope(call))

    async def remove_command(self, call: Call) -> Answer:
        self.stand_in.commands.remove(call.parts["command"], self._scope(call))
        return None

    def _scope(self, call: Call) -> int | None:
        """The guild whose commands are meant, None for the global ones."""
        if call.number("application") != self.world.bot.id:
            raise unknown("Application")
        if "guild" not in call.parts:
            return None
        guild = self.world.guilds.get(call.number("guild"))
        if guild is None or not guild.bot_joined:
            raise missing_access()
        return guild.id
