"""The checklist: what is left and how far it is."""

from small_knowledge import small_knowledge

from bot.tools.checklist import make_checklist, measure_progress, render_left, render_progress

KNOWLEDGE = small_knowledge()


def test_what_is_left_stands_in_learning_order() -> None:
    checklist = make_checklist(KNOWLEDGE, None, {"r"})

    assert [skill.id for skill in checklist.left] == ["python", "statistics", "cpp"]
    assert "Python, Statistics and C++" in render_left(checklist)


def test_skills_that_are_gone_are_left_out() -> None:
    checklist = make_checklist(KNOWLEDGE, ["python", "cobol"], {"cobol"})

    assert [skill.id for skill in checklist.skills] == ["python"]
    assert checklist.held == frozenset()


def test_having_everything_and_knowing_nothing_are_said() -> None:
    assert "You have all" in render_left(make_checklist(KNOWLEDGE, ["r"], {"r"}))
    assert "Choose what you have" in render_left(make_checklist(KNOWLEDGE, None, ()))
    assert "any more" in render_left(make_checklist(KNOWLEDGE, ["cobol"], ()))


def test_progress_is_counted_per_path_and_drawn_as_a_bar() -> None:
    progress = measure_progress(KNOWLEDGE, {"python", "statistics"})

    assert [(one.path.id, one.held, one.total) for one in progress] == [("applied", 1, 2)]
    assert render_progress(progress) == "Applied: 1 of 2\n`█████░░░░░`"
