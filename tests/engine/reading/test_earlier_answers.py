"""What is asked of what an answer was just given about."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Fallback
from tests.engine.small_conversations import SHOP, THRESHOLDS, answered, ask


@pytest.fixture
def allotment() -> Engine:
    entries = (
        Entry(
            "rent",
            "What does a plot cost?",
            "It costs £48 a year, and a deposit of £20 for a key.",
            ("plot rent", "how much per year", "what does it cost for a year"),
        ),
        Entry(
            "key",
            "How do I get a key to the gate?",
            "You get one for £20 when you sign. A lost one costs £12.",
            ("gate key", "i lost my key"),
        ),
        Entry("dogs", "Can I bring my dog?", "Yes, on a lead.", ("are dogs allowed",)),
        Entry("pay", "How do I pay for a plot?", "In cash, in May.", ("when is the rent due",)),
    )
    return Engine((*entries, *SHOP), **THRESHOLDS)


@pytest.mark.parametrize("turn", ["what does it cost?", "and how much is it"])
def test_a_price_is_asked_of_what_was_just_told_of(allotment: Engine, turn: str) -> None:
    assert answered(ask(allotment, "How do I get a key?", turn)) == ["key"]
    assert answered(ask(allotment, "How do I pay for a plot?", turn)) == ["rent"]


def test_another_price_is_no_answer_where_the_last_one_tells_none(allotment: Engine) -> None:
    reply = ask(allotment, "Can I bring my dog?", "what does it cost?")

    assert isinstance(reply, Fallback)
    assert reply.missing == "That answer doesn't say what it costs."


@pytest.fixture
def removals() -> Engine:
    entries = (
        Entry(
            "book",
            "How do I book a removal?",
            "Write to us, at least three days ahead.",
            ("booking a removal", "removal booking"),
            follow_ups=("price", "time"),
        ),
        Entry("price", "What does the van cost?", "It costs £48.", ("price of the van",)),
        Entry("time", "How long do you need?", "Half a day.", ("how long does it take",)),
        Entry("cards", "What is the fee for cards?", "It is 2 %.", ("what does it cost by card",)),
    )
    return Engine((*entries, *SHOP), **THRESHOLDS)


@pytest.mark.parametrize(
    ("turn", "entry_id"),
    [
        ("what does it cost?", "price"),
        ("how long does it take", "time"),
        ("when is it open", "hours"),
    ],
)
def test_what_was_offered_with_the_last_answer_tells_more_of_it(
    removals: Engine, turn: str, entry_id: str
) -> None:
    assert answered(ask(removals, "How do I book a removal?", turn)) == [entry_id]


def test_what_a_turn_names_once_more_is_what_it_is_about() -> None:
    entries = (
        Entry("sync", "Can I sync two phones?", "Yes, your feeds and the queue.", ("sync phones",)),
        Entry("queue", "How does the queue work?", "Drag what is next.", ("queue order",)),
        Entry("feeds", "How do I add a feed?", "Press the plus.", ("new feed",)),
    )
    engine = Engine((*entries, *SHOP), **THRESHOLDS)

    assert answered(ask(engine, "Can I sync two phones?", "does the queue sync as well?")) == [
        "sync"
    ]
    assert answered(ask(engine, "Can I sync two phones?", "how does the queue work?")) == ["queue"]


def test_mine_is_what_was_just_told_of(allotment: Engine) -> None:
    assert answered(ask(allotment, "How do I get a key?", "I lost mine")) == ["key"]
    assert isinstance(ask(allotment, "Can I bring my dog?", "we mine coal"), Fallback)
