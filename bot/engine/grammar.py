"""The words that carry grammar in other languages than English, from `data/languages`.

English is read with aids that know more of it: those in `slang`, `texting`, `framing` and `words`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.engine.language_words import read_words
from bot.engine.languages import ENGLISH, PARTLY_ENGLISH
from bot.engine.phrases import Phrase, PhraseTable, replace_phrases
from bot.engine.text import tokenize

_WITH_UMLAUTS: Final = "german"
_DIGRAPH: Final = re.compile(r"(?<![aeouq])([aou])e")
"""An umlaut typed as two letters ("juenger" for "jünger"), which no "neue" and no "quer" holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """By what a language other than English asks, and what carries its grammar."""

    language: str
    asking: frozenset[str]
    """Words by which it asks: they name no subject, and yet they tell questions apart."""
    particles: frozenset[str]
    """Other words that name no subject."""
    words: frozenset[str]
    """Both."""
    elided: re.Pattern[str] | None
    """Words that an apostrophe joins to the next one ("l'auto")."""
    frames: PhraseTable[Phrase]
    """What says only that a message asks, greets or thanks; nothing stands for it."""

    @staticmethod
    @lru_cache
    def find(language: str) -> "Grammar | None":
        """The grammar of a language by its name, without words where none are known of it.

        None for English, and what is so in part.
        """
        return None if language in (ENGLISH, PARTLY_ENGLISH) else _read(language)

    def content(self, tokens: Iterable[str]) -> list[str]:
        """The tokens that are more than grammar."""
        return [token for token in tokens if token not in self.words]

    def are_particles(self, tokens: Iterable[str]) -> bool:
        """Whether no token either names something or asks."""
        return self.particles.issuperset(tokens)

    def tokenize(self, text: str) -> list[str]:
        """The tokens of `text`, a word apart from the one that it is joined to."""
        return tokenize(self.elided.sub(r"\1 ", text) if self.elided else text)

    def drop_frames(self, tokens: Sequence[str]) -> list[str]:
        """`tokens` without what only says that they ask; as they are where nothing else is left."""
        kept = replace_phrases(tokens, self.frames)
        return list(tokens) if self.are_particles(kept) else kept

    def fold(self, word: str) -> str:
        """A word as it is however its umlauts are typed."""
        return _DIGRAPH.sub(r"\1", word) if self.language == _WITH_UMLAUTS else word


def _read(language: str) -> Grammar:
    words = read_words(language)
    asking, elided = frozenset(words["asking"]), words["elided"]
    particles = frozenset(words["particle"]) - asking
    frames: dict[Phrase, Phrase] = {tuple(text.split()): () for text in words["frame"]}
    return Grammar(
        language,
        asking,
        particles,
        asking | particles,
        re.compile(rf"\b({'|'.join(elided)})['’]", re.IGNORECASE) if elided else None,
        PhraseTable(frames),
    )
