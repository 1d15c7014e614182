"""Codes, as of an error: what a query that names one asks for."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Answer, Fallback
from tests.engine.small_knowledge import ENTRIES, make_engine

ERRORS = tuple(
    Entry(
        f"error-{code}",
        f"What does error {code} mean?",
        meaning,
        (f"{code} on the display", f"error {code} after rain"),
    )
    for code, meaning in (("E07", "The sensor is dirty."), ("E21", "The cable is loose."))
)


def find(engine: Engine, message: str) -> list[str]:
    """The ids of the entries that answer `message`; empty for any other outcome."""
    reply, _ = engine.reply(message)
    return [entry.id for entry in reply.answers] if isinstance(reply, Answer) else []


@pytest.mark.parametrize("message", ["e07 again smh wot do i do", "my old bike says E 07, help"])
def test_a_code_finds_its_entry_whatever_is_said_beside_it(message: str) -> None:
    engine = make_engine((*ENTRIES, *ERRORS), threshold=0.22)

    assert find(engine, message) == ["error-E07"]


def test_a_code_counts_more_than_what_else_a_message_speaks_of() -> None:
    engine = make_engine((*ENTRIES, *ERRORS), threshold=0.22)

    assert find(engine, "E07 since i cut my roses in late winter") == ["error-E07"]


def test_a_code_is_an_entry_s_only_where_its_question_says_so() -> None:
    pay = Entry("levels", "How do I get promoted?", "Ask.", ("from l4 to l5", "is l4 enough"))
    rank = Entry("rank", "How are gardeners ranked?", "By age.", ("what is l6", "l6 or l7"))
    engine = make_engine((*ENTRIES, pay, rank), threshold=0.2)

    assert find(engine, "how much does an L4 gardener earn in the US") == ["pay-us"]


def test_a_code_that_tells_nothing_apart_counts_like_any_word() -> None:
    engine = make_engine((*ENTRIES, ERRORS[0]), threshold=0.22)

    assert "error-E07" not in find(engine, "is E07 why i should prune my roses late in winter")


def test_nothing_known_of_one_code_is_said_of_another() -> None:
    engine = make_engine((*ENTRIES, *ERRORS), threshold=0.22)

    reply, _ = engine.reply("what does error e99 mean")

    assert isinstance(reply, Fallback)
    assert {entry.id for entry in reply.suggestions} >= {"error-E07", "error-E21"}
