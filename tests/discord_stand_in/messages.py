"""How messages come to be, change and go: the same for the REST API, interactions and people."""

from __future__ import annotations

import copy
import re
import time
from collections.abc import Callable, Iterable

from .errors import ApiError, Json, unknown
from .gateway import (
    INTENT_DIRECT_MESSAGES,
    INTENT_DIRECT_REACTIONS,
    INTENT_GUILD_MESSAGES,
    INTENT_GUILD_REACTIONS,
)
from .interactions import InteractionRecord
from .limits import check_message
from .model import FLAG_COMPONENTS_V2, FLAG_EPHEMERAL, FLAG_LOADING, Channel, Message
from .objects import Pings, User
from .payloads import REPLY, gateway_message
from .permissions import Permission
from .reading import TEXT_DISPLAY, walk
from .uploads import Files, Upload, attach, number_components, resolve_media
from .world import World

NONCE_SECONDS = 180.0
SETTABLE_FLAGS = (1 << 2) | (1 << 12) | FLAG_COMPONENTS_V2


class Messages:
    """Creates, edits and deletes messages in a world, and tells the bot of it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._nonces: dict[tuple[int, int, str], Message] = {}

    def create_for_bot(
        self,
        channel: Channel,
        body: Json,
        files: Files,
        *,
        interaction: InteractionRecord | None = None,
        kind: int = 0,
        ephemeral: bool = False,
        loading: bool = False,
    ) -> Message:
        """The bot's new message, or the one it already sent with the same enforced nonce.

        Raises ApiError where Discord refuses it.
        """
        earlier = self._same_nonce(channel, body)
        if earlier is not None:
            return earlier
        message = Message(self.world.ids.next(), channel, self.world.bot, type=kind)
        message.interaction = interaction
        # "Is thinking" takes no flag but ephemeral; the rest comes with what is then shown.
        message.flags = 0 if loading else body.get("flags", 0) & SETTABLE_FLAGS
        if ephemeral and interaction is not None:
            message.flags |= FLAG_EPHEMERAL
            message.visible_to = interaction.person
        if loading:
            message.flags |= FLAG_LOADING
        else:
            self._reply(message, body)
            self._fill(message, body, files)
        if body.get("nonce") is not None:
            message.nonce = str(body["nonce"])
            if body.get("enforce_nonce"):
                self._nonces[self.world.bot.id, channel.id, message.nonce] = message
        self._keep(message)
        return message

    def create_for_person(
        self,
        channel: Channel,
        author: User,
        text: str,
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        files: Iterable[Upload] = (),
        message_id: int | None = None,
        kind: int | None = None,
    ) -> Message:
        """A person's new message; `kind` makes it one of Discord's system messages."""
        message = Message(message_id or self.world.ids.next(), channel, author, text)
        message.reply_to = reply_to
        message.type = (REPLY if reply_to else 0) if kind is None else kind
        message.attachments = attach(message, [], dict(enumerate(files)), {})
        message.mentions = self.mentioned(text)
        if reply_to is not None and ping and reply_to.author not in message.mentions:
            message.mentions.append(reply_to.author)
        roles = frozenset(int(i) for i in re.findall(r"<@&(\d+)>", text))
        message.pings = Pings(roles=roles, everyone=self._pings_everyone(message))
        self._keep(message)
        return message

    def edit(self, message: Message, body: Json, files: Files) -> None:
        """Change the bot's own message. Raises ApiError where Discord refuses it."""
        changed = copy.copy(message)
        if "flags" in body and body["flags"] is not None:
            kept = message.flags & (FLAG_COMPONENTS_V2 | FLAG_EPHEMERAL)
            changed.flags = kept | (body["flags"] & SETTABLE_FLAGS)
        changed.flags &= ~FLAG_LOADING
        self._fill(changed, body, files)
        for name in (
            "content",
            "embeds",
            "components",
            "attachments",
            "flags",
            "mentions",
            "pings",
        ):
            setattr(message, name, getattr(changed, name))
        self.mark_edited(message)

    def unfurl(self, message: Message) -> None:
        """Add a link's preview: MESSAGE_UPDATE without an edit."""
        embed = {"type": "link", "url": "https://example.org/", "title": "Example"}
        message.embeds = [*message.embeds, embed]
        self._announce("MESSAGE_UPDATE", message)

    def mark_edited(self, message: Message) -> None:
        message.edits += 1
        message.edited_at = time.time()
        self._announce("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        message.deleted = True
        guild = message.channel.guild
        data = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if guild is not None:
            data["guild_id"] = str(guild.id)
        self._tell_bot("MESSAGE_DELETE", message, lambda _: data)

    def react(self, message: Message, user: User, emoji: str, *, add: bool = True) -> None:
        users = message.reactions.setdefault(emoji, [])
        if (user in users) == add:
            return
        (users.append if add else users.remove)(user)
        data: Json = {
            "user_id": str(user.id),
            "channel_id": str(message.channel.id),
            "message_id": str(message.id),
            "message_author_id": str(message.author.id),
            "emoji": {"id": None, "name": emoji},
            "burst": False,
            "type": 0,
        }
        guild = message.channel.guild
        if guild is not None:
            data["guild_id"] = str(guild.id)
        if message.channel.bot_can_see:
            intent = INTENT_GUILD_REACTIONS if guild else INTENT_DIRECT_REACTIONS
            event = "MESSAGE_REACTION_ADD" if add else "MESSAGE_REACTION_REMOVE"
            self.world.announce(event, lambda _: data, guild=guild, intent=intent)
        self.world.changes.ring()

    def _same_nonce(self, channel: Channel, body: Json) -> Message | None:
        if not body.get("enforce_nonce") or body.get("nonce") is None:
            return None
        message = self._nonces.get((self.world.bot.id, channel.id, str(body["nonce"])))
        if message is None or time.time() - message.created_at > NONCE_SECONDS:
            return None
        if message.deleted:
            raise unknown("Message")
        return message

    def _reply(self, message: Message, body: Json) -> None:
        reference = body.get("message_reference")
        if not reference:
            return
        if message.channel.guild and not message.channel.bot_may(Permission.READ_MESSAGE_HISTORY):
            raise ApiError(403, 160002, "Cannot reply without permission to read message history")
        target = self.world.messages.get(int(reference["message_id"]))
        if target is not None and not target.deleted and target.channel is message.channel:
            message.reply_to = target
            message.type = REPLY
        elif reference.get("fail_if_not_exists", True):
            nested = {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
            errors = {"message_reference": {"_errors": [nested]}}
            raise ApiError(400, 50035, "Invalid Form Body", errors)

    def _fill(self, message: Message, body: Json, files: Files) -> None:
        """Put the request's content on the message, after checking what it would become."""
        if "content" in body:
            message.content = body["content"] or ""
        if "embeds" in body:
            message.embeds = body["embeds"] or []
        shown = message.components
        if "components" in body:
            shown = copy.deepcopy(body["components"] or [])
        if "attachments" in body or files:
            kept = {a.id: a for a in message.attachments}
            listed = body.get("attachments")
            message.attachments = attach(message, listed, files, kept)
        check_message(
            message.content,
            message.embeds,
            shown,
            message.flags,
            filenames=[a.filename for a in message.attachments],
            sizes=[a.size for a in message.attachments],
            extra=body,
        )
        message.components = shown
        number_components(shown)
        resolve_media(shown, message.attachments)
        self._ping(message, body.get("allowed_mentions"))

    def _ping(self, message: Message, allowed: Json | None) -> None:
        texts = [c["content"] for c in walk(message.components) if c["type"] == TEXT_DISPLAY]
        text = "\n".join([message.content, *texts])
        everyone = bool(re.search(r"@(everyone|here)\b", text))
        roles = {int(i) for i in re.findall(r"<@&(\d+)>", text)}
        users = {user.id for user in self.mentioned(text)}
        replied = {message.reply_to.author.id} if message.reply_to else set()
        if allowed is not None:
            parsed = allowed.get("parse") or []
            everyone = everyone and "everyone" in parsed
            if "roles" not in parsed:
                roles &= {int(i) for i in allowed.get("roles") or []}
            if "users" not in parsed:
                users &= {int(i) for i in allowed.get("users") or []}
            if not allowed.get("replied_user"):
                replied = set()
        pinged = frozenset(users | replied)
        message.pings = Pings(pinged, frozenset(roles), everyone)
        message.mentions = [self.world.users[i] for i in pinged if i in self.world.users]

    def _pings_everyone(self, message: Message) -> bool:
        """Whether a person's @everyone or @here counts: others only write the word."""
        guild = message.channel.guild
        if guild is None or not re.search(r"@(everyone|here)\b", message.content):
            return False
        allowed = guild.permissions_of(message.author, message.channel)
        return bool(allowed & Permission.MENTION_EVERYONE)

    def mentioned(self, text: str) -> list[User]:
        ids = dict.fromkeys(int(i) for i in re.findall(r"<@!?(\d+)>", text))
        return [self.world.users[i] for i in ids if i in self.world.users]

    def _keep(self, message: Message) -> None:
        self.world.messages[message.id] = message
        if message.visible_to is None:
            message.channel.messages.append(message)
        self._announce("MESSAGE_CREATE", message)

    def _announce(self, event: str, message: Message) -> None:
        self._tell_bot(event, message, lambda intents: gateway_message(message, intents))

    def _tell_bot(self, event: str, message: Message, build: Callable[[int], Json | None]) -> None:
        """Ephemeral messages reach the bot that sent them as if they were direct messages."""
        channel = message.channel
        guild = None if message.ephemeral else channel.guild
        if channel.bot_can_see:
            intent = INTENT_GUILD_MESSAGES if guild else INTENT_DIRECT_MESSAGES
            self.world.announce(event, build, guild=guild, intent=intent)
        self.world.changes.ring()
