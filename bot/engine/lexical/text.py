"""Text as the engine reads it: one spelling of every character, tokens, and stems.

Nothing here knows a knowledge base; what depends on one is in `spelling` and `features`.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

import Stemmer

MAX_CHARACTERS: Final = 4_000
"""More than Discord lets people type; what lies beyond is not read."""

MAX_TOKENS: Final = 90
"""A longer post is read at both ends: people ask first or last."""

_TOKEN: Final = re.compile(r"c\+\+|[cf]#|\.net\b|[^\W_]+")
APOSTROPHES: Final = "'’‘`´ʼ＇"
"""What people type for one, phones and keyboards of other languages among them."""

_NO_APOSTROPHES: Final = str.maketrans(dict.fromkeys(APOSTROPHES))
_LONGEST_TOKEN: Final = 40
"""Longer runs of letters are noise (keys held down, encoded data), cut so they cost little."""

_STRETCHED: Final = re.compile(r"(?=(.)\1\1)[^\W\d_]\1\1")  # what looks ahead is quick
THREE_ALIKE: Final = re.compile(
    r"\b(?:([^\W\d_])\1{2,3}|"
    r"(?=[clxvi]{3,}\b)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|x{3,4}[ls])\b"
)
"""A mark of one letter ("aaa"), a Roman numeral or a size: nobody stretches these for effect."""

_STRETCHED_OR_NOT: Final = re.compile(rf"{THREE_ALIKE.pattern}|([^\W\d_])\2{{2,}}")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")

_SPELLING_MARKS: Final = range(0x780, 0xAC00)
"""Where the marks are that words are spelt with, from Maldivian to Manipuri."""

_SPELLING_CLASSES: Final = frozenset({0, 7, 8, 9, 84, 91, 103, 107, 118, 122, 129, 130, 132})
"""Unicode's combining classes of such marks: vowel signs, and what changes or silences a consonant.

Accents, and the points of Arabic and Hebrew that people leave out, have others.
"""

_JOINERS: Final = frozenset("\u200c\u200d")
_VIRAMA: Final = 9
"""The combining class of the mark that silences a vowel; a joiner behind it parts no word."""

_UPPER_CASE_US: Final = re.compile(r"\b(?:U\.S\.A\.?|U\.S\.?|US)(?=\W|$)")

_LAST_LETTERS_OF_STEMS: Final = frozenset("abfhjkopquvwxz")
"""No English ending ends in one of these, so a word that does is its own stem."""

_stemmer = Stemmer.Stemmer("english", 0)  # of no cache, as `stem` has one


def normalise(text: str) -> str:
    """Return `text` in one spelling: composed, folded case, no accents, no apostrophes.

    Full-width letters become plain ones and letters stretched for effect ("heyyyy") are cut short,
    while "III" and "XXXL" stay.
    Marks stay where a word is another one without them, as the vowel signs of Hindi.
    An upper-case "US" becomes "usa", so that it is no pronoun, unless everything is upper case.
    """
    folded = unicodedata.normalize("NFKC", text)
    if "U" in folded and not folded.isupper():
        folded = _UPPER_CASE_US.sub("usa", folded)
    if not folded.isascii():
        plain = _NOT_ASCII.sub(_drop_marks, unicodedata.normalize("NFKD", folded))
        folded = unicodedata.normalize("NFC", plain)
    folded = folded.casefold().translate(_NO_APOSTROPHES)
    return _STRETCHED_OR_NOT.sub(_cut_short, folded) if _STRETCHED.search(folded) else folded


def _cut_short(found: re.Match[str]) -> str:
    return 2 * found[2] if found[2] else found[0]


def _drop_marks(found: re.Match[str]) -> str:
    """A run of characters, decomposed, without accents, optional points and joiners in words."""
    kept: list[str] = []
    for character in found.group():
        if character in _JOINERS and kept and unicodedata.combining(kept[-1]) == _VIRAMA:
            continue
        if unicodedata.category(character) != "Mn" or _spells(character):
            kept.append(character)
    return "".join(kept)


def _spells(mark: str) -> bool:
    """Whether a word is another one without this mark."""
    return ord(mark) in _SPELLING_MARKS and unicodedata.combining(mark) in _SPELLING_CLASSES


@cache
def _any_token() -> re.Pattern[str]:
    """A token of any script: its letters go on over the marks they are spelt with."""
    marks = "".join(
        mark
        for mark in map(chr, _SPELLING_MARKS)
        if unicodedata.category(mark) in {"Mn", "Mc"} and _spells(mark)
    )
    return re.compile(rf"{_TOKEN.pattern}(?:[{marks}]+[^\W_]*)*")


def tokenize(text: str) -> list[str]:
    """Split `text` into normalised words and numbers; emoji and punctuation fall away.

    Returns at most `MAX_TOKENS` tokens, the first and the last ones of a longer text.
    """
    return list(_tokenize(text[:MAX_CHARACTERS]))


def tokenize_whole(text: str) -> list[str]:
    """What `tokenize` returns, however long; for what a keeper wrote."""
    plain = normalise(text)
    pattern = _TOKEN if plain.isascii() else _any_token()
    return [token[:_LONGEST_TOKEN] for token in pattern.findall(plain)]


@lru_cache(maxsize=256)  # one message is looked at from many sides
def _tokenize(text: str) -> tuple[str, ...]:
    return tuple(keep_ends(tokenize_whole(text), MAX_TOKENS))


def is_word(token: str) -> bool:
    """Whether a token is made of letters, and of the marks they are spelt with, alone."""
    return token.isalpha() or not (token.isascii() or any(map(str.isnumeric, token)))


def keep_ends(parts: list[str], most: int) -> list[str]:
    """The first and the last of `parts` where there are more than `most`, an even number."""
    return parts if len(parts) <= most else parts[: most // 2] + parts[-most // 2 :]


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the English stem of a normalised word ("engineers" and "engineer" share one)."""
    if not word.isascii() or not word.isalpha() or word[-1] in _LAST_LETTERS_OF_STEMS:
        return word
    return str(_stemmer.stemWord(word))
