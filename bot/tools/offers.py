"""Which tools go with a question or its answer, so that people find them by asking."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.knowledge.base import Knowledge
from bot.tools.commands import list_data_commands

MOST_OFFERS: Final = 2


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that can be offered as a button."""

    id: str
    label: str
    words: str
    """A pattern of what people say when they want it."""


TOOLS: Final = (
    Tool("salary", "Pay as a chart", r"charts?|graphs?|plot(ted)?|diagrams?"),
    Tool("compare", "Compare them side by side", r"compar(e|ed|ing|ison)|versus|vs|side by side"),
    Tool(
        "checklist",
        "What am I missing?",
        r"am i (ready|qualified|good enough)|(am|are) (i|we) missing|skills? gap|checklist",
    ),
    Tool("quiz", "Which path fits me?", r"quiz|(suits?|fits?|right for) me"),
    Tool("roadmap", "My roadmap", r"road ?map|step by step|(learn|stud)\w* plan|how to start"),
    Tool("paths", "Career paths", r"career paths?"),
)


def available_tools(knowledge: Knowledge) -> list[Tool]:
    """The tools that the knowledge has data for."""
    held = set(list_data_commands(knowledge))
    if "skills" in held:
        held.add("checklist")
    if knowledge.paths is not None and knowledge.paths.quiz is not None:
        held.add("quiz")
    return [tool for tool in TOOLS if tool.id in held]


def find_named_tools(query: str, knowledge: Knowledge) -> list[Tool]:
    """The tools that the words of a question ask for, at most two."""
    named = [
        tool
        for tool in available_tools(knowledge)
        if re.search(rf"\b(?:{tool.words})\b", query, re.IGNORECASE)
    ]
    return named[:MOST_OFFERS]


def find_tools(query: str, entry_ids: Iterable[str], knowledge: Knowledge) -> list[Tool]:
    """The tools to offer beside an answer: those asked for, or one whose data tells more of it."""
    named = find_named_tools(query, knowledge)
    if named:
        return named
    answered = set(entry_ids)
    return [tool for tool in available_tools(knowledge) if answered & _entries_of(tool, knowledge)][
        :1
    ]


def _entries_of(tool: Tool, knowledge: Knowledge) -> set[str]:
    """The entries that the data of a tool points to."""
    ids: list[str | None] = []
    match tool.id:
        case "salary":
            ids = [figure.entry for figure in knowledge.salaries]
        case "compare" if knowledge.comparison:
            ids = [row.entry for row in knowledge.comparison.rows]
        case "checklist" if knowledge.skills:
            ids = [skill.entry for skill in knowledge.skills.skills]
        case "roadmap" if knowledge.roadmap:
            ids = [step.entry for step in knowledge.roadmap.steps]
        case "quiz" | "paths" if knowledge.paths:
            ids = [path.entry for path in knowledge.paths.paths]
    return {i for i in ids if i}
