"""`career-bot ask --jsonl`: one object per line in, one out, in order, whatever comes in."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

KEYS = ["id", "outcome", "entries", "text", "suggestions", "score", "matches", "ms"]


@pytest.fixture
def answer(career_bot, library):
    """The objects that lines (objects or raw bytes) are answered with."""

    def run(*lines: object, options: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        data = b"".join(
            (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n"
            for line in lines
        )
        done = career_bot("ask", "--jsonl", *options, "--knowledge", library, stdin=data)
        assert done.returncode == 0
        assert done.stderr == ""
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


def test_an_answer_has_the_documented_keys_and_types(answer) -> None:
    [reply] = answer({"id": "any", "turns": ["when do you open"], "mode": "direct"})

    assert list(reply) == KEYS
    assert reply["id"] == "any"
    assert reply["outcome"] == "answer"
    assert reply["entries"] == ["opening-hours"]
    assert reply["text"] == (
        "**Every day from 9 to 17**, see `the door`.\n\n"
        "-# Source: “The leaflet”, The library, 2024-05-06"
    )
    assert reply["suggestions"] == [
        {"id": "membership", "question": "How do I become a member?"},
        {"id": "borrowing", "question": "How many books can I borrow?"},
    ]
    assert reply["matches"][0] == {"id": "opening-hours", "score": reply["score"]}
    assert 0 < reply["score"] <= 1
    assert reply["ms"] > 0


def test_an_answer_stays_one_line_for_readers_that_end_lines_at_other_marks(answer) -> None:
    marks = "\u2028 \u2029 \x85 \x0b \x0c \x1c \x1d \x1e"
    [reply] = answer({"id": marks, "turns": ["when do you open"]})

    assert reply["id"] == marks


def test_matches_are_the_best_first_whatever_the_outcome(answer) -> None:
    [reply] = answer({"id": 1, "turns": ["how do volcanoes erupt"]})
    scores = [match["score"] for match in reply["matches"]]

    assert reply["outcome"] == "fallback"
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_near_nothing_examples_are_suggested(answer) -> None:
    [reply] = answer({"id": 1, "turns": ["how do volcanoes erupt"]})
    suggested = [suggestion["id"] for suggestion in reply["suggestions"]]

    assert suggested == ["opening-hours", "borrowing", "membership"]
    assert suggested != [match["id"] for match in reply["matches"]]


def test_turns_are_one_conversation(answer) -> None:
    chosen, other = answer(
        {"id": 1, "turns": ["how do I become a member?", "the second one"]},
        {"id": 2, "turns": ["the second one"]},
    )

    assert chosen["entries"] == ["opening-hours"]
    assert other["entries"] == []


def test_silence_has_no_text(answer) -> None:
    [reply] = answer({"id": 1, "turns": ["lol what a day"], "mode": "ambient"})

    assert (reply["outcome"], reply["text"], reply["entries"]) == ("silence", "", [])


@pytest.mark.parametrize(
    ("line", "identifier", "word"),
    [
        (b"", None, "JSON"),
        (b"not json", None, "JSON"),
        (b"[1, 2]", None, "object"),
        (b'"text"', None, "object"),
        (b"NaN", None, "JSON"),
        (b'{"id": NaN, "turns": ["x"]}', None, "JSON"),
        (b'{"id": 7}', 7, "turns"),
        (b'{"id": "a", "turns": []}', "a", "turns"),
        (b'{"id": "a", "turns": "when"}', "a", "turns"),
        (b'{"id": "a", "turns": [1]}', "a", "turns"),
        (b'{"id": {"b": [1]}, "turns": ["x"], "mode": "loud"}', {"b": [1]}, "mode"),
        (b'{"id": "a", "turns": ["x"], "mode": ["direct"]}', "a", "mode"),
        (b'{"id": "a", "turns": ["x"], "why": "yes"}', "a", "why"),
        (b'{"id": "a", "turns": ["\xff"]}', None, "UTF-8"),
        (b"[" * 100_000, None, "JSON"),
        (b'{"id": ' + b"9" * 5000 + b"}", None, "JSON"),
        (b'{"id": 1e999, "turns": ["x"]}', None, "too large"),
        (b'{"id": [-1e999], "turns": []}', None, "too large"),
        (b'{"id": "a", "turns": ["x"]', None, "JSON"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_run_goes_on(
    answer, line: bytes, identifier: object, word: str
) -> None:
    bad, good = answer(line, {"id": "next", "turns": ["when do you open"]})

    assert list(bad) == ["id", "error"]
    assert bad["id"] == identifier
    assert word in bad["error"]
    assert (good["id"], good["outcome"]) == ("next", "answer")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\ud800 open",
        "\x00",
        "x" * 100_000,
        "open " * 20_000,
        "🏳️‍🌈" * 50,
        "１２３ ｏｐｅｎ",
    ],
    ids=["empty", "blank", "surrogate", "nul", "one long word", "long", "emoji", "full width"],
)
def test_any_text_gets_a_reply(answer, text: str) -> None:
    [reply] = answer({"id": text[:10], "turns": [text, text]})

    assert list(reply) == KEYS
    assert reply["id"] == text[:10]


def test_the_last_line_needs_no_end_and_windows_ends_are_fine(career_bot, library) -> None:
    line = b'{"id": 1, "turns": ["when do you open"]}'
    done = career_bot("ask", "--jsonl", "--knowledge", library, stdin=line + b"\r\n" + line)

    assert [json.loads(x)["outcome"] for x in done.stdout.splitlines()] == ["answer"] * 2


def test_an_error_is_one_sentence_where_the_line_has_an_id_too(answer) -> None:
    [bad] = answer({"id": "a", "turns": []})

    assert bad == {"id": "a", "error": "turns must be a list of one or more texts"}


def test_a_byte_order_mark_is_no_error(answer) -> None:
    [reply] = answer(b'\xef\xbb\xbf{"id": 1, "turns": ["when do you open"]}')

    assert reply["outcome"] == "answer"


def test_why_is_told_when_asked_for(answer) -> None:
    plain, asked = answer(
        {"id": 1, "turns": ["when do you opne"]},
        {"id": 2, "turns": ["when do you opne"], "why": True},
    )
    [by_option] = answer({"id": 3, "turns": ["when do you opne"]}, options=("--why",))

    assert "why" not in plain
    assert list(asked)[:-1] == KEYS
    assert asked["why"] == by_option["why"]
    assert {"reason", "query", "repairs", "used_context", "details", "matches"} == set(asked["why"])
    assert asked["why"]["reason"]
    assert asked["why"]["matches"][0]["id"] == "opening-hours"
    assert asked["why"]["matches"][0]["utterance"] == "what time do you open"
    assert asked["why"]["matches"][0]["words"]
    assert asked["why"]["matches"][0]["missed"] == []
    assert asked["why"]["matches"][0]["ruled_out"] == ""


def test_each_answer_is_flushed_before_the_next_line_is_read(
    environment: dict[str, str], library: Path, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--jsonl", "--knowledge", str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[1])},
        cwd=tmp_path,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "turns": ["when do you open"]}) + "\n")
            process.stdin.flush()

            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_ambient_and_direct_lines_do_not_touch_each_other(answer) -> None:
    first, _, again = answer(
        {"id": 1, "turns": ["when do you open"]},
        {"id": 2, "turns": ["how do I join", "and loans?"], "mode": "ambient"},
        {"id": 3, "turns": ["when do you open"]},
    )
    for reply in (first, again):
        del reply["id"], reply["ms"]

    assert first == again
