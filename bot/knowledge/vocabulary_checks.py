"""Words of a vocabulary that stand for two things at once, or for too much."""

from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from bot.engine.languages.texting import chat_spellings
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import STOP_WORDS
from bot.knowledge.problems import Problem
from bot.knowledge.schema import VocabularyFile

_FILE: Final = "vocabulary.yaml"

_CONTRACTED: Final = frozenset(
    """
    id ill im ive youd youll youre youve hed hes shed shell shes itd itll its wed well were weve
    theyd theyll theyre theyve lets thats arent cant couldnt didnt doesnt dont hadnt hasnt havent
    isnt mustnt shant shouldnt wasnt werent wont wouldnt
    """.split()
)
"""Contractions as people write them who leave out the apostrophe."""


def find_clashing_words(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """Words of the vocabulary that stand for two things at once, whatever their capitals."""
    file = contents.get(_FILE)
    if not isinstance(file, VocabularyFile):
        return
    written: dict[str, str] = {}
    for short, long in file.abbreviations.items():
        first = written.setdefault(plain(short), short)
        if file.abbreviations[first] != long:
            what = f"{short!r} and {first!r} are the same word; keep one"
            yield Problem(file=_FILE, path=("abbreviations", short), what=what)
    for qualifier_id, qualifier in file.qualifiers.items():
        owners: dict[str, str] = {}
        for i, value in enumerate(qualifier.values):
            for j, word in enumerate(value.words):
                owner = owners.setdefault(plain(word), value.id)
                if owner != value.id:
                    path = ("qualifiers", qualifier_id, "values", i, "words", j)
                    what = f"{word!r} stands for {owner} too; keep it in one of them"
                    yield Problem(file=_FILE, path=path, item=value.id, what=what)


def find_words_as_abbreviations(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """Abbreviations that are ordinary English words, each of which is written out in vain."""
    file = contents.get(_FILE)
    if not isinstance(file, VocabularyFile):
        return
    ordinary = (STOP_WORDS | _CONTRACTED) - chat_spellings().keys()
    for short, long in file.abbreviations.items():
        if plain(short) in ordinary:
            what = (
                f"{short!r} is an English word or a contraction as well, and is read as {long!r} "
                "all the same; take it out and put it in an utterance"
            )
            yield Problem(file=_FILE, path=("abbreviations", short), what=what)


def find_shared_synonyms(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """Words that stand in two lists of synonyms, of which only the first one counts."""
    file = contents.get(_FILE)
    if not isinstance(file, VocabularyFile):
        return
    owners: dict[str, int] = {}
    for i, words in enumerate(file.synonyms):
        for j, word in enumerate(words):
            first = owners.setdefault(plain(word), i)
            if first != i:
                what = (
                    f"{word!r} stands in the list of {file.synonyms[first][0]!r} too, and counts "
                    "there alone; join the lists or keep it in one"
                )
                yield Problem(file=_FILE, path=("synonyms", i, j), what=what)


def plain(text: str) -> str:
    """A text as it is compared with others."""
    return " ".join(tokenize(text))
