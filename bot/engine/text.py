"""Text as the engine reads it: one spelling of every character, tokens, and stems.

Nothing here knows a knowledge base; what depends on one is in `spelling` and `features`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

import Stemmer

MAX_CHARACTERS: Final = 4_000
"""More than Discord lets people type; what lies beyond is not read."""

MAX_TOKENS: Final = 90
"""A longer post is read at both ends: people ask first or last."""

_TOKEN: Final = re.compile(r"c\+\+|[cf]#|\.net\b|[^\W_]+")
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'’‘`´ʼ＇"))
_ASCII_TOKEN_LENGTH: Final = 40
"""Longer runs of letters are noise (keys held down, encoded data), cut so they cost little."""

_STRETCHED: Final = re.compile(r"(?=(.)\1\1)([^\W\d_])\2{2,}")  # what looks ahead is quick
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")

_UPPER_CASE_US: Final = re.compile(r"\b(?:U\.S\.A\.?|U\.S\.?|US)(?=\W|$)")

_LAST_LETTERS_OF_STEMS: Final = frozenset("abfhjkopquvwxz")
"""No English ending ends in one of these, so a word that does is its own stem."""

_stemmer = Stemmer.Stemmer("english", 0)  # of no cache, as `stem` has one


def normalise(text: str) -> str:
    """Return `text` in one spelling: composed, folded case, no accents, no apostrophes.

    Full-width letters become plain ones and letters stretched for effect ("heyyyy") are cut short.
    An upper-case "US" becomes "usa", so that it is no pronoun, unless everything is upper case.
    """
    folded = unicodedata.normalize("NFKC", text)
    if "U" in folded and not folded.isupper():
        folded = _UPPER_CASE_US.sub("usa", folded)
    if not folded.isascii():
        folded = _NOT_ASCII.sub(_drop_marks, unicodedata.normalize("NFKD", folded))
    folded = folded.casefold().translate(_APOSTROPHES)
    return _STRETCHED.sub(r"\2\2", folded)


def _drop_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found.group() if unicodedata.category(c) != "Mn")


def tokenize(text: str) -> list[str]:
    """Split `text` into normalised words and numbers; emoji and punctuation fall away.

    Returns at most `MAX_TOKENS` tokens, the first and the last ones of a longer text.
    """
    return list(_tokenize(text[:MAX_CHARACTERS]))


def tokenize_whole(text: str) -> list[str]:
    """What `tokenize` returns, however long; for what a keeper wrote."""
    return [token[:_ASCII_TOKEN_LENGTH] for token in _TOKEN.findall(normalise(text))]


@lru_cache(maxsize=256)  # one message is looked at from many sides
def _tokenize(text: str) -> tuple[str, ...]:
    return tuple(keep_ends(tokenize_whole(text), MAX_TOKENS))


def keep_ends(parts: list[str], most: int) -> list[str]:
    """The first and the last of `parts` where there are more than `most`, an even number."""
    return parts if len(parts) <= most else parts[: most // 2] + parts[-most // 2 :]


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the English stem of a normalised word ("engineers" and "engineer" share one)."""
    if not word.isascii() or not word.isalpha() or word[-1] in _LAST_LETTERS_OF_STEMS:
        return word
    return str(_stemmer.stemWord(word))
