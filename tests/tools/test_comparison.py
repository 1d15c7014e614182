"""The comparison as text."""

import pytest
from small_knowledge import small_knowledge

from bot.errors import UnknownChoiceError
from bot.tools.comparison import (
    NO_COMPARISON,
    list_aspects,
    render_comparison,
    render_comparison_pages,
)

COMPARISON = """
left: {name: Tea, entry: pay-us}
right: {name: Coffee}
rows:
  - {id: taste, aspect: Taste, left: Mild., right: Strong., sources: [guide]}
  - {id: time, aspect: Time it takes, left: Four minutes., right: Two minutes.}
"""


def test_each_aspect_shows_both_sides_by_name() -> None:
    text = render_comparison(small_knowledge(comparison=COMPARISON))

    assert text.startswith("## Tea and Coffee\n\n### Taste\n**Tea:** Mild.\n**Coffee:** Strong.")
    assert "### Time it takes\n**Tea:** Four minutes.\n**Coffee:** Two minutes." in text
    assert text.endswith("-# Source: “The Guide”")


def test_each_page_shows_the_sources_of_its_own_aspects() -> None:
    rows = "".join(
        f"  - {{id: row-{n}, aspect: Row {n}, left: {'l' * 190}, right: {'r' * 190}, "
        f"sources: [{'guide' if n < 7 else 'article'}]}}\n"
        for n in range(14)
    )
    text = f"left: {{name: Tea}}\nright: {{name: Coffee}}\nrows:\n{rows}"
    first, last = render_comparison_pages(small_knowledge(comparison=text))

    assert first.endswith("-# Source: “The Guide”")
    assert last.endswith("-# Source: “The Article”, Fern, 2024-05-06")


def test_one_aspect_is_shown_alone_without_the_others_sources() -> None:
    text = render_comparison(small_knowledge(comparison=COMPARISON), "time")

    assert "Taste" not in text
    assert "Source" not in text


def test_an_unknown_aspect_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownChoiceError, match="taste, time"):
        render_comparison(small_knowledge(comparison=COMPARISON), "colour")


def test_knowledge_without_a_comparison_says_so() -> None:
    knowledge = small_knowledge()

    assert render_comparison(knowledge) == NO_COMPARISON
    assert list_aspects(knowledge) == []
