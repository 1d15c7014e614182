"""Files of labelled questions: their format, and loading them with every problem at once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, ValidationError, model_validator

from bot.engine.replies import Mode
from bot.errors import ProblemsError
from bot.knowledge.files import word_unreadable
from bot.knowledge.nodes import find_line
from bot.knowledge.parsing import ParsedFile, parse_file
from bot.knowledge.problems import Problem
from bot.knowledge.schema import FileList, FileModel, Text

LEAST_STRANGE: Final = 5
"""Questions with unknown entries from which on one line says more than a list of them."""

KNOWN_BY_CHANCE: Final = 0.1
"""The share of expected entries that another knowledge may have too: ids such as `contact`."""


class QuestionFileError(ProblemsError):
    """Files of labelled questions cannot be used; carries every problem found in them."""


class QuestionModel(FileModel):
    """One labelled question, as it stands in a file."""

    query: str | None = None
    turns: Annotated[list[str], Field(min_length=1)] | None = None
    expects: list[Text]
    kind: Text = "other"
    mode: Literal["direct", "ambient"] = "direct"

    @model_validator(mode="after")
    def _has_one_conversation(self) -> Self:
        if (self.query is None) == (self.turns is None):
            raise ValueError("give either query, or turns (a list whose last turn is asked)")
        return self


class QuestionFile(FileList[QuestionModel]):
    """A file of labelled questions."""


@dataclass(frozen=True, slots=True)
class Question:
    """A conversation whose last turn is asked, and the entries that answer it rightly."""

    turns: tuple[str, ...]
    expects: tuple[str, ...]
    """Any of these is right; none means that it must not be answered."""
    kind: str
    mode: Mode
    place: str = ""
    """`file:line`, for people."""

    @property
    def answerable(self) -> bool:
        """Whether the knowledge holds an answer."""
        return bool(self.expects)


def load_questions(
    paths: Iterable[Path], *, known_ids: Collection[str], folder: Path | None = None
) -> list[Question]:
    """The questions of all files; raises QuestionFileError with every problem at once.

    `folder` is where the knowledge with `known_ids` is, to say so.
    """
    questions: list[Question] = []
    problems: list[str] = []
    faults: list[str] = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            problems.append(f"{path}: {word_unreadable(error)}")
            continue
        file = parse_file(str(path), data, QuestionFile, empty=[])
        read = _list_questions(path, file)
        unknown = list(_find_unknown(path, read, known_ids))
        questions += read.values()
        faults += map(file.describe, unknown)
        found = [*file.problems, *unknown]
        problems += map(file.describe, sorted(found, key=lambda one: file.find_line(one) or 0))
    if len(faults) >= LEAST_STRANGE and _are_strange(questions, known_ids):
        where = f"the knowledge at {folder}" if folder else "this knowledge"
        strange = (
            f"hardly any entry that these questions expect is in {where}; "
            "give the folder that they are about with --knowledge"
        )
        problems = [strange, *(problem for problem in problems if problem not in faults)]
    if problems:
        raise QuestionFileError(problems)
    if not questions:
        raise QuestionFileError(["there are no labelled questions in these files; add some"])
    return questions


def _are_strange(questions: Iterable[Question], known_ids: Collection[str]) -> bool:
    """Whether questions are about another knowledge, as hardly any entry they expect is known."""
    expected = {entry_id for question in questions for entry_id in question.expects}
    return len(expected.intersection(known_ids)) <= KNOWN_BY_CHANCE * len(expected)


def _list_questions(path: Path, file: ParsedFile[QuestionFile]) -> dict[int, Question]:
    """Each valid question by its place among all of the file."""
    return {
        i: Question(
            turns=tuple(model.turns or (model.query or "",)),
            expects=tuple(model.expects),
            kind=model.kind,
            mode=Mode(model.mode),
            place=f"{path}:{find_line(file.nodes, (i,))}",
        )
        for i, model in _list_valid(file)
    }


def _list_valid(file: ParsedFile[QuestionFile]) -> Iterator[tuple[int, QuestionModel]]:
    """The questions of a file with their places in it, but for those that are not valid."""
    if file.content is not None:
        yield from enumerate(file.content)
        return
    values: list[Any] = file.value if isinstance(file.value, list) else []
    for i, value in enumerate(values):
        with suppress(ValidationError):
            yield i, QuestionModel.model_validate(value)


def _find_unknown(
    path: Path, questions: Mapping[int, Question], known_ids: Collection[str]
) -> Iterator[Problem]:
    """A problem for each question that expects ids of no entry."""
    for i, question in questions.items():
        unknown = [entry_id for entry_id in question.expects if entry_id not in known_ids]
        if unknown:
            names = ", ".join(unknown)
            yield Problem(
                file=str(path),
                path=(i, "expects"),
                item=f"item {i + 1}",
                what=f"the knowledge has no entry {names}; correct it, or give another --knowledge",
            )
