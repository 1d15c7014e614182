"""The tokenised texts that an index is trained on, and whose they are."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from bot.engine.languages.abbreviations import Abbreviations
from bot.engine.languages.language import Language
from bot.engine.lexical.text import tokenize
from bot.engine.matching.features import Synonyms
from bot.engine.tables.arrays import Flags, Floats, Integers
from bot.engine.wording.questions import split_sentences

_ANSWER_SHARE: Final = 2.0
_ANSWER_SHARE_OF_FEW: Final = 3.0
_FEW_PHRASINGS: Final = 3
"""What an answer's words count together, where an utterance's are 1: more with few phrasings."""

_SHORTEST_STATEMENT: Final = 3
"""Words from which a sentence of an answer says something by itself."""

_TELLING_ANSWER: Final = 15
"""Answers of fewer words count less."""


@dataclass(frozen=True, slots=True)
class Document:
    """One entry as the index sees it."""

    question: str
    utterances: tuple[str, ...]
    answer: str

    @property
    def phrasings(self) -> tuple[str, ...]:
        """Every way of asking that the keeper wrote down."""
        return (self.question, *self.utterances)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Utterances of numbered entries, and further texts that say what an entry is about."""

    texts: Sequence[Sequence[str]]
    owners: Integers
    """The entry that each text belongs to."""
    shares: Floats
    """How much each text's words count."""
    asked: Flags
    """Which texts are utterances; the others are what an answer says."""
    entries: int
    synonyms: Synonyms
    language: Language
    """The one that they are in."""

    @classmethod
    def collect(
        cls,
        documents: Sequence[Document],
        abbreviations: Abbreviations,
        synonyms: Synonyms,
        language: Language,
    ) -> Self:
        """Every phrasing of the documents, and every sentence of their answers besides."""
        known = {word for document in documents for word in tokenize(document.question)}
        known |= abbreviations.words
        texts: list[list[str]] = []
        owners: list[int] = []
        shares: list[float] = []
        asked: list[bool] = []
        for entry, document in enumerate(documents):
            phrasings = document.phrasings
            texts += [read_phrasing(text, abbreviations, known, language) for text in phrasings]
            shares += [1.0] * len(phrasings)
            asked += [True] * len(phrasings)
            statements = [
                statement
                for sentence in split_sentences(document.answer)
                if len(statement := read_phrasing(sentence.text, abbreviations, known, language))
                >= _SHORTEST_STATEMENT
            ]
            length = sum(map(len, statements))
            share = _ANSWER_SHARE if len(phrasings) > _FEW_PHRASINGS else _ANSWER_SHARE_OF_FEW
            share *= min(1.0, length / _TELLING_ANSWER)
            texts += statements
            shares += [share * len(statement) / length for statement in statements]
            asked += [False] * len(statements)
            owners += [entry] * (len(texts) - len(owners))
        return cls(
            texts,
            np.asarray(owners, dtype=np.int64),
            np.asarray(shares, dtype=np.float32),
            np.asarray(asked, dtype=np.bool_),
            len(documents),
            synonyms,
            language,
        )

    def take(self, rows: Sequence[int] | Integers) -> Self:
        """The corpus of some of the texts, with the entries numbered as before."""
        chosen = np.asarray(rows, dtype=np.int64)
        return type(self)(
            [self.texts[row] for row in chosen.tolist()],
            self.owners[chosen],
            self.shares[chosen],
            self.asked[chosen],
            self.entries,
            self.synonyms,
            self.language,
        )


def read_phrasing(
    phrasing: str,
    abbreviations: Abbreviations,
    known: Container[str],
    language: Language,
) -> list[str]:
    """The words of what a keeper wrote; those that only colour it stay where they are `known`."""
    return language.read(phrasing, abbreviations, telling=known, spelt=abbreviations.words)
