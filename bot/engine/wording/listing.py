"""Picking from a list that an answer showed ("and the second one?", "the middle one")."""

import re
from collections.abc import Sequence
from typing import Final

from bot.engine.lexical.patterns import PICKED, PICKING
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import ORDINALS

LONGEST_NAME: Final = 6
"""Words up to which an item that sets no name apart is a name by itself."""

_ITEM: Final = re.compile(
    r"^(?P<indent>[ \t]*)(?:[-*•]|\d+[.)])[ \t]+(?P<item>\S.*)$", re.MULTILINE
)
_NAME: Final = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<linked>[^\]]+)\]\(|(?P<plain>.+?):(?=\s|$)")
_MIDDLE: Final = "middle"
_PICK: Final = re.compile(
    rf"{PICKING}(?:(?:the|your|that)\s+|(?=\S+ one$))"
    rf"(?P<which>{'|'.join(ORDINALS)}|{_MIDDLE})"
    r"(?:\s+(?:one|item|point|bullet|option|of (?:those|these|them)))?"
    rf"(?:\s+(?:about|mean|means|like|exactly|what does (?:it|that) (?:mean|involve)|{PICKED}))*"
)

_LISTED: Final = "(?P<noun>step|point|item|bullet)"
_ELSEWHERE: Final = (
    r"(?! (?:of|in|for|on) (?!(?:it|this|that|(?:the|your|that|this) (?:list|answer))\b))"
)
_POINTED_AT: Final = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bup )(?<!\boff )(?<!\bout )(?<!\w-)(?<!ing )\b(?:the )?"
    rf"{_LISTED} (?:number |no\.? ?|# ?)?(?P<place>\d{{1,2}})\b(?! ?[.,]\d){_ELSEWHERE}",
    re.IGNORECASE,
)
"""An item of a list within what is said of it ("can I skip step 3?").

"Step 1 of an interview" and a "pick up point 1" are no items of what was answered.
"""

_PLACED: Final = re.compile(
    rf"\bthe (?P<place>{'|'.join(ORDINALS)}) {_LISTED}\b{_ELSEWHERE}"
    r"(?! (?:to|towards|i|you|we|they|one|people|when|after|before|if)\b)",
    re.IGNORECASE,
)
"""The same by an ordinal ("is the last step hard?"), unlike "the first step to a job"."""

_TWO_PLACED: Final = re.compile(
    r"\b(?:the )?(?:(?P<end>first|last) (?:two|2|couple)|"
    rf"(?P<one>{'|'.join(ORDINALS)})(?: (?:one|step|item|point))? "
    rf"(?:and|or|vs|versus|from|to|with) (?:the )?(?P<other>{'|'.join(ORDINALS)}))"
    r"(?: (?:ones?|steps?|items?|points?))?"
    r"(?=\W*$|\W+(?:differ\w*|compare|are|is|better|alike|the same|then|exactly|please|pls)\b)",
    re.IGNORECASE,
)
_HELD_AGAINST: Final = re.compile(
    r"\b(?:diff|differ\w*|compar\w+|between|vs|versus|better|same|alike|which)\b", re.IGNORECASE
)

_STEPS: Final = re.compile(
    r"\bsteps?\b[^\n]*:[*_ \t]*\n\s*[-*•]|^[ \t]*\d+[.)][ \t]", re.IGNORECASE | re.MULTILINE
)
"""What an answer holds whose list is one of steps: they are announced, or numbered."""


def find_item(text: str, answer: str) -> int | None:
    """The place, from 1 on, of the item that `text` speaks of in the list of an answer.

    None where it speaks of none, or the list has none such.
    """
    found = _find_pointed(text)
    if found is None:
        return None
    most, said = len(_find_items(answer)), found["place"].casefold()
    place = int(said) if said.isdecimal() else ORDINALS[said] % (most or 1) + 1
    if not 1 <= place <= most or ORDINALS.get(said, 0) >= most:
        return None
    if found["noun"].casefold() == "step" and not _STEPS.search(answer):
        return None
    return place


def points_at_item(text: str) -> bool:
    """Whether `text` speaks of an item by its number or its place."""
    return _find_pointed(text) is not None


def put_item(text: str, name: str) -> str:
    """`text` with the name of an item of a list in the place of its number."""
    found = _find_pointed(text)
    return f"{text[: found.start()]}{name}{text[found.end() :]}" if found else text


def _find_pointed(text: str) -> re.Match[str] | None:
    return _POINTED_AT.search(text) or _PLACED.search(text)


def put_two(text: str, names: Sequence[str]) -> str | None:
    """`text` with the names of two items of a list that it compares by their places.

    "How do the first two differ" compares two; None for a text that does not.
    """
    found = _TWO_PLACED.search(text)
    if found is None or not names or not _HELD_AGAINST.search(text):
        return None
    if end := found["end"]:
        two = names[:2] if end.casefold() == "first" else names[-2:]
    else:
        places = [ORDINALS[found[side].casefold()] for side in ("one", "other")]
        two = [names[place] for place in places if place < len(names)]
    if len(two) != len(set(two)) or len(two) < 2:
        return None
    joint = " or " if " or " in found.group().casefold() else " and "
    return f"{text[: found.start()]}{joint.join(two)}{text[found.end() :]}"


def _find_items(answer: str) -> list[str]:
    items = [*_ITEM.finditer(answer)]
    least = min((len(found["indent"]) for found in items), default=0)
    return [found["item"] for found in items if len(found["indent"]) == least]


def list_names(answer: str) -> tuple[str, ...]:
    """What the items of the list in an answer are called, in order; empty without a list."""
    names = list(map(_name, _find_items(answer)))
    return tuple(names) if len(names) > 1 and all(names) else ()


def _name(item: str) -> str:
    found = _NAME.match(item)
    if found:
        return (found["bold"] or found["linked"] or found["plain"]).strip(" :*")
    return item if len(tokenize(item)) <= LONGEST_NAME else ""


def lists_word(answer: str, word: str) -> bool:
    """Whether an answer names a word in a list, or in a row of its prose ("Python, R or Java")."""
    if any(stem(word) in map(stem, tokenize(name)) for name in list_names(answer)):
        return True
    said = rf"\**(?<!\w){re.escape(word)}(?!\w)\**"
    row = rf"(?:[,:(]|\band|\bor) *{said}|{said}(?:,| and\b| or\b)"
    return re.search(row, answer, re.IGNORECASE) is not None


def find_listed(text: str, names: tuple[str, ...]) -> str | None:
    """Which of `names` a turn picks by its place; None where it picks none."""
    found = _PICK.fullmatch(" ".join(tokenize(text)))
    if not found or not names:
        return None
    which = found["which"]
    place = len(names) // 2 if which == _MIDDLE else ORDINALS[which]
    if which == _MIDDLE and len(names) % 2 == 0:
        return None
    return names[place] if place < len(names) else None
