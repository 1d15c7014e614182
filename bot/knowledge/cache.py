"""Engines from knowledge folders, with the trained index kept on disk between starts.

The cache is keyed by the content of the knowledge and by the engine's own code, written whole or
not at all, ignored when damaged, and never needed.
"""

import hashlib
import logging
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import platformdirs
from pydantic import BaseModel

from bot.engine import archive
from bot.engine.archive import DamagedIndexError
from bot.engine.claims import ClaimTable
from bot.engine.engine import Engine, build_index
from bot.engine.index import Index
from bot.knowledge.assembly import assemble_knowledge
from bot.knowledge.base import Knowledge
from bot.knowledge.files import hash_files, read_files
from bot.knowledge.loader import parse_files
from bot.knowledge.schema import FILE_MODELS, EntryFile

INDEX_FOLDER = "shipped_index"
"""The folder inside the installed package that holds the shipped knowledge's index."""

KEPT_FILES = 6
"""Cached indexes that stay when a new one is written; those unused for longest are removed."""

_PACKAGE = Path(__file__).parents[1]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Cached:
    """What a cache file holds."""

    contents: Mapping[str, BaseModel]
    """The validated files, by name."""
    index: Index
    claims: ClaimTable


def load_engine(
    folder: Path,
    *,
    threshold: float | None = None,
    ambiguity_threshold: float | None = None,
    cache_folder: Path | None = None,
    before_training: Callable[[], None] | None = None,
) -> tuple[Knowledge, Engine]:
    """The knowledge in `folder` and an engine that answers from it.

    Raises KnowledgeError with every problem at once. `cache_folder` is the user's cache folder
    unless given; a cache that cannot be read or written costs time and nothing else: without one
    the index is trained, which takes seconds and which `before_training` may announce.
    """
    files, problems = read_files(folder)
    if problems:
        parse_files(files, problems).require_valid()
    version = hash_files(files)
    path = (cache_folder or find_cache_folder()) / _name_cache(version)
    cached = _reuse_cache(path) or _read_cache(_PACKAGE / INDEX_FOLDER / path.name)
    if cached is None:
        parsed = parse_files(files)
        parsed.require_valid()
        if before_training is not None:
            before_training()
        cached = _train(parsed.contents, version)
        _write_cache(path, cached)
    knowledge = assemble_knowledge(cached.contents, version=version)
    engine = make_engine(
        knowledge,
        index=cached.index,
        claims=cached.claims,
        threshold=threshold,
        ambiguity_threshold=ambiguity_threshold,
    )
    return knowledge, engine


def train_index(folder: Path, into: Path) -> Path:
    """Train on the knowledge in `folder` and write its cache file to `into`, returning its path.

    Raises KnowledgeError with every problem at once, and OSError when it cannot be written.
    """
    files, problems = read_files(folder)
    parsed = parse_files(files, problems)
    parsed.require_valid()
    version = hash_files(files)
    path = into / _name_cache(version)
    path.write_bytes(_pack_cache(_train(parsed.contents, version)))
    return path


def make_engine(
    knowledge: Knowledge,
    *,
    index: Index | None = None,
    claims: ClaimTable | None = None,
    threshold: float | None = None,
    ambiguity_threshold: float | None = None,
) -> Engine:
    """An engine that answers from `knowledge`; trains an index where none is given."""
    return Engine(
        knowledge.entries,
        vocabulary=knowledge.vocabulary,
        small_talk=knowledge.small_talk,
        gaps=knowledge.gaps,
        index=index,
        claims=claims,
        threshold=threshold,
        ambiguity_threshold=ambiguity_threshold,
    )


def _train(contents: Mapping[str, BaseModel], version: str) -> _Cached:
    knowledge = assemble_knowledge(contents, version=version)
    index = build_index(
        knowledge.entries,
        vocabulary=knowledge.vocabulary,
        small_talk=knowledge.small_talk,
        gaps=knowledge.gaps,
    )
    return _Cached(contents, index, ClaimTable.read(knowledge.vocabulary, knowledge.entries))


def find_cache_folder() -> Path:
    """The folder of this user's caches that belongs to career-bot."""
    return platformdirs.user_cache_path("career-bot", appauthor=False)


def _name_cache(version: str) -> str:
    """The name of the cache file for a version of knowledge and this version of the code."""
    return f"{version[:32]}-{_fingerprint_code()[:16]}.bin"


@lru_cache(maxsize=1)
def _fingerprint_code() -> str:
    """A hash of the code and the stemmer that a cached index depends on."""
    digest = hashlib.sha256(metadata.version("PyStemmer").encode())
    parts = [*(_PACKAGE / "engine").rglob("*"), *(_PACKAGE / "knowledge").glob("*.py")]
    for path in sorted(parts):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read_cache(path: Path) -> _Cached | None:
    """What a cache file holds; None where it cannot be used."""
    try:
        texts, arrays = archive.unpack(path.read_bytes())
    except OSError:
        return None
    except DamagedIndexError:
        _log.warning("ignoring a damaged cache file: %s", path.name)
        return None
    try:
        contents = {
            name: FILE_MODELS.get(name, EntryFile).model_validate_json(text)
            for name, text in texts["files"].items()
        }
        claims = ClaimTable.from_json(texts["claims"])
        return _Cached(contents, Index.from_parts(texts["index"], arrays), claims)
    except (ValueError, KeyError, TypeError) as error:
        _log.warning("ignoring an unusable cache file (%s): %s", type(error).__name__, path.name)
        return None


def _reuse_cache(path: Path) -> _Cached | None:
    """What `_read_cache` finds, with the file marked as used now, so that it is kept for longer."""
    cached = _read_cache(path)
    if cached is not None:
        with suppress(OSError):  # somebody else's, or gone meanwhile
            path.touch()
    return cached


def _write_cache(path: Path, cached: _Cached) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
            file.write(_pack_cache(cached))
        Path(file.name).replace(path)
        _remove_unused(path.parent)
    except OSError as error:
        _log.info("the index is not cached: %s", error.strerror)


def _pack_cache(cached: _Cached) -> bytes:
    index, arrays = cached.index.to_parts()
    files = {name: model.model_dump_json(by_alias=True) for name, model in cached.contents.items()}
    texts = {"files": files, "claims": cached.claims.to_json(), "index": index}
    return archive.pack(texts, arrays)


def _remove_unused(folder: Path) -> None:
    used = sorted(folder.glob("*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in used[KEPT_FILES:]:
        path.unlink(missing_ok=True)
