"""Interactions: what the bot is sent, what it answered, and how a test waits for that."""

# ruff: noqa: ASYNC109 - a test says what it waited for, which asyncio.timeout cannot

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .errors import Json
from .model import DEFAULT_TIMEOUT, DM, Channel, Message
from .payloads import (
    interaction_channel,
    member_payload,
    message_payload,
    user_payload,
)
from .permissions import EVERYONE
from .reading import SELECTS, TEXT_INPUT, walk
from .world import World

if TYPE_CHECKING:
    from .people import Person

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
CONTEXT_GUILD, CONTEXT_BOT_DM, CONTEXT_PRIVATE = 0, 1, 2

MESSAGE_RESPONSE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

RESPONSE_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0


@dataclass(frozen=True)
class Modal:
    """A form the bot opened for a person."""

    title: str
    custom_id: str
    components: list[Json]
    record: InteractionRecord

    @property
    def fields(self) -> list[str]:
        """The custom ids of everything that can be filled in, in order."""
        return [c["custom_id"] for c in self.inputs()]

    def inputs(self) -> list[Json]:
        return [c for c in walk(self.components) if c.get("custom_id")]

    def label_of(self, custom_id: str) -> str:
        for component in walk(self.components):
            inner = component.get("component") or {}
            if inner.get("custom_id") == custom_id:
                return str(component.get("label") or "")
            if component.get("custom_id") == custom_id and component["type"] == TEXT_INPUT:
                return str(component.get("label") or "")
        return ""


@dataclass(frozen=True)
class Choice:
    """One autocomplete suggestion."""

    name: str
    value: str | int | float


class Choices(list[Choice]):
    """Autocomplete suggestions in order, and the seconds the bot took to answer."""

    seconds: float = 0.0

    @property
    def names(self) -> list[str]:
        return [choice.name for choice in self]

    @property
    def values(self) -> list[str | int | float]:
        return [choice.value for choice in self]


@dataclass(eq=False)
class InteractionRecord:
    """One interaction, and everything the bot did in answer to it.

    `await record.reply()` is the first message a person sees because of it.
    """

    world: World
    id: int
    type: int
    person: Person
    channel: Channel
    data: Json
    source: Message | None = None
    parent: InteractionRecord | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    created: float = field(default_factory=time.monotonic)
    response_type: int | None = None
    answered_after: float | None = None
    ephemeral: bool = False
    original: Message | None = None
    follow_ups: list[Message] = field(default_factory=list)
    modal_shown: Modal | None = None
    choices: Choices | None = None
    effects: list[Message] = field(default_factory=list)
    spoiled: bool = False
    """Whether a fault of the test's own made answering it go wrong."""

    def __repr__(self) -> str:
        return f"<Interaction {self.type} by {self.person.name}: {self.data}>"

    @property
    def deferred(self) -> bool:
        """Whether the first answer was only "I am thinking" or "I am on it"."""
        return self.response_type in (DEFERRED_MESSAGE, DEFERRED_UPDATE)

    @property
    def expired(self) -> bool:
        age = time.monotonic() - self.created
        return age > (RESPONSE_SECONDS if self.response_type is None else TOKEN_SECONDS)

    def expires(self) -> None:
        """Let the interaction's fifteen minutes be over."""
        self.created -= TOKEN_SECONDS

    async def answered(self, timeout: float = RESPONSE_SECONDS) -> InteractionRecord:
        """Wait for the initial response. Raises AssertionError when Discord would say
        "This interaction failed"."""
        await self.world.changes.wait_for(
            lambda: self.response_type is not None,
            timeout=timeout,
            what=lambda: f"an answer to {self}",
        )
        return self

    async def reply(self, timeout: float = DEFAULT_TIMEOUT) -> Message:
        """The first message the answer made or changed, in its final form if it was deferred."""
        return (await self.replies(1, timeout))[0]

    async def replies(self, count: int, timeout: float = DEFAULT_TIMEOUT) -> list[Message]:
        """The first `count` messages the answer made or changed."""
        await self.answered()
        await self.world.changes.wait_for(
            lambda: len(self.effects) >= count,
            timeout=timeout,
            what=lambda: f"{count} replies to {self}, there are {len(self.effects)}",
        )
        return self.effects[:count]

    async def modal(self, timeout: float = RESPONSE_SECONDS) -> Modal:
        """The form the bot opened."""
        await self.answered(timeout)
        assert self.modal_shown is not None, f"{self} opened no modal but {self.response_type}"
        return self.modal_shown

    def show(self, message: Message) -> None:
        """Note that the person sees this message because of the interaction."""
        self.effects.append(message)
        self.world.changes.ring()

    def owners(self) -> Json:
        """authorizing_integration_owners: who installed the app that makes this possible."""
        owners: Json = {}
        guild = self.channel.guild
        if guild is not None and guild.bot_joined:
            owners["0"] = str(guild.id)
        elif self.channel.is_bot_dm and (self.world.guilds or not self.person.installed_app):
            # Whoever did not install the app has the DM through some server of the bot.
            owners["0"] = "0"
        if self.person.installed_app:
            owners["1"] = str(self.person.id)
        return owners

    def context(self) -> int:
        if self.channel.guild is not None:
            return CONTEXT_GUILD
        return CONTEXT_BOT_DM if self.channel.is_bot_dm else CONTEXT_PRIVATE

    def payload(self) -> Json:
        """INTERACTION_CREATE's data."""
        guild = self.channel.guild
        bot = self.world.bot
        channel = interaction_channel(self.channel, self.person)
        if self.channel.type == DM:
            # Discord leaves the recipients of a DM out of interactions.
            channel.pop("recipients", None)
        payload: Json = {
            "id": str(self.id),
            "application_id": str(bot.id),
            "type": self.type,
            "data": self.data,
            "token": self.token,
            "version": 1,
            "channel": channel,
            "channel_id": str(self.channel.id),
            "locale": self.person.locale,
            "entitlements": [],
            "authorizing_integration_owners": self.owners(),
            "context": self.context(),
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        if self.source is not None:
            payload["message"] = message_payload(self.source)
        if guild is None:
            return payload | {"user": user_payload(self.person), "app_permissions": str(EVERYONE)}
        app = guild.permissions_of(bot, self.channel) if guild.bot_joined else EVERYONE
        member = member_payload(guild, self.person)
        member["permissions"] = str(guild.permissions_of(self.person, self.channel))
        return payload | {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
            "guild_locale": guild.locale,
            "member": member,
            "app_permissions": str(app),
        }

    def message_fields(self) -> Json:
        """What a message that answers this interaction says about it."""
        fields: Json = {
            "webhook_id": str(self.world.bot.id),
            "application_id": str(self.world.bot.id),
            "interaction_metadata": self._metadata(),
        }
        if self.type == COMMAND:
            fields["interaction"] = {
                "id": str(self.id),
                "type": self.type,
                "name": self.data["name"],
                "user": user_payload(self.person),
            }
        return fields

    def _metadata(self) -> Json:
        metadata: Json = {
            "id": str(self.id),
            "type": self.type,
            "user": user_payload(self.person),
            "authorizing_integration_owners": self.owners(),
        }
        if self.type == COMMAND and "target_id" in self.data:
            metadata["target_message_id"] = self.data["target_id"]
        if self.type == COMPONENT and self.source is not None:
            metadata["interacted_message_id"] = str(self.source.id)
        if self.type == MODAL_SUBMIT and self.parent is not None:
            metadata["triggering_interaction_metadata"] = self.parent._metadata()
        return metadata


def submitted(modal: Modal, values: dict[str, str | list[str] | bool]) -> list[Json]:
    """A modal's components as they come back filled in; `values` by custom id or label.

    Raises AssertionError for a field the modal does not have.
    """
    by_id: dict[str, str | list[str] | bool] = {}
    names = {modal.label_of(custom_id): custom_id for custom_id in modal.fields}
    for key, value in values.items():
        custom_id = key if key in modal.fields else names.get(key)
        assert custom_id is not None, f"the modal has {modal.fields} {list(names)}, not {key!r}"
        by_id[custom_id] = value
    return [_submitted(component, by_id) for component in modal.components]


def _submitted(component: Json, values: dict[str, str | list[str] | bool]) -> Json:
    back: Json = {"type": component["type"], "id": component.get("id", 0)}
    if "component" in component:
        return back | {"component": _submitted(component["component"], values)}
    if "components" in component:
        return back | {"components": [_submitted(c, values) for c in component["components"]]}
    if not component.get("custom_id"):
        return back
    custom_id = component["custom_id"]
    back["custom_id"] = custom_id
    many = component["type"] in (*SELECTS, 19, 22)
    given = values.get(custom_id)
    if given is None:
        given = [] if many else component.get("value", "")
    if many:
        return back | {"values": [given] if isinstance(given, str) else given}
    return back | {"value": given}
