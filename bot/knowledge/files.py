"""The files of a knowledge folder: which are read, their bytes, and a hash of their content."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from rapidfuzz import fuzz, process

from bot.errors import word_os_error
from bot.knowledge.problems import Problem
from bot.knowledge.schema import FILE_MODELS, is_topic

MAX_FILE_BYTES: Final = 32 * 1024 * 1024
"""A file beyond this is a mistake (a dump, a picture), not something a person wrote."""

MAX_FOLDER_BYTES: Final = 2 * MAX_FILE_BYTES
"""What all files may hold together, which one has to read and keep in memory at once."""

NO_FILE: Final = "is no file, or a link that leads nowhere; mend it or remove it"

TOPICS: Final = "faq/*.yaml"
"""How the files of topics are called together."""

NO_FOLDER: Final = f"is not a folder; give the one that holds {TOPICS}"

NEARLY: Final = 80
"""How alike (0..100) a file's name must be to a known one to be meant for it."""


def find_strange_files(folder: Path) -> tuple[list[Problem], list[Problem]]:
    """YAML files beside the known ones: misnamed ones of those, and others, which nobody reads."""
    misnamed, others = [], []
    found = (
        [p.name for p in sorted(folder.iterdir()) if _is_yaml(p.name)] if folder.is_dir() else []
    )
    missing = [name for name in FILE_MODELS if name not in found]
    for name in found:
        if name in FILE_MODELS or name.startswith("."):
            continue
        meant = process.extractOne(name, missing, scorer=fuzz.ratio, score_cutoff=NEARLY)
        if meant is not None:
            what = f"is not read; rename it to {meant[0]}, or move it elsewhere"
            misnamed.append(Problem(file=name, what=what))
        else:
            others.append(Problem(file=name, what="is not read; entries belong in the folder faq"))
    return misnamed, others


@dataclass(frozen=True, slots=True)
class KnowledgeFiles:
    """What stands in a knowledge folder, before anybody knows what it says."""

    contents: Mapping[str, bytes]
    """The bytes of every file by its name inside the folder."""
    problems: tuple[Problem, ...] = ()
    """What could not be read."""

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The files of `folder` that are read; none where it holds too much, or is none."""
        contents, problems = _read_all(folder)
        return cls(contents, tuple(problems))

    @property
    def version(self) -> str:
        """A hash of the files' names and bytes: the same content has the same hash."""
        digest = hashlib.sha256()
        for name, data in self.contents.items():
            digest.update(f"{len(name)}:{name}:{len(data)}:".encode())
            digest.update(data)
        return digest.hexdigest()


def _read_all(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    if not folder.is_dir():
        return {}, [Problem(file=str(folder), what=NO_FOLDER)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    size = 0
    others = [path for path in map(folder.joinpath, FILE_MODELS) if os.path.lexists(path)]
    for path in (*_list_topics(folder, problems), *others):
        name = path.relative_to(folder).as_posix()
        shown = name.encode("utf-8", "backslashreplace").decode()
        if shown != name:
            problems.append(Problem(file=shown, what="has a name that is not UTF-8; rename it"))
            continue
        read = _read(path, name)
        if isinstance(read, Problem):
            problems.append(read)
            continue
        size += len(read)
        if size > MAX_FOLDER_BYTES:
            what = "holds files of over 64 MB together; remove those that nobody wrote"
            problems.append(Problem(file=str(folder), what=what))
            return {}, problems
        files[name] = read
    if not problems and not any(map(is_topic, files)):
        what = f"holds no {TOPICS} file; put at least one entry there"
        problems.append(Problem(file=str(folder), what=what))
    return files, problems


def _read(path: Path, name: str) -> bytes | Problem:
    """The bytes of a file, or why there are none; it waits for nothing that a path may lead to."""

    def open_without_waiting(file: str, flags: int) -> int:
        return os.open(file, flags | getattr(os, "O_NONBLOCK", 0))

    try:
        if not path.is_file():
            return Problem(file=name, what=NO_FILE)
        with open(path, "rb", opener=open_without_waiting) as file:
            data = file.read(MAX_FILE_BYTES + 1)  # files of the system tell no size beforehand
    except OSError as error:
        return Problem(file=name, what=word_unreadable(error))
    if data is None:  # files of the system may have nothing to read yet
        return Problem(file=name, what=NO_FILE)
    if len(data) > MAX_FILE_BYTES:
        return Problem(file=name, what="is over 32 MB; split it or remove it")
    return data


def _list_topics(folder: Path, problems: list[Problem]) -> list[Path]:
    """What is named as a topic below `faq`, in a stable order.

    Folders that cannot be looked into join `problems`. What is hidden are copies and locks that
    editors, archives and mounts keep.
    """

    def report(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            name = Path(error.filename).relative_to(folder).as_posix()
            problems.append(Problem(file=name, what=word_unreadable(error)))

    found = []
    seen: set[str] = set()
    for place, folders, names in os.walk(folder / "faq", onerror=report, followlinks=True):
        real = os.path.realpath(place)
        if real in seen:  # a link that leads back
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(place) / name
            for name in (*folders, *names)
            if _is_yaml(name) and not name.startswith(".")
        ]
    return sorted(found)


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml"))


def word_unreadable(error: OSError) -> str:
    """What is wrong with a file that cannot be read, and what to look at."""
    return f"cannot be read ({word_os_error(error)}); check that it exists and its permissions"
