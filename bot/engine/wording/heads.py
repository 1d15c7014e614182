"""What a question is about by its grammar: of "a degree in statistics" the degree."""

import re
from typing import Final

from bot.engine.lexical.words import content_words

_WORD: Final = r"(?!(?:a|an|the|my|your|this|that|in|it)\b)[a-z]\S*"
_PARTED: Final = re.compile(
    rf"\b(?:a|an|my|your) (?:\w+ )?(?P<head>{_WORD}) in (?P<field>{_WORD}(?: {_WORD})?)"
)


def find_head(text: str) -> tuple[str, str] | None:
    """The thing that normalised `text` names, and the word that only says in what.

    "Is a degree in statistics enough" names a degree.
    """
    for found in _PARTED.finditer(text):
        field = found["field"].split()[0]
        if content_words([found["head"]]) and content_words([field]):
            return found["head"], field
    return None
