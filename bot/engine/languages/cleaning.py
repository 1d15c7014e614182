"""A message without what nobody asks with, and with playful spellings made plain."""

import re
from itertools import pairwise
from typing import Final

import pycountry

from bot.engine.languages.vectors import english_words
from bot.engine.lexical.text import APOSTROPHES, MAX_CHARACTERS, THREE_ALIKE
from bot.engine.names.companies import find_companies

_BLANKS: Final = re.compile(r"[^\S\n]{2,}")
_GAP: Final = re.compile(r"\s{3,}")
_CODE: Final = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_CALL: Final = re.compile(r"(?<!\S)@(?:everyone|here)\b")
_LINK: Final = re.compile(r"https?://\S+|<[@#:a-zA-Z][^<>\s]*>")
_SNIPPET: Final = re.compile(
    r"^[^\S\n]*(?:(?:print|printf|console\.log)\([^?\n]*\);?|SELECT\b.+\bFROM\b.+;|"
    r"for \w+ in \w+\([^?\n]*\): *\w+\(.*|"
    r"import [\w.]+; *(?:import|from|print|\w+(?:\.\w+)* *[(=])[^?\n]*)$",
    re.MULTILINE,
)
"""A line that is code whatever stands beside it."""

_CODE_LINE: Final = re.compile(
    r"^[^\S\n]*(?:"
    r"[A-Za-z_][\w.\[\]]*\s*[-+*/]?=\s*"
    r"(?:[\w.]+\([^?\n]*\)|-?\d[\d.]*|[\"'\[{(][^?\n]*);?|"  # x = f(y)
    r"(?:\w+\.)*\w+\([^?\n]*\);?|"  # a.b(c)
    r"(?:for \w+ in|while|if|elif|def|class|with|async def)\b[^?:\n]*:|"
    r"(?:const|let|var) \w+ =.*|[{}()\[\]]+;?|#include\b.*|"
    r"import [\w.]+(?: as \w+)?|from [\w.]+ import .+|return\b.*|else:|try:"
    r")$",
    re.MULTILINE,
)
"""A line that is code where other lines are as well."""

_LEAST_CODE: Final = 2
"""Lines of code from which they are taken for it."""

_QUOTED_LINE: Final = re.compile(r"^[^\S\n]*>+ .*$", re.MULTILINE)

CODE_SHARE: Final = 4
"""How many times as much is cleaned as may be left: code and quotes may be long."""

_PLAIN_APOSTROPHES: Final = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

_WAVE: Final = re.compile("\U0001f44b[\U0001f3fb-\U0001f3ff]?")
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_DOTTED_US: Final = re.compile(r"\b[uU]\.[sS]\.(?:[aA]\b\.?)?")
_DOTTED: Final = re.compile(r"\b(?:[A-Za-z]\.){2,}")

_GROUPED: Final = re.compile(
    r"(?<![\w.,])(?:(?<=[$€£¥₹])\d{1,3}(?:,\d{2,3})+,\d{3}|\d{1,3}(?:,\d{2,3})+,000)(?![\w,])"
)
"""A large number: an amount, or a round one, and no list ("rooms 101,102,103").

Thousands are two tokens, as they are where a keeper writes "$140,000".
"""

_LIKENESS: Final = re.compile(r"\b(\w+)-like\b", re.IGNORECASE)
_SORRY: Final = re.compile(r"\b(?:s+r+y+|soz|sowwy)\b", re.IGNORECASE)
MISTYPED: Final = {
    "adn": "and",
    "nad": "and",
    "teh": "the",
    "hte": "the",
    "taht": "that",
    "thsi": "this",
    "wich": "which",
    "whcih": "which",
    "whihc": "which",
    "waht": "what",
    "hwat": "what",
    "wehn": "when",
    "hwo": "how",
    "wiht": "with",
    "abotu": "about",
    "abuot": "about",
    "shoudl": "should",
    "woudl": "would",
    "coudl": "could",
    "becuase": "because",
    "any1": "anyone",
    "some1": "someone",
    "every1": "everyone",
}
"""Words that carry grammar with the slips that fast fingers make, and whom messages ask."""

_SLIP: Final = re.compile(
    rf"\b(?=[{''.join(sorted({slip[0] for slip in MISTYPED}))}])(?:{'|'.join(MISTYPED)})\b",
    re.IGNORECASE,
)
_NEED: Final = re.compile(
    r"\bn(?:(?<=\bi n)|(?<=\bu n)|(?<=\bwe n)|(?<=you n)|(?<=they n))(?:ed|ede|edd|eeed|ead)\b",
    re.IGNORECASE,
)
"""A "need" with a slip, where it can be no name."""

_DOSE: Final = re.compile(
    r"\b((?:what|how|where|when|why|who) )dose(?= (?:an?|the|it|he|she|one|this|that|\w+ "
    r"(?:do|mean|work|cost|take|need|pay|earn|make))\b)",
    re.IGNORECASE,
)
"""A "does" with a slip, where no dose can be meant."""

_IN_SHORT: Final = re.compile(r" ?\btl;?[^\S\n]?dr\b[^\w\n]*(?=\w+\W+\w)", re.IGNORECASE)
"""Says that what follows is the message in short."""

_FILLED: Final = re.compile(
    r"^\s*(?:(?:so|ok|okay|well|yeah|and|but|um+|uh+|erm)[\s,.…]+)*"
    r"(?:um+|uh+|erm|finally|(?:(?<=\s)|(?<=,))like|(?:after|afterwards)(?=,))[\s,.…]+"
    r"(?:(?:so|like)[\s,]+)*"
    r"(?=(?:what|which|how|why|where|when|who|do|does|is|are|can|could|should|would|will)(?:s|'s)?"
    r"\s+\S+\s+\S)",
    re.IGNORECASE,
)
"""Fills the time before a question ("um so like how ...", "and after, how ...")."""

_AMPERSAND: Final = re.compile(r"(?<=\w)\s+&\s+(?=\w)")
_SPACED: Final = re.compile(
    r"(?<!\S)[A-Za-z](?: [A-Za-z]){3,}(?!\S)|"
    r"(?<=\s\s)[\w+#](?: [\w+#])+(?=\s\s|[^\w+#]*$)|^[\w+#](?: [\w+#])+(?=\s\s)"
)
"""Letters of a word apart from each other; short ones only between wider gaps."""

_STRETCHED: Final = re.compile(r"\b(?=(\w*?([^\W\d_])\2{2}\w*))\1")
_LONGEST_ACRONYM: Final = 4
"""Letters of a word in capitals that may well be spelt with three of a kind ("IEEE")."""

_VERY_USUAL: Final = 1e-4
"""Share of English from which on a word is meant, whatever its letters could stand for."""

_REPEATED: Final = re.compile(r"([^\W\d_])\1{2,}")


def clean_message(text: str) -> str:
    """`text` without what nobody asks with, and with playful spellings made plain.

    Code, quoted lines, links and mentions fall away; "@here" becomes "everyone", any apostrophe the
    straight one, "n.l.p." "nlp", "m a t h s" "maths", "1,000,000" "1000000", "yesss" "yes", a flag
    its country's name, a waving hand a greeting, an "&" between words an "and", "Netflix-like"
    "Netflix style" and "wich" "which"; "um so like" before a question falls away, and "tl;dr"
    before a few words begins a line.
    What lies beyond `MAX_CHARACTERS` is not read.
    """
    text = text[: CODE_SHARE * MAX_CHARACTERS]
    for pattern in (_CODE, _QUOTED_LINE, _LINK):
        text = pattern.sub(" ", text)
    text = _CALL.sub("everyone", text)
    text = text.translate(_PLAIN_APOSTROPHES)
    text = _SNIPPET.sub("", text)
    plain, lines = _CODE_LINE.subn("", text)
    text = plain if lines >= _LEAST_CODE else text
    text = _FLAG.sub(_name_flag, text)
    text = _WAVE.sub(" hello ", text)
    text = _DOTTED_US.sub("USA", text)
    text = _GROUPED.sub(lambda found: found.group().replace(",", ""), text)
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    text = _LIKENESS.sub(_name_likeness, text)
    text = _SORRY.sub(lambda found: _spell_alike("sorry", found.group()), text)
    shouted = text.isupper()
    text = _SLIP.sub(lambda found: _spell_right(found.group(), shouted=shouted), text)
    text = _NEED.sub(lambda found: _spell_alike("need", found.group()), text)
    text = _DOSE.sub(lambda found: found[1] + _spell_alike("does", found.group()), text)
    text = _IN_SHORT.sub("\n", text)
    text = _FILLED.sub("", text)
    text = _AMPERSAND.sub(" and ", text)
    text = _SPACED.sub(lambda found: _join_letters(found.group()), text)
    if _REPEATED.search(text):
        text = _STRETCHED.sub(lambda found: _shorten(found.group()), text)
    text = _GAP.sub(lambda found: "\n" * min(found.group().count("\n"), 2) or " ", text)
    return _BLANKS.sub(" ", text).strip()[:MAX_CHARACTERS]


def _join_letters(spaced: str) -> str:
    """The word of letters that stand apart, unless they only go up the alphabet ("A B C D")."""
    word = spaced.replace(" ", "")
    letters = word.casefold()
    rises = all(left < right for left, right in pairwise(letters))
    return spaced if rises and letters not in english_words() else word


def _spell_alike(word: str, model: str) -> str:
    """`word` in capitals where its `model` is."""
    return word.upper() if model.isupper() else word


def _spell_right(slip: str, *, shouted: bool) -> str:
    """A word for its slip; letters in capitals may be short for something unless all are."""
    if slip.isupper() and not shouted:
        return slip
    return _spell_alike(MISTYPED[slip.casefold()], slip)


def _shorten(word: str) -> str:
    """A stretched word with its letters once or twice, whichever is more usual.

    Roman numerals and sizes stay, and so does what may be an acronym, unless it is a very usual
    word then ("NOOO").
    """
    once, twice = (_REPEATED.sub(letters, word) for letters in (r"\1", r"\1\1"))
    share = english_words().share
    acronym = word.isupper() and len(word) <= _LONGEST_ACRONYM
    if len(once) == 1 or THREE_ALIKE.fullmatch(word.casefold()):
        return word
    if acronym and share(once.casefold()) < _VERY_USUAL:
        return word
    return max((twice, once), key=lambda plain: share(plain.casefold()))


def _name_likeness(found: re.Match[str]) -> str:
    company = find_companies([found[1].casefold()])
    return f"{found[1]} style" if company else found.group()


def _name_flag(found: re.Match[str]) -> str:
    country = pycountry.countries.get(flag=found.group())
    return f" {getattr(country, 'common_name', country.name)} " if country else " "
