"""Discord Markdown as plain text, and as a terminal renders it."""

import pytest

from bot.terminal.display import make_rich_display
from bot.terminal.markdown import to_plain

CODE = "# first a folder\n> on it goes\n-# cat\ncat __init__.py __main__.py\n\n    <a> **b** *c*"


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**bold** and *slanted*", "bold and slanted"),
        ("## Heading\n-# small print", "Heading\nsmall print"),
        ("- **item** one\n-# its note\n- two", "- item one\n  its note\n- two"),
        ("[words](<https://example.org>)", "words (https://example.org)"),
        ("snake_case stays\x1b", "snake_case stays"),
        (f"Run:\n```sh\n{CODE}\n```\n**Done**", f"Run:\n{CODE}\nDone"),
        ("Run ```sh\n# one``` and go", "Run \n# one\n and go"),
        ("- Do\n  ```\n  # one\n  ```\n- go", "- Do\n  # one\n- go"),
        ("**see `__init__` and ``a`*b*``** *now*", "see __init__ and a`*b* now"),
        ("-# see `*a*` and\n`*b*`", "see *a* and\n*b*"),
        (r"no \`*code*\`", "no `code`"),
    ],
    ids=[
        "emphasis",
        "headings",
        "notes",
        "links",
        "control characters",
        "a block of code",
        "a block within a line",
        "a block in a list",
        "code in a line",
        "code in small print",
        "no code",
    ],
)
def test_the_words_the_lists_and_the_code_stay_and_the_markup_goes(
    markdown: str, plain: str
) -> None:
    assert to_plain(markdown) == plain


@pytest.mark.parametrize(
    "text",
    [
        "type <your name> and press <b>Enter</b>",
        "before <!-- not hidden --> after",
        "one\n---\ntwo\n===",
        "1 &lt; 2",
        "[note]: this",
        "-# see <this>",
        "say `<Enter>`, `__init__`\n-# or `*that*`\nor `a  b`",
        f"```sh\n{CODE}\n```",
        f"Run ```\n{CODE}``` and go",
    ],
    ids=[
        "angle brackets",
        "a comment",
        "rules",
        "an entity",
        "a note",
        "small print",
        "code in lines",
        "a block of code",
        "a block within a line",
    ],
)
def test_a_terminal_shows_every_word(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    make_rich_display()(text)
    shown = [line.strip() for line in capsys.readouterr().out.splitlines()]

    assert [line for line in shown if line] == [
        line.strip() for line in to_plain(text).splitlines() if line.strip()
    ]


def test_a_terminal_shows_markup_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    make_rich_display()("**bold** [words](<https://example.org>)\n- ~~item~~\n-# small print")
    shown = capsys.readouterr().out

    assert [line.strip() for line in shown.splitlines() if line.strip()] == [
        "bold words",
        "• item",
        "small print",
    ]
