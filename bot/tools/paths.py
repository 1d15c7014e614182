"""Career paths as text, and the quiz that finds the closest one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from bot.engine.lexical.enumeration import join_names
from bot.errors import QuizChangedError
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import CareerPath, QuizChoice, QuizQuestion
from bot.tools.pages import Block, cut_pages, join_blocks

NO_PATHS = "This knowledge holds no career paths."
NOTHING_CLOSEST = "## No path stands out\nYour answers point to none of the paths."
KEY_LENGTH = 6
"""Characters that stand for a chosen answer; enough to tell a few dozen apart."""


@dataclass(frozen=True, slots=True)
class QuizReason:
    """An answer that spoke for one of the closest paths, or for several of them."""

    question: str
    choice: str
    paths: tuple[CareerPath, ...]


@dataclass(frozen=True, slots=True)
class QuizResult:
    """Where the answers point, and which of them did."""

    closest: tuple[CareerPath, ...]
    """The path with the most points; several where they tie, none where no answer counted."""
    points: tuple[tuple[CareerPath, int], ...]
    """Every path with its points, most first."""
    reasons: tuple[QuizReason, ...]


def render_paths(knowledge: Knowledge) -> str:
    """The career paths one after the other, in Discord Markdown."""
    return join_blocks(knowledge, _make_blocks(knowledge))


def render_path_pages(knowledge: Knowledge) -> list[str]:
    """The career paths in pages that fit a message."""
    return cut_pages(knowledge, _make_blocks(knowledge))


def _make_blocks(knowledge: Knowledge) -> list[Block]:
    if knowledge.paths is None:
        return [Block(NO_PATHS)]
    return [Block("## Career paths"), *(_make_path_block(path) for path in knowledge.paths.paths)]


def key_answer(question: QuizQuestion, choice: QuizChoice) -> str:
    """What stands for an answer in a button: the same as long as its words are the same.

    Choices of one question with equal words are told apart by which of them comes first.
    """
    words = f"{question.id}\n{choice.label}"
    alike = [one for one in question.choices if one.label == choice.label]
    position = next((n for n, one in enumerate(alike) if one is choice), 0)
    if position:
        words += f"\n{position}"
    return hashlib.sha256(words.encode()).hexdigest()[:KEY_LENGTH]


def read_answers(
    knowledge: Knowledge, keys: Sequence[str]
) -> list[tuple[QuizQuestion, QuizChoice]]:
    """The answers that the keys stand for, in order.

    Raises QuizChangedError when one of them is no longer in the quiz.
    """
    quiz = knowledge.paths.quiz if knowledge.paths else None
    known = {
        key_answer(question, choice): (question, choice)
        for question in (quiz.questions if quiz else ())
        for choice in question.choices
    }
    if any(key not in known for key in keys):
        raise QuizChangedError
    return [known[key] for key in keys]


def find_next_question(
    knowledge: Knowledge, answers: Sequence[tuple[QuizQuestion, QuizChoice]]
) -> tuple[QuizQuestion, int, int] | None:
    """The first question not answered yet, its number and how many there are; None at the end."""
    quiz = knowledge.paths.quiz if knowledge.paths else None
    questions = quiz.questions if quiz else []
    answered = {question.id for question, _ in answers}
    for number, question in enumerate(questions, 1):
        if question.id not in answered:
            return question, number, len(questions)
    return None


def score_quiz(
    knowledge: Knowledge, answers: Sequence[tuple[QuizQuestion, QuizChoice]]
) -> QuizResult:
    """Which path the answers are closest to, and why."""
    paths = knowledge.paths.paths if knowledge.paths else []
    totals = {path.id: 0 for path in paths}
    for _, choice in answers:
        for path_id, points in choice.scores.items():
            totals[path_id] = totals.get(path_id, 0) + points
    ranked = sorted(paths, key=lambda path: -totals[path.id])
    most = max(totals.values(), default=0)
    closest = tuple(path for path in ranked if most > 0 and totals[path.id] == most)
    reasons = []
    for question, choice in answers:
        spoken_for = tuple(path for path in closest if choice.scores.get(path.id, 0) > 0)
        if spoken_for:
            reasons.append(QuizReason(question.question, choice.label, spoken_for))
    return QuizResult(closest, tuple((path, totals[path.id]) for path in ranked), tuple(reasons))


def render_quiz_result(result: QuizResult) -> str:
    """The end of the quiz in Discord Markdown: closest to you, a tie, or nothing; and why."""
    points = " · ".join(f"{path.name} {points}" for path, points in result.points)
    tied = len(result.closest) > 1
    if not result.closest:
        parts = [NOTHING_CLOSEST]
    elif tied:
        names = join_names([path.name for path in result.closest])
        parts = [f"## A tie: {names}", "Your answers speak for each of them equally."]
        parts += [f"**{path.name}:** {path.summary}" for path in result.closest]
    else:
        (path,) = result.closest
        parts = [f"## Closest to you: {path.name}", path.summary]
    if result.reasons:
        reasons = [_word_reason(reason, tied=tied) for reason in result.reasons]
        parts.append("\n".join(["**Why**", *reasons]))
    return "\n\n".join([*parts, f"-# Points: {points}. Nothing is stored."])


def _word_reason(reason: QuizReason, *, tied: bool) -> str:
    """The question and what was chosen; in a tie also which path it spoke for."""
    names = f" (for {join_names([path.name for path in reason.paths])})" if tied else ""
    return f"- {reason.question} **{reason.choice}**{names}"


def _make_path_block(path: CareerPath) -> Block:
    focus = [f"- {line}" for line in path.focus]
    lines = [f"### {path.name}", path.summary, *(["It focuses on:", *focus] if focus else [])]
    return Block("\n".join(lines), tuple(path.sources))
