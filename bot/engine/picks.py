"""What a turn picks of what was offered before it, in words: by place, by name, both, or none.

Only wording is judged here.
"""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA

from bot.engine.text import tokenize
from bot.engine.words import COUNTED, ORDINALS, PICKED, PICKING, content_words

_CHOICE: Final = re.compile(
    r"^(?:(?:i (?:mean|meant|want|choose|pick)|show me|tell me about|give me|no|let us take|"
    r"lets take|take|please|ok|yes)\s+)*+"
    rf"(?:{PICKING}(?:(?:option|number|nr|question|answer|choice|suggestion|the|that|your)\s+)++)?"
    rf"(?P<which>[1-5]|{'|'.join([*ORDINALS, *COUNTED])})"
    rf"(?:\s+(?:one|option|choice|question|suggestion|topic|{PICKED}|"
    r"(?:that |which )?(?:you|u) "
    r"(?:listed|offered|said|mentioned|gave|suggested|named|wrote|showed)|"
    r"(?:on|of|from) (?:the|your|that) list|above|below))*+$"
)
_POINTED_OUT: Final = re.compile(r"\b(?:option|number|nr|question|answer|choice|suggestion) $")
"""Stands before a number in words that picks something ("number two")."""

_THE_ONE: Final = re.compile(
    r"^(?:(?:i (?:mean|meant|want)|ok|yes|no|and|show me|tell me about|give me)\s+)*"
    r"(?:the|that)\s+(?P<one>one\s+(?:about|for|on|in|with)\s+(?:the\s+)?)?"
    r"(?P<what>.+?)(?:\s+(?:one|option))?(?:\s+(?:please|pls))?$"
)
_OTHER_ONE: Final = re.compile(
    r"^(?:and |but |ok |what about |how about |so )*(?:the )?other(?: one| option| side)?$"
)
_OTHERS: Final = re.compile(
    r"(?:(?:and|but|ok|okay|so|then|now|what about|how about|tell me about|show me|give me|"
    r"what are|are there|is there|do you have)\s+)*+(?:(?:all|any|what|which) )?(?:the )?"
    r"(?:others?|other (?:two|three|four|ones|options|choices)|rest|"
    r"remaining (?:ones?|two|three)|rest of (?:them|those))(?:\s+(?:then|please|pls))?"
)

_LEADING: Final = "(?:(?:and|but|ok|okay|so|no|nope|nah|yes|yeah|hm+|oh|ah|sorry|well|actually) )*+"
_OF_OFFERED: Final = r"(?: (?:of (?:them|those|these|the two|the above)|options?|choices?|ones?))*"
_POLITELY: Final = r"(?: (?:please|pls|thanks|thx|then|lol|sorry|i think|i guess|tbh))*"
_BOTH: Final = re.compile(
    rf"{_LEADING}(?:(?:i (?:want|mean|meant|need)|give me|tell me|show me) )*"
    rf"(?:(?:about|on) )?both{_OF_OFFERED}{_POLITELY}"
)
_NONE: Final = re.compile(
    rf"{_LEADING}(?:(?:i (?:want|mean|meant)|its|that is|thats) )*(?:neither|none)"
    rf"{_OF_OFFERED}(?: (?:fits?|helps?|match(?:es)?|work|works))?{_POLITELY}"
)

_MENDED: Final = ("first", "second", "third", "fourth", "fifth", "the")
_NO_ORDINALS: Final = frozenset("fist fifty then them they".split())
SHORTEST_MENDED: Final = 3
"""Shorter words may be many things."""


def find_choice(text: str, offered: Sequence[str]) -> str | None:
    """The entry id that `text` picks from what was offered, by its place in the list."""
    found = _CHOICE.match(" ".join(map(_mend_ordinal, tokenize(text))))
    if not found or not offered:
        return None
    which = found["which"]
    place = int(which) - 1 if which.isdigit() else (ORDINALS | COUNTED)[which]
    if which in COUNTED and not _POINTED_OUT.search(found.string[: found.start("which")]):
        return None
    return offered[place] if place < len(offered) else None


def _mend_ordinal(word: str) -> str:
    """An ordinal or an article with one slip in it as it should be ("frst", "teh")."""
    if word in ORDINALS or word in _NO_ORDINALS or len(word) < SHORTEST_MENDED:
        return word
    near = [known for known in _MENDED if OSA.distance(word, known, score_cutoff=1) <= 1]
    return near[0] if near else word


_ENDINGS: Final = ("one", "option", "one please", "one pls", "option please")
"""What a choice in words ends with."""


def find_description(text: str) -> str | None:
    """What a choice in words describes ("the india one" gives "india"); None when it is none."""
    plain = " ".join(tokenize(text))
    found = _THE_ONE.match(plain)
    if found is None or len(tokenize(found["what"])) > 5:
        return None
    named = found["one"] and content_words(tokenize(found["what"]))
    return found["what"] if named or plain.endswith(_ENDINGS) else None


def asks_for_others(text: str) -> bool:
    """Whether `text` asks for whatever else was listed ("and the others?", "the other two")."""
    return bool(_OTHERS.fullmatch(" ".join(tokenize(text))))


def asks_for_both(text: str) -> bool:
    """Whether `text` picks both of two things that were offered ("both please")."""
    return bool(_BOTH.fullmatch(" ".join(tokenize(text))))


def rejects_offered(text: str) -> bool:
    """Whether `text` picks nothing of what was offered ("none of these")."""
    return bool(_NONE.fullmatch(" ".join(tokenize(text))))


def asks_for_other(text: str) -> bool:
    """Whether `text` asks for the other of two ("and the other one?")."""
    return bool(_OTHER_ONE.match(" ".join(tokenize(text))))
