"""Phrasings that a query repeats: word for word, or in its subject words.

A matcher that weighs everything can lose what is plain: who types a keeper's own phrasing wants
that entry.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.engine.languages.language import Language
from bot.engine.lexical.text import stem
from bot.engine.matching.features import Synonyms
from bot.engine.tables.arrays import Array

Keys = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int32]

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
        language: Language,
    ) -> None:
        self._exact = exact
        self._subject = subject
        self._synonyms = synonyms
        self._language = language

    @classmethod
    def build(
        cls,
        texts: Iterable[Sequence[str]],
        owners: Iterable[int],
        synonyms: Synonyms,
        language: Language,
    ) -> "Phrasebook":
        """Note tokenised phrasings and the document that each belongs to."""
        exact: set[tuple[int, int]] = set()
        subject: set[tuple[int, int]] = set()
        for tokens, owner in zip(texts, owners, strict=True):
            words = _canonical(tokens, synonyms, language)
            exact.add((_hash(words), int(owner)))
            if about := language.find_subject(words):
                subject.add((_hash(about), int(owner)))
        return cls(_sort(exact), _sort(subject), synonyms, language)

    def find(self, tokens: Sequence[str]) -> Repetition:
        """The documents whose phrasing these (repaired) tokens repeat."""
        words = _canonical(tokens, self._synonyms, self._language)
        if not words:
            return Repetition()
        exact = _look_up(self._exact, _hash(words))
        about = self._language.find_subject(words) if len(words) <= KEYWORD_LENGTH else []
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
        cls, arrays: Mapping[str, Array], synonyms: Synonyms, language: Language
    ) -> "Phrasebook":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(
            (arrays["exact_keys"], arrays["exact_owners"]),
            (arrays["subject_keys"], arrays["subject_owners"]),
            synonyms,
            language,
        )


def _canonical(tokens: Sequence[str], synonyms: Synonyms, language: Language) -> list[str]:
    """Stems without articles, with what means the same written the same; stop words as they are."""
    stems = [stem(token) for token in tokens]
    words: list[str] = []
    done = 0
    for start, end, group in synonyms.table.find_longest(stems):
        words += _name_words(tokens[done:start], stems[done:start], language)
        words.append(f"={group}")
        done = end
    return words + _name_words(tokens[done:], stems[done:], language)


def _name_words(tokens: Sequence[str], stems: Sequence[str], language: Language) -> list[str]:
    return [
        token if token in language.stop_words else root
        for token, root in zip(tokens, stems, strict=True)
        if token not in language.articles
    ]


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
