"""Message context menus: the chosen message answered for everybody, or for one person."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.addressing import strip_mentions
from bot.answering import ask_alone, is_personal, place_of, respond
from bot.career_bot import CareerBot
from bot.render import MESSAGE_KEPT_PRIVATE, NOTHING_TO_ANSWER


class Menus(commands.Cog):
    """Answers messages that somebody points at."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        self._menus = [
            app_commands.ContextMenu(name="Answer this", callback=self.answer_publicly),
            app_commands.ContextMenu(name="Answer privately", callback=self.answer_privately),
        ]

    async def cog_load(self) -> None:
        for menu in self._menus:
            self.bot.tree.add_command(menu)

    async def answer_publicly(
        self, interaction: discord.Interaction[CareerBot], message: discord.Message
    ) -> None:
        """Answer the message so that everybody in the channel sees it."""
        await self._answer(interaction, message, private=False)

    async def answer_privately(
        self, interaction: discord.Interaction[CareerBot], message: discord.Message
    ) -> None:
        """Answer the message for the one who asks only."""
        await self._answer(interaction, message, private=True)

    async def _answer(
        self,
        interaction: discord.Interaction[CareerBot],
        message: discord.Message,
        *,
        private: bool,
    ) -> None:
        """Answer the message by itself: whoever wrote it, it is no turn of who points at it."""
        text = strip_mentions(message.content)
        if not text:
            await self.bot.tell_privately(interaction, NOTHING_TO_ANSWER)
            return
        personal = is_personal(interaction, text)
        place = place_of(interaction, private=private or personal)
        lines = [f"-# About [this message]({message.jump_url})"]
        if personal and not private:
            lines.append(MESSAGE_KEPT_PRIVATE)
        question = ask_alone(self.bot, text, place)
        await respond(self.bot, interaction, question, preface="\n".join(lines))
