"""Questions that want no answer: rhetorical ones, and statements that only open like a question.

Judged by wording alone, in normalised words.
"""

import re
from typing import Final

_RHETORICAL: Final = re.compile(
    r"\bwithout telling me\b|"
    r"\bis it (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the weekend|christmas|over) yet$|"
    r"\b(?:who cares|why me|why would any(?:one|body)|what the (?:hell|heck|fuck)|wtf|"
    r"(?<!\bput )(?<!\bset )(?<!\bput it )(?<!\bset it )(?<!\bdo it )(?<!\bbe )(?<!\bor )right|"
    r"amirite|seriously|who \w+(?: \w+){0,3} like (?:this|that)|isnt it|arent they|"
    r"dont they|doesnt it|innit|eh|(?<!\bor )no|huh)$|"
    r"^(?:(?:so|and|but|oh|lol|bruh) )?(?:what|whats|who|why)\b(?! if\b).* anyways?$|"
    r"^(?:(?:so|and|but|oh|lol|bruh) )?(?:who (?:actually )?cares about|why would any(?:one|body)|"
    r"when (?:will|am|would) i ever|what do you mean|why (?:tf|the (?:hell|heck|fuck)|on earth)|"
    r"why (?:is|are) (?:\w+ ){1,4}so (?:boring|hard|dull|annoying|painful|expensive|stupid|bad|"
    r"long)$|why (?:does|do|is|are) .* so (?:damn|freaking|fucking|bloody|goddamn|friggin) \w+$|"
    r"will i ever (?:understand|learn|finish|make it|stop)|"
    r"who (?:could|would|can) (?:ever|possibly)|"
    r"why is it always|who else|who even|why even|since when|do i look like|"
    r"who on earth (?:would|could|wants|thinks|needs|likes|puts|leaves)|"
    r"what(?: i)?s (?:it|up|the deal) with|"
    r"why (?:do|does|did|am|is|are) (?:i|my|we|they|every\w*|people|all \w+) "
    r"(?:always|never|keep|still|even|suddenly|all)|"
    r"why (?:do|does) (?:\w+ ){1,3}?(?:always|never) "
    r"(?:get|die|break|fail|leave|lie|forget|happen|disappear|crash)\w*|"
    r"what could (?:possibly|ever) go wrong|"
    r"why (?:do|does|did) (?:\w+ ){1,3}?(?:hate|despise) (?:me|us)$|"
    r"who needs (?:\w+ ){1,5}?when (?:(?:you|u|i|we) (?:have|got|can)|(?:you|i|we)ve|theres|"
    r"there is)|what did the (?:\w+ ){1,3}say to the|is there any\w* (?:\w+ ){0,3}?"
    r"(?:on earth|in the world) like|"
    r"is there anything (?:better|worse|nicer|finer) than "
    r"(?:an? (?:cold|hot|nice|good)|\w+ing|when)|"
    r"where (?:has|have) (?:all )?my (?:\w+ )?"
    r"(?:money|savings|time|weekend|life|motivation|summer) gone$|"
    r"how (?:can|could) any(?:one|body) (?:(?:just|even) )?(?:leave|think|believe|say|hate|be so)|"
    r"(?:do|does|did) (?:\w+ ){1,2}?(?:seriously|honestly) (?:expect|think|believe)|"
    r"(?:isnt|arent|aint) .*\b(?:just|simply|the (?:best|worst)|great|awesome|lovely|amazing))\b|"
    r"^(?:(?:so|and|but) )?(?:who|why|what|does|do|is|are)\b.* anymore$|"
    r"\b(?:even real|(?:literally |absolutely )?nobody)$"
)

_HONEST: Final = re.compile(
    r"\b(?:dumb|stupid|silly|noob|newbie|basic|serious|honest|genuine) questions?\b"
)
"""Says that what comes is meant as a question."""

_ECHOED: Final = re.compile(r"(?:\w+ )?(\w+) what \1")
"""Jests about what somebody lacks ("salary? what salary")."""

_CLEFT: Final = re.compile(
    r"^what (?:i|we|people|nobody|noone|most|helped|worked|saved|matters|counts|bugs|annoys|kills|"
    r"surprised|surprises|sold|got|made|makes) (?:\w+ ){0,8}?(?:is|was|were|are)\b"
)
"""States something, though it opens like a question ("what helped me was ...")."""


def is_rhetorical(question: str, message: str) -> bool:
    """Whether a normalised `question`, or the `message` it stands in, only complains or jests."""
    if _HONEST.search(message):
        return False
    return _RHETORICAL.search(question) is not None or _ECHOED.fullmatch(message) is not None


def states(question: str) -> bool:
    """Whether normalised words state something with a clause for their subject."""
    return _CLEFT.search(question) is not None
