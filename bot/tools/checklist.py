"""The skills somebody has, those that are left, and how far that is on each path."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.knowledge.base import Knowledge
from bot.knowledge.schema import CareerPath, Skill
from bot.tools.skills import group_skills, select_skills

BAR_CELLS = 10
LEARN_NEXT = 3
"""Of what is left, so many are given with why they matter; more would be a wall of text."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a path's skills somebody has."""

    path: CareerPath
    held: int
    total: int


@dataclass(frozen=True, slots=True)
class Checklist:
    """The skills in question, in learning order, and which of them somebody has."""

    skills: tuple[Skill, ...]
    held: frozenset[str]

    @property
    def left(self) -> tuple[Skill, ...]:
        """What is left to learn, in learning order."""
        return tuple(skill for skill in self.skills if skill.id not in self.held)


def make_checklist(
    knowledge: Knowledge, skill_ids: Iterable[str] | None, held: Collection[str]
) -> Checklist:
    """The checklist of those skills (all without `skill_ids`); ids that are gone are left out."""
    wanted = None if skill_ids is None else set(skill_ids)
    skills = [s for s in select_skills(knowledge) if wanted is None or s.id in wanted]
    return Checklist(tuple(skills), frozenset(s.id for s in skills if s.id in held))


def measure_progress(knowledge: Knowledge, held: Collection[str]) -> list[Progress]:
    """For each path that names skills, how many of them somebody has."""
    measured = []
    for path in knowledge.paths.paths if knowledge.paths else ():
        wanted = [s.id for s in select_skills(knowledge) if path.id in s.paths]
        if wanted:
            measured.append(Progress(path, sum(s in held for s in wanted), len(wanted)))
    return measured


def render_progress(progress: Iterable[Progress]) -> str:
    """A bar in text for each path, with the numbers beside it."""
    return "\n".join(
        f"{one.path.name}: {one.held} of {one.total}\n`{_draw_bar(one)}`" for one in progress
    )


def _draw_bar(progress: Progress) -> str:
    """A bar that is empty only with nothing held, and full only with everything."""
    cells = round(BAR_CELLS * progress.held / progress.total)
    if 0 < progress.held < progress.total:
        cells = min(max(cells, 1), BAR_CELLS - 1)
    return "█" * cells + "░" * (BAR_CELLS - cells)


def render_left(knowledge: Knowledge, checklist: Checklist) -> str:
    """What to learn next and why, and what is left then by group, in Discord Markdown."""
    if not checklist.skills:
        return "None of these skills are part of what I know any more."
    if not checklist.left:
        return "You have all of these."
    if not checklist.held:
        return "Choose what you have; what is left then stands here, in a sensible order."
    first, rest = checklist.left[:LEARN_NEXT], checklist.left[LEARN_NEXT:]
    lines = ["**Learn next**", *(f"- **{skill.name}**: {skill.why}" for skill in first)]
    if rest and knowledge.skills is not None:
        lines.append(f"**After that** ({len(rest)})")
        for group, members in group_skills(knowledge.skills, rest):
            lines.append(f"- {group}: {', '.join(skill.name for skill in members)}")
    return "\n".join(lines)
