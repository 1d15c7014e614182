"""The command line, and the one place where parts are made and given to each other.

What only some commands need is imported inside them, so that a first answer comes quickly.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot import __version__
from bot.errors import CareerBotError, ConfigurationError, KnowledgeError
from bot.terminal.streams import complain, is_terminal, prepare_streams, repair_argument

if TYPE_CHECKING:
    from bot.engine.engine import Engine
    from bot.knowledge.base import Knowledge
    from bot.settings import Settings

NAME = "career-bot"
ANSWERED, NOT_ANSWERED = 0, 1
FAILED = 1
MISUSED = 2
"""Exit status when the command is used wrongly or not configured."""

_UsageError: Any = typer.BadParameter.__mro__[1]
"""typer's own base of what is wrong in a command line; it has no public name in every version."""

app = typer.Typer(
    name=NAME,
    help="Answers career questions from a folder of YAML, in Discord and in the terminal.",
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

KnowledgeOption = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        help="The knowledge folder. Without it KNOWLEDGE_DIR, else the one that comes with it.",
    ),
]


def main() -> NoReturn:
    """Run the command line and exit with its status."""
    prepare_streams()
    # The engine multiplies small vectors only; starting threads for them costs more than it gives.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(_run())


def _run() -> int:
    try:
        status = typer.main.get_command(app).main(prog_name=NAME, standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return int(status or 0)
    except _UsageError as error:
        complain(_word_usage_error(error))
        return MISUSED
    except CareerBotError as error:
        complain(f"{NAME}: {error}")
        return MISUSED
    except BrokenPipeError:
        # Whoever read our output has seen enough; keep Python from complaining at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except typer.Abort:
        return 130


def _word_usage_error(error: Any) -> str:
    command = error.ctx.command_path if error.ctx is not None else NAME
    return f"{command}: {error.format_message().rstrip('.')}; see `{command} --help`"


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)
    ] = False,
) -> int:
    if version:
        sys.stdout.write(f"{NAME} {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise ConfigurationError(f"say what to do, as in `{NAME} chat`; see `{NAME} --help`")
    return 0


@app.command()
def chat(knowledge: KnowledgeOption = None) -> int:
    """Talk to the bot in the terminal; needs no token, no network.

    Answers lines piped into it too, as plain text.
    """
    from bot.terminal.chat import WELCOME, Chat, prompt_lines, run_chat
    from bot.terminal.display import choose_display, show_plain
    from bot.terminal.streams import read_lines

    base, engine = make_engine(knowledge)
    talk = Chat(base, engine)
    try:
        if is_terminal(reads=True):
            show = choose_display()
            show(WELCOME)
            run_chat(talk, prompt_lines(), show)
        else:
            run_chat(talk, read_lines(), show_plain)
    except KeyboardInterrupt:
        sys.stdout.write("\n")
    return 0


@app.command()
def ask(
    question: Annotated[
        list[str] | None, typer.Argument(metavar='"QUESTION"', show_default=False)
    ] = None,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="Answer JSON objects, one per line, from standard input."),
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Show why this is the answer.")] = False,
    knowledge: KnowledgeOption = None,
) -> int:
    """Answer one question: exit status 0 answered, 1 not answered."""
    if jsonl == bool(question):
        raise ConfigurationError(
            f'give either a question, as in `{NAME} ask "what do they earn?"`, or --jsonl'
        )
    base, engine = make_engine(knowledge)
    if jsonl:
        from bot.terminal.jsonl import answer_lines
        from bot.terminal.streams import read_raw_lines

        answer_lines(read_raw_lines(), engine=engine, sources=base.sources_by_id, why=why)
        return 0
    return _answer(" ".join(question or ()), base, engine, why=why)


def _answer(question: str, base: "Knowledge", engine: "Engine", *, why: bool) -> int:
    from bot.engine.replies import Answer, Clarification
    from bot.render import render_reply
    from bot.terminal.chat import NEAREST, NEXT
    from bot.terminal.display import choose_display
    from bot.terminal.why import render_why

    reply, _ = engine.reply(repair_argument(question), explain=why)
    parts = [render_reply(reply, base.sources_by_id)]
    if reply.suggestions and not isinstance(reply, Clarification):
        heading = NEXT if isinstance(reply, Answer) else NEAREST
        bullets = "\n".join(f"- {entry.question}" for entry in reply.suggestions)
        parts.append(f"{heading}\n{bullets}")
    choose_display()("\n\n".join(parts))
    if why:
        sys.stdout.write(f"\n{render_why(reply)}\n")
    return ANSWERED if isinstance(reply, Answer) else NOT_ANSWERED


def make_engine(folder: Path | None) -> "tuple[Knowledge, Engine]":
    """The knowledge to use and an engine that answers from it, with the operator's thresholds.

    Raises KnowledgeError as one sentence (see `check` for all of it).
    """
    from bot.knowledge.cache import load_engine

    settings = _read_settings()
    path = _choose_folder(folder, settings)
    try:
        return load_engine(
            path,
            threshold=settings.threshold if settings else None,
            ambiguity_threshold=settings.ambiguity_threshold if settings else None,
        )
    except KnowledgeError as error:
        raise _shorten_problems(error, path) from error


def load_base(folder: Path | None) -> "Knowledge":
    """The knowledge to use, for commands that need no engine."""
    from bot.knowledge.loader import load_knowledge

    path = _choose_folder(folder, _read_settings())
    try:
        return load_knowledge(path)
    except KnowledgeError as error:
        raise _shorten_problems(error, path) from error


def _choose_folder(folder: Path | None, settings: "Settings | None") -> Path:
    from bot.knowledge.shipped import find_shipped_knowledge

    chosen = folder or (settings.knowledge_dir if settings else None)
    return chosen or find_shipped_knowledge()


def _read_settings() -> "Settings | None":
    """The settings in force; None when nothing is set that a terminal command reads.

    Reading settings takes a tenth of a second that a single question need not pay.
    """
    names = {"KNOWLEDGE_DIR", "THRESHOLD", "AMBIGUITY_THRESHOLD"}
    if not Path(".env").exists() and not names & {name.upper() for name in os.environ}:
        return None
    from bot.settings import read_settings

    return read_settings()


def _shorten_problems(error: KnowledgeError, folder: Path) -> ConfigurationError:
    first, *others = error.problems
    if not others:
        return ConfigurationError(f"the knowledge cannot be used: {first}")
    return ConfigurationError(
        f"the knowledge in {folder} has {len(error.problems)} problems, which "
        f"`{NAME} check --knowledge {folder}` lists; the first is {first}"
    )
