"""Messages that only greet, thank, take leave or ask how somebody is."""

import pytest

from bot.engine.lexical.text import tokenize
from bot.engine.wording.pleasantries import is_pleasantry, opens_politely


@pytest.mark.parametrize(
    "message",
    [
        "hello there!",
        "hi everyone, new here",
        "good night all",
        "How are you doing today?",
        "hey, how's it going",
        "Thanks so much for your help",
        "ok thank you, have a nice weekend!",
        "see you tomorrow",
        "are you a neural network?",
    ],
)
def test_a_greeting_or_thanks_is_a_pleasantry(message: str) -> None:
    assert is_pleasantry(tokenize(message))
    assert opens_politely(tokenize(message))


@pytest.mark.parametrize(
    "message",
    [
        "",
        "hello, when do you open?",
        "how is the weather",
        "thanks, and the price?",
        "the team",
        "how?",
        "how much is it?",
        "how is it",
        "how many people are there?",
        "how to help?",
        "how to meet new people?",
        "what's new this week",
        "is there a welcome for new people",
    ],
)
def test_whoever_asks_is_not_only_polite(message: str) -> None:
    assert not is_pleasantry(tokenize(message))


def test_a_short_text_may_be_polite_by_its_opening_alone() -> None:
    assert opens_politely(tokenize("thanks a bunch, mate"))
    assert not opens_politely(tokenize("hi how do i reset the password of my account"))


@pytest.mark.parametrize("row", ["thanks again", "how are you all"])
def test_rows_of_pleasantries_are_read_in_one_way_only(row: str) -> None:
    assert not is_pleasantry([*(40 * row.split()), "roses"])  # would never end otherwise
