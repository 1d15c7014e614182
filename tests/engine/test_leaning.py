"""Turns that lean on the ones before: what their wording picks, corrects or goes on about."""

import pytest

from bot.engine.leaning import (
    adds_condition,
    asks_barely,
    asks_briefly,
    asks_for_more,
    asks_for_origin,
    asks_for_reason,
    find_lean,
    find_which,
    is_tied,
    merge,
    plain_reason,
    points_back,
    strip_lead,
)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("why?", True),
        ("ok but why is that?", True),
        ("How come?!", True),
        ("really?", True),
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


def test_why_may_be_asked_in_more_words() -> None:
    assert plain_reason("can you explain why") == "why"
    assert plain_reason("please explain why though") == "why"
    assert plain_reason("why?") is None
    assert plain_reason("explain why roses bloom") is None


def test_this_server_is_where_people_are() -> None:
    assert points_back("who made this?")
    assert not points_back("who made this server?")


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
        "shorter please",
    ],
)
def test_the_last_answer_is_asked_for_in_fewer_words(text: str) -> None:
    assert asks_briefly(text)


@pytest.mark.parametrize(
    "text", ["how many numbers", "give me the pay in india", "just python", ""]
)
def test_what_names_something_asks_for_that(text: str) -> None:
    assert not asks_briefly(text)
