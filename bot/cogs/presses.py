"""Presses of follow-up and clarification buttons."""

from __future__ import annotations

import discord
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.conversations import Place
from bot.engine.replies import Answer
from bot.render import BUTTON_EXPIRED
from bot.views.actions import Press
from bot.views.custom_ids import BUTTON, SELECT
from bot.views.replies import CHOOSE, OPEN, layout_reply


class Presses(commands.Cog):
    """Answers with the entry somebody chose."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add(OPEN, self.open_entry)
        bot.actions.add(CHOOSE, self.choose_entry)

    async def open_entry(self, press: Press) -> None:
        """Answer with an entry: a new message in a channel for whoever pressed."""
        (entry_id,) = press.arguments
        answer = self._open(press, entry_id)
        preface = "" if self._is_alone(press) else f"-# For {press.user.mention}"
        await self.bot.delivery.respond(
            press.interaction,
            self._layout(answer, press, preface),
            private=press.on_private_message,
        )

    async def choose_entry(self, press: Press) -> None:
        """Let the chosen answer take the place of the choices; others get it beside them."""
        asker_id, entry_id = press.arguments
        if str(press.user.id) != asker_id:
            press = Press(press.interaction, (entry_id,))
            await self.open_entry(press)
            return
        answer = self._open(press, entry_id)
        await self.bot.delivery.update(press.interaction, self._layout(answer, press))

    def _open(self, press: Press, entry_id: str) -> Answer:
        interaction = press.interaction
        place = Place(interaction.channel_id or 0, press.user.id, press.on_private_message)
        return self.bot.conversations.open(self.bot.served.engine, entry_id, place=place)

    def _layout(self, answer: Answer, press: Press, preface: str = "") -> discord.ui.LayoutView:
        return layout_reply(
            answer, self.bot.served.knowledge, asker_id=press.user.id, preface=preface
        )

    @staticmethod
    def _is_alone(press: Press) -> bool:
        """Whether nobody else reads along, so that it need not be said for whom an answer is."""
        return press.on_private_message or press.interaction.guild_id is None

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[CareerBot]) -> None:
        """Say a kind word on buttons of a scheme this version does not know."""
        if interaction.type is not discord.InteractionType.component:
            return
        custom_id = str(dict(interaction.data or {}).get("custom_id", ""))
        if not custom_id.startswith((f"{BUTTON}:", f"{SELECT}:")):
            await self.bot.tell_privately(interaction, BUTTON_EXPIRED)
