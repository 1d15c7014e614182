"""`/help`: what the bot does and how to ask it, in the words of each place."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering import is_direct
from bot.career_bot import CareerBot
from bot.views.help import Situation, layout_help


class Help(commands.Cog):
    """Answers `/help`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @app_commands.command()
    async def help(self, interaction: discord.Interaction[CareerBot]) -> None:
        """See what this bot does and how to ask it"""
        served = self.bot.served
        layout = layout_help(served.engine, served.knowledge, find_situation(interaction))
        await self.bot.delivery.respond(interaction, layout, private=not is_direct(interaction))


def find_situation(interaction: discord.Interaction[CareerBot]) -> Situation:
    """Where the help is asked for."""
    if is_direct(interaction):
        return Situation.DIRECT
    if interaction.is_guild_integration():
        return Situation.SERVER
    return Situation.ELSEWHERE
