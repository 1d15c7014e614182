"""Discord Markdown on a terminal (with rich) and as plain text (for pipes and files)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bot.streams import is_terminal, write_line
from bot.terminal.markdown import SMALL_PRINT, restore_code, set_code_aside, to_plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.markdown import Markdown

Show = Callable[[str], None]
"""Shows a text in Discord Markdown to a person."""

_NOT_DISCORDS: Final = ["code", "entity", "hr", "image", "lheading", "reference"]
"""Rules of Markdown that Discord does not have; what they would change or hide is text there."""


def choose_display() -> Show:
    """Rich Markdown on a terminal, plain text everywhere else."""
    return make_rich_display() if is_terminal() else show_plain


def show_plain(text: str) -> None:
    """Write `text` without markup and without escape codes."""
    write_line(to_plain(text))


def show_plain_block(text: str) -> None:
    """The same with an empty line after it, which keeps one reply apart from the next."""
    write_line(f"{to_plain(text)}\n")


def make_rich_display() -> Show:
    """A display that renders Markdown in the colours and the width of the terminal."""
    from rich.console import Console

    console = Console(highlight=False)

    def show(text: str) -> None:
        for part in _render_parts(text):
            console.print(part)
            console.print()

    return show


def _render_parts(text: str) -> "list[RenderableType]":
    """Blocks of Markdown, with the lines of small print between them dimmed."""
    from rich.text import Text

    prose, codes = set_code_aside(text)
    sources = (code.source for code in codes)
    parts: list[RenderableType] = []
    block: list[str] = []
    for line in [*prose.splitlines(), SMALL_PRINT]:
        if not line.startswith(SMALL_PRINT):
            block.append(line)
            continue
        if any(part.strip() for part in block):
            # Discord keeps the ends of lines; Markdown needs two spaces for that
            parts.append(_parse(restore_code("  \n".join(block), sources)))
        block = []
        if line.removeprefix(SMALL_PRINT):
            parts.append(Text(to_plain(restore_code(line, sources)), style="dim"))
    return parts


def _parse(text: str) -> "Markdown":
    """Markdown as Discord reads it, which knows no HTML."""
    from markdown_it import MarkdownIt
    from rich.markdown import Markdown

    markdown = Markdown("")
    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    markdown.parsed = parser.disable(_NOT_DISCORDS).parse(text)
    return markdown
