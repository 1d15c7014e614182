"""Telling Discord about the commands, only when they differ from those it has."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

import discord
from discord.http import Route

from bot.attempts import LOST
from bot.pauses import growing_pauses

if TYPE_CHECKING:
    from bot.career_bot import CareerBot

log = logging.getLogger(__name__)

_LEFT_TO_DISCORD: Final = {"id", "application_id", "version", "guild_id", "handler"}
_SUPERSEDED: Final = {"dm_permission"}
"""Discord derives it from the contexts."""
_UNORDERED: Final = {"contexts", "integration_types", "channel_types"}


class CommandSync:
    """Syncs the command tree once after the start, however often that has to be tried."""

    def __init__(self, bot: CareerBot) -> None:
        self._bot = bot
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, unless it has begun before."""
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="command sync")

    async def _run(self) -> None:
        for pause in growing_pauses():
            try:
                await self.sync()
                return
            except LOST as error:
                reason = type(error).__name__
                log.warning("commands not synced (%s); again in %.1f s", reason, pause)
            except discord.DiscordException:
                log.exception("Discord refused the commands")
                return
            await asyncio.sleep(pause)

    async def sync(self) -> bool:
        """Send the commands if they differ from Discord's; whether they were sent."""
        bot = self._bot
        wanted = await self._build_payloads()
        # with_localizations: without it Discord leaves the translations out of its answer.
        route = Route(
            "GET", "/applications/{application_id}/commands", application_id=bot.application_id
        )
        held = await bot.http.request(route, params={"with_localizations": "true"})
        if normalize_commands(wanted) == normalize_commands(held):
            log.info("commands are as Discord has them")
            return False
        await bot.tree.sync()
        log.info("commands synced: %s", ", ".join(str(command["name"]) for command in wanted))
        return True

    async def _build_payloads(self) -> list[dict[str, Any]]:
        tree = self._bot.tree
        every = tree.get_commands()
        if tree.translator is None:
            return [command.to_dict(tree) for command in every]
        return [await command.get_translated_payload(tree, tree.translator) for command in every]


def normalize_commands(commands: list[Any]) -> list[Any]:
    """Command payloads in a form in which equal definitions are equal, whoever wrote them."""
    normal = [_normalize(command) for command in commands]
    return sorted(normal, key=lambda command: (command.get("type", 1), command["name"]))


def _normalize(value: Any) -> Any:
    """`value` without what Discord adds by itself and without what only states a default."""
    if isinstance(value, dict):
        kept = {
            key: sorted(item) if key in _UNORDERED and item else _normalize(item)
            for key, item in value.items()
            if key not in _LEFT_TO_DISCORD | _SUPERSEDED
        }
        return {key: item for key, item in kept.items() if not _is_default(item)}
    if isinstance(value, list):
        return [_normalize(item) for item in value]
    return value


def _is_default(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})
