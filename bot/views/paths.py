"""The career paths as a message, and the quiz, whose answers travel in its buttons."""

from collections.abc import Sequence
from typing import Final

from discord import ButtonStyle, ui

from bot.knowledge.base import Knowledge
from bot.knowledge.schema import QuizChoice, QuizQuestion
from bot.render import BUTTON_TEXT_LIMIT, shorten
from bot.tools.paths import (
    find_next_question,
    key_answer,
    read_answers,
    render_path_pages,
    render_quiz_result,
    score_quiz,
)
from bot.views.actions import ActionButton
from bot.views.layouts import make_layout, make_page_buttons, make_rows, make_texts
from bot.views.replies import find_entries, open_buttons

PATHS: Final = "paths"
"""Action: turn to a page of the paths; argument: the page."""
QUIZ: Final = "quiz"
"""Action: open the quiz in a message for the presser only; no arguments."""
ANSWER: Final = "answer"
"""Action: go on with the quiz; argument: the keys of the answers so far, joined by dots."""
MOST_NEXT_STEPS: Final = 5


def layout_paths(knowledge: Knowledge, *, page: int = 0, preface: str = "") -> ui.LayoutView:
    """The career paths with their entries, and the quiz where there is one."""
    pages = render_path_pages(knowledge)
    page = min(max(page, 0), len(pages) - 1)
    paths = knowledge.paths.paths if knowledge.paths else []
    buttons = make_page_buttons(page, len(pages), PATHS)
    if knowledge.paths and knowledge.paths.quiz:
        buttons.append(ActionButton.make("Which one fits me?", QUIZ, style=ButtonStyle.primary))
    buttons += open_buttons(find_entries(knowledge, [path.entry for path in paths]))
    return make_layout(*make_texts(preface, pages[page]), *make_rows(buttons))


def layout_quiz(knowledge: Knowledge, keys: Sequence[str] = ()) -> ui.LayoutView:
    """The next question after those answers, or the result after the last.

    Raises QuizChangedError when an answer is no longer in the quiz.
    """
    answers = read_answers(knowledge, keys)
    found = find_next_question(knowledge, answers)
    if found is None:
        return _layout_result(knowledge, answers)
    question, number, total = found
    quiz = knowledge.paths.quiz if knowledge.paths else None
    intro = f"{quiz.intro}\n\n" if quiz and not keys else ""
    options = "\n".join(f"- {choice.label}" for choice in question.choices)
    text = f"{intro}**Question {number} of {total}**\n{question.question}\n{options}"
    buttons = [
        ActionButton.make(
            shorten(choice.label, BUTTON_TEXT_LIMIT),
            ANSWER,
            ".".join([*keys, key_answer(question, choice)]),
        )
        for choice in question.choices
    ]
    return make_layout(*make_texts(text), *make_rows(buttons))


def _layout_result(
    knowledge: Knowledge, answers: Sequence[tuple[QuizQuestion, QuizChoice]]
) -> ui.LayoutView:
    result = score_quiz(knowledge, answers)
    paths = result.closest or [path for path, _ in result.points]
    ids = [path.entry for path in paths]
    ids += [step for path in result.closest for step in path.next_steps]
    entries = find_entries(knowledge, ids)[:MOST_NEXT_STEPS]
    lead = "**Next steps:**" if result.closest else "**Read about them:**"
    return make_layout(
        *make_texts(render_quiz_result(result), lead if entries else ""),
        *make_rows([*open_buttons(entries), ActionButton.make("Start again", ANSWER, "")]),
    )
