"""Answering messages: direct messages, mentions, replies to the bot, and ambient channels."""

from __future__ import annotations

import re
from enum import Enum, auto

import discord
from discord.ext import commands

from bot.career_bot import CareerBot
from bot.conversations import Place
from bot.engine.replies import Mode, Silence
from bot.render import ASK_SOMETHING, UNREADABLE_REPLY
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import layout_reply, open_buttons

EXAMPLES = 3
"""Questions offered to somebody who mentions the bot without asking anything."""


class Address(Enum):
    """How a message reaches the bot."""

    DIRECT = auto()
    AMBIENT = auto()
    NOT = auto()


class Messages(commands.Cog):
    """Answers what people write, where they want it answered."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is for the bot."""
        if self.bot.stopping or not is_from_person(message):
            return
        match self._find_address(message):
            case Address.DIRECT:
                await self._answer(message)
            case Address.AMBIENT:
                await self._answer_ambient(message)

    def _find_address(self, message: discord.Message) -> Address:
        if message.guild is None or self._mentions_me(message) or self._replies_to_me(message):
            return Address.DIRECT
        channel = message.channel
        places = {channel.id, getattr(channel, "parent_id", None)}
        if places & self.bot.settings.ambient_channels and is_for_everybody(message):
            return Address.AMBIENT
        return Address.NOT

    def _mentions_me(self, message: discord.Message) -> bool:
        if message.mention_everyone:
            return False
        role = message.guild.self_role if message.guild else None
        named = any(user.id == self._my_id for user in message.mentions)
        return named or (role is not None and role in message.role_mentions)

    def _replies_to_me(self, message: discord.Message) -> bool:
        resolved = message.reference.resolved if message.reference else None
        return isinstance(resolved, discord.Message) and resolved.author.id == self._my_id

    @property
    def _my_id(self) -> int:
        return self.bot.user.id if self.bot.user else 0

    async def _answer(self, message: discord.Message) -> None:
        query = strip_mentions(message)
        if not query:
            await self._answer_empty(message)
            return
        place = Place(message.channel.id, message.author.id)
        reply = self.bot.conversations.reply(self.bot.served.engine, query, place=place)
        await self._send(
            message,
            layout_reply(reply, self.bot.served.knowledge, asker_id=message.author.id),
        )

    async def _answer_ambient(self, message: discord.Message) -> None:
        reply, _ = self.bot.served.engine.reply(message.content, mode=Mode.AMBIENT)
        if isinstance(reply, Silence):
            return
        await self._send(
            message,
            layout_reply(reply, self.bot.served.knowledge, asker_id=message.author.id),
        )

    async def _answer_empty(self, message: discord.Message) -> None:
        """Say what to do to somebody whose words are not there, or whom Discord keeps from us."""
        if message.attachments or message.stickers:
            return
        if not message.content and not self._mentions_me(message) and message.guild is not None:
            await self._send(message, make_layout(*make_texts(UNREADABLE_REPLY)))
            return
        entries = self.bot.served.engine.complete("", limit=EXAMPLES)
        await self._send(
            message, make_layout(*make_texts(ASK_SOMETHING), *make_rows(open_buttons(entries)))
        )

    async def _send(self, message: discord.Message, layout: discord.ui.LayoutView) -> None:
        """Reply to `message`; in a direct message the reply is simply the next message."""
        await self.bot.delivery.send(
            message.channel,
            layout,
            nonce=str(message.id),
            reply_to=message if message.guild else None,
        )


def is_from_person(message: discord.Message) -> bool:
    """Whether a person wrote it: not a bot, not a webhook, not Discord itself."""
    return not (message.author.bot or message.webhook_id or message.is_system())


def is_for_everybody(message: discord.Message) -> bool:
    """Whether a channel message talks to nobody in particular; others' talk is left alone."""
    return not (
        message.mentions
        or message.role_mentions
        or message.mention_everyone
        or message.reference
        or not message.content
    )


def strip_mentions(message: discord.Message) -> str:
    """What was asked, without the mentions of users and roles."""
    return " ".join(re.sub(r"<@[!&]?\d+>", " ", message.content).split())
