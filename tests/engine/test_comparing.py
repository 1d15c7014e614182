"""Which two things a question holds against each other, and which entries compare them."""

import pytest

from bot.engine.comparing import find_compared
from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Answer, Fallback

ENTRIES = (
    Entry(
        "rake",
        "Do I need a rake?",
        "A rake gathers leaves.",
        ("is a rake necessary", "rake for leaves", "should i buy a rake", "rakes and leaves"),
    ),
    Entry(
        "shears",
        "Do I need shears?",
        "Shears cut hedges.",
        ("are shears necessary", "shears for hedges", "should i buy shears"),
    ),
    Entry(
        "spade-or-fork",
        "Spade or fork: which is better?",
        "A fork for heavy soil, a spade for any other.",
        ("spade vs fork", "is a spade better than a fork", "digging with a fork or a spade"),
    ),
    Entry(
        "soil",
        "Which soil do tomatoes like?",
        "Loose soil with compost.",
        ("soil for tomatoes", "what earth do tomatoes need"),
    ),
)


@pytest.mark.parametrize(
    "query",
    [
        "is a rake better than shears",
        "rake vs shears",
        "rake or shears",
    ],
)
def test_an_entry_about_one_of_two_things_does_not_compare_them(query: str) -> None:
    reply, _ = Engine(ENTRIES).reply(query)

    assert isinstance(reply, Fallback)
    assert reply.missing == "My answers don't say how these compare."
    assert {"rake", "shears"} <= {entry.id for entry in reply.suggestions}


def test_what_it_stands_for_is_compared() -> None:
    engine = Engine(ENTRIES)
    _, conversation = engine.reply("do i need a rake")

    reply, _ = engine.reply("is it better than shears?", conversation=conversation)

    assert isinstance(reply, Fallback)


@pytest.mark.parametrize(
    "query", ["fork vs spade", "is a fork better than a spade", "do i need a rake"]
)
def test_an_entry_that_compares_them_is_answered(query: str) -> None:
    reply, _ = Engine(ENTRIES).reply(query)

    assert isinstance(reply, Answer)


@pytest.mark.parametrize(
    "text",
    [
        "is a rake better than nothing",
        "rake yay or nay",
        "do i need a rake or can i borrow one",
        "does it cost more than 20",
        "is it better than a rake",
    ],
)
def test_other_questions_compare_no_two_things(text: str) -> None:
    assert find_compared(text.split(), frozenset) is None
