"""Two things side by side, aspect by aspect, as text."""

from bot.errors import UnknownChoiceError
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import ComparisonFile, ComparisonRow
from bot.tools.pages import cut_pages
from bot.tools.wording import render_source_line

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
    return "\n\n".join(render_comparison_pages(knowledge, aspect))


def render_comparison_pages(knowledge: Knowledge, aspect: str | None = None) -> list[str]:
    """The comparison in pages that fit a message; raises UnknownChoiceError.

    The two columns stand under each other: side by side, neither would fit a phone,
    and a screen reader would read across both.
    """
    comparison = knowledge.comparison
    if comparison is None:
        return [NO_COMPARISON]
    rows = [find_row(knowledge, aspect)] if aspect else comparison.rows
    heading = f"## {comparison.left.name} and {comparison.right.name}"
    pages = cut_pages([heading, *(_render_row(comparison, row) for row in rows)])
    sources = render_source_line(knowledge, (i for row in rows for i in row.sources))
    if sources:
        pages[-1] += f"\n\n{sources}"
    return pages


def _render_row(comparison: ComparisonFile, row: ComparisonRow) -> str:
    return (
        f"### {row.aspect}\n"
        f"**{comparison.left.name}:** {row.left}\n"
        f"**{comparison.right.name}:** {row.right}"
    )
