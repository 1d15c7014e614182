"""Going on in threads: who was just answered there may ask on without calling the bot again."""

from __future__ import annotations

import discord
from cachetools import TTLCache
from discord.ext import commands

from bot.addressing import Address, is_from_person, strip_mentions
from bot.answering import answer_message, go_on
from bot.career_bot import CareerBot
from bot.conversations import LIFETIME_SECONDS, MOST_CONVERSATIONS, Place


class Threads(commands.Cog):
    """Answers what plainly goes on from an answer, as long as nobody else joins in."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        self._asking: TTLCache[int, int] = TTLCache(MOST_CONVERSATIONS, LIFETIME_SECONDS)
        """Who talks with the bot in each thread: the latest to ask it, until people talk."""

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message in a thread that goes on from the answer before it."""
        thread = message.channel
        if not isinstance(thread, discord.Thread) or not is_from_person(message):
            return
        address = self.bot.find_address(message)
        if address is Address.DIRECT:
            self._asking[thread.id] = message.author.id
        elif address is not Address.THREAD or self._asking.get(thread.id) != message.author.id:
            self._asking.pop(thread.id, None)
        else:
            await self._go_on(message)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[CareerBot]) -> None:
        """Note who uses a command or a button in a thread."""
        used = (discord.InteractionType.application_command, discord.InteractionType.component)
        if isinstance(interaction.channel, discord.Thread) and interaction.type in used:
            self._asking[interaction.channel.id] = interaction.user.id

    async def _go_on(self, message: discord.Message) -> None:
        place = Place(message.channel.id, message.author.id)
        before = self.bot.conversations.at(place)
        if before is None:
            return
        question = go_on(self.bot, strip_mentions(message.content), place, before)
        if question is not None:
            await answer_message(self.bot, message, question)
