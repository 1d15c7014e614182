"""Numbers in a text, by their value, so that they can be held against what the sources support.

"$146,085", "146.085 €", "146 085", "146k", "22%", "1.4 lakh", "2½", "tenfold" and "four steps" all
state a number. "one" and "two" in words, names that hold a digit (GPT-4, word2vec), and what
`uncounted` lists do not.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.knowledge.uncounted import leave_out_uncounted

_UNITS: Final = {
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_SMALL: Final = {"a": 1, "an": 1, "one": 1, "two": 2}
_LAST_EXEMPT: Final = 2
"""In words people use one and two without counting anything."""

_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDRED: Final = 100
_SCALES: Final = {
    "dozen": 12, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5,
    "million": 1e6, "crore": 1e7, "crores": 1e7, "billion": 1e9, "trillion": 1e12,
    "tausend": 1e3, "mio": 1e6, "millionen": 1e6, "mrd": 1e9, "milliarden": 1e9,
}  # fmt: skip
_SUFFIXES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}

_FRACTION = re.compile(r"(?:(?<![\d.,])(?P<whole>\d{1,3}) ?)?(?P<fraction>[¼-¾⅐-⅞↉])")
_CURRENCY: Final = "USD|EUR|GBP|INR|JPY|CNY|CAD|AUD|CHF|SGD|Rs"
_DIGITS = re.compile(
    # no digit of a name (GPT-4, C++17, word2vec, 3.11.2), but of an amount (USD128,000)
    rf"(?:(?<=\b(?:{'|'.join(c for c in _CURRENCY.split('|') if len(c) == 3)}))"
    r"|(?<=\bRs)|(?<![A-Za-z0-9])(?<!\d[.,])(?<!\+\+)(?<![A-Z]-))"
    r"(?P<number>"
    r"(?P<grouped>[1-9]\d{0,2}(?P<group>[ .'’])\d{3}(?:(?P=group)\d{3})*)(?:,(?P<rest>\d+))?"
    r"(?!-[a-z])"
    r"|(?P<whole>\d+),(?P<tenths>\d{1,2})(?![,\d]| (?:and|or)\b)"
    r"|\d+(?:,\d{2,3})*(?:\.\d+)?)(?!\.?\d)"
    r"(?:(?P<suffix>k|K|m|M|mn|bn)(?![A-Za-z])"
    # the unit of a range belongs to both of its ends: 10 to 12 lakh
    r"|(?=(?:[ \t]*(?:-|–|—|to|or|and|bis|oder|und)[ \t]*[$€£₹]?[\d.,]+)?"
    rf"[- \t]*(?P<scale>(?i:{'|'.join(_SCALES)}))\b)"
    # capitals make a name of it (5G, 3D), lower-case letters a unit (30min, 10x, 1990s)
    rf"|(?:[a-z]+|%|\+|{_CURRENCY})?(?![A-Za-z]))",
)
_ONES: Final = "|".join([*_SMALL, *_UNITS])
_BELOW_HUNDRED: Final = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join([*_UNITS][:7])}|one|two))?|{_ONES})"
)
_WORDS = re.compile(
    rf"\b(?P<number>{_BELOW_HUNDRED}(?:[- ]hundred(?:(?: and)? {_BELOW_HUNDRED})?)?)"
    rf"(?:[- ](?P<scale>{'|'.join(_SCALES)})|-?fold)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number as a text states it, with each value it may be taken for."""

    text: str
    values: frozenset[float]

    def is_among(self, supported: Iterable[float]) -> bool:
        """Whether one of its values is supported."""
        return bool(self.values & {round_value(value) for value in supported})


def round_value(value: float) -> float:
    """A value without the noise of binary fractions, so that equal numbers are equal."""
    return round(float(value), 6)


def find_numbers(text: str) -> list[StatedNumber]:
    """Every number that `text` states, in figures first and then in words."""
    plain = leave_out_uncounted(unicodedata.normalize("NFKC", _FRACTION.sub(_spell_out, text)))
    return [*_find_digits(plain), *_find_words(plain)]


def _spell_out(found: re.Match[str]) -> str:
    """A fraction in figures, with the whole number before it: "2½" as 2.5."""
    value = int(found["whole"] or 0) + unicodedata.numeric(found["fraction"])
    return f"{'' if found['whole'] else ' '}{round_value(value):g}"


def _find_digits(text: str) -> Iterator[StatedNumber]:
    for found in _DIGITS.finditer(text):
        values = _read_figures(found)
        if found["suffix"]:
            values = [value * _SUFFIXES[found["suffix"].lower()] for value in values]
        elif found["scale"]:
            values += [value * _SCALES[found["scale"].lower()] for value in values]
        unit = f" {found['scale']}" if found["scale"] else ""
        yield StatedNumber(f"{found.group().strip()}{unit}", _round_all(values))


def _read_figures(found: re.Match[str]) -> list[float]:
    """The values that figures may stand for: 50.000 is fifty thousand, or fifty."""
    if found["whole"]:
        return [float(f"{found['whole']}.{found['tenths']}")]
    if not found["grouped"]:
        return [float(found["number"].replace(",", ""))]
    digits = re.sub(r"\D", "", found["grouped"])
    values = [float(f"{digits}.{found['rest'] or 0}")]
    if found["number"].count(".") == 1 and not found["rest"]:
        values.append(float(found["number"]))
    return values


def _find_words(text: str) -> Iterator[StatedNumber]:
    for found in _WORDS.finditer(text):
        value = _evaluate(found["number"].lower())
        values = [value]
        if found["scale"]:
            values.append(value * _SCALES[found["scale"].lower()])
        if max(values) > _LAST_EXEMPT:
            yield StatedNumber(found.group(), _round_all(values))


def _evaluate(number: str) -> float:
    """The value of a number below a thousand in words: "one hundred and twenty-two" is 122."""
    hundreds, has_hundreds, rest = f" {number} ".replace("-", " ").rpartition(" hundred ")
    words = {**_SMALL, **_UNITS, **_TENS}
    below = sum(words[word] for word in rest.split() if word != "and")
    if not has_hundreds:
        return below
    return sum(words[word] for word in hundreds.split()) * _HUNDRED + below


def _round_all(values: Iterable[float]) -> frozenset[float]:
    return frozenset(round_value(value) for value in values)
