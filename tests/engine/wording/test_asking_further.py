"""Turns that ask for more, fewer words, a reason, a source or one of several things."""

import pytest

from bot.engine.wording.asking_further import (
    asks_briefly,
    asks_for_more,
    asks_for_origin,
    asks_for_reason,
    asks_shorter,
    asks_which_is_right,
    find_another,
    find_which,
    plain_example,
    plain_reason,
)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("why?", True),
        ("ok but why is that?", True),
        ("How come?!", True),
        ("really?", True),
        ("y not", True),
        ("for what reason?", True),
        ("says who", False),
        ("what for?", True),
        ("why roses?", False),
        ("why is it so expensive", False),
        ("how come roses bloom", False),
        ("really, no way around it?", True),
        ("is that really true? no exceptions?", True),
        ("is there a way around the pond", False),
        ("", False),
    ],
)
def test_only_the_reason_is_asked_for(text: str, asks: bool) -> None:
    assert asks_for_reason(text) is asks


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("can you explain more", True),
        ("please explain", True),
        ("i dont get it", True),
        ("could you go into more detail", True),
        ("explain that to me", True),
        ("explain how roses grow", False),
        ("so cool", False),
        ("again", False),
        ("and", False),
        ("better", False),
        ("and then?", True),
        ("and then what", True),
        ("what comes next", True),
        ("what comes next year", False),
    ],
)
def test_an_explanation_is_more_of_the_same(text: str, more: bool) -> None:
    assert asks_for_more(text) is more


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("says who?", True),
        ("where did you get that from", True),
        ("btw where do you get all this from", True),
        ("and where do they come from", True),
        ("where do roses come from", False),
        ("and how do you know that", True),
        ("whats your source for that", True),
        ("where do they get the seeds from", False),
        ("where are you from", False),
        ("how do you know when roses are ripe", False),
        ("who says gardeners need a degree", False),
    ],
)
def test_who_says_so_is_asked_of_the_answer(text: str, origin: bool) -> None:
    assert asks_for_origin(text) is origin


def test_why_may_be_asked_in_more_words() -> None:
    assert plain_reason("can you explain why") == "why"
    assert plain_reason("please explain why though") == "why"
    assert plain_reason("why?") is None
    assert plain_reason("explain why roses bloom") is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("which one is easiest", "is easiest"),
        ("and which of those first?", "first"),
        ("best one?", "is the best"),
        ("the most useful of them", "is the most useful"),
        ("which ones", None),
        ("which ones do i need", None),
        ("which spade is best", None),
        ("the red one", None),
        ("one of them", None),
    ],
)
def test_one_of_what_was_spoken_of_is_asked_for(text: str, asked: str | None) -> None:
    assert find_which(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "just the number pls",
        "cmon just tell me the figure",
        "answer me: yes or no",
        "quick answer please",
        "in one word",
    ],
)
def test_only_the_point_of_the_last_answer_is_asked_for(text: str) -> None:
    assert asks_briefly(text)


@pytest.mark.parametrize(
    "text", ["how many numbers", "give me the pay in india", "just python", ""]
)
def test_what_names_something_asks_for_that(text: str) -> None:
    assert not asks_briefly(text)


@pytest.mark.parametrize(
    "text", ["for example??", "like what?", "such as", "can you give me an example", "e.g.?"]
)
def test_examples_are_asked_for_in_many_words(text: str) -> None:
    assert plain_example(text) == "like what"


@pytest.mark.parametrize("text", ["an example of a rose", "what do you like", "for beginners", ""])
def test_who_asks_for_more_than_examples_asks_for_that(text: str) -> None:
    assert plain_example(text) is None


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("and the other one?", ""),
        ("I'm off on Sundays. what about the other shop?", "shop"),
        ("the other one, the rake", None),
        ("i was there the other day", None),
        ("are there other shops", None),
    ],
)
def test_another_one_than_was_told_of_is_asked_for(text: str, thing: str | None) -> None:
    assert find_another(text) == thing


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("which one is right?", True),
        ("ok, which of them should I believe", True),
        ("which figure is correct then", True),
        ("which one is right for me", False),
        ("which one is harder", False),
    ],
)
def test_a_turn_may_ask_which_is_right(text: str, asks: bool) -> None:
    assert asks_which_is_right(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("sum it up pls", True),
        ("can you boil that down", True),
        ("keep it short", True),
        ("put it in short", True),
        ("can you cut it down", False),
        ("keep it up!", False),
        ("put it down", False),
        ("is there a summary", False),
    ],
)
def test_fewer_words_are_asked_for_in_words_for_that(text: str, asks: bool) -> None:
    assert asks_shorter(text, said=["Roses bloom in June."]) is asks


def test_what_has_a_length_may_be_made_shorter_itself() -> None:
    said = "Hedges may be two metres high."

    assert not asks_shorter("can you make it shorter", said=[said])
    assert asks_shorter("tldr", said=[said])
