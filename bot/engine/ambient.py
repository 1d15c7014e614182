"""Whether an overheard message is a question for anyone, judged by its wording alone.

An unwanted reply costs most, so every doubt means silence.
"""

import re
from collections.abc import Container, Sequence
from typing import Final

from bot.engine.addressing import (
    drop_request,
    is_about_addressee,
    is_addressed,
    is_for_anyone,
    names_addressee,
    tells_addressee,
)
from bot.engine.afterthoughts import is_solved, settles
from bot.engine.asking import asks, asks_plainly
from bot.engine.leaning import asks_barely
from bot.engine.members import asks_members
from bot.engine.prefaces import drop_preface
from bot.engine.questions import Sentence, split_sentences
from bot.engine.text import MAX_TOKENS, tokenize, tokenize_whole
from bot.engine.words import AUXILIARIES, INTERROGATIVES, KNOWN_PERSON, content_words

LONGEST_POST: Final = MAX_TOKENS
"""A longer message is a story for the channel; answering it unasked would be pushy."""

KEYWORD_WORDS: Final = 4
"""Subject words from which a bare row of keywords with a question mark says what it asks."""

LONGEST_OWNED: Final = 2
"""Words behind a "my" that say what is somebody's own."""

LEAST_NAMED: Final = 2
"""Subject words before a "that" from which on it stands for one of them."""

_LINK: Final = re.compile(r"\b(?:https?://|www\.)\S")
_ADVERTISED: Final = re.compile(
    r"\b(?:sign up (?:now|today|here|below|for free)|enroll? (?:now|today|here)|"
    r"register (?:now|today|here|at)|dm me|link in (?:my )?bio|(?<!to )join (?:us|our)|"
    r"use (?:the )?code \w+|book your (?:seat|spot|place|call)|"
    r"limited (?:spots|seats|places)|"
    r"our (?:\w+ )?(?:bootcamp|course|program|programme|webinar|workshop|newsletter|academy) "
    r"(?:guarantees?|teaches|shows|helps|offers|starts|gets|gives|will|is (?:now|live|open))|"
    r"(?:i|we) (?:made|wrote|recorded|posted|uploaded) (?:an?|our|this) (?:\w+ )?"
    r"(?:video|guide|post|course|thread|playlist|article|report|blog|channel)|"
    r"check out (?:my|our))\b"
)
"""Belongs to who offers something, with a question for its hook."""

_HIM: Final = "(?:he|she|him|her|his|hers)"
_POINTING: Final = re.compile(r"\b(?:this|that|these|those)\b")
_DAY: Final = re.compile(r"\b(?:tonight|today|tomorrow|yesterday)\b")
_OF_RULES: Final = re.compile(
    r"\b(?:what time (?:do|does|is|are)|when (?:do|does) (?:\w+ ){1,4}(?:open|close|shut)|"
    r"(?:are we|am i|are you) allowed|where (?:do|can|should) (?:i|we|you|one))\b"
)
"""Asks what holds on any day, though it may name one ("are we allowed to make a fire tonight")."""

_LOCAL: Final = re.compile(
    rf"{_DAY.pattern}|\b(?:{_HIM}|"
    r"this (?:channel|server|code|error)|lol|lmao|lmfao|rofl|haha+|jk|bruh|smh)\b|"
    r"\b(?:did|has) the (?:\w+ ){1,2}just\b|"
    r"\bwho(?:s| is)?(?: \w+)? (?:online|around|awake|playing)\b|"
    r"^is the (?:\w+ ){1,2}(?:on|off|open|down|up|starting|running|back) "
    r"(?:yet|already|again|now)\b|"
    r"^is the (?:\w+ ){1,4}(?:free|taken|booked|occupied) at \d"
)
_BEINGS: Final = (
    "(?:grandson|granddaughter|grandchild|gran|granny|grandma|grandpa|gran?ddad|grandmother|"
    "grandfather|nana?|lad|boy|girl|"
    "baby|toddler|child|puppy|dog|cat|horse|pet)"
)
_OWN_PERSON: Final = re.compile(
    rf"\b(?:(?:my (?:\w+ )?|for an? ){KNOWN_PERSON}s?|an? {KNOWN_PERSON} of (?:mine|ours)|"
    rf"(?:my|our|an?|the) (?:\w+ )?{_BEINGS}s?|"
    r"(?:mother|father|sister|brother|son|daughter) in law|the little one|"
    r"(?:one|some) of (?:ours|us|(?:my|our) \w+)|(?:does|do|must|can|should) one)\b"
    rf".*\b{_HIM}\b"
)
"""Speaks of a person, and then of "him" ("my friend was banned, how can he appeal")."""

_SET_PHRASES: Final = re.compile(
    r"\btrue that (?=(?:you|u|i|we|it|they|people|there|one|the|an?)\b)|"
    r"\bone of (?:those|these) \w+(?: \w+)?|\b(?:in|of|on|with|can|does|is|for) this thing\b|"
    r"\bthat (?:\w+ ){1,2}stuff\b|\bin this (?:heat|cold|weather|rain|frost)\b|"
    r"\b(?:these days|this bot|this (?:term|season|year|semester|month|week|winter|summer|spring|"
    r"autumn)|"
    r"this (?:line of work|kind of (?:work|job)|job|role|field|career|profession|industry|area|"
    r"trade|world|day (?:and|n) age)|"
    r"(?:(?:im|i am|am|kinda|still|very|totally) )*(?:new|newbie|noob|newcomer|beginner) "
    r"(?:here|around here|to (?:this|all this)))\b"
)
"""Point at nothing in the channel, though their words could."""

_OWN: Final = re.compile(r"\b(?:my|our|we|(?<!the )(?<!of )us|weve)\b")
_SEEKING: Final = re.compile(
    r"\bhow (?:to|can i|could i|would i|i can)\b|\b(?:how|where|when) (?:do|can|should) we\b|"
    r"\b(?:can|may|could) we\b|\bwhy cant (?:we|i)\b|"
    r"\bare we (?:allowed|supposed|meant|expected|required)\b|"
    r"\bas (?:my|our) \w+$|"
    r"\b(?:do|must|should) we (?:(?:really|actually|still|also|all) )?(?:have to|need)\b|"
    r"^(?:so |and )*will (?:my|our) \w+|\bisnt there an? \w+|\bhow we (?:get|can|do)\b|"
    r"\bhow much is (?:it|that|this) for\b|\bwhat would (?:it|that) (?:cost|set)\b|"
    r"\b(?:can|could|may) (?:my|our|an?) \w+|\bwhy (?:would|is) that\b|"
    r"\b(?:do|will|would|should|can) (?:we|i) (?:(?:really|actually|still|also|all) )?"
    r"(?:get|lose|keep|pay|receive|call|bring)\b|"
    r"\bis (?:that|it|this) (?:even |still )?(?:allowed|ok|okay|possible)\b|"
    r"\b(?:i|id|im|ive) (?:\w+ ){0,3}(?:want|need|become|becoming|learn|switch|start|get into|"
    r"have to|should|wondering|curious|know)\b|\b(?:do|should|can|could|would|must) i\b|\bam i\b"
)
_PRONOUNS: Final = frozenset("it they them that this these those he she him her".split())
"""With one of these a message that names next to nothing is about what others said."""

_OWN_PAST: Final = re.compile(r"\bdid (?:i ever|it take (?:me|us))\b")
_EVENT: Final = re.compile(
    r"^(?:(?:so|ok|and|guys) )*who "
    r"(?:(?:took|left|broke|ate|forgot|stole|borrowed|parked|spilled)\b|"
    r"has (?:the (?!(?:\w+(?:est|er)|best|most|better|right|same)\b)|(?:my|our)\b))"
    r"(?!.*\b(?:how|what|can|should|where|is|do)\b)|"
    r"\bdid (?:the|his|her|their|that) \w+ (?:say|tell|ask|want|think|mean|answer|reply|write)\b"
)
"""What only those know who were there."""

_QUOTED: Final = re.compile(
    r"\s*[\"“”„'‘][^\"“”]{5,}\?\s*[\"“”’']\s*\S|\s*[\"“„][^\"“”]{12,}[\"”]\s*[*_]\S"
)
"""Repeats a question, and comments on it."""

_RHETORICAL: Final = re.compile(
    r"\bwithout telling me\b|"
    r"\bis it (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the weekend|christmas|over) yet$|"
    r"\b(?:who cares|why me|why would any(?:one|body)|what the (?:hell|heck|fuck)|wtf|"
    r"(?<!put )(?<!set )(?<!do )(?<!it )(?<!is )right|"
    r"amirite|seriously|who \w+(?: \w+){0,3} like (?:this|that)|isnt it|arent they|"
    r"dont they|doesnt it|innit|eh|no|huh)$|"
    r"^(?:(?:so|and|but|oh|lol|bruh) )?(?:what|whats|who|why)\b(?! if\b).* anyways?$|"
    r"^(?:(?:so|and|but|oh|lol|bruh) )?(?:who (?:actually )?cares about|why would any(?:one|body)|"
    r"when (?:will|am|would) i ever|what do you mean|why (?:tf|the (?:hell|heck|fuck)|on earth)|"
    r"why (?:is|are) (?:\w+ ){1,4}so (?:boring|hard|dull|annoying|painful|expensive|stupid|bad|"
    r"long)$|why (?:does|do|is|are) .* so (?:damn|freaking|fucking|bloody|goddamn|friggin) \w+$|"
    r"will i ever (?:understand|learn|finish|make it|stop)|"
    r"who (?:could|would|can) (?:ever|possibly)|"
    r"why is it always|who else|who even|why even|since when|do i look like|"
    r"who (?:on earth|the (?:hell|heck|fuck)|tf)|"
    r"what(?: i)?s (?:it|up|the deal) with|"
    r"why (?:do|does|did|am|is|are) (?:i|my|we|they|every\w*|people|all \w+) "
    r"(?:always|never|keep|still|even|suddenly|all)|"
    r"why (?:do|does) (?:\w+ ){1,3}?(?:always|never) "
    r"(?:get|die|break|fail|leave|lie|forget|happen|disappear|crash)\w*|"
    r"what could (?:possibly|ever) go wrong|"
    r"why (?:do|does|did) (?:\w+ ){1,3}?(?:hate|despise) (?:me|us)$|"
    r"who needs (?:\w+ ){1,5}?when (?:(?:you|u|i|we) (?:have|got|can)|(?:you|i|we)ve|theres|"
    r"there is)|what did the (?:\w+ ){1,3}say to the|is there any\w* (?:\w+ ){0,3}?"
    r"(?:on earth|in the world) like|is there anything (?:better|worse|nicer|finer) than|"
    r"(?:honestly|seriously) who (?!(?:can|is|has|do|does|should|pays|decides)\b)|"
    r"where (?:has|have) (?:all )?(?:my|the) (?:\w+ ){1,3}gone$|"
    r"how (?:can|could) any(?:one|body) (?:(?:just|even) )?(?:leave|think|believe|say|hate|be so)|"
    r"(?:do|does|did) (?:\w+ ){1,2}?(?:seriously|honestly) (?:expect|think|believe)|"
    r"(?:isnt|arent|aint) .*\b(?:just|simply|the (?:best|worst)|great|awesome|lovely|amazing))\b|"
    r"\b(?:anymore|even real|(?:literally |absolutely )?nobody)$"
)


_BARELY_PUT: Final = re.compile(
    r"(?:possible|doable|allowed)(?: to \w+.*)?$|"
    r"(?:\w+ ){1,2}(?:in|on|of|for|with|without|at|near|per) (?:(?:the|an?) )?"
    r"(?!(?:me|us|you|it|that|this|now|today|tonight|\w+day)\b)\w+(?: \w+)?$"
)
"""Leaves out all but what is asked about ("towels in the huts?", "possible to shift it?")."""

_ECHOED: Final = re.compile(r"\b(\w+) what \1$")
"""Jests about what somebody lacks ("salary? what salary")."""

_ANY_FOR: Final = re.compile(
    r"any (?:\w+ ){1,3}?(?:for|on|with|without|in|to) (?!(?:me|us|you|it|that|this|now|today)\b)\w"
)
"""Asks whether there is something, and what for ("any app for the watch?")."""

_CLEFT: Final = re.compile(
    r"^what (?:i|we|people|nobody|noone|most|helped|worked|saved|matters|counts|bugs|annoys|kills|"
    r"surprised|surprises|sold|got|made|makes) (?:\w+ ){0,8}?(?:is|was|were|are)\b"
)
"""States something, though it opens like a question ("what helped me was ...")."""


FOR_MEMBERS: Final = "the question asks for company or things, not for an answer"
OWN_AFFAIRS: Final = "the question is about the speaker's own affairs"
"""A reason that does not hold for an entry that is asked for with "my" by its own title."""


def speaks_of_own(title: str) -> bool:
    """Whether a question is put by somebody about what is theirs ("why are my photos blurred?")."""
    return _OWN.search(" ".join(tokenize(title))) is not None


def list_owned(tokens: Sequence[str]) -> list[str]:
    """What a tokenised question says is its writer's own, by its words ("my old photos")."""
    return [
        word
        for place, token in enumerate(tokens[:-1])
        if token in ("my", "our")
        for word in content_words(tokens[place + 1 : place + 1 + LONGEST_OWNED])
    ]


def find_reason_for_silence(
    message: str, text: str, asked: str, *, known: Container[str] = ()
) -> str:
    """Why an overheard message gets no reply; empty when its wording asks everyone something.

    `text` is what `clean_message` makes of the `message`, which alone tells whom it calls; `asked`
    is that without its preface, and a word that is `known` is no person's name.
    """
    tokens = tokenize_whole(text)
    plain = " ".join(tokens)
    if not content_words(tokens) or asks_barely(text):
        return "the message names no subject"
    if len(tokens) > LONGEST_POST:
        return "the message is a long post that addresses no bot"
    if is_addressed(message):
        return "the message is addressed to somebody"
    if _LINK.search(message.casefold()) or _ADVERTISED.search(plain):
        return "the message shares or advertises something"
    if (quoted := _QUOTED.match(text)) and not asks(text[quoted.end() - 1 :]):
        return "the message quotes a question"
    sentences = split_sentences(asked)
    asking = [sentence for sentence in sentences if sentence.asks]
    if not asking:
        return "the message does not ask anything"
    if settles(_text_after(asking[-1], sentences)) or is_solved(asking[-1].text):
        return "the message answers its own question"
    if len(content_words(tokens)) < LEAST_NAMED and not _PRONOUNS.isdisjoint(tokens):
        return "the question points at something in the channel"
    telling = _choose_telling(asking)
    question = drop_request(" ".join(tokenize(drop_preface(telling.text))))
    if names_addressee(text, known):
        return "the message is addressed to a person by name"
    if _RHETORICAL.search(question) or _ECHOED.search(plain):
        return "the question is rhetorical"
    if "?" not in telling.text and _CLEFT.search(question):
        return "the message states something"
    if asks_members(question):
        return FOR_MEMBERS
    if _EVENT.search(question):
        return "the question is about something that others were told"
    if any(tells_addressee(sentence.text) for sentence in asking):
        return "the question is about the person spoken to"
    own = False
    if not is_for_anyone(plain):
        if is_about_addressee(question):
            return "the question is about the person spoken to"
        masked = _SET_PHRASES.sub(lambda phrase: "x" * len(phrase.group()), question)
        if _OWN_PERSON.search(plain):
            masked = re.sub(rf"\b{_HIM}\b", lambda word: "x" * len(word.group()), masked)
        asked_last = find_asking_clause(telling.text)
        told = len(question) - len(asked_last) if question.endswith(asked_last) else 0
        if _OF_RULES.search(question):
            told = len(question)
        masked = _DAY.sub(lambda day: "x" * len(day.group()), masked[:told]) + masked[told:]
        if _LOCAL.search(masked) or _points_outside(plain, question, masked):
            return "the question points at something in the channel"
        own = bool(_OWN.search(asked_last)) and not _SEEKING.search(question)
        if _OWN_PAST.search(question):
            return "the question is about the speaker's own past"
    if not _opens_like_a_question(telling.text):
        return "the message is not put as a question"
    return OWN_AFFAIRS if own else ""


def find_asking_clause(text: str) -> str:
    """The clause that asks by itself, where a sentence tells something before or behind it."""
    first, comma, rest = text.partition(",")
    last = rest.rpartition(",")[2]
    if comma and asks(last) and asks_plainly(last) and content_words(tokenize(last)):
        return " ".join(tokenize(last))
    if comma and asks(first) and not asks(rest) and content_words(tokenize(first)):
        return " ".join(tokenize(first))
    return " ".join(tokenize(text))


def _choose_telling(asking: list[Sentence]) -> Sentence:
    """The last of the asking sentences that says what it asks ("any docs?" does not)."""
    telling = [
        sentence
        for sentence in asking
        if _opens_like_a_question(sentence.text) and content_words(tokenize(sentence.text))
    ]
    return telling[-1] if telling else asking[-1]


def _points_outside(plain: str, question: str, masked: str) -> bool:
    """Whether a question's "this" or "that" stands for something not named before it.

    `masked` is the question without its set phrases, letter for letter as long.
    """
    found = _POINTING.search(masked)
    if found is None:
        return False
    before = plain[: plain.rfind(question) + found.start()]
    return len(content_words(before.split())) < LEAST_NAMED


def _text_after(sentence: Sentence, sentences: list[Sentence]) -> str:
    return " ".join(s.text for s in sentences[sentences.index(sentence) + 1 :])


def _opens_like_a_question(text: str) -> bool:
    """Whether a question says what it asks: a keyword with a question mark does not."""
    tokens = tokenize(text)
    if any(token in INTERROGATIVES or token in AUXILIARIES for token in tokens):
        return True
    if len(content_words(tokens)) >= KEYWORD_WORDS or _ANY_FOR.match(" ".join(tokens)):
        return True
    return _BARELY_PUT.match(" ".join(tokens)) is not None or asks(text.rstrip("?! "))
