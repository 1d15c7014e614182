"""What a turn picks of what was offered before it."""

import time

import pytest

from bot.engine.wording.picks import (
    asks_for_other,
    asks_for_others,
    find_choice,
    find_choices,
    find_description,
    leaves_choice,
    picks_of_two,
    rejects_offered,
    split_choice,
    split_remark,
    split_restated,
)

OFFERED = ("pay-india", "pay-us", "pay-entry")


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("2", "pay-us"),
        ("the second one", "pay-us"),
        ("first", "pay-india"),
        ("the last one please", "pay-entry"),
        ("option 3", "pay-entry"),
        ("5", None),
        ("what is the second thing to learn", None),
        ("2 years", None),
        ("what about the second one", "pay-us"),
        ("and the last?", "pay-entry"),
        ("ok tell me more about the 2nd one then", "pay-us"),
        ("the third one, tell me more", "pay-entry"),
        ("last one sounds cool, whats that", "pay-entry"),
        ("the first sounds hard for a start", None),
        ("the first i guess", "pay-india"),
        ("what is first", None),
        ("and the sixth", None),
        ("the latter", "pay-entry"),
        ("hm maybe the former?", "pay-india"),
        ("second to last", "pay-us"),
        ("let us begin with the second", "pay-us"),
        ("the first of those", "pay-india"),
        ("the second part again", "pay-us"),
        ("my second last job", None),
        ("yeah the second one", "pay-us"),
        ("sure, the last", "pay-entry"),
        ("lol yes the first", "pay-india"),
        ("the second for sure", "pay-us"),
        ("of course the last, duh", "pay-entry"),
        ("gimme the 2nd one obviously", "pay-us"),
        ("the first job obviously", None),
    ],
)
def test_a_choice_is_found_by_its_place(text: str, chosen: str | None) -> None:
    assert find_choice(text, OFFERED) == chosen


def test_nothing_is_chosen_when_nothing_was_offered() -> None:
    assert find_choice("2", ()) is None


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("the india one", "india"),
        ("I meant the one about bootcamps one", "bootcamps"),
        ("that degree option", "degree"),
        ("the one about the job", "job"),
        ("the one for beginners please", "beginners"),
        ("the india one i guess", "india"),
        ("what's the india one", "india"),
        ("ok what about the one on degrees", "degrees"),
        ("what's the best one", None),
        ("what is the cheapest option", None),
        ("that scares me a bit", None),
        ("the career guide, who wrote that one?", None),
        ("the salary in india", None),
        ("is india the one", None),
    ],
)
def test_a_choice_is_found_by_its_description(text: str, description: str | None) -> None:
    assert find_description(text) == description


def test_the_other_one_is_asked_for_in_words() -> None:
    assert asks_for_other("and the other one?")
    assert not asks_for_other("other jobs?")


@pytest.mark.parametrize("text", ["the frst one", "teh second", "thrid", "the list", "fast"])
def test_an_ordinal_may_hold_a_slip(text: str) -> None:
    chosen = {"the frst one": 0, "teh second": 1, "thrid": 2}.get(text)

    assert find_choice(text, OFFERED) == (None if chosen is None else OFFERED[chosen])


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("number two please", "pay-us"),
        ("question 2", "pay-us"),
        ("ok the first question you listed", "pay-india"),
        ("the third one from your list", "pay-entry"),
        ("suggestion one", "pay-india"),
        ("i'd go for the second one", "pay-us"),
        ("I would prefer the latter of the two", "pay-entry"),
        ("two", None),
        ("no one", None),
        ("one question", None),
        ("number of jobs", None),
    ],
)
def test_a_choice_may_say_what_it_chooses(text: str, chosen: str | None) -> None:
    assert find_choice(text, OFFERED) == chosen


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1 and 3", [0, 2]),
        ("3, 1", [2, 0]),
        ("i guess the first one and the third one", [0, 2]),
        ("one and three please", [0, 2]),
        ("the first two", [0, 1]),
        ("last 2 pls", [1, 2]),
        ("all of them", [0, 1, 2]),
        ("all three plz", [0, 1, 2]),
        ("both", []),
        ("1", []),
        ("the first one", []),
        ("1 and 5", []),
        ("the first two years", []),
        ("all jobs", []),
        ("one for all", []),
        ("1-3", [0, 1, 2]),
        ("1-2, 3", [0, 1, 2]),
        ("3-1", [2, 0]),
        ("2-2", []),
        ("the first, the third", [0, 2]),
        ("1 then 2", [0, 1]),
        ("2 and 2", []),
        ("one last question", []),
        ("the last one two", []),
        ("last 3 questions", []),
        ("option 1 and option 3", [0, 2]),
    ],
)
def test_several_are_chosen_by_their_places(text: str, places: list[int]) -> None:
    assert find_choices(text, OFFERED) == tuple(OFFERED[place] for place in places)


def test_both_means_two_things() -> None:
    assert find_choices("hm i want both of them please", OFFERED[:2]) == OFFERED[:2]
    assert find_choices("both spades", OFFERED[:2]) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("either one", True),
        ("uh, whichever you think is best", True),
        ("you choose", True),
        ("doesn't matter", True),
        ("any job", False),
        ("either spade or rake", False),
        ("whatever happened", False),
        ("do they choose", False),
    ],
)
def test_a_choice_may_be_left_to_who_offers_it(text: str, *, left: bool) -> None:
    assert leaves_choice(text) is left


def test_of_two_things_one_is_the_former() -> None:
    assert picks_of_two("the former please")
    assert not picks_of_two("the first please")


@pytest.mark.parametrize(
    ("text", "others", "none"),
    [
        ("any others?", True, False),
        ("are there any other options", True, False),
        ("what about the others", True, False),
        ("any other spade", False, False),
        ("both", False, False),
        ("none of these", False, True),
        ("no, neither one fits", False, True),
        ("neither rakes nor spades", False, False),
    ],
)
def test_the_others_or_none_of_what_was_offered_may_be_meant(
    text: str, *, others: bool, none: bool
) -> None:
    assert (asks_for_others(text), rejects_offered(text)) == (others, none)


def test_rows_of_places_are_read_in_one_way_only() -> None:
    text = "option 3 " * 40 + "x"
    started = time.perf_counter()

    assert find_choices(text, OFFERED) == ()
    assert find_choice(text, OFFERED) is None
    assert time.perf_counter() - started < 1  # each of 2 ** 40 readings was tried once


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the second one. how long is it?", ("the second one", "how long is it?")),
        ("2 - and what does it cost", ("2", "and what does it cost")),
        ("option one, is it far?", ("option one", "is it far?")),
        ("option one, don't you need a car", ("option one", "don't you need a car")),
        ("option one, and don't tell me it depends", None),
        ("the second one, tell me more", None),
        ("2. i can code", None),
        ("the second one", None),
        ("how long is it?", None),
    ],
)
def test_a_choice_and_a_question_about_it_are_told_apart(
    text: str, parts: tuple[str, str] | None
) -> None:
    assert split_choice(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the second one, trees or roses", ("the second one", "trees or roses")),
        ("the second one, how long is it", None),
        ("the second one, roses?", None),
        ("the second one", None),
    ],
)
def test_a_choice_that_is_named_once_more_is_no_question(
    text: str, parts: tuple[str, str] | None
) -> None:
    assert split_restated(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Number 2, and you skipped my other point",
            ("Number 2", "and you skipped my other point"),
        ),
        ("the second one, sorry for my english", ("the second one", "sorry for my english")),
        ("number 2, how much is it", None),
        ("2. I can code", None),
        ("number 2, ok?", None),
    ],
)
def test_a_choice_may_come_before_a_remark(text: str, parts: tuple[str, str] | None) -> None:
    assert split_remark(text) == parts
