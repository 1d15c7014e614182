"""What the engine returns: one type for each outcome, and the matches behind it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from bot.engine.entries import Entry, Gap, SmallTalk


class Mode(StrEnum):
    """How a query reached the bot: addressed to it, or overheard in a channel."""

    DIRECT = "direct"
    AMBIENT = "ambient"


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with its score (0..1) and the utterance that won."""

    entry: Entry
    score: float
    utterance: str
    """Of a reply that was to be explained the nearest one; else the entry's question.

    Looking for it takes longer than the reply itself.
    """


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the engine made of the words before it matched them."""

    query: str = ""
    """The question that was matched, after repair and with its context."""
    repairs: tuple[tuple[str, str], ...] = ()
    """(as typed, as read) for each repaired word."""
    used_context: bool = False
    """Whether earlier turns of the conversation completed the question."""
    again: bool = False
    """Whether that led to what was answered right before, which says all that the turn names."""


@dataclass(frozen=True, slots=True)
class MatchReason:
    """What speaks for one of the best entries, and what against it."""

    entry_id: str
    words: tuple[tuple[str, float], ...]
    """(word, weight) pairs of the question that counted, most first."""
    missed: tuple[tuple[str, float], ...] = ()
    """(word, share) pairs of what the entry says nothing of, most first."""
    ruled_out: str = ""
    """Why it does not meet what narrows the question; empty where it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why the engine chose this reply, for keepers; see `career-bot ask --why`."""

    reason: str
    """Why the outcome is what it is, in one sentence."""
    details: tuple[tuple[str, str], ...] = ()
    """(label, text) lines: qualifiers found, context used, thresholds, ..."""
    matches: tuple[MatchReason, ...] = ()
    """About each of the best entries, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseReply:
    """What every reply carries."""

    outcome: ClassVar[str]

    matches: tuple[Match, ...] = ()
    """The five best entries, best first, whatever the outcome."""
    score: float = 0.0
    """How sure the engine is (0..1): the higher, the less likely out of scope."""
    suggestions: tuple[Entry, ...] = ()
    """Entries a person may want next: an answer's follow-ups, the entries nearest to a fallback."""
    understanding: Understanding = field(default_factory=Understanding)
    explanation: Explanation | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries this reply answers with or offers as choices; empty otherwise."""
        return ()

    @property
    def offers(self) -> tuple[Entry, ...]:
        """What is offered below the reply: its suggestions, or examples where it has none."""
        return self.suggestions


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(BaseReply):
    """Sure enough: one entry, or two when the message asks two things."""

    outcome: ClassVar[str] = "answer"
    answers: tuple[Entry, ...]
    missing: str = ""
    """What else was asked and is not answered, in a sentence; mostly empty."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification(BaseReply):
    """Several entries fit about equally: 2 to 5 of them to choose from."""

    outcome: ClassVar[str] = "clarification"
    choices: tuple[Entry, ...]
    goes_on: bool = False
    """Whether nothing is unclear: the turn asked for more, and these are what there is."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback(BaseReply):
    """Nothing fits, or the question carries a qualifier that the knowledge does not cover."""

    outcome: ClassVar[str] = "fallback"
    missing: str = ""
    """What the knowledge lacks, in a sentence; empty when nothing special is known to lack."""
    small_talk: str = ""
    """A kind line from the knowledge when the message was small talk."""
    courtesy: str = ""
    """One that the knowledge does not hold, when the message asks nothing."""
    examples: tuple[Entry, ...] = ()
    """A few questions that can be answered, where nothing is near enough to suggest."""
    extra: Gap | SmallTalk | None = None
    """The gap or small talk that the question is declined for, whether or not it is told of."""

    @property
    def offers(self) -> tuple[Entry, ...]:
        return self.suggestions or self.examples


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence(BaseReply):
    """Ambient only: the message is not a question for the bot, or the engine is not sure."""

    outcome: ClassVar[str] = "silence"


Reply = Answer | Clarification | Fallback | Silence
