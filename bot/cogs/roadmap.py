"""`/roadmap`: the steps in from where somebody stands; seen by that person only."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering import is_direct
from bot.career_bot import CareerBot
from bot.delivery import Attachment
from bot.tools.roadmap import export_roadmap, list_starts
from bot.views.actions import Press
from bot.views.choices import add_choices
from bot.views.roadmap import (
    EXPORT_FILENAME,
    ROADMAP,
    ROADMAP_EXPORT,
    layout_export,
    layout_roadmap,
)


class Roadmap(commands.Cog):
    """Answers `/roadmap`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add("tool-roadmap", self.open)
        bot.actions.add(ROADMAP, self.turn)
        bot.actions.add(ROADMAP_EXPORT, self.export)

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self._make_command())

    def _make_command(self) -> app_commands.Command[Any, ..., None]:
        """The command, with the places to start from as choices."""

        @app_commands.command()
        @app_commands.describe(start="Where you are now")
        async def roadmap(
            interaction: discord.Interaction[CareerBot], start: str | None = None
        ) -> None:
            """See the steps in, from where you are now"""
            await self._show(interaction, start)

        starts = [(start.id, start.name) for start in list_starts(self.bot.served.knowledge)]
        add_choices(roadmap, "start", starts)
        return roadmap

    async def open(self, press: Press) -> None:
        """Open the roadmap for somebody who pressed a button."""
        await self._show(press.interaction, None)

    async def turn(self, press: Press) -> None:
        """Show the steps from another start, or another page of them."""
        start, page = press.arguments if press.arguments else (press.values[0], "0")
        layout = layout_roadmap(self.bot.served.knowledge, start, page=int(page))
        await self.bot.delivery.update(press.interaction, layout)

    async def export(self, press: Press) -> None:
        """Send the steps as a file to keep."""
        (start,) = press.arguments
        text = export_roadmap(self.bot.served.knowledge, start)
        await self.bot.delivery.respond(
            press.interaction,
            layout_export(),
            private=not is_direct(press.interaction),
            attachments=[Attachment(EXPORT_FILENAME, text.encode())],
        )

    async def _show(self, interaction: discord.Interaction[CareerBot], start: str | None) -> None:
        layout = layout_roadmap(self.bot.served.knowledge, start)
        await self.bot.delivery.respond(interaction, layout, private=not is_direct(interaction))
