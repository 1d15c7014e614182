"""The plain things: users, roles, files, and who is pinged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class User:
    """Anyone with an account: a person, or the bot."""

    id: int
    name: str
    bot: bool = False

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


@dataclass(eq=False)
class Role:
    id: int
    name: str
    permissions: int
    bot: User | None = None


@dataclass(frozen=True)
class Pings:
    """Who would hear a sound because of a message, after `allowed_mentions`."""

    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    everyone: bool = False

    def __bool__(self) -> bool:
        return bool(self.users or self.roles or self.everyone)


@dataclass(eq=False)
class Attachment:
    """A file on a message; `content` holds its bytes."""

    id: int
    filename: str
    content: bytes
    content_type: str
    url: str
    description: str | None = None
    size: int = 0
    width: int | None = None
    height: int | None = None

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")
