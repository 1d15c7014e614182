"""Whether a question is narrowed to a place, in knowledge that has no regions of its own."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words
from bot.engine.matching.index import Index, PreparedQuery
from bot.engine.names.places import PlaceMention, find_places
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.homes import says_where
from bot.engine.narrowing.mentions import MentionFinder
from bot.engine.narrowing.regions import REGION

ELSEWHERE_SHARE: Final = 0.5
"""What is left of the confidence in an entry that names no place where the question names one."""

_PLACES_SAMPLE: Final = 200
_PLACES_PHRASINGS: Final = 10
_PLACES_SHARE: Final = 0.1
"""The share of entries that name places, in that many phrasings of so many at most, from which a
place is one of many."""


class Elsewhere:
    """Tells questions about a foreign place from those about what the knowledge is about."""

    def __init__(self, index: Index, catalogue: Catalogue, finder: MentionFinder) -> None:
        self._index = index
        self._catalogue = catalogue
        self._finder = finder

    def is_missed(self, query: PreparedQuery, number: int) -> bool:
        """Whether a question is narrowed to a place, and an entry names no place at all.

        Where regions narrow, the guard tells more of them; where many entries name places, any
        other one will do as well.
        """
        if REGION in self._finder.qualifiers or self._catalogue.is_extra(number):
            return False
        tokens = query.tokens
        places = [p for p in find_places(tokens) if _narrows(p, tokens)]
        if not any(self._index.misses(query, number, tokens[p.start : p.end]) for p in places):
            return False
        entry = self._catalogue[number]
        return self._hardly_names_places and not _name_place((*entry.phrasings, entry.answer))

    @cached_property
    def _hardly_names_places(self) -> bool:
        """Whether few entries name a place, as far as a sample of their phrasings tells."""
        entries = self._catalogue.entries
        sample = entries[:: 1 + len(entries) // _PLACES_SAMPLE]
        named = sum(_name_place(entry.phrasings[:_PLACES_PHRASINGS]) for entry in sample)
        return named < _PLACES_SHARE * len(sample)


def _name_place(texts: Iterable[str]) -> bool:
    return any(find_places(tokenize(text)) for text in texts)


def _narrows(place: PlaceMention, tokens: Sequence[str]) -> bool:
    """Whether a place says where what is asked about is, as it does not where somebody comes from.

    "In Leeds" does unless the speaker lives there, and so does "the London marathon".
    """
    before = tokens[place.start - 1] if place.start else ""
    if before == "the":
        return bool(content_words(tokens[place.end : place.end + 1]))
    return says_where(tokens, place)
