"""Two things side by side, aspect by aspect, as text."""

from bot.errors import UnknownChoiceError
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import ComparisonFile, ComparisonRow
from bot.tools.pages import Block, cut_pages, join_blocks

NO_COMPARISON = "This knowledge compares nothing."


def list_aspects(knowledge: Knowledge) -> list[tuple[str, str]]:
    """The (id, name) of every aspect, in order."""
    return (
        [(row.id, row.aspect) for row in knowledge.comparison.rows] if knowledge.comparison else []
    )


def find_row(knowledge: Knowledge, aspect: str) -> ComparisonRow:
    """The row of an aspect given by id; raises UnknownChoiceError when there is none."""
    for row in knowledge.comparison.rows if knowledge.comparison else ():
        if row.id == aspect:
            return row
    known = [identifier for identifier, _ in list_aspects(knowledge)]
    raise UnknownChoiceError(aspect, kind="aspect", known=known)


def render_comparison(knowledge: Knowledge, aspect: str | None = None) -> str:
    """All aspects, or one by id, in Discord Markdown; raises UnknownChoiceError."""
    return join_blocks(knowledge, _make_blocks(knowledge, aspect))


def render_comparison_pages(knowledge: Knowledge, aspect: str | None = None) -> list[str]:
    """The comparison in pages that fit a message; raises UnknownChoiceError."""
    return cut_pages(knowledge, _make_blocks(knowledge, aspect))


def _make_blocks(knowledge: Knowledge, aspect: str | None) -> list[Block]:
    comparison = knowledge.comparison
    if comparison is None:
        return [Block(NO_COMPARISON)]
    rows = [find_row(knowledge, aspect)] if aspect else comparison.rows
    heading = Block(f"## {comparison.left.name} and {comparison.right.name}")
    return [heading, *(_make_row_block(comparison, row) for row in rows)]


def _make_row_block(comparison: ComparisonFile, row: ComparisonRow) -> Block:
    """Both columns of a row, under each other.

    Side by side, neither would fit a phone, and a screen reader would read across both.
    """
    text = (
        f"### {row.aspect}\n"
        f"**{comparison.left.name}:** {row.left}\n"
        f"**{comparison.right.name}:** {row.right}"
    )
    return Block(text, tuple(row.sources))
