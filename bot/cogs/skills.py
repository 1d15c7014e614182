"""`/skills`: the skills the job asks for."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.tools.skills import render_skills
from bot.views.layouts import make_layout, make_texts


class Skills(commands.Cog):
    """Answers `/skills`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @app_commands.command()
    async def skills(self, interaction: discord.Interaction[CareerBot]) -> None:
        """See which skills matter and why"""
        text = render_skills(self.bot.served.knowledge)
        await self.bot.delivery.respond(interaction, make_layout(*make_texts(text)))
