"""Well-known employers that a question may be about, so that a general answer is not passed off."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from bot.engine.phrases import PhraseTable
from bot.engine.text import tokenize

_PLACED: Final = frozenset("at for from with in into join joining inside".split())
"""Words before a name that is an ordinary word as well ("at apple", not "an apple")."""


@dataclass(frozen=True, slots=True)
class CompanyMention:
    """A company's name in a run of tokens."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=1)
def _names() -> PhraseTable[tuple[str, bool]]:
    """Display name and whether it is an ordinary word, by the name's tokens."""
    text = files("bot.engine").joinpath("data/companies.txt").read_text(encoding="utf-8")
    names: dict[tuple[str, ...], tuple[str, bool]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name = line.removesuffix("*").strip()
            names[tuple(tokenize(name))] = (name, line.endswith("*"))
    return PhraseTable(names)


def find_companies(tokens: Sequence[str]) -> list[CompanyMention]:
    """The companies named in normalised tokens, in order, the longest name at each place.

    A name that is an ordinary word counts only after a preposition.
    """

    def counts(start: int, _: int, named: tuple[str, bool]) -> bool:
        return not named[1] or (start > 0 and tokens[start - 1] in _PLACED)

    found = _names().find_longest(tokens, counts)
    return [CompanyMention(start, end, name) for start, end, (name, _) in found]
