"""What the documentation says is held against the code."""

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from dotenv import dotenv_values
from pydantic import BaseModel

from bot.career_bot import LEAST_PERMISSIONS
from bot.cli import app
from bot.knowledge.loader import load_knowledge
from bot.knowledge.schema import FILE_MODELS, EntryFile
from bot.settings import Settings, read_settings
from bot.terminal.jsonl import parse_request

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "knowledge" / "README.md").read_text(encoding="utf-8")
COMMANDS = {"chat", "ask", "salary", "skills", "check", "eval", "run"}


def section(text: str, title: str) -> str:
    """What stands under a heading of the second level."""
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def fenced(text: str) -> list[str]:
    """The fenced code blocks of a text."""
    return re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def first_cells(text: str) -> list[str]:
    """The first cell of each row of the tables in a text, without headings."""
    cells = re.findall(r"^\| (.*?) \|", text, re.MULTILINE)
    return [cell.strip("`") for cell in cells[1:] if not cell.startswith("---")]


def options_of(command: str) -> set[str]:
    """The options that a command takes."""
    group: Any = typer.main.get_command(app)
    return {name for param in group.commands[command].params for name in param.opts}


class TestReadme:
    def test_it_begins_with_one_sentence_and_a_transcript(self) -> None:
        title, sentence, transcript, *_ = README.split("\n\n")

        assert title == "# career-bot"
        assert re.fullmatch(r"[^.\n]+\.", sentence)
        assert transcript.startswith("```")

    def test_the_transcript_is_what_the_chat_says(self, career_bot) -> None:
        lines = fenced(README)[0].splitlines()
        questions = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
        said = career_bot("chat", stdin="\n".join(questions)).stdout.splitlines()
        shown = [line for line in lines if line and not line.startswith("> ")]

        assert len(questions) >= 3
        assert shown == [line for line in said if line]

    def test_the_quick_start_is_two_commands(self) -> None:
        talk, test = fenced(section(README, "Quick start"))

        assert section(README, "Quick start").count("```") == 4
        for command in (talk, test):
            assert command.count("\n") == 1
            assert command.startswith("python3 -m venv ")
        assert talk.endswith("career-bot chat\n")
        assert test.endswith("pytest\n")

    def test_continuous_integration_runs_the_test_command_of_the_readme(self) -> None:
        script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
        function = re.search(r"^readme_test_command\(\) \{.*?^\}", script, re.MULTILINE | re.DOTALL)
        assert function
        found = subprocess.run(
            ["bash", "-c", f"{function.group()}\nreadme_test_command"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        ).stdout

        assert found == fenced(section(README, "Quick start"))[1]
        assert os.access(ROOT / ".ci" / "run", os.X_OK)

    def test_every_setting_is_in_the_table(self) -> None:
        assert first_cells(section(README, "Settings")) == [
            name.upper() for name in Settings.model_fields
        ]

    def test_every_command_is_in_the_table_with_options_it_has(self) -> None:
        group: Any = typer.main.get_command(app)
        rows = [
            line
            for line in section(README, "Commands").splitlines()
            if line.startswith("| `career")
        ]
        named = [re.findall(r"career-bot (\w+)", row)[0] for row in rows]

        assert set(named) == set(group.commands) == COMMANDS
        for command, row in zip(named, rows, strict=True):
            assert set(re.findall(r"--[a-z]+", row)) <= options_of(command)
        assert all("--knowledge" in options_of(command) for command in COMMANDS)

    def test_the_slash_commands_exist(self) -> None:
        cogs = "".join(
            path.read_text(encoding="utf-8") for path in (ROOT / "bot/cogs").glob("*.py")
        )

        for name in re.findall(r"`/(\w+)`", section(README, "Commands")):
            assert re.search(rf'def {name}\(|name="{name}"|\("{name}"', cogs)

    def test_the_message_menus_exist(self) -> None:
        cogs = "".join(
            path.read_text(encoding="utf-8") for path in (ROOT / "bot/cogs").glob("*.py")
        )
        named = re.findall(r"\*([A-Z][a-z ]+ \w+)\*", section(README, "Commands"))

        assert sorted(named) == sorted(re.findall(r'ContextMenu\(name="(.*?)"', cogs))

    def test_every_library_has_its_line(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        names = [re.split(r"[><=~! \[]", line)[0] for line in project["dependencies"]]

        assert sorted(first_cells(section(README, "Libraries"))) == sorted(names)

    def test_the_invite_asks_for_what_the_bot_asks_for(self) -> None:
        assert re.findall(r"permissions=(\d+)", README) == [str(LEAST_PERMISSIONS.value)]

    def test_the_example_entry_is_one(self) -> None:
        [example] = fenced(section(README, "Add an answer"))
        [entry] = EntryFile.model_validate(yaml.safe_load(example))
        known = load_knowledge(ROOT / "knowledge").entries_by_id

        assert {entry.id, *entry.follow_ups} <= set(known)

    def test_the_example_line_is_a_request(self) -> None:
        [line] = re.findall(r'`(\{"id".*?\})`', README)

        assert len(parse_request(line.encode()).turns) == 2

    def test_the_bar_is_the_one_in_force(self) -> None:
        group: Any = typer.main.get_command(app)
        bar = {param.name: param.default for param in group.commands["eval"].params}

        assert (
            f"The bar is {bar['min_right']:g} % right and at most {bar['max_wrong']:g} % wrong "
            f"of what can be answered, {bar['min_declined']:g} % declined of what cannot, "
            f"and {bar['min_silent']:g} % of ambient chatter left alone" in README
        )

    def test_what_it_points_at_is_there(self) -> None:
        links = re.findall(r"\]\((?!https?:)(.*?)\)", README)
        layout = re.findall(
            r"^    (bot/[\w/.]+|knowledge/|tests/)", section(README, "Layout"), re.M
        )
        files = re.findall(r"(?<![\w/])(?:tests|knowledge)/[\w/.-]+\.(?:yaml|py|md)", README)

        assert len(links) >= 1
        assert len(layout) >= 8
        pointed = [link.partition("#")[::2] for link in links]
        for path in (*(path for path, _ in pointed), *layout, *files, ".env.example"):
            assert (ROOT / path).exists(), path
        for path, heading in pointed:
            headings = re.findall(r"^#+ (.+)$", (ROOT / path).read_text("utf-8"), re.M)
            anchors = [re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings]
            assert not heading or heading in anchors, f"{path}#{heading}"


class TestExampleSettings:
    def test_every_setting_is_listed_once_and_can_be_read(self) -> None:
        example = ROOT / ".env.example"
        names = re.findall(r"^([A-Z_]+)=", example.read_text(encoding="utf-8"), re.MULTILINE)

        assert sorted(names) == sorted(name.upper() for name in Settings.model_fields)
        assert set(dotenv_values(example)) == set(names)

    def test_copied_unchanged_it_sets_nothing(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        for name in Settings.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.chdir(tmp_path)
        (tmp_path / ".env").write_bytes((ROOT / ".env.example").read_bytes())

        assert read_settings() == Settings.model_construct()


def guide_examples() -> Iterator[tuple[str, str]]:
    """(name of the file, YAML) for each example of the author's guide."""
    titles = {
        "Add an entry": "faq/a.yaml",
        "How figures are checked": "sources.yaml",
        "The words": "vocabulary.yaml",
        "What the documents leave open": "gaps.yaml",
        "Small talk": "small_talk.yaml",
    }
    for title, name in titles.items():
        yield from ((name, example) for example in fenced(section(GUIDE, title)))
    data = section(GUIDE, "The data behind the commands")
    yield from re.findall(r"in `(\w+\.yaml)`:\n\n```yaml\n(.*?)^```$", data, re.M | re.S)


class TestAuthorsGuide:
    def test_it_lists_every_file(self) -> None:
        listed = re.findall(r"^(\S+\.yaml) ", fenced(GUIDE)[0], re.MULTILINE)

        assert sorted(listed) == sorted(["faq/*.yaml", *FILE_MODELS])

    def test_it_has_an_example_of_every_file(self) -> None:
        assert {name for name, _ in guide_examples()} == {"faq/a.yaml", *FILE_MODELS}

    @pytest.mark.parametrize(
        ("name", "example"), list(guide_examples()), ids=[name for name, _ in guide_examples()]
    )
    def test_each_example_is_valid(self, name: str, example: str) -> None:
        model: type[BaseModel] = FILE_MODELS.get(name, EntryFile)

        assert model.model_validate(yaml.safe_load(example))

    def test_the_limits_it_names_are_in_force(self) -> None:
        fields = EntryFile.model_json_schema()["$defs"]["EntryModel"]["properties"]

        assert f"at most {fields['question']['maxLength']} characters" in GUIDE
        assert f"at most {fields['answer']['maxLength']:,} characters" in GUIDE
        assert {f"`{name}`" for name in fields} == set(re.findall(r"^\| (`\w+`) \|", GUIDE, re.M))

    def test_the_commands_it_names_exist(self) -> None:
        for command, rest in re.findall(r"^career-bot (\w+)(.*)$", GUIDE, re.MULTILINE):
            assert command in COMMANDS
            assert set(re.findall(r"--[a-z]+", rest)) <= options_of(command)
