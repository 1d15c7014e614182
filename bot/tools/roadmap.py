"""The way in as steps, ordered for where a person stands, as text and as a checklist."""

from collections.abc import Sequence

from bot.engine.entries import Source
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import RoadmapStart, RoadmapStep
from bot.tools.pages import cut_pages
from bot.tools.wording import join_words, render_source_line, resolve_choice

NO_ROADMAP = "This knowledge holds no roadmap."


def list_starts(knowledge: Knowledge) -> list[RoadmapStart]:
    """Where a person may stand at the start."""
    return list(knowledge.roadmap.starts) if knowledge.roadmap else []


def select_steps(
    knowledge: Knowledge, start: str | None = None
) -> tuple[list[RoadmapStep], list[RoadmapStep]]:
    """The steps still to take and those already done, in order, from a start (id or name).

    Without a start these are the steps that everybody takes.
    Raises UnknownChoiceError when there is no such start.
    """
    if knowledge.roadmap is None:
        return [], []
    start_id = _resolve(knowledge, start)
    steps = [s for s in knowledge.roadmap.steps if not s.only_for or start_id in s.only_for]
    ahead = [step for step in steps if start_id not in step.done_for]
    return ahead, [step for step in steps if start_id in step.done_for]


def render_roadmap(knowledge: Knowledge, start: str | None = None) -> str:
    """The steps from a start (id or name) in Discord Markdown; raises UnknownChoiceError."""
    return "\n\n".join(render_roadmap_pages(knowledge, start))


def render_roadmap_pages(knowledge: Knowledge, start: str | None = None) -> list[str]:
    """The steps from a start in pages that fit a message; raises UnknownChoiceError."""
    if knowledge.roadmap is None:
        return [NO_ROADMAP]
    ahead, done = select_steps(knowledge, start)
    name = _name_start(knowledge, start)
    blocks = [f"## Roadmap{f' from here: {name}' if name else ''}"]
    if done:
        titles = join_words([f"“{step.title}”" for step in done])
        blocks.append(f"You have this behind you: {titles}.")
    blocks += [
        "\n".join(
            [f"**{n}. {step.title}**{_word_time(step)}", step.text, *_skill_line(knowledge, step)]
        )
        for n, step in enumerate(ahead, 1)
    ]
    pages = cut_pages(blocks)
    sources = render_source_line(knowledge, (i for step in ahead for i in step.sources))
    if sources:
        pages[-1] += f"\n\n{sources}"
    return pages


def export_roadmap(knowledge: Knowledge, start: str | None = None) -> str:
    """The steps as a Markdown checklist to keep; raises UnknownChoiceError."""
    ahead, done = select_steps(knowledge, start)
    name = _name_start(knowledge, start)
    lines = [f"# Roadmap{f' from here: {name}' if name else ''}", ""]
    lines += [f"- [x] {step.title}" for step in done]
    for step in ahead:
        lines += [f"- [ ] **{step.title}**{_word_time(step)}", f"  {step.text}"]
        lines += [f"  - [ ] {skill}" for skill in _skill_names(knowledge, step)]
    sources = [
        ", ".join(part for part in (source.title, source.author, source.date) if part)
        for source in _sources_of(knowledge, ahead)
    ]
    return (
        "\n".join([*lines, "", f"Sources: {'; '.join(sources)}" if sources else ""]).rstrip() + "\n"
    )


def _name_start(knowledge: Knowledge, start: str | None) -> str:
    start_id = _resolve(knowledge, start)
    return next((s.name for s in list_starts(knowledge) if s.id == start_id), "")


def _word_time(step: RoadmapStep) -> str:
    return f" ({step.time})" if step.time else ""


def _skill_names(knowledge: Knowledge, step: RoadmapStep) -> list[str]:
    names = {s.id: s.name for s in knowledge.skills.skills} if knowledge.skills else {}
    return [names[skill] for skill in step.skills if skill in names]


def _skill_line(knowledge: Knowledge, step: RoadmapStep) -> list[str]:
    names = _skill_names(knowledge, step)
    return [f"-# Skills: {', '.join(names)}"] if names else []


def _sources_of(knowledge: Knowledge, steps: Sequence[RoadmapStep]) -> list[Source]:
    ids = dict.fromkeys(i for step in steps for i in step.sources)
    return [knowledge.sources_by_id[i] for i in ids if i in knowledge.sources_by_id]


def _resolve(knowledge: Knowledge, start: str | None) -> str | None:
    if start is None or not start.strip():
        return None
    choices = [(s.id, (s.name,)) for s in list_starts(knowledge)]
    return resolve_choice(start, choices, kind="start")
