"""What somebody has, what is left, and how far that is on each path."""

import pytest
from bakery import bakery

from bot.knowledge.loader import load_knowledge
from bot.knowledge.shipped import find_shipped_knowledge
from bot.render import MESSAGE_TEXT_LIMIT
from bot.tools.checklist import make_checklist, measure_progress, render_left, render_progress


def test_what_is_left_stands_in_learning_order() -> None:
    checklist = make_checklist(bakery(), None, {"icing"})

    assert [skill.id for skill in checklist.left] == ["kneading", "recipes", "early-rising"]
    assert "Kneading, Recipes and Early rising" in render_left(checklist)


def test_a_checklist_of_some_skills_asks_for_no_others() -> None:
    checklist = make_checklist(bakery(), ["icing", "kneading"], {"kneading", "recipes"})

    assert [skill.id for skill in checklist.skills] == ["kneading", "icing"]
    assert checklist.held == {"kneading"}
    assert [skill.id for skill in checklist.left] == ["icing"]


def test_skills_that_are_gone_are_left_out() -> None:
    checklist = make_checklist(bakery(), ["icing", "juggling"], {"juggling"})

    assert [skill.id for skill in checklist.skills] == ["icing"]
    assert not checklist.held


@pytest.mark.parametrize(
    ("held", "numbers"),
    [
        ([], {"bread": (0, 1), "cake": (0, 3)}),
        (["kneading"], {"bread": (1, 1), "cake": (1, 3)}),
        (["kneading", "recipes", "icing", "early-rising"], {"bread": (1, 1), "cake": (3, 3)}),
        (["juggling"], {"bread": (0, 1), "cake": (0, 3)}),
    ],
    ids=["nothing", "shared-skill", "everything", "skill-that-is-gone"],
)
def test_progress_counts_the_skills_of_each_path(
    held: list[str], numbers: dict[str, tuple[int, int]]
) -> None:
    progress = measure_progress(bakery(), held)

    assert {one.path.id: (one.held, one.total) for one in progress} == numbers


def test_progress_is_said_in_numbers_beside_the_bar() -> None:
    text = render_progress(measure_progress(bakery(), ["kneading"]))

    assert "Bread baker" in text
    assert "1 of 1" in text
    assert "Pastry cook" in text
    assert "1 of 3" in text
    assert "Shopkeeper" not in text  # no skill is known for it


def test_having_everything_is_said() -> None:
    everything = [skill.id for skill in make_checklist(bakery(), None, ()).skills]

    assert render_left(make_checklist(bakery(), None, everything)) == "You have all of these."


def test_knowledge_without_skills_or_paths_has_an_empty_checklist() -> None:
    bare = bakery(skills="", paths="", roadmap="", comparison="")

    assert make_checklist(bare, None, ["icing"]).skills == ()
    assert measure_progress(bare, ["icing"]) == []


def test_the_shipped_checklist_stays_within_a_message_whatever_is_held() -> None:
    knowledge = load_knowledge(find_shipped_knowledge())
    skills = make_checklist(knowledge, None, ()).skills
    texts = [
        render_left(make_checklist(knowledge, None, [skill.id for skill in skills[:count]]))
        + render_progress(measure_progress(knowledge, [skill.id for skill in skills[:count]]))
        for count in range(len(skills) + 1)
    ]

    assert max(map(len, texts)) <= MESSAGE_TEXT_LIMIT * 0.75
    assert all(path.name in texts[0] for path in (knowledge.paths.paths if knowledge.paths else ()))
