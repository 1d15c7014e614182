"""Numbers in a text that state no figure: dates, times of day, phone numbers, list markers, links.

All of them are told by how they are written, whatever the text is about.
"""

import re
from typing import Final

_LINK: Final = re.compile(r"(?<=\])\(\S+?\)|<?https?://\S+|<[@#:a][^>\s]*>")
_LIST_MARKER: Final = re.compile(r"^[ \t]*(?:(?:[-*>]|#+)[ \t]+)*\d{1,3}[.)](?=\s)", re.MULTILINE)

_HOUR: Final = r"(?:[01]?\d|2[0-4])"
_TIME_OF_DAY: Final = re.compile(
    rf"\b24/7\b|\b{_HOUR}:[0-5]\d\b(?:\s?[ap]\.?m\b)?|"
    r"(?<![$€£₹.,])\b(?:1[0-2]|[1-9])(?:\.[0-5]\d)?\s?[ap]\.?m\b|"
    # in German, 19.30 Uhr and 9 bis 17 Uhr; in French, 18h30, where it cannot be a duration
    rf"(?<![\d.,])(?:{_HOUR}(?:[.:][0-5]\d)?\s?(?:-|–|bis|und|oder)\s?)?{_HOUR}(?:[.:][0-5]\d)?\s?Uhr\b|"
    r"\b(?:1\d|2[0-4])h[0-5]\d\b",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    # with the code of a country or an area: +44 1632 960144, 01632 960 144, 030/1234567
    r"(?<![\w.,])(?<!\d[ .'’])(?:\+\d|\(?0(?=\d))(?:(?:[ ./-]|\) ?| ?\()?\d){8,14}(?!\d)"
    # and as North America writes them: (555) 123-4567
    r"|(?<![\w.,])(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)"
)

_MONTH: Final = (
    # English and German ones with a capital (5 may be), French ones without
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Okt|Dez)\b\.?|"
    r"Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\w)"
)
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH_NUMBER: Final = r"(?:1[0-2]|0?[1-9])"
_YEAR: Final = r"(?:19|20)\d\d(?!\d)"
_COUNTS_NOTHING: Final = (
    # behind a number: the end, a mark, or a word that nothing counted begins with
    r"(?![.,]?\d|-[A-Za-z])(?=[ \t]*(?:[^\w\s$€£₹%+]|\n|$)|"
    r"\s(?:(?:and|or|to)(?! \d)|from|until|till|through|at|in|on|by|for|with|without|after|before|"
    r"as|if|when|because|but|so|then|only|the|a|an|this|that|our|your|my|their|his|her|its|"
    r"I|we|you|he|she|it|they|there|everyone|everybody|nobody|"
    r"is|are|was|were|will|has|have|can|must|may|please)\b)"
)
_ORDINAL: Final = r"(?:st|nd|rd|th|er)"
_DATE: Final = re.compile(
    # 2027-03-14, 14/03/2027, 14.03.2027
    rf"(?<![\d.-]){_YEAR}-(?:0[1-9]|1[0-2])-(?:3[01]|[12]\d|0[1-9])(?![\d-])|"
    rf"(?<![\d/.]){_DAY}([/.]){_DAY}\1{_YEAR}|"
    # 14 March 2027, 14th of March, 14. bis 16. März
    rf"(?<![\d.,$€£₹])(?:{_DAY}(?:\.|{_ORDINAL})?\s?(?:-|–|bis|und|to|and|au|et)\s?)?"
    rf"{_DAY}(?:\.|{_ORDINAL})?(?: of)? ?{_MONTH}(?:,? {_YEAR})?|"
    # March 14, 2027, March 14th, on March 14 at; no "in March 20 people", "by March 20 people"
    rf"\b{_MONTH} {_DAY}(?:{_ORDINAL}(?:,? {_YEAR})?|,? {_YEAR})|"
    rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]ill) {_MONTH} {_DAY}\b{_COUNTS_NOTHING}|"
    # am 14.3., 02.07. bis 10.07.; no sentence that ends in 2.5.
    rf"\b(?:am|ab|vom|zum|den|dem) {_DAY}\.{_MONTH_NUMBER}\.(?!\d)|"
    rf"(?<![\d.,$€£₹]){_DAY}\.{_MONTH_NUMBER}\.(?=\s?(?:[-–,;)]|[a-z]))"
)


def leave_out_uncounted(text: str) -> str:
    """A text without the numbers in it that state no figure."""
    for pattern in (_LINK, _DATE, _LIST_MARKER, _TIME_OF_DAY, _PHONE):
        text = pattern.sub(" ", text)
    return text
