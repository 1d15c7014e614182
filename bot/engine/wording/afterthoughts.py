"""What stands behind a question, where its writer answers it, has found the answer, or jokes."""

import re
from typing import Final

from bot.engine.lexical.patterns import APOSTROPHE
from bot.engine.lexical.text import tokenize

_OPENING: Final = r"^(?:(?:oh|ah|ok|okay|hm+|wait|lol|sorry|actually|well|edit|update|also) )*"
_FAULT: Final = (
    r"(?:(?:wont|doesnt|does not) (?:open|load|start|show|let|turn|(?:work|happen)"
    r"(?=$| (?:when|for me|on my|anymore|after)\b))|"
    r"(?:still|keeps|just) (?:show|say|crash|freez)\w*|"
    r"says (?:i|ive|error)|went down|crashed|broke|froze|vanished|disappeared)"
)
"""What is wrong with something, which is no answer ("it says I've hit a limit")."""

_ANSWER: Final = re.compile(
    rf"{_OPENING}(?:(?:dont worry|dw|trust me|relax) (?:they|he|she|you|youll|theyll)|"
    rf"they|it(?! {_FAULT}\b)|he|she|because|cause|cuz|answer|turns out|nope|yes|always|depends|"
    r"its(?! (?:for|just|so|my|only|about|what|all|doing|"
    r"been (?:like|\d|an? (?:week|month|day|year)))\b)|"
    r"no(?! (?:idea|clue|degree|experience|background|luck|one)\b)|"
    r"nothing(?! (?:on|in|i|helps?|helped|works|worked|found|online)\b)|"
    r"nobody(?! (?:can|could|here|at|in|tells?|told|knows|answers?|explains?|wants)\b)|"
    r"everything(?! i\b)|(?:definitely |certainly |probably )?not (?:me|you|him|her|us|them|i)|"
    r"(?:you|u) (?!(?:guys|all|people|folks|know|can|are|may|could|have)\b)|"
    r"if (?:its|it) (?!(?:helps?|matters?|useful|relevant|is (?:useful|relevant))\b)|"
    r"for me (?:it|they|that) (?:\w+ly )?(?:was|were|wasnt|werent|did|didnt|took|worked|paid)|"
    r"absolutely(?:$| (?:yes|not|best|worth|the)\b)|"
    r"(?:obviously|definitely|certainly|of course)(?:$| (?:yes|not|no|worth it)$)|"
    r"yep|yup|nah|duh|hell (?:no|yes|yeah|yea)|"
    r"(?:very|extremely|quite)(?:$| (?:but|carefully|slowly|badly|quietly|loudly|patiently)\b)|"
    r"looking at (?:you|u)\b|"
    r"never(?:$| heard of (?:her|him|them)\b)|all of (?:it|them)(?: apparently)?$|apparently$|"
    r"not .* apparently$|"
    r"took (?:me|us|him|her)(?: \w+){1,3}$|(?:asked|said|says) (?:nobody|no one|noone)|"
    r"not (?:in my (?:experience|case|opinion)|(?:long |nearly )?enough)$|"
    r"something (?:you|we|nobody|everybody) (?!.*\b(?:might|may|want|know|need)\b)"
    r"(?:\w+ ){1,8}\w+$|my (?:\w+ )?\w+ (?:says?|thinks?) so$|"
    r"i (?:went|ended up|decided|settled) (?:with|on) \w+(?: \w+){0,2}$|"
    r"(?:about|around|roughly|after|before|at) \d+(?: \d+)?"
    r"(?: (?:years?|yrs|months?|weeks?|days?|hours?|hrs|min(?:ute)?s?|am|pm|k|percent))?"
    r"(?:$| i had\b| in my case\b| for me\b))(?:\b|$)"
)
_SHORT_ANSWER: Final = re.compile(
    rf"\s*i (?:did|do|(?:did|do|have|was|ca|could)n{APOSTROPHE}t)\s*"
    r"(?:[.!]|$|,\s*(?:got|i|it|they|went)\b)",
    re.IGNORECASE,
)
"""Answers with no more than a verb ("I didn't, got hired"); "I do, but" goes on about the asker."""

_CLOSED: Final = re.compile(
    r"\b(?:next question|end of story|case closed|change my mind|fight me)$|"
    r"\bthe answer is \w|\bthats the (?:tweet|joke|post)\b|"
    r"\balways (?!(?:forget|curious|thought|heard|been|had|\w+ed)\b)\w+$|"
    r"\b(?:just |already )?looked it up\b|\bstop asking\b|^(?:me|us)\b|\balways (?:me|us)\b|"
    r"^step (?:1|one)\b.* step (?:2|two)\b"
)
"""Wants to hear no more of it, or says that the answer is given."""

_SOLVED: Final = re.compile(
    r"\bthen i (?:saw|found|realised|realized|noticed)\b"
    r"(?!.*\b(?:what|which|how|do|does|can|should)\b)|"
    r"\b(?:nvmd?|nevermind|never mind)\b|\ball good$"
)
"""Says in the sentence of a question that its writer has found the answer, or takes it back."""

_SETTLED: Final = re.compile(
    rf"{_OPENING}(?:(?:i )?(?:found|fixed|solved|figured) (?:it|that|them|out|one$)|"
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
