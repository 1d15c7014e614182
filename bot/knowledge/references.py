"""Ids that point from one place of the knowledge to another: all of them must arrive."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from bot.knowledge.files import TOPICS
from bot.knowledge.problems import Path, Problem
from bot.knowledge.schema import (
    ComparisonFile,
    EntryFile,
    GapFile,
    PathFile,
    RoadmapFile,
    SalaryFile,
    SkillFile,
    SmallTalkFile,
    SourceFile,
    VocabularyFile,
    is_topic,
)

NO_SOURCES: Final = "sources.yaml, as there is no such file"


def find_broken_references(
    contents: Mapping[str, BaseModel], *, unread: Collection[str] = ()
) -> Iterator[Problem]:
    """Ids that stand twice, and ids that name nothing, over all files.

    What the files named in `unread` hold cannot be known, so nothing is said to be missing there.
    """
    known = _KnownIds(contents, unread=unread)
    for name, content in contents.items():
        match content:
            case EntryFile():
                yield from _check_entries(name, content, known)
            case SourceFile():
                yield from _check_unique(name, (), [source.id for source in content])
            case VocabularyFile():
                for qualifier_id, qualifier in content.qualifiers.items():
                    values: Path = ("qualifiers", qualifier_id, "values")
                    yield from _check_unique(name, values, [value.id for value in qualifier.values])
            case SalaryFile():
                yield from _check_salaries(name, content, known)
            case SkillFile():
                yield from _check_skills(name, content, known)
            case PathFile():
                yield from _check_paths(name, content, known)
            case ComparisonFile():
                yield from _check_comparison(name, content, known)
            case RoadmapFile():
                yield from _check_roadmap(name, content, known)
            case SmallTalkFile():
                yield from _check_unique(name, (), [talk.id for talk in content])
                for i, talk in enumerate(content):
                    path = (i, "suggestions")
                    yield from known.check_entries(name, path, talk.id, talk.suggestions)
            case GapFile():
                yield from _check_unique(name, (), [gap.id for gap in content])
                for i, gap in enumerate(content):
                    path = (i, "nearest")
                    yield from known.check_entries(name, path, gap.id, gap.nearest or [])


class _KnownIds:
    """Every id that can be pointed at, and the checks that an id is one of them.

    A kind whose file could not be read is not checked, so that one fault is reported once.
    """

    def __init__(self, contents: Mapping[str, BaseModel], *, unread: Collection[str]) -> None:
        self.entry_places: dict[str, str] = {}
        self.repeated_entries: list[tuple[str, int, str, str]] = []
        for name, content in contents.items():
            if isinstance(content, EntryFile):
                for i, entry in enumerate(content):
                    if not entry.id:  # of an entry that is not valid, and has none
                        continue
                    first = self.entry_places.setdefault(entry.id, f"{name}, entry {i + 1}")
                    if first != f"{name}, entry {i + 1}":
                        self.repeated_entries.append((name, i, entry.id, first))
        # None stands for ids that cannot be known, as a file that may hold them was not read.
        every_topic = not any(map(is_topic, unread))
        self.entries = set(self.entry_places) if every_topic else None
        self.sources = None if "sources.yaml" in unread else set[str]()
        self._sources_file = "sources.yaml" if "sources.yaml" in contents else NO_SOURCES
        self.skills = None if "skills.yaml" in unread else set[str]()
        self.paths = None if "paths.yaml" in unread else set[str]()
        self._values = None if "vocabulary.yaml" in unread else dict[str, set[str]]()
        for content in contents.values():
            match content:
                case SourceFile():
                    self.sources = {source.id for source in content}
                case SkillFile():
                    self.skills = {skill.id for skill in content.skills}
                case PathFile():
                    self.paths = {path.id for path in content.paths}
                case VocabularyFile():
                    self._values = {
                        qualifier_id: {value.id for value in qualifier.values}
                        for qualifier_id, qualifier in content.qualifiers.items()
                    }

    def check_entries(
        self, file: str, path: Path, item: str, ids: Iterable[str | None]
    ) -> Iterator[Problem]:
        yield from _check_known(file, path, item, ids, self.entries, "entry", TOPICS)

    def check_sources(
        self, file: str, path: Path, item: str, ids: Iterable[str | None]
    ) -> Iterator[Problem]:
        yield from _check_known(file, path, item, ids, self.sources, "source", self._sources_file)

    def check_value(
        self, file: str, path: Path, item: str, qualifier: str, value: str | None
    ) -> Iterator[Problem]:
        known = None if self._values is None else self._values.get(qualifier, set())
        where = f"vocabulary.yaml (qualifiers, {qualifier})"
        yield from _check_known(file, path, item, [value], known, qualifier, where)


def _check_known(
    file: str,
    path: Path,
    item: str,
    ids: Iterable[str | None],
    known: Collection[str] | None,
    kind: str,
    where: str,
) -> Iterator[Problem]:
    """Problems for those of `ids` that stand twice, or are not `known` where that is not None."""
    for identifier, times in Counter(list(ids)).items():
        if not identifier:  # left out, or of an item that is not valid
            continue
        if times > 1:
            what = f"{identifier!r} stands twice; remove one"
            yield Problem(file=file, path=path, item=item, what=what)
        if known is not None and identifier not in known:
            what = f"there is no {kind} {identifier!r} in {where}; correct it or remove it"
            yield Problem(file=file, path=path, item=item, what=what)


def _check_unique(file: str, path: Path, ids: Iterable[str]) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for i, identifier in enumerate(ids):
        seen[identifier] += 1
        if identifier and seen[identifier] == 2:  # said once, however often it repeats
            what = f"the id {identifier!r} stands twice in this list; rename one"
            yield Problem(file=file, path=(*path, i, "id"), item=identifier, what=what)


def _check_entries(name: str, file: EntryFile, known: _KnownIds) -> Iterator[Problem]:
    for repeated_name, i, entry_id, first in known.repeated_entries:
        if repeated_name == name:
            what = f"the id {entry_id!r} is already used ({first}); rename one"
            yield Problem(file=name, path=(i, "id"), item=entry_id, what=what)
    for i, entry in enumerate(file):
        yield from known.check_sources(name, (i, "sources"), entry.id, entry.sources)
        yield from known.check_entries(name, (i, "follow_ups"), entry.id, entry.follow_ups)
        if entry.id in entry.follow_ups:
            what = "an entry cannot follow itself; remove it from its own follow_ups"
            yield Problem(file=name, path=(i, "follow_ups"), item=entry.id, what=what)


def _check_salaries(name: str, file: SalaryFile, known: _KnownIds) -> Iterator[Problem]:
    yield from _check_unique(name, (), [figure.id for figure in file])
    for i, figure in enumerate(file):
        yield from known.check_sources(name, (i, "source"), figure.id, [figure.source])
        yield from known.check_entries(name, (i, "entry"), figure.id, [figure.entry])
        yield from known.check_value(name, (i, "region"), figure.id, "region", figure.region)
        if figure.level != "all":
            yield from known.check_value(name, (i, "level"), figure.id, "level", figure.level)


def _check_skills(name: str, file: SkillFile, known: _KnownIds) -> Iterator[Problem]:
    groups = [group.id for group in file.groups]
    yield from _check_unique(name, ("groups",), groups)
    yield from _check_unique(name, ("skills",), [skill.id for skill in file.skills])
    for i, skill in enumerate(file.skills):
        path: Path = ("skills", i)
        group = [skill.group]
        yield from _check_known(name, (*path, "group"), skill.id, group, groups, "group", name)
        yield from known.check_sources(name, (*path, "sources"), skill.id, skill.sources)
        yield from known.check_entries(name, (*path, "entry"), skill.id, [skill.entry])
        yield from _check_known(
            name, (*path, "paths"), skill.id, skill.paths, known.paths, "path", "paths.yaml"
        )


def _check_paths(name: str, file: PathFile, known: _KnownIds) -> Iterator[Problem]:
    yield from _check_unique(name, ("paths",), [path.id for path in file.paths])
    for i, path in enumerate(file.paths):
        place: Path = ("paths", i)
        yield from known.check_sources(name, (*place, "sources"), path.id, path.sources)
        yield from known.check_entries(name, (*place, "entry"), path.id, [path.entry])
        yield from known.check_entries(name, (*place, "next_steps"), path.id, path.next_steps)
    questions = file.quiz.questions if file.quiz else []
    yield from _check_unique(name, ("quiz", "questions"), [question.id for question in questions])
    for i, question in enumerate(questions):
        for j, choice in enumerate(question.choices):
            place = ("quiz", "questions", i, "choices", j, "scores")
            yield from _check_known(
                name, place, question.id, choice.scores, known.paths, "path", name
            )


def _check_comparison(name: str, file: ComparisonFile, known: _KnownIds) -> Iterator[Problem]:
    yield from known.check_entries(name, ("left", "entry"), "", [file.left.entry])
    yield from known.check_entries(name, ("right", "entry"), "", [file.right.entry])
    yield from _check_unique(name, ("rows",), [row.id for row in file.rows])
    for i, row in enumerate(file.rows):
        yield from known.check_sources(name, ("rows", i, "sources"), row.id, row.sources)
        yield from known.check_entries(name, ("rows", i, "entry"), row.id, [row.entry])


def _check_roadmap(name: str, file: RoadmapFile, known: _KnownIds) -> Iterator[Problem]:
    starts = [start.id for start in file.starts]
    yield from _check_unique(name, ("starts",), starts)
    yield from _check_unique(name, ("steps",), [step.id for step in file.steps])
    for i, step in enumerate(file.steps):
        path: Path = ("steps", i)
        for key, ids in (("for", step.only_for), ("done_for", step.done_for)):
            yield from _check_known(name, (*path, key), step.id, ids, starts, "start", name)
        yield from known.check_sources(name, (*path, "sources"), step.id, step.sources)
        yield from known.check_entries(name, (*path, "entry"), step.id, [step.entry])
        yield from _check_known(
            name, (*path, "skills"), step.id, step.skills, known.skills, "skill", "skills.yaml"
        )
