"""Colloquial words and phrases in place of plain ones, from `data/slang.txt`.

Nothing here knows a knowledge base: whose own words these are says the caller.
"""

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

_LONGEST: Final = 7
"""Words in the longest phrase."""


@lru_cache(maxsize=1)
def _phrases() -> tuple[Mapping[str, str], frozenset[str]]:
    """What each phrase means, and the first words of all."""
    text = files("bot.engine").joinpath("data/slang.txt").read_text(encoding="utf-8")
    phrases: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            meant, _, said = line.partition(" = ")
            phrases |= dict.fromkeys(said.split(" | "), meant)
    return phrases, frozenset(phrase.partition(" ")[0] for phrase in phrases)


def replace_slang(tokens: Sequence[str], known: Container[str]) -> list[str]:
    """`tokens` with colloquial ones in plain words; a phrase of `known` tokens alone stays."""
    phrases, openings = _phrases()
    if openings.isdisjoint(tokens):
        return list(tokens)
    plain: list[str] = []
    position = 0
    while position < len(tokens):
        longest = _LONGEST if tokens[position] in openings else 0
        for length in range(min(longest, len(tokens) - position), 0, -1):
            said = tokens[position : position + length]
            meant = phrases.get(" ".join(said))
            if meant is not None and not all(token in known for token in said):
                plain += meant.split()
                position += length
                break
        else:
            plain.append(tokens[position])
            position += 1
    return plain
