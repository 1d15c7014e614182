"""Telling for whom a message is: for the bot, for everybody, or for somebody else."""

import re
from enum import Enum, auto
from typing import Final

import discord

_MENTION: Final = r"<@[!&]?\d+>"
_BLANKS: Final = r"[^\S\n]"
_MENTIONS: Final = re.compile(rf"(?<!{_BLANKS})(?:{_BLANKS}*{_MENTION})+{_BLANKS}*")
"""Mentions of users and roles in a row, with the blanks beside them but no line break."""


class Address(Enum):
    """How a message reaches the bot."""

    DIRECT = auto()
    """A direct message, a mention, or a reply to the bot."""
    THREAD = auto()
    """Said to everybody in a thread; for the bot only where it goes on from an answer."""
    POST = auto()
    """The first message of a new post in a forum that an admin opened."""
    AMBIENT = auto()
    """Said to everybody in a channel that an admin opened, or in a thread there."""
    NOT = auto()


def find_address(message: discord.Message, *, my_id: int, opened: frozenset[int]) -> Address:
    """How `message` reaches the bot whose id is `my_id`; `opened` are channels admins opened."""
    if not is_from_person(message):
        return Address.NOT
    if message.guild is None or mentions(message, my_id) or replies_to(message, my_id):
        return Address.DIRECT
    if not is_for_everybody(message):
        return Address.NOT
    channel = message.channel
    if isinstance(channel, discord.Thread):
        if is_opened_post(channel, opened):
            return Address.POST if message.id == channel.id else Address.THREAD
        if channel.parent_id not in opened and channel.id not in opened:
            return Address.THREAD
        return Address.AMBIENT
    return Address.AMBIENT if channel.id in opened else Address.NOT


def is_opened_post(thread: discord.Thread, opened: frozenset[int]) -> bool:
    """Whether a thread is a post in a forum that an admin opened."""
    return isinstance(thread.parent, discord.ForumChannel) and thread.parent_id in opened


def is_from_person(message: discord.Message) -> bool:
    """Whether a person wrote it: not a bot, not a webhook, not Discord on somebody's behalf."""
    written = message.type in (discord.MessageType.default, discord.MessageType.reply)
    return written and not (message.author.bot or message.webhook_id)


def mentions(message: discord.Message, my_id: int) -> bool:
    """Whether it mentions the bot or its role; what calls everybody calls nobody in particular."""
    if message.mention_everyone:
        return False
    role = message.guild.self_role if message.guild else None
    named = any(user.id == my_id for user in message.mentions)
    return named or (role is not None and role in message.role_mentions)


def replies_to(message: discord.Message, my_id: int) -> bool:
    """Whether it replies to a message of the bot."""
    resolved = message.reference.resolved if message.reference else None
    return isinstance(resolved, discord.Message) and resolved.author.id == my_id


def is_for_everybody(message: discord.Message) -> bool:
    """Whether a channel message talks to nobody in particular; others' talk is left alone."""
    return not (
        _MENTIONS.search(message.content)
        or message.mention_everyone
        or message.reference
        or not message.content
    )


def strip_mentions(text: str) -> str:
    """What was asked, without the mentions of users and roles; its lines tell what is quoted."""
    return _MENTIONS.sub(" ", text).strip()
