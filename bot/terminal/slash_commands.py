"""The commands of the chat: the terminal's twins of Discord's slash commands, as text."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.engine.entries import Entry
from bot.errors import UnknownChoiceError
from bot.knowledge.base import Knowledge
from bot.plurals import count
from bot.tools.commands import list_data_commands
from bot.tools.comparison import list_aspects, render_comparison
from bot.tools.paths import render_paths
from bot.tools.roadmap import list_starts, render_roadmap
from bot.tools.salary import name_level, name_region, render_salary
from bot.tools.skills import render_skills
from bot.tools.wording import name_topic, resolve_choice


@dataclass(frozen=True, slots=True)
class Output:
    """What a command shows: a text, and entries that can be chosen by number."""

    text: str
    choices: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A command with its argument as /help shows it."""

    usage: str
    help: str
    run: Callable[[Knowledge, str], Output]


def list_commands(knowledge: Knowledge) -> Mapping[str, SlashCommand]:
    """The commands for which the knowledge has data, by name; worded as Discord words them."""
    commands = {
        "topics": SlashCommand(
            "/topics [topic]", "Look through everything you can ask", show_topics
        ),
        "salary": SlashCommand(
            f"/salary [{name_region(knowledge)}] [{name_level(knowledge)}]",
            "See what the sources say about pay",
            show_salary,
        ),
        "skills": SlashCommand(
            "/skills [group or path]", "See which skills matter and why", show_skills
        ),
        "paths": SlashCommand("/paths", "See the career paths", show_paths),
        "compare": SlashCommand(
            "/compare [aspect]", "Compare the two roles, aspect by aspect", show_comparison
        ),
        "roadmap": SlashCommand(
            "/roadmap [start]", "See the steps in, from where you are now", show_roadmap
        ),
    }
    return {name: commands[name] for name in ("topics", *list_data_commands(knowledge))}


def show_salary(knowledge: Knowledge, argument: str) -> Output:
    """Pay figures; the argument may name a region, a level, or both in any order.

    Raises UnknownChoiceError when it names neither.
    """
    kind = f"{name_region(knowledge)} or {name_level(knowledge)}"
    unknown: UnknownChoiceError | None = None
    for region, level in _split_argument(argument):
        try:
            return Output(render_salary(knowledge, region, level))
        except UnknownChoiceError as error:
            unknown = unknown or error
    raise unknown or UnknownChoiceError(argument, kind=kind, known=[])


def _split_argument(argument: str) -> Iterator[tuple[str | None, str | None]]:
    words = argument.split()
    yield (argument or None), None
    yield None, (argument or None)
    for i in range(1, len(words)):
        head, tail = " ".join(words[:i]), " ".join(words[i:])
        yield head, tail
        yield tail, head


def show_skills(knowledge: Knowledge, argument: str) -> Output:
    """The skills, narrowed to a group or a path; raises UnknownChoiceError."""
    return Output(render_skills(knowledge, argument or None))


def show_comparison(knowledge: Knowledge, argument: str) -> Output:
    """The comparison, or one aspect of it by id or name; raises UnknownChoiceError."""
    aspects = [(i, (name,)) for i, name in list_aspects(knowledge)]
    aspect = resolve_choice(argument, aspects, kind="aspect") if argument else None
    return Output(render_comparison(knowledge, aspect))


def show_paths(knowledge: Knowledge, argument: str) -> Output:  # noqa: ARG001 # as the others
    """The career paths."""
    return Output(render_paths(knowledge))


def show_roadmap(knowledge: Knowledge, argument: str) -> Output:
    """The steps for everybody, or from a start by id or name; raises UnknownChoiceError."""
    text = render_roadmap(knowledge, argument or None)
    if argument:
        return Output(text)
    starts = ", ".join(f"`{start.id}`" for start in list_starts(knowledge))
    return Output(f"{text}\n\nFor the steps from where you stand add one of: {starts}.")


def show_topics(knowledge: Knowledge, argument: str) -> Output:
    """The topics, or the questions of one; raises UnknownChoiceError."""
    names: dict[str, tuple[Entry, ...]] = {}
    for topic, entries in knowledge.topics.items():  # two may read alike: pay-info and pay_info
        names[name_topic(topic)] = (*names.get(name_topic(topic), ()), *entries)
    if not argument:
        lines = [
            f"- **{name}** ({count(len(entries), 'question')})" for name, entries in names.items()
        ]
        return Output("\n".join([*lines, "", "`/topics NAME` shows the questions of a topic."]))
    for name, entries in names.items():
        if name_topic(argument).casefold() == name.casefold():
            return Output(f"**{name}**", entries)
    raise UnknownChoiceError(argument, kind="topic", known=list(names))
