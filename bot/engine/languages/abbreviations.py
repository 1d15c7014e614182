"""Short forms of a knowledge base, spelt out."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.engine.lexical.phrases import Phrase, PhraseTable, replace_phrases
from bot.engine.lexical.text import tokenize

LONGEST_SPACED: Final = 4
"""Letters of a short form that people write with blanks between them."""

_WORDS: Final = frozenset("aiu")
"""Letters that are words by themselves."""


class Abbreviations:
    """Short forms of one knowledge base, and what they stand for."""

    def __init__(self, phrases: Mapping[Phrase, Phrase]) -> None:
        self.phrases = phrases
        self.words = frozenset(key[0] for key in phrases if len(key) == 1)
        """The short forms of one word."""
        self._table = PhraseTable(phrases)

    @classmethod
    def read(cls, abbreviations: Mapping[str, str]) -> "Abbreviations":
        """Tokenise what a keeper wrote; short forms may be written with blanks ("m l")."""
        pairs = [(tokenize(short), tokenize(long)) for short, long in abbreviations.items()]
        phrases = {tuple(short): tuple(long) for short, long in pairs if short}
        spaced = {
            tuple(short[0]): long
            for short, long in phrases.items()
            if len(short) == 1 and 1 < len(short[0]) <= LONGEST_SPACED and short[0].isalpha()
            if _WORDS.isdisjoint(short[0])
        }
        return cls(spaced | phrases)

    def spell_out(self, tokens: Sequence[str]) -> list[str]:
        """`tokens` with each short form replaced by what it stands for."""
        return replace_phrases(tokens, self._table)

    def shorten(self, name: str, typed: str) -> str:
        """`name` with the short forms that a person `typed`, as they stand there."""
        for short, long in self.phrases.items():
            spelt = " ".join(long)
            if f" {spelt} " not in f" {name} ":
                continue
            found = re.search(rf"(?<!\w){re.escape(' '.join(short))}(?!\w)", typed, re.IGNORECASE)
            name = f" {name} ".replace(f" {spelt} ", f" {found[0]} ").strip() if found else name
        return name
