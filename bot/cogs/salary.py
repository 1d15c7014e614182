"""`/salary`: what is known about pay."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.tools.salary import render_salary
from bot.views.layouts import make_layout, make_texts


class Salary(commands.Cog):
    """Answers `/salary`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @app_commands.command()
    async def salary(self, interaction: discord.Interaction[CareerBot]) -> None:
        """See what the sources say about pay"""
        text = render_salary(self.bot.served.knowledge)
        await self.bot.delivery.respond(interaction, make_layout(*make_texts(text)))
