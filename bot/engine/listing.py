"""Picking from a list that an answer showed ("and the second one?", "the middle one")."""

import re
from typing import Final

from bot.engine.patterns import PICKED, PICKING
from bot.engine.text import tokenize
from bot.engine.words import ORDINALS

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


def list_names(answer: str) -> tuple[str, ...]:
    """What the items of the list in an answer are called, in order; empty without a list."""
    items = [*_ITEM.finditer(answer)]
    least = min((len(found["indent"]) for found in items), default=0)
    names = [_name(found["item"]) for found in items if len(found["indent"]) == least]
    return tuple(names) if len(names) > 1 and all(names) else ()


def _name(item: str) -> str:
    found = _NAME.match(item)
    if found:
        return (found["bold"] or found["linked"] or found["plain"]).strip(" :*")
    return item if len(tokenize(item)) <= LONGEST_NAME else ""


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
