"""Names of qualifiers' values that no phrasing says, to be read as one that phrasings do say."""

from collections import Counter
from collections.abc import Iterable

from bot.engine.entries import QualifierValue, Vocabulary
from bot.engine.languages.abbreviations import Abbreviations
from bot.engine.lexical.phrases import Phrase, PhraseTable
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import STOP_WORDS


def find_unsaid_names(vocabulary: Vocabulary, phrasings: Iterable[str]) -> dict[str, str]:
    """The names of values that none of `phrasings` says, each with the value's most usual one.

    Single words of grammar ("us") are no such names. A longer name that holds such a one stands for
    itself: "outside the EU" is not outside an "EU" that goes by another name.
    """
    abbreviations = Abbreviations.read(vocabulary.abbreviations)

    def read(text: str) -> Phrase:
        return tuple(map(stem, abbreviations.spell_out(tokenize(text))))

    values = [value for qualifier in vocabulary.qualifiers for value in qualifier.values]
    table = PhraseTable({read(name): None for value in values for name in _list_names(value)})
    said = Counter(
        words[start:end]
        for words in map(read, phrasings)
        for start, end, _ in table.find_longest(words)
    )
    unsaid: dict[str, str] = {}
    for value in values:
        names = [name for name in _list_names(value) if name.lower() not in STOP_WORDS]
        usual = max(names, key=lambda name: said[read(name)], default=value.name)
        if said[read(usual)]:
            told = set(read(usual))  # a part of the usual name would have all of it said twice
            others = [n for n in names if not said[read(n)] and not told.issuperset(read(n))]
            unsaid |= {form: usual for name in others for form in (name, _make_plural(name))}
    kept = [name for value in values for name in _list_names(value) if name not in unsaid]
    return unsaid | {name: name for name in kept if _holds_any(name, unsaid)}


def _holds_any(name: str, others: Iterable[str]) -> bool:
    """Whether more words are in a name than those of one of some `others`, which it holds."""
    words = f" {' '.join(tokenize(name))} "
    parts = (f" {' '.join(tokenize(other))} " for other in others)
    return any(part in words and part != words for part in parts)


def _list_names(value: QualifierValue) -> tuple[str, ...]:
    return (*value.words, value.name)


def _make_plural(name: str) -> str:
    return f"{name}s" if name.isalpha() and not name.endswith("s") else name
