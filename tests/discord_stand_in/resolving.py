"""People, channels and roles as values of options and selects: ids, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .errors import Json
from .model import Channel, Guild
from .objects import Role, User
from .payloads import interaction_channel, member_payload, role_payload, user_payload


def as_ids(values: Iterable[Any]) -> list[Any]:
    """Things that have an id as that id, in Discord's form; everything else as it is."""
    return [str(v.id) if isinstance(v, User | Channel | Role) else v for v in values]


def resolved(values: Iterable[Any], guild: Guild | None, user: User) -> Json:
    """The `resolved` part of an interaction by `user`: what the ids among `values` stand for."""
    found: Json = {}
    for value in values:
        match value:
            case User():
                found.setdefault("users", {})[str(value.id)] = user_payload(value)
                if guild is not None:
                    member = member_payload(guild, value, with_user=False)
                    member["permissions"] = str(guild.permissions_of(value))
                    found.setdefault("members", {})[str(value.id)] = member
            case Channel():
                channel = interaction_channel(value, user)
                found.setdefault("channels", {})[str(value.id)] = channel
            case Role():
                found.setdefault("roles", {})[str(value.id)] = role_payload(value)
    return found
