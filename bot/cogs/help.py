"""`/help`: what the bot does and how to ask it."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.views.help import layout_help


class Help(commands.Cog):
    """Answers `/help`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @app_commands.command()
    async def help(self, interaction: discord.Interaction[CareerBot]) -> None:
        """See what this bot does and how to ask it"""
        await self.bot.delivery.respond(
            interaction, layout_help(self.bot.served.engine), private=interaction.guild is not None
        )
