"""What people tell of themselves, and what they then ask about it."""

import pytest

from bot.engine.wording.telling import (
    asks_for_rest,
    introduces,
    tells_of_having,
    tells_of_speaker,
    weighs_told,
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I am a nurse.", True),
        ("my shop is in Leeds", True),
        ("I am a nurse. how do i start", False),
        ("am i too old", False),
        ("roses are red", False),
    ],
)
def test_people_tell_of_themselves(text: str, told: bool) -> None:
    assert tells_of_speaker(text) is told


@pytest.mark.parametrize(
    "text", ["is that a problem?", "so would that be an issue for me", "is that bad", "is this ok?"]
)
def test_what_was_told_is_weighed(text: str) -> None:
    assert weighs_told(text)


@pytest.mark.parametrize("text", ["what is the problem", "is that python", "is a degree a problem"])
def test_what_names_something_weighs_nothing(text: str) -> None:
    assert not weighs_told(text)


@pytest.mark.parametrize(
    ("text", "introduced"),
    [
        ("I'm a teacher", True),
        ("hi, i am currently living in India", True),
        ("my dad works as a baker", True),
        ("I work at a bank", True),
        ("I'm 45 and a baker", True),
        ("im 17 and still in school", True),
        ("I am a 40 year old baker from Kenya", True),
        ("I'm 45", False),
        ("I'm a teacher, can I do it?", False),
        ("I want a rake", False),
        ("my rake is in the shed", False),
        ("I am a", False),
    ],
)
def test_some_only_say_who_they_are(text: str, *, introduced: bool) -> None:
    assert introduces(text) is introduced


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("what else do I need", True),
        ("what am I missing?", True),
        ("which of the roses would I be missing", True),
        ("anything else worth learning?", True),
        ("what's left to learn", True),
        ("what do I need", False),
        ("is it something someone else does", False),
    ],
)
def test_some_ask_for_what_is_left(text: str, *, rest: bool) -> None:
    assert asks_for_rest(text) is rest


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("I already have a degree", True),
        ("ive got a rake", True),
        ("I know Latin", True),
        ("I'm a gardener and have a rake", False),
        ("I worked with what I had", False),
        ("the shop has rakes", False),
    ],
)
def test_what_somebody_has_is_not_who_they_are(text: str, *, has: bool) -> None:
    assert tells_of_having(text) is has
