"""The command line as a process: answers, exit statuses, one sentence for every misuse."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.cli import SETTINGS
from bot.settings import Settings

ESCAPE = "\x1b"


@pytest.fixture
def ask(career_bot, library):
    def run(*arguments, **options):
        return career_bot("ask", "--knowledge", library, *arguments, **options)

    return run


def test_an_answer_comes_with_its_source_and_what_to_ask_next(ask) -> None:
    done = ask("when do you open")

    assert done.returncode == 0
    assert "Every day from 9 to 17, see the door." in done.stdout
    assert "Source: “The leaflet”, The library, 2024-05-06" in done.stdout
    assert "- How do I become a member?" in done.stdout
    assert done.stderr == ""


def test_output_that_is_no_terminal_is_plain(ask) -> None:
    done = ask("when do you open")

    assert ESCAPE not in done.stdout
    assert not re.search(r"\*\*|`|^-# ", done.stdout, re.MULTILINE)


def test_a_source_is_a_link_whatever_its_title_holds(career_bot, write_knowledge) -> None:
    entry = "- {id: a, question: Why is it so?, answer: Because., sources: [s]}"
    source = '- {id: s, title: "The Guide [2nd ed]", url: "https://example.org/a"}'
    folder = write_knowledge({"faq/a.yaml": entry, "sources.yaml": source})
    done = career_bot("ask", "why is it so", "--knowledge", folder)

    assert "Source: The Guide (2nd ed) (https://example.org/a)" in done.stdout


def test_near_nothing_examples_are_offered(ask) -> None:
    done = ask("how do volcanoes erupt")

    assert done.stdout.endswith(
        "I can answer questions like these:\n"
        "- When is the library open?\n- How many books can I borrow?\n- How do I become a member?\n"
    )


def test_the_nearest_questions_are_offered_where_none_is_near_enough(ask) -> None:
    done = ask("when do you open", env={"THRESHOLD": "0.999"})

    assert "\n\nPerhaps one of these helps:\n- When is the library open?\n" in done.stdout


def test_what_is_not_answered_ends_with_status_1(ask) -> None:
    done = ask("how do volcanoes erupt")

    assert done.returncode == 1
    assert "I don't have an answer to that." in done.stdout


@pytest.mark.parametrize("question", ["", " ", "😀", "?" * 5000, "\x07\x1b[31m"])
def test_a_question_without_words_is_not_answered(ask, question: str) -> None:
    done = ask(question)

    assert done.returncode == 1
    assert done.stdout.strip()
    assert ESCAPE not in done.stdout


def test_words_need_no_quotes(ask) -> None:
    assert ask("when", "do", "you", "open").returncode == 0


def test_a_question_may_start_with_a_dash(ask) -> None:
    assert ask("--", "-when do you open").returncode == 0


def test_why_shows_what_counted(ask) -> None:
    done = ask("--why", "when do you opne")

    assert done.stdout.count("Read as:") == done.stdout.count("Repaired:") == 1
    assert "Cost of a missed word:" in done.stdout
    assert "Outcome: answer" in done.stdout
    assert re.search(
        r"Best entries:\n +\d\.\d\d +opening-hours: what time do you open\n", done.stdout
    )


def test_why_tells_what_was_left_out_written_out_and_missed(ask) -> None:
    done = ask("--why", "hey guys does anyone know wat time the zeppelin will open")

    assert "Left out: hey guys does anyone know" in done.stdout
    assert "Written out: wat → what" in done.stdout
    assert re.search(r"opening-hours: .*\n(.*\n)? +misses: zeppelin 0\.\d\d", done.stdout)


def test_why_names_what_rules_an_entry_out(career_bot, library: Path) -> None:
    (library / "vocabulary.yaml").write_text(
        "qualifiers:\n  day:\n    name: day\n    values:\n"
        "    - {id: sunday, name: Sunday, words: [sunday]}\n",
        encoding="utf-8",
    )
    done = career_bot("ask", "--why", "when do you open on sunday", "--knowledge", library)

    assert "ruled out: names no day that the question is about" in done.stdout


def test_why_names_the_gap_that_was_nearest(career_bot, library: Path) -> None:
    (library / "gaps.yaml").write_text(
        "- {id: parking, utterances: [where can i park, parking], missing: I know no car park.}\n",
        encoding="utf-8",
    )
    done = career_bot("ask", "--why", "is there parking", "--knowledge", library)

    assert "I know no car park." in done.stdout
    near = r"Nearest of all: the gap parking \(0\.\d\d\), “[a-z ]*park[a-z]*”; parking \d\.\d\d"
    assert re.search(near, done.stdout)


@pytest.mark.parametrize(
    ("short_by", "decimals"), [(0.01, 2), (0.001, 3), (0.0001, 4)], ids=["far", "near", "nearest"]
)
def test_why_tells_what_is_not_sure_enough_from_what_would_be(
    ask, short_by: float, decimals: int
) -> None:
    found = json.loads(ask("--jsonl", stdin='{"id": 1, "turns": ["when do you open"]}').stdout)
    threshold = round(found["score"] + short_by, 4)
    done = ask("--why", "when do you open", env={"THRESHOLD": str(threshold)})
    sure, enough = re.findall(r"not sure enough \((0\.\d+) < (0\.\d+)\)", done.stdout)[0]

    assert float(sure) < float(enough)
    assert len(sure) == len(enough) <= len("0.") + decimals


def test_the_folder_comes_from_the_option_before_the_setting(
    career_bot, library: Path, tmp_path: Path
) -> None:
    by_setting = career_bot("ask", "when do you open", env={"KNOWLEDGE_DIR": str(library)})
    by_option = career_bot(
        "ask", "when do you open", "--knowledge", library, env={"KNOWLEDGE_DIR": "nowhere"}
    )
    (tmp_path / ".env").write_text(f"KNOWLEDGE_DIR={library}\n", encoding="utf-8")
    by_file = career_bot("ask", "when do you open")

    assert [by_setting.returncode, by_option.returncode, by_file.returncode] == [0, 0, 0]


def test_the_shipped_knowledge_serves_when_no_folder_is_given(career_bot) -> None:
    done = career_bot("ask", "What does an ML engineer earn in India?")

    assert done.returncode == 0


def test_the_threshold_can_be_set_by_hand(ask) -> None:
    assert ask("when do you open", env={"THRESHOLD": "0.999"}).returncode == 1


MISUSES = {
    "nothing to do": [],
    "unknown command": ["sing"],
    "unknown option": ["ask", "--loud", "hello"],
    "no question": ["ask"],
    "question and lines": ["ask", "--jsonl", "hello"],
    "option without value": ["chat", "--knowledge"],
    "no such folder": ["chat", "--knowledge", "nowhere"],
    "no such folder to check": ["check", "--knowledge", "nowhere"],
    "no questions to evaluate": ["eval"],
    "no such file to evaluate": ["eval", "nowhere.yaml"],
    "number expected": ["eval", "--min-right", "most", "x.yaml"],
    "no such region": ["salary", "--region", "atlantis"],
    "no such focus": ["skills", "--focus", "juggling"],
    "no such job post": ["skills", "--in", "nowhere.txt"],
    "focus and job post": ["skills", "--focus", "x", "--in", "y"],
    "no token": ["run"],
    "malformed token": ["run"],
    "wrong setting": ["run"],
}
SET = {
    "malformed token": {"DISCORD_TOKEN": "secret words"},
    "wrong setting": {"LOG_LEVEL": "chatty"},
}


@pytest.mark.parametrize("case", MISUSES)
def test_misuse_ends_with_status_2_and_one_sentence(career_bot, case: str) -> None:
    done = career_bot(*MISUSES[case], env=SET.get(case))

    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("career-bot")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"faq/a.yaml": "- id: a\n  question: What?\n"}, ["faq/a.yaml:1", "a", "answer"]),
        ({"faq/a.yaml": "- id: A b\n- id: c\n"}, ["problems", "career-bot check"]),
        ({"readme.txt": "hello"}, ["faq/*.yaml"]),
        ({"faq/a.yaml": b"\xff\xfe"}, ["UTF-8"]),
    ],
    ids=["one problem", "several problems", "no entries", "not UTF-8"],
)
def test_broken_knowledge_is_named_in_one_sentence(
    career_bot, write_knowledge, files: dict[str, str], words: list[str]
) -> None:
    done = career_bot("ask", "hello", "--knowledge", write_knowledge(files))

    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert all(word in done.stderr for word in words)


def test_a_wrong_threshold_is_named(ask) -> None:
    done = ask("when do you open", env={"THRESHOLD": "very sure"})

    assert done.returncode == 2
    assert "THRESHOLD" in done.stderr


@pytest.mark.parametrize("command", [["ask", "when do you open"], ["check"], ["eval", "x.yaml"]])
@pytest.mark.parametrize(
    "setting",
    [{"LOG_LEVEL": "chatty"}, {"KNOWLEDGE_LANGUAGE": "xx"}, {"MESSAGE_CONTENT": "perhaps"}],
)
def test_a_wrong_setting_is_named_whatever_else_is_set(
    career_bot, library: Path, command: list[str], setting: dict[str, str]
) -> None:
    [name] = setting
    alone = career_bot(*command, "--knowledge", library, env=setting)
    beside = career_bot(*command, "--knowledge", library, env=setting | {"THRESHOLD": "0.1"})

    assert alone.returncode == 2
    assert alone.stderr.startswith(f"career-bot: {name}: ")
    assert beside.stderr == alone.stderr


def test_a_knowledge_folder_that_is_not_there_names_the_setting(career_bot) -> None:
    for command in (["ask", "when do you open"], ["salary"], ["check"], ["eval", "x.yaml"]):
        done = career_bot(*command, env={"KNOWLEDGE_DIR": "nowhere"})

        assert done.returncode == 2
        assert done.stderr.startswith("career-bot: KNOWLEDGE_DIR: nowhere is not a folder; give")


@pytest.mark.parametrize("command", [["ask", "when do you open"], ["check"], ["eval", "x.yaml"]])
def test_a_folder_that_is_not_there_is_told_alike_by_every_command(
    career_bot, command: list[str]
) -> None:
    done = career_bot(*command, "--knowledge", "nowhere")

    assert done.returncode == 2
    assert "is not a folder; give the one that holds faq/*.yaml" in done.stderr


def test_every_setting_that_there_is_may_be_the_only_one_set() -> None:
    assert {name.upper() for name in Settings.model_fields} == SETTINGS


def test_version(career_bot) -> None:
    done = career_bot("--version")

    assert (done.returncode, done.stdout) == (0, f"career-bot {__version__}\n")


@pytest.mark.parametrize(
    "command", [[], *[[c] for c in ("chat", "ask", "salary", "skills", "check", "eval", "run")]]
)
def test_help_names_every_option_a_person_needs(career_bot, command: list[str]) -> None:
    done = career_bot(*command, "--help")

    assert done.returncode == 0
    assert "Usage: career-bot" in done.stdout
    assert ("--knowledge" in done.stdout) == bool(command)
    assert ESCAPE not in done.stdout


@pytest.mark.parametrize(
    "command", [[], *[[c] for c in ("chat", "ask", "salary", "skills", "check", "eval", "run")]]
)
def test_help_is_whole_sentences_without_the_types_of_the_code(
    career_bot, command: list[str]
) -> None:
    shown = career_bot(*command, "--help", env={"COLUMNS": "80"}).stdout
    usage, _, rest = shown.partition("\n")

    assert usage.startswith("Usage: career-bot")
    assert "..." not in rest
    assert "<" not in shown


def test_answers_are_utf_8_whatever_the_locale(career_bot, write_knowledge) -> None:
    entry = "- {id: a, question: Was kostet ein Café?, answer: Drei € – über 2 ½ £}\n"
    folder = write_knowledge({"faq/a.yaml": entry})
    latin = {"LC_ALL": "en_US.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    done = career_bot("ask", "Was kostet ein Café?", "--knowledge", folder, env=latin)

    assert "Drei € – über 2 ½ £" in done.stdout


def test_an_argument_that_is_not_utf_8_is_read_as_far_as_possible(
    environment: dict[str, str], library: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--knowledge", str(library)]
    done = subprocess.run(
        [*map(os.fsencode, command), b"when do you open \xff\xfe"],
        capture_output=True,
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[1])},
        cwd=tmp_path,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.parametrize("command", [["chat"], ["ask", "--jsonl"]])
def test_a_reader_that_has_seen_enough_causes_no_traceback(
    environment: dict[str, str], library: Path, tmp_path: Path, command: list[str]
) -> None:
    lines = b'{"id": 1, "turns": ["when do you open"]}\n' * 2000
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *command, "--knowledge", str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[1])},
        cwd=tmp_path,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        try:
            process.stdin.write(lines)
            process.stdin.close()
        except BrokenPipeError:
            pass
        complaint = process.stderr.read()
        process.wait(timeout=30)

    assert b"Traceback" not in complaint
    assert b"Exception ignored" not in complaint


def test_closed_standard_streams_are_no_error(
    environment: dict[str, str], library: Path, tmp_path: Path
) -> None:
    command = f'"{sys.executable}" -m bot chat --knowledge "{library}" <&- >&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[1])},
        cwd=tmp_path,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_pay_and_skills_are_shown_as_text(career_bot) -> None:
    salary = career_bot("salary", "--region", "india")
    skills = career_bot("skills")

    assert salary.returncode == skills.returncode == 0
    assert "India" in salary.stdout
    assert "Python" in skills.stdout
    assert "**" not in salary.stdout + skills.stdout


def test_the_skills_of_a_job_post_are_found(career_bot, tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("We need Python and C++.", encoding="utf-8")
    from_file = career_bot("skills", "--in", "post.txt")
    from_input = career_bot("skills", "--in", "-", stdin="We need Python and C++.")

    assert "Python and C++" in from_file.stdout
    assert from_file.stdout == from_input.stdout


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_job_post_saved_by_windows_is_read(career_bot, encoding: str) -> None:
    done = career_bot("skills", "--in", "-", stdin="We need Python and C++.".encode(encoding))

    assert "Python and C++" in done.stdout


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 R \xe2\xe3\xcf\xd3", b"PK\x03\x04 R \0\0", b"\xff\xfeR", "R".encode("utf-16-le")],
    ids=["PDF", "Word", "half a character", "UTF-16 that says nothing"],
)
def test_a_job_post_that_is_no_text_is_refused(career_bot, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "post").write_bytes(data)
    done = career_bot("skills", "--in", "post")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("career-bot: post is no plain text in UTF-8")


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["salary"], "salaries.yaml"),
        (["salary", "--region", "india", "--chart", "pay.png"], "salaries.yaml"),
        (["skills"], "skills.yaml"),
        (["skills", "--focus", "math"], "skills.yaml"),
        (["skills", "--in", "-"], "skills.yaml"),
    ],
    ids=["pay", "a country's pay", "skills", "a group of skills", "a job post"],
)
def test_knowledge_without_the_data_says_what_to_write(
    career_bot, library: Path, arguments: list[str], file: str
) -> None:
    done = career_bot(*arguments, "--knowledge", library, stdin="We need Python.")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"career-bot: the knowledge at {library} has nothing for `career-bot {arguments[0]}` to "
        f"show; write its {file}, or give another --knowledge\n"
    )


@pytest.mark.parametrize(
    ("statement", "forbidden"),
    [
        (
            "import bot.engine.engine",
            ["discord", "pydantic", "typer", "rich", "yaml", "matplotlib"],
        ),
        ("import bot.cli", ["discord", "rich", "numpy", "matplotlib", "bot.engine"]),
        ("import bot.knowledge.engines", ["discord", "matplotlib", "pydantic_settings"]),
        ("import bot.evaluation.run", ["discord", "matplotlib"]),
        ("import bot.terminal.chat", ["discord", "matplotlib"]),
        ("import bot.render, bot.tools.salary, bot.tools.skills", ["discord", "matplotlib"]),
    ],
)
def test_an_import_brings_only_what_it_needs(statement: str, forbidden: list[str]) -> None:
    code = f"import sys; {statement}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": os.environ["PATH"]},
        timeout=60,
    ).stdout.split()

    assert not set(forbidden) & set(loaded)


def test_the_module_runs_like_the_command(career_bot) -> None:
    assert "Usage: career-bot" in career_bot("--help").stdout
