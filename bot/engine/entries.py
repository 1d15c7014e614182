"""What the engine knows, as plain data: entries, sources, vocabulary and small talk."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A document that answers refer to."""

    id: str
    title: str
    author: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One answerable thing: a question, other ways of asking it, and its answer."""

    id: str
    question: str
    answer: str
    utterances: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    topic: str = ""

    @property
    def phrasings(self) -> tuple[str, ...]:
        """The question and the utterances: every way of asking that the keeper wrote down."""
        return (self.question, *self.utterances)


@dataclass(frozen=True, slots=True)
class QualifierValue:
    """One value of a qualifier, with the words that express it."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A kind of word that narrows a question (region, level, role, ...) and its known values."""

    id: str
    name: str
    values: tuple[QualifierValue, ...]
    strict: bool = True
    """Whether an answer must mention the value that a question names.

    Where it need not, only answers about *another* value are refused.
    """
    implied: bool = False
    """Whether the entries themselves gave the values: then an answer that names none is for all."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that mean the same, abbreviations, and qualifiers."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A kind line for a message that asks nothing: a hello, a thank-you."""

    id: str
    utterances: tuple[str, ...]
    reply: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Something people ask that the knowledge does not answer, and what to say then."""

    id: str
    utterances: tuple[str, ...]
    missing: str
    nearest: tuple[str, ...] | None = None
    """What to offer instead; None for what is near to the question."""
