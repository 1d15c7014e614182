"""The steps from where somebody stands, as text and as a checklist to keep."""

import pytest
from bakery import bakery

from bot.errors import UnknownChoiceError
from bot.knowledge.loader import load_knowledge
from bot.knowledge.shipped import find_shipped_knowledge
from bot.render import MESSAGE_TEXT_LIMIT
from bot.tools.roadmap import (
    NO_ROADMAP,
    export_roadmap,
    list_starts,
    render_roadmap,
    render_roadmap_pages,
    select_steps,
)


@pytest.mark.parametrize(
    ("start", "ahead", "done"),
    [
        ("home-baker", ["course", "open"], ["knead"]),
        ("Home Baker", ["course", "open"], ["knead"]),
        ("cook", ["knead", "kitchen", "open"], []),
        (None, ["knead", "open"], []),
    ],
    ids=["home-baker", "by-name", "cook", "anybody"],
)
def test_steps_depend_on_the_start(start: str | None, ahead: list[str], done: list[str]) -> None:
    left, behind = select_steps(bakery(), start)

    assert [step.id for step in left] == ahead
    assert [step.id for step in behind] == done


def test_steps_are_numbered_with_time_text_and_skills() -> None:
    text = render_roadmap(bakery(), "home-baker")

    assert "**1. Take a course** (3 months)\nIn the evening.\n-# Skills: Recipes, Icing" in text
    assert "**2. Open a bakery**\nSmall at first." in text
    assert "Home baker" in text
    assert "Change the kitchen" not in text


def test_what_a_start_brings_along_is_said_and_not_asked_again() -> None:
    text = render_roadmap(bakery(), "home-baker")

    assert "Learn to knead" in text
    assert "By hand first." not in text
    assert ". Learn to knead**" not in text


def test_the_export_ticks_what_is_done_and_leaves_the_rest_open() -> None:
    lines = export_roadmap(bakery(), "home-baker").split("\n")

    assert "- [x] Learn to knead" in lines
    assert "- [ ] **Take a course** (3 months)" in lines
    assert "  - [ ] Recipes" in lines
    assert "- [ ] **Open a bakery**" in lines
    assert any(line.startswith("Sources: ") and "The Article, Ada" in line for line in lines)


def test_a_start_that_is_gone_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownChoiceError, match="home-baker, cook"):
        render_roadmap(bakery(), "astronaut")


def test_knowledge_without_a_roadmap_says_so() -> None:
    assert render_roadmap(bakery(roadmap="")) == NO_ROADMAP
    assert list_starts(bakery(roadmap="")) == []


def test_the_longest_roadmap_keeps_every_page_within_a_message() -> None:
    steps = "\n".join(
        f"  - {{id: step-{n}, title: {'t' * 60}, text: {'x' * 300}, time: {'m' * 40},"
        f" skills: [recipes, icing], sources: [guide, article]}}"
        for n in range(20)
    )
    knowledge = bakery(roadmap=f"starts:\n  - {{id: cook, name: Cook}}\nsteps:\n{steps}")
    pages = render_roadmap_pages(knowledge, "cook")

    assert len(pages) > 1
    assert max(map(len, pages)) <= MESSAGE_TEXT_LIMIT
    assert sum(page.count("x" * 300) for page in pages) == 20


def test_every_shipped_start_has_steps_with_sources_within_a_message() -> None:
    knowledge = load_knowledge(find_shipped_knowledge())

    for start in list_starts(knowledge):
        ahead, done = select_steps(knowledge, start.id)
        pages = render_roadmap_pages(knowledge, start.id)
        export = export_roadmap(knowledge, start.id)
        assert max(map(len, pages)) <= MESSAGE_TEXT_LIMIT
        assert all(step.title in "\n".join(pages) for step in [*ahead, *done])
        assert export.count("\n- [ ] ") == len(ahead)
        assert export.count("\n- [x] ") == len(done)
        assert "-# Source" in pages[-1]
