"""Contractions in full ("I'll" as "I will"), where the knowledge takes their letters for others."""

import re
from collections.abc import Container
from typing import Final

from bot.engine.lexical.text import APOSTROPHES, tokenize

_FULL: Final = {
    "ll": "will",
    "re": "are",
    "ve": "have",
    "d": "would",
    "m": "am",
    "s": "is",
}
"""What stands behind an apostrophe, in full."""

_CONTRACTION: Final = re.compile(
    r"\b(?:(?P<host>i|you|he|she|it|we|they|this|that|there|here|what|who|where|when|how|why)"
    rf"[{APOSTROPHES}](?P<end>ll|re|ve|d|m|s)|"
    r"(?P<denied>(?:are|ca|could|did|does|do|had|has|have|is|must|need|sha|should|was|were|wo|"
    rf"would)n)[{APOSTROPHES}]t)\b",
    re.IGNORECASE,
)
"""No name with an "'s" behind it, which may well be a keeper's own short form."""

_VERBS: Final = {"ca": "can", "wo": "will", "sha": "shall"}
"""Verbs that are cut short before "n't"."""


def part_contractions(text: str, short_forms: Container[str]) -> str:
    """`text` where a contraction whose letters are one of `short_forms` is written in full.

    With "ill" for an interlibrary loan nobody who writes "I'll" means one.
    """

    def part(found: re.Match[str]) -> str:
        if "".join(tokenize(found.group())) not in short_forms:
            return found.group()
        if found["host"]:
            return f"{found['host']} {_FULL[found['end'].casefold()]}"
        verb = found["denied"][:-1]
        return f"{_VERBS.get(verb.casefold(), verb)} not"

    return _CONTRACTION.sub(part, text)
