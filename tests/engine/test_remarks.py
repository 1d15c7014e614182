"""Remarks, which ask for nothing, and what people say when they are done."""

import pytest

from bot.engine.remarks import is_done, is_remark


@pytest.mark.parametrize(
    "text",
    [
        "i love roses",
        "ugh i hate digging",
        "we really enjoyed that course",
        "sick of weeds",
        "shears suck",
        "roses are overrated lol",
        "my spade is useless",
        "the course was a waste of money",
        "weeding killed me today",
        "i dont want to know about soil",
        "dont tell me about tools",
        "no more roses please",
        "thanks, that rose tip helped",
    ],
)
def test_a_feeling_or_a_refusal_is_a_remark(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "i love roses, when do i cut them",
        "i hate digging can i still be a gardener",
        "roses",
        "i only know roses",
        "i like to know about soil",
        "are roses overrated",
        "roses are overrated?",
        "i want to work in gardens",
        "thanks, and in india",
        "is gardening great",
        "",
    ],
)
def test_what_asks_or_tells_where_somebody_stands_is_none(text: str) -> None:
    assert not is_remark(text)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("nvm", True),
        ("never mind, found it", True),
        ("nah forget it", True),
        ("found it myself, thanks", True),
        ("nvm, what about roses?", False),
        ("forget me nots", False),
        ("forget it, how do i cut roses", False),
    ],
)
def test_who_takes_a_question_back_is_done(text: str, *, done: bool) -> None:
    assert is_done(text) is done
