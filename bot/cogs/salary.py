"""`/salary`: what is known about pay, in words and as a picture."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import discord
from cachetools import LRUCache
from discord import app_commands
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.delivery import Attachment
from bot.knowledge.base import Knowledge
from bot.render import COMMAND_DESCRIPTION_LIMIT, shorten
from bot.tools.chart import describe_salary_chart, draw_salary_chart
from bot.tools.salary import name_region, salary_levels, salary_regions, select_figures
from bot.views.actions import Press
from bot.views.choices import add_choices
from bot.views.salary import CHART_FILENAME, layout_salary

MOST_CHARTS: Final = 64

ChartKey = tuple[str, str | None, str | None]
"""The knowledge's version, the region and the level: what a picture depends on."""


class Salary(commands.Cog):
    """Answers `/salary`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        self._charts: LRUCache[ChartKey, Attachment | None] = LRUCache(MOST_CHARTS)
        self._drawing = asyncio.Lock()
        """Drawing is not safe in two threads at once, and nothing need be drawn twice."""
        bot.actions.add("tool-salary", self.open)

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self._make_command())

    def _make_command(self) -> app_commands.Command[Any, ..., None]:
        """The command, with choices from the figures there are."""
        named = f"Only this {name_region(self.bot.served.knowledge)}"
        only_this = shorten(named, COMMAND_DESCRIPTION_LIMIT)

        @app_commands.command()
        @app_commands.describe(region=only_this, level="Only this level of experience")
        async def salary(
            interaction: discord.Interaction[CareerBot],
            region: str | None = None,
            level: str | None = None,
        ) -> None:
            """See what the sources say about pay, also as a picture"""
            await self._show(interaction, region, level)

        add_choices(salary, "region", salary_regions(self.bot.served.knowledge))
        add_choices(salary, "level", salary_levels(self.bot.served.knowledge))
        return salary

    async def open(self, press: Press) -> None:
        """Show all figures to somebody who pressed a button."""
        private = press.on_private_message
        await self._show(press.interaction, private=private, preface=press.preface)

    async def _show(
        self,
        interaction: discord.Interaction[CareerBot],
        region: str | None = None,
        level: str | None = None,
        *,
        private: bool = False,
        preface: str = "",
    ) -> None:
        """The words at once; the picture, where one is allowed, joins them once it is drawn."""
        knowledge = self.bot.served.knowledge
        key = (knowledge.version, region, level)
        may_attach = interaction.app_permissions.attach_files
        drawn = key in self._charts
        chart = self._charts.get(key) if may_attach else None
        layout = layout_salary(
            knowledge, region, level, with_chart=chart is not None, preface=preface
        )
        with self.bot.delivery.under_way():
            await self.bot.delivery.respond(
                interaction, layout, private=private, attachments=[chart] if chart else []
            )
            if drawn or not may_attach:
                return
            try:
                await self._add_chart(interaction, knowledge, key, preface)
            except Exception:  # noqa: BLE001 # the words say the same, and they have arrived
                await self.bot.report(None)

    async def _add_chart(
        self,
        interaction: discord.Interaction[CareerBot],
        knowledge: Knowledge,
        key: ChartKey,
        preface: str,
    ) -> None:
        """Draw the picture, if there is anything to draw, and put it below the words."""
        _, region, level = key
        async with self._drawing:
            if key not in self._charts:
                self._charts[key] = await asyncio.to_thread(self._draw, region, level)
        chart = self._charts.get(key)
        if chart is not None:
            layout = layout_salary(knowledge, region, level, with_chart=True, preface=preface)
            await self.bot.delivery.edit_response(interaction, layout, attachments=[chart])

    def _draw(self, region: str | None, level: str | None) -> Attachment | None:
        knowledge = self.bot.served.knowledge
        figures = select_figures(knowledge, region, level)
        if not figures:
            return None
        picture = draw_salary_chart(figures, knowledge.sources_by_id)
        description = describe_salary_chart(figures, knowledge.sources_by_id)
        return Attachment(CHART_FILENAME, picture, description)
