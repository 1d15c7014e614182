"""Parts of the Discord layer by themselves: memory, pauses, custom ids, redaction, commands."""

from __future__ import annotations

import logging
import random
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from bot.addressing import strip_mentions
from bot.client import is_token
from bot.command_sync import normalize_commands
from bot.conversations import Conversations, Place
from bot.engine.conversation import Conversation, Turn
from bot.engine.entries import Entry
from bot.engine.replies import Fallback, Mode, Reply
from bot.knowledge.loader import build_knowledge
from bot.logs import REDACTED, redact
from bot.pauses import LONGEST_PAUSE, growing_pauses
from bot.personal import reveals_personal_numbers
from bot.questions import MOST_QUESTIONS, Question, QuestionMemory
from bot.render import shorten, shorten_start
from bot.views.custom_ids import BUTTON, read_custom_id, write_custom_id
from bot.views.layouts import label_entries
from bot.views.topics import layout_topics


@dataclass
class ListeningEngine:
    """An engine that answers nothing and keeps the conversations it was given."""

    heard: list[tuple[str, Conversation | None]] = field(default_factory=list)

    def reply(
        self, query: str, *, conversation: Conversation | None = None, mode: Mode = Mode.DIRECT
    ) -> tuple[Reply, Conversation]:
        self.heard.append((query, conversation))
        assert mode is Mode.DIRECT
        return Fallback(), (conversation or Conversation()).add(Turn(query))


async def test_a_conversation_stays_with_its_person_channel_and_privacy() -> None:
    engine, conversations = ListeningEngine(), Conversations()
    here = Place(1, 7)
    conversations.reply(engine, "first", place=here)  # type: ignore[arg-type]
    for place in (here, Place(2, 7), Place(1, 8), Place(1, 7, private=True)):
        conversations.reply(engine, "second", place=place)  # type: ignore[arg-type]

    given = [conversation for _, conversation in engine.heard]
    assert given == [None, Conversation((Turn("first"),)), None, None, None]


async def test_a_conversation_ends_by_itself() -> None:
    engine, conversations = ListeningEngine(), Conversations(lifetime=0)
    conversations.reply(engine, "hello", place=Place(1, 7))  # type: ignore[arg-type]

    assert conversations.at(Place(1, 7)) is None


async def test_the_number_of_conversations_is_bounded() -> None:
    engine, conversations = ListeningEngine(), Conversations(limit=2)
    for user in range(5):
        conversations.reply(engine, "hello", place=Place(1, user))  # type: ignore[arg-type]

    kept = [user for user in range(5) if conversations.at(Place(1, user)) is not None]
    assert kept == [3, 4]


async def test_long_posts_take_the_place_of_several_conversations() -> None:
    engine, conversations = ListeningEngine(), Conversations(limit=10)
    for user in range(10):
        conversations.reply(engine, "hello", place=Place(1, user))  # type: ignore[arg-type]
    conversations.reply(engine, "post " * 800, place=Place(1, 10))  # type: ignore[arg-type]

    kept = [user for user in range(11) if conversations.at(Place(1, user)) is not None]
    assert kept == [5, 6, 7, 8, 9, 10]


async def test_long_posts_take_the_place_of_several_remembered_questions() -> None:
    memory = QuestionMemory()
    long = Conversation((Turn("post " * 800),))
    for answer_id, text in enumerate(["short"] * MOST_QUESTIONS + ["post " * 800]):
        question = Question(
            text, Place(1, 7), Mode.DIRECT, long if "post" in text else None, Fallback()
        )
        memory.remember(question, answer_id=answer_id)

    assert [memory.find_question(n) is not None for n in (3, 4, 5, MOST_QUESTIONS)] == [
        False,
        False,
        True,
        True,
    ]


async def test_a_question_asked_again_takes_the_place_of_the_earlier_one() -> None:
    engine, conversations = ListeningEngine(), Conversations()
    here = Place(1, 7)
    conversations.reply(engine, "typo", place=here)  # type: ignore[arg-type]
    conversations.reply_after(engine, "mended", place=here, before=None)  # type: ignore[arg-type]

    assert conversations.at(here) == Conversation((Turn("mended"),))


async def test_pauses_grow_to_a_limit_and_are_jittered() -> None:
    pauses = growing_pauses(random.Random(1))
    first = [next(pauses) for _ in range(12)]

    assert 0.25 <= first[0] <= 0.5
    assert all(later > earlier * 0.99 for earlier, later in pairwise(first[:6]))
    assert all(LONGEST_PAUSE / 2 <= pause <= LONGEST_PAUSE for pause in first[9:])
    assert len(set(first)) == len(first)


async def test_custom_ids_are_read_back_as_they_were_written() -> None:
    custom_id = write_custom_id(BUTTON, "choose", 10**19, "an-entry")

    assert read_custom_id(custom_id) == ("choose", (str(10**19), "an-entry"))


@pytest.mark.parametrize("argument", ["x" * 100, "with:colon"])
async def test_custom_ids_that_could_not_be_read_back_are_refused(argument: str) -> None:
    with pytest.raises(ValueError, match="custom_id"):
        write_custom_id(BUTTON, "open", argument)


async def test_what_a_person_wrote_is_taken_out_of_a_traceback() -> None:
    text = redact("KeyError: 'zebra'\nValueError: My Zebra, is late", ["my zebra is late"])

    assert "ebra" not in text
    assert "late" not in text
    assert "KeyError" in text
    assert REDACTED in text


async def test_the_token_never_reaches_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    from bot.logs import configure_logging

    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        configure_logging("DEBUG", secret="se.cr.et")
        try:
            raise RuntimeError("refused se.cr.et")
        except RuntimeError:
            logging.getLogger("x").exception("with %s", "se.cr.et")
        logged = capsys.readouterr().err
    finally:
        root.handlers[:], root.level = handlers, level
        logging.getLogger("discord").setLevel(logging.NOTSET)

    assert "se.cr.et" not in logged
    assert "RuntimeError" in logged


async def test_commands_that_mean_the_same_compare_equal() -> None:
    ours = {"name": "ask", "type": 1, "description": "x", "contexts": [2, 0, 1], "options": []}
    theirs = {
        **ours,
        "id": "1",
        "version": "2",
        "contexts": [0, 1, 2],
        "nsfw": False,
        "default_member_permissions": None,
    }

    assert normalize_commands([ours]) == normalize_commands([theirs])
    assert normalize_commands([ours]) != normalize_commands([theirs | {"description": "y"}])


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs", True),
        ("MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ", False),
        ('"MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.x"', False),
        ("aGVsbG8.Cl2FMQ.ZnCjm1", False),
    ],
)
async def test_tokens_are_told_by_their_form(text: str, valid: bool) -> None:
    assert is_token(text) is valid


@pytest.mark.parametrize(
    "text",
    [
        "my offer is $120,000, is that good?",
        "i got an offer of 85k",
        "I make 20 lakhs, is it fair",
        "they offered me 98000",
        "mail me at fern@example.org",
        "(fern.moss+jobs@mail.example.org)",
        "call +49 170 1234567",
        "call (555) 123-4567",
    ],
)
async def test_personal_numbers_are_noticed(text: str) -> None:
    assert reveals_personal_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "what do ML engineers earn in 2020-2030?",
        "How do I get from 98000 to 165000?",
        "is $128,000 the average",
        "can I earn $165,000?",
        "is 10 lakh per year average in india",
        "<@12345678901234567890> what do they make, 146085?",
        "a.b." * 20 + "@example.org",
    ],
)
async def test_figures_of_the_world_are_not_personal(text: str) -> None:
    assert not reveals_personal_numbers(text)


async def test_labels_are_short_whole_words_and_tell_entries_apart() -> None:
    questions = [
        "What does a gardener with years of experience earn in India?",
        "What does a gardener with years of experience earn in the US?",
        "What do gardeners grow?",
        "What must somebody know who starts to look after roses in a small garden?",
    ]
    entries = [Entry(f"e{n}", question, "Yes.") for n, question in enumerate(questions)]
    labels = label_entries(entries)

    assert labels == [
        "…years of experience earn in India?",
        "…years of experience earn in the US?",
        "What do gardeners grow?",
        "What must somebody know who starts to…",
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("<@!1> what about <@&2> pay?", "what about pay?"),
        ("hi <@1> <@2>, what about pay?", "hi , what about pay?"),
        ("<@1>\n> pay matters\nwhat about it? <@2>", "> pay matters\nwhat about it?"),
        ("<@1> this:\n    x = f(y)", "this:\n    x = f(y)"),
    ],
)
async def test_mentions_are_not_part_of_a_question_but_its_lines_are(text: str, asked: str) -> None:
    assert strip_mentions(text) == asked


async def test_shortening_ends_at_a_word() -> None:
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("one two three four", 8) == "one two…"
    assert shorten("one two, three", 12) == "one two…"
    assert shorten("one\ntwo three", 9) == "one\ntwo…"
    assert shorten("x" * 20, 12) == "x" * 11 + "…"
    assert shorten_start("one two three four", 12) == "…three four"
    assert shorten("short", 12) == "short"


async def test_one_question_in_one_topic_is_counted_as_one() -> None:
    entry = b"- {id: a, question: Why?, answer: Because.}"
    layout = layout_topics(build_knowledge({"faq/only.yaml": entry}))
    shown = str(layout.to_components())

    assert "1 question in 1 topic" in shown
    assert "questions" not in shown
    assert "topics" not in shown.replace("topics-page", "")
