"""What a question sets aside: "which skills do I need besides maths?" asks for the others."""

import re
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, content_words
from bot.engine.wording.asking import asks
from bot.engine.wording.telling import asks_for_rest

LONGEST_EXCLUDED: Final = 6
"""Words of what is set aside; who uses more tells a story."""

_ASKS: Final = r"(?:what|which|who|how|when|where|why|is|are|do|does|should|can|could|would)"
_EXCLUDED: Final = (
    r"(?!(?:if|because|since|that|who|when|while|where|but|so)\b)"
    rf"(?!(?:and|or|plus|also|then)\s+(?:(?:then|also|so)\s+)?{_ASKS}\b)[\w'+#./-]+"
)
"""A word of what is set aside, which neither a condition nor a second question is."""

_EXCLUDING: Final = re.compile(
    r"\b(?:besides|(?<!set )(?<!sets )(?<!them )(?<!it )(?<!you )apart from|aside from|other than|"
    r"in addition to|on top of)\s+(?!(?:what|how|which|who|where|other|all)\b)"
    rf"(?P<excluded>{_EXCLUDED}(?:,?\s+{_EXCLUDED}){{0,{LONGEST_EXCLUDED - 1}}}?)"
    rf"(?=\s*(?:$|[?!;:]|[.,](?:\s|$))|\s+{_ASKS}\b)",
    re.IGNORECASE,
)
_DENYING: Final = re.compile(
    r"(?:(?:and|but|no|ok|okay)[\s,]+)*not\s+"
    r"(?!(?:sure|only|just|really|yet|even|all|in|at|for|to|an?)\b)"
    rf"(?P<denied>{_EXCLUDED}(?:\s+{_EXCLUDED}){{0,2}})\W*",
    re.IGNORECASE,
)
"""Says of what was asked before what it was not meant of ("but not maths").

"Not a member" tells of the speaker.
"""

_HELD: Final = (
    r"(?:if|when|since|given(?: that)?|now that) i(?:['’]ve)? "
    r"(?:(?:already|do|only|also|have|now) )*(?:know|knew|have|had|got|learned|learnt|studied|did|"
    r"done|can do) (?!to\b)(?P<held>[\w'+#./, -]+?)"
)
_ASKED_BESIDE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"(?P<asked>.+?),?\s+{_HELD}[\s.?!]*", rf"{_HELD},?\s+(?P<asked>{_ASKS}\b.+)")
)
"""Asks what is left beside what its asker has ("what am I missing if I know calculus")."""

_GOING_ON: Final = frozenset("and but so ok okay then what else anything is are there".split())
"""Words that ask for nothing of their own."""

_ASKING: Final = AUXILIARIES | frozenset("whats wheres hows whos".split())
"""Without one of these beside it, what is set aside goes on as the question does."""


_NAMING: Final = frozenset(("which", "what"))
_NAMED_KIND: Final = 2
"""Words that ask for things by their kind alone ("which skills besides maths"), and how many.

What is set aside of them is one thing: "which trades besides gardening hire" goes on behind it.
"""


def find_denied(text: str) -> str | None:
    """What a turn that is nothing but a denial denies ("no, not maths" gives "maths")."""
    found = _DENYING.fullmatch(text.strip())
    return (
        found["denied"].strip(".") if found and content_words(tokenize(found["denied"])) else None
    )


def split_exclusion(text: str) -> tuple[str, str] | None:
    """What `text` asks without what it sets aside, and that; None where it sets nothing aside.

    The first is empty where it only sets something aside of what was asked before ("and besides
    maths?").
    """
    found = _EXCLUDING.search(text)
    if found is None:
        return None
    excluded = found["excluded"]
    before, behind = text[: found.start()].rstrip(" ,"), text[found.end() :].lstrip(" ,")
    if tokenize(before) and tokenize(behind):  # a second question, or a condition
        return None
    rest = f"{before} {behind}".strip()
    named = content_words(tokenize(excluded))
    if named and _GOING_ON.issuperset(tokenize(rest)):
        return "", excluded
    asking = tokenize(rest)
    by_kind = len(named) == 1 and len(asking) == _NAMED_KIND and asking[0] in _NAMING
    whole = asks(rest) and (by_kind or not _ASKING.isdisjoint(asking))
    return (rest, excluded) if named and whole else None


def split_held(text: str) -> tuple[str, str] | None:
    """A question for what is left, and what its asker says to have already."""
    for pattern in _ASKED_BESIDE:
        found = pattern.fullmatch(text.strip())
        if found and asks_for_rest(found["asked"]) and content_words(tokenize(found["held"])):
            return found["asked"].strip(" ,"), found["held"].strip(" ,")
    return None
