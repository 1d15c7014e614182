"""Whether a text asks what is not so."""

import pytest

from bot.engine.wording.denial import asks_for_the_opposite, skips_alike


@pytest.mark.parametrize(
    "text",
    [
        "which tools do I not need?",
        "what can I skip?",
        "I have a spade, can I skip the rake?",
        "Roses are fine. Which tools are useless?",
        "in gardening who does not need a spade?",
        "so tell me who should not dig",
        "which roses that grow well dont need water?",
        "what tools when starting out are useless?",
        "for a beginner in roses and heather which tool is useless?",
        "what tools i dont need?",
    ],
)
def test_asking_what_is_not_so_is_asking_for_the_opposite(text: str) -> None:
    assert asks_for_the_opposite(text)


@pytest.mark.parametrize(
    "text",
    [
        "which tools do I need?",
        "I do not have a rake, what do I need?",
        "what do I need? I do not have a rake.",
        "which spade is best: I cant dig much",
        "what happens if I don't water them?",
        "what do you tell helpers who never turn up?",
        "what I can't do is dig, so is that a problem?",
        "there is a plant in my yard which I did not sow, what is it?",
    ],
)
def test_denying_something_beside_the_question_is_not(text: str) -> None:
    assert not asks_for_the_opposite(text)


@pytest.mark.parametrize(
    ("text", "opposite"),
    [
        ("which skills must not be missing", False),
        ("which skills should I not skip", False),
        ("which skills do I not need", True),
        ("what can't a beginner do without", False),
        ("I don't want to become a gardener", True),
        ("I don't want to be late, when do you open", False),
    ],
)
def test_denials_are_told_from_what_must_not_be_missing(text: str, opposite: bool) -> None:
    assert asks_for_the_opposite(text) is opposite


@pytest.mark.parametrize(
    ("text", "phrasing", "alike"),
    [
        ("how many boxes can you skip in a row", "skip a box", True),
        ("can I skip a month", "moving away skip the notice", False),
        ("can I skip a month", "why did my plan skip a month", False),
        ("which skills do I need", "skip a skill", False),
    ],
)
def test_a_phrasing_may_speak_of_skipping_that(text: str, phrasing: str, *, alike: bool) -> None:
    assert skips_alike(text, phrasing) is alike
