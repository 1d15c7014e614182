"""Remarks, which ask for nothing, and what people say when they are done."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.wording.remarks import drop_taken_back, is_done, is_remark, praises
from tests.engine.small_conversations import SHOP, answered, ask


@pytest.mark.parametrize(
    "text",
    [
        "i love roses",
        "ugh i hate weeds",
        "we really enjoyed that course",
        "shears suck",
        "roses are overrated lol",
        "my spade is useless",
        "the course was a waste of money",
        "weeding killed me today",
        "i dont want to know about soil",
        "dont tell me about tools",
        "no more roses please",
        "thanks, that rose tip helped",
        "cheers, solved",
        "roses are my favourite flower",
        "i finally passed my gardening exam",
        "you guys rock",
        "stop sending me roses",
        "your mum uses shears",
        "ur mom is a rose lol",
    ],
)
def test_a_feeling_or_a_refusal_is_a_remark(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "i love roses, when do i cut them",
        "i like roses, is that enough",
        "i hate digging",
        "i enjoy working with my hands",
        "i hate digging can i still be a gardener",
        "roses",
        "i only know roses",
        "i like to know about soil",
        "are roses overrated",
        "roses are overrated?",
        "i want to work in gardens",
        "thanks, and in india",
        "is gardening great",
        "no more roses, pay in india",
        "thanks so roses are good",
        "garden rules",
        "tell the gardener that he sucks",
        "dont talk so slow",
        "",
        "no more room in the shed",
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
        ("nvm found the rose thing", True),
        ("forget it, works now", True),
        ("nvm, what about roses?", False),
        ("nvm what about roses", False),
        ("nvm i have no spade", False),
        ("never mind pay in india", False),
        ("i got that spade", False),
        ("forget me nots", False),
        ("forget it, how do i cut roses", False),
    ],
)
def test_who_takes_a_question_back_is_done(text: str, *, done: bool) -> None:
    assert is_done(text) is done


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("nvm, what about roses?", "what about roses?"),
        ("oh never mind but do i need a spade", "do i need a spade"),
        ("nvm i have no spade", "i have no spade"),
        ("nvm, i meant the us", "i meant the us"),
        ("nvm, the us", "the us"),
        ("never mind my question", "never mind my question"),
        ("nvm", "nvm"),
        ("nvm found the spade", "nvm found the spade"),
        ("nvm the spade, what about roses", "nvm the spade, what about roses"),
        ("forget it!", "forget it!"),
    ],
)
def test_what_only_takes_back_falls_away_before_a_question(text: str, rest: str) -> None:
    assert drop_taken_back(text) == rest


def test_praise_is_told_from_other_remarks() -> None:
    assert praises("you guys are the best")
    assert praises("thanks you rock!")
    assert not praises("roses are the best")
    assert not praises("are you the best?")


def test_who_wants_no_more_of_something_may_ask_how_to_have_that() -> None:
    reminders = Entry(
        "reminders", "How do I stop the reminders?", "In the settings.", ("turn off reminders",)
    )
    engine = Engine((*SHOP, reminders), threshold=0.3, ambiguity_threshold=0.05)

    assert answered(ask(engine, "stop sending me reminders")) == ["reminders"]
    assert not answered(ask(engine, "stop telling me about reminders"))
