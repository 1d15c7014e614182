"""Loading a knowledge folder: the whole of it, or an error with every problem at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from bot.errors import KnowledgeError
from bot.knowledge.assembly import assemble_knowledge
from bot.knowledge.base import Knowledge
from bot.knowledge.documents import describe_yaml_error, find_line, parse_nodes, parse_yaml
from bot.knowledge.files import hash_files, read_files
from bot.knowledge.problems import Problem, describe_validation_error
from bot.knowledge.references import find_broken_references
from bot.knowledge.schema import FILE_MODELS, EntryFile, salvage_entries


@dataclass(frozen=True)
class ParsedFolder:
    """The text and the validated content of each file, and every problem found."""

    texts: Mapping[str, str]
    contents: Mapping[str, BaseModel]
    problems: tuple[Problem, ...]
    _nodes: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The node tree of each file, once a line was asked for."""

    def require_valid(self) -> None:
        """Raise KnowledgeError with every problem, where there is any."""
        if self.problems:
            raise KnowledgeError([self.describe(problem) for problem in self.problems])

    def get_nodes(self, name: str) -> yaml.Node | None:
        """The tree of nodes of a file whose text is YAML."""
        if name not in self._nodes:
            self._nodes[name] = parse_nodes(self.texts[name])
        node: yaml.Node | None = self._nodes[name]
        return node

    def describe(self, problem: Problem) -> str:
        """One line: `file:line: entry: field: what is wrong and how to mend it`."""
        line = problem.line
        if line is None and problem.file in self.texts:
            line = find_line(self.get_nodes(problem.file), problem.path)
        place = problem.file if line is None else f"{problem.file}:{line}"
        parts = (place, problem.item, problem.field, problem.what)
        return ": ".join(part for part in parts if part)


def load_knowledge(folder: Path) -> Knowledge:
    """The knowledge in `folder`; raises KnowledgeError with every problem at once."""
    files, problems = read_files(folder)
    return build_knowledge(files, problems)


def build_knowledge(files: Mapping[str, bytes], problems: Iterable[Problem] = ()) -> Knowledge:
    """The knowledge in files already read (name to bytes).

    Raises KnowledgeError with every problem at once, `problems` of the reading included.
    """
    parsed = parse_files(files, problems)
    parsed.require_valid()
    return assemble_knowledge(parsed.contents, version=hash_files(files))


def parse_files(files: Mapping[str, bytes], problems: Iterable[Problem] = ()) -> ParsedFolder:
    """Every file validated by itself, and the references between them; problems collected."""
    found = list(problems)
    texts: dict[str, str] = {}
    contents: dict[str, BaseModel] = {}
    pointing: dict[str, BaseModel] = {}  # what references are looked up in, faulty topics too
    for name, data in files.items():
        try:
            texts[name] = data.decode("utf-8-sig")
            contents[name] = pointing[name] = _parse_file(name, texts[name])
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            found.append(Problem(file=name, line=line, what="is not UTF-8; save it as UTF-8"))
        except yaml.YAMLError as error:
            line, what = describe_yaml_error(texts[name], error)
            found.append(Problem(file=name, line=line, what=what))
        except RecursionError:
            found.append(Problem(file=name, line=1, what="is nested too deeply; flatten it"))
        except _InvalidContentError as error:
            nodes = parse_nodes(texts[name])
            found += describe_validation_error(name, error.value, error.cause, nodes)
            if name not in FILE_MODELS and isinstance(error.value, list):
                pointing[name] = salvage_entries(error.value)
        except ValueError as error:  # an impossible date, for one
            what = f"holds a value YAML cannot read ({error}); put quotes around it"
            found.append(Problem(file=name, what=what))
    found += find_broken_references(pointing, unread=files.keys() - pointing.keys())
    return ParsedFolder(texts, contents, tuple(found))


class _InvalidContentError(Exception):
    """A file is YAML but not of its format; carries its value and pydantic's findings."""

    def __init__(self, value: Any, cause: ValidationError) -> None:
        super().__init__()
        self.value = value
        self.cause = cause


def _parse_file(name: str, text: str) -> BaseModel:
    value = parse_yaml(text)
    model: type[BaseModel] = FILE_MODELS.get(name, EntryFile)
    if value is None and model is EntryFile:
        value = []  # an empty topic file is a topic nobody has written yet
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise _InvalidContentError(value, error) from error
