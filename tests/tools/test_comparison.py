"""Two things side by side as text."""

import pytest
from bakery import bakery

from bot.errors import UnknownChoiceError
from bot.knowledge.loader import load_knowledge
from bot.knowledge.shipped import find_shipped_knowledge
from bot.render import MESSAGE_TEXT_LIMIT
from bot.tools.comparison import (
    NO_COMPARISON,
    find_row,
    list_aspects,
    render_comparison,
    render_comparison_pages,
)


def test_each_aspect_shows_both_sides_under_their_names() -> None:
    text = render_comparison(bakery())

    assert "Hours\n**Bread baker:** The night.\n**Pastry cook:** The morning." in text
    assert "Sugar\n**Bread baker:** Hardly any.\n**Pastry cook:** Plenty." in text
    assert text.index("Hours") < text.index("Sugar")


def test_one_aspect_is_shown_alone_with_its_own_sources() -> None:
    text = render_comparison(bakery(), "hours")

    assert "The night." in text
    assert "Plenty." not in text
    assert "“The Guide”" in text
    assert "The Article" not in text


def test_all_sources_are_named_once_in_small_print() -> None:
    small_print = [line for line in render_comparison(bakery()).split("\n") if line[:2] == "-#"]

    assert small_print == [
        "-# Sources: “The Guide” · [The Article](https://example.org/a), Ada, 2024-05-06"
    ]


def test_aspects_are_listed_in_the_order_of_the_file() -> None:
    assert list_aspects(bakery()) == [("hours", "Hours"), ("sugar", "Sugar")]
    assert find_row(bakery(), "sugar").right == "Plenty."


def test_an_aspect_that_is_gone_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownChoiceError, match="hours, sugar"):
        render_comparison(bakery(), "salt")


def test_knowledge_that_compares_nothing_says_so() -> None:
    assert render_comparison(bakery(comparison="")) == NO_COMPARISON
    assert list_aspects(bakery(comparison="")) == []


def test_the_longest_comparison_keeps_every_page_within_a_message() -> None:
    rows = "\n".join(
        f"  - {{id: row-{n}, aspect: Aspect {n}, left: {'l' * 200}, right: {'r' * 200},"
        f" sources: [guide, article]}}"
        for n in range(25)
    )
    pages = render_comparison_pages(
        bakery(comparison=f"left: {{name: Bread}}\nright: {{name: Cake}}\nrows:\n{rows}")
    )

    assert len(pages) > 1
    assert max(map(len, pages)) <= MESSAGE_TEXT_LIMIT
    assert sum(page.count("l" * 200) for page in pages) == 25


def test_every_shipped_aspect_is_rendered_within_a_message() -> None:
    knowledge = load_knowledge(find_shipped_knowledge())
    pages = render_comparison_pages(knowledge)

    assert max(map(len, pages)) <= MESSAGE_TEXT_LIMIT
    for identifier, name in list_aspects(knowledge):
        alone = render_comparison(knowledge, identifier)
        assert name in alone
        assert sum(name in page for page in pages) >= 1
        assert "-# Source" in alone
