"""Whether somebody tells of sorrow and asks nothing ("got rejected again, feel like giving up").

What is told in distress is another matter: there help is named.
"""

import re
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.wording.questions import split_sentences

_CLAUSE_END: Final = re.compile(r"[,.;:!\n]+|\s(?:and|but)\s")
_LONGEST: Final = 25
"""Words up to which a message may be nothing but sorrow; a longer one tells a story."""

_OPENING: Final = (
    r"(?>(?:(?:ugh|oh|man|honestly|well|so|and|just|now|still|really|kinda|sometimes|today|i|im|ive|"
    r"am|have|we|were|make|makes|made|it|this|me)\s+)*)"
)
_VERY: Final = r"(?>(?:(?:so|very|really|just|pretty|quite|totally|all|a bit|kinda)\s+)*)"
_SORROW: Final = re.compile(
    rf"{_OPENING}(?:"
    r"(?:got|get|getting|keep getting|been|was) (?:\w+ )?"
    r"(?:(?:rejected|turned down|fired|laid off)(?: \S+){0,8}|dumped(?: by(?: \S+){1,4})?)|"
    r"they (?:rejected|turned down|fired|dumped) me(?: \S+){0,4}|"
    rf"(?:feel|feeling|felt) (?:like )?{_VERY}(?:crying|(?:a|an|such a) (?:failure|loser|"
    r"fraud|idiot)|hopeless|worthless|stupid|sad|down|terrible|awful|miserable|useless|defeated|"
    r"depressed|lonely|discouraged)(?: \S+){0,4}|"
    rf"{_VERY}(?:sad|depressed|heartbroken|devastated|discouraged|miserable|lonely)"
    r"(?: (?:about|after|again|all|at|because|here|in|lately|now|over|right|since|that|these|"
    r"today|without|tbh|lol)(?: \S+){0,3})?|"
    r"(?:feel like|want to|wanna|about to) (?:cry|(?:give|giving) up)"
    r"(?: (?:on (?:it|this|everything)|again|now|already|completely|so (?:much|bad)|tbh|lol))*|"
    r"(?:failed|flunked|bombed) (?:my|the|an?|another|every) (?:\S+ ){0,2}?(?:exams?|tests?|"
    r"mid ?terms?|finals?|interviews?|courses?|class(?:es)?|modules?|degree)(?: \S+){0,3})"
)
_SEEKING: Final = re.compile(
    r"\b(?:(?:want|wanna|would like|id like)(?! (?:to )?(?:cry|give up))|"
    r"need|help|looking|thinking|trying|hoping|switch)\b"
)
"""Says what its writer is after, whatever else befell them."""


def tells_of_sorrow(text: str) -> bool:
    """Whether `text` tells in English of a sorrow of its writer's, and asks nothing."""
    if len(tokenize(text)) > _LONGEST or any(s.asks for s in split_sentences(text)):
        return False
    clauses = [" ".join(tokenize(clause)) for clause in _CLAUSE_END.split(text)]
    return any(map(_SORROW.fullmatch, clauses)) and not any(map(_SEEKING.search, clauses))
