"""`/compare`: two things side by side, aspect by aspect."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.views.actions import Press
from bot.views.comparison import ASPECT, COMPARE, layout_comparison


class Comparison(commands.Cog):
    """Answers `/compare`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add("tool-compare", self.open)
        bot.actions.add(COMPARE, self.turn)
        bot.actions.add(ASPECT, self.choose_aspect)

    @app_commands.command()
    async def compare(self, interaction: discord.Interaction[CareerBot]) -> None:
        """Compare the two roles, aspect by aspect"""
        await self.bot.delivery.respond(interaction, layout_comparison(self.bot.served.knowledge))

    async def open(self, press: Press) -> None:
        """Show the comparison to somebody who pressed a button."""
        layout = layout_comparison(self.bot.served.knowledge, preface=press.preface)
        await self.bot.delivery.respond(press.interaction, layout, private=press.on_private_message)

    async def turn(self, press: Press) -> None:
        """Turn to a page of all aspects."""
        (page,) = press.arguments
        layout = layout_comparison(self.bot.served.knowledge, page=int(page))
        await self.bot.delivery.update(press.interaction, layout)

    async def choose_aspect(self, press: Press) -> None:
        """Show one aspect in the same message."""
        layout = layout_comparison(self.bot.served.knowledge, press.values[0])
        await self.bot.delivery.update(press.interaction, layout)
