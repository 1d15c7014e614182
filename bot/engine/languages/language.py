"""The language of a knowledge: how its texts are read, and what each of their words counts."""

from collections.abc import Callable, Container, Mapping, Sequence, Set
from functools import lru_cache
from typing import Protocol

from bot.engine.languages.abbreviations import Abbreviations
from bot.engine.languages.english import English
from bot.engine.languages.foreign_language import ForeignLanguage
from bot.engine.languages.language_detection import ENGLISH, PARTLY_ENGLISH
from bot.engine.languages.spelling import Speller
from bot.engine.languages.usage import Usage
from bot.engine.tables.arrays import Floats


class Language(Protocol):
    """What the index knows of the language that its phrasings are in."""

    @property
    def name(self) -> str:
        """What `find_language` finds it by."""

    @property
    def stop_words(self) -> Set[str]:
        """Words that name no subject."""

    @property
    def articles(self) -> Set[str]:
        """Those of them that make no difference to what a phrasing asks."""

    @property
    def columns(self) -> Mapping[str, int]:
        """Words that only the same word is a counterpart of, each with its number."""

    @property
    def has_meanings(self) -> bool:
        """Whether anything tells what its words mean, and so which ones mean nearly the same."""

    def read(
        self,
        text: str,
        abbreviations: Abbreviations,
        *,
        telling: Container[str],
        spelt: Container[str],
        is_used: Callable[[str], bool] | None = None,
    ) -> list[str]:
        """The words of `text`, spelt as people mean them: phrasings and queries are read alike.

        Words that only colour a message fall away unless they are in `telling`, and text-speak is
        replaced unless it is in `spelt`. Slang gives way to plain words where `is_used` tells which
        ones the knowledge says itself: what a keeper wrote is taken at its word, and never
        repaired.
        """

    def spell_out(self, tokens: Sequence[str], abbreviations: Abbreviations) -> list[str]:
        """`tokens` with what they leave out, and with short forms in full."""

    def make_speller(self, usage: Usage, protected: Sequence[str]) -> Speller:
        """What repairs the words of queries; `protected` ones are right as well."""

    def is_unreadable(self, text: str, tokens: Sequence[str], speller: Speller, /) -> bool:
        """Whether `text`, which was read as `tokens`, is in yet another language, or noise."""

    def is_mere_grammar(self, tokens: Sequence[str], /) -> bool:
        """Whether all that a query says is a word or two that mean something to nobody alone."""

    def find_content(self, tokens: Sequence[str]) -> list[str]:
        """The tokens that are more than grammar."""

    def find_subject(self, words: Sequence[str]) -> list[str]:
        """The words that tell a phrasing from others, in an order that theirs does not change."""

    def share(self, word: str) -> float:
        """What a word counts (0..1) by whether it carries grammar, were all to say as much."""

    def point(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """The direction of each word's meaning, and how much the word says; 0 for unknown words."""

    def add_up(self, tokens: Sequence[str], /) -> Floats:
        """The sum of the meanings of `tokens`, as long as they say much."""


@lru_cache
def find_language(name: str) -> Language:
    """The language of that name; raises ValueError where `tell_language` gives none that name."""
    if name in (ENGLISH, PARTLY_ENGLISH):
        return English(partly=name == PARTLY_ENGLISH)
    return ForeignLanguage.find(name)
