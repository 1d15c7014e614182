"""`/ask`: a question in words, or an entry picked from what is offered while typing."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.conversations import Place
from bot.engine.replies import Reply
from bot.render import CHOICE_LIMIT, CHOICE_NAME_LIMIT, shorten
from bot.views.replies import layout_reply

LONGEST_QUESTION = 500


class Ask(commands.Cog):
    """Answers `/ask`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @app_commands.command()
    @app_commands.describe(
        question="Your question in your own words",
        private="Only you see the answer",
    )
    async def ask(
        self,
        interaction: discord.Interaction[CareerBot],
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        private: bool = False,
    ) -> None:
        """Ask a question and get an answer with its source"""
        place = Place(interaction.channel_id or 0, interaction.user.id, private)
        reply = self._reply(question, place)
        layout = layout_reply(reply, self.bot.served.knowledge, asker_id=interaction.user.id)
        await self.bot.delivery.respond(interaction, layout, private=private)

    def _reply(self, question: str, place: Place) -> Reply:
        """An entry picked from the offered ones goes straight to its answer."""
        served = self.bot.served
        if question in served.knowledge.entries_by_id:
            return self.bot.conversations.open(served.engine, question, place=place)
        return self.bot.conversations.reply(served.engine, question, place=place)

    @ask.autocomplete("question")
    async def complete_question(
        self, _interaction: discord.Interaction[CareerBot], typed: str
    ) -> list[app_commands.Choice[str]]:
        """The entries that fit what is typed so far, best first."""
        entries = self.bot.served.engine.complete(typed, limit=CHOICE_LIMIT)
        return [
            app_commands.Choice(name=shorten(entry.question, CHOICE_NAME_LIMIT), value=entry.id)
            for entry in entries
        ]
