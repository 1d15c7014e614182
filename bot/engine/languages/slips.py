"""How likely one word was typed for another: by which slips of the fingers, on which keys."""

from typing import Final

from bot.engine.languages.dictionary import VOWELS

_SLIP: Final = 0.01
"""How likely a word holds a slip of a given kind."""

_TWO_SLIPS: Final = _SLIP * _SLIP / 10

_OTHER_FIRST_LETTER: Final = 0.5
"""How likely two slips change the first letter of a word, as a share of any others."""

_KEY_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS: Final = frozenset(
    (a, b)
    for row, keys in enumerate(_KEY_ROWS)
    for column, a in enumerate(keys)
    for other_row, other_keys in enumerate(_KEY_ROWS)
    for other_column, b in enumerate(other_keys)
    if a != b
    and abs(row - other_row) <= 1
    and abs(column + row / 2 - other_column - other_row / 2) <= 1
)
_FAR_KEY: Final = 0.01
_NEAR_KEY: Final = 0.12
_NEAR_EXTRA_KEY: Final = 0.1
"""How likely a slip hits one certain key, as a share of the likelihood of a dropped letter."""

_OTHER_VOWEL: Final = 0.15
"""The same for a vowel in another's place, which people write by ear ("teem" for "team")."""

_OTHER_FIRST_KEY: Final = 0.3
"""How likely a far key is hit for the first letter of a word, as a share of any letter's."""


def weigh_slips(typed: str, meant: str, slips: int) -> float:
    """How likely somebody who meant one word typed the other, `slips` slips away."""
    if slips > 1:
        return _TWO_SLIPS * (1 if typed[0] == meant[0] else _OTHER_FIRST_LETTER)
    if len(typed) < len(meant):
        return _SLIP
    place = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), -1)
    if len(typed) == len(meant):
        swapped = typed[place + 1 :] != meant[place + 1 :]
        if swapped:
            return _SLIP
        if typed[place] in VOWELS and meant[place] in VOWELS:
            return _SLIP * _OTHER_VOWEL
        near = (typed[place], meant[place]) in _NEIGHBOURS
        first = _OTHER_FIRST_KEY if place == 0 and not near else 1
        return _SLIP * (_NEAR_KEY if near else _FAR_KEY) * first
    extra = typed[place]
    beside = {typed[place - 1] if place else "", meant[place] if place >= 0 else ""}
    if place == -1:
        beside = {meant[-1]}
    if extra in beside:
        return _SLIP
    near = any((extra, letter) in _NEIGHBOURS for letter in beside)
    return _SLIP * (_NEAR_EXTRA_KEY if near else _FAR_KEY)
