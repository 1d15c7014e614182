"""What a turn says of the answer before it ("oh nice!", "that's wrong", "that did not work")."""

import re
from collections.abc import Container
from typing import Final

from bot.engine.lexical.patterns import APOSTROPHE, GRATEFUL, THANKED_FOR
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, content_words
from bot.engine.wording.asking import asks
from bot.engine.wording.telling import tells_of_speaker

_WORD: Final = (
    r"(?:oh+|ah+|aha|oo+h|hm+|u+m+|uh+|mhm|huh|wo+w|who+a|damn|dang|jeez|gee+z|gosh|yikes|ouch|oof|phew|"
    r"whew|aw+|meh|omg|lol|lmao|rofl|(?:ha){2,}h?|(?:ja){2,}|(?:he){2,}h?|yay|woohoo|ikr|"
    r"nice(?: one)?|cool(?: beans| cool)?|sweet|"
    r"great|awesome|amazing|perfect|brilliant|fantastic|excellent|lovely|wonderful|superb?|neat|"
    r"dope|sick|wicked|ace|interesting|fascinating|ok(?:ay)?|oki|kk?|alright|alrighty|right|aye|"
    r"sure(?: thing)?|yep|yup|yes|yeah|yea|ya|yessir|yas+|ofc|true|"
    r"fair(?: enough)?|cheers|thanks(?: a lot)?|thx|ta|"
    r"thank (?:you|u|ya)(?: so much| very much)?|tysm|ty|holy (?:smokes?|moly|cow|crap|shit)|"
    r"bet|gotcha|got it|got that|understood|noted|"
    rf"tbh|ngl|fr|same|gutted|i(?:{APOSTROPHE}m| am) in|count me in|"
    r"roger(?: that)?|copy that|"
    r"wild|crazy|insane|nuts|mad|bummer|boo|rip|fab|class|solid|well|good|bro|bruh|dude|man|"
    r"mate|sir|really)"
)
_VERY: Final = (
    r"(?:(?:so|very|really|super|quite|pretty|actually|too|kinda|a bit|all|just|such)\s+)*"
)
_OTHER_THAN_THOUGHT: Final = (
    r"(?:more|less|lower|higher|better|worse) th[ae]n (?:i|we) (?:had )?(?:thought|expected|hoped)"
)
_PHRASE: Final = (
    r"(?:(?:ok\s+)?i see|(?:it |that )?makes (?:a lot of |total |perfect )?sense|"
    r"good (?:to know|stuff|point|call|one|answer|idea|news)|"
    rf"(?:i )?(?:did not|didn{APOSTROPHE}t) know that|"
    rf"(?:(?:i(?:{APOSTROPHE}ll| will|{APOSTROPHE}m gonna|{APOSTROPHE}m going to)|let me|"
    rf"i need to|i(?: ha|{APOSTROPHE})ve to|gotta|gonna) )"
    r"(?:think about|sleep on|look into|"
    r"consider) (?:it|that|this)|"
    rf"(?:i{APOSTROPHE}ll|i will|will|gonna) (?:do|try)"
    r"(?: (?:that|it|this|so))?(?: now| later| tomorrow)?|"
    r"(?:all )?done(?: (?:that|it))?|"
    rf"never knew(?: that)?|we(?: wi|{APOSTROPHE})ll see|"
    rf"(?:you|u)(?:{APOSTROPHE}ve| have)? (?:convinced|persuaded|sold) me|"
    rf"{GRATEFUL}|"
    rf"(?:thanks|thank you|thx|ty|cheers)(?: so much| very much| a lot)? for {THANKED_FOR}|"
    r"(?:i )?(?:love|like) (?:it|that|this)|glad to hear(?: that| it)?|"
    r"(?:that |it |this )?sounds "
    rf"{_VERY}(?:good|great|nice|fair|fun|tough|hard|awesome|perfect|interesting|boring|stressful|"
    r"exhausting|intense|complicated|scary|expensive|cheap|terrible|awful)|"
    r"(?:so )?(?:it|that) (?:all |really |just )?depends(?: (?:then|i guess|huh))?|"
    r"(?:(?:that|it|this) )?sounds like (?:(?:really |so much |a lot of |some )?(?:fun|work)|"
    r"(?:really |very )?hard work|(?:a |too |so )?(?:lot|much|much work)|"
    r"(?:a |some )?(?:(?:good|great|solid|real|big) )?(?:plan|deal|idea|start|hassle|pain|"
    r"challenge|nightmare|dream|adventure|bargain|effort|stress))(?: (?:for|to) me)?|"
    r"(?:that |this |it )?(?:really |actually )?helps(?: a lot| loads)?|no way|not bad|too bad|"
    rf"(?:i )?(?:dunno|idk|don{APOSTROPHE}t know|am not sure|{APOSTROPHE}m not sure|not sure)"
    r"(?: about (?:that|this|it))?|"
    rf"(?:that{APOSTROPHE}s?|this|it{APOSTROPHE}s?)(?: is| was)?\s+{_VERY}(?:sick|dope|lit|fire|"
    r"neat|depressing|"
    r"disappointing|scary|harsh|steep|long|short|weird|odd|strange|funny|surprising|impressive|"
    r"massive|huge|"
    r"helpful|useful|great|cool|nice|good|"
    r"interesting|a lot(?: of (?:money|time|work))?|a long time|loads|plenty|"
    r"(?:wild|crazy|good|decent|nice|serious|great)(?: (?:money|pay|cash|stuff|news))?|fair|"
    r"awesome|amazing|sad|a shame|tough|rough|"
    r"brutal|insane|reassuring|encouraging|fine|perfect|clear|clearer|funny|it|not bad|much|"
    rf"{_OTHER_THAN_THOUGHT})|{_OTHER_THAN_THOUGHT})"
)
_DEED: Final = (
    rf"(?:i(?:{APOSTROPHE}ve| have)? )?(?:just )?(?:(?:filled|signed|handed|booked|ordered|sent|"
    r"submitted)"
    r" (?:it|that|one|them)(?: (?:in|off|up|now|already))*|signed up|filled in)"
)
"""Tells what came of an answer, where a whole message says no more than that."""

_OWN: Final = (
    rf"(?:(?:(?:that|this|it)(?: is|{APOSTROPHE}s)? )?"
    r"(?:(?:way|a lot|much|so much|far|even|still|already|twice|like) )*"
    r"(?:more|less|lower|higher|better|worse) th[ae]n (?:what )?(?:i|we)"
    r"(?: (?:currently|now|even|ever))? (?:earn|make|get|have|pay|spend)|"
    r"(?:i|we)(?: (?:only|just|still|currently))* (?:earn|make|get|pay|spend)"
    r"(?: (?:way|a lot|much|so much|far|even))* (?:more|less)(?: th[ae]n (?:that|this))?)"
    r"(?: (?:now|rn|right now|currently|today|at the moment|atm|though|tho|already))*"
)
"""Holds what an answer told against the speaker's own, where a whole message says no more."""

_REACTION: Final = rf"(?>(?:{_PHRASE}|{_WORD})(?![\w'-]))"
_BREAK: Final = r"[^\w?']"
_REACTIONS: Final = re.compile(
    rf"{_BREAK}*+{_REACTION}(?>(?:{_BREAK}++{_REACTION})*)", re.IGNORECASE
)  # possessive, as words may be parts of phrases: each way to read a row of them would be tried
_ONLY_REACTIONS: Final = re.compile(
    rf"(?:{_REACTIONS.pattern})?(?:{_BREAK}*+(?:(?:and )?{_DEED}|{_OWN}"
    rf"(?>(?:{_BREAK}++{_REACTION})*)))?{_BREAK}*+",
    re.IGNORECASE,
)
_ECHO: Final = re.compile(
    r"(?:\b(?:over|another|whole|like|only|just|a)\s+)*(?:[$€£₹]\s?\d[\d,.]*\s?(?:k|m)?|"
    r"\b\d[\d,.]*\s?(?:k\b|%|(?:percent|lakhs?|years?|yrs?|months?|weeks?|days?|hours?|hrs?|"
    r"minutes?|dollars?|bucks|euros?|pounds?|rupees?)\b))"
    r"(?:\s(?:a|per) (?:year|month|week|hour)\b)?",
    re.IGNORECASE,
)
"""An amount as an answer gave it, of which somebody only says what they think ("4 years, wow")."""

_LONGEST_ECHO: Final = 80
"""Characters up to which a text may be such an amount with what somebody thinks of it."""

_ENDED: Final = re.compile(rf"{_BREAK}*(?:[^\w\s?'\"(/+#&-]|\n|\s-+\s){_BREAK}*")
"""A mark, an emoji or a line's end after the reaction."""

_NAMING: Final = frozenset(
    "sick nuts class bet ace rip mad wild crazy sweet solid dope boo neat wicked".split()
)
"""Reactions that are words for things as well ("Class: what do I bring?")."""

_COLON: Final = re.compile(r"\s*:(?!\S)")

_GOING_ON: Final = re.compile(
    r"\s+(?=(?:(?:so|and|but|then|also|now)\s+)*(?:what|which|who|how|why|where|when|whats|hows|"
    r"is|are|do|does|did|can|could|should|would|will|must|tell me|any)\b)",
    re.IGNORECASE,
)

_TYING: Final = re.compile(
    r"(?:and|but|or|so|what about|how about|same|in|for|any\w*|the \w+ one)\b", re.IGNORECASE
)

_EMOTICON: Final = re.compile(
    r"(?<!\S)(?:[:;=][-'o^]?[()\[\]dpo03/|*]+|<3+|xd+)(?!\S)", re.IGNORECASE
)

_WORDY: Final = 4
"""Words from which a question says something though it names nothing ("where did u get that")."""

_JUDGING: Final = re.compile(
    r"(?:(?:no|nope|nah|hm+|sorry|but|and|ok|okay|well|um+|uh|lol)\s+)*"
    r"(?:(?:(?:thats|that is|this is|its|it is|ur|you are|youre|u r|u are)\s+"
    r"(?:(?:so|just|totally|all|completely|simply)\s+)*)?"
    r"(?:wrong(?: answer)?|incorrect|not (?:right|true|correct)|untrue|false|a lie|rubbish|"
    r"nonsense|useless|not what i (?:asked|meant|wanted)(?: for)?)|(?:good|bad) bot|"
    r"(?:great |wow )?(?:thanks|thx|thank you) for nothing|"
    r"(?:(?:that|this|it|you|u|(?:that|this|the|your) (?:answer|one))\s+)?"
    r"(?:(?:(?:is|was|are|were|r)\s+)?(?:not|never)|isnt|wasnt|arent|werent|aint|"
    r"(?:thats|its|youre|ur) not)\s+"
    r"(?:(?:a|an|very|really|so|too|that|all that|at all|even|exactly|particularly)\s+)*"
    r"(?:(?:helpful|useful|good|great|nice|smart|clever|funny)(?: (?:bot|answer|one))?|"
    r"(?:of )?(?:any|much|a) (?:help|use))(?: (?:at all|to me))?|"
    r"(?:(?:that|this|it) (?:is|was) )?(?:(?:no|of no) (?:help|use)(?: at all)?|unhelpful))"
    r"(?:\s+(?:lol|bot|man|bro|mate|though|tho))*"
)
_SURE: Final = re.compile(r"(?P<sure>\bsure(?: about (?:that|this|it))?)\s*\?+", re.IGNORECASE)
"""Doubts rather than asks, where something is told behind it."""

_DISPUTING: Final = re.compile(
    r"(?:(?:no|nope|nah|but|hm+|well|sorry|lol|wait|really|ok|okay|and|oh|uh|um+|bro|man)\s+)*(?:"
    r"(?:i|we)\s+(?:(?:really|just|still|totally|kinda)\s+)*(?:dont|do not|cant|cannot)\s+"
    r"(?:agree|believe|buy)(?:\s+(?:with|you|that|this|it|at all|one bit|sorry))*|"
    r"i (?:(?:totally|strongly|kinda|really) )?disagree(?: with (?:that|this|you|it))?|"
    r"(?:(?:that|this|it) )?(?:cant|cannot|can not) be (?:right|true|correct|so)|"
    r"(?:(?:are you|r u|you|u) )?(?:really )?sure(?: about (?:that|this|it))? "
    r"(?:my|i know|everyone|everybody|people|they|some) (?:\w+ ){1,10}\w+|"
    r"(?:my (?:\w+ )?\w+|everyone|everybody|people|they|most people|the internet|google|reddit|"
    r"others|all my \w+|some people)(?: (?:always|all|here))? (?:says?|said|told me|tells? me|"
    r"thinks?|claims?) (?:(?:that )?(?:i|you|it|they) (?:do|dont|does|doesnt|is|isnt|are|arent)|"
    r"otherwise|different|differently|the opposite|yes|no|so|not|something else)|"
    r"(?:(?:that|this|it) )?(?:sounds?|seems?|looks?) (?:way |a bit )?too good to be true|"
    r"(?<=no )(?:its|it is|they|they are|theyre|i|you|you are) "
    r"(?:not|dont|do not|doesnt|isnt|arent)|"
    r"(?:thats|that is|this is|its|it is) (?:(?:just|so|total|complete|absolute|simply) )*"
    r"(?:nonsense|bs|bullshit|crap|rubbish|outdated|ridiculous|wrong|not true|not right|false)"
    rf"(?: (?!(?:with|for|about|to|in|at|{'|'.join(sorted(INTERROGATIVES | AUXILIARIES))})\b"
    r"|.*\b(?:tell|give|show|explain|i (?:want|need)|they|you)\b)\w+(?: \w+){0,4})?"
    r")(?:\s+(?:lol|man|bro|mate|though|tho|actually|sorry))*"
)
"""Says that an answer is wrong, or that others say otherwise."""

_OUTCOME: Final = re.compile(
    r"(?:(?:no|nope|nah|hm+|sorry|but|and|ok|okay|well|yes|yeah|yay|great|thanks)\s+)*"
    r"(?:(?:it|that|this|which)\s+)?(?:(?:still|just|also|really|unfortunately|sadly)\s+)*"
    r"(?:(?:did|does|has|is)(?:nt| not)\s+)?(?:not\s+)?"
    r"(?:work(?:s|ed|ing)?|help(?:s|ed)?|fix(?:es|ed) it|did the trick|did it)"
    r"(?:\s+(?:now|again|for me|either|at all|fine|perfectly|well|here|though|tho|thanks))*|"
    r"(?:still )?no luck|(?:still )?(?:the )?same (?:problem|error|issue|thing)(?: here)?"
)


def is_reaction(text: str) -> bool:
    """Whether `text` only reacts to what was said, or judges it, and asks for nothing."""
    if not text:
        return False
    text = _EMOTICON.sub("", text)
    if not tokenize(text):
        return True  # a thumb, a row of marks
    short = len(text) <= _LONGEST_ECHO
    if short and not text.endswith("?") and (echoed := _ECHO.sub(" ", text, count=1)) != text:
        text = echoed if tokenize(echoed) else text
    return bool(_ONLY_REACTIONS.fullmatch(text)) or judges(text)


def judges(text: str) -> bool:
    """Whether `text` only says that an answer was wrong, or right ("that's wrong", "good bot")."""
    return "?" not in text and bool(_JUDGING.fullmatch(" ".join(tokenize(text))))


def disputes(text: str) -> bool:
    """Whether `text` only doubts an answer ("but everyone says i do", "i don't agree")."""
    text = _SURE.sub(r"\g<sure>", text)
    return "?" not in text and bool(_DISPUTING.fullmatch(" ".join(tokenize(text))))


def tells_outcome(text: str) -> bool:
    """Whether `text` only says what came of an answer ("that worked", "still no luck")."""
    return "?" not in text and bool(_OUTCOME.fullmatch(" ".join(tokenize(text))))


def comments(text: str) -> bool:
    """Whether `text` reacts to an answer and only tells something behind that.

    "Makes sense, I learn better by doing anyway" asks for nothing.
    """
    found = _REACTIONS.match(text)
    end = _ENDED.match(text, found.end()) if found else None
    if end is None or "?" in text or asks(text):
        return False
    return tells_of_speaker(text[end.end() :])


def drop_reaction(text: str, *, known: Container[str] = ()) -> str:
    """`text` without the reaction that it opens with, where a question of its own is left.

    "Cool cool. Anything good to read?" asks for something to read; "cool" alone stays, and so does
    a word that names what is asked about: before a colon, or one that is `known` as such.
    """
    found = _REACTIONS.match(text)
    if not found:
        return text
    naming = _NAMING.intersection(tokenize(found.group()))
    if naming and (_COLON.match(text, found.end()) or any(word in known for word in naming)):
        return text
    end = _ENDED.match(text, found.end()) or _GOING_ON.match(text, found.end())
    if not end:
        return text
    rest = text[end.end() :]
    goes_on = asks(rest) or _TYING.match(rest)
    words = tokenize(rest)
    says_enough = any(map(_names, content_words(words))) or len(words) >= _WORDY
    return rest if goes_on and says_enough else text


def _names(word: str) -> bool:
    """Whether a word names something, unlike what is left of an emoticon (":D", "<3")."""
    return len(word) > 1 and not word.isdecimal()
