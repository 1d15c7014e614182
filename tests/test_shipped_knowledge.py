"""The knowledge that comes with career-bot: sound, connected, and answerable."""

import pytest

from bot.engine.engine import Engine
from bot.knowledge.base import Knowledge
from bot.knowledge.shipped import find_shipped_knowledge
from bot.knowledge.summary import examine

FOLLOW_UPS = range(3, 6)
FEWEST_UTTERANCES = 8


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    found = examine(find_shipped_knowledge())
    assert found.errors == ()
    assert found.knowledge
    return found.knowledge


def test_check_finds_nothing_to_say(career_bot) -> None:
    done = career_bot("check")

    assert done.returncode == 0
    assert "error:" not in done.stdout
    assert "advice:" not in done.stdout


def test_every_entry_offers_three_to_five_follow_ups(knowledge: Knowledge) -> None:
    assert [e.id for e in knowledge.entries if len(e.follow_ups) not in FOLLOW_UPS] == []


def test_every_entry_has_enough_utterances(knowledge: Knowledge) -> None:
    few = [e.id for e in knowledge.entries if len(e.utterances) < FEWEST_UTTERANCES]

    assert few == []


def test_every_entry_names_its_sources(knowledge: Knowledge) -> None:
    known = set(knowledge.sources_by_id)

    assert len(known) == 2
    assert [e.id for e in knowledge.entries if not e.sources and e.topic != "about"] == []


def test_answers_fit_a_phone(knowledge: Knowledge) -> None:
    assert [e.id for e in knowledge.entries if not 80 <= len(e.answer) <= 1000] == []


def test_every_file_of_a_knowledge_folder_is_there(knowledge: Knowledge) -> None:
    assert knowledge.salaries
    assert knowledge.skills
    assert knowledge.paths
    assert knowledge.paths.quiz
    assert knowledge.comparison
    assert knowledge.roadmap
    assert knowledge.small_talk
    assert knowledge.gaps
    assert knowledge.vocabulary.abbreviations
    assert {"region", "level", "role"} <= {q.id for q in knowledge.vocabulary.qualifiers}


def test_every_question_on_a_button_opens_its_own_answer(
    shipped_engine: Engine, knowledge: Knowledge
) -> None:
    lost = []
    for entry in knowledge.entries:
        reply, _ = shipped_engine.reply(entry.question)
        if entry.id not in [found.id for found in reply.entries]:
            lost.append(f"{entry.id}: {reply.outcome}")

    assert lost == []


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        ("what does a senior ML engineer make in India", ["salary-india"]),
        ("what does an ML engineer bring home in the US", ["salary-us"]),
        ("what is the demand for ML engineers in India", []),
        ("how do I become an ML engineer in the US", []),
    ],
)
def test_of_a_country_only_the_pay_is_told(
    shipped_engine: Engine, question: str, entries: list[str]
) -> None:
    reply, _ = shipped_engine.reply(question)

    assert [entry.id for entry in reply.entries] == entries


def test_pay_figures_of_both_sources_are_there(knowledge: Knowledge) -> None:
    amounts = {figure.amount for figure in knowledge.salaries}

    assert {146085, 98000, 1000000, 140000, 128000, 165000} <= amounts
