"""Well-known companies, where a question is about them."""

import pytest

from bot.engine.lexical.text import tokenize
from bot.engine.names.companies import find_companies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what does google pay", ["Google"]),
        ("jobs at apple", ["Apple"]),
        ("an apple a day", []),
        ("netflix style lists", []),
        ("those things on amazon", []),
        ("what people post on amazon", []),
        ("what do they ask on amazon interviews", ["Amazon"]),
        ("do people at google like python", ["Google"]),
    ],
)
def test_a_company_is_found_unless_it_is_an_example(text: str, names: list[str]) -> None:
    assert [company.name for company in find_companies(tokenize(text))] == names
