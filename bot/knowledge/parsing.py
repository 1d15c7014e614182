"""One file of YAML from its bytes to its validated content, or every problem in it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.knowledge.documents import Document, parse_yaml
from bot.knowledge.nodes import find_line, parse_nodes
from bot.knowledge.problems import Problem, describe_validation_error, name_item
from bot.knowledge.yaml_errors import describe_yaml_error

Content = TypeVar("Content", bound=BaseModel)

_STRAY_BREAKS: Final = re.compile("[\x85\u2028\u2029]")
"""Characters that YAML takes for the end of a line and no editor shows as one.

They come with pasted text; taken literally, they would end a text in the middle of its line.
"""


@dataclass(frozen=True)
class ParsedFile(Generic[Content]):
    """What a file holds; its content is None where there is any problem."""

    text: str | None = None
    """None where it is no text at all."""
    value: Any = None
    """What its YAML says, whether or not that is of the file's format."""
    content: Content | None = None
    problems: tuple[Problem, ...] = ()

    @cached_property
    def nodes(self) -> yaml.Node | None:
        """The tree of nodes of its text, which must be YAML."""
        return parse_nodes(self.text or "")

    def describe(self, problem: Problem) -> str:
        """One line: `file:line: entry: field: what is wrong and how to mend it`."""
        # Items without an id are named by their place.
        item = problem.item or name_item(self.value, problem.path)
        return word_problem(replace(problem, item=item), self.find_line(problem))

    def find_line(self, problem: Problem) -> int | None:
        """The line of what is at fault; None where there is no text."""
        if problem.line is not None or self.text is None:
            return problem.line
        return find_line(self.nodes, problem.path)


def parse_file(
    name: str, data: bytes, model: type[Content], *, empty: Any = None
) -> ParsedFile[Content]:
    """Read a file's bytes as `model`; a file that says nothing holds the value `empty`."""
    text = None
    try:
        text = _STRAY_BREAKS.sub(" ", data.decode("utf-8-sig"))
        document = parse_yaml(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = Problem(file=name, line=line, what="is not UTF-8; save it as UTF-8")
    except yaml.YAMLError as error:
        line, what = describe_yaml_error(text or "", error)
        problem = Problem(file=name, line=line, what=what)
    except RecursionError:
        problem = Problem(file=name, line=1, what="is nested too deeply; flatten it")
    else:
        return _validate(name, text, document, model, empty=empty)
    return ParsedFile(text, problems=(problem,))


def _validate(
    name: str, text: str, document: Document, model: type[Content], *, empty: Any
) -> ParsedFile[Content]:
    value = empty if document.value is None else document.value
    unread = {unmeant.path for unmeant in document.unreadable}
    problems = [
        Problem(file=name, path=unmeant.path, what=unmeant.what, line=unmeant.line)
        for unmeant in (*document.double_keys, *document.unreadable)
    ]
    content = None
    try:
        content = model.model_validate(value)
    except ValidationError as error:
        found = describe_validation_error(name, value, error, parse_nodes(text), model)
        problems += [problem for problem in found if problem.path not in unread]
    return ParsedFile(text, value, None if problems else content, tuple(problems))


def word_problem(problem: Problem, line: int | None) -> str:
    """One line about a problem in a file: `file:line: entry: field: what is wrong`."""
    place = problem.file if line is None else f"{problem.file}:{line}"
    return ": ".join(filter(None, (place, problem.item, problem.field, problem.what)))
