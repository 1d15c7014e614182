"""The last question the other way round: turns that ask for it, and the question turned."""

import re
from collections.abc import Sequence
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words

_REVERSED: Final = re.compile(
    r"(?>(?:(?:and|but|or|ok|okay|so|no|nope|i mean|i meant|what about|how about|sorry|is it|"
    r"does it work|would it work|also|oops|whoops|wait|oh|actually) )*)"
    r"(?:(?:in )?(?:the )?(?:other|opposite|reverse) (?:way|direction)(?: (?:a?round|too|then))?|"
    r"vice versa|(?:in |the )?reverse(?:d)?(?: (?:order|direction))?|(?:in )?the opposite)"
    r"(?: (?:too|then|instead|please|pls|though|tho|sorry|sry|oops|lol|i (?:mean|meant)|my bad))*"
)
"""Asks the last question again with its two sides in each other's place."""

_SIDES: Final = re.compile(r" from (?P<one>\S+) (?:in)?to (?P<other>\S+) ")
"""The two sides of a way from one thing to another."""


def asks_for_reverse(text: str) -> bool:
    """Whether `text` asks the last question the other way round ("and vice versa?")."""
    return bool(_REVERSED.fullmatch(" ".join(tokenize(text))))


def turn_round(tokens: Sequence[str], named: Sequence[str]) -> list[str] | None:
    """`tokens` with the two sides of a question in each other's place; None where it has not two.

    These are two phrases of `named`, which narrow the question, or what it goes "from" and "to".
    """
    text = f" {' '.join(tokens)} "
    if len(named) == 2 and named[0] != named[1] and all(f" {words} " in text for words in named):
        first, second = sorted(named, key=lambda words: text.index(f" {words} "))
        before, _, rest = text.partition(f" {first} ")
        between, found, behind = rest.rpartition(f" {second} ")
        if found:
            return f"{before} {second} {between} {first} {behind}".split()
    if named:
        return None
    way = _SIDES.search(text)
    if way is None or len(content_words(way.groups())) < len(way.groups()):
        return None
    before, behind = text[: way.start("one")], text[way.end("other") :]
    between = text[way.end("one") : way.start("other")]
    return f"{before}{way['other']}{between}{way['one']}{behind}".split()
