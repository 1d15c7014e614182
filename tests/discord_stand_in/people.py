"""People: everything somebody can do in Discord that a bot notices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .command_limits import CHAT_INPUT, MESSAGE_COMMAND
from .commands import check_offered, chosen_options
from .interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    RESPONSE_SECONDS,
    Choices,
    InteractionRecord,
    Modal,
    submitted,
)
from .model import FORUM, Channel, Guild, Message
from .objects import Role, User
from .payloads import USER_JOIN, message_payload
from .reading import STRING_SELECT, Select
from .resolving import as_ids, resolved
from .uploads import Upload

if TYPE_CHECKING:
    from .stand_in import DiscordStandIn


@dataclass(eq=False, repr=False)
class Person(User):
    """Somebody who writes, presses and chooses. Make one with `stand_in.person("Fern")`."""

    stand_in: DiscordStandIn = field(kw_only=True)
    locale: str = "en-US"
    installed_app: bool = False
    permissions: int = 0
    _elsewhere: Channel | None = None

    # Where a person is

    def joins(self, guild: Guild) -> None:
        """Become a member with this person's permissions."""
        if self.permissions:
            guild.grant(self, self.permissions)

    @property
    def dm(self) -> Channel:
        """The DM channel with the bot."""
        return self.stand_in.world.dm_with(self)

    def installs_app(self) -> None:
        """Add the app to the account, so that it works anywhere."""
        self.installed_app = True

    @property
    def elsewhere(self) -> Channel:
        """A channel of a server the bot never joined; being there installs the app for the user."""
        self.installs_app()
        if self._elsewhere is None:
            guild = self.stand_in.guild(f"{self.name}'s other server", bot_joined=False)
            self._elsewhere = guild.text_channel("elsewhere")
        return self._elsewhere

    def closes_dms(self, closed: bool = True) -> None:
        """Refuse direct messages from the bot (50007)."""
        (self.stand_in.world.dm_closed.add if closed else self.stand_in.world.dm_closed.discard)(
            self.id
        )

    # Writing

    async def says(
        self,
        text: str,
        channel: Channel,
        *,
        mention_bot: bool = False,
        reply_to: Message | None = None,
        ping: bool = True,
        files: dict[str, bytes] | None = None,
    ) -> Message:
        """Post in a channel. "@bot" in the text becomes a mention; `mention_bot` adds one.

        `ping=False` is a reply with the @ switched off: it does not mention who is replied to.
        """
        bot = self.stand_in.bot
        if "@bot" in text:
            text = text.replace("@bot", bot.mention)
        elif mention_bot:
            text = f"{bot.mention} {text}"
        uploads = [Upload(name, content) for name, content in (files or {}).items()]
        return self.stand_in.messages.create_for_person(
            channel, self, text, reply_to=reply_to, ping=ping, files=uploads
        )

    async def dms(self, text: str, *, reply_to: Message | None = None) -> Message:
        return await self.says(text, self.dm, reply_to=reply_to)

    async def edits(self, message: Message, text: str) -> None:
        assert message.author is self, f"{message} is not by {self.name}"
        message.content = text.replace("@bot", self.stand_in.bot.mention)
        message.mentions = self.stand_in.messages.mentioned(message.content)
        self.stand_in.messages.mark_edited(message)

    async def deletes(self, message: Message) -> None:
        self.stand_in.messages.delete(message)

    async def posts_link(self, text: str, channel: Channel) -> Message:
        """Post something with a link: a moment later Discord adds its preview, an update of the
        message that is no edit."""
        message = await self.says(text, channel)
        self.stand_in.messages.unfurl(message)
        return message

    async def arrives(self, channel: Channel) -> Message:
        """Join the server: a system message in `channel`, without words of the person."""
        return self.stand_in.messages.create_for_person(channel, self, "", kind=USER_JOIN)

    async def reacts(self, message: Message, emoji: str) -> None:
        self.stand_in.messages.react(message, self, emoji)

    async def starts_thread(self, where: Channel | Message, name: str) -> Channel:
        """Open a thread in a channel or from a message."""
        if isinstance(where, Message):
            return self.stand_in.start_thread(where.channel, name, self, starter=where)
        return self.stand_in.start_thread(where, name, self)

    async def archives(self, thread: Channel) -> None:
        """Close a thread: what is in it stays as it is."""
        thread.archived = True
        self.stand_in.world.announce_channel("THREAD_UPDATE", thread)

    async def posts(self, forum: Channel, title: str, text: str) -> Channel:
        """Post in a forum; the post is a thread whose first message has the thread's id."""
        assert forum.type == FORUM, f"{forum} is no forum"
        thread = self.stand_in.start_thread(forum, title, self)
        text = text.replace("@bot", self.stand_in.bot.mention)
        self.stand_in.messages.create_for_person(thread, self, text, message_id=thread.id)
        return thread

    # Commands

    async def uses_command(
        self,
        name: str,
        options: dict[str, Any] | None = None,
        *,
        where: Channel,
    ) -> InteractionRecord:
        """Use a slash command; subcommands are written with spaces, "topics list".

        Options that are people, channels or roles take those objects.
        """
        data = self._command_data(name, options or {}, where)
        return self._interacts(COMMAND, where, data)

    async def types_in(
        self,
        name: str,
        *,
        option: str,
        value: str,
        where: Channel,
        options: dict[str, Any] | None = None,
    ) -> Choices:
        """What is suggested while typing `value` into an option.

        Raises AssertionError when no suggestions come in time.
        """
        data = self._command_data(name, (options or {}) | {option: value}, where, focused=option)
        record = await self._interacts(AUTOCOMPLETE, where, data).answered(RESPONSE_SECONDS)
        assert record.choices is not None
        record.choices.seconds = record.answered_after or 0.0
        return record.choices

    async def uses_message_command(self, name: str, message: Message) -> InteractionRecord:
        """Choose a command from a message's context menu."""
        self._sees(message)
        guild = message.channel.guild
        command = self.stand_in.commands.find(name, MESSAGE_COMMAND, guild)
        data = {
            "id": command["id"],
            "name": command["name"],
            "type": MESSAGE_COMMAND,
            "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): message_payload(message, nested=True)}},
        }
        record = self._interacts(COMMAND, message.channel, data, announce=False)
        check_offered(command, record.context(), record.owners())
        self._announce(record)
        return record

    def _command_data(
        self, name: str, options: dict[str, Any], where: Channel, focused: str | None = None
    ) -> dict[str, Any]:
        first, *path = name.removeprefix("/").split()
        command = self.stand_in.commands.find(first, CHAT_INPUT, where.guild)
        probe = InteractionRecord(self.stand_in.world, 0, COMMAND, self, where, {})
        check_offered(command, probe.context(), probe.owners())
        values = dict(zip(options, as_ids(options.values()), strict=True))
        data = {
            "id": command["id"],
            "name": command["name"],
            "type": CHAT_INPUT,
            "options": chosen_options(command, path, values, focused=focused),
        }
        known = resolved(options.values(), where.guild, self)
        return data | ({"resolved": known} if known else {})

    # Buttons, selects, modals

    async def presses(
        self, message: Message, label: str | None = None, *, custom_id: str | None = None
    ) -> InteractionRecord:
        """Press a button that is there, enabled, and on a message this person can see."""
        self._sees(message)
        button = message.button(label, custom_id=custom_id)
        assert button.custom_id is not None, f"{button.label!r} is a link"
        assert not button.disabled, f"{button.label!r} is disabled, in\n{message.phone()}"
        data = {"component_type": 2, "custom_id": button.custom_id}
        return self._interacts(COMPONENT, message.channel, data, source=message)

    async def selects(
        self,
        message: Message,
        *chosen: str | User | Channel | Role,
        custom_id: str | None = None,
    ) -> InteractionRecord:
        """Choose options of a select by label or value; none given clears the choice.

        Selects of people, channels and roles take those objects.
        """
        self._sees(message)
        menu = message.select(custom_id)
        assert not menu.disabled, f"{menu.placeholder!r} is disabled, in\n{message.phone()}"
        values = _values(menu, as_ids(chosen))
        assert menu.min_values <= len(values) <= menu.max_values, (
            f"{menu.placeholder!r} takes {menu.min_values} to {menu.max_values}, not {values}"
        )
        data: dict[str, Any] = {
            "component_type": menu.type,
            "custom_id": menu.custom_id,
            "values": values,
        }
        known = resolved(chosen, message.channel.guild, self)
        data |= {"resolved": known} if known else {}
        return self._interacts(COMPONENT, message.channel, data, source=message)

    async def submits_modal(
        self,
        modal: Modal | InteractionRecord,
        values: dict[str, str | list[str] | bool] | None = None,
    ) -> InteractionRecord:
        """Send a modal off, its fields filled by custom id or label."""
        form = modal if isinstance(modal, Modal) else await modal.modal()
        opener = form.record
        assert opener.person is self, f"the modal is {opener.person.name}'s"
        data = {"custom_id": form.custom_id, "components": submitted(form, values or {})}
        return self._interacts(
            MODAL_SUBMIT, opener.channel, data, source=opener.source, parent=opener
        )

    def _sees(self, message: Message) -> None:
        assert not message.deleted, f"{message} is deleted"
        assert not message.loading, f"{message} is still loading"
        assert message.visible_to in (None, self), f"{self.name} cannot see {message}"
        channel = message.channel
        assert channel.guild or self in channel.recipients, f"{self.name} is not in {channel}"

    def _interacts(
        self,
        kind: int,
        channel: Channel,
        data: dict[str, Any],
        *,
        source: Message | None = None,
        parent: InteractionRecord | None = None,
        announce: bool = True,
    ) -> InteractionRecord:
        world = self.stand_in.world
        record = InteractionRecord(
            world, world.ids.next(), kind, self, channel, data, source, parent
        )
        if announce:
            self._announce(record)
        return record

    def _announce(self, record: InteractionRecord) -> None:
        self.stand_in.interactions.append(record)
        payload = record.payload()
        self.stand_in.world.announce(
            "INTERACTION_CREATE", lambda _: payload, guild=_joined(record.channel)
        )


def _joined(channel: Channel) -> Guild | None:
    """The guild whose shard gets the interaction; without the bot in it, shard 0 does."""
    guild = channel.guild
    return guild if guild is not None and guild.bot_joined else None


def _values(menu: Select, chosen: Iterable[str]) -> list[str]:
    if menu.type != STRING_SELECT:
        return list(chosen)
    by_label = {option.label: option.value for option in menu.options}
    values = [by_label.get(one, one) for one in chosen]
    known = set(by_label.values())
    for value in values:
        assert value in known, f"{menu.placeholder!r} offers {menu.labels}, not {value!r}"
    return values
