"""Loading a knowledge folder: the whole of it, or an error with every problem at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Self

from pydantic import BaseModel

from bot.errors import KnowledgeError
from bot.knowledge.assembly import assemble_knowledge
from bot.knowledge.base import Knowledge
from bot.knowledge.files import TOPICS, KnowledgeFiles
from bot.knowledge.parsing import ParsedFile, parse_file, word_problem
from bot.knowledge.problems import Problem, find_item
from bot.knowledge.references import find_broken_references
from bot.knowledge.salvage import salvage
from bot.knowledge.schema import EntryFile, find_model, is_topic


@dataclass(frozen=True)
class ParsedFolder:
    """Each file as it was read, and every problem found in them and between them."""

    files: Mapping[str, ParsedFile[BaseModel]]
    problems: tuple[Problem, ...]
    version: str
    """A hash of the files' names and bytes."""

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The files of a knowledge folder, parsed."""
        return cls.parse(KnowledgeFiles.read(folder))

    @classmethod
    def parse(cls, files: KnowledgeFiles) -> Self:
        """Every file validated by itself, and the references between them; problems collected."""
        parsed = {name: _parse_file(name, data) for name, data in files.contents.items()}
        problems = [*files.problems, *chain.from_iterable(f.problems for f in parsed.values())]
        pointing = {  # what references are looked up in, files with a faulty item too
            name: content
            for name, file in parsed.items()
            if (content := file.content or salvage(find_model(name), file.value)) is not None
        }
        problems += find_broken_references(pointing, unread=parsed.keys() - pointing.keys())
        if not problems and not any(isinstance(c, EntryFile) and c.root for c in pointing.values()):
            problems.append(Problem(file="faq", what="holds no entry; write one"))
        return cls(parsed, tuple(problems), files.version)

    @property
    def contents(self) -> dict[str, BaseModel]:
        """The content of each file that is valid by itself."""
        return {n: file.content for n, file in self.files.items() if file.content is not None}

    def require_valid(self) -> None:
        """Raise KnowledgeError with every problem, where there is any."""
        if self.problems:
            raise KnowledgeError([self.describe(problem) for problem in self.problems])

    def assemble(self) -> Knowledge:
        """The knowledge that the files make up; raises KnowledgeError with every problem."""
        self.require_valid()
        return assemble_knowledge(self.contents, version=self.version)

    def locate(self, problem: Problem) -> Problem:
        """A problem whose path starts at its item, with that item's own file and whole path.

        It stays as it is where there is no item of that id.
        """
        for name, file in self.files.items():
            place = find_item(file.value, problem.item)
            topical = problem.file == TOPICS and is_topic(name)
            if place is not None and (topical or name == problem.file):
                return replace(problem, file=name, path=(*place, *problem.path))
        return problem

    def describe(self, problem: Problem) -> str:
        """One line: `file:line: entry: field: what is wrong and how to mend it`."""
        file = self.files.get(problem.file)
        return file.describe(problem) if file else word_problem(problem, problem.line)


def load_knowledge(folder: Path) -> Knowledge:
    """The knowledge in `folder`; raises KnowledgeError with every problem at once."""
    return ParsedFolder.read(folder).assemble()


def build_knowledge(files: Mapping[str, bytes]) -> Knowledge:
    """The knowledge in files already read (name to bytes).

    Raises KnowledgeError with every problem at once.
    """
    return ParsedFolder.parse(KnowledgeFiles(files)).assemble()


def _parse_file(name: str, data: bytes) -> ParsedFile[BaseModel]:
    # An empty topic file is a topic nobody has written yet.
    return parse_file(name, data, find_model(name), empty=[] if is_topic(name) else None)
