"""Regions that are groups of countries: which one holds for a country is not known."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Qualifier, QualifierValue, Vocabulary
from bot.engine.replies import Clarification, Fallback
from tests.engine.small_conversations import THRESHOLDS, answered, ask

VOCABULARY = Vocabulary(
    qualifiers=(
        Qualifier(
            "region",
            "nationality",
            (
                QualifierValue("eu", "the EU", ("eu", "eu citizen")),
                QualifierValue("non-eu", "outside the EU", ("non-eu", "outside the eu")),
            ),
            strict=False,
        ),
    )
)
ENTRIES = (
    Entry(
        "fee-eu",
        "What is the tuition fee for EU students?",
        "Two thousand.",
        ("tuition eu", "how much do eu citizens pay per year"),
    ),
    Entry(
        "fee-non-eu",
        "What is the tuition fee for non-EU students?",
        "Ten thousand.",
        ("tuition non-eu", "fees for students from outside the eu"),
    ),
    Entry(
        "room",
        "How do I get a room?",
        "Ask for one in May.",
        ("apply for student housing", "book a dorm", "need a place to live"),
    ),
    Entry(
        "deadline",
        "When is the deadline for a master?",
        "In March from outside the EU, in June from the EU.",
        ("master application deadline", "last day to apply for a master"),
    ),
    Entry(
        "parts",
        "Can I pay the fee in parts?",
        "In five.",
        ("pay tuition in parts", "when is the tuition due"),
    ),
    Entry("card", "How do I get my card?", "At the desk.", ("lost my card", "new campus card")),
)


@pytest.fixture(scope="module")
def office() -> Engine:
    return Engine(ENTRIES, vocabulary=VOCABULARY, **THRESHOLDS)


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("fees for students from outside the eu",), "fee-non-eu"),
        (("tuition outside EU",), "fee-non-eu"),
        (("tuition?", "I'm from outside the EU"), "fee-non-eu"),
        (("master deadline non-eu",), "deadline"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[-1],
)
def test_a_name_that_holds_another_is_read_whole(
    office: Engine, turns: tuple[str, ...], entry_id: str
) -> None:
    assert answered(ask(office, *turns)) == [entry_id]


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("As an Indian student, how do I get a room?", "room"),
        ("how do i get my card, im from italy", "card"),
        ("I'm from Spain. When is the deadline for a master?", "deadline"),
        ("when is the tuition due for Italian students", "parts"),
    ],
)
def test_where_askers_come_from_changes_nothing_in_an_entry_for_all(
    office: Engine, text: str, entry_id: str
) -> None:
    assert answered(ask(office, text)) == [entry_id]


@pytest.mark.parametrize(
    "text",
    [
        "What is the tuition fee for a student from Spain?",
        "What is the tuition fee for an Italian?",
        "tuition fee for Italian students",
    ],
)
def test_which_group_a_country_belongs_to_is_asked_back(office: Engine, text: str) -> None:
    reply = ask(office, text)

    assert isinstance(reply, Clarification)
    assert {entry.id for entry in reply.choices} == {"fee-eu", "fee-non-eu"}


@pytest.mark.parametrize(
    "text",
    [
        "how do I get a room in Brazil",
        "how do I get my card to Brazil",
        "can I keep my card to look for work in Brazil",
        "how do I get a Brazil room card",
        "do I need a card for Brazil",
        "how do I get a Brazilian campus card",
    ],
)
def test_a_question_about_somewhere_else_is_declined(office: Engine, text: str) -> None:
    reply = ask(office, text)

    assert isinstance(reply, Fallback)
    assert reply.missing.startswith("I have nothing about Brazil.")
