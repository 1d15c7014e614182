"""Messages that say what somebody feels, that they are done, or what they want to hear no more of.

Their words may be those of an entry ("i love python", "no more maths please"), and they ask for
nothing. What somebody tells of where they stand is no remark: "I only know Java" asks what to do.
"""

import re
from typing import Final

from bot.engine.questions import split_sentences
from bot.engine.text import tokenize
from bot.engine.words import ADDRESS, AUXILIARIES, INTERROGATIVES

_OPENING: Final = (
    rf"(?:(?:ugh|oh|ah|omg|lol|lmao|haha+|bruh|dude|damn|dang|yeah|yes|yep|honestly|seriously|tbh|"
    r"ngl|lowkey|well|so|wow|ok|okay|god|gosh|argh|aww?|meh|nah|sorry|please|pls|man|and|but|"
    rf"{ADDRESS})\s+)*+"
)
_ENDING: Final = (
    r"(?:\s+(?:lol|lmao|haha+|ngl|tbh|fr|man|bro|dude|bruh|so much|a lot|too|now|again|today|"
    r"anyway|though|tho|please|pls|thanks|xd|sadly|actually|already))*+"
)
_VERY: Final = (
    r"(?:(?:so|really|just|very|super|quite|pretty|absolutely|totally|kinda|kind of|honestly|"
    r"actually|literally|always|still|also|too|do|such|even)\s+)*+"
)
_NO_THING: Final = (
    r"(?!(?:to|want|wants|need|needs|but|if|when|because|can|could|should|would|will|how|what|"
    r"which|more|than|or|for|help|asking|your|you|it)\b|(?:that|this)(?! \S))"
)
_THING: Final = rf"(?:{_NO_THING}\S+)(?: {_NO_THING}\S+){{0,3}}?"
_WORTH: Final = (
    r"(?:useless|worthless|boring|stupid|dumb|trash|garbage|rubbish|awful|terrible|horrible|great|"
    r"awesome|amazing|cool|fun|lame|overrated|underrated|annoying|nice|lovely|fire|lit|ugly|hell|"
    r"the (?:best|worst|goat)|my (?:favou?rite|life|passion|nightmare|enemy|jam)|"
    r"killing me|"
    r"a (?:scam|joke|waste|nightmare|pain|blast|mess|dream|beast)(?: of (?:time|money))?)"
)

_REMARKS: Final = tuple(
    re.compile(rf"{_OPENING}{pattern}{_ENDING}")
    for pattern in (
        # "i love python", "we hated that bootcamp"
        rf"(?:i|we) {_VERY}(?:love|loved|hate|hated|like|liked|enjoy|enjoyed|adore|despise|dislike|"
        rf"miss|cant stand) {_THING}",
        rf"(?:(?:i am|im|am) )?{_VERY}(?:sick|tired|bored) of {_THING}",
        # "tensorflow sucks", "calculus killed me"
        rf"{_THING} {_VERY}(?:sucks?|sucked|rocks|rules|slaps|stinks|"
        r"(?:killed|broke|ruined|destroyed|bored|humbled) me)",
        # "my degree is useless"
        rf"{_THING} (?:is|are|was|were) {_VERY}{_WORTH}",
        # "i dont want to know about salaries", "dont tell me about maths", "no more python"
        r"(?:i )?(?:dont|do not) (?:want to|wanna|need to|care to) (?:know|hear|read|talk)"
        rf"(?: (?:anything|more|it|any more))*(?: about)? {_THING}",
        r"(?:dont|stop) (?:tell|telling|talk|talking|sending|giving|showing)(?: (?:to )?me)?"
        rf"(?: (?:about|anything|more|any more))* {_THING}",
        rf"no more {_THING}",
        # "thanks, that bootcamp tip helped"
        r"(?:thanks|thank you|thx|ty|cheers)(?: \S+){1,5}? (?:(?:really|actually|totally) )?"
        r"(?:helped|helps|worked|works|"
        rf"(?:is|was) {_VERY}(?:helpful|useful|great|perfect|good|nice|clear))",
    )
)
_DONE: Final = re.compile(
    rf"{_OPENING}(?:nvm|nvmd|nm|never ?mind|forget (?:it|that)|scratch that|ignore (?:that|me)|"
    r"(?:i )?(?:found|figured|got) (?:it|that)(?: out)?(?: myself)?)(?: \S+){0,6}"
)


def is_remark(text: str) -> bool:
    """Whether `text` says how somebody feels about something, or what they want no more of."""
    plain = _read(text)
    return plain is not None and any(pattern.fullmatch(plain) for pattern in _REMARKS)


def is_done(text: str) -> bool:
    """Whether `text` takes back what was asked, and asks for nothing else ("never mind")."""
    plain = _read(text)
    return plain is not None and bool(_DONE.fullmatch(plain))


def _read(text: str) -> str | None:
    """`text` in plain words; None where it asks anything, or opens as if it did."""
    tokens = tokenize(text)
    opens = tokens[0] if tokens else ""
    if "?" in text or opens in INTERROGATIVES or (opens in AUXILIARIES and opens != "dont"):
        return None
    if any(sentence.asks for sentence in split_sentences(text)):
        return None
    return " ".join(tokens)
