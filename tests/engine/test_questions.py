"""Which part of a message asks."""

import pytest

from bot.engine.questions import (
    asks,
    clean_message,
    is_long,
    split_conjuncts,
    split_questions,
    split_sentences,
)


@pytest.mark.parametrize(
    "text",
    [
        "what does it pay",
        "Is a degree needed?",
        "salary india?",
        "tell me about bootcamps",
        "any advice on first projects",
        "does anyone know how long it takes",
        "ok so how do I start",
        "I want to know which degree to pick",
        "wondering if python is enough",
    ],
)
def test_questions_and_requests_ask(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    ["my salary came in", "learning python rn", "lol", "I am a nurse.", "great talk yesterday", ""],
)
def test_statements_do_not_ask(text: str) -> None:
    assert not asks(text)


def test_a_message_is_cut_into_its_sentences() -> None:
    sentences = split_sentences("I am a nurse. I like numbers!\nHow do I start?")

    assert [(s.text, s.asks) for s in sentences] == [
        ("I am a nurse.", False),
        ("I like numbers!", False),
        ("How do I start?", True),
    ]


def test_noise_is_cut_into_a_bounded_number_of_sentences() -> None:
    assert len(split_sentences("a. " * 2000)) <= 40


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "what do they do and how much do they make?",
            ["what do they do", "how much do they make?"],
        ),
        ("Is it hard? What does it pay?", ["Is it hard?", "What does it pay?"]),
        ("how long does it take, and do I need a degree", None),
    ],
)
def test_two_questions_in_one_message_are_parted(text: str, parts: list[str] | None) -> None:
    found = split_questions(text)

    assert len(found) == 2
    assert parts is None or found == parts


@pytest.mark.parametrize(
    "text",
    [
        "do I need maths and statistics?",
        "what is the difference between research and engineering",
        "alright. and how does it work?",
        "cleaning and collecting data",
    ],
)
def test_a_plain_and_does_not_part_a_question(text: str) -> None:
    assert len(split_questions(text)) == 1


def test_two_subjects_of_a_short_question_are_found() -> None:
    assert split_conjuncts("salary and skills?") == ("salary", "skills")
    assert split_conjuncts("salary, skills") is None
    assert split_conjuncts("a and b and c") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("is n.l.p. needed", "is nlp needed"),
        ("pay in the U.S. now", "pay in the USA now"),
        ("m a t h s needed", "maths needed"),
        ("salary \U0001f1ee\U0001f1f3", "salary  India"),
        ("```python\nimport os\n``` what now", "what now"),
        ("> quoted\nwhat now", "what now"),
        ("<@123456> see https://example.org/x what now", "see   what now"),
        ("```never closed", ""),
    ],
)
def test_what_nobody_asks_with_falls_away(text: str, plain: str) -> None:
    assert clean_message(text) == plain


def test_only_posts_are_long() -> None:
    assert not is_long("what does a machine learning engineer earn in India these days?")
    assert is_long("word " * 40)
