"""What tests of several parts share: the command as a process, and folders of knowledge.

Being here also puts this folder on the import path, where tests find `discord_stand_in`.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.engine.engine import Engine
from bot.errors import KnowledgeError
from bot.knowledge.engines import load_engine
from bot.knowledge.loader import load_knowledge
from bot.knowledge.shipped import find_shipped_knowledge
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
SETTINGS = {name.upper() for name in Settings.model_fields}

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteKnowledge = Callable[..., Path]

ENTRIES = """\
- id: opening-hours
  question: When is the library open?
  utterances: [opening hours, what time do you open, when do you close, are you open on sunday]
  answer: |
    **Every day from 9 to 17**, see `the door`.
  sources: [leaflet]
  follow_ups: [membership, borrowing]
- id: membership
  question: How do I become a member?
  utterances: [get a library card, sign up, join the library, membership]
  answer: Bring a photo to the desk.
  follow_ups: [borrowing, opening-hours]
- id: borrowing
  question: How many books can I borrow?
  utterances: [borrowing limit, how many books at once, maximum number of loans]
  answer: Up to twelve at a time.
  sources: [leaflet]
  follow_ups: [opening-hours]
"""
SOURCES = """\
- id: leaflet
  title: The leaflet
  author: The library
  date: 2024-05-06
  figures: [{value: 9, what: opening}, {value: 17, what: closing}, {value: 12, what: loans}]
"""


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder of the tests' own, shared so that each knowledge is trained once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session", autouse=True)
def _heed_interrupts() -> None:
    """Let the command be interrupted where this run is not, as a shell starts `pytest &`."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shipped_engine(cache_home: Path) -> Engine:
    """An engine that answers from the shipped knowledge, whose index is in the cache from then."""
    _, engine = load_engine(find_shipped_knowledge(), cache_folder=cache_home / "career-bot")
    return engine


@pytest.fixture
def environment(cache_home: Path) -> dict[str, str]:
    """The environment of the command: no settings, and a cache folder of its own."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in SETTINGS}
    return kept | {"XDG_CACHE_HOME": str(cache_home), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def career_bot(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs `career-bot` as a process in an empty folder; text in, text out."""

    def run(
        *arguments: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            input=data,
            capture_output=True,
            env=environment | {"PYTHONPATH": str(ROOT)} | dict(env or {}),
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run


@pytest.fixture
def write_knowledge(tmp_path: Path) -> WriteKnowledge:
    """Writes a knowledge folder from texts by file name, and returns it."""

    def write(files: Mapping[str, str | bytes], name: str = "knowledge") -> Path:
        folder = tmp_path / name
        for file, text in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    return write


@pytest.fixture
def problems(write_knowledge: WriteKnowledge) -> Callable[[Mapping[str, str | bytes]], list[str]]:
    """The lines that loading these files reports."""

    def load(files: Mapping[str, str | bytes]) -> list[str]:
        with pytest.raises(KnowledgeError) as caught:
            load_knowledge(write_knowledge(files))
        return caught.value.problems

    return load


@pytest.fixture
def library(write_knowledge: WriteKnowledge) -> Path:
    """A small knowledge folder about a library: three entries and a source."""
    return write_knowledge({"faq/library.yaml": ENTRIES, "sources.yaml": SOURCES}, "library")
