"""The command line, and the one place where parts are made and given to each other.

What only some commands need is imported inside them, so that a first answer comes quickly.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot import __version__
from bot.errors import ConfigurationError
from bot.evaluation.bar import Bar
from bot.streams import complain, is_terminal, prepare_streams, write_line
from bot.terminal.process import FAILED, NAME, hasten_start, run_guarded, settle

if TYPE_CHECKING:
    from bot.engine.engine import Engine
    from bot.knowledge.base import Knowledge
    from bot.settings import Settings

ANSWERED, NOT_ANSWERED = 0, 1

_BAR = Bar()

SETTINGS = frozenset(
    {
        "DISCORD_TOKEN",
        "KNOWLEDGE_DIR",
        "AMBIENT_CHANNELS",
        "MESSAGE_CONTENT",
        "LOG_LEVEL",
        "KNOWLEDGE_LANGUAGE",
        "THRESHOLD",
        "AMBIGUITY_THRESHOLD",
        "DISCORD_API_URL",
        "DISCORD_GATEWAY_URL",
    }
)
"""The names of all settings; where none is set, none need be read."""

_DATA_FILES = {"salary": "salaries.yaml", "skills": "skills.yaml"}
"""Where the data of a command is, in the knowledge folder."""

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


def _refuse_no_percent(value: float) -> float:
    if not 0 <= value <= 100:  # as nan is not, either
        raise typer.BadParameter("give a number from 0 to 100")
    return value


def _percent(what: str) -> Any:
    """An option that moves one demand of the bar."""
    return typer.Option(metavar="PERCENT", help=f"Bar: {what}.", callback=_refuse_no_percent)


def main() -> NoReturn:
    """Run the command line and exit with its status."""
    prepare_streams()
    hasten_start()
    command = typer.main.get_command(app)
    sys.exit(run_guarded(lambda: command.main(prog_name=NAME, standalone_mode=False)))


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)
    ] = False,
) -> int:
    if version:
        write_line(f"{NAME} {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise ConfigurationError(f"say what to do, as in `{NAME} chat`; see `{NAME} --help`")
    return 0


@app.command()
def chat(knowledge: KnowledgeOption = None) -> int:
    """Talk to the bot in the terminal; needs no token, no network.

    Answers lines piped into it too, as plain text.
    """
    from bot.streams import read_lines
    from bot.terminal.chat import WELCOME, Chat, prompt_lines, run_chat
    from bot.terminal.display import choose_display, show_plain_block

    base, engine = make_engine(knowledge)
    talk = Chat(base, engine)
    try:
        if is_terminal(reads=True):
            show = choose_display()
            show(WELCOME)
            run_chat(talk, prompt_lines(), show)
        else:
            run_chat(talk, read_lines(), show_plain_block)
    except KeyboardInterrupt:
        write_line()
    return 0


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(metavar='"QUESTION"', hidden=True)] = None,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="Answer JSON objects, one per line, from standard input."),
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Show why this is the answer.")] = False,
    knowledge: KnowledgeOption = None,
) -> int:
    """Answer one question, or many from lines of JSON.

    Exit status 0 means answered, 1 not answered or asked back.
    """
    if jsonl == bool(question):
        raise ConfigurationError(
            f'give either a question, as in `{NAME} ask "what do they earn?"`, or --jsonl'
        )
    base, engine = make_engine(knowledge)
    if jsonl:
        from bot.streams import read_raw_lines
        from bot.terminal.jsonl import answer_lines

        answer_lines(read_raw_lines(), engine=engine, sources=base.sources_by_id, why=why)
        return 0
    from bot.terminal.asking import answer_question

    answered = answer_question(
        " ".join(question or ()), engine=engine, sources=base.sources_by_id, why=why
    )
    return ANSWERED if answered else NOT_ANSWERED


@app.command()
def salary(
    region: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only there, as in `--region india`.")
    ] = None,
    level: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only at it, as in `--level entry-level`.")
    ] = None,
    chart: Annotated[
        Path | None, typer.Option(metavar="FILE.png", help="Draw the figures there too.")
    ] = None,
    knowledge: KnowledgeOption = None,
) -> int:
    """Show pay figures and who gives them."""
    from bot.terminal.display import choose_display
    from bot.tools.salary import render_salary, select_figures

    base = load_base(knowledge, command="salary")
    choose_display()(render_salary(base, region, level))
    if chart is None:
        return 0
    figures = select_figures(base, region, level)
    if not figures:
        raise ConfigurationError("there is no figure to draw; ask for another region or level")
    from bot.streams import write_bytes
    from bot.tools.chart import draw_salary_chart

    write_bytes(chart, draw_salary_chart(figures, base.sources_by_id))
    return 0


@app.command()
def skills(
    focus: Annotated[
        str | None, typer.Option(metavar="NAME", help="A group of skills or a career path.")
    ] = None,
    post: Annotated[
        Path | None,
        typer.Option(
            "--in", metavar="FILE", help="The skills that a job post names; - for standard input."
        ),
    ] = None,
    knowledge: KnowledgeOption = None,
) -> int:
    """Show the skills and why they matter, or those a job post names."""
    from bot.streams import read_text
    from bot.terminal.display import choose_display
    from bot.tools.skills import find_skills, render_skill_check, render_skills

    if focus is not None and post is not None:
        raise ConfigurationError("give either --focus or --in, not both")
    base = load_base(knowledge, command="skills")
    if post is None:
        text = render_skills(base, focus)
    else:
        text = render_skill_check(find_skills(read_text(post), base))
    choose_display()(text)
    return 0


@app.command()
def check(
    schema: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write JSON Schemas there instead, for editors."),
    ] = None,
    knowledge: KnowledgeOption = None,
) -> int:
    """Load and lint the knowledge: every problem at once.

    Exit status 1 means that one of them is an error.
    """
    from bot.knowledge.files import NO_FOLDER
    from bot.terminal.checking import print_examination, write_schemas

    if schema is not None:
        write_schemas(schema)
        return 0
    folder = _choose_folder(knowledge, _read_settings())
    if not folder.is_dir():
        raise ConfigurationError(f"{folder} {NO_FOLDER}")
    return 0 if print_examination(folder) else FAILED


@app.command("eval")
def evaluate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", hidden=True)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, rows included.")] = False,
    failures: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what went wrong there, for people.")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option(metavar="OLD.json", help="Show what changed since that --json.")
    ] = None,
    thresholds: Annotated[
        bool, typer.Option("--thresholds", help="Show what other thresholds would cost.")
    ] = False,
    min_right: Annotated[float, _percent("answerable questions right")] = _BAR.min_right,
    max_wrong: Annotated[float, _percent("answerable questions wrong")] = _BAR.max_wrong,
    min_declined: Annotated[float, _percent("unanswerable ones declined")] = _BAR.min_declined,
    min_silent: Annotated[float, _percent("ambient chatter left alone")] = _BAR.min_silent,
    knowledge: KnowledgeOption = None,
) -> int:
    """Run labelled questions: a table per kind, and the bar.

    Exit status 1 means that the bar is not met.
    """
    from bot.evaluation.questions import load_questions
    from bot.evaluation.run import Wishes, evaluate

    if as_json and thresholds:
        raise ConfigurationError("give either --json or --thresholds, not both")
    folder = _choose_folder(knowledge, _read_settings())
    base, engine = make_engine(folder)
    wishes = Wishes(
        bar=Bar(
            min_right=min_right,
            max_wrong=max_wrong,
            min_declined=min_declined,
            min_silent=min_silent,
        ),
        as_json=as_json,
        failures=failures,
        compare=compare,
        thresholds=thresholds,
    )
    questions = load_questions(files, known_ids=base.entries_by_id, folder=folder)
    return 0 if evaluate(engine, questions, wishes) else FAILED


@app.command()
def run(knowledge: KnowledgeOption = None) -> int:
    """Connect to Discord; prints the link that invites the bot."""
    from bot.client import run_bot
    from bot.settings import read_settings

    settle()
    return run_bot(settings=read_settings(), knowledge_folder=knowledge)


def make_engine(folder: Path | None) -> "tuple[Knowledge, Engine]":
    """The knowledge to use and an engine that answers from it, with the operator's thresholds."""
    from bot.knowledge.engines import LEARNING, load_engine

    settings = _read_settings()
    loaded = load_engine(
        _choose_folder(folder, settings),
        threshold=settings.threshold if settings else None,
        ambiguity_threshold=settings.ambiguity_threshold if settings else None,
        before_training=lambda: _tell_who_waits(LEARNING),
    )
    settle()
    return loaded


def _tell_who_waits(text: str) -> None:
    """Tell somebody who waits at a terminal why it takes so long."""
    if sys.stderr is not None and sys.stderr.isatty():
        complain(text)


def load_base(folder: Path | None, *, command: str) -> "Knowledge":
    """The knowledge to use, for a command that needs no engine but data of its own.

    Raises ConfigurationError where the knowledge holds none of it.
    """
    from bot.knowledge.loader import load_knowledge
    from bot.tools.commands import list_data_commands

    chosen = _choose_folder(folder, _read_settings())
    base = load_knowledge(chosen)
    if command not in list_data_commands(base):
        raise ConfigurationError(
            f"the knowledge at {chosen} has nothing for `{NAME} {command}` to show; "
            f"write its {_DATA_FILES[command]}, or give another --knowledge"
        )
    return base


def _choose_folder(folder: Path | None, settings: "Settings | None") -> Path:
    from bot.knowledge.shipped import find_shipped_knowledge

    chosen = folder or (settings.knowledge_folder if settings else None)
    return chosen or find_shipped_knowledge()


def _read_settings() -> "Settings | None":
    """The settings in force, all of them validated; None when nothing is set.

    Reading settings takes a tenth of a second that a single question need not pay.
    """
    if not Path(".env").exists() and SETTINGS.isdisjoint(map(str.upper, os.environ)):
        return None
    from bot.settings import read_settings

    return read_settings()
