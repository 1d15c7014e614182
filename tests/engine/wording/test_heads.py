"""What a question is about by its grammar."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.wording.heads import find_head
from tests.engine.small_conversations import ask


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("is a course in botany enough", ("course", "botany")),
        ("does my botany course count", None),
        ("is botany a must", None),
        ("do i need courses", None),
    ],
)
def test_the_thing_named_is_told_from_what_it_is_in(
    text: str, named: tuple[str, str] | None
) -> None:
    assert find_head(text) == named


def test_an_entry_about_the_field_alone_is_no_answer_about_the_thing() -> None:
    engine = Engine(
        (
            Entry("botany", "Do I need botany?", "Yes.", ("is botany needed", "botany enough")),
            Entry("course", "Which course is good?", "Any.", ("courses", "my botany course")),
        ),
        threshold=0.2,
    )

    assert [e.id for e in ask(engine, "is botany enough").entries] == ["botany"]
    assert ask(engine, "is a course in botany enough").entries[0].id == "course"
