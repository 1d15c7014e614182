"""Questions that are asked the other way round."""

import pytest

from bot.engine.wording.reversal import asks_for_reverse, turn_round


@pytest.mark.parametrize(
    ("text", "reverse"),
    [
        ("and the other way round?", True),
        ("no, the other way around", True),
        ("vice versa?", True),
        ("is it the opposite then", True),
        ("does it work in the other direction too?", True),
        ("other way around sorry", True),
        ("and the other way to the station?", False),
        ("the other one", False),
    ],
)
def test_the_reverse_is_asked_for_in_words(text: str, *, reverse: bool) -> None:
    assert asks_for_reverse(text) is reverse


@pytest.mark.parametrize(
    ("question", "named", "turned"),
    [
        (
            "can a cook work as a waiter",
            ["cook", "waiter"],
            "can a waiter work as a cook",
        ),
        ("how do i go from oslo to rome", [], "how do i go from rome to oslo"),
        ("a cook and a cook", ["cook", "cook"], None),
        ("from tree surgeon to florist", ["florist"], None),
        ("how long does it take to become one", [], None),
        ("what does it cost", [], None),
        ("i want to", [], None),
        ("how to cook rice", [], None),
    ],
)
def test_a_question_is_turned_round(question: str, named: list[str], turned: str | None) -> None:
    found = turn_round(question.split(), named)
    assert (found and " ".join(found)) == turned
