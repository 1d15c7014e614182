"""Text in blocks with their sources: as one text, or cut into pages that fit a message."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge.base import Knowledge
from bot.render import render_source_line

PAGE_TEXT = 3200
"""Characters on a page: what is left of a message's 4,000 is for headings and small print."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that belongs together, and the ids of the sources it is from."""

    text: str
    sources: tuple[str, ...] = ()


def join_blocks(knowledge: Knowledge, blocks: Iterable[Block]) -> str:
    """All blocks as one text, which ends with the sources in small print."""
    return _word_page(knowledge, list(blocks))


def cut_pages(
    knowledge: Knowledge, blocks: Iterable[Block], *, limit: int = PAGE_TEXT
) -> list[str]:
    """The blocks in pages of at most `limit` characters, each page with the sources of its own.

    A block moves to the next page whole; one that is longer than a page is cut at its lines.
    The small print with the sources comes on top of `limit`.
    """
    pages: list[list[Block]] = [[]]
    for block in blocks:
        for text in _cut_text(block.text, limit):
            if pages[-1] and _measure(pages[-1]) + len(text) > limit:
                pages.append([])
            pages[-1].append(Block(text, block.sources))
    return [_word_page(knowledge, page) for page in pages]


def _word_page(knowledge: Knowledge, blocks: list[Block]) -> str:
    sources = render_source_line(
        (i for block in blocks for i in block.sources), knowledge.sources_by_id
    )
    return "\n\n".join([*(block.text for block in blocks), *([sources] if sources else [])])


def _measure(page: list[Block]) -> int:
    """How many characters a page takes when another block follows."""
    return sum(len(block.text) + 2 for block in page)


def _cut_text(text: str, limit: int) -> list[str]:
    parts = [""]
    for line in text.split("\n"):
        shown = line[:limit]
        if parts[-1] and len(parts[-1]) + len(shown) + 1 > limit:
            parts.append(shown)
        else:
            parts[-1] = f"{parts[-1]}\n{shown}" if parts[-1] else shown
    return parts
