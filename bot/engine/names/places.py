"""Places of the world that a question may name: countries, their parts, cities, continents.

Names come from pycountry and from `data/places.txt`. Nothing here knows a knowledge base.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final, Literal

import pycountry

from bot.engine.lexical.phrases import PhraseTable
from bot.engine.lexical.text import tokenize

PlaceKind = Literal["country", "region", "city"]
_Rule = Literal["always", "pointed", "us", "adjective", "language", "never"]

_RULES: Final[dict[str, _Rule]] = {
    "?": "pointed",
    "!": "us",
    "+": "adjective",
    "~": "language",
    "=": "never",
}
"""The marks of the data file, which says what they mean."""

_MARKS: Final = "".join(_RULES)
_KINDS: Final[dict[str, PlaceKind]] = {"country": "country", "region": "region", "city": "city"}
_NOT_A_PLACE: Final = "not a place"
_OFFICIAL_TAIL: Final = re.compile(r"(?:,| \().*")
""" "Palestine, State of" and "Falkland Islands (Malvinas)": nobody asks in these words."""

_POINTING: Final = frozenset("in from for at to across within around near outside into".split())
_JOINING: Final = frozenset("and or vs versus nor than".split())
_WORK_NOUNS: Final = frozenset(
    """
    salary salaries pay wage wages income incomes earnings compensation package market job jobs
    role roles career careers company companies firm firms employer employers startup startups
    industry tech office offices university universities college colleges degree degrees citizen
    citizens city cities economy employee employees worker workers engineer engineers developer
    developers scientist scientists average visa dollar dollars based
    """.split()
)
"""What a country's adjective or short form stands before when it names the country."""

_LANGUAGE_BEFORE: Final = frozenset(
    """
    in into to speak speaks speaking spoken learn learning know knowing fluent basic good write
    writing written understand translate read
    """.split()
)
_LANGUAGE_AFTER: Final = frozenset(
    """
    language languages speaking speaker speakers lesson lessons class classes accent translation
    subtitles fluency fluently grammar b1 b2 c1 c2
    """.split()
)
_BEFORE_US_AS_ADJECTIVE: Final = frozenset(
    """
    a an what average typical median mean current high low most is are engineer engineers
    developer developers scientist scientists analyst analysts
    """.split()
)
""" "average us salary" is the country's; "give us salary figures" is not."""

_BEFORE_US: Final = frozenset("for with like".split())
"""Before an "us" that stands for people."""

_ASKED_OF_COUNTRY: Final = _WORK_NOUNS | frozenset(
    """
    demand visa visas cost costs rate rates figures numbers data about same what but ok okay so no
    mean meant compared compare living one
    """.split()
)
"""Before "for us" these may well ask about the country ("which visa for us")."""

_COMPARING: Final = frozenset("compare compares compared comparison versus vs paid".split())
"""With one of these "us" is a country ("compare India with us")."""

_SOMEWHERE: Final = frozenset("here there home abroad country countries".split())
_LEFT_TO: Final = frozenset(
    """
    leave leaves left it this that them give gives given hand hands back talk speak say over
    """.split()
)
"""Before a "to us" that stands for people."""

_OF_US: Final = frozenset(
    """
    moms mums dads parents changers newcomers all
    girls boys women men beginners folks guys people students newbies freshers juniors noobs
    normal regular ordinary older young self who to without poor
    """.split()
)
"""What may follow an "us" that stands for people ("jobs for us girls")."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by the tokens from `start` up to, not including, `end`."""

    start: int
    end: int
    name: str
    """How to call the place in a sentence, for example "Germany"."""
    country: str | None
    """The country it is or lies in; None for what is larger than a country."""
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class _Spelling:
    name: str
    country: str | None
    kind: PlaceKind
    rule: _Rule


_Spellings = dict[tuple[str, ...], _Spelling | None]


def find_places(tokens: Sequence[str]) -> list[PlaceMention]:
    """Return the places that normalised `tokens` name, in order and without overlaps.

    The longest spelling wins. A spelling that is also an ordinary word or a first name counts
    only where it points at a place: "in jordan" does, "jordan said" does not.
    """
    found: list[PlaceMention] = []

    def counts(start: int, end: int, place: _Spelling | None) -> bool:
        return place is None or _is_named(place, tokens, start, end, found[-1] if found else None)

    for start, end, place in _load_atlas().find_longest(tokens, counts):
        if place:
            found.append(PlaceMention(start, end, place.name, place.country, place.kind))
    return found


def drop_us(tokens: Sequence[str]) -> list[str]:
    """`tokens` without the "us" of "what can they do for us", which is nobody's country.

    An upper-case one is "usa" by now, see `normalise`.
    """
    return [t for n, t in enumerate(tokens) if t != "us" or not _means_people(tokens, n)]


def _means_people(tokens: Sequence[str], place: int) -> bool:
    """Whether the "us" at `place` stands for whoever asks ("worth it for us beginners")."""
    before = tokens[place - 1] if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    if before in _JOINING or before == "to":
        return not after and _is_put_to_people(tokens[:place])
    if before not in _BEFORE_US or after in _WORK_NOUNS or _is_joined_to_next(tokens, place + 1):
        return False
    asked = tokens[place - 2] if place > 1 else ""
    if before != "for":
        compared = not _COMPARING.isdisjoint(tokens)
        return not after and not compared and (asked in _OF_US or not find_places(tokens[:place]))
    may_be_country = asked in _ASKED_OF_COUNTRY or not asked or asked in _JOINING
    return after in _OF_US or not may_be_country


def _is_put_to_people(tokens: Sequence[str]) -> bool:
    """Whether an "us" that ends a text stands for people: "..., them or us", "leave it to us"."""
    if tokens[-1] == "to":
        return not _LEFT_TO.isdisjoint(tokens[-3:-1])
    somewhere = not _SOMEWHERE.isdisjoint(tokens) or bool(find_places(tokens))
    return len(tokens) > 1 and not somewhere and _COMPARING.isdisjoint(tokens)


def _is_named(
    place: _Spelling, tokens: Sequence[str], start: int, end: int, previous: PlaceMention | None
) -> bool:
    """Whether the tokens from `start` to `end` name the place that they spell."""
    if _counts(place.rule, tokens, start, end, _is_beside(tokens, start, previous)):
        return True
    if place.rule == "pointed":
        return _lies_in_next(place, tokens, end)
    return place.rule == "us" and _is_joined_to_next(tokens, end)


def _counts(rule: _Rule, tokens: Sequence[str], start: int, end: int, beside: bool) -> bool:
    before = tokens[start - 1] if start else ""
    after = tokens[end] if end < len(tokens) else ""
    match rule:
        case "always":
            return True
        case "pointed":
            if before == "the" and start > 1:
                before = tokens[start - 2]
            return beside or before in _POINTING or before in _WORK_NOUNS
        case "us":
            if after in _WORK_NOUNS and (not before or before in _BEFORE_US_AS_ADJECTIVE):
                return True
            return beside or before in {"in", "the"}
        case "adjective":
            return after in _WORK_NOUNS
        case "never":
            return False
        case "language":
            spoken = before in _LANGUAGE_BEFORE and after not in _WORK_NOUNS
            return not spoken and not _is_language(tokens[end : end + 2])


def _is_language(following: Sequence[str]) -> bool:
    """Whether what follows shows that a language is meant: "speaking", "to english"."""
    if not following or following[0] in _LANGUAGE_AFTER:
        return bool(following)
    if following[0] != "to" or len(following) == 1:
        return False
    target = _load_atlas().phrases.get((following[1],))
    return target is not None and target.rule in {"language", "adjective"}


def _is_beside(tokens: Sequence[str], start: int, previous: PlaceMention | None) -> bool:
    """Whether a place stands right before, at most a joining word between."""
    if previous is None:
        return False
    between = [word for word in tokens[previous.end : start] if word != "the"]
    return not between or (len(between) == 1 and between[0] in _JOINING)


def _lies_in_next(spelling: _Spelling, tokens: Sequence[str], end: int) -> bool:
    """Whether the country or the part of it that it lies in follows: "austin texas"."""
    for _, following in _load_atlas().start_at(tokens, end):
        return (
            following is not None
            and following.rule == "always"
            and following.country == spelling.country
        )
    return False


def _is_joined_to_next(tokens: Sequence[str], end: int) -> bool:
    """Whether "vs india" or the like follows."""
    if end >= len(tokens) or tokens[end] not in _JOINING:
        return False
    return any(place is not None for _, place in _load_atlas().start_at(tokens, end + 1))


@lru_cache(maxsize=1)
def _load_atlas() -> PhraseTable[_Spelling | None]:
    """Every spelling of a place; None stands for a phrase that only looks like one."""
    text = files("bot.engine").joinpath("data/places.txt").read_text(encoding="utf-8")
    spellings: _Spellings = {}
    display_names: dict[str, str] = {}
    section = ""
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
        elif section == _NOT_A_PLACE:
            spellings[tuple(line.split())] = None
        else:
            _add_line(spellings, display_names, section, line)
    _add_standard_names(spellings, display_names)
    return PhraseTable(spellings)


def _add_line(
    spellings: _Spellings, display_names: dict[str, str], section: str, line: str
) -> None:
    """Add the place of one line; the first place to claim a spelling keeps it."""
    kind_name, _, country = section.partition(" in ")
    kind = _KINDS[kind_name]
    marked_name, _, others = line.partition(":")
    code = ""
    if kind == "country":
        code, _, marked_name = marked_name.partition(" ")
    name = marked_name.rstrip(_MARKS)
    if code:
        country = display_names[code] = name
    for text in (marked_name, *filter(None, map(str.strip, others.split(",")))):
        rule = _RULES.get(text[-1], "always")
        if rule != "never":
            spelling = _Spelling(name, country or None, kind, rule)
            spellings.setdefault(_split(text.rstrip(_MARKS)), spelling)


def _split(text: str) -> tuple[str, ...]:
    """`tokenize`, with a short cut for plain words, which nearly all names are."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return tuple(text.lower().split())
    return tuple(tokenize(text))


def _add_standard_names(spellings: _Spellings, display_names: dict[str, str]) -> None:
    for country in pycountry.countries:
        everyday = getattr(country, "common_name", country.name)
        name = display_names.get(country.alpha_2) or _OFFICIAL_TAIL.sub("", everyday)
        for text in {name, _OFFICIAL_TAIL.sub("", country.name), _OFFICIAL_TAIL.sub("", everyday)}:
            spellings.setdefault(_split(text), _Spelling(name, name, "country", "always"))
