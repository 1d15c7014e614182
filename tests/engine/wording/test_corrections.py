"""Turns that correct or leave what was asked before, and what they mean instead."""

import pytest

from bot.engine.wording.corrections import (
    LONGEST_CORRECTION,
    find_correction,
    find_instead,
    find_new_topic,
    find_swap,
    find_withdrawn,
)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, I meant data scientists", "data scientists"),
        ("i mean in india", "in india"),
        ("not python, java", "java"),
        ("sorry wrong country lol, the states", "the states"),
        ("oh sorry, I was thinking of Java.", "Java"),
        ("no wait, make that india", "india"),
        ("No, sorry, I meant Keras.", "Keras"),
        ("I was thinking about a bootcamp", None),
        ("wrong answer", None),
        ("no idea how that works", None),
        ("what does it mean", None),
        ("oh sorry i meant the shed", "the shed"),
    ],
)
def test_a_correction_gives_what_was_meant(text: str, rest: str | None) -> None:
    assert find_correction(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("different topic: how much do they earn", "how much do they earn"),
        ("ok forget tools. are there jobs?", "are there jobs?"),
        ("something else entirely: what is soil?", "what is soil?"),
        ("another question, do I need maths", "do I need maths"),
        ("other skills?", None),
        ("next step after the course?", None),
        ("anyway, what about pay?", None),
        ("That's not what I asked. What is the pay?", "What is the pay?"),
        ("let me rephrase: what is soil made of", "what is soil made of"),
        ("that came out wrong, i meant soil", None),
        ("let me rephrase: and in india?", None),
        ("you misunderstood me. how much does that cost?", None),
        ("i'll rephrase: which soil do roses like?", "which soil do roses like?"),
    ],
)
def test_an_announced_new_topic_leaves_the_old_one(text: str, rest: str | None) -> None:
    assert find_new_topic(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("sorry should've said, only in india", "in india"),
        ("oops should have asked about soil", "soil"),
        ("sorry, I'm only asking about soil", None),
    ],
)
def test_what_should_have_been_said_corrects(text: str, rest: str | None) -> None:
    assert find_correction(text) == rest


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no, for beginners i mean", "beginners"),
        ("india i meant", "india"),
        ("i worded that badly. i meant india", "india"),
        ("not a rake, a spade. i mix up the words, sorry", "a spade"),
        ("i meant soil, i always confuse the two", "soil"),
        ("i meant how do i improve my english", "how do i improve my english"),
        ("thats what i meant", None),
        ("you know what i mean", None),
        ("ok i mean", None),
    ],
)
def test_a_correction_may_end_with_its_words(text: str, meant: str | None) -> None:
    assert find_correction(text) == meant


@pytest.mark.parametrize(
    ("text", "swap"),
    [
        ("sorry, dog not cat", ("dog", "cat")),
        ("a spade, not a rake", ("spade", "rake")),
        ("no, which spade, not which rake", ("spade", "rake")),
        ("wait sry im a vet not a nurse", ("vet", "nurse")),
        ("not cats", None),
        ("dogs", None),
    ],
)
def test_a_word_may_take_the_place_of_another(text: str, swap: tuple[str, str] | None) -> None:
    assert find_swap(text) == swap


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("sorry, data scientists", "data scientists"),
        ("oops lol, ladders", "ladders"),
        ("sorry, is that so?", None),
        ("sorry, what about the rest of my question", None),
        ("data scientists", None),
    ],
)
def test_few_words_behind_an_apology_may_stand_in(text: str, instead: str | None) -> None:
    assert find_instead(text) == instead


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hm not a masters, just any degree", "any degree"),
        ("no not roses, tulips", "tulips"),
        ("*R, typo", "R"),
        ("tulips (typo)", "tulips"),
        ("*tulips, damn autocorrect", "tulips"),
        ("hmm wrong one, i wanted tulips", "tulips"),
        ("no, i'm asking about roses", "roses"),
        ("im actually asking about roses", "roses"),
        ("i've worded it badly, i meant roses", "roses"),
    ],
)
def test_a_correction_may_open_in_many_ways(text: str, meant: str) -> None:
    assert find_correction(text) == meant


def test_a_message_corrects_itself() -> None:
    assert find_withdrawn("pay in Germany, no wait, India") == ("pay in Germany", "India")


def test_what_is_too_long_for_a_correction_of_itself_is_none() -> None:
    noise = "x" * LONGEST_CORRECTION

    assert find_withdrawn(f"pay in {noise}, no wait, India") is None
