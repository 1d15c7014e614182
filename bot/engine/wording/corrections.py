"""How a turn takes back the turn before it, or itself: what it means instead, or a new topic.

Only wording is judged here; whether one thing can take another's place is for the caller.
"""

import re
from typing import Final

from bot.engine.lexical.patterns import APOSTROPHE
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, content_words
from bot.engine.wording.asking import asks
from bot.engine.wording.leaning import is_tied, points_back

LONGEST_CORRECTION: Final = 400
"""Letters up to which a turn may be nothing but a correction, or correct itself.

Bounds the work on noise.
"""

LONGEST_EXCUSE: Final = 100
"""Letters at the end of a turn that are looked at for excuses; bounds the work on noise."""

_MEANT: Final = re.compile(
    r"^(?>(?:(?:no+|nope|nah|not that|sorry|oops|wait|well|ok|actually|for)\b[\s,.!]*)*)"
    r"(?!(?:what|thats?|you know|do|did)\b|.*\bwhat i (?:meant|mean)$)"
    r"(?P<rest>[^\s,]+(?: [^\s,]+){0,4}?)(?<!what)(?<!that)[\s,]+i (?:meant|mean)$",
    re.IGNORECASE,
)
"""A correction with its words the other way round ("no, for beginners I mean")."""

_CORRECTION: Final = re.compile(
    r"^(?>(?:(?:no+|nope|nah|not that|sorry|sry|oops|wait|actually|oh|ah|um+|hm+|lol|ok)\b"
    r"[\s,.!]*)*)(?:but )?"
    r"(?:i (?:actually )?(?:meant|mean|was asking(?: about)?|asked(?: about)?)|"
    rf"i(?: a|{APOSTROPHE}| )m (?:actually )?asking about|meant)\s+"
    r"(?:to ask\s+)?(?:about\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)

_CONTRAST: Final = re.compile(
    r"^(?>(?:(?:hm+|no+|nope|nah|well|oh|ah|sorry|ok|okay|wait|actually)\b[\s,.!]*)*)"
    r"not (?P<old>.+?)[,;]\s*(?:but\s+)?(?:(?:just|only|rather)\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)

_WRONG_WORD: Final = re.compile(
    r"^(?:(?:oh|ah|oops|whoops|ops|hm+|wait|no+|nope|sorry|my bad|my mistake|lol|haha|damn|"
    r"argh|pardon|typo)\b[\s,.!:;-]*)+(?:actually\b\s*|i (?:actually )?)?"
    r"(?:wrong \w+|was (?:thinking|talking|asking) (?:of|about)|scratch that|make (?:that|it)|"
    rf"should(?: ha|{APOSTROPHE})ve (?:said|asked|mentioned)|wanted to (?:say|ask)(?: about)?|"
    r"rather)\b"
    r"(?:[\s,.!:;-]*\b(?:lol|haha|sorry|oops|i (?:meant|mean|wanted|want|needed|need)|"
    rf"it is|it{APOSTROPHE}s|is|about|abt|only|just|"
    rf"i(?: a|{APOSTROPHE})m (?:only |just )?asking)\b)*[\s,.!:;-]+"
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
"""An apology, and what should have stood in place of a word ("sorry, wrong country, India")."""

_TYPO: Final = re.compile(
    r"^\W*(?P<rest>[^\s,*]+(?: [^\s,*]+){0,2}?)[\s,.*(-]+(?:was )?(?:an? )?"
    r"(?:(?:damn|damned|stupid|bloody|silly|sorry|this|my|another|the)[\s,]+)*"
    r"(?:typo|autocorrect|misspelling|mistyped|misspelled)\W*$",
    re.IGNORECASE,
)
"""What should have stood there, and that it was misspelt ("*R, typo")."""

_MISSED: Final = (
    r"(?:(?:you|u) (?:misunderstood|misread)(?: me| that| it)?|"
    rf"(?:that|this)(?:{APOSTROPHE}s| is| was)? not (?:(?:quite|really|exactly) )?"
    r"what i (?:meant|mean|asked|wanted))"
)
"""Says that an answer was not what had been asked for."""

_SAYS_MISSED: Final = re.compile(
    rf"^(?:(?:oh|ah|no+|nope|nah|sorry|sry|wait|well|ok|okay|hm+|but)\b[\s,.!]*)*{_MISSED}\b",
    re.IGNORECASE,
)
_REJECTING: Final = re.compile(r"^(?:no+|nope|nah|not|wrong)\b", re.IGNORECASE)

_PUT_BADLY: Final = re.compile(
    r"^(?:(?:oh|ah|no+|sorry|sry|wait|well|ok|okay|hm+)\b[\s,.!]*)*"
    rf"(?:i(?:(?: ha|{APOSTROPHE}| )ve)? (?:(?:expressed|explained) (?:myself|it|that)|"
    r"(?:worded|phrased|put|said|wrote|asked|formulated)(?: (?:it|that|this|my question))?) "
    r"(?:(?:very|really|rather|so|a bit|quite) )?"
    r"(?:badly|wrong|wrongly|poorly|unclearly|incorrectly|not clearly|not well|weirdly|strangely)|"
    r"(?:that|it) came out (?:all )?wrong|bad(?:ly)? (?:wording|phrasing|worded|phrased|put)|"
    rf"(?:let me|i{APOSTROPHE}ll|i will|i should) (?:rephrase|reword|correct myself|correct that|"
    r"clarify|"
    r"say (?:it|that) (?:again|differently|better))(?: (?:that|it|this|myself))?|"
    rf"{_MISSED})"
    r"\s*[,.!:;-]+\s*(?=\S)",
    re.IGNORECASE,
)
"""Says before a correction that what was said before was put badly."""

_EXCUSED: Final = re.compile(
    r"(?<![\s,.!;:(-])[\s,.!;:(-]+(?:(?:sorry|sry|oops|my bad|my mistake|pardon|"
    r"(?:i )?(?:always|keep|often) (?:mix|confus)(?:e|ed|es|ing)?(?: up)? "
    r"(?:the|these|those|two|my|them|both)(?: (?:words?|two|terms?|names?))?(?: up)?|"
    r"i (?:mix|mixed|confuse|confused)(?: up)? the (?:words?|two|terms?|names?)(?: up)?|"
    r"i (?:wrote|typed|said) (?:it |that )?wrong|"
    r"for my (?:bad )?english|my english is (?:bad|not (?:so |very )?good))[\s,.!)]*)+$",
    re.IGNORECASE,
)
"""Excuses behind a correction that one was needed."""

_WITHDRAWN: Final = re.compile(
    r"^(?P<asked>\S+(?: \S+){1,15}?)[,.?!-]*\s+"
    r"(?:(?:no,? wait|wait,? no|oh wait|scratch that|(?:no|sorry|oops|wait),? i (?:mean|meant))\b"
    r"[\s,.-]*)+(?:i (?:mean|meant) )?(?:just |rather |make that )?"
    r"(?P<rest>[^\s,.?!]+(?: [^\s,.?!]+){0,3})$",
    re.IGNORECASE,
)
"""A question and, in the same breath, what it should have said ("in Germany, no wait, India")."""

_SWAP: Final = re.compile(
    rf"^(?>(?:(?:no+|nope|nah|sorry|sry|oops|wait|actually|i (?:mean|meant)|i{APOSTROPHE}m|i am|ah|"
    r"oh|for|"
    r"the|an?|which|what)\b[\s,.!]*)*)(?P<rest>[^\s,]+(?: [^\s,]+){0,2}?),? not "
    r"(?:(?:for|the|an?|which|what) )?(?P<old>[^\s,]+(?: [^\s,]+){0,2}?)"
    r"(?:,? (?:sorry|oops|my bad))?$",
    re.IGNORECASE,
)
"""Names a thing and the one whose place it takes ("dog not cat", "which dog, not which cat")."""

_NO_SWAP: Final = (
    INTERROGATIVES | AUXILIARIES | frozenset("i im ive it its or thats maybe course great".split())
)
"""With one of these it is no thing that takes another's place."""

_INSTEAD: Final = re.compile(
    r"^(?:(?:oh|ah|oops|whoops|ops|wait|sorry|sry|my bad|typo|no+|nope|nah|argh)\b"
    r"(?: lol| haha)?[\s,.!:;-]+)+(?P<rest>[^\s,?!.]+(?: [^\s,?!.]+){0,2})[\s?!.]*$",
    re.IGNORECASE,
)
"""An apology, and nothing but a word or three ("sorry, data scientists")."""

_NEW_TOPIC: Final = re.compile(
    r"^(?:(?:ok|okay|so|right|well|hm+|anyways?|now|and|thanks|cool|great|alright)\b[\s,.!]*)*"
    r"(?:(?:a |an |one |quick )?(?:different|diff|another|new|separate|unrelated|other|next|side|"
    r"(?:totally|completely) different|something)"
    r"(?: (?:topic|question|thing|subject|note|matter|else|different|unrelated|entirely)){0,2}|"
    r"(?:changing|change of|new|off) (?:the )?(?:topic|subject)|"
    r"(?:forget|never ?mind|nvm|scrap) (?:that|it|about \w+|the \w+|\w+)|moving on|"
    r"on (?:another|a different) (?:note|topic|subject))(?: then| now| though)?\s*[:;,.!-]+\s*"
    r"(?P<rest>.{8,})$",
    re.IGNORECASE,
)


_GENERAL: Final = re.compile(
    r"(?:(?:and|but|ok|okay|so|then|no|nope|just|i (?:mean|meant)|what about|how about|not there|"
    r"like) )*(?:in general|generally|overall|world ?wide|globally|anywhere|everywhere|"
    r"on the whole|across the board)(?: (?:then|though|speaking|please))?"
)
"""Asks the same without what narrowed it."""


def find_correction(text: str) -> str | None:
    """What a correction puts in place of the last question ("no, I meant X" gives X)."""
    if len(text) > LONGEST_CORRECTION:
        return None
    plain = _strip_excuses(text)
    for pattern in (_MEANT, _CORRECTION, _CONTRAST, _WRONG_WORD, _TYPO):
        found = pattern.match(plain)
        if found and (pattern is not _MEANT or content_words(tokenize(found["rest"]))):
            return found["rest"].strip()
    return None


def _strip_excuses(text: str) -> str:
    """A turn without what only excuses that it has to correct one."""
    plain = _PUT_BADLY.sub("", text.strip())
    found = _EXCUSED.search(plain, max(0, len(plain) - LONGEST_EXCUSE))
    return (plain[: found.start()] if found else plain).rstrip("?!. ")


def find_withdrawn(text: str) -> tuple[str, str] | None:
    """A message that corrects itself, as what it asked and what it means instead.

    "Pay in Germany, no wait, India" gives the question and "India"; None for any other.
    """
    plain = text.strip().rstrip("?!. ")
    found = _WITHDRAWN.match(plain) if len(plain) <= LONGEST_CORRECTION else None
    if not found or not content_words(tokenize(found["rest"])):
        return None
    return found["asked"].strip(" ,.-"), found["rest"].strip()


def find_swap(text: str) -> tuple[str, str] | None:
    """What a correction puts in and what it takes out ("sorry, dog not cat"); None for no such."""
    found = _SWAP.match(_strip_excuses(text))
    words = tokenize(found["rest"]) if found else []
    named = [word for word in content_words(words) if not word.endswith("ly")]
    if found is None or not named or not _NO_SWAP.isdisjoint(words):
        return None
    return found["rest"].strip(" ,"), found["old"].strip()


def find_instead(text: str) -> str | None:
    """The few words behind an apology, which may stand in for what was said before."""
    found = _INSTEAD.match(text.strip())
    return found["rest"] if found and content_words(tokenize(found["rest"])) else None


def rejects_answer(text: str) -> bool:
    """Whether `text` opens by saying that what was answered is not what is meant."""
    return _REJECTING.match(text.strip()) is not None or says_missed(text)


def says_missed(text: str) -> bool:
    """Whether `text` opens by saying that an answer was not what had been asked for."""
    return _SAYS_MISSED.match(text.strip()) is not None


def generalises(text: str) -> bool:
    """Whether `text` takes back what narrowed the question before it ("and in general?")."""
    return _GENERAL.fullmatch(" ".join(tokenize(text))) is not None


def find_new_topic(text: str) -> str | None:
    """What follows an announced change of subject ("different topic: X" gives X).

    Or a question of its own behind "that's not what I asked".
    """
    found = _NEW_TOPIC.match(text.strip())
    if found:
        return found["rest"].strip()
    rest = drop_put_badly(text)
    own = rest != text.strip() and content_words(tokenize(rest))
    leans = is_tied(rest) or points_back(rest) or find_correction(rest) is not None
    return rest if own and not leans else None


def drop_put_badly(text: str) -> str:
    """`text` without what says that the turn before was put badly, where a question is left."""
    plain = text.strip()
    rest = _PUT_BADLY.sub("", plain)
    return rest if asks(rest) else plain
