"""Kind lines where the knowledge has none of its own."""

import pytest

from bot.engine.courtesies import (
    BOT,
    GREETING,
    LEAVE,
    MISTAKEN,
    NO_MATTER,
    NOTED,
    WELCOME,
    WELL,
    reply_kindly,
)
from bot.engine.engine import Engine
from bot.engine.replies import Fallback
from tests.engine.small_knowledge import ENTRIES, VOCABULARY


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hello everyone", GREETING),
        ("thanks a lot, bye", WELCOME),
        ("good night", LEAVE),
        ("how are you", WELL),
        ("congrats", WELCOME),
        ("are you a bot?", BOT),
        ("good bot", WELCOME),
        ("you're a smart little robot", WELCOME),
        ("ur a legend", WELCOME),
        ("none of these", ""),
        ("what a robot", ""),
        ("cheers", WELCOME),
        ("wow, thanks!", WELCOME),
        ("you guys rock", WELCOME),
        ("thanks, solved", WELCOME),
        ("asante sana, thank you", WELCOME),
        ("great, thanks for nothing lol", MISTAKEN),
        ("have a nice day", LEAVE),
        ("that's wrong", MISTAKEN),
        ("cool cool", NO_MATTER),
        ("never mind", NO_MATTER),
        ("i hate weeds", NOTED),
        ("when do i cut roses", ""),
        ("thanks, when do i cut roses", ""),
        ("when do i cut roses, thanks", ""),
        ("roses, thanks?", ""),
        ("?", ""),
        ("", ""),
    ],
)
def test_what_asks_nothing_gets_a_kind_line(text: str, line: str) -> None:
    assert reply_kindly(text) == line


def test_knowledge_without_small_talk_is_polite_all_the_same() -> None:
    engine = Engine(ENTRIES, vocabulary=VOCABULARY)
    reply, conversation = engine.reply("thank you!")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == WELCOME
    assert not reply.offers, "who thanks has no question"
    assert not conversation.turns[-1].understood


def test_who_says_hello_sees_what_may_be_asked() -> None:
    reply, _ = Engine(ENTRIES, vocabulary=VOCABULARY).reply("hello")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == GREETING
    assert reply.offers
