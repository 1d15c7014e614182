"""Colloquial words and phrases in place of plain ones, from `data/slang.txt`.

Nothing here knows a knowledge base: whose own words these are says the caller.
"""

from collections.abc import Container, Sequence
from functools import lru_cache
from importlib.resources import files

Phrase = tuple[str, ...]


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[Phrase, Phrase]]]:
    """Phrases with what they mean, the longest first, by their first token."""
    text = files("bot.engine").joinpath("data/slang.txt").read_text(encoding="utf-8")
    phrases: dict[str, list[tuple[Phrase, Phrase]]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            meant, _, said = line.partition(" = ")
            for phrase in said.split(" | "):
                tokens = tuple(phrase.split())
                phrases.setdefault(tokens[0], []).append((tokens, tuple(meant.split())))
    for group in phrases.values():
        group.sort(key=lambda item: -len(item[0]))
    return phrases


def replace_slang(tokens: Sequence[str], known: Container[str]) -> list[str]:
    """`tokens` with colloquial ones in plain words; a phrase of `known` tokens alone stays."""
    phrases = _phrases()
    if phrases.keys().isdisjoint(tokens):
        return list(tokens)
    plain: list[str] = []
    position = 0
    while position < len(tokens):
        for said, meant in phrases.get(tokens[position], ()):
            run = tuple(tokens[position : position + len(said)])
            if run == said and not all(token in known for token in said):
                plain.extend(meant)
                position += len(said)
                break
        else:
            plain.append(tokens[position])
            position += 1
    return plain
