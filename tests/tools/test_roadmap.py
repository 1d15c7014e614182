"""The roadmap as text and as a checklist."""

import pytest
from small_knowledge import small_knowledge

from bot.errors import UnknownChoiceError
from bot.tools.roadmap import NO_ROADMAP, export_roadmap, render_roadmap, select_steps

ROADMAP = """
starts:
  - {id: student, name: Student}
  - {id: engineer, name: Software engineer}
steps:
  - {id: degree, title: Get a degree, text: It helps., time: 4 years, for: [student],
     sources: [guide]}
  - {id: python, title: Learn Python, text: Everybody uses it., done_for: [engineer],
     skills: [python]}
  - {id: math, title: Learn math, text: Statistics first., skills: [statistics], sources: [article]}
"""
KNOWLEDGE = small_knowledge(roadmap=ROADMAP)


def test_the_steps_depend_on_the_start_and_keep_their_order() -> None:
    def titles(start: str | None) -> tuple[list[str], list[str]]:
        ahead, done = select_steps(KNOWLEDGE, start)
        return [step.id for step in ahead], [step.id for step in done]

    assert titles("student") == (["degree", "python", "math"], [])
    assert titles("engineer") == (["math"], ["python"])
    assert titles(None) == (["python", "math"], [])


def test_each_step_has_its_number_time_and_skills() -> None:
    text = render_roadmap(KNOWLEDGE, "student")

    assert "## Roadmap from here: Student" in text
    assert "**1. Get a degree** (4 years)\nIt helps." in text
    assert "**2. Learn Python**\nEverybody uses it.\n-# Skills: Python" in text
    assert text.endswith("-# Sources: “The Guide” · “The Article”, Fern, 2024-05-06")


def test_what_is_behind_somebody_is_said() -> None:
    assert "You have this behind you: “Learn Python”." in render_roadmap(KNOWLEDGE, "engineer")


def test_the_export_is_a_markdown_checklist_with_what_is_done_ticked() -> None:
    assert export_roadmap(KNOWLEDGE, "Software engineer") == (
        "# Roadmap from here: Software engineer\n"
        "\n"
        "- [x] **Learn Python**\n"
        "  Everybody uses it.\n"
        "  - [x] Python\n"
        "- [ ] **Learn math**\n"
        "  Statistics first.\n"
        "  (The Article, Fern, 2024-05-06)\n"
        "  - [ ] Statistics\n"
    )


def test_an_unknown_start_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownChoiceError, match="Student, Software engineer"):
        render_roadmap(KNOWLEDGE, "astronaut")


def test_knowledge_without_a_roadmap_says_so() -> None:
    assert render_roadmap(small_knowledge()) == NO_ROADMAP
