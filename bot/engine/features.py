"""What is compared: the features of a run of tokens, in blocks that are weighted apart.

A feature is named by one string; its first character tells its block.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from bot.engine.text import stem

BLOCKS: Final = "wbcs"
"""Stems, stem bigrams, character n-grams, synonym groups."""

BLOCK_WEIGHTS: Final = (1.0, 0.5, 1.0, 0.8)

_SHORTEST_GRAM: Final = 3
_LONGEST_GRAM: Final = 5


@lru_cache(maxsize=32_768)
def character_grams(word: str) -> tuple[str, ...]:
    """Return the named character n-grams of one word, its edges marked."""
    marked = f"_{word}_"
    return tuple(
        f"c{marked[start : start + length]}"
        for length in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1)
        for start in range(len(marked) - length + 1)
    )


def extract(tokens: Sequence[str], groups: Mapping[str, str]) -> Counter[str]:
    """Count the named features of `tokens`; `groups` maps stems to synonym-group names."""
    stems = [stem(token) for token in tokens]
    features: Counter[str] = Counter(f"w{word}" for word in stems)
    features.update(f"b{left} {right}" for left, right in pairwise(stems))
    for token in tokens:
        features.update(character_grams(token))
    features.update(f"s{groups[word]}" for word in stems if word in groups)
    return features


def synonym_groups(synonyms: Iterable[Sequence[str]]) -> dict[str, str]:
    """Map the stem of each one-word synonym to its group's name."""
    return {
        stem(word): str(number)
        for number, group in enumerate(synonyms)
        for word in group
        if " " not in word
    }
