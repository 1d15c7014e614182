"""What a question sets aside."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.wording.exclusion import find_denied, split_exclusion, split_held
from tests.engine.small_conversations import answered, ask


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("which tools do I need besides a spade?", ("which tools do I need ?", "a spade")),
        ("which tools besides a spade", ("which tools", "a spade")),
        ("what sets a rake apart from a hoe", None),
        ("besides roses, what do you grow", ("what do you grow", "roses")),
        ("what do I need on top of rakes and shears", ("what do I need", "rakes and shears")),
        ("apart from the price is it any good", ("is it any good", "the price")),
        ("what else is there, other than C++?", ("", "C++")),
        ("which trades besides gardening hire", None),
        ("what sets roses apart from tulips", None),
        ("what does she do on top of what he does", None),
        ("which tools do I need besides spades and what do I earn?", None),
        ("what do I need besides a rake, and what does it cost", None),
        ("what is used apart from rakes and which is easiest", None),
        ("what do I need besides a rake if I have a spade", None),
        ("is there anything besides roses that I need", None),
        ("what do I need besides rakes and spades", ("what do I need", "rakes and spades")),
        ("and besides roses?", ("", "roses")),
        ("what else is there besides rakes", ("", "rakes")),
        ("apart from that, is it hard", None),
        ("I know nothing besides roses", None),
        ("what is besides", None),
        ("which tools do I need", None),
        ("the cherry on top of the cake", None),
    ],
)
def test_what_is_set_aside_is_found(text: str, parts: tuple[str, str] | None) -> None:
    assert split_exclusion(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("which roses am I missing, if I have teas", ("which roses am I missing", "teas")),
        ("if I know roses what am I missing", ("what am I missing", "roses")),
        ("now that I have a rake, what else do I need?", ("what else do I need?", "a rake")),
        ("what else do I need if I have to dig", None),
        ("do I need a rake if I have a spade", None),
    ],
)
def test_what_one_has_is_set_aside_of_what_is_left(
    text: str, parts: tuple[str, str] | None
) -> None:
    assert split_held(text) == parts


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("no, not roses", "roses"),
        ("but not red roses.", "red roses"),
        ("not sure about roses", None),
        ("not in winter", None),
        ("not a gardener", None),
        ("roses, not tulips", None),
    ],
)
def test_what_is_denied_is_found(text: str, denied: str | None) -> None:
    assert find_denied(text) == denied


def test_what_is_set_aside_is_not_answered() -> None:
    engine = Engine(
        (
            Entry("spade", "Do I need a spade?", "Yes.", ("a spade", "spades", "need a spade")),
            Entry(
                "needs",
                "What do I need?",
                "- spades\n- rakes",
                ("what is needed", "things to have"),
            ),
        ),
        threshold=0.2,
    )

    assert answered(ask(engine, "what do I need in the way of a spade?")) == ["spade"]
    assert answered(ask(engine, "what do I need besides a spade?")) == ["needs"]
    assert answered(ask(engine, "what do I need?", "and besides a spade?")) == ["needs"]
    assert answered(ask(engine, "do I need a spade, or which things to have?", "not spades")) == [
        "needs"
    ]
    assert answered(ask(engine, "what do I need?", "not spades")) == []
    assert answered(ask(engine, "what else do I need if I have a spade?")) == ["needs"]


def test_what_nobody_knows_sets_nothing_aside() -> None:
    engine = Engine(
        (
            Entry("trades", "Which trades hire?", "Two.", ("trades that hire", "who is hiring")),
            Entry("pay", "What is the pay?", "Nine.", ("wages", "how much do I earn")),
        ),
        threshold=0.2,
    )

    assert answered(ask(engine, "which trades besides zither making hire?")) == ["trades"]
