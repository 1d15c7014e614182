"""Skills as text, and skills found in job posts."""

import re

import pytest
from small_knowledge import small_knowledge

from bot.errors import UnknownChoiceError
from bot.tools.skills import NO_SKILLS, find_skills, render_skill_check, render_skills


def test_skills_stand_in_their_groups_in_learning_order() -> None:
    text = render_skills(small_knowledge())

    assert text.index("**Languages**") < text.index("**Python**") < text.index("**R**")
    assert text.index("**C++**") < text.index("**Mathematics**") < text.index("**Statistics**")


@pytest.mark.parametrize("focus", ["applied", "Applied"])
def test_a_focus_narrows_to_a_path(focus: str) -> None:
    text = render_skills(small_knowledge(), focus)

    assert "**Python**" in text
    assert "**C++**" in text
    assert "**Statistics**" not in text


def test_an_unknown_focus_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownChoiceError, match="Languages, Mathematics, Applied"):
        render_skills(small_knowledge(), "cooking")


def test_knowledge_without_skills_says_so() -> None:
    assert render_skills(small_knowledge(skills="")) == NO_SKILLS


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Strong PYTHON and statistical\nanalysis", {"python", "statistics"}),
        ("Python, R or C++.", {"python", "r", "cpp"}),
        ("You lead R&D for our plan-R team", set()),
        ("your or our car", set()),
        ("pythonic thinking", set()),
        ("c++17", {"cpp"}),
        ("C++/Python", {"cpp", "python"}),
        ("We use R.", {"r"}),
        ("Pythonär, Statisticsé, йpython, ɥpython", set()),
        ("熟悉Python和C++开发, Python을", {"python", "cpp"}),
    ],
)
def test_skills_are_found_as_words_of_their_own(text: str, ids: set[str]) -> None:
    assert {skill.id for skill in find_skills(text, small_knowledge()).found} == ids


def test_a_second_post_costs_no_new_patterns_however_many_words_name_a_skill(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    skills = "\n".join(
        f"  - {{id: skill-{n}, name: Skill {n}, group: one, why: It helps., words: ["
        + ", ".join(f"word {n}x{word}" for word in range(120))
        + "]}"
        for n in range(10)
    )
    knowledge = small_knowledge(
        skills=f"groups:\n  - {{id: one, name: One}}\nskills:\n{skills}\n", paths=""
    )
    find_skills("word 3x7", knowledge)

    def refuse(pattern: str, *_flags: int) -> re.Pattern[str]:
        raise AssertionError(f"compiled {pattern[:40]} anew")

    monkeypatch.setattr(re, "compile", refuse)

    assert [skill.id for skill in find_skills("word 3x7", knowledge).found] == ["skill-3"]


def test_the_check_names_what_a_post_asks_for_and_what_it_leaves_out() -> None:
    text = render_skill_check(find_skills("python needed", small_knowledge()))

    assert "**The post asks for**\nPython" in text
    assert "Statistics, R and C++" in text
