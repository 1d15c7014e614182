"""Picking from a list that an answer showed."""

import pytest

from bot.engine.wording.listing import find_listed, list_names

ANSWER = """Three beds are open to members:
- **Roses:** pruned in spring
- **The herb bed** needs water: daily
- Compost: turned by hand

Ask at the shed."""

NAMES = ("Roses", "The herb bed", "Compost")


def test_items_are_called_by_what_is_set_apart() -> None:
    assert list_names(ANSWER) == NAMES
    assert list_names("You need:\n1. gloves\n2. a spade") == ("gloves", "a spade")


def test_items_below_items_do_not_count() -> None:
    assert list_names("- **Roses:** red\n  - pruned in spring\n- **Herbs:** green") == (
        "Roses",
        "Herbs",
    )


def test_a_link_is_called_by_its_text_and_a_time_is_no_name() -> None:
    answer = "- [Rose guide](https://example.org/roses): pruning\n- At 10:30 a tour: free"
    assert list_names(answer) == ("Rose guide", "At 10:30 a tour")


@pytest.mark.parametrize(
    "answer",
    [
        "No list here.",
        "- one item only",
        "- a long sentence that sets nothing apart and goes on\n- another one",
    ],
)
def test_an_answer_without_names_lists_nothing(answer: str) -> None:
    assert list_names(answer) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the second one", "The herb bed"),
        ("and the third?", "Compost"),
        ("whats the middle one about", "The herb bed"),
        ("ok tell me more about the first of those", "Roses"),
        ("the last one please", "Compost"),
        ("last one sounds really cool, whats that", None),
        ("the last one sounds really cool, whats that", "Compost"),
    ],
)
def test_an_item_is_picked_by_its_place(text: str, name: str | None) -> None:
    assert find_listed(text, NAMES) == name


@pytest.mark.parametrize("text", ["the fifth one", "the second bed", "2", "second thoughts", ""])
def test_what_picks_no_place_picks_nothing(text: str) -> None:
    assert find_listed(text, NAMES) is None


def test_two_items_have_no_middle() -> None:
    assert find_listed("the middle one", NAMES[:2]) is None


def test_rows_of_openings_are_read_in_one_way_only() -> None:
    assert find_listed(60 * "tell me more about " + "roses", NAMES) is None  # or never ends
