"""Skills as text: in their groups, with why each matters; and skills found in a job post."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.engine.lexical.enumeration import join_names
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import Skill, SkillFile
from bot.tools.pages import Block, cut_pages, join_blocks
from bot.tools.wording import resolve_choice

NO_SKILLS = "This knowledge holds no skills."
ALL_SKILLS = "all"
"""The focus that narrows nothing."""


@dataclass(frozen=True, slots=True)
class SkillCheck:
    """The skills a text names, and those it does not; both in learning order."""

    found: tuple[Skill, ...]
    not_found: tuple[Skill, ...]


def list_focuses(knowledge: Knowledge) -> list[tuple[str, str]]:
    """The (id, name) of everything skills can be narrowed to: groups, then career paths."""
    if knowledge.skills is None:
        return []
    groups = [(group.id, group.name) for group in knowledge.skills.groups]
    named = {path for skill in knowledge.skills.skills for path in skill.paths}
    paths = knowledge.paths.paths if knowledge.paths else ()
    return groups + [(path.id, path.name) for path in paths if path.id in named]


def name_focus(knowledge: Knowledge, focus: str | None) -> str:
    """How a focus is called; empty for all skills."""
    return dict(list_focuses(knowledge)).get(focus or "", "")


def select_skills(knowledge: Knowledge, focus: str | None = None) -> list[Skill]:
    """The skills of a group or a career path, given by id or name, in learning order.

    Raises UnknownChoiceError when there is no such group or path.
    """
    if knowledge.skills is None:
        return []
    skills = sorted(knowledge.skills.skills, key=lambda skill: skill.order)
    focus_id = _resolve(knowledge, focus)
    if focus_id is None:
        return skills
    return [skill for skill in skills if focus_id == skill.group or focus_id in skill.paths]


def render_skills(knowledge: Knowledge, focus: str | None = None) -> str:
    """The skills in their groups with why each matters, in Discord Markdown.

    `focus` is a group or a career path, by id or name; without it all skills are shown.
    Raises UnknownChoiceError when there is no such group or path.
    """
    return join_blocks(knowledge, _make_blocks(knowledge, focus))


def render_skill_pages(knowledge: Knowledge, focus: str | None = None) -> list[str]:
    """The same in pages that fit a message; raises UnknownChoiceError."""
    return cut_pages(knowledge, _make_blocks(knowledge, focus))


def _make_blocks(knowledge: Knowledge, focus: str | None) -> list[Block]:
    """A heading, and a block for each group."""
    if knowledge.skills is None:
        return [Block(NO_SKILLS)]
    skills = select_skills(knowledge, focus)
    name = name_focus(knowledge, _resolve(knowledge, focus))
    blocks = [Block(f"## Skills: {name}" if name else "## Skills")]
    for group, members in group_skills(knowledge.skills, skills):
        lines = [f"- **{skill.name}**: {skill.why}" for skill in members]
        sources = tuple(i for skill in members for i in skill.sources)
        blocks.append(Block("\n".join([f"**{group}**", *lines]), sources))
    return blocks


def group_skills(file: SkillFile, skills: Iterable[Skill]) -> list[tuple[str, list[Skill]]]:
    """`skills` under the names of their groups, in the order of the groups; no empty groups."""
    members: dict[str, list[Skill]] = {group.id: [] for group in file.groups}
    for skill in skills:
        members[skill.group].append(skill)
    return [(group.name, members[group.id]) for group in file.groups if members[group.id]]


def find_skills(text: str, knowledge: Knowledge) -> SkillCheck:
    """The known skills that `text` (a job post) names, and those it does not name."""
    found: list[Skill] = []
    not_found: list[Skill] = []
    for skill in select_skills(knowledge):
        named = knowledge.skill_patterns[skill.id].search(text)
        (found if named else not_found).append(skill)
    return SkillCheck(tuple(found), tuple(not_found))


def render_skill_check(check: SkillCheck) -> str:
    """What a job post asks for and what of ours it does not mention, in Discord Markdown."""
    if not check.found:
        return "I find none of the skills I know in that text."
    parts = [
        "**The post asks for**\n" + _name_skills(check.found),
        "**Usual for the job, but not in the post**\n" + _name_skills(check.not_found)
        if check.not_found
        else "It names every skill I know.",
    ]
    return "\n\n".join(parts)


def _name_skills(skills: Sequence[Skill]) -> str:
    return join_names([skill.name for skill in skills])


def _resolve(knowledge: Knowledge, focus: str | None) -> str | None:
    if focus is None or not focus.strip() or focus.strip().casefold() == ALL_SKILLS:
        return None
    choices = [(i, (name,)) for i, name in list_focuses(knowledge)]
    return resolve_choice(focus, choices, kind="group or path")
