"""Whether somebody says that they want to die or to hurt themselves."""

import re
from typing import Final

from bot.engine.text import tokenize

_WANT: Final = (
    r"(?:(?:want|wish|plan|like|ready|trying|need)(?:ing|ed)? to|wanna|"
    r"(?:thinking|thoughts?) (?:of|about))"
)
_MAY: Final = r"(?:(?:going|about) to|gonna|could|might|will|should|ll)"
_HURT: Final = r"(?:hurt|harm|cut)(?:ing)? myself(?! (?:some|a|an|off|short)\b)"
_BY_ACCIDENT: Final = r"(?: (?:on(?! purpose\b)|by|while|during|using|\w+ing)\b)"
"""Follows what may happen to somebody who wants no such thing ("cut myself on the blade")."""

_DISTRESS: Final = re.compile(
    r"\bi(?:m| am| have| ve)?\b(?: (?!not\b|never\b)\w+){0,3}? "
    rf"(?:{_WANT} (?:just |really )?{_HURT}|{_MAY} (?:just |really )?{_HURT}(?!{_BY_ACCIDENT})|"
    rf"(?:{_WANT}|{_MAY}) (?:just |really )?"
    r"(?:die(?! (?:on (?:this|that) hill|laughing|of (?:boredom|laughter|embarrassment|shame|"
    r"heat|hunger)))|dying|"
    r"kill(?:ing)? myself(?! (?:some|a|an|off|short)\b)|"
    r"end(?:ing)? (?:it all|my life|(?P<it>it))$|(?:take|taking) my (?:own )?life|"
    r"commit suicide))\b|"
    r"\bi (?:wish i (?:was|were) dead|(?:dont|do not|cant|cannot) (?:want to |wanna )?"
    r"(?:live|be alive|go on living)(?: (?:any ?more|like this|any longer))?$|am suicidal)|"
    r"\b(?:im|feel(?:ing)?|am) (?:so |very |really )?suicidal\b|"
    r"\b(?:i|id|im)\b(?: \w+){0,2} better off dead\b|"
    r"^(?:kill(?:ing)? myself|suicide|self harm)$"
)

_CONTRACT: Final = re.compile(
    r"\b(?:subscription|membership|contract|trial|lease|tenancy|rental|booking|policy|agreement|"
    r"renewal)\b"
)
"""Named before it, this is what somebody wants to end."""


def tells_of_distress(text: str) -> bool:
    """Whether `text` says in English that its writer wants to die or to hurt themselves."""
    plain = " ".join(tokenize(text))
    found = _DISTRESS.search(plain)
    return found is not None and not (found["it"] and _CONTRACT.search(plain))
