"""A short welcome to whoever writes to the bot for the first time."""

from __future__ import annotations

import logging
from typing import Final

import discord
from cachetools import TTLCache
from discord.ext import commands

from bot.attempts import LOST
from bot.career_bot import CareerBot
from bot.views.help import layout_welcome

log = logging.getLogger(__name__)

KNOWN_SECONDS: Final = 24 * 60 * 60.0
"""How long somebody counts as known without another look."""


class Welcome(commands.Cog):
    """Welcomes people in their first direct message."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        self._known: TTLCache[int, bool] = TTLCache(50_000, KNOWN_SECONDS)

    @commands.Cog.listener()
    async def on_direct_answer(self, message: discord.Message) -> None:
        """Send a welcome after the answer, when nothing was said before this message."""
        if message.channel.id in self._known:
            return
        self._known[message.channel.id] = True
        if await self._is_first(message):
            await self.bot.delivery.send(
                message.channel,
                layout_welcome(self.bot.served.engine, self.bot.served.knowledge),
                nonce=f"w{message.channel.id}",
            )

    async def _is_first(self, message: discord.Message) -> bool:
        """Whether the channel holds nothing older; when Discord does not say, it is not."""
        try:
            async for _ in message.channel.history(limit=1, before=message):
                return False
        except (discord.HTTPException, *LOST) as error:
            log.info("the history is not to be had (%s)", type(error).__name__)
            return False
        return True
