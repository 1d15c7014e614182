"""Turns that lean on the ones before, and the questions that they complete."""

import pytest

from bot.engine.wording.leaning import (
    adds_condition,
    asks_barely,
    find_lean,
    is_tied,
    merge,
    points_back,
    strip_lead,
)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("roses too?", True),
        ("the tomatoes as well", True),
        ("roses instead?", True),
        ("interesting, and roses?", True),
        ("is it too late for roses", False),
        ("do I have to water the roses in summer too?", False),
        ("interesting roses", False),
    ],
)
def test_a_short_turn_is_tied_by_its_ending_as_by_its_opening(text: str, tied: bool) -> None:
    assert is_tied(text) is tied


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("why?", "must"),
        ("how come?", "must"),
        ("and in india?", "must"),
        ("what about beginners", "must"),
        ("how do they do it well every day", "may"),
        ("python?", "may"),
        ("roses too?", "must"),
        ("pruning roses too?", "may"),
        ("which universities teach machine learning in depth", "none"),
    ],
)
def test_short_and_pointing_turns_lean(text: str, lean: str) -> None:
    assert find_lean(text) == lean


def test_words_that_only_tie_are_stripped() -> None:
    assert strip_lead("ok and what about india?") == "india?"
    assert is_tied("and india?")
    assert not is_tied("india?")


def test_a_fragment_completes_the_question_and_takes_a_value_s_place() -> None:
    assert merge("how much do they earn in germany", "and india?", drop=["germany"]) == (
        "how much do they earn in india"
    )


@pytest.mark.parametrize(
    "text", ["k-means, or dbscan?", "K Street", "thank you notes?", "last one?"]
)
def test_names_that_look_like_leads_stay(text: str) -> None:
    assert strip_lead(text) == text


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("with a degree?", True),
        ("after 5 years", True),
        ("for how long?", True),
        ("by experience", True),
        ("with which tools do they work", False),
        ("in india what do they earn", False),
        ("degree?", False),
        ("by the way", False),
        ("for sure", False),
    ],
)
def test_a_condition_is_tied_to_what_was_asked(text: str, condition: bool) -> None:
    assert adds_condition(text) is condition
    assert not condition or is_tied(text)


@pytest.mark.parametrize(
    ("text", "barely"),
    [
        ("how long?", True),
        ("in which language?", True),
        ("when is it?", True),
        ("how long are roses in bloom", False),
        ("roses?", False),
        ("what skills", False),
        ("where to study", False),
        ("how hard", True),
    ],
)
def test_a_bare_question_may_be_asked_of_anything(text: str, barely: bool) -> None:
    assert asks_barely(text) is barely


def test_this_server_is_where_people_are() -> None:
    assert points_back("who made this?")
    assert not points_back("who made this server?")


def test_a_mine_is_no_thing_of_somebody_s() -> None:
    assert points_back("I lost mine")
    assert not points_back("how do I open the mine")


def test_a_value_is_put_where_the_one_stood_that_it_replaces() -> None:
    merged = merge("what does a baker do", "and an optician?", drop=["baker"], in_place=True)

    assert merged == "what does a optician do"
