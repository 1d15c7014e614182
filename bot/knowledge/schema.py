"""The formats of the files in a knowledge folder, as pydantic models.

The models validate what keepers write, and their JSON Schemas help editors complete it.
References between files are checked by `references`, as no file knows the others.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any, Final, Generic, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=60),
]
"""Lower-case words joined by hyphens; short enough to travel inside a button's custom_id."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

MOST_DIGITS: Final = 15
"""No number that a keeper means has more, and no text or chart could show it."""

_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


def _require_visible(text: str) -> str:
    if not any(unicodedata.category(c)[0] in "LNPS" and c not in _BLANK for c in text):
        raise ValueError("holds nothing that can be seen; write some text")
    return text


def _require_one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("must be a single line; join its lines")
    return text


def _require_usable(number: float) -> float:
    most = 10**MOST_DIGITS
    if not -most < number < most:  # which holds for what is infinite or no number too
        raise ValueError(f"must be a number of at most {MOST_DIGITS} digits")
    return number


_VISIBLE: Final = AfterValidator(_require_visible)
"""Of text that people read."""
_ONE_LINE: Final = AfterValidator(_require_one_line)
"""Of text that stands on a button or in a list."""
Label = Annotated[Text, Field(max_length=40), _VISIBLE, _ONE_LINE]
Number = Annotated[int | float, AfterValidator(_require_usable)]
Whole = Annotated[int, AfterValidator(_require_usable)]


def _require_address(text: str) -> str:
    if not re.fullmatch(r"https?://\S+", text):
        raise ValueError("must be a whole web address: https:// first and no blanks within")
    return text


WebAddress = Annotated[Text, AfterValidator(_require_address)]
"""What Discord makes a link of; anything else it shows with the brackets around it."""


class FileModel(BaseModel):
    """Base of everything read from a file: no unknown keys, no silent conversion, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


Item = TypeVar("Item")


class FileList(RootModel[list[Item]], Generic[Item]):
    """Base of files that are one list of items."""

    model_config = ConfigDict(strict=True)

    def __iter__(self) -> Iterator[Item]:  # type: ignore[override] # a list file iterates its items
        return iter(self.root)


class EntryModel(FileModel):
    """One answerable thing."""

    id: Id
    question: Annotated[
        Text,
        Field(max_length=80, description="Shown to people, on buttons too."),
        _VISIBLE,
        _ONE_LINE,
    ]
    utterances: list[Text] = []
    answer: Annotated[Text, Field(max_length=1500, description="Discord Markdown."), _VISIBLE]
    sources: list[Id] = []
    follow_ups: Annotated[list[Id], Field(max_length=5)] = []


class EntryFile(FileList[EntryModel]):
    """`faq/*.yaml`: the entries of one topic."""


class Figure(FileModel):
    """A number that a document supports."""

    value: Number
    what: Text


class SourceModel(FileModel):
    """A document that answers refer to, with every figure they may take from it."""

    id: Id
    title: Text
    author: Text | None = None
    date: dt.date | None = None
    url: WebAddress | None = None
    figures: list[Figure] = []


class SourceFile(FileList[SourceModel]):
    """`sources.yaml`: the documents."""


class QualifierValueModel(FileModel):
    """One value of a qualifier and the words that express it."""

    id: Id
    name: Text
    words: Annotated[list[Text], Field(min_length=1)]


class QualifierModel(FileModel):
    """A kind of word that narrows a question."""

    name: Text
    strict: Annotated[
        bool,
        Field(description="Whether an answer must mention the value a question names."),
    ] = True
    values: Annotated[
        list[QualifierValueModel],
        Field(description="Empty where the knowledge covers no value of this kind."),
    ]


class VocabularyFile(FileModel):
    """`vocabulary.yaml`: words that mean the same, abbreviations, qualifiers."""

    abbreviations: dict[Text, Text] = {}
    synonyms: list[Annotated[list[Text], Field(min_length=2)]] = []
    qualifiers: dict[Id, QualifierModel] = {}


class SalaryFigure(FileModel):
    """One pay figure as a document gives it."""

    id: Id
    amount: Annotated[Number, Field(gt=0)] | None = None
    amount_min: Annotated[Number, Field(gt=0)] | None = None
    amount_max: Annotated[Number, Field(gt=0)] | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    per: Literal["year", "month", "week", "day", "hour"]
    region: Id | None = None
    level: Id = "all"
    kind: Literal["average", "typical", "up-to", "at-least", "top", "range"]
    source: Id
    attributed_to: Text | None = None
    as_of: dt.date | None = None
    approximate: bool = False
    label: Label
    note: Text | None = None
    entry: Id | None = None

    @model_validator(mode="after")
    def _has_an_amount(self) -> Self:
        bounds = (self.amount_min, self.amount_max)
        if (self.amount is None) == (None in bounds):
            raise ValueError("give either amount, or both amount_min and amount_max")
        if self.amount_min and self.amount_max and self.amount_min > self.amount_max:
            raise ValueError("amount_min is above amount_max; swap them")
        return self


class SalaryFile(FileList[SalaryFigure]):
    """`salaries.yaml`: pay figures as data."""


class SkillGroup(FileModel):
    """A group of skills, in the order they are shown."""

    id: Id
    name: Label


class Skill(FileModel):
    """One skill: why it matters, who says so, and how a job post writes it."""

    id: Id
    name: Label
    group: Id
    why: Annotated[Text, Field(max_length=160)]
    sources: list[Id] = []
    paths: list[Id] = []
    words: list[Text] = []
    order: Whole = 100
    entry: Id | None = None


class SkillFile(FileModel):
    """`skills.yaml`: skills as data."""

    groups: Annotated[list[SkillGroup], Field(min_length=1)]
    skills: Annotated[list[Skill], Field(min_length=1)]


class CareerPath(FileModel):
    """One career path."""

    id: Id
    name: Label
    summary: Annotated[Text, Field(max_length=200)]
    focus: list[Text] = []
    sources: list[Id] = []
    entry: Id | None = None
    next_steps: list[Id] = []


class QuizChoice(FileModel):
    """One answer to a quiz question and what it counts for each path."""

    label: Annotated[Text, Field(max_length=60), _VISIBLE, _ONE_LINE]
    scores: dict[Id, Whole]


class QuizQuestion(FileModel):
    """One question of the quiz."""

    id: Id
    question: Annotated[Text, Field(max_length=200)]
    choices: Annotated[list[QuizChoice], Field(min_length=2, max_length=5)]


class Quiz(FileModel):
    """A short quiz that ends with the path closest to a person."""

    intro: Annotated[Text, Field(max_length=400)]
    questions: Annotated[list[QuizQuestion], Field(min_length=1, max_length=10)]


class PathFile(FileModel):
    """`paths.yaml`: career paths and the quiz about them."""

    paths: Annotated[list[CareerPath], Field(min_length=1, max_length=10)]
    quiz: Quiz | None = None


class ComparisonSide(FileModel):
    """One of the two things compared."""

    name: Label
    entry: Id | None = None


class ComparisonRow(FileModel):
    """One aspect of a comparison."""

    id: Id
    aspect: Label
    left: Annotated[Text, Field(max_length=200)]
    right: Annotated[Text, Field(max_length=200)]
    sources: list[Id] = []
    entry: Id | None = None


class ComparisonFile(FileModel):
    """`comparison.yaml`: two things side by side."""

    left: ComparisonSide
    right: ComparisonSide
    rows: Annotated[list[ComparisonRow], Field(min_length=1, max_length=25)]


class RoadmapStart(FileModel):
    """Where a person may stand at the start."""

    id: Id
    name: Label
    description: Annotated[Text, Field(max_length=100), _VISIBLE, _ONE_LINE] | None = None


class RoadmapStep(FileModel):
    """One step of the way."""

    id: Id
    title: Annotated[Text, Field(max_length=60), _VISIBLE, _ONE_LINE]
    text: Annotated[Text, Field(max_length=300)]
    time: Label | None = None
    only_for: Annotated[list[Id], Field(alias="for")] = []
    done_for: list[Id] = []
    skills: list[Id] = []
    entry: Id | None = None
    sources: list[Id] = []


class RoadmapFile(FileModel):
    """`roadmap.yaml`: the steps in, for each place to start from."""

    starts: Annotated[list[RoadmapStart], Field(min_length=1, max_length=25)]
    steps: Annotated[list[RoadmapStep], Field(min_length=1, max_length=20)]


class SmallTalkModel(FileModel):
    """A kind line for a message that asks nothing."""

    id: Id
    utterances: Annotated[list[Text], Field(min_length=1)]
    reply: Annotated[Text, Field(max_length=500), _VISIBLE]
    suggestions: Annotated[list[Id], Field(max_length=3)] = []


class SmallTalkFile(FileList[SmallTalkModel]):
    """`small_talk.yaml`: kind lines for hellos and thank-yous."""


class GapModel(FileModel):
    """Something people ask that the knowledge does not answer, and what to say then."""

    id: Id
    utterances: Annotated[list[Text], Field(min_length=1)]
    missing: Annotated[
        Text, Field(max_length=300, description="What is missing, in a sentence."), _VISIBLE
    ]
    nearest: Annotated[list[Id], Field(max_length=5)] | None = None


class GapFile(FileList[GapModel]):
    """`gaps.yaml`: what people ask that the knowledge does not answer."""


FILE_MODELS: dict[str, type[BaseModel]] = {
    "sources.yaml": SourceFile,
    "vocabulary.yaml": VocabularyFile,
    "salaries.yaml": SalaryFile,
    "skills.yaml": SkillFile,
    "paths.yaml": PathFile,
    "comparison.yaml": ComparisonFile,
    "roadmap.yaml": RoadmapFile,
    "small_talk.yaml": SmallTalkFile,
    "gaps.yaml": GapFile,
}
"""The optional files of a knowledge folder, beside `faq/*.yaml`, and their formats."""


def is_topic(name: str) -> bool:
    """Whether a file of a knowledge folder, by its name inside it, holds the entries of a topic."""
    return name not in FILE_MODELS


def find_model(name: str) -> type[BaseModel]:
    """The format of a file of a knowledge folder, by its name inside it."""
    return FILE_MODELS.get(name, EntryFile)


def build_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each file format, by the file's stem (`entries` for `faq/*.yaml`)."""
    models = {"entries": EntryFile} | {name.split(".")[0]: m for name, m in FILE_MODELS.items()}
    return {name: model.model_json_schema() for name, model in models.items()}
