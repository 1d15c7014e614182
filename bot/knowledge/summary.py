"""`career-bot check`: everything to say about a knowledge folder, as lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.base import Knowledge
from bot.knowledge.checks import check_folder
from bot.knowledge.files import find_strange_files
from bot.knowledge.loader import ParsedFolder
from bot.plurals import count


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong, what could be better, and what there is."""

    errors: tuple[str, ...]
    advice: tuple[str, ...]
    parsed: ParsedFolder
    knowledge: Knowledge | None = None
    """None when the folder does not even load."""


def examine(folder: Path) -> Verdict:
    """Load and lint a knowledge folder; every problem at once."""
    parsed = ParsedFolder.read(folder)
    misnamed, unread = find_strange_files(folder)
    errors = tuple(map(parsed.describe, (*misnamed, *parsed.problems)))
    advice = tuple(map(parsed.describe, unread))
    if parsed.problems:
        return Verdict(errors, advice, parsed)
    report = check_folder(parsed)
    errors, advice = (*errors, *report.errors), (*advice, *report.advice)
    return Verdict(errors, advice, parsed, parsed.assemble())


def summarise(knowledge: Knowledge) -> Iterator[str]:
    """What a folder holds, one line for each thing."""
    entries = knowledge.entries
    utterances = sum(len(entry.utterances) for entry in entries)
    follow_ups = sum(len(entry.follow_ups) for entry in entries)
    yield f"{count(len(entries), 'entry', 'entries')} in {count(len(knowledge.topics), 'topic')}"
    yield f"{count(utterances, 'utterance')}, {count(follow_ups, 'follow-up')}"
    figures = count(sum(map(len, knowledge.figures.values())), "figure")
    skills = knowledge.skills.skills if knowledge.skills else ()
    paths = knowledge.paths.paths if knowledge.paths else ()
    parts = {
        f"{count(len(knowledge.sources), 'source')} with {figures}": knowledge.sources,
        count(len(knowledge.salaries), "pay figure"): knowledge.salaries,
        count(len(skills), "skill"): knowledge.skills,
        count(len(paths), "path"): knowledge.paths,
        "a comparison": knowledge.comparison,
        "a roadmap": knowledge.roadmap,
        f"{count(len(knowledge.small_talk), 'line')} of small talk": knowledge.small_talk,
        count(len(knowledge.gaps), "known gap"): knowledge.gaps,
    }
    held = [text for text, part in parts.items() if part]
    if held:
        yield ", ".join(held)
