"""Any other language than English as a knowledge's own: little more is known than its grammar.

Which words carry that is in `data/languages`. What any word means is known of none of them.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, Final, Self

import numpy as np

from bot.engine.languages.abbreviations import Abbreviations
from bot.engine.languages.foreign_spelling import ForeignSpeller
from bot.engine.languages.language_words import read_words
from bot.engine.languages.spelling import Speller
from bot.engine.languages.usage import Usage
from bot.engine.languages.vectors import DIMENSIONS, english_words
from bot.engine.lexical.phrases import Phrase, PhraseTable, replace_phrases
from bot.engine.lexical.text import APOSTROPHES, tokenize
from bot.engine.tables.arrays import Floats

_WITH_UMLAUTS: Final = "german"
_DIGRAPH: Final = re.compile(r"(?<![aeouq])([aou])e")
"""An umlaut typed as two letters ("juenger" for "jünger"), which no "neue" and no "quer" holds."""

_FEW_PARTICLES: Final = 2
"""Words without a subject up to which a message says nothing by itself."""

_ASKING_SHARE: Final = 0.7
_PARTICLE_SHARE: Final = 0.2
"""What words count by which it asks, and its other words of grammar."""


@dataclass(frozen=True, slots=True, eq=False)
class ForeignLanguage:
    """By what a language other than English asks, and what carries its grammar."""

    name: str
    asking: frozenset[str]
    """Words by which it asks: they name no subject, and yet they tell questions apart."""
    particles: frozenset[str]
    """Other words that name no subject."""
    stop_words: frozenset[str]
    """Both."""
    elided: re.Pattern[str] | None
    """Words that an apostrophe joins to the next one ("l'auto")."""
    frames: PhraseTable[Phrase]
    """What says only that a message asks, greets or thanks; nothing stands for it."""

    articles: ClassVar[Set[str]] = frozenset()
    columns: ClassVar[Mapping[str, int]] = MappingProxyType({})
    has_meanings: ClassVar[bool] = False

    @classmethod
    def find(cls, name: str) -> Self:
        """The language of that name; raises ValueError where none is called so."""
        words = read_words(name)
        asking, elided = frozenset(words["asking"]), words["elided"]
        particles = frozenset(words["particle"]) - asking
        frames: dict[Phrase, Phrase] = {tuple(text.split()): () for text in words["frame"]}
        return cls(
            name,
            asking,
            particles,
            asking | particles,
            re.compile(rf"\b({'|'.join(elided)})[{APOSTROPHES}]", re.IGNORECASE)
            if elided
            else None,
            PhraseTable(frames),
        )

    def read(self, text: str, abbreviations: Abbreviations, **_aids: object) -> list[str]:
        """The words of `text` without what only says that it asks; no slang is known."""
        return self.spell_out(self.drop_frames(self.tokenize(text)), abbreviations)

    def tokenize(self, text: str) -> list[str]:
        """The tokens of `text`, a word apart from the one that it is joined to."""
        return tokenize(self.elided.sub(r"\1 ", text) if self.elided else text)

    def drop_frames(self, tokens: Sequence[str]) -> list[str]:
        """`tokens` without what only says that they ask; as they are where nothing else is left."""
        kept = replace_phrases(tokens, self.frames)
        return list(tokens) if self.particles.issuperset(kept) else kept

    def spell_out(self, tokens: Sequence[str], abbreviations: Abbreviations) -> list[str]:
        """`tokens` with short forms in full."""
        return abbreviations.spell_out(tokens)

    def make_speller(self, usage: Usage, protected: Sequence[str]) -> Speller:
        """Repairs towards the words of a knowledge alone."""
        return ForeignSpeller(
            usage, english_words(), self.stop_words, self.fold, protected=protected
        )

    def fold(self, word: str) -> str:
        """A word as it is however its umlauts are typed."""
        return _DIGRAPH.sub(r"\1", word) if self.name == _WITH_UMLAUTS else word

    def is_unreadable(self, _text: str, _tokens: Sequence[str], _speller: Speller) -> bool:
        """Never so, as the knowledge uses too few of its language's words to tell."""
        return False

    def is_mere_grammar(self, tokens: Sequence[str]) -> bool:
        """Whether a query is a particle or two ("ja", "mehr"), or one word that asks ("was").

        More of them may say something ("ich kann nicht mehr", "wie viel").
        """
        if not 0 < len(tokens) <= _FEW_PARTICLES:
            return False
        return (self.stop_words if len(tokens) == 1 else self.particles).issuperset(tokens)

    def find_content(self, tokens: Sequence[str]) -> list[str]:
        """The tokens that are more than grammar."""
        return [token for token in tokens if token not in self.stop_words]

    def find_subject(self, words: Sequence[str]) -> list[str]:
        """All but the particles; none where nothing but grammar is left."""
        telling = {word for word in words if word not in self.particles}
        return [] if telling <= self.stop_words else sorted(telling)

    def share(self, word: str) -> float:
        """Less than others for a word by which it asks, and least for its particles."""
        if word in self.asking:
            return _ASKING_SHARE
        return _PARTICLE_SHARE if word in self.particles else 1.0

    def point(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """Zeros, as no word's meaning is known."""
        zeros = np.zeros((len(words), DIMENSIONS), dtype=np.float32)
        return zeros, zeros[:, 0]

    def add_up(self, _tokens: Sequence[str]) -> Floats:
        """Zeros, as no word's meaning is known."""
        return np.zeros(DIMENSIONS, dtype=np.float32)
