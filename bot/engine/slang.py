"""Colloquial words and phrases in place of plain ones, from `data/slang.txt`.

Nothing here knows a knowledge base: whose own words these are says the caller.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class _Slang:
    meanings: Mapping[str, str]
    openings: frozenset[str]
    """The first words of all phrases, as most texts hold none of them."""
    longest: int
    """Words in the longest phrase."""


@lru_cache(maxsize=1)
def _slang() -> _Slang:
    text = files("bot.engine").joinpath("data/slang.txt").read_text(encoding="utf-8")
    meanings: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            meant, _, said = line.partition(" = ")
            meanings |= dict.fromkeys(said.split(" | "), meant)
    phrases = [phrase.split() for phrase in meanings]
    openings = frozenset(phrase[0] for phrase in phrases)
    return _Slang(meanings, openings, max(map(len, phrases), default=0))


def replace_slang(tokens: Sequence[str], is_known: Callable[[str], bool]) -> list[str]:
    """`tokens` with colloquial ones in plain words; a phrase of known tokens alone stays."""
    slang = _slang()
    if slang.openings.isdisjoint(tokens):
        return list(tokens)
    plain: list[str] = []
    position = 0
    while position < len(tokens):
        longest = slang.longest if tokens[position] in slang.openings else 0
        for length in range(min(longest, len(tokens) - position), 0, -1):
            said = tokens[position : position + length]
            meant = slang.meanings.get(" ".join(said))
            if meant is not None and not all(map(is_known, said)):
                plain += meant.split()
                position += length
                break
        else:
            plain.append(tokens[position])
            position += 1
    return plain
