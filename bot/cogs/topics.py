"""`/topics`: everything that can be asked, topic by topic, in one message that changes in place."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering import is_direct
from bot.career_bot import CareerBot
from bot.errors import UnknownEntryError
from bot.views.actions import Press
from bot.views.replies import TOPICS
from bot.views.topics import TOPIC, TOPICS_PAGE, layout_topic, layout_topics


class Topics(commands.Cog):
    """Answers `/topics` and what is pressed in its message."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add(TOPICS, self.show_topics)
        bot.actions.add(TOPICS_PAGE, self.turn_topics)
        bot.actions.add(TOPIC, self.turn_topic)

    @app_commands.command()
    async def topics(self, interaction: discord.Interaction[CareerBot]) -> None:
        """Look through everything you can ask"""
        await self.bot.delivery.respond(interaction, layout_topics(self.bot.served.knowledge))

    async def show_topics(self, press: Press) -> None:
        """Show the topics in a message of their own, for the presser only."""
        layout = layout_topics(self.bot.served.knowledge)
        private = not is_direct(press.interaction)
        await self.bot.delivery.respond(press.interaction, layout, private=private)

    async def turn_topics(self, press: Press) -> None:
        """Turn to a page of the topics."""
        (page,) = press.arguments
        layout = layout_topics(self.bot.served.knowledge, page=int(page))
        await self.bot.delivery.update(press.interaction, layout)

    async def turn_topic(self, press: Press) -> None:
        """Open a topic (chosen in the select), or turn to a page of it (by button)."""
        topic, page = press.arguments if press.arguments else (press.values[0], "0")
        knowledge = self.bot.served.knowledge
        if topic not in knowledge.topics:
            raise UnknownEntryError(topic)
        layout = layout_topic(knowledge, topic, page=int(page))
        await self.bot.delivery.update(press.interaction, layout)
