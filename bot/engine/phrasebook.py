"""Phrasings that a query repeats: word for word, or in its subject words.

A matcher that weighs everything can lose what is plain: who types a keeper's own phrasing wants
that entry.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.engine.arrays import Array
from bot.engine.features import Synonyms
from bot.engine.grammar import Grammar
from bot.engine.text import stem
from bot.engine.words import STOP_WORDS

Keys = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int32]

_ARTICLES: Final = frozenset(("a", "an", "the"))

_TELLING_INTERROGATIVES: Final = frozenset("who whom whose when where why".split())
_MEASURES: Final = frozenset("much many long often far big old".split())
""" "How much is it?" asks something else than "how is it?", which "is it?" may stand for."""

MAX_SHARING: Final = 3
"""Entries that may share the subject words of a phrasing before those say nothing."""


KEYWORD_LENGTH: Final = 8
"""Words up to which a query is keywords; in a longer one the frame says what is asked of them."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """Documents whose phrasing a query repeats."""

    exact: tuple[int, ...] = ()
    """Those that are asked for in these very words (or their synonyms)."""
    subject: tuple[int, ...] = ()
    """Those that are asked for in the same subject words, whatever stands between them."""


class Phrasebook:
    """Every phrasing of a knowledge base by a hash of its words, in sorted arrays."""

    def __init__(
        self,
        exact: tuple[Keys, Owners],
        subject: tuple[Keys, Owners],
        synonyms: Synonyms,
        grammar: Grammar | None = None,
    ) -> None:
        self._exact = exact
        self._subject = subject
        self._synonyms = synonyms
        self._grammar = grammar

    @classmethod
    def build(
        cls,
        texts: Iterable[Sequence[str]],
        owners: Iterable[int],
        synonyms: Synonyms,
        grammar: Grammar | None = None,
    ) -> "Phrasebook":
        """Note tokenised phrasings and the document that each belongs to."""
        exact: set[tuple[int, int]] = set()
        subject: set[tuple[int, int]] = set()
        for tokens, owner in zip(texts, owners, strict=True):
            words = _canonical(tokens, synonyms, grammar)
            exact.add((_hash(words), int(owner)))
            if about := _subject_of(words, grammar):
                subject.add((_hash(about), int(owner)))
        return cls(_sort(exact), _sort(subject), synonyms, grammar)

    def find(self, tokens: Sequence[str]) -> Repetition:
        """The documents whose phrasing these (repaired) tokens repeat."""
        words = _canonical(tokens, self._synonyms, self._grammar)
        if not words:
            return Repetition()
        exact = _look_up(self._exact, _hash(words))
        about = _subject_of(words, self._grammar) if len(words) <= KEYWORD_LENGTH else []
        subject = _look_up(self._subject, _hash(about)) if about else ()
        return Repetition(exact, subject if len(subject) <= MAX_SHARING else ())

    def to_arrays(self) -> dict[str, Array]:
        """The arrays that `from_arrays` restores it from."""
        return {
            "exact_keys": self._exact[0],
            "exact_owners": self._exact[1],
            "subject_keys": self._subject[0],
            "subject_owners": self._subject[1],
        }

    @classmethod
    def from_arrays(
        cls, arrays: Mapping[str, Array], synonyms: Synonyms, grammar: Grammar | None = None
    ) -> "Phrasebook":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(
            (arrays["exact_keys"], arrays["exact_owners"]),
            (arrays["subject_keys"], arrays["subject_owners"]),
            synonyms,
            grammar,
        )


def _canonical(tokens: Sequence[str], synonyms: Synonyms, grammar: Grammar | None) -> list[str]:
    """Stems without articles, with what means the same written the same; stop words as they are."""
    stems = [stem(token) for token in tokens]
    words: list[str] = []
    done = 0
    for start, end, group in synonyms.table.find_longest(stems):
        words += _name_words(tokens[done:start], stems[done:start], grammar)
        words.append(f"={group}")
        done = end
    return words + _name_words(tokens[done:], stems[done:], grammar)


def _name_words(tokens: Sequence[str], stems: Sequence[str], grammar: Grammar | None) -> list[str]:
    stop_words = STOP_WORDS if grammar is None else grammar.words
    articles = _ARTICLES if grammar is None else ()
    return [
        token if token in stop_words else root
        for token, root in zip(tokens, stems, strict=True)
        if token not in articles
    ]


def _subject_of(words: Sequence[str], grammar: Grammar | None) -> list[str]:
    """The subject words, with what is asked of them: how much it is and who does it differ."""
    if grammar is not None:
        telling = {word for word in words if word not in grammar.particles}
        return sorted(telling) if grammar.content(telling) else []
    subject = {word for word in words if word not in STOP_WORDS}
    if not subject:
        return []
    frames = {word for word in words if word in _TELLING_INTERROGATIVES}
    frames |= {
        f"how {after}" for word, after in pairwise(words) if word == "how" and after in _MEASURES
    }
    return [*sorted(frames), *sorted(subject)]


def _hash(words: Sequence[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "big")


def _sort(pairs: set[tuple[int, int]]) -> tuple[Keys, Owners]:
    ordered = sorted(pairs)
    keys = np.asarray([key for key, _ in ordered], dtype=np.uint64)
    return keys, np.asarray([owner for _, owner in ordered], dtype=np.int32)


def _look_up(pairs: tuple[Keys, Owners], key: int) -> tuple[int, ...]:
    keys, owners = pairs
    wanted = np.uint64(key)
    start, end = keys.searchsorted(wanted, "left"), keys.searchsorted(wanted, "right")
    return tuple(int(owner) for owner in owners[start:end])
