"""What a turn picks of what was offered before it."""

import pytest

from bot.engine.picks import (
    asks_for_both,
    asks_for_other,
    asks_for_others,
    find_choice,
    find_description,
    rejects_offered,
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
        ("what is first", None),
        ("and the sixth", None),
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
        ("two", None),
        ("no one", None),
        ("one question", None),
        ("number of jobs", None),
    ],
)
def test_a_choice_may_say_what_it_chooses(text: str, chosen: str | None) -> None:
    assert find_choice(text, OFFERED) == chosen


@pytest.mark.parametrize(
    ("text", "others", "both", "none"),
    [
        ("any others?", True, False, False),
        ("are there any other options", True, False, False),
        ("what about the others", True, False, False),
        ("any other spade", False, False, False),
        ("both", False, True, False),
        ("hm i want both of them please", False, True, False),
        ("both spades", False, False, False),
        ("none of these", False, False, True),
        ("no, neither one fits", False, False, True),
        ("neither rakes nor spades", False, False, False),
    ],
)
def test_all_or_none_of_what_was_offered_may_be_meant(
    text: str, *, others: bool, both: bool, none: bool
) -> None:
    assert (asks_for_others(text), asks_for_both(text), rejects_offered(text)) == (
        others,
        both,
        none,
    )
