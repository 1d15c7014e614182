"""The chat: one person's conversation, with numbered choices and slash commands."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from bot.engine.conversation import Conversation
from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Clarification, Reply
from bot.errors import UnknownChoiceError
from bot.knowledge.base import Knowledge
from bot.render import render_reply
from bot.streams import write_line
from bot.terminal.display import Show
from bot.terminal.slash_commands import list_commands
from bot.terminal.suggestions import head_suggestions, number_entries

WELCOME = "Ask a question in your own words. `/help` shows what else you can do, `/quit` ends."
NO_QUESTION = "Write your question behind it: `/ask how do I start?`"
NOTHING_LISTED = "Nothing that stands here has a number. Ask in your own words, or see `/topics`."
PROMPT = "> "
_OPTION = re.compile(r"(?<!\S)--\w+(?:\s*=\s*|(?!\S))")
"""The name of an option, as of the command line: `/salary --region india` is `/salary india`."""
MOST_DIGITS = 3
"""A longer number is no choice but part of a question."""


@dataclass(frozen=True, slots=True)
class Response:
    """What the chat says to one line; `ended` when the person wants to stop."""

    text: str
    ended: bool = False


class Chat:
    """Keeps one conversation and what can be chosen by number."""

    def __init__(self, knowledge: Knowledge, engine: Engine) -> None:
        self._knowledge = knowledge
        self._engine = engine
        self._commands = list_commands(knowledge)
        self._conversation = Conversation()
        self._choices: tuple[Entry, ...] = ()

    def respond(self, line: str) -> Response:
        """The response to one line that a person typed; empty for an empty line."""
        line = line.strip()
        if not line:
            return Response("")
        if line.startswith("/"):
            return self._run_command(line)
        number = line.strip("#.)")
        if self._conversation.turns and number.isdecimal() and len(number) <= MOST_DIGITS:
            return Response(self._choose(int(number)))
        reply, self._conversation = self._engine.reply(line, conversation=self._conversation)
        return Response(self._show_reply(reply))

    def _choose(self, number: int) -> str:
        if not self._choices:
            return NOTHING_LISTED
        if not 1 <= number <= len(self._choices):
            return f"Choose a number from 1 to {len(self._choices)}, or ask in your own words."
        entry = self._choices[number - 1]
        reply, self._conversation = self._engine.open(entry.id, conversation=self._conversation)
        return f"**{entry.question}**\n\n{self._show_reply(reply)}"

    def _show_reply(self, reply: Reply) -> str:
        text = render_reply(reply, self._knowledge.sources_by_id)
        if isinstance(reply, Clarification):
            self._choices = reply.choices
            return text  # which numbers the choices itself
        self._choices = reply.offers
        if not self._choices:
            return text
        return f"{text}\n\n{head_suggestions(reply)}\n{number_entries(self._choices)}"

    def _run_command(self, line: str) -> Response:
        name, _, argument = line[1:].partition(" ")
        name = name.casefold()
        if name in {"quit", "exit", "q"}:
            return Response("", ended=True)
        if name in {"help", "?"}:
            return Response(self._render_help())
        if name == "ask":
            question = argument.strip().lstrip("/")
            return self.respond(question) if question else Response(NO_QUESTION)
        command = self._commands.get(name)
        if command is None:
            return Response(f"There is no command `/{name}`. `/help` shows the commands.")
        try:
            output = command.run(self._knowledge, _OPTION.sub("", argument).strip())
        except UnknownChoiceError as error:
            return Response(f"{str(error)[0].upper()}{str(error)[1:]}.")
        # What was listed before is out of sight now, so that "2" or "the second" means none of it.
        self._choices = output.choices
        self._conversation = self._conversation.show(entry.id for entry in output.choices)
        if not output.choices:
            return Response(output.text)
        return Response(f"{output.text}\n{number_entries(output.choices)}")

    def _render_help(self) -> str:
        lines = [
            "- `/ask question`: Ask a question and get an answer",
            *(f"- `{command.usage}`: {command.help}" for command in self._commands.values()),
            "- `/help`: See this list",
            "- `/quit`: End the chat",
        ]
        commands = "\n".join(lines)
        return f"Ask in your own words, or type the number of a question shown.\n\n{commands}"


def run_chat(chat: Chat, lines: Iterable[str], show: Show) -> None:
    """Respond to each line until the lines or the person end the chat."""
    for line in lines:
        response = chat.respond(line)
        if response.ended:
            return
        if response.text:
            show(response.text)


def prompt_lines() -> Iterator[str]:
    """The lines a person types at a terminal, until Ctrl-D or Ctrl-C."""
    with suppress(ImportError):  # not on every platform; input() works without
        import readline  # noqa: F401 # importing it gives input() editing and history
    while True:
        try:
            yield input(PROMPT)
        except (EOFError, KeyboardInterrupt):
            write_line()
            return
