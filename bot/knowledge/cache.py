"""What was learnt from knowledge, kept on disk between starts.

Files are named by the content of the knowledge and by the engine's own code, written whole or not
at all, ignored when damaged, and never needed.
"""

import hashlib
import logging
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import platformdirs
from pydantic import BaseModel

from bot.engine.matching.index import Index
from bot.engine.narrowing.claims import ClaimTable
from bot.engine.tables import archive
from bot.engine.tables.archive import DamagedIndexError
from bot.errors import word_os_error
from bot.knowledge.schema import EntryFile, FileList, GapFile, SmallTalkFile, find_model

INDEX_FOLDER: Final = "shipped_index"
"""The folder inside the installed package that holds the shipped knowledge's index."""

KEPT_FILES: Final = 6
"""Cached indexes that stay when a new one is written; those unused for longest are removed."""

ABANDONED_SECONDS: Final = 3600
"""Writing takes a second; what has been half written for so long belongs to a killed process."""

MAX_CACHE_BYTES: Final = 1024**3
"""No knowledge that is small enough to be read makes a file beyond this."""

_ASIDE: Final = ".tmp"
"""What the folders end in where a cache file is written before it is put in place."""
_PACKAGE: Final = Path(__file__).parents[1]
_SPEAKING_LIBRARIES: Final = ("PyStemmer", "pycountry")
"""Of their stems and names of countries is made what is cached."""
_NOT_KEPT: Final = "what was learnt cannot be kept, so every start learns it anew (%s)"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Cached:
    """What a cache file holds."""

    contents: Mapping[str, BaseModel]
    """The validated files, by name."""
    index: Index
    claims: ClaimTable


def find_cache_folder() -> Path | None:
    """The folder of this user's caches that belongs to career-bot; None for a user without one."""
    try:
        return platformdirs.user_cache_path("career-bot", appauthor=False).expanduser()
    except RuntimeError:  # no home folder, as in a container that runs under any user's number
        return None


def name_cache(version: str) -> str:
    """The name of the cache file for a version of knowledge and this version of the code."""
    return f"{version[:32]}-{_fingerprint_code()[:16]}.bin"


@lru_cache(maxsize=1)
def _fingerprint_code() -> str:
    """A hash of the code, and of the libraries whose words are in what is cached."""
    versions = [f"{name} {metadata.version(name)}" for name in _SPEAKING_LIBRARIES]
    digest = hashlib.sha256("\n".join(versions).encode())
    parts = [*(_PACKAGE / "engine").rglob("*"), *(_PACKAGE / "knowledge").glob("*.py")]
    for path in sorted(parts):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()


def find_cached(version: str, folder: Path | None) -> Cached | None:
    """What is kept of a version of knowledge, in `folder` or in the package; None where nothing is.

    A file of `folder` is marked as used now, so that it is kept for longer.
    """
    name = name_cache(version)
    if folder is not None and (cached := _read(folder / name)) is not None:
        with suppress(OSError):  # somebody else's, or gone meanwhile
            (folder / name).touch()
        return cached
    return _read(_PACKAGE / INDEX_FOLDER / name)


def keep(cached: Cached, version: str, folder: Path | None) -> None:
    """Write a cache file into `folder`, or warn that this cannot be done and what it costs."""
    if folder is None:
        _log.warning(_NOT_KEPT, "this user has no home folder; XDG_CACHE_HOME can name one")
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, suffix=_ASIDE) as aside:
            written = Path(aside) / name_cache(version)
            written.write_bytes(pack(cached))
            written.replace(folder / written.name)
    except OSError as error:
        _log.warning(_NOT_KEPT, f"{folder}: {word_os_error(error)}")
        return
    with suppress(OSError):  # another process removes the same
        _remove_unused(folder)


def pack(cached: Cached) -> bytes:
    """What a cache file is made of."""
    index, arrays = cached.index.to_parts()
    files = {name: model.model_dump_json(by_alias=True) for name, model in cached.contents.items()}
    texts = {"files": files, "claims": cached.claims.to_json(), "index": index}
    return archive.pack(texts, arrays)


def _read(path: Path) -> Cached | None:
    """What a cache file holds; None where it cannot be used, whatever stands in its place."""
    try:
        if not path.is_file():
            return None
        if path.stat().st_size > MAX_CACHE_BYTES:
            raise DamagedIndexError("no index is that large")
        return _unpack(path.read_bytes())
    except OSError:
        return None
    except DamagedIndexError as error:
        _log.warning("ignoring a damaged cache file (%s): %s", error, path.name)
    except Exception as error:  # noqa: BLE001 # a cache is never needed, so none may stop a start
        _log.warning("ignoring an unusable cache file (%s): %s", type(error).__name__, path.name)
    return None


def _unpack(data: bytes) -> Cached:
    """What `pack` put together; raises DamagedIndexError or what meets it in bytes like none."""
    texts, arrays = archive.unpack(data)
    contents = {
        name: find_model(name).model_validate_json(text) for name, text in texts["files"].items()
    }
    claims = ClaimTable.from_json(texts["claims"])
    index = Index.from_parts(texts["index"], arrays)
    entries = _count(contents, EntryFile)
    extras = _count(contents, GapFile, SmallTalkFile)
    if len(claims.claims) != entries or index.size != entries + extras:
        raise DamagedIndexError("the index is not that of these files")
    return Cached(contents, index, claims)


def _count(contents: Mapping[str, BaseModel], *models: type[FileList[Any]]) -> int:
    """How many items the files of these formats hold together."""
    return sum(len(file.root) for file in contents.values() if isinstance(file, models))


def _remove_unused(folder: Path) -> None:
    used = sorted(folder.glob("*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in used[KEPT_FILES:]:
        path.unlink(missing_ok=True)
    for aside in folder.glob(f"*{_ASIDE}"):
        if time.time() - aside.stat().st_mtime > ABANDONED_SECONDS:
            shutil.rmtree(aside, ignore_errors=True)
