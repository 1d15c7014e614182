"""Messages that say what somebody feels, that they are done, or what they want to hear no more of.

Their words may be those of an entry ("i love python", "no more maths please"), and they ask for
nothing. What somebody tells of where they stand is no remark: "I only know Java" asks what to do.
"""

import re
from functools import lru_cache
from typing import Final

from bot.engine.lexical.patterns import ADDRESS, KNOWN_PERSON
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, content_words
from bot.engine.wording.questions import split_sentences

_OPENING: Final = (
    rf"(?>(?:(?:ugh|oh|ah|omg|lol|lmao|haha+|bruh|dude|damn|dang|yeah|yes|yep|honestly|seriously|tbh|"
    r"ngl|lowkey|well|so|wow|ok|okay|god|gosh|argh|aww?|meh|nah|sorry|please|pls|man|and|but|"
    rf"{ADDRESS})\s+)*)"
)
_ENDING: Final = (
    r"(?>(?:\s+(?:lol|lmao|haha+|ngl|tbh|fr|man|bro|dude|bruh|so much|a lot|too|now|again|today|"
    r"anyway|though|tho|please|pls|thanks|xd|sadly|actually|already|these days))*)"
)
_VERY: Final = (
    r"(?>(?:(?:so|really|just|very|super|quite|pretty|absolutely|totally|kinda|kind of|honestly|"
    r"actually|literally|always|still|also|too|do|such|even)\s+)*)"
)
_NO_THING: Final = (
    r"(?!(?:to|want|wants|need|needs|but|if|when|because|can|could|should|would|will|hows?|whats?|"
    r"which|more|than|or|for|help|asking|your|you|it|"
    r"tell|ask|say|give|show|call|text|send|let|make|set|play|turn|remind|put|add)\b|"
    r"(?:that|this)(?! \S))"
)
_THING: Final = rf"(?:{_NO_THING}\S+)(?: {_NO_THING}\S+){{0,3}}?"
"""What a remark is about: up to four words, none of which asks for anything."""

_WORTH: Final = (
    r"(?:useless|worthless|boring|stupid|dumb|trash|garbage|rubbish|awful|terrible|horrible|great|"
    r"awesome|amazing|cool|fun|lame|cute|adorable|evil|crazy|wild|insane|expensive|brutal|"
    r"life|love|pain|king|queen|overrated|underrated|annoying|nice|lovely|fire|lit|ugly|hell|"
    r"the (?:best|worst|goat)(?: \w+(?: i ever \w+)?)?|"
    r"my (?:favou?rite(?: \w+)?|life|passion|nightmare|enemy|jam)|"
    r"killing me|"
    r"a (?:scam|joke|waste|nightmare|pain|blast|mess|dream|beast)(?: of (?:time|money))?)"
)

_KIND: Final = (
    "smart|clever|good|great|nice|cute|little|helpful|wonderful|amazing|awesome|lovely|very|really|"
    "true|real|absolute|total|kind|brilliant|cool|sweet|funny|fine|handy"
)
_PRAISE: Final = (
    r"(?:(?:you|u|ya|yall)(?: guys| all| people)? (?:rock|rule|(?:are |re |r )?"
    rf"{_VERY}(?:great|awesome|amazing|cool|nice|lovely|kind|helpful|funny|cute|"
    r"the (?:best|goat|coolest|nicest)))|"
    r"(?:youre|ure|ur|(?:you|u) (?:are|r)) (?:(?:such )?an?|one|the|my) "
    rf"(?:(?>(?:(?:{_KIND}) )+)(?:bot|robot|thing|one|assistant|machine)|(?>(?:(?:{_KIND}) )*)"
    r"(?:legend|star|genius|life ?saver|angel|gem|treasure|hero|champ|blessing|goat)))"
)
_NO_SENDING: Final = (
    r"(?:dont|stop) (?:send|sending|give|giving|show|showing) me"
    rf"(?: (?:any|anything|more|any more|these|those|the|your))* {_THING}"
)
_REFUSING: Final = re.compile(rf"{_OPENING}{_NO_SENDING}{_ENDING}")
_PRAISING: Final = re.compile(rf"{_OPENING}(?:thanks |thank you )?{_PRAISE}{_ENDING}")
_REMARKS: Final = tuple(
    re.compile(rf"{_OPENING}{pattern}{_ENDING}")
    for pattern in (
        # "i love python", "we hated that bootcamp"; what one likes doing may tell what suits
        rf"(?:(?:i|we) )?{_VERY}(?:love|loved|hate|hated|like|liked|enjoy|enjoyed|adore|despise|"
        rf"dislike|cant stand) (?!\w+ing\b){_THING}",
        # "i dont like it"
        rf"(?:i )?{_VERY}(?:hate|(?:dont|do not|didnt|did not) {_VERY}(?:like|love|enjoy)) "
        r"(?:it|that|this|them)(?: (?:much|at all|any ?more|very much))?",
        # "i passed my calculus exam"
        r"i (?:just |finally )?(?:passed|failed|finished|aced|survived) (?:my|the|our) "
        r"(?:\w+ ){0,3}(?:exam|exams|test|class|course|module|midterm|final|finals)",
        _PRAISE,
        # "tensorflow sucks", "calculus killed me"
        rf"{_THING} {_VERY}(?:sucks?|sucked|slaps|stinks|"
        r"(?:killed|broke|ruined|destroyed|bored|humbled) me)",
        # "my degree is useless"
        rf"{_THING} (?:is|are|was|were) {_VERY}{_WORTH}",
        # "your mum uses python"
        rf"(?:your|ur|yo) (?:{KNOWN_PERSON}|mama|momma|cat|dog) "
        rf"(?:is|uses|does|has|likes|knows|needs|codes|works)(?: {_NO_THING}\S+){{1,4}}?",
        # "i dont want to know about salaries", "dont tell me about maths", "no more python"
        r"(?:i )?(?:dont|do not) (?:want to|wanna|care to) (?:know|hear|read|talk)"
        rf"(?: (?:anything|more|it|any more))*(?: about)? {_THING}",
        r"(?:dont|stop) (?:(?:tell|telling) me|(?:talk|talking)(?: to me)? about)"
        rf"(?: (?:about|anything|more|any more))* {_THING}",
        _NO_SENDING,
        # not "no more space on my disk", which tells what is amiss
        rf"no more (?!.* (?:on|in|at|for|from|since|after|left|available)\b){_THING}",
        # "thanks, that bootcamp tip helped", "cheers, solved"
        r"(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|man|mate))?"
        r"(?: (?:that|this|it|the|your|everything)(?: \S+){0,4}?)?"
        r" (?:(?:really|actually|totally) )?"
        r"(?:helped|helps|worked|works|solved|sorted|fixed|"
        rf"(?:is|was) {_VERY}(?:helpful|useful|great|perfect|good|nice|clear))",
    )
)
_LEAST_NAMED: Final = 2
"""Subject words from which a part of a text says something by itself."""

_TAKING_BACK: Final = (
    r"(?:nvmd?|nevermind|never ?mind|forget (?:it|that)|scr(?:atch|ap) that|ignore (?:that|me))"
)
_SETTLED: Final = (
    r"(?>(?:(?:i|it|its|ive|all|just|already|finally|we|thanks|lol|haha|oh|wait|wrong \w+)\s+)*)"
    r"(?:found|figured|got|solved|fixed|sorted|googled|see|saw|works|working|good|fine|done|"
    r"thanks|lol|haha|wrong \w+)(?: \S+){0,5}"
)
_DONE: Final = re.compile(
    rf"{_OPENING}(?:(?:no|wait)\s+)*{_TAKING_BACK}(?: {_SETTLED})?{_ENDING}|"
    rf"{_OPENING}(?:i )?(?:found|figured|solved) (?:it|that)(?: \S+){{0,3}}"
)
_TAKEN_BACK: Final = re.compile(
    rf"^\W*(?:(?:oh|ah|ok|okay|no|nah|actually|wait)\b\W*)*{_TAKING_BACK}\b\W*"
    r"(?:(?:but|and)\b\s*)?(?!my\b|the\b[^,]*,|\S+,)(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def drop_taken_back(text: str) -> str:
    """`text` without words that only take back what was asked before ("nvm, what about India?").

    As it is where these are all, or where they name what is taken back ("nvm the pay, ...").
    """
    found = _TAKEN_BACK.match(text)
    if found is None or is_done(text):
        return text
    tokens = tokenize(found["rest"])
    return found["rest"] if content_words(tokens) or "us" in tokens else text


def is_remark(text: str) -> bool:
    """Whether `text` says how somebody feels about something, or what they want no more of."""
    plain = _read(text)
    return plain is not None and any(pattern.fullmatch(plain) for pattern in _REMARKS)


def wants_no_more(text: str) -> bool:
    """Whether `text` wants no more of something to be sent ("stop sending me reminders").

    An entry may well tell how to have that.
    """
    plain = _read(text)
    return plain is not None and bool(_REFUSING.fullmatch(plain))


def asks_nothing(text: str) -> bool:
    """Whether `text` is a remark, or takes back what was asked."""
    return is_remark(text) or is_done(text)


def praises(text: str) -> bool:
    """Whether `text` praises those whom it is put to ("you guys rock")."""
    plain = _read(text)
    return plain is not None and bool(_PRAISING.fullmatch(plain))


def is_done(text: str) -> bool:
    """Whether `text` takes back what was asked, and asks for nothing else ("never mind")."""
    plain = _read(text)
    return plain is not None and bool(_DONE.fullmatch(plain))


@lru_cache(maxsize=256)  # one message is looked at from several sides
def _read(text: str) -> str | None:
    """`text` in plain words; None where it asks anything, or opens as if it did."""
    parts = text.split(",")
    if "?" in text or any(map(_opens_asking, parts)):
        return None
    # What goes on behind a comma names something of its own ("no more maths, pay in India").
    if len(parts) > 1 and len(content_words(tokenize(parts[0]))) and _names(parts[-1]):
        return None
    if any(sentence.asks for sentence in split_sentences(text)):
        return None
    return " ".join(tokenize(text))


def _opens_asking(text: str) -> bool:
    first = next(iter(tokenize(text)), "")
    return first in INTERROGATIVES or (first in AUXILIARIES and first != "dont")


def _names(text: str) -> bool:
    return len(content_words(tokenize(text))) >= _LEAST_NAMED
