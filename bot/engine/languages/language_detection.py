"""Which of the languages that people write most a message, or a knowledge, is in.

Told by the words that carry grammar there, which `data/languages` lists. Even short questions hold
some: a message may well be made of those and of names that every language has ("was verdient man
als ML engineer").
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from bot.engine.languages.language_words import OTHER, list_languages, read_words
from bot.engine.languages.vectors import english_words
from bot.engine.lexical.text import is_word
from bot.engine.lexical.words import STOP_WORDS

ENGLISH: Final = "english"
PARTLY_ENGLISH: Final = "partly english"
"""English among terms of a trade, or beside another language."""
_ENGLISH_SHARE: Final = 0.8
"""Share of a knowledge's words from which it is in English; mostly 0.98 or 0.3."""

_JARGON_SHARE: Final = 0.5
"""The same for what is so in part, where no other language's grammar stands out."""

_LEAST_GRAMMAR: Final = 0.1
"""Share of its words that carry the grammar of the language it is in."""

LEAST_WORDS: Final = 2
LEAST_SHARE: Final = 0.35
"""So many different words, and such a share of a message, must be those of one language."""

_USUAL: Final = 5e-5
"""A word that makes up more of English than that is no sign of another language by itself."""


@cache
def _grammar_words() -> Mapping[str, frozenset[str]]:
    """The words that tell each language, without single letters, which may be anything."""
    return {
        language: frozenset(
            word
            for kind in ("asking", "particle", "told")
            for word in read_words(language)[kind]
            if len(word) > 1  # "i b an mle w/o uni" is English
        )
        for language in list_languages()
    }


def is_foreign(tokens: Sequence[str], *, used: Container[str] = ()) -> bool:
    """Whether a message of these words is in one of those languages rather than in English.

    What a knowledge in English asks with itself ("non-EU") is no sign of another one.
    """
    words = frozenset(tokens)
    least = max(LEAST_WORDS, LEAST_SHARE * len(tokens))
    return any(
        len(held) >= least
        and sum(word not in used for word in held - STOP_WORDS) >= LEAST_WORDS
        and len(held) > len((words & STOP_WORDS) - held)
        and any(english_words().share(word) <= _USUAL for word in held)
        for held in map(words.intersection, _grammar_words().values())
    )


def tell_language(texts: Iterable[Sequence[str]]) -> str:
    """The name of the language that most of some tokenised texts are in."""
    counts = Counter(word for tokens in texts for word in tokens if is_word(word))
    english = sum(count for word, count in counts.items() if word in english_words())
    if english >= _ENGLISH_SHARE * counts.total():
        return ENGLISH
    grammar = {ENGLISH: STOP_WORDS, **_grammar_words()}
    said = {name: sum(counts[word] for word in words) for name, words in grammar.items()}
    best = max(said, key=said.__getitem__)
    if best != ENGLISH and said[best] >= _LEAST_GRAMMAR * counts.total():
        return best
    return PARTLY_ENGLISH if english >= _JARGON_SHARE * counts.total() else OTHER
