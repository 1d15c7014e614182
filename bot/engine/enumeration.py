"""Several names, and a number of things, in a sentence."""

from collections.abc import Iterable


def join_names(names: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b` or `a, b and c`: each name once, `last` before the last one."""
    *others, final = dict.fromkeys(names) or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def count_things(number: int, noun: str) -> str:
    """`1 question`, `12 questions`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
