"""The menu below an answer: a copy, why this answer, not what I asked, remove."""

from __future__ import annotations

import discord
from discord.ext import commands

from bot.answering import choose_audience, is_direct, recall_question
from bot.career_bot import CareerBot
from bot.engine.replies import Answer
from bot.questions import Question
from bot.render import BUTTON_EXPIRED, MAY_NOT_REMOVE
from bot.views.actions import Press
from bot.views.more import (
    NONE_OF_THESE,
    copy_layout,
    layout_none_of_these,
    layout_others,
    layout_why,
)
from bot.views.replies import COPY, MORE, OTHER, REMOVE, WHY

MOST_OTHERS = 4


class More(commands.Cog):
    """Does what people choose in the menu below an answer."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add(MORE, self.choose)
        bot.actions.add(NONE_OF_THESE, self.show_topics)

    async def choose(self, press: Press) -> None:
        """Do what was chosen."""
        handlers = {
            COPY: self._copy,
            WHY: self._explain,
            OTHER: self._offer_others,
            REMOVE: self._remove,
        }
        (choice,) = press.values
        handler = handlers.get(choice)
        if handler is None:
            await self.bot.tell_privately(press.interaction, BUTTON_EXPIRED)
            return
        await handler(press)

    async def _copy(self, press: Press) -> None:
        """The same message for the other audience, whatever became of its entries since."""
        message = press.interaction.message
        if message is None:
            return
        to_public = press.on_private_message
        preface = f"-# Shared by {press.user.mention}" if to_public else ""
        audience = choose_audience(press.interaction, private=not to_public)
        layout = copy_layout(message, asker_id=press.user.id, audience=audience, preface=preface)
        await self.bot.delivery.respond(press.interaction, layout, private=not to_public)

    async def _explain(self, press: Press) -> None:
        _, entry_id = press.arguments
        entry = self.bot.served.engine.entry(entry_id)
        question = await self._find_question(press)
        reply = None
        if question is not None:
            reply, _ = self.bot.served.engine.reply(
                question.text, conversation=question.before, mode=question.mode, explain=True
            )
        layout = layout_why(entry, reply, threshold=self.bot.served.engine.thresholds.threshold)
        await self._respond_privately(press, layout)

    async def _offer_others(self, press: Press) -> None:
        """The entries that came next; without the question those nearest to the answer."""
        _, entry_id = press.arguments
        engine = self.bot.served.engine
        question = await self._find_question(press)
        if question is not None and len(question.reply.matches) > 1:
            shown = question.reply.entries if isinstance(question.reply, Answer) else ()
            candidates = [match.entry for match in question.reply.matches]
        else:
            shown = (engine.entry(entry_id),)
            candidates = engine.complete(shown[0].question, limit=MOST_OTHERS + 1)
        hidden = {entry.id for entry in shown}
        others = [entry for entry in candidates if entry.id not in hidden]
        await self._respond_privately(press, layout_others(others[:MOST_OTHERS]))

    async def show_topics(self, press: Press) -> None:
        """When none of the next-best is meant either, the topics are left."""
        layout = layout_none_of_these(self.bot.served.knowledge)
        await self.bot.delivery.update(press.interaction, layout)

    async def _remove(self, press: Press) -> None:
        asker_id, _ = press.arguments
        if str(press.user.id) != asker_id and not press.interaction.permissions.manage_messages:
            await self.bot.tell_privately(press.interaction, MAY_NOT_REMOVE)
            return
        await self.bot.delivery.remove_pressed(press.interaction)

    async def _find_question(self, press: Press) -> Question | None:
        message = press.interaction.message
        return await recall_question(self.bot, message.id) if message else None

    async def _respond_privately(self, press: Press, layout: discord.ui.LayoutView) -> None:
        """Respond to the presser only; in a direct message there is nobody else."""
        private = not is_direct(press.interaction)
        await self.bot.delivery.respond(press.interaction, layout, private=private)
