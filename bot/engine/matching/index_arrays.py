"""What the arrays of an index have to be like, so that no question meets one that cannot be used.

Sizes are named by letters: the same letter stands for the same size everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.engine.languages.vectors import DIMENSIONS
from bot.engine.tables.archive import DamagedIndexError
from bot.engine.tables.arrays import Array


@dataclass(frozen=True, slots=True)
class _Rule:
    """What holds for one array."""

    kind: str
    """The letter of its kind of numbers, as in `numpy.dtype.kind`."""
    shape: str
    """The size of each dimension; `+` stands for one more."""
    below: str = ""
    """The size that all its numbers are below; none is below 0."""
    starts_in: str = ""
    """The array of which it tells where each part starts, and where the last one ends."""
    lines: str = ""
    """How many lines it holds as bytes of text."""


_RULES: Final = {
    "phrasings": _Rule("u", "t"),
    "phrasing_starts": _Rule("i", "e+", starts_in="phrasings"),
    "counts": _Rule("i", "w"),
    "pairs": _Rule("u", "p"),
    "pair_counts": _Rule("u", "p"),
    "feature_names": _Rule("u", "b", lines="f"),
    "feature_weights": _Rule("f", "f"),
    "starts": _Rule("i", "f+", starts_in="entries"),
    "entries": _Rule("i", "o", below="e"),
    "entry_weights": _Rule("f", "o"),
    "meanings": _Rule("f", "ed"),
    "landmarks": _Rule("f", "ld"),
    "votes": _Rule("f", "le"),
    "entry_word_names": _Rule("u", "c", lines="k"),
    "entry_word_starts": _Rule("i", "e+", starts_in="entry_word_numbers"),
    "entry_word_numbers": _Rule("i", "m", below="n"),
    "entry_words_told": _Rule("b", "m"),
    "entry_grammar": _Rule("b", "eg"),
    "entry_word_name_numbers": _Rule("i", "n", below="k"),
    "entry_word_directions": _Rule("i", "nd"),
    "common": _Rule("f", "d"),
    "exact_keys": _Rule("u", "x"),
    "exact_owners": _Rule("i", "x", below="e"),
    "subject_keys": _Rule("u", "s"),
    "subject_owners": _Rule("i", "s", below="e"),
}


def check_arrays(arrays: Mapping[str, Array], *, words: int, columns: int) -> None:
    """Raise `DamagedIndexError` for arrays that no index with so many words has.

    `columns` is how many words the knowledge's language gives one.
    """
    sizes = {"d": DIMENSIONS, "w": words, "g": columns}
    for name, rule in _RULES.items():
        array = arrays[name]
        fits = array.dtype.kind == rule.kind and _measure(array, rule.shape, sizes)
        if not fits or (rule.kind == "f" and not np.isfinite(array).all()):
            raise DamagedIndexError(f"the array {name} is not that of an index")
    for name, rule in _RULES.items():
        if not _is_consistent(arrays[name], rule, sizes, arrays):
            raise DamagedIndexError(f"the array {name} points beyond what there is")


def _measure(array: Array, shape: str, sizes: dict[str, int]) -> bool:
    """Whether an array's dimensions agree with the sizes met before; the others join them."""
    letters = shape.rstrip("+")
    further = len(shape) - len(letters)
    return array.ndim == len(letters) and all(
        sizes.setdefault(letter, size - further) == size - further
        for letter, size in zip(letters, array.shape, strict=True)
    )


def _is_consistent(
    array: Array, rule: _Rule, sizes: dict[str, int], arrays: Mapping[str, Array]
) -> bool:
    if rule.lines:
        lines = int(np.count_nonzero(array == ord("\n"))) + bool(len(array))
        return sizes.setdefault(rule.lines, lines) == lines
    if rule.below:
        return not len(array) or bool(array.min() >= 0 and array.max() < sizes[rule.below])
    if rule.starts_in:
        whole = array[0] == 0 and array[-1] == len(arrays[rule.starts_in])
        return bool(whole and (array[1:] >= array[:-1]).all())
    return True
