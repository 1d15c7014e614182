"""Words for money that questions leave out."""

import pytest

from bot.engine.languages.money import name_price


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("how much is the spade", "how much cost is the spade"),
        ("so how much", "so how much cost"),
        ("how much for a rake", "how much cost for a rake"),
        ("how much time does it take", "how much time does it take"),
        ("how much does a spade cost", "how much does a spade cost"),
        ("how many spades are there", "how many spades are there"),
        ("not much", "not much"),
        ("how much do bakers make", "how much do bakers earn"),
        ("so how much does he make a year", "so how much does he earn a year"),
        ("how much bread do they make", "how much bread do they make"),
        ("how much do bakers make of rye", "how much do bakers make of rye"),
        ("how much is left on my plot", "how much is left on my plot"),
        ("how much is still free", "how much is still free"),
        ("how much is a dog allowed to eat", "how much is a dog allowed to eat"),
        ("how much is a small dog allowed to eat", "how much is a small dog allowed to eat"),
        ("how much is needed to start", "how much is needed to start"),
        ("how much is used soil", "how much cost is used soil"),
        ("how much is a pass needed to enter", "how much cost is a pass needed to enter"),
        ("how much is the fork required to dig", "how much cost is the fork required to dig"),
        ("how much is a rake supposed to be", "how much cost is a rake supposed to be"),
    ],
)
def test_what_how_much_leaves_out_is_named(text: str, words: str) -> None:
    assert name_price(text.split()) == words.split()


def test_naming_the_cost_twice_changes_nothing() -> None:
    once = name_price("how much is the spade".split())

    assert name_price(once) == once
