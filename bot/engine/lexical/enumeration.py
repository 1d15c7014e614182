"""Several names in a sentence."""

from collections.abc import Iterable


def join_names(names: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b` or `a, b and c`: each name once, `last` before the last one."""
    *others, final = dict.fromkeys(names) or [""]
    return f"{', '.join(others)} {last} {final}" if others else final
