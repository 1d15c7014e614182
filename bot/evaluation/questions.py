"""Files of labelled questions: their format, and loading them with every problem at once."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import Field, ValidationError, model_validator

from bot.engine.replies import Mode
from bot.errors import CareerBotError
from bot.knowledge.documents import describe_yaml_error, find_line, parse_nodes, parse_yaml
from bot.knowledge.problems import Problem, describe_validation_error
from bot.knowledge.schema import FileList, FileModel, Text


class QuestionFileError(CareerBotError):
    """Files of labelled questions cannot be used; carries every problem found in them."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class QuestionModel(FileModel):
    """One labelled question, as it stands in a file."""

    query: str | None = None
    turns: Annotated[list[str], Field(min_length=1)] | None = None
    expects: list[Text]
    kind: Text = "other"
    mode: Annotated[Mode, Field(strict=False)] = Mode.DIRECT

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


def load_questions(paths: Iterable[Path], *, known_ids: Collection[str]) -> list[Question]:
    """The questions of all files; raises QuestionFileError with every problem at once."""
    questions: list[Question] = []
    problems: list[str] = []
    for path in paths:
        text, file, found = _read_file(path)
        for question, fault in _list_questions(path, text, file, known_ids):
            questions.append(question)
            found += [fault] if fault else []
        problems += found
    if problems:
        raise QuestionFileError(problems)
    if not questions:
        raise QuestionFileError(["there are no labelled questions in these files; add some"])
    return questions


def _read_file(path: Path) -> tuple[str, QuestionFile | None, list[str]]:
    """The text and the content of a file, or what is wrong with it."""
    value = None
    try:
        text = path.read_bytes().decode("utf-8-sig")
        value = parse_yaml(text)
        return text, QuestionFile.model_validate([] if value is None else value), []
    except OSError as error:
        return "", None, [f"{path}: cannot be read ({error.strerror}); check the path"]
    except UnicodeDecodeError:
        return "", None, [f"{path}: is not UTF-8; save it as UTF-8"]
    except yaml.YAMLError as error:
        line, what = describe_yaml_error(text, error)
        return "", None, [f"{path}:{line}: {what}"]
    except ValidationError as error:
        nodes = parse_nodes(text)
        faults = describe_validation_error(str(path), value, error, nodes)
        return text, None, [_describe(fault, find_line(nodes, fault.path)) for fault in faults]
    except (RecursionError, ValueError) as error:
        return "", None, [f"{path}: cannot be read as YAML ({error}); put text in quotes"]


def _describe(problem: Problem, line: int) -> str:
    parts = (f"{problem.file}:{line}", problem.item, problem.field, problem.what)
    return ": ".join(part for part in parts if part)


def _list_questions(
    path: Path, text: str, file: QuestionFile | None, known_ids: Collection[str]
) -> Iterator[tuple[Question, str]]:
    """Each question with what is wrong about the ids it expects, if anything."""
    if file is None:
        return
    nodes = parse_nodes(text)
    for i, model in enumerate(file):
        line = find_line(nodes, (i,))
        question = Question(
            turns=tuple(model.turns or (model.query or "",)),
            expects=tuple(model.expects),
            kind=model.kind,
            mode=model.mode,
            place=f"{path}:{line}",
        )
        unknown = [entry_id for entry_id in model.expects if entry_id not in known_ids]
        what = f"{question.place}: expects: the knowledge has no entry {', '.join(unknown)}"
        yield question, f"{what}; correct it, or give another --knowledge" if unknown else ""
