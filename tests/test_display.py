"""Discord Markdown as plain text."""

import pytest

from bot.terminal.display import to_plain


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**bold** and *slanted*", "bold and slanted"),
        ("## Heading\n-# small print", "Heading\nsmall print"),
        ("- **item** one\n-# its note\n- two", "- item one\n  its note\n- two"),
        ("[words](<https://example.org>)", "words (https://example.org)"),
        ("snake_case stays\x1b", "snake_case stays"),
    ],
    ids=["emphasis", "headings", "notes", "links", "control characters"],
)
def test_the_words_and_the_lists_stay_and_the_markup_goes(markdown: str, plain: str) -> None:
    assert to_plain(markdown) == plain
