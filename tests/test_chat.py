"""The chat: piped, and at a real (pseudo) terminal."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
import yaml

from bot.engine.engine import Engine
from bot.errors import UnknownChoiceError
from bot.knowledge.engines import make_engine
from bot.knowledge.loader import load_knowledge
from bot.terminal.chat import Chat
from bot.terminal.slash_commands import list_commands

ROOT = Path(__file__).parents[1]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture
def chat(library: Path) -> Chat:
    knowledge = load_knowledge(library)
    return Chat(knowledge, make_engine(knowledge))


class TestConversation:
    def test_follow_ups_are_numbered(self, chat: Chat) -> None:
        text = chat.respond("when do you open").text

        assert text.endswith(
            "Ask next:\n1. How do I become a member?\n2. How many books can I borrow?"
        )

    @pytest.mark.parametrize("typed", ["2", " 2 ", "2.", "#2", "2)"])
    def test_typing_a_number_asks_that_question(self, chat: Chat, typed: str) -> None:
        chat.respond("when do you open")
        text = chat.respond(typed).text

        assert text.startswith("**How many books can I borrow?**\n\nUp to twelve at a time.")

    def test_a_number_counts_in_the_latest_list(self, chat: Chat) -> None:
        chat.respond("when do you open")
        chat.respond("1")
        text = chat.respond("2").text

        assert text.startswith("**When is the library open?**")

    @pytest.mark.parametrize("typed", ["0", "3", "999"])
    def test_a_number_that_was_not_offered_is_refused_kindly(self, chat: Chat, typed: str) -> None:
        chat.respond("when do you open")

        assert chat.respond(typed).text.startswith("Choose a number from 1 to 2")

    def test_what_a_command_shows_takes_the_place_of_an_older_list(self, chat: Chat) -> None:
        chat.respond("when do you open")
        chat.respond("/topics")

        assert chat.respond("2").text.startswith("Nothing that stands here has a number.")
        assert "Up to twelve" not in chat.respond("the second one").text

    def test_what_a_command_lists_can_be_picked_in_words(self, chat: Chat) -> None:
        chat.respond("/topics library")

        assert chat.respond("the third one").text.startswith("Up to twelve at a time.")

    @pytest.mark.parametrize("typed", ["7", "9" * 6000, "12345"])
    def test_a_number_that_is_no_choice_is_a_question(self, chat: Chat, typed: str) -> None:
        assert "Choose a number" not in chat.respond(typed).text

    @pytest.mark.parametrize("typed", ["9" * 6000, "12345"])
    def test_a_number_too_long_for_a_choice_is_a_question(self, chat: Chat, typed: str) -> None:
        chat.respond("when do you open")

        assert "Choose a number" not in chat.respond(typed).text

    def test_a_fallback_near_nothing_offers_examples_by_number(self, chat: Chat) -> None:
        text = chat.respond("how do volcanoes erupt").text
        chosen = chat.respond("1").text

        assert "I can answer questions like these:\n1. " in text
        assert chosen.startswith("**")

    def test_what_was_offered_near_nothing_can_be_picked_in_words(self, chat: Chat) -> None:
        offered = chat.respond("how do volcanoes erupt").text
        second = offered.partition("\n2. ")[2].partition("\n")[0]

        assert second
        chosen = chat.respond("the second one").text
        assert chosen == chat.respond(second).text

    def test_the_choice_is_part_of_the_conversation(self, chat: Chat) -> None:
        chat.respond("how do I become a member?")
        chat.respond("2")
        text = chat.respond("the second one").text

        assert "Up to twelve" in text

    @pytest.mark.parametrize("line", ["", "   ", "\t"])
    def test_an_empty_line_says_nothing(self, chat: Chat, line: str) -> None:
        assert chat.respond(line).text == ""


class TestCommands:
    def test_topics_whose_names_read_alike_are_one(self, write_knowledge) -> None:
        knowledge = load_knowledge(
            write_knowledge(
                {
                    "faq/pay-info.yaml": "- {id: a, question: Why?, answer: Because.}",
                    "faq/pay_info.yaml": "- {id: b, question: Who?, answer: We.}",
                }
            )
        )
        chat = Chat(knowledge, make_engine(knowledge))

        assert "- **Pay info** (2 questions)" in chat.respond("/topics").text
        for typed in ("pay info", "Pay-Info", "pay_info"):
            assert chat.respond(f"/topics {typed}").text.endswith("1. Why?\n2. Who?")

    def test_topics_can_be_opened_and_chosen_from(self, chat: Chat) -> None:
        topics = chat.respond("/topics").text
        opened = chat.respond("/topics library").text
        chosen = chat.respond("3").text

        assert "- **Library** (3 questions)" in topics
        assert "3. How many books can I borrow?" in opened
        assert "Up to twelve" in chosen

    def test_the_commands_are_worded_as_on_discord(self) -> None:
        texts = yaml.safe_load((ROOT / "bot/locales/de.yaml").read_text("utf-8"))
        commands = list_commands(load_knowledge(ROOT / "knowledge"))

        assert set(commands) == {"topics", "salary", "skills", "compare", "paths", "roadmap"}
        for command in commands.values():
            assert any(text.startswith(command.help) for text in texts), command.help

    def test_a_question_may_be_asked_by_command(self, chat: Chat) -> None:
        assert chat.respond("/ask when do you open").text == chat.respond("when do you open").text
        assert chat.respond("/ask").text.startswith("Write your question behind it")

    def test_help_lists_what_the_knowledge_has(self, chat: Chat) -> None:
        text = chat.respond("/help").text

        assert "/topics" in text
        assert "/quit" in text
        assert "/salary" not in text
        assert "source" not in text

    @pytest.mark.parametrize("line", ["/", "/sing", "/salary", "/topics cooking"])
    def test_what_does_not_exist_is_said_in_a_sentence(self, chat: Chat, line: str) -> None:
        response = chat.respond(line)

        assert "no " in response.text
        assert response.text.endswith(".")
        assert not response.ended

    @pytest.mark.parametrize("line", ["/quit", "/QUIT", "/exit", " /quit "])
    def test_quit_ends_it(self, chat: Chat, line: str) -> None:
        assert chat.respond(line).ended

    def test_a_question_may_be_asked_as_in_discord(self, chat: Chat) -> None:
        assert "9 to 17" in chat.respond("/ask when do you open").text

    @pytest.mark.parametrize(
        "argument", ["india", "entry level", "united states experienced", "experienced usa"]
    )
    def test_pay_takes_a_country_and_a_level_in_any_order(self, argument: str) -> None:
        commands = list_commands(load_knowledge(ROOT / "knowledge"))
        output = commands["salary"].run(load_knowledge(ROOT / "knowledge"), argument)

        assert output.text.startswith("## Pay")

    @pytest.mark.parametrize(
        ("line", "plain"),
        [
            ("/salary --region india", "/salary india"),
            ("/salary --level entry-level --region india", "/salary entry-level india"),
            ("/salary --region=india", "/salary india"),
            ("/skills --focus mathematics", "/skills mathematics"),
            ("/salary --region", "/salary"),
        ],
    )
    def test_options_may_be_written_as_on_the_command_line(
        self, shipped_engine: Engine, line: str, plain: str
    ) -> None:
        knowledge = load_knowledge(ROOT / "knowledge")

        assert (
            Chat(knowledge, shipped_engine).respond(line).text
            == Chat(knowledge, shipped_engine).respond(plain).text
        )

    def test_an_unknown_country_is_named_with_the_known_ones(self) -> None:
        knowledge = load_knowledge(ROOT / "knowledge")

        with pytest.raises(UnknownChoiceError, match=r"no country 'atlantis'.*India"):
            list_commands(knowledge)["salary"].run(knowledge, "atlantis")


class TestPiped:
    def test_each_line_is_a_question_of_one_conversation(self, career_bot, library) -> None:
        lines = "when do you open\n\n2\n/quit\nhow do I join\n"
        done = career_bot("chat", "--knowledge", library, stdin=lines)

        assert done.returncode == 0
        assert done.stdout.index("9 to 17") < done.stdout.index("Up to twelve")
        assert "photo" not in done.stdout
        assert "\x1b" not in done.stdout
        assert not re.search(r"\*\*|`|^-# |^> ", done.stdout, re.MULTILINE)
        assert done.stderr == ""

    def test_it_ends_at_the_end_of_input(self, career_bot, library) -> None:
        done = career_bot("chat", "--knowledge", library, stdin="when do you open")

        assert done.returncode == 0
        assert "9 to 17" in done.stdout

    def test_nothing_piped_is_nothing_said(self, career_bot, library) -> None:
        done = career_bot("chat", "--knowledge", library)

        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_bytes_that_are_no_text_are_no_error(self, career_bot, library) -> None:
        noise = b"\xff\xfe\x00\x01\n\x1b[31mwhen do you open\x1b[0m\n" + b"\x80" * 10_000
        done = career_bot("chat", "--knowledge", library, stdin=noise)

        assert done.returncode == 0
        assert "\x1b" not in done.stdout
        assert done.stderr == ""


@pytest.fixture
def terminal(
    environment: dict[str, str], library: Path, tmp_path: Path
) -> Iterator["pexpect.spawn[str]"]:
    """The chat at a pseudo terminal, ready for the first question."""
    process = pexpect.spawn(
        sys.executable,
        ["-m", "bot", "chat", "--knowledge", str(library)],
        encoding="utf-8",
        env=environment | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
        cwd=str(tmp_path),
        dimensions=(40, 100),
        timeout=30,
    )
    process.expect_exact("> ")
    # Python's readline misses a Ctrl-C that comes between its prompt and its waiting for keys.
    process.delaybeforesend = 0.3
    yield process
    process.close(force=True)


def finish(terminal: "pexpect.spawn[str]") -> tuple[int | None, str]:
    """The exit status, and what was written since the last expectation."""
    terminal.expect(pexpect.EOF)
    terminal.close()
    return terminal.exitstatus, ESCAPES.sub("", terminal.before or "")


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")
class TestTerminal:
    def test_markdown_is_rendered_and_numbers_choose(self, terminal) -> None:
        terminal.sendline("when do you open")
        terminal.expect_exact("\x1b[1mEvery day from 9 to 17")
        terminal.expect("How many books can I borrow")
        terminal.expect_exact("> ")
        terminal.sendline("2")
        terminal.expect("Up to twelve at a time")
        terminal.expect_exact("> ")
        terminal.sendline("/quit")

        assert finish(terminal)[0] == 0

    @pytest.mark.parametrize("end", ["interrupt", "end of input"])
    def test_ctrl_c_and_ctrl_d_end_it_without_a_traceback(self, terminal, end: str) -> None:
        if end == "interrupt":
            terminal.sendintr()
        else:
            terminal.sendeof()
        status, text = finish(terminal)

        assert status == 0
        assert "Traceback" not in text

    def test_ctrl_c_in_the_middle_of_a_line_ends_it_too(self, terminal) -> None:
        terminal.send("when do")
        terminal.expect_exact("when do")
        terminal.sendintr()
        status, text = finish(terminal)

        assert status == 0
        assert "Traceback" not in text
