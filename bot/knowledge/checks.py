"""What can be wrong in knowledge that loads: figures nobody supports, entries nobody reaches, ...

Errors are what would mislead people or strand them; advice is what a keeper may want to better.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES
from bot.knowledge.claims import Claim, list_claims
from bot.knowledge.figures import StatedNumber, find_numbers, round_value
from bot.knowledge.loader import ParsedFolder
from bot.knowledge.markup import find_unfit_markup
from bot.knowledge.nodes import find_cut_values
from bot.knowledge.problems import Path, Problem
from bot.knowledge.reachability import find_core, reach, reverse
from bot.knowledge.schema import (
    EntryFile,
    EntryModel,
    GapFile,
    GapModel,
    SmallTalkFile,
    SmallTalkModel,
    SourceFile,
    SourceModel,
)
from bot.knowledge.vocabulary_checks import (
    find_clashing_words,
    find_shared_synonyms,
    find_words_as_abbreviations,
    plain,
)

MIN_CONNECTED: Final = 10
"""Entries from which on it is an error when follow-ups do not lead everywhere.

Smaller folders are beginnings.
"""

_BARE: Final = (
    INTERROGATIVES | AUXILIARIES | frozenset("much many long often time far it that there".split())
)
"""Words that ask without saying what about ("how much", "what time is it")."""

ADVICE_SHOWN: Final = 10
"""More advice of one kind than this is not read."""

FEW_UTTERANCES: Final = 8
LONG_ANSWER: Final = 900
"""Characters that still fit on a phone's screen."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the checks found, one line each, as `file:line: entry: field: what`."""

    errors: tuple[str, ...]
    advice: tuple[str, ...]
    """Of each kind the first lines, and how many more there are."""


def check_folder(parsed: ParsedFolder) -> CheckReport:
    """Everything to say about a folder whose files are all valid."""
    errors = [
        *find_unsupported_figures(parsed.contents),
        *find_contradictions(parsed.contents),
        *find_clashing_words(parsed.contents),
    ]
    advice: list[Iterable[Problem]] = [
        find_cut_texts(parsed),
        find_shared_phrasings(parsed.contents),
        find_bare_phrasings(parsed.contents),
        find_unfit_answers(parsed.contents),
        find_words_as_abbreviations(parsed.contents),
        find_shared_synonyms(parsed.contents),
    ]
    strict, stranded = find_stranded_entries(parsed.contents)
    if strict:
        errors += stranded
    else:
        advice.append(stranded)
    return CheckReport(
        errors=tuple(parsed.describe(problem) for problem in errors),
        advice=(
            *(line for kind in advice for line in _cut([*map(parsed.describe, kind)])),
            *_summarise_style(parsed.contents),
        ),
    )


def _cut(lines: list[str]) -> list[str]:
    """Advice of one kind, no more of it than is read."""
    more = len(lines) - ADVICE_SHOWN
    return [*lines[:ADVICE_SHOWN], f"and {more} more of this kind"] if more > 0 else lines


def find_unsupported_figures(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """Numbers that none of the sources named beside them supports.

    A folder without `sources.yaml` keeps no figures, so there is nothing to hold it against.
    """
    file = contents.get("sources.yaml")
    if not isinstance(file, SourceFile):
        return
    supported = {source.id: _list_figures(source) for source in file}
    everything = frozenset[float]().union(*supported.values())
    for claim in list_claims(contents):
        allowed = everything
        if claim.sources is not None:
            allowed = frozenset().union(*(supported.get(i, ()) for i in claim.sources))
        numbers = _list_numbers(claim)
        missing = dict.fromkeys(n.text for n in numbers if not n.is_among(allowed))
        if missing:
            yield Problem(
                file=claim.file,
                path=claim.path,
                item=claim.item,
                what=_word_unsupported(claim, list(missing)),
            )


def _list_numbers(claim: Claim) -> list[StatedNumber]:
    if claim.amount is None:
        return find_numbers(claim.text)
    return [StatedNumber(claim.text, frozenset({round_value(claim.amount)}))]


def _list_figures(source: SourceModel) -> frozenset[float]:
    """What a source supports: its figures, and the numbers in its own title and date."""
    figures = [float(figure.value) for figure in source.figures]
    if source.date is not None:
        figures += [source.date.year, source.date.month, source.date.day]
    titled = {value for number in find_numbers(source.title) for value in number.values}
    return frozenset(map(round_value, figures)) | titled


def _word_unsupported(claim: Claim, numbers: list[str]) -> str:
    stated = ", ".join(numbers)
    if claim.sources:
        named = " or ".join(claim.sources)
        return f"states {stated}, which {named} does not support; correct it or add it to figures"
    if claim.sources is None:
        return f"states {stated}, which no source supports; correct it or add it to figures"
    return f"states {stated} but names no source; add the source, or take the figure out"


def find_stranded_entries(contents: Mapping[str, BaseModel]) -> tuple[bool, list[Problem]]:
    """Entries that follow-ups never reach or never leave, and whether that is an error here.

    Where fewer than half of the entries have any follow-ups, they do without on purpose.
    """
    places = {entry.id: (name, i, entry) for name, i, entry in _list_entries(contents)}
    follow_ups = {
        entry_id: [target for target in entry.follow_ups if target in places]
        for entry_id, (_, _, entry) in places.items()
    }
    linked = sum(1 for targets in follow_ups.values() if targets)
    if not linked or linked * 2 < len(places):
        return False, []
    core = find_core(follow_ups)
    reached = reach(follow_ups, core)
    returning = reach(reverse(follow_ups), core)
    problems = []
    for entry_id, (name, i, _) in places.items():
        if entry_id in reached and entry_id in returning:
            continue
        faults = []
        if entry_id not in reached:
            faults.append(
                "nothing leads here from the rest; add it to a related entry's follow_ups"
            )
        if entry_id not in returning:
            faults.append("nothing leads from here to the rest; add follow_ups that do")
        what = " and ".join(faults)
        path = (i, "follow_ups")
        problems.append(Problem(file=name, path=path, item=entry_id, what=what))
    return len(places) >= MIN_CONNECTED, problems


def find_contradictions(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """What an entry answers and a gap or small talk takes away from it, word for word."""
    owners = {plain(text): entry.id for _, _, entry, text in _list_phrasings(contents)}
    for name, content in contents.items():
        if not isinstance(content, GapFile | SmallTalkFile):
            continue
        items: Iterable[GapModel | SmallTalkModel] = content
        for i, item in enumerate(items):
            for j, text in enumerate(item.utterances):
                if owner := owners.get(plain(text)):
                    what = f"{text!r} stands in the entry {owner} too; keep it in one of them"
                    path = (i, "utterances", j)
                    yield Problem(file=name, path=path, item=item.id, what=what)


def find_unfit_answers(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """Answers whose markup Discord shows badly."""
    for name, i, entry in _list_entries(contents):
        for what in find_unfit_markup(entry.answer):
            yield Problem(file=name, path=(i, "answer"), item=entry.id, what=what)


def find_cut_texts(parsed: ParsedFolder) -> Iterator[Problem]:
    """Texts that end at a #, because YAML takes the rest of the line for a comment."""
    for name, file in parsed.files.items():
        for line, rest in find_cut_values(file.nodes, file.text or ""):
            what = (
                f"{rest!r} is a comment, which nobody sees; "
                "put the whole text in quotes, or two blanks before the #"
            )
            yield Problem(file=name, line=line, what=what)


def find_bare_phrasings(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """Utterances that name nothing, so that questions about anything come near them."""
    for name, path, entry, text in _list_phrasings(contents):
        if path[1] != "question" and _BARE.issuperset(tokenize(text)):
            what = f"{text!r} names nothing, so any question may be taken for it; say what of"
            yield Problem(file=name, path=path, item=entry.id, what=what)


def find_shared_phrasings(contents: Mapping[str, BaseModel]) -> Iterator[Problem]:
    """Utterances that already stand elsewhere, so that they say nothing about which is meant."""
    seen: dict[str, str] = {}
    for name, path, entry, text in _list_phrasings(contents):
        first = seen.setdefault(plain(text), f"{entry.id} {path}")
        if first == f"{entry.id} {path}":
            continue
        other = first.partition(" ")[0]
        what = f"{text!r} stands in {other} too; keep it where it fits best"
        if other == entry.id:
            what = f"{text!r} stands in this entry already; once is enough"
        yield Problem(file=name, path=path, item=entry.id, what=what)


def _summarise_style(contents: Mapping[str, BaseModel]) -> Iterator[str]:
    entries = [entry for _, _, entry in _list_entries(contents)]
    few = [entry.id for entry in entries if len(entry.utterances) < FEW_UTTERANCES]
    if few:
        named = "every entry" if len(few) == len(entries) > 1 else _name_some(few)
        yield (
            f"fewer than {FEW_UTTERANCES} utterances, so found less often: {named}; "
            "add whole sentences in words that neither the question nor the answer uses"
        )
    long = [entry.id for entry in entries if len(entry.answer) > LONG_ANSWER]
    if long:
        yield f"answers over {LONG_ANSWER} characters, long on a phone: {_name_some(long)}"


def _name_some(ids: list[str]) -> str:
    rest = len(ids) - 5
    return ", ".join(ids[:5]) + (f" and {rest} more" if rest > 0 else "")


def _list_phrasings(
    contents: Mapping[str, BaseModel],
) -> Iterator[tuple[str, Path, EntryModel, str]]:
    """Every way of asking for an entry: its file, its place there, the entry and the words."""
    for name, i, entry in _list_entries(contents):
        yield name, (i, "question"), entry, entry.question
        for j, text in enumerate(entry.utterances):
            yield name, (i, "utterances", j), entry, text


def _list_entries(contents: Mapping[str, BaseModel]) -> Iterator[tuple[str, int, EntryModel]]:
    for name, content in contents.items():
        if isinstance(content, EntryFile):
            yield from ((name, i, entry) for i, entry in enumerate(content))
