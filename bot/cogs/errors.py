"""The one place for the unexpected: a log record with a traceback, and one kind sentence."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.addressing import Address
from bot.career_bot import CareerBot, Origin
from bot.errors import LostError, UnknownChoiceError
from bot.logs import format_error
from bot.render import CHOICE_GONE, COMMAND_GONE, UNEXPECTED
from bot.views.layouts import make_layout, make_texts

log = logging.getLogger(__name__)


class Errors(commands.Cog):
    """Reports errors nobody expected, without repeating what the person wrote."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.bot.reporter = self
        self.bot.tree.error(self.on_command_error)

    async def on_command_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError
    ) -> None:
        """Report what a command raised; a command that is gone is nothing unexpected."""
        if isinstance(error, (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)):
            await self._tell(interaction, COMMAND_GONE)
            return
        if isinstance(error, app_commands.CommandInvokeError) and isinstance(
            error.original, UnknownChoiceError
        ):
            await self._tell(interaction, CHOICE_GONE)
            return
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await self.report(cause, interaction)

    async def report(self, error: BaseException, origin: Origin) -> None:
        """Log `error` and tell whoever waits for an answer at `origin`.

        What was lost is Discord's failure or the network's, where an apology would be lost as well.
        """
        if isinstance(error, LostError):
            log.warning("%s", error)
            return
        log.error("unexpected error\n%s", format_error(error, _texts_in(origin)))
        try:
            await self._tell(origin, UNEXPECTED)
        except Exception as second:  # noqa: BLE001 # telling is a courtesy; the log has the cause
            log.warning("could not tell the person about it (%s)", type(second).__name__)

    async def _tell(self, origin: Origin, sentence: str) -> None:
        """Say the sentence where somebody asked the bot; elsewhere nobody waits for an answer."""
        layout = make_layout(*make_texts(sentence))
        if isinstance(origin, discord.Interaction):
            if origin.type is discord.InteractionType.autocomplete:
                return
            if origin.response.is_done():
                await self.bot.delivery.follow_up(origin, layout)
            else:
                await self.bot.delivery.respond(origin, layout, private=True)
        elif isinstance(origin, discord.Message):
            if self.bot.find_address(origin) is not Address.DIRECT:
                return
            nonce = f"e{origin.id}"
            await self.bot.delivery.send(origin.channel, layout, nonce=nonce, reply_to=origin)


def _texts_in(origin: Origin) -> Iterator[str]:
    """Everything a person wrote that an error's text might repeat."""
    message = origin.message if isinstance(origin, discord.RawMessageUpdateEvent) else origin
    if isinstance(message, discord.Message):
        yield message.content
        if isinstance(message.channel, discord.Thread):
            yield message.channel.name  # in a forum, the title of the post
    elif isinstance(origin, discord.Interaction):
        yield from _strings_in(origin.data)


def _strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in {"value", "content", "options", "resolved", "messages"} or isinstance(
                item, dict
            ):
                yield from _strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings_in(item)
    elif isinstance(value, str):
        yield value
