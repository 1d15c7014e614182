"""Presses of follow-up and clarification buttons, and buttons nobody knows any more."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord.ext import commands

from bot.answering import choose_audience, layout_question, place_of, recall_question, respond
from bot.career_bot import CareerBot
from bot.engine.replies import Mode
from bot.questions import Question
from bot.render import BUTTON_EXPIRED
from bot.views.actions import Press
from bot.views.custom_ids import BUTTON, SELECT
from bot.views.replies import CHOOSE, OPEN, Audience
from bot.views.topics import OPEN_CHOSEN


class Presses(commands.Cog):
    """Answers with the entry somebody chose."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add(OPEN, self.open_entry)
        bot.actions.add(OPEN_CHOSEN, self.open_chosen)
        bot.actions.add(CHOOSE, self.choose_entry)

    async def open_entry(self, press: Press) -> None:
        """Answer with an entry: a new message in a channel for whoever pressed."""
        await self._open(press, press.arguments[0])

    async def open_chosen(self, press: Press) -> None:
        """Answer with the entry chosen in a select."""
        await self._open(press, press.values[0])

    async def choose_entry(self, press: Press) -> None:
        """Let the chosen answer take the place of the choices; others get it beside them."""
        asker_id, entry_id = press.arguments
        if str(press.user.id) != asker_id:
            await self._open(press, entry_id)
            return
        question = self._ask(press, entry_id)
        audience = choose_audience(press.interaction, private=press.on_private_message)
        layout = layout_question(self.bot, question, audience)
        if audience is Audience.CHANNEL:
            self.bot.askers.note(press.interaction.channel, question)
        await self.bot.delivery.update(press.interaction, layout)
        if press.interaction.message is not None:
            await self._remember_choice(question, press.interaction.message.id)

    async def _remember_choice(self, question: Question, answer_id: int) -> None:
        """Remember what was chosen as answering what was asked, which may yet be edited."""
        asked = await recall_question(self.bot, answer_id)
        if asked is not None:
            question = replace(asked, text=question.text, reply=question.reply)
        self.bot.memory.remember(question, answer_id=answer_id)

    async def _open(self, press: Press, entry_id: str) -> None:
        preface = press.preface
        await respond(self.bot, press.interaction, self._ask(press, entry_id), preface=preface)

    def _ask(self, press: Press, entry_id: str) -> Question:
        place = place_of(press.interaction, private=press.on_private_message)
        before = self.bot.conversations.at(place)
        answer = self.bot.conversations.open(self.bot.served.engine, entry_id, place=place)
        return Question(answer.answers[0].question, place, Mode.DIRECT, before, answer)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[CareerBot]) -> None:
        """Say a kind word on buttons of a scheme this version does not know."""
        if interaction.type is not discord.InteractionType.component:
            return
        custom_id = str(dict(interaction.data or {}).get("custom_id", ""))
        if not custom_id.startswith((f"{BUTTON}:", f"{SELECT}:")):
            await self.bot.tell_privately(interaction, BUTTON_EXPIRED)
