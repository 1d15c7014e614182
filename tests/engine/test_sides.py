"""Two things that a question names, and later turns that point at one of them."""

import pytest

from bot.engine.sides import find_side, find_two, put_in


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Violin or cello?", ("violin", "cello")),
        ("Which is dearer, a canoe or the rowing boat?", ("canoe", "rowing boat")),
        ("what do you charge in Leeds compared to York", ("leeds", "york")),
        ("is oil better than acrylic for beginners", ("oil", "acrylic")),
        ("do i need a visa? they say a visa and a permit", ("visa", "permit")),
        ("i hear of spring ones and autumn ones", ("spring", "autumn")),
        ("harp, violin and cello: those three?", None),
        ("spring oats, winter oats... my head hurts", ("spring oats", "winter oats")),
        ("what do they do and how much do they make", None),
        ("When do you open?", None),
        ("", None),
    ],
)
def test_two_things_named_side_by_side(text, two):
    assert find_two(text) == two


@pytest.mark.parametrize(
    ("text", "side", "spelt_out"),
    [
        ("is the first worth it", "first", "is the cello worth it"),
        ("Do I really need the latter?", "second", "Do I really need the cello?"),
        ("and the other one, is it loud?", "other", "and the cello, is it loud?"),
        ("say I take the 2nd. What then?", "second", "say I take the cello. What then?"),
        ("the former of the two", "first", "the cello"),
        ("what is the first step", None, "what is the first step"),
        ("how do other people do it", None, "how do other people do it"),
        ("the other thing: do you open on Sunday", None, "the other thing: do you open on Sunday"),
        ("or the other way round?", None, "or the other way round?"),
    ],
)
def test_a_turn_that_points_at_one_of_two(text, side, spelt_out):
    assert find_side(text) == side
    assert put_in(text, "the cello") == spelt_out
