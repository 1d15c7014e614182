"""Choices of a command's option that come from the knowledge."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.render import CHOICE_LIMIT, CHOICE_NAME_LIMIT, shorten


def add_choices(
    command: app_commands.Command[Any, ..., None],
    option: str,
    choices: Sequence[tuple[str, str]],
) -> None:
    """Let people choose an option from (id, name) pairs; search them where there are too many.

    Discord lists at most 25; beyond that the option completes what is typed.
    """
    every = [
        app_commands.Choice(name=shorten(name, CHOICE_NAME_LIMIT), value=identifier)
        for identifier, name in choices
    ]
    if 0 < len(every) <= CHOICE_LIMIT:
        app_commands.choices(**{option: every})(command)
        return

    async def complete(
        _interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        wanted = typed.casefold()
        return [choice for choice in every if wanted in choice.name.casefold()][:CHOICE_LIMIT]

    if every:
        command.autocomplete(option)(complete)
