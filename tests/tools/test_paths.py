"""Career paths as text, and the quiz."""

import pytest
from small_knowledge import small_knowledge

from bot.errors import CareerBotError, QuizChangedError, UnknownChoiceError
from bot.tools.paths import (
    NO_PATHS,
    find_next_question,
    key_answer,
    read_answers,
    render_paths,
    render_quiz_result,
    score_quiz,
)

PATHS = """
paths:
  - {id: builder, name: Builder, summary: Builds systems., focus: [systems], sources: [guide]}
  - {id: thinker, name: Thinker, summary: Thinks about data.}
quiz:
  intro: Two questions.
  questions:
    - id: own
      question: What would you own?
      choices:
        - {label: The system, scores: {builder: 2}}
        - {label: The data, scores: {thinker: 2, builder: 1}}
    - id: free
      question: A free afternoon?
      choices:
        - {label: Code, scores: {builder: 1}}
        - {label: Read, scores: {thinker: 1}}
"""
SKILLS = """
groups: [{id: languages, name: Languages}]
skills: [{id: python, name: Python, group: languages, why: Used., paths: [builder]}]
"""
KNOWLEDGE = small_knowledge(paths=PATHS, skills=SKILLS)
QUESTIONS = KNOWLEDGE.paths.quiz.questions if KNOWLEDGE.paths and KNOWLEDGE.paths.quiz else []


def answer(*choices: int) -> list[str]:
    return [
        key_answer(question, question.choices[choice])
        for question, choice in zip(QUESTIONS, choices, strict=False)
    ]


def test_every_path_has_its_summary_and_focus() -> None:
    text = render_paths(KNOWLEDGE)

    assert "### Builder\nBuilds systems.\nIt focuses on:\n- systems" in text
    assert "### Thinker\nThinks about data." in text


def test_the_quiz_asks_one_question_after_the_other() -> None:
    first = find_next_question(KNOWLEDGE, [])
    second = find_next_question(KNOWLEDGE, read_answers(KNOWLEDGE, answer(1)))
    end = find_next_question(KNOWLEDGE, read_answers(KNOWLEDGE, answer(1, 1)))

    assert first == (QUESTIONS[0], 1, 2)
    assert second == (QUESTIONS[1], 2, 2)
    assert end is None


def test_the_result_names_the_closest_path_and_the_answers_that_spoke_for_it() -> None:
    result = score_quiz(KNOWLEDGE, read_answers(KNOWLEDGE, answer(1, 1)))
    text = render_quiz_result(result)

    assert [path.id for path in result.closest] == ["thinker"]
    assert text.startswith("## Closest to you: Thinker\n\nThinks about data.")
    assert "- What would you own? **The data**\n- A free afternoon? **Read**" in text
    assert "Thinker 3 · Builder 1" in text


def test_a_tie_is_called_a_tie_and_says_what_spoke_for_which() -> None:
    result = score_quiz(KNOWLEDGE, read_answers(KNOWLEDGE, answer(1, 0)))
    text = render_quiz_result(result)

    assert {path.id for path in result.closest} == {"builder", "thinker"}
    assert text.startswith("## A tie: Builder and Thinker\n")
    assert "Closest" not in text
    assert "- What would you own? **The data** (for Builder and Thinker)" in text
    assert "- A free afternoon? **Code** (for Builder)" in text


def test_answers_that_count_for_nothing_point_nowhere() -> None:
    knowledge = small_knowledge(paths=PATHS.replace("2", "0").replace("1", "0"), skills=SKILLS)
    result = score_quiz(knowledge, read_answers(knowledge, answer(1, 0)))
    text = render_quiz_result(result)

    assert result.closest == ()
    assert text.startswith("## No path stands out\n")
    assert "Builder 0 · Thinker 0" in text


def test_choices_with_equal_labels_have_keys_of_their_own() -> None:
    paths = PATHS.replace("label: Read", "label: Code")
    knowledge = small_knowledge(paths=paths, skills=SKILLS)
    assert knowledge.paths is not None
    assert knowledge.paths.quiz is not None
    question = knowledge.paths.quiz.questions[1]
    keys = [key_answer(question, choice) for choice in question.choices]

    answers = read_answers(knowledge, keys)
    assert keys[0] != keys[1]
    assert [choice.scores for _, choice in answers] == [{"builder": 1}, {"thinker": 1}]


def test_keys_of_answers_do_not_depend_on_their_order() -> None:
    turned = small_knowledge(
        paths=PATHS.replace("label: Code", "label: XX")
        .replace("label: Read", "label: Code")
        .replace("label: XX", "label: Read"),
        skills=SKILLS,
    )

    (_, choice), *_ = read_answers(turned, answer(1, 0)[1:])
    assert choice.label == "Code"


def test_answers_that_are_no_longer_in_the_quiz_are_noticed() -> None:
    with pytest.raises(QuizChangedError, match="start it again") as raised:
        read_answers(KNOWLEDGE, ["0abc12"])

    assert isinstance(raised.value, CareerBotError)
    assert not isinstance(raised.value, UnknownChoiceError)


def test_knowledge_without_paths_says_so() -> None:
    assert render_paths(small_knowledge(paths="", skills="")) == NO_PATHS
