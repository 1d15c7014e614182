"""Markdown in an answer that does not read well in Discord."""

import re
from collections.abc import Iterator
from typing import Final

_CODE: Final = re.compile(r"```.*?```", re.DOTALL)
_TABLE_ROW: Final = re.compile(
    r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE
)
"""What stands between the head and the body of a table of Markdown."""
_HEADING: Final = re.compile(r"^#{1,3} +\S", re.MULTILINE)


def find_unfit_markup(answer: str) -> Iterator[str]:
    """What an answer is marked up with that Discord shows badly, and what to write instead.

    What stands in blocks of code is shown as it is written.
    """
    marked = _CODE.sub("", answer)
    if "```" in marked:
        yield "opens a block of code that nothing closes; write ``` behind it too"
    if _TABLE_ROW.search(marked):
        yield "holds a table, which Discord does not draw; write a list"
    if _HEADING.search(marked):
        yield "holds a heading, which is larger than all around it; write it in **bold**"
