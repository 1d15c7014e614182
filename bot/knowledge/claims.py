"""Every text of a knowledge folder that states something, with the sources it rests on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from bot.knowledge.problems import Path
from bot.knowledge.schema import (
    ComparisonFile,
    EntryFile,
    GapFile,
    PathFile,
    RoadmapFile,
    SalaryFigure,
    SalaryFile,
    SkillFile,
    SmallTalkFile,
)

_EMERGENCY: Final = r"(?:116[\s-]?\d{3}|000|11[0-3589]|911|988|999)"
"""What is called for help in whole countries."""

_TO_CALL: Final = (
    r"\b(?:call|dial|ring|phone|text|notruf|(?:wähl|ruf)(?:e|t|en)?|appel(?:er|ez|le))"
    r"(?: (?:the|number|die|nummer|le))*:?\s"
)
_CALLED: Final = re.compile(
    rf"(?<![\w$€£₹.,+-])(?<!\d\s)(?:{_EMERGENCY}|"
    rf"{_TO_CALL}\d{{3}}(?:(?:, ?| ?/ ?| or | oder | ou )\d{{3}})*|"
    r"\d{3}(?= (?:anrufen|wählen|rufen)\b))"
    r"(?!\w|[.,\s-]?\d|\s?[$€£₹%])",
    re.IGNORECASE,
)
"""A number to call: one for emergencies, or any three digits right beside a word for calling."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A text (or an amount) and where it stands."""

    file: str
    path: Path
    item: str
    text: str
    sources: tuple[str, ...] | None
    """The ids of the sources it names; None where its format has no place to name any."""
    amount: float | None = None
    """Set for amounts given as data, whose text is the same number."""


def list_claims(contents: Mapping[str, BaseModel]) -> Iterator[Claim]:
    """The claims in every valid file of a folder."""
    for name, content in contents.items():
        match content:
            case EntryFile():
                for i, entry in enumerate(content):
                    sources = tuple(entry.sources)
                    yield Claim(name, (i, "answer"), entry.id, entry.answer, sources)
            case SalaryFile():
                for i, figure in enumerate(content):
                    yield from _list_salary_claims(name, i, figure)
            case SkillFile():
                for i, skill in enumerate(content.skills):
                    sources = tuple(skill.sources)
                    yield Claim(name, ("skills", i, "why"), skill.id, skill.why, sources)
            case PathFile():
                yield from _list_path_claims(name, content)
            case ComparisonFile():
                for i, row in enumerate(content.rows):
                    for side, text in (("left", row.left), ("right", row.right)):
                        yield Claim(name, ("rows", i, side), row.id, text, tuple(row.sources))
            case RoadmapFile():
                for i, step in enumerate(content.steps):
                    texts = {"title": step.title, "text": step.text, "time": step.time or ""}
                    for key, text in texts.items():
                        yield Claim(name, ("steps", i, key), step.id, text, tuple(step.sources))
            case SmallTalkFile():
                for i, talk in enumerate(content):
                    said = _CALLED.sub(" ", talk.reply)
                    yield Claim(name, (i, "reply"), talk.id, said, None)
            case GapFile():
                for i, gap in enumerate(content):
                    yield Claim(name, (i, "missing"), gap.id, gap.missing, None)


def _list_salary_claims(name: str, i: int, figure: SalaryFigure) -> Iterator[Claim]:
    sources = (figure.source,)
    for key in ("amount", "amount_min", "amount_max"):
        amount = getattr(figure, key)
        if amount is not None:
            yield Claim(name, (i, key), figure.id, f"{amount:g}", sources, float(amount))
    yield Claim(name, (i, "label"), figure.id, figure.label, sources)
    yield Claim(name, (i, "note"), figure.id, figure.note or "", sources)


def _list_path_claims(name: str, content: PathFile) -> Iterator[Claim]:
    for i, path in enumerate(content.paths):
        sources = tuple(path.sources)
        yield Claim(name, ("paths", i, "summary"), path.id, path.summary, sources)
        for j, line in enumerate(path.focus):
            yield Claim(name, ("paths", i, "focus", j), path.id, line, sources)
    if content.quiz is None:
        return
    yield Claim(name, ("quiz", "intro"), "", content.quiz.intro, None)
    for i, question in enumerate(content.quiz.questions):
        place: Path = ("quiz", "questions", i)
        yield Claim(name, (*place, "question"), question.id, question.question, None)
        for j, choice in enumerate(question.choices):
            where = (*place, "choices", j, "label")
            yield Claim(name, where, question.id, choice.label, None)
