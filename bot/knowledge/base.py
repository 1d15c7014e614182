"""A loaded knowledge folder as one immutable value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from bot.engine.entries import Entry, Gap, SmallTalk, Source, Vocabulary
from bot.knowledge.schema import ComparisonFile, PathFile, RoadmapFile, SalaryFigure, SkillFile
from bot.knowledge.skill_words import compile_skill


@dataclass(frozen=True)
class Knowledge:
    """Everything a knowledge folder holds; absent files leave their part empty or None."""

    entries: tuple[Entry, ...]
    sources: tuple[Source, ...] = ()
    figures: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """For each source id the numbers it supports."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    salaries: tuple[SalaryFigure, ...] = ()
    skills: SkillFile | None = None
    paths: PathFile | None = None
    comparison: ComparisonFile | None = None
    roadmap: RoadmapFile | None = None
    small_talk: tuple[SmallTalk, ...] = ()
    gaps: tuple[Gap, ...] = ()
    version: str = ""
    """A hash of the files' content: the same content has the same version."""

    @cached_property
    def entries_by_id(self) -> MappingProxyType[str, Entry]:
        """Every entry by its id."""
        return MappingProxyType({entry.id: entry for entry in self.entries})

    @cached_property
    def sources_by_id(self) -> MappingProxyType[str, Source]:
        """Every source by its id."""
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def topics(self) -> MappingProxyType[str, tuple[Entry, ...]]:
        """The entries of each topic, topics and entries in the order of the files."""
        topics: dict[str, list[Entry]] = {}
        for entry in self.entries:
            topics.setdefault(entry.topic, []).append(entry)
        return MappingProxyType({topic: tuple(entries) for topic, entries in topics.items()})

    @cached_property
    def skill_patterns(self) -> MappingProxyType[str, re.Pattern[str]]:
        """Where a text names each skill, by the skill's id."""
        skills = self.skills.skills if self.skills else ()
        return MappingProxyType({skill.id: compile_skill(skill) for skill in skills})
