"""The model as Discord's JSON objects."""

from __future__ import annotations

from .errors import Json
from .ids import timestamp
from .model import DM, FORUM, Channel, Guild, Message
from .objects import Attachment, Role, User
from .permissions import Permission

INTENT_MESSAGE_CONTENT = 1 << 15
REPLY, CHAT_INPUT_COMMAND, CONTEXT_MENU_COMMAND = 19, 20, 23
USER_JOIN, THREAD_CREATED, THREAD_STARTER = 7, 18, 21


def user_payload(user: User) -> Json:
    payload: Json = {
        "id": str(user.id),
        "username": user.name.lower().replace(" ", "_"),
        "global_name": None if user.bot else user.name,
        "discriminator": "0001" if user.bot else "0",
        "avatar": None,
        "public_flags": 0,
    }
    return payload | ({"bot": True} if user.bot else {})


def member_payload(guild: Guild, user: User, *, with_user: bool = True) -> Json:
    payload: Json = {
        "roles": [str(role.id) for role in guild.roles_of(user)],
        "nick": None,
        "avatar": None,
        "joined_at": timestamp(),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
    }
    return payload | ({"user": user_payload(user)} if with_user else {})


def role_payload(role: Role) -> Json:
    payload: Json = {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(role.permissions),
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": role.bot is not None,
        "mentionable": False,
        "position": 0 if role.name == "@everyone" else 1,
        "flags": 0,
    }
    return payload | ({"tags": {"bot_id": str(role.bot.id)}} if role.bot else {})


def guild_payload(guild: Guild) -> Json:
    bot = guild.world.bot
    return {
        "id": str(guild.id),
        "name": guild.name,
        "icon": None,
        "owner_id": str(guild.owner.id),
        "preferred_locale": guild.locale,
        "roles": [role_payload(role) for role in guild.roles],
        "emojis": [],
        "stickers": [],
        "features": [],
        "afk_timeout": 300,
        "verification_level": 1,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "member_count": len(guild.world.users),
        "large": False,
        "unavailable": False,
        "joined_at": timestamp(),
        "members": [member_payload(guild, bot)],
        "channels": [channel_payload(c) for c in guild.channels],
        "threads": [
            channel_payload(t) for c in guild.channels for t in c.threads if not t.archived
        ],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def channel_payload(channel: Channel) -> Json:
    """A guild channel, thread or DM."""
    last = next((m for m in reversed(channel.messages) if not m.deleted), None)
    payload: Json = {
        "id": str(channel.id),
        "type": channel.type,
        "last_message_id": str(last.id) if last else None,
        "flags": 0,
    }
    if channel.guild is None:
        recipients = [user_payload(user) for user in channel.recipients]
        owner = {} if channel.type == DM else {"name": channel.name, "owner_id": None, "icon": None}
        return payload | {"recipients": recipients} | owner
    payload |= {
        "guild_id": str(channel.guild.id),
        "name": channel.name,
        "rate_limit_per_user": 0,
        "parent_id": str(channel.parent.id) if channel.parent else None,
    }
    if channel.is_thread:
        return payload | _thread_fields(channel)
    return payload | {
        "position": channel.guild.channels.index(channel)
        if channel in channel.guild.channels
        else 0,
        "topic": None,
        "nsfw": False,
        "permission_overwrites": [
            {
                "id": str(target),
                "type": 0 if target == channel.guild.id else 1,
                "allow": str(allow),
                "deny": str(deny),
            }
            for target, (allow, deny) in channel.overwrites.items()
        ],
        **({"available_tags": [], "default_forum_layout": 0} if channel.type == FORUM else {}),
    }


def _thread_fields(thread: Channel) -> Json:
    fields: Json = {
        "owner_id": str((thread.owner or thread.world.owner).id),
        "message_count": len(thread.messages),
        "total_message_sent": len(thread.messages),
        "member_count": 1,
        "applied_tags": [str(tag) for tag in thread.applied_tags],
        "thread_metadata": {
            "archived": thread.archived,
            "auto_archive_duration": 1440,
            "archive_timestamp": timestamp(thread.created_at),
            "create_timestamp": timestamp(thread.created_at),
            "locked": False,
        },
    }
    if thread.bot_is_thread_member:
        fields["member"] = {
            "id": str(thread.id),
            "user_id": str(thread.world.bot.id),
            "join_timestamp": timestamp(thread.created_at),
            "flags": 1,
        }
    return fields


def attachment_payload(attachment: Attachment) -> Json:
    payload: Json = {
        "id": str(attachment.id),
        "filename": attachment.filename,
        "size": attachment.size,
        "url": attachment.url,
        "proxy_url": attachment.url,
        "content_type": attachment.content_type,
    }
    if attachment.description is not None:
        payload["description"] = attachment.description
    if attachment.width is not None:
        payload |= {"width": attachment.width, "height": attachment.height}
    return payload


def message_payload(message: Message, *, nested: bool = False) -> Json:
    """A message in full; `nested` leaves out what it replies to, as Discord does one level down."""
    payload: Json = {
        "id": str(message.id),
        "channel_id": str(message.channel.id),
        "author": user_payload(message.author),
        "content": message.content,
        "timestamp": timestamp(message.created_at),
        "edited_timestamp": timestamp(message.edited_at) if message.edited_at else None,
        "tts": False,
        "mention_everyone": message.pings.everyone,
        "mentions": [user_payload(user) for user in message.mentions],
        "mention_roles": [str(role) for role in message.pings.roles],
        "attachments": [attachment_payload(a) for a in message.attachments],
        "embeds": message.embeds,
        "components": message.components,
        "pinned": False,
        "type": message.type,
        "flags": message.flags,
    }
    if message.nonce is not None:
        payload["nonce"] = message.nonce
    if message.reactions:
        payload["reactions"] = [_reaction(message, emoji) for emoji in message.reactions]
    if message.thread is not None:
        payload["thread"] = channel_payload(message.thread)
    if message.interaction is not None:
        payload |= message.interaction.message_fields()
    if message.reply_to is not None:
        payload["message_reference"] = _reference(message.reply_to)
        if not nested:
            gone = message.reply_to.deleted
            target = None if gone else message_payload(message.reply_to, nested=True)
            payload["referenced_message"] = target
    return payload


def _reference(target: Message) -> Json:
    reference: Json = {
        "type": 0,
        "message_id": str(target.id),
        "channel_id": str(target.channel.id),
    }
    guild = target.channel.guild
    return reference | ({"guild_id": str(guild.id)} if guild else {})


def _reaction(message: Message, emoji: str) -> Json:
    users = message.reactions[emoji]
    return {
        "emoji": {"id": None, "name": emoji},
        "count": len(users),
        "count_details": {"burst": 0, "normal": len(users)},
        "me": any(user.bot for user in users),
        "me_burst": False,
        "burst_colors": [],
    }


def seen_by_bot(message: Message, intents: int, *, nested: bool = False) -> Json:
    """The message as the bot receives it: without the message-content intent, content only in
    DMs, where the bot is mentioned, and in its own messages."""
    payload = message_payload(message, nested=nested)
    if not _content_shown(message, intents):
        payload |= {"content": "", "embeds": [], "attachments": [], "components": []}
    if payload.get("referenced_message") and message.reply_to is not None:
        payload["referenced_message"] = seen_by_bot(message.reply_to, intents, nested=True)
    return payload


def _content_shown(message: Message, intents: int) -> bool:
    bot = message.channel.world.bot
    return bool(
        intents & INTENT_MESSAGE_CONTENT
        or message.channel.is_bot_dm
        or message.author is bot
        or bot in message.mentions
    )


def gateway_message(message: Message, intents: int) -> Json:
    """MESSAGE_CREATE and MESSAGE_UPDATE: the message with its guild and author's member."""
    payload = seen_by_bot(message, intents)
    guild = message.channel.guild
    if guild is not None and not message.ephemeral:
        payload["guild_id"] = str(guild.id)
        payload["member"] = member_payload(guild, message.author, with_user=False)
        payload["mentions"] = [
            user_payload(u) | {"member": member_payload(guild, u, with_user=False)}
            for u in message.mentions
        ]
    else:
        payload["channel_type"] = message.channel.type
    return payload


def interaction_channel(channel: Channel, user: User) -> Json:
    """The partial channel inside an interaction, with the user's permissions in it."""
    payload = channel_payload(channel)
    permissions = channel.guild.permissions_of(user, channel) if channel.guild else 0
    return payload | {"permissions": str(permissions or int(Permission.VIEW_CHANNEL))}
