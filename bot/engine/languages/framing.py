"""Openings and endings of a message that say only that it asks, and to whom.

"Does anyone know if ...?", "hey all, quick question: ..." and "... any ideas?" are the same for
every question, so they say nothing about which entry is meant; left in, they would count as words
that no entry knows.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.engine.lexical.patterns import ADDRESS, CROWD, HELLO, KNOWN_PERSON
from bot.engine.lexical.words import content_words

_ANYONE: Final = (
    r"(?:(?:any|some)(?:one|body)|any of (?:you|u)|(?:the )?(?:people|folks|guys|experts|pros)|"
    r"every(?:one|body)|yall|(?:you|u) (?:guys|all|people|folks)|one of (?:you|u))"
    r"(?: (?:here|in here|out there|else|around))?"
)
_ASKED: Final = rf"(?:{_ANYONE}|you|u|ya)"
_MAYBE: Final = (
    r"(?: (?:please|pls|kindly|just|maybe|perhaps|possibly|also|quickly|happen to|by any chance|"
    r"actually|ever|really))*"
)
_ABOUT: Final = r"(?: (?:if|whether|about|on|more about|a bit about|something about))?"
_CLAUSE: Final = (
    r"(?= (?:what|which|who|whom|whose|how|why|where|when|whats|whos|hows|wheres|if|whether|"
    r"about)\b)"
)
_TELL: Final = (
    r"(?:tell|inform|remind|enlighten) (?:me|us)|"
    rf"teach (?:me|us){_CLAUSE}|explain(?: (?:to )?(?:me|us))?|"
    r"let (?:me|us) know|help (?:me|us) (?:understand|(?:to )?figure out|(?:to )?find out)|"
    r"clarify|confirm(?! (?:my|our|your|an?)\b)|say|shed (?:some )?light on"
)
_IDEA: Final = (
    r"(?:an?|any|the (?:slightest|faintest|foggiest)) (?:idea|ideas|clue|clues|info|thoughts)"
)
_NEXT: Final = (
    r"(?:what|which|whose|who|whom|how|why|where|when|whats|whos|hows|wheres|do|does|did|is|"
    r"are|am|can|could|may|should|would|will|must|have|has|i|im|and|but|so|one|also|tell)\b"
)
_GOING_ON: Final = rf"(?= {_NEXT})"
_ADJECTIVES: Final = (
    "quick|silly|dumb|stupid|noob|newbie|newb|beginner|random|genuine|serious|honest|short|simple|"
    "basic|small|little|general|last|weird|odd|naive|real|main|only|big|other|first|second|actual|"
    "proper|legit|burning|important"
)
_AUDIENCE: Final = (
    r"(?:you|yall|whoever|anyone|everyone|(?:the|all(?: the)?|this) (?:experts?|pros?|group|room|"
    r"channel|chat|server|community|crowd|gang|house|hive ?mind|hivemind|devs|veterans))"
)
_ASKED_BEFORE: Final = (
    r"(?:(?:so |very )?sorry|apologies|forgive me|excuse me) (?:if|when) "
    r"(?:(?:(?:this|it|that)(?:s| is| was| has(?: been)?| have been| gets?)?(?: already| been)* )?"
    r"(?:asked|answered|covered|posted|discussed)"
    r"(?: (?:a lot|alot|lots|before|already|often|to death|here|\d+ times|a (?:million|thousand|"
    r"hundred) times))*|(?:this is |its |it is )?(?:the |in the )?wrong (?:channel|place|section|"
    r"chat|server|group|forum|thread))"
)
_PARDON: Final = (
    rf"(?:{_ASKED_BEFORE}|"
    r"(?:excuse me|pardon me|(?:i )?beg your pardon|(?:my )?(?:sincere |deepest )?apologies|"
    r"(?:(?:im|i am|so|very|terribly|really|awfully|deeply) )*sorry(?! if)|"
    r"(?:please |pls )?(?:forgive|pardon|excuse) (?:me|my \w+|the (?:\w+ )?"
    r"(?:question|interruption)))(?: in advance)?"
    r"(?: (?:to|for) (?:(?:bother|disturb|ask|interrupt|intrude)(?:ing)?|"
    rf"(?:the|my|this|a) (?:(?:{_ADJECTIVES}) )*(?:bother|question|q|trouble|interruption))"
    r"(?: (?:you|u|this|again|all|everyone))*)?)"
)
_PARDONS: Final = rf"{_PARDON}(?>(?: {_PARDON})*)(?: but)?"
"""Begs pardon for asking, once or more often."""

_EXCUSE: Final = (
    r"\b(?:sorry if(?: an?)?(?: \w+){0,2}? (?:question|one|q)|"
    r"(?:sorry|apologies|forgive me|excuse me|(?:(?:im |i am )?not|never) (?:\w+ )?sure|"
    r"(?:i )?(?:dont|do not) know|idk|no idea|no clue)(?: in advance)? (?:if|whether) "
    r"(?:this|it|that|any(?:one|body)|some(?:one|body)|i should)(?:s| is| was| has| sounds| seems)?"
    r"(?: \w+){1,7}?|(?:(?:i know|i guess|sorry) )?(?:this|it|that)"
    r"(?:s| is| (?:may|might|could|will) (?:be|sound)| sounds| is probably)"
    rf"(?: (?:probably|maybe|kinda|really|very|such|a|an|the|bit))* (?:{_ADJECTIVES})"
    r"(?: (?:question|one|q|thing))?|"
    r"(?:probably|maybe|prob|perhaps|likely|might be|may be|could be) (?:a |an )?(?:very |really )?"
    rf"(?:{_ADJECTIVES})(?: (?:question|one|q|thing))?|"
    r"(?:(?:a |bit |little |slightly |kinda |totally |completely |somewhat )*off ?topic)|"
    rf"(?:{_ADJECTIVES}) (?:thought|question|one|q)|no offen[cs]e|"
    r"not trying to be rude|not trolling) (?:but|though|tho)\b"
)
"""Says that a question may be asked too often, be out of place or be a foolish one."""

APOLOGIES: Final = re.compile(rf"^(?:{HELLO} )*(?:{_EXCUSE}|{_PARDONS})(?:\s+|$)")
"""What a normalised message says at its start to be excused for asking."""

_ON_BEHALF: Final = (
    r"(?:(?:im|i am|just|totally|also) )*asking (?:this )?(?:for|on behalf of) "
    r"(?:a|an|my|our|some)(?: (?:little|younger|older|best|good|close|big|young|dear))? "
    rf"(?!student\b){KNOWN_PERSON}(?! (?:who|and)\b)"
)
_SOMEBODY: Final = (
    rf"(?:(?:my|our|a|the)(?: (?!student\b)\w+)?? (?:{KNOWN_PERSON}s?|parents|folks|family)(?: of "
    rf"mine)?|"
    r"some(?:one|body))"
)
_REPORTED: Final = (
    rf"(?:{_SOMEBODY}(?: (?:here|just|always|still|also|now|really|constantly))* "
    r"(?:keeps? (?:on )?(?:asking|wondering)|asks?|(?:is|are|was|were) (?:asking|wondering)|"
    r"asked|wonders?|(?:wants?|wanted|needs?|would like|would love) to know)|"
    r"i (?:was|got|just got) asked|i keep (?:wondering|asking myself|being asked))"
    r"(?: (?:me|us|in \w+|at work|today|yesterday|again|all the time|recently|the other day))*"
    rf"{_CLAUSE}(?! \w+ (?:i|my|we|our)\b)"
    r"(?!.* (?:and|so|but) (?:i|got|he|she|they|we|nobody|everyone)\b|"
    r".* i (?:said|told|answered)\b)"
)
"""Says that somebody else wants to know it ("my mum keeps asking how long it takes")."""

_ANNOUNCED: Final = (
    r"(?:(?:ok|okay|so|just|and|a|an|my|another|one|i have|i got|got|this is) )*"
    rf"(?:(?:{_ADJECTIVES}) )*(?:questions?|q|qq)"
    rf"(?: (?:(?:for|to) {_AUDIENCE}|here|though|"
    rf"tho|please|incoming|alert|ahead))*(?: is{_CLAUSE})?"
)
_ANNOUNCED_THING: Final = (
    rf"(?:(?:ok|okay|so|just|and) )*(?:(?:{_ADJECTIVES}|one|another) )+(?:one|thing)"
    r"(?: (?:for (?:you|yall|anyone|everyone)|here|though|tho|please))*"
)
_CALLED: Final = (
    rf"(?:{ADDRESS}|people|ppl|members|experts|good people|lovely people) (?:of|in|on|from) "
    r"(?:this|the) (?:channel|server|group|chat|community|forum|discord)"
)
"""Calls everybody who reads ("people of this server: ...")."""

_IN_ENGLISH: Final = (
    r"(?:(?:(?:ok|okay|alright|fine|sorry|oh|ah|now|then) )+(?:in )?english"
    r"(?: (?:then|please|pls))*|"
    r"(?:in )?english (?:then|please|pls)|in (?:plain|simple) english(?: (?:please|pls))?)"
)
"""Says in which language it is asked, or is to be answered ("ok english. what ...")."""

PREFACE: Final = re.compile(
    rf"^(?:{HELLO} )*(?:{ADDRESS} )*"
    rf"(?:(?:{_CALLED}|{_ANNOUNCED}|{_ANNOUNCED_THING}|{_ON_BEHALF}|{_REPORTED}|{_EXCUSE}|"
    rf"{_PARDONS}|{_IN_ENGLISH})"
    r"(?: (?:lol|lmao|haha+|but|so|and|though|tho))* ){1,3}"
    rf"(?={_NEXT}|(?:if|whether)\b)"
)
"""What a normalised message says before it asks, to announce or excuse that."""

_OPENINGS: Final = tuple(
    re.compile(rf"^(?:{pattern})(?:\s+|$)")
    for pattern in (
        _EXCUSE,  # "sorry if this has been asked before but"
        rf"{_CALLED}{_GOING_ON}",
        # "excuse me, terribly sorry to bother you", "please forgive the question but"
        rf"{_PARDONS}{_GOING_ON}",
        rf"(?:may|might|can|could) i (?:just |kindly |please )?ask(?: you| u| yall)?{_ABOUT}",
        # "hey all", "good morning everyone"
        rf"{HELLO}"
        rf"(?>(?: (?:{ADDRESS}|(?:you|u) (?:guys|all|people|folks)|{CROWD}(?=$|{_GOING_ON})))*)",
        # "ok", "btw", before what asks
        r"(?:ok|okay|well|um+|uh+|hm+|erm|right|alright|btw|also|anyway|oh|ah|like|please|pls|"
        r"sorry(?! if)|guys|folks|everyone|everybody|and|but)"
        r"(?= (?:any|some|does|do|has|have|can|could|is|i|im|just|quick|what|which|how|why|where|"
        r"when|who|tell|explain|my|another|one|was|would)"
        r"\w*\b)",
        # "hang on", "thank you sir", "one more thing", "last one i promise"
        rf"(?:hang on|hold on)(?: (?:a|one))?(?: (?:sec|second|minute|moment))?{_GOING_ON}",
        r"(?:thank you|thanks|thx|cheers|ty)(?: (?:sir|maam|mate|man|bro|so much|a lot|very much|"
        rf"for that|for the (?:info|answer|help)))*{_GOING_ON}",
        r"(?:(?:and|just|oh)\s)?(?:(?:one|a) (?:more|last|final)|last|final) (?:thing|one|question)"
        rf"(?: (?:i promise|i swear|please|pls|though|then|for now|sir))*{_GOING_ON}",
        # "genuinely asking", "serious question"
        rf"(?:genuinely|seriously|honestly|just|only) asking{_GOING_ON}",
        # "just a quick question about", "my question is whether", "quick one"
        r"(?:(?:ok|okay|so|now|but|just|sorry|and|a|an|my|another|one|this is a|this might be a|"
        rf"maybe a|probably a|here is a)\s)*(?:(?:{_ADJECTIVES})\s)*(?:question|q|questions)(?: "
        rf"(?:(?:for|to) {_AUDIENCE}|here|though|tho|please|on|about|"
        rf"regarding|is{_CLAUSE}))*(?: (?:if|whether))?",
        r"quick one(?: for (?:whoevers? \w+|anyone|everyone|you(?: all)?))?",
        # "does anyone know if", "has anybody got a clue", "do you know whether"
        rf"(?:(?:does|do|did|would|will|has|have|is there)\s)?{_ANYONE}{_MAYBE}"
        r"(?: (?:know|knows|knew|know of|remember|remembers|recall|tell|got|have|has)\b)"
        rf"(?: {_IDEA})?{_ABOUT}",
        rf"(?:has|have) {_ANYONE}{_MAYBE} {_IDEA}{_ABOUT}",
        rf"(?:(?:do|does|did|would|can|could)\s)?{_ASKED}{_MAYBE}"
        rf" (?:know|remember|have {_IDEA}|got {_IDEA})(?: of| on)?{_CLAUSE}"
        r"(?: (?:if|whether|about))?",
        # "can someone explain", "tell me about", "let me know if"
        rf"(?:(?:can|could|would|will|does|did) {_ASKED}{_MAYBE}|(?:is\s)?{_ANYONE} able to) "
        rf"(?:{_TELL}){_ABOUT}",
        rf"(?:please\s|pls\s|kindly\s)?(?:{_TELL}){_ABOUT}",
        # "i was just wondering if", "i would like to know", "i am trying to find out"
        r"(?>(?:(?:i have been|i|m|im|ive been|been|am|was|just|still|also|really|kinda|always|"
        rf"here)\s)*)(?:wondering|curious|wonder){_ABOUT}(?: to know)?{_ABOUT}",
        r"(?>(?:(?:i|d|id|would|just|really|also|only)\s)+)(?:like|love|want|wanted|need|wish|try|"
        rf"trying)(?: to)? (?:know|ask|understand|find out|hear){_ABOUT}",
        r"(?>(?:(?:i|im|m|am|was|just|also|really)\s)+)(?:asking|trying to (?:find out|figure out|"
        rf"understand)){_ABOUT}",
        rf"{_REPORTED}(?: (?:if|about))?",
        r"whether",
        # "still no idea how", "would be great to know whether", "need to know what"
        rf"(?:(?:still|have|got|absolutely|i)\s)*no (?:idea|clue){_CLAUSE}",
        r"(?:(?:it|that)\s)?would be (?:really )?(?:great|nice|good|cool|helpful|useful|"
        r"interesting) "
        rf"to (?:know|hear|learn){_CLAUSE}(?: (?:if|whether|about))?",
        rf"(?:(?:need|want|trying) to (?:know|find out|figure out|understand)){_CLAUSE}"
        r"(?: (?:if|whether|about))?",
        # "any idea if", "no idea whether"
        r"(?:(?:got|have)\s)?any (?:idea|ideas|clue|clues|info|thoughts)"
        r"(?: (?:of|on|about|regarding|for|if|whether))?",
        r"(?:i )?(?:dont|do not|have no idea|no idea|no clue|not sure)(?: (?:know|understand))?"
        r" (?:if|whether)",
    )
)
_NO_VERB: Final = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "get gets got getting need needs find have has had want give gives offer offers provide "
        "is are was there for of with without to from about on by take ask see receive"
    ).split()
)
"""Goes before what ends a message, unless a word before it takes that for its object."""

_ENDINGS: Final = re.compile(
    r"\s+(?:(?:(?:does|do|would) )?(?:any|some)(?:one|body)(?: (?:here|else))? "
    r"(?:know|knows|help)|"
    r"(?<!\bget )(?<!\bfor )(?<!\bto )(?<!\bwith )(?<!\bfrom )(?<!\bby )(?<!\bof )(?<!\bask )"
    r"(?<!\btell )(?<!\bhelp )(?<!\bfind )(?<!\bis )(?<!\bsee )(?<!\bthan )"
    r"any(?:one|body)(?: here)?|"
    r"(?:(?:can|could|will|would) )?(?:any|some)(?:one|body) (?:please |pls )?"
    r"(?:enlighten|educate|correct|tell|help) (?:me|us)(?: (?:out|please|pls))?|"
    r"(?:can|could) (?:any|some)(?:one|body) (?:please |pls )?"
    r"(?:explain|describe|clarify|help|confirm)(?: (?:it|this|that))?|"
    r"any (?:takers|(?:informed |educated |honest )?(?:takes|opinions|guesses))|"
    r"(?:(?:does|do|has) )?any(?:one|body) (?:here )?(?:have|has|got|had) "
    r"(?:an?|any|the) (?:clues?|ideas?|info)|"
    r"(?:(?:im )?(?:just )?(?:curious|wondering) )?(?:if|whether) (?:any|some)(?:one|body)"
    r"(?: here)? (?:knows?|has (?:an|any) idea)|"
    rf"(?<!\ba )(?<!\bmy )(?<!\bthe )(?:(?:{_ADJECTIVES}) )+(?:question|q) (?:to|for) {_AUDIENCE}|"
    rf"{_NO_VERB}any (?:idea|ideas|clue|clues|thoughts|advice|tips|help|info|pointers)"
    r"(?: (?:please|anyone|guys|appreciated|welcome))?|do (?:you|u) know|"
    r"(?:thanks|thx|thnx|thanx|tnx|ty|tysm)(?: (?:in advance|a lot|so much|all|guys))?|"
    r"thank (?:you|u)(?: (?:in advance|so much|very much))?|cheers|please(?: help)?|pls|plz|tia|"
    r"in (?:that|this) case|or (?:what|nah)|(?<!not )(?:actually|really|exactly|anyway)|"
    r"i (?:cant|cannot|couldnt|could not) (?:(?:seem to|really) )?find "
    r"(?:it|that|this|anything)(?: (?:anywhere|online|here))*|"
    r"(?:cant|couldnt) find (?:it|that|anything) anywhere|"
    r"(?<!where )(?<!who )(?:i )?(?:just )?(?:saw|heard|seen) (?:it|that|this|about (?:it|that)) "
    r"(?:in|on|from|at|somewhere)(?: \w+){0,3}|"
    r"(?<!if )(?<!when )(?<!but )(?:nobody|no ?one) (?:here )?"
    r"(?:seems (?:to be )?able to|seems to|can|could|will|wants to) "
    r"(?:tell|explain|say|know|answer)(?: (?:it|that|this|me|us))*)$|"
    r"(?<=\w)(?: to me)? like (?:im|i am|i was) (?:(?:a|an|so|really|very|kinda|totally) )*"
    r"(?:\d+|five|six|ten|twelve|thick|dumb|stupid|slow|idiot|dummy|child|kid|baby|"
    r"toddler|grandma|noob|newbie|beginner|potato|monkey|dog|golden retriever)"
    r"(?: (?:years? old|yo))?$"
)
_MOST_STRIPPED: Final = 4
"""Openings that may follow each other ("hey all, quick question, does anyone know ...")."""


def drop_frame(tokens: Sequence[str]) -> list[str]:
    """`tokens` without what only says that they ask; as they are where nothing else is left."""
    plain = " ".join(tokens)
    for _ in range(_MOST_STRIPPED):
        shorter = plain
        for pattern in _OPENINGS:
            shorter = pattern.sub("", shorter, count=1)
        shorter = _ENDINGS.sub("", shorter)
        if shorter == plain:
            break
        if not content_words(shorter.split()):
            break
        plain = shorter
    return plain.split()
