"""The files of a knowledge folder: which are read, their bytes, and a hash of their content."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from bot.knowledge.problems import Problem
from bot.knowledge.schema import FILE_MODELS

MAX_FILE_BYTES: Final = 32 * 1024 * 1024
"""A file beyond this is a mistake (a dump, a picture), not something a person wrote."""

TOPICS: Final = "faq/*.yaml"
"""How the files of topics are called together."""

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


def read_files(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file by its name inside `folder`, and what could not be read."""
    if not folder.is_dir():
        what = "is not a folder; give the folder that holds faq/*.yaml"
        return {}, [Problem(file=str(folder), what=what)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in (*_list_topics(folder, problems), *_list_others(folder, problems)):
        name = path.relative_to(folder).as_posix()
        shown = name.encode("utf-8", "backslashreplace").decode()
        if shown != name:
            problems.append(Problem(file=shown, what="has a name that is not UTF-8; rename it"))
            continue
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                problems.append(Problem(file=name, what="is over 32 MB; split it or remove it"))
                continue
            files[name] = path.read_bytes()
        except OSError as error:
            problems.append(Problem(file=name, what=word_os_error(error)))
    if not problems and not any(name.startswith("faq/") for name in files):
        what = f"holds no {TOPICS} file; put at least one entry there"
        problems.append(Problem(file=str(folder), what=what))
    return files, problems


def _list_topics(folder: Path, problems: list[Problem]) -> list[Path]:
    """The files below `faq` in a stable order; what cannot be looked into joins `problems`.

    Hidden ones are copies that editors, archives and mounts keep, and links that lead nowhere are
    locks of editors.
    """

    def report(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            name = Path(error.filename).relative_to(folder).as_posix()
            problems.append(Problem(file=name, what=word_os_error(error)))

    found = []
    seen: set[str] = set()
    for place, folders, names in os.walk(folder / "faq", onerror=report, followlinks=True):
        real = os.path.realpath(place)
        if real in seen:  # a link that leads back
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place) / n for n in names if _is_yaml(n) and not n.startswith(".")]
    return sorted(path for path in found if path.is_file())


def _list_others(folder: Path, problems: list[Problem]) -> list[Path]:
    """The known files beside `faq`; those that are there and no files join `problems`."""
    found = []
    for name in FILE_MODELS:
        path = folder / name
        try:
            if path.is_file():
                found.append(path)
            elif path.is_symlink() or path.exists():
                what = "is no file, or a link that leads nowhere; mend it or remove it"
                problems.append(Problem(file=name, what=what))
        except OSError as error:
            problems.append(Problem(file=name, what=word_os_error(error)))
    return found


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml"))


def hash_files(files: Mapping[str, bytes]) -> str:
    """A hash of the files' names and bytes: the same content has the same hash."""
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(f"{len(name)}:{name}:{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()


def word_os_error(error: OSError) -> str:
    """What is wrong with a file that cannot be read, and what to look at."""
    return f"cannot be read ({error.strerror or error}); check that it exists and its permissions"
