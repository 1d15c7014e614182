"""Whether somebody says that they want to die or to hurt themselves."""

import re
from typing import Final

from bot.engine.text import tokenize

_WANT: Final = (
    r"(?:(?:want|wish|plan|like|going|about|ready|trying|need)(?:ing|ed)? to|wanna|gonna|"
    r"(?:thinking|thoughts?) (?:of|about)|(?:could|might|will|should|ll))"
)
_DISTRESS: Final = re.compile(
    rf"\bi(?:m| am| have| ve)?\b(?: (?!not\b|never\b)\w+){{0,3}}? {_WANT} (?:just |really )?"
    r"(?:die(?! (?:on (?:this|that) hill|laughing|of (?:boredom|laughter|embarrassment|shame|"
    r"heat|hunger)))|dying|"
    r"(?:kill|hurt|harm|cut)(?:ing)? myself(?! (?:some|a|an|off|short)\b)|"
    r"end(?:ing)? (?:it all|my life|it)$|(?:take|taking) my (?:own )?life|commit suicide)\b|"
    r"\bi (?:wish i (?:was|were) dead|(?:dont|do not|cant|cannot) (?:want to |wanna )?"
    r"(?:live|be alive|go on living)(?: (?:any ?more|like this|any longer))?$|am suicidal)|"
    r"\b(?:im|feel(?:ing)?|am) (?:so |very |really )?suicidal\b|"
    r"\b(?:i|id|im)\b(?: \w+){0,2} better off dead\b|"
    r"^(?:kill(?:ing)? myself|suicide|self harm)$"
)


def tells_of_distress(text: str) -> bool:
    """Whether `text` says in English that its writer wants to die or to hurt themselves."""
    return _DISTRESS.search(" ".join(tokenize(text))) is not None
