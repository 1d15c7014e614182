"""What a value of a qualifier that is not strict counts beside what is asked of it."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Qualifier, QualifierValue, Vocabulary
from bot.engine.replies import Answer, Fallback

ENTRIES = (
    Entry(
        "hours-riverside",
        "When is Riverside open?",
        "From nine to six.",
        ("riverside opening hours", "what time does riverside shut", "is riverside open saturday"),
    ),
    Entry(
        "hours-elmwood",
        "When is Elmwood open?",
        "From one to six.",
        ("elmwood opening hours", "which days is elmwood open", "elmwood times on wednesday"),
    ),
    Entry(
        "returning",
        "Where can I return books?",
        "Into the box by the door of any branch.",
        ("is there a return box", "giving books back", "book drop"),
    ),
    Entry(
        "wifi",
        "Is there Wi-Fi?",
        "Yes, free of charge.",
        ("wifi password", "how do I connect my laptop to the internet", "wireless internet"),
    ),
)
BRANCH = Qualifier(
    "branch",
    "branch",
    tuple(
        QualifierValue(name.lower(), name, (name.lower(),))
        for name in ("Riverside", "Elmwood", "Southfield")
    ),
    strict=False,
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(ENTRIES, vocabulary=Vocabulary(qualifiers=(BRANCH,)))


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("is there wifi at Riverside", "wifi"),
        ("can I return a book at Elmwood", "returning"),
        ("when is Riverside open", "hours-riverside"),
        ("until when can I drop by at Elmwood", "hours-elmwood"),
        ("what about Riverside", "hours-riverside"),
    ],
)
def test_what_is_asked_of_a_value_finds_the_entry(
    engine: Engine, question: str, entry: str
) -> None:
    reply, _ = engine.reply(question)

    assert isinstance(reply, Answer)
    assert [found.id for found in reply.answers] == [entry]


def test_an_entry_is_no_answer_for_naming_the_value_alone(engine: Engine) -> None:
    reply, _ = engine.reply("who runs Riverside")

    assert not isinstance(reply, Answer)


def test_a_value_goes_on_to_what_was_asked_before(engine: Engine) -> None:
    _, conversation = engine.reply("is there wifi?")
    reply, _ = engine.reply("and at Elmwood?", conversation=conversation)

    assert isinstance(reply, Answer)
    assert [found.id for found in reply.answers] == ["wifi"]


@pytest.mark.parametrize(
    "question",
    ["is there wifi at Southfield", "when is Southfield open", "can I return books at Southfield"],
)
def test_a_value_that_no_entry_names_is_not_covered(engine: Engine, question: str) -> None:
    reply, _ = engine.reply(question)

    assert isinstance(reply, Fallback)
    assert reply.missing == "I have nothing on that for Southfield."
