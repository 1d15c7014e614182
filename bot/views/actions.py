"""Buttons and selects that survive restarts, and the register of what they do.

A cog registers a handler for an action; the items here carry the action in their custom_id and
find the handler again in whatever process they are pressed.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.render import OPTION_DESCRIPTION_LIMIT, OPTION_LABEL_LIMIT, SELECT_OPTION_LIMIT, shorten
from bot.views.custom_ids import BUTTON, SELECT, read_custom_id, write_custom_id

if TYPE_CHECKING:
    from bot.career_bot import CareerBot


@dataclass(frozen=True, slots=True)
class Press:
    """A press of a button or a choice in a select."""

    interaction: discord.Interaction[CareerBot]
    arguments: tuple[str, ...]
    values: tuple[str, ...] = ()
    """What was chosen in a select."""

    @property
    def user(self) -> discord.User | discord.Member:
        """Who pressed."""
        return self.interaction.user

    @property
    def preface(self) -> str:
        """Small print that says for whom an answer is, where others read along."""
        alone = self.on_private_message or self.interaction.context.dm_channel
        return "" if alone else f"-# For {self.user.mention}"

    @property
    def on_private_message(self) -> bool:
        """Whether the message it happened on is seen by the presser only."""
        message = self.interaction.message
        return message is not None and message.flags.ephemeral


Handler = Callable[[Press], Awaitable[None]]


class Actions:
    """What each action does; filled by the cogs."""

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}

    def add(self, name: str, handler: Handler) -> None:
        """Let `handler` answer every press that carries the action `name`."""
        if name in self._handlers:
            raise ValueError(f"the action {name!r} has a handler already")
        self._handlers[name] = handler

    def get(self, name: str) -> Handler | None:
        """The handler of an action, if there is one."""
        return self._handlers.get(name)


Layout = ui.LayoutView


class ActionButton(ui.DynamicItem[ui.Button[Layout]], template=re.compile(rf"{BUTTON}:.+")):
    """A button that names an action and its arguments."""

    @classmethod
    def make(
        cls,
        label: str,
        action: str,
        *arguments: object,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> Self:
        """A button that runs `action` with `arguments` when it is pressed."""
        custom_id = write_custom_id(BUTTON, action, *arguments)
        return cls(ui.Button(label=label, style=style, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        return cls(ui.Button(custom_id=match.string))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.act(interaction, *read_custom_id(self.custom_id))


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a select."""

    label: str
    value: str
    description: str | None = None
    chosen: bool = False


class ActionSelect(ui.DynamicItem[ui.Select[Layout]], template=re.compile(rf"{SELECT}:.+")):
    """A select that names an action; the chosen values reach the handler."""

    @classmethod
    def make(
        cls,
        placeholder: str,
        options: Sequence[Option],
        action: str,
        *arguments: object,
        min_values: int = 1,
        max_values: int = 1,
    ) -> Self:
        """A select that runs `action` when something is chosen.

        Raises ValueError for more options than Discord takes; callers cut them into pages.
        """
        if len(options) > SELECT_OPTION_LIMIT:
            raise ValueError(
                f"the select “{placeholder}” would hold {len(options)} options; "
                f"Discord takes {SELECT_OPTION_LIMIT}"
            )
        select: ui.Select[Layout] = ui.Select(
            custom_id=write_custom_id(SELECT, action, *arguments),
            placeholder=placeholder,
            min_values=min_values,
            max_values=max_values,
            options=[_select_option(option) for option in options],
        )
        return cls(select)

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        return cls(ui.Select(custom_id=match.string))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        action, arguments = read_custom_id(self.custom_id)
        await interaction.client.act(interaction, action, arguments, tuple(self.item.values))


def _select_option(option: Option) -> discord.SelectOption:
    description = option.description
    return discord.SelectOption(
        label=shorten(option.label, OPTION_LABEL_LIMIT),
        value=option.value,
        description=shorten(description, OPTION_DESCRIPTION_LIMIT) if description else None,
        default=option.chosen,
    )
