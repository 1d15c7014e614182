"""What people tell of themselves, and what they then ask about it ("is that a problem?").

Only wording is judged here.
"""

import re
from typing import Final

from bot.engine.languages.framing import drop_frame
from bot.engine.lexical.patterns import KNOWN_PERSON
from bot.engine.lexical.text import tokenize
from bot.engine.wording.questions import split_sentences

_SPEAKERS: Final = frozenset("i im ive we weve my our".split())
"""Opens what people tell of themselves."""

_SEEKING: Final = (
    "looking|want|wants|wanting|wanna|wondering|need|needs|needing|interested|help|trying|hoping|"
    "planning|thinking|who|whose|which|with|for|about|and|but|so|to|because|salary|pay|can|could|"
    "should|do|does|is|are|how|what|where|when|will|i|tips|advice|question"
)
"""Words behind which an introduction goes over into what its writer is after."""

_INTRODUCTION: Final = re.compile(
    r"(?:(?:hi+|hey+|hello|yo|so|ok|okay|well|btw|also) )*"
    r"(?:(?:i am|im|we are|were)(?: (?:currently|now|also|just|only|already|still|based|living|"
    r"working|employed|located))*(?: \d{1,2}(?: (?:years? old|yrs?(?: old)?|yo|y o))?(?: and)?)?"
    r"(?: (?:now|still|just|only|already|currently|a student|working))*"
    r"(?: (?:an?|the|from|in|at|near|as|for))|"
    r"i (?:currently |just |now |only )?(?:live|work|am working|come|teach)"
    r"(?: (?:in|at|from|as|for|near|an?|the))+|"
    rf"my {KNOWN_PERSON} (?:is|works|lives)(?: (?:an?|the|in|at|from|as|for))+)"
    rf"(?: (?!(?:{_SEEKING})\b)\w+){{1,6}}"
)
"""Opens what people say of who they are and where they live and work."""

_HAVING: Final = re.compile(
    r"\b(?:(?:i|we) (?:already |also |now |just |currently )?(?:have|had|got|know|did|finished|"
    r"learned|learnt|passed|own|hold|completed|studied|can)|ive|i ve)\b"
    r"(?! (?:(?:an?|one|another|some|my|two)(?: \w+)? (?:questions?|interview)|to|heard|read|seen|"
    r"no (?:idea|clue))\b)"
)
_BEING: Final = re.compile(
    r"\b(?:im|i am|i was|work|worked|working|years|job)\b|\bexperience (?:as|in)\b"
)

_WEIGHED: Final = re.compile(
    r"(?:(?:and|so|but|ok|okay|well|like|then|or) )*(?:"
    r"(?:is|will|would|could|isnt|wouldnt|might|may|can) (?:that|this|it)"
    r"(?: (?:be|really|gonna|going|to|such|very|too|even|actually|still|necessarily))*"
    r"(?: (?:a|an))?(?: (?:big|huge|real|major|serious|bad|good|total))*|"
    r"(?:does|would|will|could|can|might) (?:that|this|it) (?:really |even |actually )?"
    r"(?:make|pose|cause|count as|be seen as)(?: (?:a|an))?(?: (?:big|real))*) "
    r"(?:problem|problems|issue|bad|ok|okay|fine|alright|deal|deal ?breaker|dealbreaker|obstacle|"
    r"hindrance|disadvantage|advantage|plus|barrier|hurdle|handicap|drawback|red flag|"
    r"showstopper|matter|hurt|hinder me|stop me|disqualify me|hold me back|thing|"
    r"(?:good )?enough|sufficient)"
    r"(?: (?:for (?:me|that|this|it)|then|though|tho|here|at all|or not|or nah|too|now|anyway))*"
)
"""Asks what something that was told comes to, and names nothing itself."""

_PROBLEMS: Final = frozenset(
    """
    problem problems issue bad dealbreaker obstacle hindrance disadvantage barrier hurdle handicap
    drawback showstopper hurt hinder stop disqualify
    """.split()
)

_REST: Final = re.compile(
    r"\b(?:what|anything|something) (?:else|more)\b|\bwhat (?:other|further)\b|"
    r"\b(?:what|which(?: of)?(?: the| these| those)?(?: \w+){0,2}) "
    r"(?:am i|do i|would i(?: be)?|will i(?: be)?|are we) (?:still )?"
    r"(?:missing|lack|lacking|miss)\b|"
    r"\bwhat(?: is|s)? (?:still )?(?:missing|left)\b|\bwhat do i still\b"
)


def tells_of_speaker(text: str) -> bool:
    """Whether `text` asks nothing and says something of whoever wrote it ("I am a nurse")."""
    opens = not _SPEAKERS.isdisjoint(drop_frame(tokenize(text))[:1])
    return opens and not any(sentence.asks for sentence in split_sentences(text))


def introduces(text: str) -> bool:
    """Whether `text` only says who or where somebody is ("I'm a teacher", "I live in India")."""
    plain = " ".join(drop_frame(tokenize(text)))
    return bool(_INTRODUCTION.fullmatch(plain)) and tells_of_speaker(text)


def tells_of_having(text: str) -> bool:
    """Whether `text` says what its writer has or knows, not who they are ("I have a degree")."""
    plain = " ".join(tokenize(text))
    return _HAVING.search(plain) is not None and _BEING.search(plain) is None


def weighs_told(text: str) -> bool:
    """Whether `text` only asks what something just told comes to ("is that a problem?")."""
    return bool(_WEIGHED.fullmatch(" ".join(tokenize(text))))


def weighs_problem(text: str) -> bool:
    """Whether `text` asks that of something bad, which no answer given before it was."""
    return weighs_told(text) and not _PROBLEMS.isdisjoint(tokenize(text))


def asks_for_rest(text: str) -> bool:
    """Whether `text` asks for what is left beside something told ("what else do I need")."""
    return _REST.search(" ".join(tokenize(text))) is not None
