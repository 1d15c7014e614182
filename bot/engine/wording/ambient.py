"""Whether an overheard message is a question for anyone, judged by its wording alone.

An unwanted reply costs most, so every doubt means silence.
"""

import re
from collections.abc import Container
from enum import StrEnum
from typing import Final

from bot.engine.lexical.text import MAX_TOKENS, tokenize, tokenize_whole
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, content_words
from bot.engine.wording.addressing import (
    appeals_to_addressee,
    drop_request,
    is_about_addressee,
    is_addressed,
    is_for_anyone,
    names_addressee,
    tells_addressee,
)
from bot.engine.wording.afterthoughts import is_solved, settles
from bot.engine.wording.asking import asks, find_asking_clause
from bot.engine.wording.leaning import adds_condition, asks_barely
from bot.engine.wording.members import asks_members
from bot.engine.wording.owning import asks_of_own, asks_of_own_past
from bot.engine.wording.pointing import names_too_little, points_at_channel
from bot.engine.wording.prefaces import drop_preface
from bot.engine.wording.questions import Sentence, split_sentences
from bot.engine.wording.rhetoric import is_rhetorical, states

LONGEST_POST: Final = MAX_TOKENS
"""A longer message is a story for the channel; answering it unasked would be pushy."""

KEYWORD_WORDS: Final = 4
"""Subject words from which a bare row of keywords with a question mark says what it asks."""

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

_EVENT: Final = re.compile(
    r"^(?:(?:so|ok|and|guys) )*who "
    r"(?:(?:took|left|broke|ate|forgot|stole|borrowed|parked|spilled)\b|"
    r"has (?:the (?!(?:\w+(?:est|er)|best|most|better|right|same)\b)|(?:my|our)\b))"
    r"(?!.*\b(?:how|what|can|should|where|is|do)\b)|"
    r"\bdid (?:the|his|her|their|that) \w+ (?:say|tell|ask|want|think|mean|answer|reply|write)\b|"
    r"^(?:(?:so|and|ok|but|well) )*how (?:was|were|wasnt|werent)\b"
)
"""What only those know who were there."""

_QUOTED: Final = re.compile(
    r"\s*[\"“”„'‘][^\"“”]{5,}\?\s*[\"“”’']\s*\S|\s*[\"“„][^\"“”]{12,}[\"”]\s*[*_]\S"
)
"""Repeats a question, and comments on it."""

_BARELY_PUT: Final = re.compile(
    r"(?:possible|doable|allowed)(?: to \w+.*)?$|"
    r"(?!(?:any|still|stuck|ready|happy|done|excited|new|drinks?|lunch|dinner|back|off|late|good|bored|"
    r"tired|working|waiting|looking|lost|interested|hooked|fluent|fun|struggling|drowning)\b)"
    r"(?:\w+ ){1,2}(?:in|on|of|for|with|without|at|near|per) (?:(?:the|an?) )?"
    r"(?!(?:me|us|you|it|that|this|now|today|tonight|\w+day)\b)\w+(?: \w+)?$"
)
"""Leaves out all but what is asked about ("towels in the huts?", "possible to shift it?")."""

_EITHER: Final = re.compile(r"(?:\w+ ){1,3}or(?: \w+){1,3}")
"""Holds two things against each other and says no more ("bootcamp or uni?")."""

_ANY_FOR: Final = re.compile(
    r"any (?!(?:luck|news|plans?|volunteers?|takers|progress|updates?|interest|word|one|body|"
    r"experience|good|love|fans?|regrets?|problems?|(?:\w+ ){1,2}in (?:here|the chat))\b)"
    r"(?:\w+ ){1,3}?(?:for|on|with|without|in|to) (?!(?:me|us|you|it|that|this|now|today)\b)\w"
)
"""Asks whether there is something, and what for ("any app for the watch?")."""


_TIE: Final = re.compile(r"^(?:(?:and|but|or|so|also|ok|okay)\b[\s,]*)+", re.IGNORECASE)
"""Ties a message to what was said before it, of which nothing is known here."""


class SilenceReason(StrEnum):
    """Why an overheard message gets no reply, in a sentence for keepers."""

    NAMES_NOTHING = "the message names no subject"
    ONLY_NARROWS = "the message only narrows what was asked before it"
    LONG_POST = "the message is a long post that addresses no bot"
    FOR_SOMEBODY = "the message is addressed to somebody"
    FOR_A_NAMED_PERSON = "the message is addressed to a person by name"
    ADVERTISES = "the message shares or advertises something"
    QUOTES = "the message quotes a question"
    ASKS_NOTHING = "the message does not ask anything"
    ANSWERS_ITSELF = "the message answers its own question"
    POINTS_AT_CHANNEL = "the question points at something in the channel"
    RHETORICAL = "the question is rhetorical"
    STATES = "the message states something"
    FOR_MEMBERS = "the question asks for company or things, not for an answer"
    EVENT = "the question is about something that others were told"
    ABOUT_ADDRESSEE = "the question is about the person spoken to"
    OWN_PAST = "the question is about the speaker's own past"
    NO_QUESTION = "the message is not put as a question"
    OWN_AFFAIRS = "the question is about the speaker's own affairs"
    """Does not hold for an entry that is asked for with "my" by its own title."""


def find_reason_for_silence(
    message: str, text: str, asked: str, *, known: Container[str]
) -> SilenceReason | None:
    """Why an overheard message gets no reply; None when its wording asks everyone something.

    `text` is what `clean_message` makes of the `message`, which alone tells whom it calls; `asked`
    is that without its preface, and a word that is `known` is no person's name.
    """
    tokens = tokenize_whole(text)
    plain = " ".join(tokens)
    if not content_words(tokens) or asks_barely(text):
        return SilenceReason.NAMES_NOTHING
    if adds_condition(_TIE.sub("", text)):
        return SilenceReason.ONLY_NARROWS
    if len(tokens) > LONGEST_POST:
        return SilenceReason.LONG_POST
    if is_addressed(message):
        return SilenceReason.FOR_SOMEBODY
    if _LINK.search(message.casefold()) or _ADVERTISED.search(plain):
        return SilenceReason.ADVERTISES
    if (quoted := _QUOTED.match(text)) and not asks(text[quoted.end() - 1 :]):
        return SilenceReason.QUOTES
    sentences = split_sentences(asked)
    asking = [sentence for sentence in sentences if sentence.asks]
    if not asking:
        return SilenceReason.ASKS_NOTHING
    if settles(_text_after(asking[-1], sentences)) or is_solved(asking[-1].text):
        return SilenceReason.ANSWERS_ITSELF
    if names_too_little(tokens):
        return SilenceReason.POINTS_AT_CHANNEL
    telling = _choose_telling(asking)
    question = drop_request(" ".join(tokenize(drop_preface(telling.text))))
    if names_addressee(text, known):
        return SilenceReason.FOR_A_NAMED_PERSON
    if is_rhetorical(question, plain):
        return SilenceReason.RHETORICAL
    if "?" not in telling.text and states(question):
        return SilenceReason.STATES
    if asks_members(question):
        return SilenceReason.FOR_MEMBERS
    if _EVENT.search(question):
        return SilenceReason.EVENT
    if any(tells_addressee(s.text) for s in asking) or any(
        appeals_to_addressee(s.text) for s in sentences
    ):
        return SilenceReason.ABOUT_ADDRESSEE
    own = False
    if not is_for_anyone(plain):
        if is_about_addressee(question):
            return SilenceReason.ABOUT_ADDRESSEE
        clause = find_asking_clause(telling.text)
        if points_at_channel(question, clause=clause, message=plain):
            return SilenceReason.POINTS_AT_CHANNEL
        own = asks_of_own(question, clause=clause)
        if asks_of_own_past(question):
            return SilenceReason.OWN_PAST
    either = "?" in text and _EITHER.fullmatch(plain) is not None
    if not either and not _opens_like_a_question(telling.text):
        return SilenceReason.NO_QUESTION
    return SilenceReason.OWN_AFFAIRS if own else None


def _choose_telling(asking: list[Sentence]) -> Sentence:
    """The last of the asking sentences that says what it asks ("any docs?" does not)."""
    telling = [
        sentence
        for sentence in asking
        if _opens_like_a_question(sentence.text) and content_words(tokenize(sentence.text))
    ]
    return telling[-1] if telling else asking[-1]


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
