"""Questions that change: an edit updates the answer, a deletion takes the answer along."""

from __future__ import annotations

import datetime as dt
from typing import Final

import discord
from discord.ext import commands

from bot.addressing import strip_mentions
from bot.answering import ask_again, layout_answer
from bot.career_bot import CareerBot

EDIT_WINDOW: Final = dt.timedelta(minutes=2)
"""Later edits mend typos in what has long been read; an answer that changes then confuses."""


class Changes(commands.Cog):
    """Keeps answers in step with their questions."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question anew, in the same message.

        Discord tells of previews, pins and new threads in the same way; they edit nothing.
        """
        async with self.bot.memory.lock(payload.message_id):
            await self._answer_anew(payload.message)

    async def _answer_anew(self, message: discord.Message) -> None:
        answer_id = self.bot.memory.find_answer(message.id)
        earlier = self.bot.memory.find_question(answer_id) if answer_id else None
        if answer_id is None or earlier is None or self.bot.stopping:
            return
        text = strip_mentions(message.content)
        if not text or text == earlier.source_text or not is_edited_early(message):
            return
        answer = self.bot.get_partial_messageable(message.channel.id).get_partial_message(answer_id)
        question = ask_again(self.bot, text, earlier)
        if question is None:
            self.bot.memory.forget_message(message.id)
            await self.bot.delivery.delete(answer)
            return
        self.bot.memory.remember(question, answer_id=answer_id, message_id=message.id)
        if question.text != earlier.text:
            layout = layout_answer(self.bot, message, question)
            await self.bot.delivery.edit(answer, layout)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Remove the answer to a deleted question."""
        await self._remove_answer(payload.channel_id, payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Remove the answers to deleted questions."""
        for message_id in payload.message_ids:
            await self._remove_answer(payload.channel_id, message_id)

    async def _remove_answer(self, channel_id: int, message_id: int) -> None:
        async with self.bot.memory.lock(message_id):
            answer_id = self.bot.memory.forget_message(message_id)
            if answer_id is None:
                return
            channel = self.bot.get_partial_messageable(channel_id)
            await self.bot.delivery.delete(channel.get_partial_message(answer_id))


def is_edited_early(message: discord.Message) -> bool:
    """Whether a message was changed so soon that its answer should change as well."""
    edited = message.edited_at
    return edited is not None and edited - message.created_at <= EDIT_WINDOW
