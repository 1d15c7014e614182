"""The conversation as a value: what earlier turns leave behind for the next one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn: what was asked and the ids of what was answered or offered."""

    query: str
    answered: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """The latest turns of one person in one place, oldest first."""

    turns: tuple[Turn, ...] = ()
