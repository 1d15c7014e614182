"""What words of a message only carry grammar or manners."""

import pytest

from bot.engine.text import tokenize
from bot.engine.words import is_pleasantry, opens_politely


@pytest.mark.parametrize(
    "message",
    [
        "hello there!",
        "good night everyone",
        "how are you doing today?",
        "Thanks for your help",
    ],
)
def test_a_greeting_or_thanks_is_a_pleasantry(message: str) -> None:
    assert is_pleasantry(tokenize(message))
    assert opens_politely(tokenize(message))


@pytest.mark.parametrize(
    "message",
    ["", "hello, when do you open?", "how is the weather", "thanks, and the price?", "the team"],
)
def test_whoever_asks_as_well_is_not_only_polite(message: str) -> None:
    assert not is_pleasantry(tokenize(message))


def test_a_short_text_may_be_polite_by_its_first_word_alone() -> None:
    assert opens_politely(tokenize("thanks a bunch"))
    assert not opens_politely(tokenize("hi how do i reset the password of my account"))
