"""`/ask`: a question in words, or an entry picked from what is offered while typing."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering import ask, is_personal, place_of, respond
from bot.career_bot import CareerBot
from bot.engine.replies import Mode
from bot.questions import Question
from bot.render import CHOICE_LIMIT, CHOICE_NAME_LIMIT, KEPT_PRIVATE, shorten

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
        """Ask a question and get an answer"""
        if question in self.bot.served.knowledge.entries_by_id:
            await self._open(interaction, question, private=private)
        else:
            await self._answer(interaction, question, private=private)

    async def _answer(
        self, interaction: discord.Interaction[CareerBot], text: str, *, private: bool
    ) -> None:
        """Answer a question in words; where it holds personal numbers, privately."""
        personal = is_personal(interaction, text)
        question = ask(self.bot, text, place_of(interaction, private=private or personal))
        preface = KEPT_PRIVATE if personal and not private else ""
        await respond(self.bot, interaction, question, preface=preface)

    async def _open(
        self, interaction: discord.Interaction[CareerBot], entry_id: str, *, private: bool
    ) -> None:
        """Answer with an entry that was picked from the offered ones."""
        place = place_of(interaction, private=private)
        before = self.bot.conversations.at(place)
        answer = self.bot.conversations.open(self.bot.served.engine, entry_id, place=place)
        text = answer.answers[0].question
        await respond(self.bot, interaction, Question(text, place, Mode.DIRECT, before, answer))

    @ask.autocomplete("question")
    async def complete_question(
        self, interaction: discord.Interaction[CareerBot], typed: str
    ) -> list[app_commands.Choice[str]]:
        """The entries that fit what is typed so far, best first."""
        try:
            entries = self.bot.served.engine.complete(typed, limit=CHOICE_LIMIT)
        except Exception:  # noqa: BLE001 # else the library logs it, with what was typed
            await self.bot.report(interaction)
            return []
        return [
            app_commands.Choice(name=shorten(entry.question, CHOICE_NAME_LIMIT), value=entry.id)
            for entry in entries
        ]
