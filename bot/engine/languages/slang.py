"""Colloquial words and phrases in place of plain ones, from `data/slang.txt`.

Nothing here knows a knowledge base: whose own words these are says the caller.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from bot.engine.lexical.phrases import Phrase, PhraseTable, read_meanings


@lru_cache(maxsize=1)
def _slang() -> PhraseTable[Phrase]:
    """What each colloquial phrase means."""
    return PhraseTable(read_meanings("slang.txt"))


def replace_slang(tokens: Sequence[str], is_known: Callable[[str], bool]) -> list[str]:
    """`tokens` with colloquial ones in plain words; a phrase of known tokens alone stays."""

    def is_slang(start: int, end: int, _: Phrase) -> bool:
        return not all(map(is_known, tokens[start:end]))

    plain: list[str] = []
    done = 0
    for start, end, meant in _slang().find_longest(tokens, is_slang):
        plain += tokens[done:start]
        plain += meant
        done = end
    plain += tokens[done:]
    return plain
