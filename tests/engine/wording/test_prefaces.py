"""Messages without what announces or excuses their question."""

import pytest

from bot.engine.wording.prefaces import drop_preface


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Quick q: what is ivy?", "what is ivy?"),
        ("ok serious question. Should I plant ivy?", "Should I plant ivy?"),
        ("asking for a friend \U0001f440 is ivy hard", "is ivy hard"),
        ("Asking for my little brother, what should he plant", "what should he plant"),
        ("hey all, quick question: when does it start?", "when does it start?"),
        ("sorry if wrong channel, but is ivy ok", "is ivy ok"),
        (
            "sorry if this was already asked before, how long does it take?",
            "how long does it take?",
        ),
        ("apologies in advance for the noob question, what is ivy", "what is ivy"),
        ("my question is what to plant", "what to plant"),
        ("my mum keeps asking how long it takes", "how long it takes"),
        ("a friend of mine wants to know if ivy is hard", "whether ivy is hard"),
        ("i was asked in class what ivy is, and had no answer", "what ivy is, and had no answer"),
        ("ok actual question: what is ivy?", "what is ivy?"),
        ("what is ivy, asking for a broke friend lol", "what is ivy"),
        ("quick q, if I own ivy do I need a rake?", "if I own ivy do I need a rake?"),
        ("people in this channel: what is ivy", "what is ivy"),
        ("ok english. how do i plant ivy", "how do i plant ivy"),
        ("in english please, how do i plant ivy", "how do i plant ivy"),
    ],
)
def test_what_goes_before_a_question_falls_away(text: str, left: str) -> None:
    assert drop_preface(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "question about ivy",
        "my question was ignored",
        "sorry, I meant ivy",
        "a small question is fine",
        "one question and one answer",
        "asking for a friend",
        "so my friend asked what is ivy",
        "my mum still asks what i do all day",
        "my student asks about ivy",
        "people ask for ivy",
        "new here",
        "english, what level do I need?",
        "newbie here, what do I need first?",
        "asking for an indian friend, what do they earn?",
        "sorry, what?",
        "another question: how long?",
    ],
)
def test_a_message_without_a_preface_stays(text: str) -> None:
    assert drop_preface(text) == text
