"""Which two things a question holds against each other, and which entries compare them."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Answer, Clarification, Fallback
from bot.engine.wording.comparing import Compared, find_compared

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
        "help me choose between a rake and shears",
        "help me choose a rake or shears",
    ],
)
def test_an_entry_about_one_of_two_things_does_not_compare_them(query: str) -> None:
    reply, _ = Engine(ENTRIES).reply(query)

    assert isinstance(reply, Fallback)
    assert reply.missing == "My answers don't say how these compare."
    assert {"rake", "shears"} <= {entry.id for entry in reply.suggestions}


@pytest.mark.parametrize(
    ("query", "outcome"),
    [
        ("is a spade better than a fork", "answer"),
        ("which is better for heavy soil, a spade or a fork", "answer"),
        ("which is more stressful, a spade or a fork", "fallback"),
        ("is a spade cheaper than a fork", "fallback"),
    ],
)
def test_how_two_things_compare_is_told_only_in_the_way_that_is_asked(
    query: str, outcome: str
) -> None:
    assert Engine(ENTRIES).reply(query)[0].outcome == outcome


def test_two_keywords_lead_back_to_the_entry_about_either() -> None:
    reply, _ = Engine(ENTRIES).reply("rake or shears")

    assert isinstance(reply, Clarification)
    assert {entry.id for entry in reply.choices} == {"rake", "shears"}


def test_keywords_that_one_thing_belongs_to_are_told_apart_by_their_own_words() -> None:
    entries = (
        Entry("lend", "How do I lend tools to others?", "At the gate.", ("lending tools",)),
        Entry("borrow", "How do I borrow tools?", "At the shed.", ("borrowing tools",)),
    )

    reply, _ = Engine((*entries, *ENTRIES)).reply("lend or borrow tools")

    assert isinstance(reply, Clarification)
    assert {entry.id for entry in reply.choices} == {"lend", "borrow"}


@pytest.mark.parametrize(
    "query", ["move or cancel my plot", "lost or damaged tool", "barrow vs hose"]
)
def test_an_entry_about_both_of_two_things_is_answered(query: str) -> None:
    entries = (
        Entry("plot", "Can I move or cancel my plot?", "Yes.", ("give up a plot",)),
        Entry("lost", "What if I lose or damage a tool?", "Tell us.", ("lost it", "damaged tool")),
        Entry("barrow", "Can I take the barrow and the hose?", "Yes.", ("water hose", "barrows")),
    )

    reply, _ = Engine((*entries, *ENTRIES)).reply(query)

    assert isinstance(reply, Answer)


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
        "can i keep a rake for longer than ten days",
        "may i rent the shears for longer than a week",
        "can i rake faster than normal",
        "is it better than a rake",
        "why is the rake slower than shears",
        "how do i choose a rake to gather leaves",
        "how do i choose a rake with long tines",
        "how do i choose a rake or return it",
    ],
)
def test_other_questions_compare_no_two_things(text: str) -> None:
    assert find_compared(text.split(), frozenset) is None


def test_what_is_done_in_either_of_two_ways_is_none_of_them() -> None:
    compared = find_compared("is it better to rake early or in autumn".split(), frozenset)

    assert compared == Compared(frozenset({"early"}), frozenset({"autumn"}))
