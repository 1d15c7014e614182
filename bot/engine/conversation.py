"""The conversation as a value: the latest turns of one person in one place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

REMEMBERED_TURNS: Final = 3
"""Turns that a conversation keeps; what lies further back has faded."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn: what was asked and what was answered or offered, as entry ids."""

    query: str
    """The question as it was understood, completed by the turns before it."""
    answered: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    """Choices of a clarification, follow-ups of an answer, suggestions of a fallback."""
    text: str = ""
    """The message but for its preface, the query with all around it; empty if none was typed."""
    understood: bool = True
    """Whether the turn says what the conversation is about; noise and small talk do not."""
    aside: bool = False
    """Whether the turn asked nothing and got a kind line, as for small talk."""
    asked_back: bool = False
    """Whether the turn was answered with a question back."""
    picked: bool = False
    """Whether the turn chose its answer from what the one before it offered."""
    shown_again: bool = False
    """Whether what is offered has been shown by itself since, without the answer."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The latest turns of one person in one place, oldest first."""

    turns: tuple[Turn, ...] = ()

    @property
    def last_understood(self) -> Turn | None:
        """The latest turn that said what the conversation is about."""
        return next((turn for turn in reversed(self.turns) if turn.understood), None)

    @property
    def latest(self) -> Turn | None:
        """The turn right before, whatever it said."""
        return self.turns[-1] if self.turns else None

    @property
    def length(self) -> int:
        """How many characters its turns hold."""
        return sum(len(turn.query) + len(turn.text) for turn in self.turns)

    @property
    def listed(self) -> tuple[str, ...]:
        """What was offered before the latest turns that picked from what was offered."""
        first = next((turn for turn in reversed(self.turns) if not turn.picked), None)
        return first.offered if first else ()

    def add(self, turn: Turn) -> "Conversation":
        """The conversation after one more turn; the oldest fades."""
        return Conversation((*self.turns, turn)[-REMEMBERED_TURNS:])

    def show(self, offered: Iterable[str]) -> "Conversation":
        """The conversation after something was shown that is no reply, with what it offers."""
        return self.add(Turn("", offered=tuple(offered), understood=False))

    def show_again(self, offered: Iterable[str]) -> "Conversation":
        """The conversation after what was offered before was shown once more, by itself."""
        last = replace(self.turns[-1], offered=tuple(offered), shown_again=True)
        return Conversation((*self.turns[:-1], last))
