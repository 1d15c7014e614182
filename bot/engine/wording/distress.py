"""Whether somebody says that they want to die or to hurt themselves."""

import re
from typing import Final

from bot.engine.lexical.text import tokenize

_WANT: Final = (
    r"(?:(?:want|wish|plan|like|ready|trying|need)(?:ing|ed)? to|wanna|"
    r"(?:thinking|thoughts?) (?:of|about))"
)
_MAY: Final = r"(?:(?:going|about) to|gonna|could|might|will|should|ll)"
_FEARED: Final = r"(?:could|might) (?:just |really )?"
_HURT: Final = r"(?:hurt|harm|cut)(?:ing)? myself(?! (?:some|a|an|off|short)\b)"
_NO_ACCIDENT: Final = (
    r"(?:purpose|\w*(?:day|night)|morning|evening|weekend|bridge|roof|rail|train|track|pill|tablet|"
    r"medic|drug|alcohol|rope|belt|gun|kni[fv]|blade|razor|lighter|glass|way|same)"
)
"""What people who mean to hurt themselves name as well as what they do it with."""

_BY_ACCIDENT: Final = (
    rf"(?! (?:\w+ )*?(?:on purpose|tonight|again)\b)(?: (?:on|with|using) (?:the|a|an|your|this) "
    rf"(?!(?:\w+ ){{0,3}}{_NO_ACCIDENT})\w+|"
    r" while (?!(?:any|every|no|some)thing\b|being\b|drinking\b|crying\b)\w+ing\b)"
)
"""Follows what somebody fears who wants no such thing ("could cut myself on the shears")."""

_CLAUSE_END: Final = re.compile(r"[,.;:!?\n]+")
_SPEAKER: Final = r"\bi(?:m| am| have| ve)?\b(?: (?!not\b|never\b)\w+){0,3}? "

_DISTRESS: Final = re.compile(
    rf"{_SPEAKER}(?:(?!{_FEARED}{_HURT}{_BY_ACCIDENT})(?:{_WANT}|{_MAY}) "
    r"(?:just |really )?"
    rf"(?:{_HURT}|"
    r"die(?! (?:on (?:this|that) hill|laughing|of (?:boredom|laughter|embarrassment|shame|"
    r"heat|hunger)))|dying|"
    r"kill(?:ing)? myself(?! (?:some|a|an|off|short)\b)|"
    r"end(?:ing)? (?:it all|my life)$|(?:take|taking) my (?:own )?life|"
    r"commit suicide))\b|"
    r"\bi (?:wish i (?:was|were) dead|(?:dont|do not|cant|cannot) (?:want to |wanna )?"
    r"(?:live|be alive|go on living)(?: (?:any ?more|like this|any longer))?$|am suicidal)|"
    r"\b(?:im|feel(?:ing)?|am) (?:so |very |really )?suicidal\b|"
    r"\b(?:i|id|im)\b(?: \w+){0,2} better off dead\b|"
    r"^(?:kill(?:ing)? myself|suicide|self harm)$"
)

_ENDING_IT: Final = re.compile(
    rf"{_SPEAKER}(?:{_WANT}|{_MAY}) (?:just |really )?end(?:ing)? it(?= ,|$)"
)
_CONTRACT: Final = re.compile(
    r"\b(?:subscription|membership|contract|trial|lease|tenancy|rental|booking|policy|agreement|"
    r"renewal)\b(?: (?!,)\S+)*(?: ,)?(?: (?:and|so|but|now))?$"
)
"""Named right before it, this is what somebody wants to end."""

_LIFE: Final = re.compile(
    r"\b(?:life|work|job|school|marriage|hard|pain|hurts?|tired|alone|lonely|sad|hopeless|"
    r"depress\w+|everything|nothing|nobody|worthless|anymore|cant|cannot)\b"
)
"""Says that it may be more than a contract after all."""


def tells_of_distress(text: str) -> bool:
    """Whether `text` says in English that its writer wants to die or to hurt themselves."""
    if _DISTRESS.search(" ".join(tokenize(text))):
        return True
    clauses = (" ".join(tokenize(clause)) for clause in _CLAUSE_END.split(text))
    marked = " , ".join(filter(None, clauses))
    found = _ENDING_IT.search(marked)
    if found is None:
        return False
    ends_contract = _CONTRACT.search(marked[: found.start()].strip())
    return not ends_contract or _LIFE.search(marked) is not None
