"""Well-known employers that a question may be about, so that a general answer is not passed off."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from bot.engine.lexical.phrases import PhraseTable
from bot.engine.lexical.text import tokenize

_PLACED: Final = frozenset("at for from with in into join joining inside".split())
"""Words before a name that is an ordinary word as well ("at apple", not "an apple")."""

_LIKENESS: Final = frozenset("style type esque".split())
"""Words behind a name that is no more than an example ("spotify style playlists")."""

_SEEN: Final = frozenset(
    """
    post posts posted posting see sees seen saw watch watched read found heard listed ad ads video
    videos thing things
    """.split()
)
"""Words before an "on" behind which a name says where, and is not asked about."""


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

    A name that is an ordinary word counts only after a preposition. What is seen on a site, or is
    in the style of one, is no question about the company.
    """

    def counts(start: int, end: int, named: tuple[str, bool]) -> bool:
        before = tokens[start - 1] if start else ""
        seen = before == "on" and not _SEEN.isdisjoint(tokens[max(0, start - 2) : start - 1])
        if seen or not _LIKENESS.isdisjoint(tokens[end : end + 1]):
            return False
        return not named[1] or before in _PLACED

    found = _names().find_longest(tokens, counts)
    return [CompanyMention(start, end, name) for start, end, (name, _) in found]
