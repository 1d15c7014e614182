"""What stands behind a question, where its writer answers it, has found the answer, or jokes."""

import re
from typing import Final

from bot.engine.text import tokenize

_OPENING: Final = r"^(?:(?:oh|ah|ok|okay|hm+|wait|lol|sorry|actually|well|edit|update|also) )*"
_ANSWER: Final = re.compile(
    rf"{_OPENING}(?:they|it|he|she|because|cause|cuz|answer|turns out|nope|yes|always|depends|"
    r"its(?! (?:for|just|so|my|only|about|what|all)\b)|"
    r"no(?! (?:idea|clue|degree|experience|background|luck|one)\b)|"
    r"nothing(?! (?:on|in|i|helps?|helped|works|worked|found|online)\b)|"
    r"nobody(?! (?:can|could|here|at|in|tells?|told|knows|answers?|explains?|wants)\b)|"
    r"everything(?! i\b)|(?:definitely |certainly |probably )?not (?:me|you|him|her|us|them|i)|"
    r"(?:you|u) (?!(?:guys|all|people|folks|know|can|are|may|could|have)\b)|"
    r"if (?:its|it) (?!(?:helps?|matters?|useful|relevant|is (?:useful|relevant))\b)|"
    r"for me (?:it|they|that) (?:\w+ly )?(?:was|were|wasnt|werent|did|didnt|took|worked|paid)|"
    r"(?:absolutely|obviously|definitely|certainly)(?! (?:no|zero|new|clueless|lost|want|need|"
    r"going|interested|not sure)\b)|of course|yep|yup|nah|duh|hell (?:no|yes|yeah|yea)|"
    r"(?:very|extremely)(?! (?:curious|new|interested|confused|unsure|keen|nervous|lost|"
    r"excited)\b)|never(?! (?:coded|done|used|tried|learn\w*|worked|had|been|touched|programmed|"
    r"studied|went|did|heard of (?:it|that)|got)\b)|all of (?:it|them|the above)|took (?:me|us|him|"
    r"her|\d+)|(?:asked|said|says) (?:nobody|no one|noone)|apparently|"
    r"not (?:in my (?:experience|case|opinion)|(?:long |nearly |good )?enough|if you|until|unless|"
    r"really|anymore)|something (?:you|we|people|nobody|everybody|that|to)|"
    r"my (?:\w+ )?\w+ (?:says?|said|thinks?|thought) (?:so|no|yes|otherwise|not)$|"
    r"an? (?!(?:friend|colleague|bit|quick|short|simple|link|hint|rough|tip|few|lot|yes)\b)"
    r"(?:(?!(?:i|im|ive|my|me|is|are|was|would|will|could|can|do|does|did|has|have|help|here|"
    r"please|pls|thanks)\b)\w+(?: |$)){2,7}$|"
    r"i (?:went|ended up|decided|settled) (?:with|on) \w+(?: \w+){0,2}$|"
    r"(?:about|around|roughly|after|before|at) \d+(?: \d+)?"
    r"(?: (?:years?|yrs|months?|weeks?|days?|hours?|hrs|min(?:ute)?s?|am|pm|k|percent))?"
    r"(?:$| i had\b| in my case\b| for me\b))(?:\b|$)"
)
_SHORT_ANSWER: Final = re.compile(
    r"\s*i (?:did|do|(?:did|do|have|was|ca|could)n[’']?t)\s*"
    r"(?:[.!]|$|,\s*(?:got|i|it|they|went)\b)",
    re.IGNORECASE,
)
"""Answers with no more than a verb ("I didn't, got hired"); "I do, but" goes on about the asker."""

_CLOSED: Final = re.compile(
    r"\b(?:next question|end of story|case closed|change my mind|fight me)$|"
    r"\bthe answer is \w|\bthats the (?:tweet|joke|post)\b|"
    r"\balways \w+$|\b(?:just |already )?looked it up\b|\bstop asking\b|^(?:me|us)\b|\balways "
    r"(?:me|us)\b"
)
"""Wants to hear no more of it, or says that the answer is given."""

_SOLVED: Final = re.compile(
    r"\bthen i (?:saw|found|realised|realized|noticed)\b"
    r"(?!.*\b(?:what|which|how|do|does|can|should)\b)|"
    r"\b(?:nvmd?|nevermind|never mind)\b|\ball good$"
)
"""Says in the sentence of a question that its writer has found the answer, or takes it back."""

_SETTLED: Final = re.compile(
    rf"{_OPENING}(?:(?:i )?(?:found|fixed|solved|figured) (?:it|that|them|one|out)|"
    r"(?:found|fixed|solved|done)$|got it|(?:it )?works(?: now)?$|nvmd?|nevermind|never mind)\b|"
    r"^(?:edit|update) (?:found|solved|fixed|figured|got|nvm|never ?mind|its?|\d)|"
    r"^(?:oh|ah)(?: wait)? |\b(?:nvmd?|nevermind|never mind|works now)$"
)
_LAUGHTER: Final = re.compile(
    r"\b(?:lol|lmf?ao|rofl|a?haha\w*|hehe\w*|jk)\b|[\U0001f602\U0001f923\U0001f480]"
)
_SERIOUS: Final = frozenset(
    "thanks thank thx ty cheers please pls asking friend i im ive my me we help advice tips".split()
)
"""Words behind a question whose writer wants an answer, however much they laugh."""


def settles(text: str) -> bool:
    """Whether `text`, which stands behind a question, leaves nothing to answer.

    "Who cleans the tools? Not me lol" and "how do I prune? Oh, found it" want no answer; "do I need
    a degree? I never went to college lol" does.
    """
    plain = " ".join(tokenize(text))
    if _ANSWER.match(plain) or _SHORT_ANSWER.match(text):
        return True
    if _SETTLED.search(plain) or _CLOSED.search(plain):
        return True
    laughs = _LAUGHTER.search(text.casefold()) is not None
    return laughs and _SERIOUS.isdisjoint(plain.split())


def is_solved(text: str) -> bool:
    """Whether a sentence that asks says as well that its writer needs no answer any more."""
    return _SOLVED.search(" ".join(tokenize(text))) is not None
