"""Engines from knowledge folders, trained anew only where no cached index fits."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from bot.engine.engine import Engine, build_index
from bot.engine.matching.index import Index
from bot.engine.narrowing.claims import ClaimTable
from bot.knowledge.assembly import assemble_knowledge
from bot.knowledge.base import Knowledge
from bot.knowledge.cache import Cached, find_cache_folder, find_cached, keep, name_cache, pack
from bot.knowledge.files import KnowledgeFiles
from bot.knowledge.loader import ParsedFolder

LEARNING: Final = "Learning this knowledge; it takes some seconds."
"""What to tell those who wait while an index is trained."""


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
    files = KnowledgeFiles.read(folder)
    version = files.version
    cache_folder = cache_folder or find_cache_folder()
    cached = None if files.problems else find_cached(version, cache_folder)
    if cached is None:
        parsed = ParsedFolder.parse(files)
        parsed.require_valid()
        if before_training is not None:
            before_training()
        cached = _train(parsed)
        keep(cached, version, cache_folder)
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
    parsed = ParsedFolder.read(folder)
    path = into / name_cache(parsed.version)
    path.write_bytes(pack(_train(parsed)))
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


def _train(parsed: ParsedFolder) -> Cached:
    knowledge = parsed.assemble()
    index = build_index(
        knowledge.entries,
        vocabulary=knowledge.vocabulary,
        small_talk=knowledge.small_talk,
        gaps=knowledge.gaps,
    )
    return Cached(parsed.contents, index, ClaimTable.read(knowledge.vocabulary, knowledge.entries))
