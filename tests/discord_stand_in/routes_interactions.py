"""Routes for answering interactions: the callback, follow-ups, and the original response."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from .errors import ApiError, Json, thread_archived, unknown
from .interactions import (
    AUTOCOMPLETE,
    CHOICES,
    COMMAND,
    COMPONENT,
    DEFERRED_MESSAGE,
    DEFERRED_UPDATE,
    MESSAGE_RESPONSE,
    MODAL,
    MODAL_SUBMIT,
    UPDATE,
    Choice,
    Choices,
    InteractionRecord,
    Modal,
)
from .limits import check_choices
from .modal_limits import check_modal
from .model import FLAG_EPHEMERAL, Message
from .payloads import CHAT_INPUT_COMMAND, CONTEXT_MENU_COMMAND, message_payload
from .permissions import Permission

if TYPE_CHECKING:
    from .rest import Answer, Call, Handler
    from .stand_in import DiscordStandIn

# Apps that only a user installed may follow up this often, where the bot is no member.
USER_INSTALL_FOLLOW_UPS = 5


def routes(stand_in: DiscordStandIn) -> list[tuple[str, str, Handler]]:
    here = _Interactions(stand_in)
    webhook = "/webhooks/{application}/{token}"
    return [
        ("POST", "/interactions/{interaction}/{token}/callback", here.callback),
        ("POST", webhook, here.follow_up),
        ("GET", webhook + "/messages/{message}", here.get),
        ("PATCH", webhook + "/messages/{message}", here.edit),
        ("DELETE", webhook + "/messages/{message}", here.delete),
    ]


class _Interactions:
    def __init__(self, stand_in: DiscordStandIn) -> None:
        self.stand_in = stand_in
        self.world = stand_in.world

    async def callback(self, call: Call) -> Answer:
        record = self.stand_in.interaction_by_token(call.parts["token"])
        if record is None or record.id != call.number("interaction"):
            raise unknown("interaction")
        if record.response_type is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if record.expired:
            raise unknown("interaction")
        body: Json = call.json or {}
        kind, data = body.get("type", 0), body.get("data") or {}
        if kind not in _possible(record):
            nested = {"code": "BASE_TYPE_CHOICES", "message": f"Not one of {_possible(record)}."}
            raise ApiError(400, 50035, "Invalid Form Body", {"type": {"_errors": [nested]}})
        if record.channel.archived and kind in (MESSAGE_RESPONSE, UPDATE):
            raise thread_archived()
        message = self._respond(record, kind, data, call)
        record.response_type = kind
        record.answered_after = time.monotonic() - record.created
        self.world.changes.ring()
        if call.query.get("with_response") not in ("1", "true"):
            return None
        return _callback_answer(record, kind, message)

    def _respond(
        self, record: InteractionRecord, kind: int, data: Json, call: Call
    ) -> Message | None:
        if kind == CHOICES:
            check_choices(data.get("choices") or [])
            record.choices = Choices(Choice(c["name"], c["value"]) for c in data["choices"])
            return None
        if kind == MODAL:
            check_modal(data)
            record.modal_shown = Modal(data["title"], data["custom_id"], data["components"], record)
            return None
        if kind in (UPDATE, DEFERRED_UPDATE):
            record.original = record.source
            if kind == UPDATE and record.source is not None:
                self.stand_in.messages.edit(record.source, data, call.files)
                record.show(record.source)
            return record.source
        record.ephemeral = bool(data.get("flags", 0) & FLAG_EPHEMERAL) or _must_whisper(record)
        record.original = self.stand_in.messages.create_for_bot(
            record.channel,
            data,
            call.files,
            interaction=record,
            kind=_message_type(record),
            ephemeral=record.ephemeral,
            loading=kind == DEFERRED_MESSAGE,
        )
        if kind == MESSAGE_RESPONSE:
            record.show(record.original)
        return record.original

    async def follow_up(self, call: Call) -> Answer:
        record = self._record(call)
        body: Json = call.json or {}
        original = record.original
        if original is not None and original.loading:
            # The first follow-up of a deferred answer takes the place of "is thinking".
            self._edit(record, original, body, call)
            return message_payload(original)
        guild = record.channel.guild
        outside = guild is not None and not guild.bot_joined
        if outside and len(record.follow_ups) >= USER_INSTALL_FOLLOW_UPS:
            raise ApiError(400, 40094, "This interaction has reached its follow-up limit")
        message = self.stand_in.messages.create_for_bot(
            record.channel,
            body,
            call.files,
            interaction=record,
            ephemeral=bool(body.get("flags", 0) & FLAG_EPHEMERAL) or _must_whisper(record),
        )
        record.follow_ups.append(message)
        record.show(message)
        return message_payload(message)

    async def get(self, call: Call) -> Answer:
        return message_payload(self._message(self._record(call), call))

    async def edit(self, call: Call) -> Answer:
        record = self._record(call)
        message = self._message(record, call)
        self._edit(record, message, call.json or {}, call)
        return message_payload(message)

    async def delete(self, call: Call) -> Answer:
        self.stand_in.messages.delete(self._message(self._record(call), call))
        return None

    def _edit(self, record: InteractionRecord, message: Message, body: Json, call: Call) -> None:
        first = message.loading or (message is record.source and message not in record.effects)
        self.stand_in.messages.edit(message, body, call.files)
        if first:
            record.show(message)

    def _record(self, call: Call) -> InteractionRecord:
        record = self.stand_in.interaction_by_token(call.parts["token"])
        if record is None or call.number("application") != self.world.bot.id:
            raise unknown("Webhook")
        if record.response_type is None:
            raise unknown("Webhook")
        if record.expired:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return record

    def _message(self, record: InteractionRecord, call: Call) -> Message:
        if call.parts["message"] == "@original":
            message = record.original
        else:
            message = self.world.messages.get(call.number("message"))
            if message is not None and message is not record.source:
                message = message if message.interaction is record else None
        if message is None or message.deleted:
            raise unknown("Message")
        return message


def _possible(record: InteractionRecord) -> set[int]:
    """The response types Discord takes for this kind of interaction."""
    messages = {MESSAGE_RESPONSE, DEFERRED_MESSAGE}
    updates = {UPDATE, DEFERRED_UPDATE} if record.source is not None else set()
    return {
        COMMAND: messages | {MODAL},
        COMPONENT: messages | updates | {MODAL},
        AUTOCOMPLETE: {CHOICES},
        MODAL_SUBMIT: messages | updates,
    }[record.type]


def _message_type(record: InteractionRecord) -> int:
    if record.type != COMMAND:
        return 0
    return CONTEXT_MENU_COMMAND if "target_id" in record.data else CHAT_INPUT_COMMAND


def _must_whisper(record: InteractionRecord) -> bool:
    """A user's own app answers only its user where the server does not allow such apps."""
    guild = record.channel.guild
    if guild is None or guild.bot_joined:
        return False
    allowed = guild.permissions_of(record.person, record.channel)
    return not allowed & Permission.USE_EXTERNAL_APPS


def _callback_answer(record: InteractionRecord, kind: int, message: Message | None) -> Json:
    interaction: Json = {"id": str(record.id), "type": record.type}
    answer: Json = {"interaction": interaction}
    if message is not None:
        interaction |= {
            "response_message_id": str(message.id),
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.ephemeral,
        }
        if kind in (MESSAGE_RESPONSE, UPDATE, DEFERRED_MESSAGE):
            answer["resource"] = {"type": kind, "message": message_payload(message)}
    return answer
