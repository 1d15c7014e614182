"""Loading a knowledge folder: the whole of it, or an error with every problem at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from pydantic import BaseModel

from bot.errors import KnowledgeError
from bot.knowledge.assembly import assemble_knowledge
from bot.knowledge.base import Knowledge
from bot.knowledge.files import TOPICS, hash_files, read_files
from bot.knowledge.parsing import ParsedFile, parse_file, word_problem
from bot.knowledge.problems import Problem, find_item
from bot.knowledge.references import find_broken_references
from bot.knowledge.salvage import salvage
from bot.knowledge.schema import FILE_MODELS, EntryFile


@dataclass(frozen=True)
class ParsedFolder:
    """Each file as it was read, and every problem found in them and between them."""

    files: Mapping[str, ParsedFile[BaseModel]]
    problems: tuple[Problem, ...]

    @property
    def contents(self) -> dict[str, BaseModel]:
        """The content of each file that is valid by itself."""
        return {n: file.content for n, file in self.files.items() if file.content is not None}

    def require_valid(self) -> None:
        """Raise KnowledgeError with every problem, where there is any."""
        if self.problems:
            raise KnowledgeError([self.describe(problem) for problem in self.problems])

    def locate(self, problem: Problem) -> Problem:
        """A problem whose path starts at its item, with that item's own file and whole path.

        It stays as it is where there is no item of that id.
        """
        for name, file in self.files.items():
            place = find_item(file.value, problem.item)
            topical = problem.file == TOPICS and name not in FILE_MODELS
            if place is not None and (topical or name == problem.file):
                return replace(problem, file=name, path=(*place, *problem.path))
        return problem

    def describe(self, problem: Problem) -> str:
        """One line: `file:line: entry: field: what is wrong and how to mend it`."""
        file = self.files.get(problem.file)
        return file.describe(problem) if file else word_problem(problem, problem.line)


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
    parsed = {name: _parse_file(name, data) for name, data in files.items()}
    found = [*problems, *chain.from_iterable(file.problems for file in parsed.values())]
    pointing = {  # what references are looked up in, files with a faulty item too
        name: content
        for name, file in parsed.items()
        if (content := file.content or salvage(_choose_model(name), file.value)) is not None
    }
    found += find_broken_references(pointing, unread=files.keys() - pointing.keys())
    if not found and not any(isinstance(c, EntryFile) and c.root for c in pointing.values()):
        found.append(Problem(file="faq", what="holds no entry; write one"))
    return ParsedFolder(parsed, tuple(found))


def _choose_model(name: str) -> type[BaseModel]:
    return FILE_MODELS.get(name, EntryFile)


def _parse_file(name: str, data: bytes) -> ParsedFile[BaseModel]:
    model = _choose_model(name)
    # An empty topic file is a topic nobody has written yet.
    return parse_file(name, data, model, empty=[] if model is EntryFile else None)
