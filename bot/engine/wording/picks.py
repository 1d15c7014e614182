"""What a turn picks of what was offered before it, in words: by place, by name, both, or none.

Only wording is judged here.
"""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA

from bot.engine.languages.texting import CHAT_FILLERS
from bot.engine.lexical.patterns import PICKED, PICKING
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, COUNTED, INTERROGATIVES, ORDINALS, content_words
from bot.engine.wording.asking import asks

_COLOURING: Final = CHAT_FILLERS | frozenset(
    "obviously obv obvs ofc duh definitely def certainly absolutely clearly ha hah".split()
)
"""Say how sure or glad somebody is of a choice, and not what it is."""

_FOR_SURE: Final = re.compile(r"\b(?:for sure|of course)\b")
_LAST_BUT_ONE: Final = r"(?:second|2nd) (?:(?:to|from) )?(?:the )?last|last but one|penultimate"
_OF_TWO: Final = {"former": 0, "latter": -1}
"""Places that name one of two; in an answer's text they may stand for anything it names."""

_CHOICE: Final = re.compile(
    r"^(?>(?:(?:i (?:mean|meant|want|choose|pick|prefer|guess|think|d say)|show me|tell me about|"
    r"give me|gimme|no|(?:(?:let us|lets|let me|id|i would) )?"
    r"(?:take|have|choose|pick|prefer|(?:begin|start|go) (?:with|for))|please|ok|okay|yes|yeah|yea|"
    r"yep|yup|sure|alright|cool|uh|um+|hm+|maybe|probably)\s+)*)"
    rf"(?:{PICKING}(?>(?:(?:option|number|nr|question|answer|choice|suggestion|the|that|your)\s+)+))?"
    rf"(?P<which>[1-5]|{_LAST_BUT_ONE}|{'|'.join([*ORDINALS, *COUNTED, *_OF_TWO])})"
    rf"(?>(?:\s+(?:one|option|choice|question|suggestion|topic|part|half|{PICKED}|"
    r"(?:that |which )?(?:you|u) "
    r"(?:listed|offered|said|mentioned|gave|suggested|named|wrote|showed)|"
    r"(?:on|of|from) (?:the|your|that) list|(?:of|from) (?:those|these|them|the two)|"
    r"above|below))*)$"
)
_POINTED_OUT: Final = re.compile(r"\b(?:option|number|nr|question|answer|choice|suggestion) $")
"""Stands before a number in words that picks something ("number two")."""

_PICK_AND_QUESTION: Final = re.compile(
    r"\s*(?P<pick>\w(?:[^,.;:!?\n]{0,60}[^\s,.;:!?\n])?)(?:[,.;:!?]+|\s+-+)\s+(?P<rest>\w.*)",
    re.DOTALL,
)

_TYING: Final = frozenset("and but so then ok okay".split())
"""May open the question behind a choice ("the second one, and how long is it?")."""

_ANNOUNCED: Final = re.compile(
    r"(?:(?:ok|okay|and|so|well|now|a|my|one|just) )*(?:first|last|second|third) question"
)
"""Says that a question follows, and picks none."""

_THE_ONE: Final = re.compile(
    r"^(?:(?:i (?:mean|meant|want)|ok|okay|so|yes|yeah|no|and|show me|tell me (?:more )?about|"
    r"give me|(?:whats|what is|what about|how about)"
    r"(?= the (?!\w+est\b|best\b|worst\b|most\b|least\b)))\s+)*"
    r"(?:the|that)\s+(?P<one>one\s+(?:about|for|on|in|with)\s+(?:the\s+)?)?"
    r"(?P<what>.+?)(?:\s+(?:one|option))?(?:\s+(?:please|pls))?$"
)
_UNSURE: Final = re.compile(r" i (?:guess|think|suppose)$")
_OTHER_ONE: Final = re.compile(
    r"^(?:and |but |ok |now |then |what about |how about |so )*"
    r"(?:the )?other(?: one| option| side)?$"
)
_OTHERS: Final = re.compile(
    r"(?>(?:(?:and|but|ok|okay|so|then|now|what about|how about|tell me about|show me|give me|"
    r"what are|are there|is there|do you have)\s+)*)(?:(?:all|any|what|which) )?(?:the )?"
    r"(?:others?|other (?:two|three|four|ones|options|choices)|rest|"
    r"remaining (?:ones?|two|three)|rest of (?:them|those))(?:\s+(?:then|please|pls))?"
)

_LEADING: Final = (
    "(?>(?:(?:and|but|ok|okay|so|no|nope|nah|yes|yeah|hm+|oh|ah|sorry|well|actually|uh|um+|maybe|"
    "i (?:guess|think|d say)|probably|please|pls|(?:i (?:want|mean|meant|need|choose|pick|take))|"
    "give me|tell me|show me|lets (?:take|do)|(?:tell me )?(?:more )?(?:about|on)) )*)"
)
_OF_OFFERED: Final = r"(?: (?:of (?:them|those|these|the two|the above)|options?|choices?|ones?))*"
_POLITELY: Final = r"(?: (?:please|pls|plz|plss|thanks|thx|then|lol|sorry|i think|i guess|tbh))*"
_ALL: Final = re.compile(
    rf"{_LEADING}(?:both|all(?: (?:two|three|four|five|[2-5]))?){_OF_OFFERED}{_POLITELY}"
)
_FIRST_FEW: Final = re.compile(
    rf"{_LEADING}(?:the )?(?P<end>first|last) (?P<count>two|three|four|[2-4])"
    rf"{_OF_OFFERED}{_POLITELY}"
)
_PLACE: Final = rf"[1-5]|{'|'.join([*ORDINALS, *COUNTED])}"
_ITEM: Final = (
    rf"(?>(?>(?:(?:the|options?|numbers?|questions?|nr) )*)(?:{_PLACE})"
    r"(?>(?: (?:one|option|question)s?)?))"
)
_JOIN: Final = "(?>(?: (?:and|plus|then))+)"
_SEVERAL: Final = re.compile(
    rf"{_LEADING}(?:[1-5](?:(?>(?:{_JOIN})?) [1-5])+(?>(?:{_JOIN} {_ITEM})*)|"
    rf"{_ITEM}(?>(?:{_JOIN} {_ITEM})+)|"
    rf"the {_ITEM}(?>(?: the {_ITEM})+)){_OF_OFFERED}{_POLITELY}"
)
_NAMED_PLACE: Final = re.compile(rf"\b(?P<place>{_PLACE})\b(?: (?:one|option|question)s?\b)?")
_RANGE: Final = re.compile(r"(?<!\d)(?P<first>[1-5])\s*[-\u2013]\s*(?P<last>[1-5])(?!\d)")
"""Places from one to another ("1-3")."""

_NO_MATTER: Final = re.compile(
    rf"{_LEADING}(?:either|any|whichever|whatever|which ?ever one){_OF_OFFERED}"
    r"(?: (?:you|u) (?:think|want|like|prefer|recommend)(?: is)?(?: (?:best|better|right|good))?|"
    rf" (?:is )?(?:best|fine|ok|okay|works)| will do)?{_POLITELY}|"
    rf"{_LEADING}(?:(?:you|u) (?:choose|pick|decide)|up to you|your (?:choice|pick|call)|"
    r"(?:it |that )?(?:doesnt|does not|dont) (?:really )?matter|"
    rf"(?:i )?(?:dont|do not) (?:mind|care)(?: which(?: one)?)?|surprise me){_POLITELY}"
)
"""Leaves the choice to who offered it."""

_NONE: Final = re.compile(
    rf"{_LEADING}(?:(?:i (?:want|mean|meant)|its|that is|thats) )*(?:neither|none)"
    rf"{_OF_OFFERED}(?: (?:fits?|helps?|match(?:es)?|work|works))?{_POLITELY}"
)

_REFUSING: Final = re.compile(
    r"(?:no+|nope|nah|not (?:really|quite))(?: (?:no+|nope|nah|sorry|lol))*"
)
_AGREEING: Final = re.compile(
    r"(?:yes|yeah|yea|yep|yup|ya|sure|of course)"
    r"(?: (?:yes|yeah|sure|please|pls|plz|thanks|lol))*"
)

_MENDED: Final = ("first", "second", "third", "fourth", "fifth", "the")
_NO_ORDINALS: Final = frozenset("fist fifty then them they".split())
SHORTEST_MENDED: Final = 3
"""Shorter words may be many things."""


def find_choice(text: str, offered: Sequence[str]) -> str | None:
    """The entry id that `text` picks from what was offered, by its place in the list."""
    plain = _drop_colour(" ".join(map(_mend_ordinal, tokenize(text))))
    found = _CHOICE.match(plain)
    if not found or not offered or _ANNOUNCED.fullmatch(plain):
        return None
    which = found["which"]
    if which in COUNTED and not _POINTED_OUT.search(found.string[: found.start("which")]):
        return None
    place = _find_place(which)
    return offered[place] if -len(offered) <= place < len(offered) else None


def split_choice(text: str) -> tuple[str, str] | None:
    """The words of a turn that may pick something, and the question that it asks of that.

    "The second one. How long does it take?" holds both; None for a turn that does not.
    """
    found = _PICK_AND_QUESTION.match(text)
    if found is None:
        return None
    first = next((word for word in tokenize(found["rest"]) if word not in _TYING), "")
    opens = first in INTERROGATIVES | AUXILIARIES
    forbids = first == "dont" and not asks(found["rest"])  # "don't tell me it depends"
    return (found["pick"], found["rest"]) if opens and not forbids else None


def split_restated(text: str) -> tuple[str, str] | None:
    """The words of a turn that may pick something, and those that name it once more.

    "The second one, trees or roses" holds both; None for a turn that does not, or that asks.
    """
    found = _PICK_AND_QUESTION.match(text)
    if found is None or split_choice(text) or "?" in text:
        return None
    return found["pick"], found["rest"]


def split_remark(text: str) -> tuple[str, str] | None:
    """The words of a turn that may pick something, and a remark behind them that asks nothing.

    "Number 2, and you skipped my other point" holds both; a bare "2. I can code" is a list.
    """
    found = _PICK_AND_QUESTION.match(text)
    if found is None or "?" in text or asks(found["rest"]) or len(tokenize(found["pick"])) < 2:
        return None
    return found["pick"], found["rest"]


def find_choices(text: str, offered: Sequence[str]) -> tuple[str, ...]:
    """The entry ids that `text` picks together from what was offered ("1 and 3", "all of them").

    Empty where it picks none or one.
    """
    text = _RANGE.sub(_spell_range, text)
    plain = _drop_colour(" ".join(map(_mend_ordinal, tokenize(text))))
    if _ALL.fullmatch(plain):
        return tuple(offered) if "both" not in plain.split() or len(offered) == 2 else ()
    if few := _FIRST_FEW.fullmatch(plain):
        count = int(few["count"]) if few["count"].isdigit() else COUNTED[few["count"]] + 1
        return tuple(offered[:count] if few["end"] == "first" else offered[-count:])
    if not _SEVERAL.fullmatch(plain):
        return ()
    places = dict.fromkeys(_find_place(found["place"]) for found in _NAMED_PLACE.finditer(plain))
    if any(not -len(offered) <= place < len(offered) for place in places):
        return ()
    found = tuple(dict.fromkeys(offered[place] for place in places))
    return found if len(found) > 1 else ()


def _spell_range(found: re.Match[str]) -> str:
    """ "1-3" as "1 and 2 and 3"; what runs backwards is no range."""
    places = range(int(found["first"]), int(found["last"]) + 1)
    return " and ".join(map(str, places)) or found.group()


def leaves_choice(text: str) -> bool:
    """Whether `text` leaves it to who offered several things which of them it gets ("either")."""
    return bool(_NO_MATTER.fullmatch(" ".join(tokenize(text))))


def picks_of_two(text: str) -> bool:
    """Whether `text` picks the "former" or the "latter" of two things."""
    return not _OF_TWO.keys().isdisjoint(tokenize(text))


def _drop_colour(plain: str) -> str:
    """Normalised words without those that only colour a choice ("lol the first obviously")."""
    words = _FOR_SURE.sub(" ", plain).split()
    return " ".join(word for word in words if word not in _COLOURING)


def _find_place(which: str) -> int:
    if which.isdigit():
        return int(which) - 1
    return (ORDINALS | COUNTED | _OF_TWO).get(which, -2)


def _mend_ordinal(word: str) -> str:
    """An ordinal or an article with one slip in it as it should be ("frst", "teh")."""
    if word in ORDINALS or word in _NO_ORDINALS or len(word) < SHORTEST_MENDED:
        return word
    near = [known for known in _MENDED if OSA.distance(word, known, score_cutoff=1) <= 1]
    return near[0] if near else word


_ENDINGS: Final = ("one", "option", "one please", "one pls", "option please")
"""What a choice in words ends with."""

_LONGEST_DESCRIPTION: Final = 5
"""Words; who uses more asks something of their own."""


def find_description(text: str) -> str | None:
    """What a choice in words describes ("the india one" gives "india"); None when it is none."""
    plain = _UNSURE.sub("", " ".join(tokenize(text)))
    found = _THE_ONE.match(plain)
    if found is None or len(tokenize(found["what"])) > _LONGEST_DESCRIPTION:
        return None
    if not (INTERROGATIVES | AUXILIARIES).isdisjoint(found["what"].split()):
        return None
    named = found["one"] and content_words(tokenize(found["what"]))
    return found["what"] if named or plain.endswith(_ENDINGS) else None


def asks_for_others(text: str) -> bool:
    """Whether `text` asks for whatever else was listed ("and the others?", "the other two")."""
    return bool(_OTHERS.fullmatch(" ".join(tokenize(text))))


def rejects_offered(text: str) -> bool:
    """Whether `text` picks nothing of what was offered ("none of these")."""
    return bool(_NONE.fullmatch(" ".join(tokenize(text))))


def says_no(text: str) -> bool:
    """Whether `text` says no more than no."""
    return bool(_REFUSING.fullmatch(" ".join(tokenize(text))))


def agrees(text: str) -> bool:
    """Whether `text` says no more than yes."""
    return bool(_AGREEING.fullmatch(" ".join(tokenize(text))))


def asks_for_other(text: str) -> bool:
    """Whether `text` asks for the other of two ("and the other one?")."""
    return bool(_OTHER_ONE.match(" ".join(tokenize(text))))
