"""Discord Markdown on a terminal (with rich) and as plain text (for pipes and files)."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from bot.terminal.streams import is_terminal, write_line

if TYPE_CHECKING:
    from rich.console import RenderableType

Show = Callable[[str], None]
"""Shows a text in Discord Markdown to a person."""

SMALL_PRINT: Final = "-# "
"""How Discord marks a line in small print."""

_LINK = re.compile(r"\[([^\]\n]+)\]\(<?(\S+?)>?\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|~~|\|\||`)(?=\S)(.+?)(?<=\S)\1")
_ITALICS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"^(?:-# |#{1,3} |>{1,3} )")
_ESCAPE = re.compile(r"\\([*_~`|>#\\\[\]()-])")
_CONTROL: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)])


def choose_display() -> Show:
    """Rich Markdown on a terminal, plain text everywhere else."""
    return make_rich_display() if is_terminal() else show_plain


def show_plain(text: str) -> None:
    """Write `text` without markup and without escape codes."""
    write_line(to_plain(text))


def show_plain_block(text: str) -> None:
    """The same with an empty line after it, which keeps one reply apart from the next."""
    write_line(f"{to_plain(text)}\n")


def to_plain(text: str) -> str:
    """Discord Markdown as plain text: the words and the lists stay, the markup goes."""
    lines = (
        _HEADING.sub("", line) for line in _indent_notes(text.translate(_CONTROL).splitlines())
    )
    plain = _LINK.sub(r"\1 (\2)", "\n".join(lines))
    for _ in range(2):  # bold around italics, or the other way round
        plain = _EMPHASIS.sub(r"\2", plain)
        plain = _ITALICS.sub(r"\2", plain)
    return _ESCAPE.sub(r"\1", plain)


def _indent_notes(lines: Iterable[str]) -> Iterator[str]:
    """Small print below an item of a list moves below the item's words."""
    before = ""
    for line in lines:
        is_note = line.startswith(SMALL_PRINT) and before.startswith("- ")
        yield f"  {line.removeprefix(SMALL_PRINT)}" if is_note else line
        before = line


def make_rich_display() -> Show:
    """A display that renders Markdown in the colours and the width of the terminal."""
    from rich.console import Console

    console = Console(highlight=False)

    def show(text: str) -> None:
        for part in _render_parts(text.translate(_CONTROL)):
            console.print(part)
            console.print()

    return show


def _render_parts(text: str) -> "list[RenderableType]":
    """Blocks of Markdown, with the lines of small print between them dimmed."""
    from rich.markdown import Markdown
    from rich.text import Text

    parts: list[RenderableType] = []
    block: list[str] = []
    for line in [*text.splitlines(), SMALL_PRINT]:
        if not line.startswith(SMALL_PRINT):
            block.append(line)
            continue
        if any(part.strip() for part in block):
            # Discord keeps the ends of lines; Markdown needs two spaces for that
            parts.append(Markdown("  \n".join(block)))
        block = []
        if line.removeprefix(SMALL_PRINT):
            parts.append(Text(to_plain(line), style="dim"))
    return parts
