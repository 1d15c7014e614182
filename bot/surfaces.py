"""Everything the knowledge can make the bot send: each surface, named and laid out as sent."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import combinations
from typing import Final, NamedTuple

from discord import ui

from bot.engine.deciding.sentences import OTHER_UNANSWERED, TWO_AT_ONCE
from bot.engine.entries import Entry
from bot.engine.replies import Answer, Clarification, Fallback, Reply, Understanding
from bot.knowledge.base import Knowledge
from bot.knowledge.files import TOPICS
from bot.render import SELECT_OPTION_LIMIT, render_reply
from bot.tools.comparison import list_aspects, render_comparison_pages
from bot.tools.paths import find_next_question, key_answer, read_answers, render_path_pages
from bot.tools.roadmap import list_starts, render_roadmap_pages
from bot.tools.salary import salary_levels, salary_regions
from bot.tools.skills import ALL_SKILLS, SkillCheck, list_focuses, select_skills
from bot.views.comparison import layout_comparison
from bot.views.more import layout_none_of_these, layout_others
from bot.views.paths import layout_paths, layout_quiz
from bot.views.replies import Audience, layout_reply
from bot.views.roadmap import layout_roadmap
from bot.views.salary import layout_salary
from bot.views.skills import layout_checklist, layout_post_check, layout_skills
from bot.views.topics import layout_topic, layout_topics

ASKER_ID: Final = 10**19 - 1
"""As long as an id of Discord's gets."""

PAIRED: Final = 40
"""Entries of which every two are tried as two answers at once, the longest ones."""


class Origin(NamedTuple):
    """Where the knowledge holds what is sent: a file, an item of it by id, and a field of that."""

    file: str
    item: str = ""
    field: str = ""


Surface = tuple[Origin, Callable[[], ui.LayoutView]]
"""What is sent, by where it comes from, and how it is laid out."""


def list_surfaces(knowledge: Knowledge) -> Iterator[Surface]:
    yield from _list_replies(knowledge)
    yield from _list_topics(knowledge)
    if knowledge.salaries:
        yield from _list_salaries(knowledge)
    if knowledge.skills:
        yield from _list_skills(knowledge)
    if knowledge.paths:
        yield from _list_paths(knowledge)
    if knowledge.comparison:
        for aspect in (None, *(identifier for identifier, _ in list_aspects(knowledge))):
            for page in range(len(render_comparison_pages(knowledge, aspect))):
                yield (
                    Origin("comparison.yaml", aspect or "all aspects"),
                    partial(layout_comparison, knowledge, aspect, page=page),
                )
    if knowledge.roadmap:
        yield Origin("roadmap.yaml", "starts"), partial(layout_roadmap, knowledge)
        for start in list_starts(knowledge):
            for page in range(len(render_roadmap_pages(knowledge, start.id))):
                yield (
                    Origin("roadmap.yaml", start.id),
                    partial(layout_roadmap, knowledge, start.id, page=page),
                )


def _list_replies(knowledge: Knowledge) -> Iterator[Surface]:
    for where, reply in list_worst_replies(knowledge):
        for audience in Audience:
            yield (
                where._replace(field=""),
                partial(layout_reply, reply, knowledge, asker_id=ASKER_ID, audience=audience),
            )


def list_worst_replies(knowledge: Knowledge) -> Iterator[tuple[Origin, Reply]]:
    """Every entry as an answer, as a choice and as a suggestion; and two answers at once."""
    by_id = knowledge.entries_by_id
    for entry in knowledge.entries:
        where = Origin(TOPICS, entry.id, "answer")
        following = tuple(by_id[i] for i in entry.follow_ups if i in by_id)
        understood = Understanding(query=entry.question, used_context=True)
        yield (
            where,
            Answer(
                answers=(entry,),
                suggestions=following,
                understanding=understood,
                missing=OTHER_UNANSWERED,
            ),
        )
        if following:
            yield where, Clarification(choices=(entry, *following)[:5])
            yield where, Fallback(suggestions=(entry, *following)[:5])
    for pair in _list_longest_pairs(knowledge):
        names = " and ".join(entry.id for entry in pair.answers)
        yield Origin(TOPICS, f"{names} in one answer"), pair
    for gap in knowledge.gaps:
        nearest = tuple(by_id[i] for i in gap.nearest or () if i in by_id)
        where = Origin("gaps.yaml", gap.id, "missing")
        yield where, Fallback(missing=gap.missing, suggestions=nearest)
    for talk in knowledge.small_talk:
        suggested = tuple(by_id[i] for i in talk.suggestions if i in by_id)
        where = Origin("small_talk.yaml", talk.id, "reply")
        yield where, Fallback(small_talk=talk.reply, suggestions=suggested)


def _list_longest_pairs(knowledge: Knowledge) -> Iterable[Answer]:
    """The two answers at once that make the longest texts, in characters and in bytes."""
    found = (_find_longest_pair(knowledge, measure) for measure in (len, _count_bytes))
    return dict.fromkeys(pair for pair in found if pair is not None)


def _find_longest_pair(knowledge: Knowledge, measure: Callable[[str], int]) -> Answer | None:
    """The two entries whose answers are longest as people read them together, sources and all.

    What two entries share of sources is named once, so the longest ones alone need not be the
    longest pair; of entries with the same sources the two longest are.
    """

    def size(answer: Answer) -> int:
        return measure(render_reply(answer, knowledge.sources_by_id))

    doubled = {entry.id: size(_join(entry, entry)) for entry in knowledge.entries}
    ranked = sorted(knowledge.entries, key=lambda entry: -doubled[entry.id])
    rank_among_alike: Counter[frozenset[str]] = Counter()
    tried: list[Entry] = []
    for entry in ranked:
        named = frozenset(entry.sources)
        rank_among_alike[named] += 1
        if rank_among_alike[named] <= 2:
            tried.append(entry)
    pairs = (_join(*pair) for pair in combinations(tried[:PAIRED], 2))
    return max(pairs, key=size, default=None)


def _join(first: Entry, second: Entry) -> Answer:
    understood = Understanding(query=first.question, used_context=True)
    return Answer(answers=(first, second), understanding=understood, missing=TWO_AT_ONCE)


def _count_bytes(text: str) -> int:
    return len(text.encode())


def _longest(entries: Iterable[Entry], count: int) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.answer))[:count])


def _list_topics(knowledge: Knowledge) -> Iterator[Surface]:
    pages = -(-len(knowledge.topics) // SELECT_OPTION_LIMIT)
    for page in range(pages):
        yield Origin(TOPICS, "all topics"), partial(layout_topics, knowledge, page=page)
    yield Origin(TOPICS, "all topics"), partial(layout_none_of_these, knowledge)
    yield Origin(TOPICS, "other entries"), partial(layout_others, _longest(knowledge.entries, 4))
    for topic, entries in knowledge.topics.items():
        for page in range(-(-len(entries) // SELECT_OPTION_LIMIT)):
            yield (
                Origin(TOPICS, f"the topic {topic}"),
                partial(layout_topic, knowledge, topic, page=page),
            )


def _list_salaries(knowledge: Knowledge) -> Iterator[Surface]:
    for region, level in list_salary_scopes(knowledge):
        yield (
            find_salary_origin(region, level),
            partial(layout_salary, knowledge, region, level, with_chart=True),
        )


def find_salary_origin(region: str | None, level: str | None) -> Origin:
    """Where pay of a scope of `list_salary_scopes` comes from."""
    return Origin("salaries.yaml", f"{region or 'all'}, {level or 'all'}")


def list_salary_scopes(knowledge: Knowledge) -> Iterator[tuple[str | None, str | None]]:
    for region in (None, *(identifier for identifier, _ in salary_regions(knowledge))):
        for level in (None, *(identifier for identifier, _ in salary_levels(knowledge))):
            yield region, level


def _list_skills(knowledge: Knowledge) -> Iterator[Surface]:
    for focus in (ALL_SKILLS, *(identifier for identifier, _ in list_focuses(knowledge))):
        where = Origin("skills.yaml", focus)
        for page in range(20):  # beyond the last page the last one comes again
            yield where, partial(layout_skills, knowledge, focus, page=page)
        ids = [skill.id for skill in select_skills(knowledge, focus)]
        yield where, partial(layout_checklist, knowledge, ids)
        yield where, partial(layout_checklist, knowledge, ids, ids[:1])
        yield where, partial(layout_checklist, knowledge, ids, ids)
    skills = tuple(select_skills(knowledge))
    for found in (skills, skills[:1], ()):
        check = SkillCheck(found, tuple(skill for skill in skills if skill not in found))
        yield Origin("skills.yaml", "a job post"), partial(layout_post_check, knowledge, check)
        held = [skill.id for skill in found[:1]]
        yield (
            Origin("skills.yaml", "a job post"),
            partial(layout_post_check, knowledge, check, held),
        )


def _list_paths(knowledge: Knowledge) -> Iterator[Surface]:
    for page in range(len(render_path_pages(knowledge))):
        yield Origin("paths.yaml", "paths"), partial(layout_paths, knowledge, page=page)
    if knowledge.paths is None or knowledge.paths.quiz is None:
        return
    yield Origin("paths.yaml", "quiz"), partial(layout_quiz, knowledge)
    for choice in range(max(len(q.choices) for q in knowledge.paths.quiz.questions)):
        for keys in _take_quiz(knowledge, choice):
            yield Origin("paths.yaml", "quiz"), partial(layout_quiz, knowledge, keys)


def _take_quiz(knowledge: Knowledge, choice: int) -> Iterator[list[str]]:
    """The answers so far of somebody who always takes the same choice, to the end."""
    keys: list[str] = []
    while found := find_next_question(knowledge, read_answers(knowledge, keys)):
        question = found[0]
        taken = question.choices[min(choice, len(question.choices) - 1)]
        keys = [*keys, key_answer(question, taken)]
        yield keys
