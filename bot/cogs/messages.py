"""Answering what is said to the bot: direct messages, mentions and replies."""

from __future__ import annotations

import discord
from discord.ext import commands

from bot.addressing import Address, mentions, strip_mentions
from bot.answering import (
    ANSWER_PRIVATE,
    answer_message,
    ask,
    ask_after,
    place_of,
    recall_question,
    respond,
    send_reply,
)
from bot.career_bot import CareerBot
from bot.conversations import Place
from bot.render import (
    ASK_SOMETHING,
    NOT_THE_ASKER,
    QUESTION_FORGOTTEN,
    UNREADABLE_REPLY,
)
from bot.views.actions import Press
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import open_buttons


class Messages(commands.Cog):
    """Answers what people write to the bot."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add(ANSWER_PRIVATE, self.answer_privately)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is for the bot."""
        if self.bot.find_address(message) is Address.DIRECT:
            await self._answer(message)

    async def _answer(self, message: discord.Message) -> None:
        query = strip_mentions(message.content)
        if not query:
            await self._answer_empty(message)
            return
        way = "mention" if message.guild else "direct message"
        place = Place(message.channel.id, message.author.id, way=way)
        question = ask(self.bot, query, place)
        await answer_message(self.bot, message, question)
        if message.guild is None:
            self.bot.dispatch("direct_answer", message)

    async def _answer_empty(self, message: discord.Message) -> None:
        """Say what to do to somebody whose words are not there, or whom Discord keeps from us."""
        if message.attachments or message.stickers:
            return
        named = mentions(message, self.bot.my_id)
        if not message.content and not named and message.guild is not None:
            await send_reply(self.bot, message, make_layout(*make_texts(UNREADABLE_REPLY)))
            return
        examples = open_buttons(self.bot.served.engine.examples)
        layout = make_layout(*make_texts(ASK_SOMETHING), *make_rows(examples))
        await send_reply(self.bot, message, layout)

    async def answer_privately(self, press: Press) -> None:
        """Answer the one who asked, so that nobody else sees it."""
        if str(press.user.id) != press.arguments[0]:
            await self.bot.tell_privately(press.interaction, NOT_THE_ASKER)
            return
        offer = press.interaction.message
        question = await recall_question(self.bot, offer.id) if offer else None
        if question is None:
            await self.bot.tell_privately(press.interaction, QUESTION_FORGOTTEN)
            return
        place = place_of(press.interaction, private=True)
        again = ask_after(self.bot, question.text, place, question.before)
        await respond(self.bot, press.interaction, again)
