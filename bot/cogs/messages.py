"""Answering what is said to the bot: direct messages, mentions, replies, and talk in threads."""

from __future__ import annotations

from typing import Final

import discord
from cachetools import TTLCache
from discord.ext import commands

from bot.addressing import (
    Address,
    is_opened_post,
    mentions,
    strip_mentions,
)
from bot.answering import (
    ANSWER_PRIVATE,
    answer_message,
    ask,
    ask_after,
    overhear,
    place_of,
    recall_question,
    respond,
    send_reply,
)
from bot.career_bot import CareerBot
from bot.conversations import Place
from bot.engine.questions import split_sentences
from bot.engine.replies import Fallback, Reply
from bot.render import (
    ASK_SOMETHING,
    NOT_THE_ASKER,
    QUESTION_FORGOTTEN,
    UNREADABLE_REPLY,
)
from bot.views.actions import Press
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import open_buttons

THREAD_SECONDS: Final = 24 * 60 * 60
"""How long a thread counts as one in which the bot takes part."""


class Messages(commands.Cog):
    """Answers what people write to the bot."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        self._threads: TTLCache[int, bool] = TTLCache(10_000, THREAD_SECONDS)
        bot.actions.add(ANSWER_PRIVATE, self.answer_privately)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is for the bot."""
        address = self.bot.find_address(message)
        if address is Address.DIRECT:
            await self._answer(message)
        elif address is Address.THREAD:
            await self._go_on(message)

    async def _answer(self, message: discord.Message) -> None:
        if isinstance(message.channel, discord.Thread):
            self._threads[message.channel.id] = True
        query = strip_mentions(message.content)
        if not query:
            await self._answer_empty(message)
            return
        question = ask(self.bot, query, Place(message.channel.id, message.author.id))
        await answer_message(self.bot, message, question)
        if message.guild is None:
            self.bot.dispatch("direct_answer", message)

    async def _go_on(self, message: discord.Message) -> None:
        """Go on with a conversation in a thread, where nobody needs to mention the bot."""
        thread = message.channel
        if not isinstance(thread, discord.Thread):
            return
        text = strip_mentions(message.content)
        place = Place(thread.id, message.author.id)
        if self.bot.conversations.at(place) is not None:
            question = ask(self.bot, text, place)
            if is_worth_saying(question.reply, text):
                await answer_message(self.bot, message, question)
        elif self._takes_part(thread):
            overheard = overhear(self.bot, text, place)
            if overheard is not None:
                await answer_message(self.bot, message, overheard)

    def _takes_part(self, thread: discord.Thread) -> bool:
        """Whether the bot started the thread or was called into it; a post it leaves in peace."""
        if is_opened_post(thread, self.bot.settings.ambient_channels):
            return False
        mine = thread.owner_id == self.bot.my_id or thread.me is not None
        return mine or thread.id in self._threads

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


def is_worth_saying(reply: Reply, text: str) -> bool:
    """Whether a reply belongs into a talk in which nobody called the bot.

    That it has no answer, or what it lacks, it says only to what is clearly a question.
    """
    if not isinstance(reply, Fallback) or reply.small_talk:
        return True
    return any(sentence.asks for sentence in split_sentences(text))
