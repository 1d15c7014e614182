"""Which two things a question holds against each other ("X vs Y", "is X better than Y").

An entry about one of the two does not tell how they compare.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from bot.engine.sides import take_name
from bot.engine.words import PRONOUNS, content_words

_RANKED: Final = (
    "(?:better|worse|faster|cheaper|harder|longer|shorter|higher|lower|bigger|smaller|older|newer|"
    "quicker|slower|stronger|safer|[a-z]{2,}ier|(?:more|less) [a-z]{4,})"
)
_AGAINST: Final = re.compile(
    rf" (?:vs|versus|(?:compared|opposed) (?:to|with)|{_RANKED} than|different (?:from|to|than)) "
)
_BETWEEN: Final = re.compile(
    r"\b(?:differences?|choose|choosing|decide|deciding|compare|comparing|comparison)"
    r"(?: (?:between|of))?(?P<left>(?: \S+){1,4}?) (?:and|or|to|with|against|from)(?P<right> .+)"
)
_OR: Final = re.compile(r" or ")
_CHOOSING: Final = re.compile(rf"\b(?:which|best|{_RANKED})\b")
_RANKING: Final = re.compile(rf"\b{_RANKED}\b")

_BOTH: Final = re.compile(
    r"\b(?:vs|versus|than|better|difference\w*|differ\w*|compar\w+|between|instead|"
    r"beats?|over|wins?)\b"
)
"""What a phrasing holds that holds two things against each other."""

_UNNAMED: Final = frozenset(
    "nothing none before usual average expected thought others elsewhere ever now yay nay".split()
)
"""What a comparison may be with that is no thing of its own."""

Names = Callable[[Sequence[str]], frozenset[str]]
"""What some words are called, so that those that mean the same are called alike."""

Sides = tuple[frozenset[str], frozenset[str]]
"""How each of two things is called, without what both of them are."""


def find_compared(tokens: Sequence[str], names: Names) -> Sides | None:
    """The two things that a question compares; None where it compares none, or names but one."""
    plain = f" {' '.join(tokens)} "
    sides: tuple[Sequence[str], Sequence[str]]
    if found := _BETWEEN.search(plain):
        sides = take_name(found["left"].split()), take_name(found["right"].split())
    elif found := _AGAINST.search(plain):
        sides = _take_last(plain[: found.start()].split()), take_name(plain[found.end() :].split())
    elif found := _find_choice(plain):
        sides = _take_back(plain[: found.start()].split()), take_name(plain[found.end() :].split())
    else:
        return None
    if not all(sides) or any(map(_names_none, sides)):
        return None
    left, right = map(names, sides)
    return (left - right, right - left) if left - right and right - left else None


def compares(sides: Sides, phrasings: Iterable[str], names: Names) -> bool:
    """Whether one of some phrasings, in normalised words, holds the two against each other."""
    return any(
        not any(names(phrasing.split()).isdisjoint(side) for side in sides)
        for phrasing in phrasings
        if _BOTH.search(phrasing) or _find_choice(phrasing)
    )


def _take_last(before: Sequence[str]) -> Sequence[str]:
    """The thing named right before a place, or all that a pronoun there may stand for."""
    if before and before[-1] in PRONOUNS:
        return content_words(before)
    return _take_back(before)


def _take_back(before: Sequence[str]) -> Sequence[str]:
    return take_name(before[::-1])[::-1]


def _names_none(side: Sequence[str]) -> bool:
    """Whether one of two things is none of its own ("nothing", "something stronger")."""
    return not _UNNAMED.isdisjoint(side) or _RANKING.search(" ".join(side)) is not None


def _find_choice(plain: str) -> re.Match[str] | None:
    """The "or" that leaves a choice between two things, in a text that asks nothing else of them.

    "Tea or coffee" and "which is better, tea or coffee" do.
    """
    found = _OR.search(plain)
    if found is None or _CHOOSING.search(plain):
        return found
    before, behind = plain[: found.start()].split(), plain[found.end() :].split()
    bare = _take_back(before) == before and take_name(behind) == behind
    return found if bare else None
