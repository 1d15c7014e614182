"""Routes about channels, messages, reactions, typing and threads."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .errors import ApiError, missing_access, missing_permissions, thread_archived, unknown
from .model import FORUM, Channel, Message
from .payloads import channel_payload, message_payload, seen_by_bot
from .permissions import Permission

if TYPE_CHECKING:
    from .rest import Answer, Call, Handler
    from .stand_in import DiscordStandIn


def routes(stand_in: DiscordStandIn) -> list[tuple[str, str, Handler]]:
    here = _Channels(stand_in)
    message = "/channels/{channel}/messages/{message}"
    reaction = message + "/reactions/{emoji}/@me"
    return [
        ("GET", "/channels/{channel}", here.channel),
        ("PATCH", "/channels/{channel}", here.change),
        ("POST", "/channels/{channel}/typing", here.type),
        ("GET", "/channels/{channel}/messages", here.list),
        ("POST", "/channels/{channel}/messages", here.send),
        ("GET", message, here.message),
        ("PATCH", message, here.edit),
        ("DELETE", message, here.delete),
        ("PUT", reaction, here.react),
        ("DELETE", reaction, here.unreact),
        ("POST", message + "/threads", here.thread_from_message),
        ("POST", "/channels/{channel}/threads", here.thread),
        ("PUT", "/channels/{channel}/thread-members/@me", here.join),
        ("DELETE", "/channels/{channel}/thread-members/@me", here.leave),
    ]


class _Channels:
    def __init__(self, stand_in: DiscordStandIn) -> None:
        self.stand_in = stand_in
        self.world = stand_in.world

    async def channel(self, call: Call) -> Answer:
        return channel_payload(self._channel(call))

    async def change(self, call: Call) -> Answer:
        channel = self._channel(call)
        own_thread = channel.is_thread and channel.owner is self.world.bot
        needed = Permission.MANAGE_THREADS if channel.is_thread else Permission.MANAGE_CHANNELS
        if not own_thread:
            self._need(channel, needed)
        body = call.json or {}
        channel.name = body.get("name", channel.name)
        channel.archived = body.get("archived", channel.archived)
        event = "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE"
        self.world.announce_channel(event, channel)
        return channel_payload(channel)

    async def type(self, call: Call) -> Answer:
        channel = self._channel(call)
        self._need_to_send(channel)
        channel.typing.append(time.monotonic())
        self.world.changes.ring()
        return None

    async def list(self, call: Call) -> Answer:
        channel = self._channel(call)
        self._need(channel, Permission.READ_MESSAGE_HISTORY)
        found = [m for m in channel.messages if not m.deleted]
        if "before" in call.query:
            found = [m for m in found if m.id < int(call.query["before"])]
        limit = int(call.query.get("limit", 50))
        if "after" in call.query:
            found = [m for m in found if m.id > int(call.query["after"])][:limit]
        elif "around" in call.query:
            middle = int(call.query["around"])
            nearest = sorted(found, key=lambda m: abs(m.id - middle))[:limit]
            found = [m for m in found if m in nearest]
        else:
            found = found[-limit:]
        return [self._seen(message) for message in reversed(found)]

    async def send(self, call: Call) -> Answer:
        channel = self._channel(call)
        self._need_to_send(channel)
        if call.files:
            self._need(channel, Permission.ATTACH_FILES)
        if channel.type == FORUM:
            raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
        made = self.stand_in.messages.create_for_bot(channel, call.json or {}, call.files)
        return message_payload(made)

    async def message(self, call: Call) -> Answer:
        message = self._message(call)
        self._need(message.channel, Permission.READ_MESSAGE_HISTORY)
        return self._seen(message)

    async def edit(self, call: Call) -> Answer:
        message = self._changeable(call)
        if message.author is not self.world.bot:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        self.stand_in.messages.edit(message, call.json or {}, call.files)
        return message_payload(message)

    async def delete(self, call: Call) -> Answer:
        message = self._changeable(call)
        if message.author is not self.world.bot:
            if message.channel.guild is None:
                raise ApiError(403, 50003, "Cannot execute action on a DM channel")
            self._need(message.channel, Permission.MANAGE_MESSAGES)
        self.stand_in.messages.delete(message)
        return None

    async def react(self, call: Call) -> Answer:
        message = self._message(call)
        self._need(message.channel, Permission.ADD_REACTIONS)
        emoji = unquote(call.parts["emoji"])
        if emoji.isascii() and ":" not in emoji:
            raise ApiError(400, 10014, "Unknown Emoji")
        self.stand_in.messages.react(message, self.world.bot, emoji)
        return None

    async def unreact(self, call: Call) -> Answer:
        message = self._message(call)
        emoji = unquote(call.parts["emoji"])
        self.stand_in.messages.react(message, self.world.bot, emoji, add=False)
        return None

    async def thread_from_message(self, call: Call) -> Answer:
        message = self._message(call)
        self._need(message.channel, Permission.CREATE_PUBLIC_THREADS)
        if message.thread is not None:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        name = _thread_name(call)
        thread = self.stand_in.start_thread(message.channel, name, self.world.bot, starter=message)
        return channel_payload(thread)

    async def thread(self, call: Call) -> Answer:
        channel = self._channel(call)
        self._need(channel, Permission.CREATE_PUBLIC_THREADS)
        thread = self.stand_in.start_thread(channel, _thread_name(call), self.world.bot)
        answer = channel_payload(thread)
        if channel.type == FORUM:
            body = (call.json or {}).get("message") or {}
            made = self.stand_in.messages.create_for_bot(thread, body, call.files)
            answer["message"] = message_payload(made)
        return answer

    async def join(self, call: Call) -> Answer:
        self._channel(call).bot_is_thread_member = True
        return None

    async def leave(self, call: Call) -> Answer:
        self._channel(call).bot_is_thread_member = False
        return None

    def _channel(self, call: Call) -> Channel:
        channel = self.world.channels.get(call.number("channel"))
        if channel is None:
            raise unknown("Channel")
        if not channel.bot_can_see:
            raise missing_access()
        return channel

    def _message(self, call: Call) -> Message:
        channel = self._channel(call)
        message = self.world.messages.get(call.number("message"))
        if message is None or message.deleted or message.channel is not channel:
            raise unknown("Message")
        if message.ephemeral:
            # Ephemeral messages exist for their interaction's webhook only.
            raise unknown("Message")
        return message

    def _changeable(self, call: Call) -> Message:
        message = self._message(call)
        if message.channel.archived:
            raise thread_archived()
        return message

    def _seen(self, message: Message) -> dict[str, object]:
        return seen_by_bot(message, self.stand_in.gateway.intents)

    def _need(self, channel: Channel, permission: Permission) -> None:
        if not channel.bot_may(permission):
            raise missing_permissions()

    def _need_to_send(self, channel: Channel) -> None:
        if channel.is_bot_dm and channel.recipients[0].id in self.world.dm_closed:
            raise ApiError(403, 50007, "Cannot send messages to this user")
        in_thread = Permission.SEND_MESSAGES_IN_THREADS
        self._need(channel, in_thread if channel.is_thread else Permission.SEND_MESSAGES)


def _thread_name(call: Call) -> str:
    name = str((call.json or {}).get("name") or "")
    if not 1 <= len(name) <= 100:
        nested = {"code": "BASE_TYPE_BAD_LENGTH", "message": "Must be between 1 and 100 in length."}
        raise ApiError(400, 50035, "Invalid Form Body", {"name": {"_errors": [nested]}})
    return name
