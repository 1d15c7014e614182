"""What a question sets aside: "which skills do I need besides maths?" asks for the others."""

import re
from typing import Final

from bot.engine.asking import asks
from bot.engine.text import tokenize
from bot.engine.words import content_words

LONGEST_EXCLUDED: Final = 6
"""Words of what is set aside; who uses more tells a story."""

_EXCLUDING: Final = re.compile(
    r"\b(?:besides|apart from|aside from|other than|in addition to|on top of|beyond)\s+"
    rf"(?P<excluded>[\w'+#./-]+(?:,?\s+[\w'+#./-]+){{0,{LONGEST_EXCLUDED - 1}}}?)"
    r"(?=\s*(?:$|[?!;:]|[.,](?:\s|$))|\s+(?:what|which|is|are|do|does|should|can|could|would)\b)",
    re.IGNORECASE,
)
_POINTING: Final = frozenset("that this it these those them".split())


def split_exclusion(text: str) -> tuple[str, str] | None:
    """What `text` asks without what it sets aside, and that; None where it sets nothing aside."""
    found = _EXCLUDING.search(text)
    if found is None:
        return None
    excluded = found["excluded"]
    rest = f"{text[: found.start()].rstrip(' ,')} {text[found.end() :].lstrip(' ,')}".strip()
    named = [w for w in content_words(tokenize(excluded)) if w not in _POINTING]
    return (rest, excluded) if named and tokenize(rest) and asks(rest) else None
