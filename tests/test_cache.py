"""The cached index: keyed by content, ignored when damaged, never needed."""

import json
import os
import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from bot.engine.tables.archive import pack, unpack
from bot.errors import KnowledgeError
from bot.knowledge.cache import ABANDONED_SECONDS, KEPT_FILES
from bot.knowledge.engines import load_engine, train_index

ENTRIES = """
- id: roses
  question: When should roses be pruned?
  answer: Late in winter.
- id: soil
  question: Which soil do tomatoes like?
  answer: Loose soil with compost.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "knowledge" / "faq").mkdir(parents=True)
    (tmp_path / "knowledge" / "faq" / "garden.yaml").write_text(ENTRIES)
    return tmp_path / "knowledge"


def load(folder: Path, cache: Path | None) -> tuple[str, bool]:
    """The best entry for a question, and whether the index had to be trained."""
    trained: list[bool] = []
    _, engine = load_engine(
        folder, cache_folder=cache, before_training=lambda: trained.append(True)
    )
    reply, _ = engine.reply("pruning of roses")
    return reply.matches[0].entry.id, bool(trained)


def test_the_second_start_trains_nothing_and_answers_alike(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    assert load(folder, cache) == ("roses", True)
    assert load(folder, cache) == ("roses", False)


def test_an_empty_list_of_a_gap_stays_one(folder: Path, tmp_path: Path) -> None:
    (folder / "gaps.yaml").write_text(
        "- {id: a, utterances: [price of a spade], missing: M., nearest: []}\n"
        "- {id: b, utterances: [who sells mowers], missing: M.}\n"
    )
    starts = [load_engine(folder, cache_folder=tmp_path / "cache")[0] for _ in range(2)]

    assert [[gap.nearest for gap in knowledge.gaps] for knowledge in starts] == [[(), None]] * 2


def test_changed_knowledge_is_learnt_anew(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load(folder, cache)

    with (folder / "faq" / "garden.yaml").open("a") as file:
        file.write("- {id: hedge, question: How is a hedge cut?, answer: With shears.}\n")

    assert load(folder, cache) == ("roses", True)


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "garbage", "foreign"])
def test_a_damaged_cache_is_ignored_and_replaced(folder: Path, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache"
    load(folder, cache)
    (path,) = cache.glob("*.bin")
    data = bytearray(path.read_bytes())
    if damage == "flip":
        data[len(data) // 2] ^= 0xFF
    damaged = {
        "cut": data[:-100],
        "flip": data,
        "empty": b"",
        "garbage": b"x" * 500,
        "foreign": pack({"words": []}, {"counts": np.zeros(3)}),
    }
    path.write_bytes(damaged[damage])

    assert load(folder, cache) == ("roses", True)
    assert load(folder, cache) == ("roses", False)


def test_what_is_wrong_with_a_damaged_cache_is_logged(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    load(folder, tmp_path)
    (path,) = tmp_path.glob("*.bin")
    path.write_bytes(b"x" * 500)
    load(folder, tmp_path)

    assert "these bytes do not hold an index" in caplog.text


@pytest.mark.parametrize(
    "forgery", ["files", "no files", "an entry less", "claims", "thresholds", "language"]
)
def test_a_cache_that_says_something_else_is_ignored_and_replaced(
    folder: Path, tmp_path: Path, forgery: str
) -> None:
    cache = tmp_path / "cache"
    load(folder, cache)
    (path,) = cache.glob("*.bin")
    texts, arrays = unpack(path.read_bytes())
    (name, entries) = next(iter(texts["files"].items()))
    fewer = json.dumps(json.loads(entries)[:1])
    forged = {
        "files": {"files": []},
        "no files": {"files": {}},
        "an entry less": {"files": {name: fewer}},
        "claims": {"claims": {"claims": [], "region": None}},
        "thresholds": {"index": texts["index"] | {"thresholds": ["a", None]}},
        "language": {"index": texts["index"] | {"language": "germann"}},
    }
    path.write_bytes(pack(texts | forged[forgery], arrays))

    assert load(folder, cache) == ("roses", True)
    assert load(folder, cache) == ("roses", False)


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such files")
@pytest.mark.parametrize("thing", ["a pipe", "a huge file", "a link to itself"])
def test_what_is_no_cache_file_is_not_read_but_replaced(
    folder: Path, tmp_path: Path, thing: str
) -> None:
    cache = tmp_path / "cache"
    load(folder, cache)
    (path,) = cache.glob("*.bin")
    path.unlink()
    if thing == "a pipe":
        os.mkfifo(path)
    elif thing == "a huge file":
        path.touch()
        os.truncate(path, 1 << 40)
    else:
        path.symlink_to(path.name)

    assert load(folder, cache) == ("roses", True)
    assert load(folder, cache) == ("roses", False)


def test_a_cache_folder_that_cannot_be_used_costs_nothing_but_time_and_is_named(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    assert load(folder, blocked) == ("roses", True)
    (said,) = caplog.messages
    assert "every start learns it anew" in said
    assert str(blocked) in said


@pytest.mark.skipif(os.name != "posix", reason="users are known by number there only")
def test_a_user_without_a_home_folder_has_no_cache(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def know_nobody(number: int) -> None:
        raise KeyError(number)

    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", know_nobody)
    monkeypatch.chdir(tmp_path)

    assert load(folder, None) == ("roses", True)
    assert "no home folder" in caplog.text
    assert list(tmp_path.iterdir()) == [folder]


def test_the_reason_why_nothing_is_kept_is_shown_in_a_terminal_too(
    career_bot, folder: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = career_bot("ask", "roses", "--knowledge", folder, env={"XDG_CACHE_HOME": str(blocked)})

    assert "cannot be kept" in done.stderr
    assert str(blocked) in done.stderr


def test_what_a_killed_process_left_half_written_is_removed(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for name in ("left.tmp", "being-written.tmp"):
        (cache / name).mkdir(parents=True)
        (cache / name / "half.bin").write_bytes(b"half")
    long_ago = time.time() - ABANDONED_SECONDS - 60
    os.utime(cache / "left.tmp", (long_ago, long_ago))
    load(folder, cache)

    assert [path.name for path in cache.glob("*.tmp")] == ["being-written.tmp"]


def test_a_cache_file_that_cannot_be_put_in_place_leaves_nothing_behind(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    load(folder, cache)
    (path,) = cache.iterdir()
    path.unlink()
    path.mkdir()

    assert load(folder, cache) == ("roses", True)
    assert list(cache.iterdir()) == [path]


def test_unused_caches_are_removed(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for n in range(KEPT_FILES + 2):
        add_entry(folder, n)
        load(folder, cache)

    assert len(list(cache.glob("*.bin"))) == KEPT_FILES


def test_a_cache_that_is_used_outlives_newer_ones(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    in_use = shutil.copytree(folder, tmp_path / "in-use")
    load(in_use, cache)
    (eldest,) = cache.glob("*.bin")
    os.utime(eldest, (0, 0))
    for n in range(KEPT_FILES - 1):
        add_entry(folder, n)
        load(folder, cache)

    assert load(in_use, cache) == ("roses", False)
    add_entry(folder, KEPT_FILES)
    load(folder, cache)
    assert load(in_use, cache) == ("roses", False)


def add_entry(folder: Path, number: int) -> None:
    """Make a folder's knowledge another one."""
    (folder / "faq" / "more.yaml").write_text(
        f"- {{id: entry-{number}, question: What is {number}?, answer: A number.}}\n"
    )


def test_broken_knowledge_is_refused_whatever_is_cached(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load(folder, cache)
    shutil.rmtree(folder / "faq")

    with pytest.raises(KnowledgeError):
        load(folder, cache)


def test_an_index_trained_ahead_is_used_as_it_is(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    train_index(folder, cache)

    assert load(folder, cache) == ("roses", False)


def test_broken_knowledge_is_not_trained_ahead(folder: Path, tmp_path: Path) -> None:
    (folder / "faq" / "broken.yaml").write_text("- id: no-answer\n  question: What?\n")

    with pytest.raises(KnowledgeError, match="answer"):
        train_index(folder, tmp_path)

    assert list(tmp_path.glob("*.bin")) == []


def test_the_arrays_in_a_cache_file_are_read_in_place(folder: Path, tmp_path: Path) -> None:
    data = train_index(folder, tmp_path).read_bytes()
    _, arrays = unpack(data)
    held = np.frombuffer(data, dtype=np.uint8)

    assert all(np.shares_memory(array, held) for array in arrays.values() if array.size)
