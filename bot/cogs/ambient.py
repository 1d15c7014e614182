"""Answering unasked in channels and forums that an admin opened: only when sure, and not often."""

from __future__ import annotations

import logging
from typing import Final

import discord
from cachetools import TTLCache
from discord.ext import commands

from bot.addressing import Address, strip_mentions
from bot.answering import answer_message, go_on_in_thread, overhear
from bot.career_bot import CareerBot
from bot.conversations import Place
from bot.errors import LostError
from bot.render import SLOW_DOWN
from bot.views.layouts import make_layout, make_texts

log = logging.getLogger(__name__)

PERIOD_SECONDS: Final = 60.0
ANSWERS_PER_PERSON: Final = 3
ANSWERS_PER_CHANNEL: Final = 6
TOLD_SECONDS: Final = 24 * 60 * 60.0
"""The limit is explained to a person once in this time."""


class Ambient(commands.Cog):
    """Answers what nobody asked the bot, where it was invited to."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        self._per_person = commands.CooldownMapping.from_cooldown(
            ANSWERS_PER_PERSON, PERIOD_SECONDS, commands.BucketType.member
        )
        self._per_channel = commands.CooldownMapping.from_cooldown(
            ANSWERS_PER_CHANNEL, PERIOD_SECONDS, commands.BucketType.channel
        )
        self._told: TTLCache[int, bool] = TTLCache(10_000, TOLD_SECONDS)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer an overheard question the engine is sure of, or what goes on from an answer."""
        address = self.bot.find_address(message)
        if address not in (Address.AMBIENT, Address.POST):
            return
        went_on = go_on_in_thread(self.bot, message)
        if went_on is not None:
            await answer_message(self.bot, message, went_on)
            return
        channel = message.channel
        title = ""
        if address is Address.POST and isinstance(channel, discord.Thread):
            title = channel.name
        place = Place(channel.id, message.author.id, way="ambient")
        question = overhear(self.bot, strip_mentions(message.content), place, title=title)
        if question is None:
            return
        if _is_used_up(self._per_person, message):
            await self._explain_limit(message.author)
        elif not _is_used_up(self._per_channel, message):
            self._per_person.update_rate_limit(message)
            self._per_channel.update_rate_limit(message)
            await answer_message(self.bot, message, question)

    async def _explain_limit(self, person: discord.User | discord.Member) -> None:
        """Tell a person once, in a direct message; the channel has heard enough."""
        if person.id in self._told:
            return
        self._told[person.id] = True
        try:
            await self.bot.delivery.send(
                person, make_layout(*make_texts(SLOW_DOWN)), nonce=f"l{person.id}"
            )
        except (discord.HTTPException, LostError) as error:
            log.info("the limit could not be explained (%s)", type(error).__name__)


def _is_used_up(limit: commands.CooldownMapping[discord.Message], message: discord.Message) -> bool:
    """Whether one more answer would be too many; only answers count, so asking uses up nothing."""
    bucket = limit.get_bucket(message)
    return bucket is not None and bucket.get_retry_after() > 0
