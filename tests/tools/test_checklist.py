"""The checklist: what is left and how far it is."""

import pytest
from small_knowledge import small_knowledge

from bot.tools.checklist import (
    Progress,
    make_checklist,
    measure_progress,
    render_left,
    render_progress,
)

KNOWLEDGE = small_knowledge()


def test_what_is_left_stands_in_learning_order() -> None:
    checklist = make_checklist(KNOWLEDGE, None, {"r"})

    assert [skill.id for skill in checklist.left] == ["python", "statistics", "cpp"]


def test_the_first_to_learn_stand_with_why_and_the_rest_by_group() -> None:
    skills = "".join(
        f"  - {{id: s{n}, name: Skill {n}, group: {'even' if n % 2 == 0 else 'odd'}, "
        f"why: Reason {n}., order: {n}}}\n"
        for n in range(9)
    )
    groups = "groups:\n  - {id: even, name: Even}\n  - {id: odd, name: Odd}\n"
    knowledge = small_knowledge(skills=f"{groups}skills:\n{skills}", paths="")

    assert render_left(knowledge, make_checklist(knowledge, None, {"s0"})) == (
        "**Learn next**\n"
        "- **Skill 1**: Reason 1.\n"
        "- **Skill 2**: Reason 2.\n"
        "- **Skill 3**: Reason 3.\n"
        "**After that** (5)\n"
        "- Even: Skill 4, Skill 6, Skill 8\n"
        "- Odd: Skill 5, Skill 7"
    )


def test_skills_that_are_gone_are_left_out() -> None:
    checklist = make_checklist(KNOWLEDGE, ["python", "cobol"], {"cobol"})

    assert [skill.id for skill in checklist.skills] == ["python"]
    assert checklist.held == frozenset()


def test_having_everything_and_knowing_nothing_are_said() -> None:
    assert "You have all" in render_left(KNOWLEDGE, make_checklist(KNOWLEDGE, ["r"], {"r"}))
    assert "Choose what you have" in render_left(KNOWLEDGE, make_checklist(KNOWLEDGE, None, ()))
    assert "any more" in render_left(KNOWLEDGE, make_checklist(KNOWLEDGE, ["cobol"], ()))


def test_progress_is_counted_per_path_and_drawn_as_a_bar() -> None:
    progress = measure_progress(KNOWLEDGE, {"python", "statistics"})

    assert [(one.path.id, one.held, one.total) for one in progress] == [("applied", 1, 2)]
    assert render_progress(progress) == "Applied: 1 of 2\n`█████░░░░░`"


@pytest.mark.parametrize(
    ("held", "total", "cells"),
    [(0, 40, 0), (1, 40, 1), (20, 40, 5), (39, 40, 9), (40, 40, 10), (1, 1, 10)],
)
def test_a_bar_is_empty_only_with_nothing_and_full_only_with_everything(
    held: int, total: int, cells: int
) -> None:
    path = measure_progress(KNOWLEDGE, ())[0].path
    text = render_progress([Progress(path, held, total)])

    assert text.count("█") == cells
    assert text.count("░") == 10 - cells
