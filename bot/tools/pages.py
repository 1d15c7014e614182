"""Cutting long text into pages that fit a message."""

from collections.abc import Iterable

PAGE_TEXT = 3200
"""Characters on a page: what is left of a message's 4,000 is for headings and small print."""


def cut_pages(blocks: Iterable[str], *, limit: int = PAGE_TEXT) -> list[str]:
    """The blocks joined by empty lines into pages of at most `limit` characters.

    A block moves to the next page whole; one that is longer than a page is cut at its lines.
    """
    pages: list[str] = []
    for block in blocks:
        for part in _cut_block(block, limit):
            if pages and len(pages[-1]) + len(part) + 2 <= limit:
                pages[-1] += f"\n\n{part}"
            else:
                pages.append(part)
    return pages or [""]


def _cut_block(block: str, limit: int) -> list[str]:
    parts = [""]
    for line in block.split("\n"):
        shown = line[:limit]
        if parts[-1] and len(parts[-1]) + len(shown) + 1 > limit:
            parts.append(shown)
        else:
            parts[-1] = f"{parts[-1]}\n{shown}" if parts[-1] else shown
    return parts
