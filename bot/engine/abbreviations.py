"""Short forms of a knowledge base, spelt out."""

from collections.abc import Mapping, Sequence

from bot.engine.phrases import Phrase, PhraseTable
from bot.engine.text import tokenize


class Abbreviations:
    """Short forms of one knowledge base, and what they stand for."""

    def __init__(self, phrases: Mapping[Phrase, Phrase]) -> None:
        self.phrases = phrases
        self.words = frozenset(key[0] for key in phrases if len(key) == 1)
        """The short forms of one word."""
        self._table = PhraseTable(phrases)

    @classmethod
    def read(cls, abbreviations: Mapping[str, str]) -> "Abbreviations":
        """Tokenise what a keeper wrote."""
        pairs = [(tokenize(short), tokenize(long)) for short, long in abbreviations.items()]
        return cls({tuple(short): tuple(long) for short, long in pairs if short})

    def spell_out(self, tokens: Sequence[str]) -> list[str]:
        """`tokens` with each short form replaced by what it stands for.

        What the words before it say already is not said again: a "software dev" is one developer.
        """
        spelt: list[str] = []
        done = 0
        for start, end, long in self._table.find_longest(tokens):
            spelt += tokens[done:start]
            said = next((n for n in range(len(long) - 1, 0, -1) if spelt[-n:] == [*long[:n]]), 0)
            spelt += long[said:]
            done = end
        spelt += tokens[done:]
        return spelt
