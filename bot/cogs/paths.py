"""`/paths`: the career paths, and a quiz that only the one who takes it sees."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering import is_direct
from bot.career_bot import CareerBot
from bot.errors import QuizChangedError
from bot.render import QUIZ_CHANGED
from bot.views.actions import Press
from bot.views.paths import ANSWER, PATHS, QUIZ, layout_paths, layout_quiz


class Paths(commands.Cog):
    """Answers `/paths`."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add("tool-paths", self.open)
        bot.actions.add("tool-quiz", self.open_quiz)
        bot.actions.add(PATHS, self.turn)
        bot.actions.add(QUIZ, self.open_quiz)
        bot.actions.add(ANSWER, self.answer)

    @app_commands.command()
    async def paths(self, interaction: discord.Interaction[CareerBot]) -> None:
        """See the career paths, and find the one closest to you"""
        await self.bot.delivery.respond(interaction, layout_paths(self.bot.served.knowledge))

    async def open(self, press: Press) -> None:
        """Show the paths to somebody who pressed a button."""
        layout = layout_paths(self.bot.served.knowledge, preface=press.preface)
        await self.bot.delivery.respond(press.interaction, layout, private=press.on_private_message)

    async def turn(self, press: Press) -> None:
        """Turn to a page of the paths."""
        (page,) = press.arguments
        layout = layout_paths(self.bot.served.knowledge, page=int(page))
        await self.bot.delivery.update(press.interaction, layout)

    async def open_quiz(self, press: Press) -> None:
        """Open the quiz for the presser only."""
        layout = layout_quiz(self.bot.served.knowledge)
        await self.bot.delivery.respond(
            press.interaction, layout, private=not is_direct(press.interaction)
        )

    async def answer(self, press: Press) -> None:
        """Go on with the quiz, or show where the answers point."""
        keys = [key for key in press.arguments[0].split(".") if key]
        try:
            layout = layout_quiz(self.bot.served.knowledge, keys)
        except QuizChangedError:
            await self.bot.tell_privately(press.interaction, QUIZ_CHANGED)
            return
        await self.bot.delivery.update(press.interaction, layout)
