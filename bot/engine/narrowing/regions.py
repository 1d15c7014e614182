"""The regions that a knowledge base is about, where its vocabulary does not list them.

A folder of nothing but entries still must not answer for Germany what it says of India.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bot.engine.entries import Entry, Qualifier, QualifierValue
from bot.engine.lexical.text import tokenize, tokenize_whole
from bot.engine.names.places import PlaceMention, find_places

REGION: Final = "region"
"""The qualifier whose foreign values are the world's countries and cities."""

LEAST_ENTRIES: Final = 2
"""Entries about different places from which on places say which entry is meant."""

LEAST_SHARE: Final = 0.5
"""The share of an entry's phrasings that name the place it is about, and the share of the entries
naming any place that are about one: where fewer are, places are examples (a flight to Paris)."""


def imply_regions(entries: Sequence[Entry]) -> Qualifier | None:
    """The countries that entries name, as values of a qualifier.

    None where places tell no entries apart. Larger regions stand for themselves, cities and parts
    of countries for their country.
    """
    named = [[_find_countries(text) for text in entry.phrasings] for entry in entries]
    naming = [phrasings for phrasings in named if any(phrasings)]
    about = [place for phrasings in naming if (place := _find_main(phrasings))]
    if len(set(about)) < LEAST_ENTRIES or len(about) < LEAST_SHARE * len(naming):
        return None
    words: dict[str, set[str]] = {}
    for entry in entries:
        for text in (*entry.phrasings, entry.answer):
            tokens = tokenize_whole(text)
            for mention in find_places(tokens):
                spelling = " ".join(tokens[mention.start : mention.end])
                words.setdefault(name_country(mention), set()).add(spelling)
    values = tuple(
        QualifierValue(id="-".join(tokenize(name)), name=name, words=tuple(sorted(spellings)))
        for name, spellings in sorted(words.items())
    )
    return Qualifier(REGION, "country", values, strict=False, implied=True)


def name_country(place: PlaceMention) -> str:
    """The country a place is or lies in; the place itself where it is larger than one."""
    return place.country or place.name


def _find_main(phrasings: Sequence[set[str]]) -> str | None:
    """The place that an entry is about, by the places that each of its phrasings names."""
    counts = Counter(place for places in phrasings for place in places)
    [(place, count)] = counts.most_common(1)
    return place if count >= LEAST_SHARE * len(phrasings) else None


def _find_countries(text: str) -> set[str]:
    return {name_country(place) for place in find_places(tokenize(text))}
