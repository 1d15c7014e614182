"""Putting validated files together into one Knowledge value."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from bot.engine.entries import Entry, Gap, Qualifier, QualifierValue, SmallTalk, Source, Vocabulary
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import (
    ComparisonFile,
    EntryFile,
    EntryModel,
    GapFile,
    PathFile,
    RoadmapFile,
    SalaryFile,
    SkillFile,
    SmallTalkFile,
    SourceFile,
    VocabularyFile,
)

Model = TypeVar("Model", bound=BaseModel)


def assemble_knowledge(contents: Mapping[str, BaseModel], *, version: str) -> Knowledge:
    """The Knowledge that validated files (name to content) make up together."""

    def content(name: str, model: type[Model]) -> Model | None:
        found = contents.get(name)
        return found if isinstance(found, model) else None

    sources = content("sources.yaml", SourceFile)
    salaries = content("salaries.yaml", SalaryFile)
    return Knowledge(
        entries=tuple(
            _build_entry(model, PurePosixPath(name).stem)
            for name, file in contents.items()
            if isinstance(file, EntryFile)
            for model in file
        ),
        sources=_build_sources(sources),
        figures={source.id: tuple(f.value for f in source.figures) for source in sources or ()},
        vocabulary=_build_vocabulary(content("vocabulary.yaml", VocabularyFile)),
        salaries=tuple(salaries or ()),
        skills=content("skills.yaml", SkillFile),
        paths=content("paths.yaml", PathFile),
        comparison=content("comparison.yaml", ComparisonFile),
        roadmap=content("roadmap.yaml", RoadmapFile),
        small_talk=_build_small_talk(content("small_talk.yaml", SmallTalkFile)),
        gaps=_build_gaps(content("gaps.yaml", GapFile)),
        version=version,
    )


def _build_entry(model: EntryModel, topic: str) -> Entry:
    return Entry(
        id=model.id,
        question=model.question,
        answer=model.answer,
        utterances=tuple(model.utterances),
        sources=tuple(model.sources),
        follow_ups=tuple(model.follow_ups),
        topic=topic,
    )


def _build_sources(file: SourceFile | None) -> tuple[Source, ...]:
    return tuple(
        Source(
            id=model.id,
            title=model.title,
            author=model.author,
            date=model.date.isoformat() if model.date else None,
            url=model.url,
        )
        for model in file or ()
    )


def _build_vocabulary(file: VocabularyFile | None) -> Vocabulary:
    if file is None:
        return Vocabulary()
    qualifiers = tuple(
        Qualifier(
            id=qualifier_id,
            name=model.name,
            strict=model.strict,
            values=tuple(
                QualifierValue(value.id, value.name, tuple(value.words)) for value in model.values
            ),
        )
        for qualifier_id, model in file.qualifiers.items()
    )
    return Vocabulary(
        abbreviations=dict(file.abbreviations),
        synonyms=tuple(tuple(group) for group in file.synonyms),
        qualifiers=qualifiers,
    )


def _build_small_talk(file: SmallTalkFile | None) -> tuple[SmallTalk, ...]:
    return tuple(
        SmallTalk(model.id, tuple(model.utterances), model.reply, tuple(model.suggestions))
        for model in file or ()
    )


def _build_gaps(file: GapFile | None) -> tuple[Gap, ...]:
    return tuple(
        Gap(
            model.id,
            tuple(model.utterances),
            model.missing,
            None if model.nearest is None else tuple(model.nearest),
        )
        for model in file or ()
    )
