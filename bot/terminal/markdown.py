"""Discord's Markdown: its code set aside from its prose, and its words as plain text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

SMALL_PRINT: Final = "-# "
"""How Discord marks a line in small print."""

_CODE = re.compile(
    r"(?P<indent>(?:^[ \t]*)?)(?<![\\`])```(?P<language>[\w+#.-]*)\n(?P<block>.*?)\n?[ \t]*```"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)(?P<inline>[^\n]+?)(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_PLACE: Final = "\0"
"""Stands where code was; no text holds one, as control characters are dropped first."""

_LINK = re.compile(r"\[([^\]\n]+)\]\(<?(\S+?)>?\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|~~|\|\|)(?=\S)(.+?)(?<=\S)\1")
_ITALICS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"^(?:-# |#{1,3} |>{1,3} )")
_ESCAPE = re.compile(r"\\([*_~`|>#\\\[\]()-])")
_CONTROL: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)])


@dataclass(frozen=True, slots=True)
class Code:
    """One piece of code, which no markup may change."""

    words: str
    """What stands between the marks."""
    source: str
    """The code with its marks, those of a block on lines of their own."""


def set_code_aside(text: str) -> tuple[str, Iterator[Code]]:
    """The text with a place for each code in it, and the codes in order; see `restore_code`."""
    codes: list[Code] = []

    def replace(found: re.Match[str]) -> str:
        if found["block"] is None:
            inline = found["inline"]
            is_padded = inline.strip() and inline[0] == inline[-1] == " "
            codes.append(Code(inline[1:-1] if is_padded else inline, found.group()))
            return _PLACE
        indent, block = found["indent"], found["block"]
        codes.append(Code(block, f"{indent}```{found['language']}\n{block}\n{indent}```"))
        before = "" if text[found.start() - 1 : found.start()] in ("", "\n") else "\n"
        after = "" if text[found.end() : found.end() + 1] in ("", "\n") else "\n"
        return f"{before}{_PLACE}{after}"

    text = text.translate(_CONTROL)
    return _CODE.sub(replace, text), iter(codes)


def restore_code(text: str, codes: Iterator[str]) -> str:
    """The text with the next of `codes` in each place."""
    return "".join(next(codes) if char == _PLACE else char for char in text)


def to_plain(text: str) -> str:
    """Discord Markdown as plain text: the words, the lists and the code stay, the markup goes."""
    prose, codes = set_code_aside(text)
    lines = (_HEADING.sub("", line) for line in _indent_notes(prose.splitlines()))
    plain = _LINK.sub(r"\1 (\2)", "\n".join(lines))
    for _ in range(2):  # bold around italics, or the other way round
        plain = _EMPHASIS.sub(r"\2", plain)
        plain = _ITALICS.sub(r"\2", plain)
    return restore_code(_ESCAPE.sub(r"\1", plain), (code.words for code in codes))


def _indent_notes(lines: Iterable[str]) -> Iterator[str]:
    """Small print below an item of a list moves below the item's words."""
    before = ""
    for line in lines:
        is_note = line.startswith(SMALL_PRINT) and before.startswith("- ")
        yield f"  {line.removeprefix(SMALL_PRINT)}" if is_note else line
        before = line
