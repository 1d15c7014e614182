"""Sentences about what is missing, and which gap is named to a keeper."""

from dataclasses import replace

import pytest

from bot.engine.deciding.sentences import word_unmet
from bot.engine.engine import Engine
from bot.engine.entries import Entry, Gap, Qualifier, QualifierValue
from bot.engine.narrowing.mentions import Mention
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.replies import Fallback
from tests.engine.small_knowledge import ENTRIES, VOCABULARY

LEVELS = Qualifier("level", "level", (QualifierValue("entry", "entry level", ("beginner",)),))
INDIA = Mention("region", "India", "india", "india")
ENTRY_LEVEL = Mention("level", "entry level", "entry", "entry level")
NEW = Mention("level", "new", "new", "new")


@pytest.mark.parametrize(
    ("mentions", "names"),
    [
        ([INDIA], "India"),
        ([NEW], "the level “new”"),
        ([ENTRY_LEVEL, INDIA], "entry level and India together"),
    ],
)
def test_what_narrows_a_question_is_named_as_people_say_it(
    mentions: list[Mention], names: str
) -> None:
    vocabulary = replace(VOCABULARY, qualifiers=(*VOCABULARY.qualifiers, LEVELS))

    missing = word_unmet(mentions, QualifierGuard(vocabulary, ENTRIES))

    assert missing == f"I have nothing on that for {names}."


def test_a_short_form_is_named_as_it_was_typed() -> None:
    vocabulary = replace(VOCABULARY, abbreviations={"ai": "artificial intelligence"})

    reply, _ = Engine(ENTRIES, vocabulary=vocabulary).reply("what does an AI engineer earn")

    assert isinstance(reply, Fallback)
    assert reply.missing.startswith("I have nothing about AI engineers.")


def test_the_gap_that_is_about_as_near_as_the_best_entry_is_named() -> None:
    soil = Entry("soil", "Which soil do tomatoes like?", "Loose soil.", ("soil for tomatoes",))
    price = Gap("price", ("soil for tomatoes", "what does compost cost"), "I know no prices.")
    engine = Engine([soil], gaps=[price], threshold=0.1, ambiguity_threshold=0.5)

    reply, _ = engine.reply("soil for tomatoes", explain=True)

    assert reply.explanation is not None
    assert "about as near" in reply.explanation.reason
    assert dict(reply.explanation.details)["about as near"].startswith("the gap price")
