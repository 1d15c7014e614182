"""Picking from a list that an answer showed ("and the second one?", "the middle one")."""

import re
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


_POINTED_AT: Final = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bup )(?<!\boff )(?<!\bout )(?<!\w-)(?<!ing )\b(?:the )?"
    r"(?P<noun>step|point|item|bullet) (?:number |no\.? ?|# ?)?(?P<place>\d{1,2})\b"
    r"(?! ?[.,]\d)"
    r"(?! (?:of|in|for|on) (?!(?:it|this|that|(?:the|your|that|this) (?:list|answer))\b))",
    re.IGNORECASE,
)
"""An item of a list within what is said of it ("can I skip step 3?").

"Step 1 of an interview" and a "pick up point 1" are no items of what was answered.
"""

_STEPS: Final = re.compile(
    r"\bsteps?\b[^\n]*:[*_ \t]*\n\s*[-*•]|^[ \t]*\d+[.)][ \t]", re.IGNORECASE | re.MULTILINE
)
"""What an answer holds whose list is one of steps: they are announced, or numbered."""


def find_item(text: str, answer: str) -> int | None:
    """The place, from 1 on, of the item that `text` speaks of in the list of an answer.

    None where it speaks of none, or the list has none such.
    """
    found = _POINTED_AT.search(text)
    if found is None or not 1 <= int(found["place"]) <= len(_find_items(answer)):
        return None
    if found["noun"].casefold() == "step" and not _STEPS.search(answer):
        return None
    return int(found["place"])


def points_at_item(text: str) -> bool:
    """Whether `text` speaks of an item by its number."""
    return _POINTED_AT.search(text) is not None


def put_item(text: str, name: str) -> str:
    """`text` with the name of an item of a list in the place of its number."""
    return _POINTED_AT.sub(lambda _: name, text, count=1)


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
