"""Going on in threads: who was just answered there may ask on without calling the bot again."""

from __future__ import annotations

import discord
from discord.ext import commands

from bot.addressing import Address, is_from_person
from bot.answering import answer_message, go_on_in_thread
from bot.career_bot import CareerBot


class Threads(commands.Cog):
    """Answers what plainly goes on from an answer, as long as nobody else joins in."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message in a thread that goes on from the answer before it."""
        thread = message.channel
        if not isinstance(thread, discord.Thread) or not is_from_person(message):
            return
        address = self.bot.find_address(message)
        if address is Address.NOT or not self.bot.askers.is_asking(message):
            self.bot.askers.release(thread)
        elif address is Address.THREAD:
            question = go_on_in_thread(self.bot, message)
            if question is not None:
                await answer_message(self.bot, message, question)
