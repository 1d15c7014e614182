"""The skills as a message, and the checklist of what somebody has.

The ticks of a checklist live in the message itself: they are the chosen options of its selects,
so nothing is stored and nothing is lost in a restart.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeVar

import discord
from discord import ui

from bot.knowledge.base import Knowledge
from bot.knowledge.schema import Skill
from bot.render import SELECT_OPTION_LIMIT
from bot.tools.checklist import (
    Checklist,
    make_checklist,
    measure_progress,
    render_left,
    render_progress,
)
from bot.tools.skills import (
    ALL_SKILLS,
    SkillCheck,
    group_skills,
    list_focuses,
    render_skill_check,
    render_skill_pages,
)
from bot.views.actions import ActionButton, ActionSelect, Option
from bot.views.custom_ids import SELECT
from bot.views.layouts import make_layout, make_page_buttons, make_rows, make_select_row, make_texts
from bot.views.topics import OPEN_CHOSEN

SKILLS: Final = "skills"
"""Action: turn the skills to a focus and a page; arguments: both, or the select that chose."""
CHECKLIST: Final = "checklist"
"""Action: open the checklist; argument: the focus."""
TICK: Final = "tick"
"""Action: skills were ticked; arguments: all, or post for a job post's, and a number."""
WHOLE: Final = "all"
POST: Final = "post"
MOST_TICK_SELECTS: Final = 12
MOST_TICKED: Final = MOST_TICK_SELECTS * SELECT_OPTION_LIMIT
"""Skills in one checklist; further ones are left out."""

T = TypeVar("T")


def layout_skills(
    knowledge: Knowledge, focus: str | None = None, *, page: int = 0
) -> ui.LayoutView:
    """The skills of a focus; raises UnknownChoiceError when there is no such focus."""
    pages = render_skill_pages(knowledge, focus)
    page = min(max(page, 0), len(pages) - 1)
    focus_id = focus or ALL_SKILLS
    options = [Option("All skills", ALL_SKILLS, chosen=focus_id == ALL_SKILLS)]
    options += [
        Option(name, identifier, chosen=focus_id == identifier)
        for identifier, name in list_focuses(knowledge)
    ]
    buttons = [
        *make_page_buttons(page, len(pages), SKILLS, focus_id),
        ActionButton.make("What am I missing?", CHECKLIST, focus_id),
    ]
    return make_layout(
        *make_texts(pages[page]),
        *_make_focus_rows(options),
        *make_rows(buttons),
    )


def layout_checklist(
    knowledge: Knowledge, skill_ids: Iterable[str] | None = None, held: Collection[str] = ()
) -> ui.LayoutView:
    """A checklist of those skills (all without `skill_ids`), with what is left and progress."""
    checklist = make_checklist(knowledge, skill_ids, held)
    return make_layout(
        *make_texts(
            "## What am I missing?\n-# Only you see this, and nothing is stored.",
            render_left(knowledge, checklist),
            _render_paths(knowledge, checklist),
        ),
        *_make_tick_rows(knowledge, checklist, WHOLE),
        *_make_open_row(checklist),
    )


def layout_post_check(
    knowledge: Knowledge, check: SkillCheck, held: Collection[str] = ()
) -> ui.LayoutView:
    """The skills a job post asks for, those it leaves out, and a checklist of the former."""
    checklist = make_checklist(knowledge, [skill.id for skill in check.found], held)
    return make_layout(
        *make_texts(
            "## Skills in this post\n-# Only you see this, and nothing is stored.",
            render_skill_check(check),
            render_left(knowledge, checklist) if check.found else "",
        ),
        *_make_tick_rows(knowledge, checklist, POST),
        *_make_open_row(checklist),
    )


def read_ticks(
    message: discord.Message, pressed: str, values: Collection[str]
) -> tuple[list[str], set[str]]:
    """All skills in a checklist message, and those ticked after `values` in the pressed select."""
    every: list[str] = []
    ticked: set[str] = set()
    for select in _list_selects(message):
        if not (select.custom_id or "").startswith(f"{SELECT}:{TICK}:"):
            continue
        offered = [option.value for option in select.options]
        every += offered
        if select.custom_id == pressed:
            ticked |= set(values) & set(offered)
        else:
            ticked |= {option.value for option in select.options if option.default}
    return every, ticked


def _list_selects(message: discord.Message) -> Iterator[discord.SelectMenu]:
    for row in message.components:
        if isinstance(row, discord.ActionRow):
            for child in row.children:
                if isinstance(child, discord.SelectMenu):
                    yield child


def _render_paths(knowledge: Knowledge, checklist: Checklist) -> str:
    progress = render_progress(measure_progress(knowledge, checklist.held))
    return f"**How far you are on each path**\n{progress}" if progress else ""


def _make_focus_rows(options: Sequence[Option]) -> list[ui.Item[ui.LayoutView]]:
    """A select to narrow the skills, more where there are more than 25 groups and paths."""
    return [
        make_select_row(
            ActionSelect.make("Show only" if number == 0 else "Or only", part, SKILLS, number)
        )
        for number, part in enumerate(_cut(options))
    ]


def _make_tick_rows(
    knowledge: Knowledge, checklist: Checklist, kind: str
) -> list[ui.Item[ui.LayoutView]]:
    """A select for each group, more where a group has more than 25 skills."""
    if knowledge.skills is None:
        return []
    chunks = [
        (group, part)
        for group, members in group_skills(knowledge.skills, checklist.skills)
        for part in _cut(members)
    ]
    if len(chunks) > MOST_TICK_SELECTS or kind == POST:
        chunks = [("Skills", part) for part in _cut(checklist.skills)]
    return [
        make_select_row(
            ActionSelect.make(
                f"{group}: what do you have?",
                [_make_option(skill, checklist) for skill in members],
                TICK,
                kind,
                number,
                min_values=0,
                max_values=len(members),
            )
        )
        for number, (group, members) in enumerate(chunks[:MOST_TICK_SELECTS])
    ]


def _cut(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items in parts that fit a select."""
    for start in range(0, len(items), SELECT_OPTION_LIMIT):
        yield items[start : start + SELECT_OPTION_LIMIT]


def _make_option(skill: Skill, checklist: Checklist) -> Option:
    return Option(skill.name, skill.id, skill.why, chosen=skill.id in checklist.held)


def _make_open_row(checklist: Checklist) -> list[ui.Item[ui.LayoutView]]:
    """A select to read about what is left, in learning order."""
    entries: dict[str, Option] = {}
    for skill in checklist.left:
        if skill.entry and skill.entry not in entries:
            entries[skill.entry] = Option(skill.name, skill.entry)
    if not entries:
        return []
    options = list(entries.values())[:SELECT_OPTION_LIMIT]
    return [make_select_row(ActionSelect.make("Read about one that is left", options, OPEN_CHOSEN))]
