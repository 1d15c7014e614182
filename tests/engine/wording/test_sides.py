"""The things that a question names, and later turns that point at one of them."""

import pytest

from bot.engine.wording.sides import find_row, find_side, find_two, put_both, put_in


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
        ("is a viola the same as a violin?", ("viola", "violin")),
        ("what do they do and how much do they make", None),
        ("When do you open?", None),
        ("", None),
    ],
)
def test_two_things_named_side_by_side(text, two):
    assert find_two(text) == two


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("harp, violin or cello: I am curious", ("harp", "violin", "cello")),
        ("c++, scala, java ... need info", ("c++", "scala", "java")),
        ("is it harp or violin or cello?", ("harp", "violin", "cello")),
        ("I have a harp, a violin and a cello", ()),
        ("harp or violin?", ()),
        ("harp,  violin \n or cello", ()),
        ("harp,   violin   or cello", ("harp", "violin", "cello")),
        ("well, I live in Leeds, or near it, and play", ()),
        ("", ()),
    ],
)
def test_three_things_or_more_to_choose_from(text, row):
    assert find_row(text) == row


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


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("which is cheaper?", "which is cheaper, oil or acrylic?"),
        ("and which one lasts longer", "which lasts longer, oil or acrylic?"),
        ("So who of the two is louder?", "who is louder, oil or acrylic?"),
        ("which one of them is easier for a child", "which is easier for a child, oil or acrylic?"),
        ("who brings the paint in the first place", None),
        ("which should i buy", None),
        ("who do i ask to get more paint", None),
        ("what is the best way to paint", None),
        ("what does it cost to request a guest day", None),
        ("which brushes are better", None),
        ("what do they cost", None),
    ],
)
def test_a_turn_that_asks_which_of_two(text, asked):
    assert put_both(text, ("oil", "acrylic")) == asked
