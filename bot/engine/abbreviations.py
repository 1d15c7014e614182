"""Short forms of a knowledge base, spelt out."""

from collections.abc import Mapping, Sequence

from bot.engine.phrases import Phrase, PhraseTable, replace_phrases
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
        """`tokens` with each short form replaced by what it stands for."""
        return replace_phrases(tokens, self._table)
