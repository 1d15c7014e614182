"""The files of a knowledge folder: which are read, their bytes, and a hash of their content."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.knowledge.problems import Problem
from bot.knowledge.schema import FILE_MODELS

MAX_FILE_BYTES = 32 * 1024 * 1024
"""A file beyond this is a mistake (a dump, a picture), not something a person wrote."""


def list_files(folder: Path) -> list[Path]:
    """The files of a knowledge folder that are read, in a stable order."""
    faq = sorted(p for p in (folder / "faq").rglob("*") if p.suffix in {".yaml", ".yml"})
    others = [folder / name for name in FILE_MODELS]
    return [path for path in (*faq, *others) if path.is_file()]


def find_misnamed_files(folder: Path) -> list[Problem]:
    """YAML files beside the known ones whose name is nearly that of a known one."""
    found = [p.name for p in sorted(folder.glob("*.y*ml")) if p.name not in FILE_MODELS]
    problems = []
    for name in found:
        meant = process.extractOne(name, FILE_MODELS.keys(), scorer=fuzz.ratio, score_cutoff=75)
        if meant is not None:
            what = f"is not read; rename it to {meant[0]}"
            problems.append(Problem(file=name, what=what))
    return problems


def read_files(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file by its name inside `folder`, and what could not be read."""
    if not folder.is_dir():
        what = "is not a folder; give the folder that holds faq/*.yaml"
        return {}, [Problem(file=str(folder), what=what)]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    try:
        paths = list_files(folder)
    except OSError as error:
        return {}, [Problem(file=str(folder), what=word_os_error(error))]
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                problems.append(Problem(file=name, what="is over 32 MB; split it or remove it"))
                continue
            files[name] = path.read_bytes()
        except OSError as error:
            problems.append(Problem(file=name, what=word_os_error(error)))
    if not problems and not any(name.startswith("faq/") for name in files):
        what = "holds no faq/*.yaml file; put at least one entry there"
        problems.append(Problem(file=str(folder), what=what))
    return files, problems


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
