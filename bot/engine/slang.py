"""Colloquial words and phrases in place of plain ones, from `data/slang.txt`.

Nothing here knows a knowledge base: whose own words these are says the caller.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files

from bot.engine.phrases import Phrase, PhraseTable


@lru_cache(maxsize=1)
def _slang() -> PhraseTable[Phrase]:
    """What each colloquial phrase means."""
    text = files("bot.engine").joinpath("data/slang.txt").read_text(encoding="utf-8")
    meanings: dict[Phrase, Phrase] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            meant, _, said = line.partition(" = ")
            phrases = (tuple(phrase.split()) for phrase in said.split(" | "))
            meanings |= dict.fromkeys(phrases, tuple(meant.split()))
    return PhraseTable(meanings)


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
