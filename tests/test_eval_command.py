"""`career-bot eval` as a process: tables, files, comparison, and the bar."""

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parents[1]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")

QUESTIONS = """\
- {query: when do you open, expects: [opening-hours], kind: easy}
- {query: how do i join the library, expects: [membership], kind: easy}
- {query: how do volcanoes erupt, expects: [], kind: far}
- {query: lol what a day, expects: [], kind: chatter, mode: ambient}
"""
ROW = {
    "turns": ["when do you open"],
    "mode": "direct",
    "kind": "easy",
    "expects": ["opening-hours"],
    "outcome": "answer",
    "entries": ["opening-hours"],
    "verdict": "right",
    "right": True,
}
"""A row as `eval --json` prints it."""
WRONG = "- {query: when do you open, expects: [borrowing], kind: mislabelled}\n"


@pytest.fixture
def evaluate(career_bot, library: Path, tmp_path: Path):
    """Runs `career-bot eval` on labelled questions."""

    def run(text: str, *options: str | Path, env: Mapping[str, str] | None = None):
        path = tmp_path / "questions.yaml"
        path.write_text(text, encoding="utf-8")
        return career_bot("eval", path, "--knowledge", library, *options, env=env)

    return run


def test_the_table_has_a_row_per_kind_and_the_bar_decides(evaluate) -> None:
    good = evaluate(QUESTIONS)
    bad = evaluate(QUESTIONS + WRONG)
    rows = {line.split()[0]: line.split()[1:] for line in good.stdout.splitlines() if line.split()}

    assert good.returncode == 0
    assert rows["kind"][:3] == ["n", "right", "wrong"]
    assert rows["easy"][:3] == ["2", "100.0", "0.0"]
    assert rows["far"][:2] == ["1", "100.0"]
    assert rows["chatter"][:2] == ["1", "100.0"]
    assert "\x1b" not in good.stdout
    assert good.stderr == ""
    assert bad.returncode == 1
    assert "answerable questions right: 66.7 % (at least 90 %): NOT MET" in bad.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")
@pytest.mark.parametrize("columns", [40, 80])
def test_a_narrow_terminal_cuts_no_cell(
    library: Path, environment: dict[str, str], tmp_path: Path, columns: int
) -> None:
    (tmp_path / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    process = pexpect.spawn(
        sys.executable,
        ["-m", "bot", "eval", "questions.yaml", "--knowledge", str(library), "--thresholds"],
        encoding="utf-8",
        env=environment | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
        cwd=str(tmp_path),
        dimensions=(24, columns),
        timeout=60,
    )
    process.expect(pexpect.EOF)
    process.close()
    text = ESCAPES.sub("", process.before or "")
    lines = [line.split() for line in text.splitlines()]

    assert ["kind", "n", "right"] in [line[:3] for line in lines]
    assert ["easy", "2", "100.0"] in [line[:3] for line in lines]
    assert "…" not in text


def test_the_bar_can_be_moved(evaluate) -> None:
    done = evaluate(QUESTIONS + WRONG, "--min-right", "60", "--max-wrong", "40")

    assert done.returncode == 0


def test_several_files_are_one_evaluation(career_bot, library: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(QUESTIONS, encoding="utf-8")
    done = career_bot("eval", "one.yaml", "two.yaml", "--knowledge", library, "--json")

    assert json.loads(done.stdout)["overall"]["count"] == 8


def test_json_holds_the_same_for_machines(evaluate) -> None:
    done = evaluate(QUESTIONS + WRONG, "--json")
    report = json.loads(done.stdout)

    assert done.returncode == 1
    assert report["passed"] is False
    assert report["kinds"]["easy"]["right"] == 1
    assert set(report["kinds"]["easy"]) >= {
        "count", "right", "wrong", "offered", "asked", "declined", "silent",
        "top_1", "top_3", "auroc", "p50", "p99",
    }  # fmt: skip
    assert report["rows"][0]["entries"] == ["opening-hours"]
    assert set(report["thresholds"]) == {"threshold", "ambiguity_threshold"}


def test_the_table_names_the_thresholds_in_force(evaluate) -> None:
    done = evaluate(QUESTIONS, env={"THRESHOLD": "0.3", "AMBIGUITY_THRESHOLD": "0.25"})

    assert "Thresholds: threshold 0.300, ambiguity_threshold 0.250\n" in done.stdout


def test_failures_are_written_for_people(evaluate, tmp_path: Path) -> None:
    done = evaluate(QUESTIONS + WRONG, "--failures", tmp_path / "failures.md")
    text = (tmp_path / "failures.md").read_text(encoding="utf-8")

    assert done.stdout.endswith(f"Failures: {tmp_path / 'failures.md'}\n")
    assert "## mislabelled (1)" in text
    assert "best:    opening-hours 0." in text
    assert "expects: borrowing" in text
    assert "questions.yaml:5" in text


def test_json_stays_alone_on_standard_output_beside_written_failures(
    evaluate, tmp_path: Path
) -> None:
    done = evaluate(QUESTIONS + WRONG, "--json", "--failures", tmp_path / "failures.md")

    assert json.loads(done.stdout)["passed"] is False
    assert (tmp_path / "failures.md").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_run_is_shown_even_where_its_failures_cannot_be_written(evaluate) -> None:
    done = evaluate(QUESTIONS, "--failures", "/dev/full")

    assert done.returncode == 2
    assert "Bar, answerable questions right: 100.0 %" in done.stdout
    assert "/dev/full cannot be written" in done.stderr


def test_a_missed_question_tells_whether_its_entry_was_suggested(evaluate, tmp_path: Path) -> None:
    missed = (
        "- {query: when do you open, expects: [opening-hours], kind: found}\n"
        "- {query: when do you open, expects: [borrowing], kind: lost}\n"
    )
    evaluate(missed, "--failures", tmp_path / "failures.md", env={"THRESHOLD": "1"})
    text = (tmp_path / "failures.md").read_text(encoding="utf-8")
    found, _, lost = text.partition("## lost")

    assert "below:   an expected entry is suggested" in found
    assert "below:   no expected entry is suggested" in lost


@pytest.mark.parametrize(
    ("threshold", "told"),
    [("0.3", True), ("1", False)],
    ids=["told of", "not sure enough to be told of"],
)
def test_a_missed_question_names_the_gap_that_took_it(
    evaluate, career_bot, library: Path, tmp_path: Path, threshold: str, told: bool
) -> None:
    (library / "gaps.yaml").write_text(
        "- {id: parking, utterances: [where can i park, parking], missing: I know no car park.}\n",
        encoding="utf-8",
    )
    (library / "small_talk.yaml").write_text(
        "- {id: thanks, utterances: [thanks, thank you so much], reply: Read on!}\n",
        encoding="utf-8",
    )
    missed = (
        "- {query: where can i park my car, expects: [opening-hours], kind: gap}\n"
        "- {query: thank you so very much, expects: [opening-hours], kind: talk}\n"
        "- {query: how do volcanoes erupt, expects: [opening-hours], kind: far}\n"
    )
    evaluate(missed, "--failures", tmp_path / "failures.md", env={"THRESHOLD": threshold})
    text = (tmp_path / "failures.md").read_text(encoding="utf-8")
    asked = career_bot(
        "ask", "where can i park my car", "--knowledge", library, env={"THRESHOLD": threshold}
    )

    assert ("I know no car park." in asked.stdout) is told
    assert re.findall("got: .*", text) == [
        "got:     fallback: the gap parking (declined)",
        "got:     fallback: the small talk thanks (declined)",
        "got:     fallback (declined)",
    ]


def test_what_changed_since_an_earlier_run_is_shown(evaluate, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text(evaluate(QUESTIONS, "--json").stdout, encoding="utf-8")
    same = evaluate(QUESTIONS, "--compare", old)
    report = json.loads(old.read_text(encoding="utf-8"))
    report["rows"][0] |= {"verdict": "wrong", "right": False, "entries": ["membership"]}
    old.write_text(json.dumps(report), encoding="utf-8")
    better = evaluate(QUESTIONS, "--compare", old)
    machine = json.loads(evaluate(QUESTIONS, "--compare", old, "--json").stdout)

    assert "Compared: 0 better, 0 worse, 0 otherwise changed" in same.stdout
    assert "Compared: 1 better, 0 worse" in better.stdout
    assert "opening-hours:\n  + when do you open" in better.stdout
    assert machine["comparison"]["changes"][0]["better"] is True


def test_thresholds_are_swept_when_asked_for(evaluate) -> None:
    done = evaluate(QUESTIONS, "--thresholds")

    assert "What each threshold would cost" in done.stdout
    assert "What each ambiguity threshold would cost" in done.stdout
    assert done.stdout.count("* in force") == 2
    assert "THRESHOLD and AMBIGUITY_THRESHOLD" in done.stdout


def test_questions_about_another_knowledge_are_told_so_in_one_line(evaluate, library: Path) -> None:
    strange = "".join(f"- {{query: x, expects: [plants-{n}]}}\n" for n in range(10))
    done = evaluate(strange + "- {query: x, expects: [membership]}\n")
    some = evaluate(strange + QUESTIONS)

    assert done.returncode == some.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"is in the knowledge at {library}; give" in done.stderr
    assert "--knowledge" in done.stderr
    assert "questions.yaml:1: item 1: expects: the knowledge has no entry plants-0" in some.stderr
    assert "questions.yaml:10: item 10: expects: the knowledge has no entry plants-9" in some.stderr


def test_every_problem_of_the_questions_is_listed_alike_at_once(evaluate, tmp_path: Path) -> None:
    done = evaluate(
        "- {query: x, expects: [nowhere]}\n"
        "- {query: x, expects: [], mode: loud}\n"
        "- {query: x, expects: [membership, no-way, never]}\n"
    )
    path = tmp_path / "questions.yaml"
    remedy = "correct it, or give another --knowledge"

    assert done.returncode == 2
    assert sorted(done.stderr.removeprefix("career-bot: ").splitlines()) == [
        f"{path}:1: item 1: expects: the knowledge has no entry nowhere; {remedy}",
        f"{path}:2: item 2: mode: must be 'direct' or 'ambient', not 'loud'",
        f"{path}:3: item 3: expects: the knowledge has no entry no-way, never; {remedy}",
    ]


@pytest.mark.parametrize("percent", ["nan", "inf", "101", "-5"])
def test_the_bar_is_in_percent(evaluate, percent: str) -> None:
    done = evaluate(QUESTIONS, f"--max-wrong={percent}")

    assert done.returncode == 2
    assert "--max-wrong" in done.stderr
    assert "give a number from 0 to 100" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("- {query: x, expects: [nowhere]}", [], ["questions.yaml:1", "nowhere"]),
        ("[", [], ["not valid YAML"]),
        (QUESTIONS, ["--compare", "nowhere.json"], ["nowhere.json", "cannot be read"]),
        (QUESTIONS, ["--compare", "questions.yaml"], ["career-bot eval --json"]),
        (QUESTIONS, ["--compare", "rows.json"], ["career-bot eval --json"]),
        (QUESTIONS, ["--failures", "nowhere/failures.md"], ["cannot be written"]),
        (QUESTIONS, ["--json", "--thresholds"], ["either --json or --thresholds"]),
    ],
    ids=[
        "unknown entry",
        "no YAML",
        "nothing to compare",
        "no report",
        "rows of another kind",
        "no such folder",
        "two kinds of output",
    ],
)
def test_what_cannot_be_used_ends_with_status_2(
    evaluate, tmp_path: Path, text: str, options: list[str], words: list[str]
) -> None:
    (tmp_path / "rows.json").write_text(json.dumps({"rows": [ROW | {"turns": 5}]}))
    done = evaluate(text, *options)

    assert done.returncode == 2
    assert all(word in done.stderr for word in words)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
