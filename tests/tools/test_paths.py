"""Career paths as text, and the quiz that finds the closest."""

import pytest
from bakery import FILES, bakery

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import load_knowledge
from bot.knowledge.schema import QuizChoice, QuizQuestion
from bot.knowledge.shipped import find_shipped_knowledge
from bot.render import CUSTOM_ID_LIMIT, MESSAGE_TEXT_LIMIT
from bot.tools.paths import (
    NO_PATHS,
    QuizChangedError,
    find_next_question,
    key_answer,
    read_answers,
    render_path_pages,
    render_paths,
    render_quiz_result,
    score_quiz,
)

Answers = list[tuple[QuizQuestion, QuizChoice]]


def answer(knowledge: Knowledge, *labels: str) -> Answers:
    """The answers of those labels, one question after the other, as buttons would carry them."""
    assert knowledge.paths is not None
    assert knowledge.paths.quiz is not None
    keys = [
        key_answer(question, choice)
        for question, label in zip(knowledge.paths.quiz.questions, labels, strict=False)
        for choice in question.choices
        if choice.label == label
    ]
    return read_answers(knowledge, keys)


def test_each_path_shows_its_name_summary_and_focus() -> None:
    text = render_paths(bakery())

    assert "Bread baker\nYou make bread." in text
    assert "- dough\n- ovens" in text
    assert "Shopkeeper\nYou sell both." in text
    assert "-# Sources: “The Guide” · " in text


def test_knowledge_without_paths_says_so() -> None:
    bare = bakery(paths="", skills="", roadmap="")

    assert render_paths(bare) == NO_PATHS
    assert find_next_question(bare, []) is None


def test_questions_come_one_after_the_other_until_none_is_left() -> None:
    knowledge = bakery()
    first = find_next_question(knowledge, [])
    second = find_next_question(knowledge, answer(knowledge, "Sweet"))

    assert first is not None
    assert (first[0].id, *first[1:]) == ("taste", 1, 2)
    assert second is not None
    assert (second[0].id, *second[1:]) == ("morning", 2, 2)
    assert find_next_question(knowledge, answer(knowledge, "Sweet", "Never")) is None


@pytest.mark.parametrize(
    ("labels", "closest", "points"),
    [
        (("Salty", "Gladly"), ["bread"], {"bread": 4, "cake": 1, "sales": 0}),
        (("Sweet", "For cake"), ["cake"], {"bread": 0, "cake": 4, "sales": 0}),
        (("Salty", "For cake"), ["bread", "cake"], {"bread": 2, "cake": 2, "sales": 0}),
        (("Neither", "Never"), ["sales"], {"bread": 0, "cake": 0, "sales": 1}),
    ],
    ids=["bread", "cake", "tie", "sales"],
)
def test_answers_add_up_to_the_closest_path(
    labels: tuple[str, ...], closest: list[str], points: dict[str, int]
) -> None:
    knowledge = bakery()
    result = score_quiz(knowledge, answer(knowledge, *labels))

    assert [path.id for path in result.closest] == closest
    assert {path.id: count for path, count in result.points} == points
    counts = [count for _, count in result.points]
    assert counts == sorted(counts, reverse=True)


def test_only_answers_that_spoke_for_the_closest_path_are_reasons() -> None:
    knowledge = bakery()
    text = render_quiz_result(score_quiz(knowledge, answer(knowledge, "Sweet", "Never")))

    assert "Pastry cook" in text
    assert "Sweet" in text
    assert "Never" not in text


def test_a_tie_names_all_that_are_equally_close() -> None:
    knowledge = bakery()
    text = render_quiz_result(score_quiz(knowledge, answer(knowledge, "Salty", "For cake")))

    assert "Bread baker and Pastry cook" in text


def test_an_answer_whose_words_changed_is_noticed() -> None:
    knowledge = bakery()
    assert knowledge.paths is not None
    assert knowledge.paths.quiz is not None
    question = knowledge.paths.quiz.questions[0]
    keys = [key_answer(question, question.choices[0])]
    changed = bakery(paths=FILES["paths.yaml"].replace("label: Salty", "label: Hearty"))

    with pytest.raises(QuizChangedError):
        read_answers(changed, keys)


def test_the_answers_of_the_longest_quiz_fit_a_custom_id() -> None:
    questions = "\n".join(
        f"    - {{id: q{n}, question: Which?, choices: [{{label: A, scores: {{}}}},"
        f" {{label: B, scores: {{}}}}]}}"
        for n in range(10)
    )
    paths = FILES["paths.yaml"].partition("  questions:")[0] + "  questions:\n" + questions
    knowledge = bakery(paths=paths)
    assert knowledge.paths is not None
    assert knowledge.paths.quiz is not None
    keys = [key_answer(q, choice) for q in knowledge.paths.quiz.questions for choice in q.choices]

    assert len(set(keys)) == 20
    assert len("b1:answer:" + ".".join(keys[:10])) <= CUSTOM_ID_LIMIT


def test_every_shipped_path_can_be_the_closest() -> None:
    knowledge = load_knowledge(find_shipped_knowledge())
    assert knowledge.paths is not None
    assert knowledge.paths.quiz is not None

    for path in knowledge.paths.paths:
        best = [
            (question, max(question.choices, key=lambda choice: choice.scores.get(path.id, 0)))
            for question in knowledge.paths.quiz.questions
        ]
        result = score_quiz(knowledge, best)
        assert result.closest == (path,)
        assert len(render_quiz_result(result)) <= MESSAGE_TEXT_LIMIT
    assert max(map(len, render_path_pages(knowledge))) <= MESSAGE_TEXT_LIMIT
