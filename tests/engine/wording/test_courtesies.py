"""Kind lines where the knowledge has none of its own."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Gap
from bot.engine.replies import Fallback
from bot.engine.wording.courtesies import Courtesy, reply_kindly
from tests.engine.small_knowledge import ENTRIES, VOCABULARY


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hello everyone", Courtesy.GREETING),
        ("thanks a lot, bye", Courtesy.WELCOME),
        ("good night", Courtesy.LEAVE),
        ("how are you", Courtesy.WELL),
        ("congrats", Courtesy.WELCOME),
        ("are you a bot?", Courtesy.BOT),
        ("good bot", Courtesy.WELCOME),
        ("you're a smart little robot", Courtesy.WELCOME),
        ("ur a legend", Courtesy.WELCOME),
        ("none of these", None),
        ("what a robot", None),
        ("cheers", Courtesy.WELCOME),
        ("wow, thanks!", Courtesy.WELCOME),
        ("you guys rock", Courtesy.WELCOME),
        ("thanks, solved", Courtesy.WELCOME),
        ("asante sana, thank you", Courtesy.WELCOME),
        ("thanks for listening", Courtesy.WELCOME),
        ("many thanks indeed", Courtesy.WELCOME),
        ("I am much obliged.", Courtesy.WELCOME),
        ("I can't thank you enough", Courtesy.WELCOME),
        ("thank you for explaining that to me", Courtesy.WELCOME),
        ("haha 4 years no way", Courtesy.NO_MATTER),
        ("$140k wow", Courtesy.NO_MATTER),
        ("4 years?", None),
        ("ok 2", None),
        ("140k", None),
        ("great, thanks for nothing lol", Courtesy.MISTAKEN),
        ("have a nice day", Courtesy.LEAVE),
        ("that's wrong", Courtesy.MISTAKEN),
        ("that was not helpful", Courtesy.MISTAKEN),
        ("not a good bot", Courtesy.MISTAKEN),
        ("cool cool", Courtesy.NO_MATTER),
        ("never mind", Courtesy.NO_MATTER),
        ("i hate weeds", Courtesy.NOTED),
        ("got rejected again. feel like giving up", Courtesy.SORRY),
        ("i failed my exam", Courtesy.SORRY),
        ("i feel like a failure", Courtesy.SORRY),
        ("i feel so sad i want to die", Courtesy.SEEK_HELP),
        ("i feel like giving up my garden", None),
        ("so sad about it", Courtesy.SORRY),
        ("lonely, got dumped", Courtesy.SORRY),
        ("lonely dog needs company", None),
        ("sad tomatoes", None),
        ("got dumped kittens in my garden", None),
        ("failed the import", None),
        ("failed my second interview", Courtesy.SORRY),
        ("got fired, want to be a gardener", None),
        ("got rejected, what now", None),
        ("when do i cut roses", None),
        ("thanks, when do i cut roses", None),
        ("when do i cut roses, thanks", None),
        ("roses, thanks?", None),
        ("?", None),
        ("", None),
    ],
)
def test_what_asks_nothing_gets_a_kind_line(text: str, line: Courtesy | None) -> None:
    assert reply_kindly(text) is line


def test_knowledge_without_small_talk_is_polite_all_the_same() -> None:
    engine = Engine(ENTRIES, vocabulary=VOCABULARY)
    reply, conversation = engine.reply("thank you!")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == Courtesy.WELCOME
    assert not reply.offers, "who thanks has no question"
    assert not conversation.turns[-1].understood


def test_who_says_hello_sees_what_may_be_asked() -> None:
    reply, _ = Engine(ENTRIES, vocabulary=VOCABULARY).reply("hello")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == Courtesy.GREETING
    assert reply.offers


def test_nothing_is_missing_for_who_tells_of_sorrow() -> None:
    gap = Gap("odds", ("how many applications are rejected",), "I know nothing of applications.")
    engine = Engine(ENTRIES, vocabulary=VOCABULARY, gaps=(gap,))
    reply, _ = engine.reply("my application got rejected again, i feel like giving up")
    asked, _ = engine.reply("how many applications get rejected?")

    assert isinstance(reply, Fallback)
    assert (reply.missing, reply.courtesy) == ("", Courtesy.SORRY)
    assert isinstance(asked, Fallback)
    assert asked.missing == gap.missing
