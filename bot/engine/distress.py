"""Whether somebody says that they want to die or to hurt themselves."""

import re
from typing import Final

from bot.engine.text import tokenize

_WANT: Final = (
    r"(?:(?:want|wish|plan|like|going|about|ready|trying|need)(?:ing|ed)? to|wanna|gonna|"
    r"(?:thinking|thoughts?) (?:of|about)|(?:could|might|will|should|ll))"
)
_DISTRESS: Final = re.compile(
    rf"\bi(?:m| am| have| ve)?\b(?: \w+){{0,3}}? {_WANT} (?:just |really )?"
    r"(?:die|dying|(?:kill|hurt|harm|cut)(?:ing)? myself|end(?:ing)? (?:it all|my life|it)$|"
    r"(?:take|taking) my (?:own )?life|commit suicide)\b|"
    r"\bi (?:wish i (?:was|were) dead|(?:dont|do not|cant|cannot) (?:want to |wanna )?"
    r"(?:live|be alive|go on living)(?: (?:any ?more|like this|any longer))?$|am suicidal)|"
    r"\b(?:im|feel(?:ing)?|am) (?:so |very |really )?suicidal\b|\bbetter off dead\b|"
    r"^(?:kill(?:ing)? myself|suicide|self harm)$"
)


def tells_of_distress(text: str) -> bool:
    """Whether `text` says in English that its writer wants to die or to hurt themselves."""
    return _DISTRESS.search(" ".join(tokenize(text))) is not None
