"""Tools offered beside answers."""

import pytest
from small_knowledge import small_knowledge

from bot.tools.offers import available_tools, find_named_tools, find_tools

KNOWLEDGE = small_knowledge()


@pytest.mark.parametrize(
    ("question", "tools"),
    [
        ("show me a chart of the pay", ["salary"]),
        ("am I ready for this?", ["checklist"]),
        ("what am i missing", ["checklist"]),
        ("a checklist and a graph please", ["salary", "checklist"]),
        ("do i need to chart data", ["salary"]),
        ("hello", []),
        ("i am already here", []),
    ],
)
def test_words_name_tools(question: str, tools: list[str]) -> None:
    assert [tool.id for tool in find_named_tools(question, KNOWLEDGE)] == tools


def test_an_entry_that_the_data_points_to_offers_its_tool() -> None:
    assert [tool.id for tool in find_tools("python?", ["skill-python"], KNOWLEDGE)] == ["checklist"]
    assert [tool.id for tool in find_tools("pay?", ["pay-us"], KNOWLEDGE)] == ["salary"]
    assert find_tools("hm", ["other"], KNOWLEDGE) == []


def test_tools_without_data_are_not_offered() -> None:
    bare = small_knowledge(salaries="", skills="", paths="")

    assert available_tools(bare) == []
    assert find_named_tools("show me a chart", bare) == []
