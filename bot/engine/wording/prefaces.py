"""A message without what only announces or excuses its question, or says whose it is."""

import re
from itertools import islice
from typing import Final

from bot.engine.languages.framing import PREFACE
from bot.engine.lexical.patterns import KNOWN_PERSON
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import PEOPLE, content_words
from bot.engine.names.professions import ProfessionMention, asks_about_teller, find_bare_trade
from bot.engine.wording.asking import asks
from bot.engine.wording.leaning import asks_barely

_WORD: Final = re.compile(r"\S+")
_IF: Final = re.compile(r"^if\s", re.IGNORECASE)
_REPORTING: Final = frozenset("ask asks asking asked wonder wonders wondering know is".split())
"""With one of these in a preface an "if" behind it is no condition ("she asks if ...")."""

_FOR_OTHERS: Final = re.compile(
    rf"(?<!\W)\W+asking for (?:an?|my) (?:\w+ ){{0,2}}?{KNOWN_PERSON}\b"
    r"(?:\W+(?:lol|haha\w*|obviously|obv))*\W*$",
    re.IGNORECASE,
)
"""Says behind a question for whom it is asked, mostly in jest."""

_TRADE_END: Final = re.compile(r"[,.!;:]+\s+|\s*\n+\s*|\s+-+\s+|(?<=\bhere)\s+", re.IGNORECASE)
"""Ends the words before a question that only say what its writer is."""

_DASH: Final = re.compile(r"\s-+\s")
_WHETHER: Final = re.compile(r"(?:can|could|should|may) i\b")
"""Nobody asks of what they are whether they may be it ("plumber, can i become one")."""

_MOST_TRADE_ENDS: Final = 3
SHORTEST_REST: Final = 3
"""Words from which what stands behind a trade is a question."""

_NO_WORD: Final = re.compile(r"\W+")


def drop_preface(text: str) -> str:
    """`text` from its question on, where only a preface stands before that.

    "Sorry if this was asked before, how long does it take?" is read as "how long does it take?",
    and so is "how long does it take, asking for a friend lol".
    """
    told_for = _FOR_OTHERS.search(text)
    if told_for and asks(text[: told_for.start()]):
        text = text[: told_for.start()]
    found = PREFACE.match(" ".join(tokenize(text)))
    if found is None:
        return text
    left = len(found.group().split())
    for word in _WORD.finditer(text):
        left -= len(tokenize(word.group()))
        if left <= 0:
            rest = text[word.end() :]
            blank = _NO_WORD.match(rest)
            rest = rest[blank.end() :] if blank else rest
            if not _REPORTING.isdisjoint(found.group().split()):
                rest = _IF.sub("whether ", rest)
            named = content_words(tokenize(rest)) and not asks_barely(rest)
            return rest if left == 0 and named and asks(rest) else text
    return text


def split_trade(text: str) -> tuple[ProfessionMention, str] | None:
    """The profession that a message opens with, by itself, and the question behind it.

    "Plumber, can I get into this?" and "car mechanic here. is it hard" tell who asks. None where
    the question points at those people ("cooks. what do they earn") or asks about their work.
    """
    for end in islice(_TRADE_END.finditer(text), _MOST_TRADE_ENDS):
        trade = find_bare_trade(tokenize(text[: end.start()]))
        rest = text[end.end() :]
        if trade is None:
            continue
        tokens = tokenize(rest)
        whole = len(tokens) >= SHORTEST_REST and any(map(asks, (rest, *_DASH.split(rest))))
        own = asks_about_teller(tokens) and not _WHETHER.match(" ".join(tokens))
        points = not PEOPLE.isdisjoint(tokens) or own
        return (trade, rest) if whole and not points else None
    return None
