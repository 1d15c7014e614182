"""The things that a question names ("R or Python?"), and a later turn that points at one of them.

Only wording is judged here; whose side was answered is for the caller.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final, Literal

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import ASSESSING, STOP_WORDS, content_words

Side = Literal["first", "second", "other"]

LONGEST_SIDE: Final = 3
"""Words of one of two things that are named side by side."""

_PIECE: Final = re.compile(r"[^,;:!?()\n.]+(?:\.(?=\S)[^,;:!?()\n.]+)*")
"""What stands between marks; a dot within a name is none."""

_CLAUSE_MARK: Final = re.compile(r"[;:!?()\n]|\.(?:\s|\.|$)")

_JOINING: Final = re.compile(
    r" (?:or|vs|versus|(?:compared|opposed) (?:to|with)|rather than|instead of|and|better than|"
    r"(?:the )?same as|different (?:from|to)) "
)
_ROW_MARK: Final = re.compile(r",? (?:or|and|vs) | ?[,/] ?")
_CHOOSING: Final = re.compile(r"\bor\b")
_FEWEST_IN_ROW: Final = 3

_DOING: Final = frozenset(
    """
    says wants asks mentions lists names learn study choose pick take prefer use do buy start begin
    try pay pays cost costs earn earns offer offers go went read reading have compare between first
    better best worth used using heard interested into theres both either plz tbh lol tho though
    """.split()
)
"""Words beside a thing that are no part of its name."""

_BESIDE: Final = frozenset("a an the my your one ones in at for with to from of as".split())
"""Words that may stand before a name or behind it ("in oil or in acrylic", "spring ones")."""

_POINTING: Final = re.compile(
    r"(?P<the>(?:\b(?:the|that|this)\s+)?)\b(?P<place>first|1st|second|2nd|former|latter|other)\b"
    r"(?P<one>(?:\s+(?:one|option|of (?:the two|them|those))\b)?)(?=(?:[^\S\n]+(?P<next>\w+))?)",
    re.IGNORECASE,
)
_PLACES: Final[dict[str, Side]] = {
    "first": "first",
    "1st": "first",
    "former": "first",
    "second": "second",
    "2nd": "second",
    "latter": "second",
    "other": "other",
}
_COMPARING: Final = (
    "(?:more|less|better|worse|first|best|worst|most|least|faster|cheaper|harder|longer|shorter|"
    "higher|lower|bigger|smaller|older|newer|quicker|slower|stronger|safer|broader|wider|sooner|"
    "tougher|dearer|[a-z]{2,}ier|fastest|cheapest|hardest|longest|highest|biggest|[a-z]{2,}iest)"
)
_OF_BOTH: Final = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|then|also|well|hm+|thanks|thx|cool|now)\b\W*)*"
    r"(?P<which>which|who)(?P<of>\s+(?:(?:ones?\s+)?of (?:the two|these|those|them)(?: two)?|"
    r"ones?)\b)?(?P<rest>\s+(?:is|are|has|have|needs?|pays?|earns?|takes?|costs?|gets?|asks?|"
    r"lasts?|should|would|do|does|did|will|can)\b"
    rf"(?(of)|(?=(?:\s+(?:the|to|be|a|bit|much|far))*\s+{_COMPARING}\b)).*)$",
    re.IGNORECASE | re.DOTALL,
)
"""Asks which of several things it is that something holds of ("which one is cheaper?")."""

_MEANT_OTHERWISE: Final = frozenset("thing things way ways kind sort time few".split())
"""With one of these behind it a place is no thing's ("the other way round")."""

_OF_TWO: Final = frozenset({"former", "latter"})
"""Places that need no article and no noun behind them."""


def find_two(text: str) -> tuple[str, str] | None:
    """The last two things that `text` names side by side; None where it names none, or more."""
    pieces = list(map(tokenize, _PIECE.findall(text)))
    found = _find_opening_two(pieces)
    listed = False
    for tokens in pieces:
        plain = f" {' '.join(tokens)} "
        for joint in _JOINING.finditer(plain):
            left = take_name(plain[: joint.start()].split()[::-1])[::-1]
            right = take_name(plain[joint.end() :].split())
            if left and right and left != right and not listed:
                found = " ".join(left[-_most(right) :]), " ".join(right)
        listed = _is_name(tokens)  # one more thing before a comma
    return found


def find_row(text: str) -> tuple[str, ...]:
    """Three things or more that `text` leaves to choose from, or opens with; empty for fewer.

    "Finance, logistics or healthcare?" names some; "I know html, css and js" leaves no choice.
    """
    for clause in _CLAUSE_MARK.split(text.casefold()):
        first, *others = [tokenize(part) for part in _ROW_MARK.split(" ".join(clause.split()))]
        if len(others) + 1 < _FEWEST_IN_ROW or not all(map(_is_name, others[:-1])):
            continue
        opened = take_name(first[::-1])[::-1]
        row = (opened, *others[:-1], take_name(others[-1]))
        if all(row) and (opened == first or _CHOOSING.search(clause)):
            return tuple(" ".join(name) for name in row)
    return ()


def _find_opening_two(pieces: Iterable[Sequence[str]]) -> tuple[str, str] | None:
    """Two things that open a text with a mark between them ("spring oats, winter oats ...")."""
    names = [" ".join(tokens) for tokens in takewhile(_is_name, pieces)]
    return (names[0], names[1]) if len(names) == 2 else None


def _is_name(tokens: Sequence[str]) -> bool:
    return tokens != [] and take_name(tokens) == tokens


def _most(other: Sequence[str]) -> int:
    """The words that the first of two things may have beside the second: no verb goes along."""
    return max(len(other), LONGEST_SIDE - 1)


def take_name(tokens: Sequence[str]) -> list[str]:
    """The words that name a thing at the start of `tokens`, but for an article."""
    name: list[str] = []
    for token in tokens:
        if token in _BESIDE and not name:
            continue
        if token in STOP_WORDS or token in _DOING or len(name) == LONGEST_SIDE:
            break
        name.append(token)
    return name


def put_both(text: str, two: tuple[str, str]) -> str | None:
    """A turn that asks which of two things it is, with their names ("which is cheaper, A or B?").

    None for a turn that asks nothing of that kind.
    """
    found = _OF_BOTH.match(text)
    if found is None:
        return None
    return f"{found['which']}{found['rest'].rstrip(' .?!')}, {two[0]} or {two[1]}?"


def find_side(text: str) -> Side | None:
    """Which of two things a turn points at ("is the latter worth it?"); None where at none."""
    found = _find_pointer(text)
    return _PLACES[found["place"].casefold()] if found else None


def put_in(text: str, name: str) -> str:
    """`text` with the thing of that `name` in the place of what points at it."""
    found = _find_pointer(text)
    return f"{text[: found.start()]}{name}{text[found.end() :]}" if found else text


def _find_pointer(text: str) -> re.Match[str] | None:
    return next((found for found in _POINTING.finditer(text) if _points(found)), None)


def _points(found: re.Match[str]) -> bool:
    """Whether such words stand for a thing, rather than before one ("the first step")."""
    if found["place"].casefold() in _OF_TWO:
        return True
    behind = tokenize(found["next"] or "")
    if not _MEANT_OTHERWISE.isdisjoint(behind):
        return False
    alone = not content_words(behind) or not ASSESSING.isdisjoint(behind)
    return bool(found["the"]) and (bool(found["one"]) or alone)
