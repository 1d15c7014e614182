"""The way in as steps, ordered for where a person stands, as text and as a checklist."""

from collections.abc import Iterator

from bot.engine.entries import Source
from bot.engine.lexical.enumeration import join_names
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import RoadmapStart, RoadmapStep
from bot.tools.pages import Block, cut_pages, join_blocks
from bot.tools.wording import resolve_choice

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
    return join_blocks(knowledge, _make_blocks(knowledge, start))


def render_roadmap_pages(knowledge: Knowledge, start: str | None = None) -> list[str]:
    """The steps from a start in pages that fit a message; raises UnknownChoiceError."""
    return cut_pages(knowledge, _make_blocks(knowledge, start))


def _make_blocks(knowledge: Knowledge, start: str | None) -> list[Block]:
    """A heading, what lies behind somebody, and a block for each step ahead."""
    if knowledge.roadmap is None:
        return [Block(NO_ROADMAP)]
    ahead, done = select_steps(knowledge, start)
    blocks = [Block(f"## {_word_title(knowledge, start)}")]
    if done:
        titles = join_names([f"“{step.title}”" for step in done])
        blocks.append(Block(f"You have this behind you: {titles}."))
    for number, step in enumerate(ahead, 1):
        head = f"**{number}. {step.title}**{_word_time(step)}"
        lines = [head, step.text, *_skill_line(knowledge, step)]
        blocks.append(Block("\n".join(lines), tuple(step.sources)))
    return blocks


def export_roadmap(knowledge: Knowledge, start: str | None = None) -> str:
    """The steps as a Markdown checklist to keep, those done ticked; raises UnknownChoiceError."""
    ahead, done = select_steps(knowledge, start)
    lines = [f"# {_word_title(knowledge, start)}", ""]
    for step in done:
        lines += _export_step(knowledge, step, box="[x]")
    for step in ahead:
        lines += _export_step(knowledge, step, box="[ ]")
    return "\n".join(lines) + "\n"


def _export_step(knowledge: Knowledge, step: RoadmapStep, *, box: str) -> Iterator[str]:
    """A step in lines of Markdown: its text, who says so, and its skills with boxes of their own.

    The sources stand before the skills: after a list they would count to its last item.
    """
    yield f"- {box} **{step.title}**{_word_time(step)}"
    yield f"  {step.text}"
    sources = "; ".join(_word_source(source) for source in _sources_of(knowledge, step))
    if sources:
        yield f"  ({sources})"
    for skill in _skill_names(knowledge, step):
        yield f"  - {box} {skill}"


def _word_title(knowledge: Knowledge, start: str | None) -> str:
    start_id = _resolve(knowledge, start)
    name = next((s.name for s in list_starts(knowledge) if s.id == start_id), "")
    return f"Roadmap from here: {name}" if name else "Roadmap"


def _word_time(step: RoadmapStep) -> str:
    return f" ({step.time})" if step.time else ""


def _skill_names(knowledge: Knowledge, step: RoadmapStep) -> list[str]:
    names = {s.id: s.name for s in knowledge.skills.skills} if knowledge.skills else {}
    return [names[skill] for skill in step.skills if skill in names]


def _skill_line(knowledge: Knowledge, step: RoadmapStep) -> list[str]:
    names = _skill_names(knowledge, step)
    return [f"-# Skills: {', '.join(names)}"] if names else []


def _sources_of(knowledge: Knowledge, step: RoadmapStep) -> list[Source]:
    known = knowledge.sources_by_id
    return [known[i] for i in dict.fromkeys(step.sources) if i in known]


def _word_source(source: Source) -> str:
    """A source without Discord's Markdown, which other readers of the file do not know."""
    return ", ".join(part for part in (source.title, source.author, source.date) if part)


def _resolve(knowledge: Knowledge, start: str | None) -> str | None:
    if start is None or not start.strip():
        return None
    choices = [(s.id, (s.name,)) for s in list_starts(knowledge)]
    return resolve_choice(start, choices, kind="start")
