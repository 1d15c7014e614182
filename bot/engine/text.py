"""Text as the engine reads it: one spelling of every character, tokens, and stems.

Nothing here knows a knowledge base; what depends on one is in `spelling` and `features`.
"""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import Final

import Stemmer

from bot.engine.words import content_words

MAX_CHARACTERS: Final = 4_000
"""More than Discord lets people type; what lies beyond is not read."""

MAX_TOKENS: Final = 90
"""A longer post is read at both ends: people ask first or last."""

_TOKEN: Final = re.compile(r"c\+\+|[cf]#|\.net\b|[^\W_]+")
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'’‘`´ʼ＇"))
_ASCII_TOKEN_LENGTH: Final = 40
"""Longer runs of letters are noise (keys held down, encoded data), cut so they cost little."""

_STRETCHED: Final = re.compile(r"(?=(.)\1\1)([^\W\d_])\2{2,}")  # what looks ahead is quick
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")

CHAT_SPELLINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "u": ("you",),
    "ur": ("your",),
    "r": ("are",),
    "y": ("why",),
    "n": ("and",),
    "da": ("the",),
    "hw": ("how",),
    "w": ("with",),
    "wat": ("what",),
    "wut": ("what",),
    "wot": ("what",),
    "wht": ("what",),
    "whats": ("what", "is"),
    "wats": ("what", "is"),
    "whos": ("who", "is"),
    "hows": ("how", "is"),
    "wheres": ("where", "is"),
    "thats": ("that", "is"),
    "wanna": ("want", "to"),
    "gonna": ("going", "to"),
    "gotta": ("got", "to"),
    "gimme": ("give", "me"),
    "lemme": ("let", "me"),
    "dunno": ("do", "not", "know"),
    "pls": ("please",),
    "plz": ("please",),
    "thx": ("thanks",),
    "bc": ("because",),
    "cuz": ("because",),
    "coz": ("because",),
    "abt": ("about",),
    "btwn": ("between",),
    "b4": ("before",),
    "gr8": ("great",),
    "l8r": ("later",),
    "ppl": ("people",),
    "ppls": ("people",),
    "rn": ("right", "now"),
    "idk": ("i", "do", "not", "know"),
    "tmrw": ("tomorrow",),
    "thru": ("through",),
    "msg": ("message",),
    "yrs": ("years",),
    "yr": ("year",),
    "hrs": ("hours",),
    "wks": ("weeks",),
    "sth": ("something",),
    "smth": ("something",),
    "hv": ("have",),
    "shud": ("should",),
    "cud": ("could",),
    "wud": ("would",),
    "dis": ("this",),
    "dat": ("that",),
    "dem": ("them",),
    "luv": ("love",),
    "yall": ("you", "all"),
    "tryna": ("trying", "to"),
    "tryin": ("trying",),
    "finna": ("going", "to"),
    "boutta": ("about", "to"),
    "hafta": ("have", "to"),
    "needa": ("need", "to"),
    "oughta": ("ought", "to"),
    "shoulda": ("should", "have"),
    "coulda": ("could", "have"),
    "woulda": ("would", "have"),
    "outta": ("out", "of"),
    "whatcha": ("what", "are", "you"),
    "wassup": ("what", "is", "up"),
    "howd": ("how", "did"),
    "whatd": ("what", "did"),
    "dya": ("do", "you"),
    "aint": ("is", "not"),
    "nd": ("and",),
    "dnt": ("do", "not"),
    "knw": ("know",),
    "kno": ("know",),
    "shld": ("should",),
    "wld": ("would",),
    "cld": ("could",),
    "wdym": ("what", "do", "you", "mean"),
    "ik": ("i", "know"),
    "idc": ("i", "do", "not", "care"),
    "prolly": ("probably",),
    "probs": ("probably",),
    "obv": ("obviously",),
    "ofc": ("of", "course"),
    "bcs": ("because",),
    "bcz": ("because",),
    "cos": ("because",),
    "sumthin": ("something",),
    "smthn": ("something",),
    "somethin": ("something",),
    "nothin": ("nothing",),
    "nuthin": ("nothing",),
    "gettin": ("getting",),
    "doin": ("doing",),
    "goin": ("going",),
    "makin": ("making",),
    "learnin": ("learning",),
    "startin": ("starting",),
    "workin": ("working",),
    "some1": ("someone",),
    "any1": ("anyone",),
    "every1": ("everyone",),
    "no1": ("no", "one"),
    "alot": ("a", "lot"),
    "hella": ("very",),
    "diff": ("different",),
    "rlly": ("really",),
    "rly": ("really",),
    "srsly": ("seriously",),
    "2day": ("today",),
    "2moro": ("tomorrow",),
    "ty": ("thanks",),
    "tysm": ("thanks",),
    "thnx": ("thanks",),
    "thanx": ("thanks",),
    "tnx": ("thanks",),
    "mths": ("months",),
    "mnths": ("months",),
    "lvl": ("level",),
    "lvls": ("levels",),
    "lng": ("long",),
    "tk": ("take",),
    "mk": ("make",),
    "engr": ("engineer",),
    "engrs": ("engineers",),
    "mgr": ("manager",),
    "sr": ("senior",),
    "jr": ("junior",),
    "govt": ("government",),
    "reqd": ("required",),
    "becoz": ("because",),
    "gud": ("good",),
    "wuz": ("was",),
    "wid": ("with",),
    "dey": ("they",),
    "bout": ("about",),
    "shd": ("should",),
    "moar": ("more",),
    "wout": ("without",),
    "plss": ("please",),
    "pleez": ("please",),
    "sb": ("somebody",),
    "lil": ("little",),
    "ure": ("you", "are"),
    "ull": ("you", "will"),
    "mins": ("minutes",),
}
"""How people write in chats, as the words they mean."""

CHAT_FILLERS: Final = frozenset(
    """
    lol lmao lmfao rofl haha hahaha hehe tbh tbf ngl imo imho istg iirc afaik btw fyi smh omg omfg
    wtf wth tf af asf ffs fr frfr ong deadass lowkey highkey lowk bruh bro bros fam dude dudes yo
    ayo aight tho anyways kinda sorta literally honestly seriously basically frankly
    """.split()
)
"""Words that colour a message and say nothing about its subject."""

_BEFORE_US: Final = frozenset("for to with of give let lets help tell show teach like".split())
_PLACING: Final = frozenset(
    """
    and or vs versus than nor salary salaries pay pays paid wage wages job jobs market visa move
    moving moved relocate relocating came come going go
    """.split()
)
"""Near one of these, "us" may well be the country ("the pay for us or india")."""

_MONEY: Final = frozenset(
    """
    cost costs price prices priced fee fees pay pays paid payment salary salaries wage wages earn
    earns income make makes charge charged worth
    """.split()
)
_BEFORE_PRICED: Final = frozenset("is are was were for".split())
""" "How much is the trip?" asks what it costs; "how much time does it take?" does not."""

_NEEDING: Final = frozenset("i you we they he she it do does to would will".split())
_AFTER_NEEDING: Final[Mapping[str, tuple[str, ...]]] = {"nd": ("need",)}
"""What text-speak stands for behind one of those ("what do I nd")."""

_DIGITS_FOR_WORDS: Final = {"2": "to", "4": "for"}
_SPEAKS_TEXT: Final = frozenset(CHAT_SPELLINGS) - {"whats", "whos", "hows", "wheres", "thats", "n"}
"""Spellings that show their writer shortens words, so that "4" may well stand for "for"."""

_UPPER_CASE_US: Final = re.compile(r"\b(?:U\.S\.A\.?|U\.S\.?|US)(?=\W|$)")

_LAST_LETTERS_OF_STEMS: Final = frozenset("abfhjkopquvwxz")
"""No English ending ends in one of these, so a word that does is its own stem."""

_stemmer = Stemmer.Stemmer("english", 0)  # of no cache, as `stem` has one


def normalise(text: str) -> str:
    """Return `text` in one spelling: composed, folded case, no accents, no apostrophes.

    Full-width letters become plain ones and letters stretched for effect ("heyyyy") are cut short.
    An upper-case "US" becomes "usa", so that it is no pronoun, unless everything is upper case.
    """
    folded = unicodedata.normalize("NFKC", text)
    if "U" in folded and not folded.isupper():
        folded = _UPPER_CASE_US.sub("usa", folded)
    if not folded.isascii():
        folded = _NOT_ASCII.sub(_drop_marks, unicodedata.normalize("NFKD", folded))
    folded = folded.casefold().translate(_APOSTROPHES)
    return _STRETCHED.sub(r"\2\2", folded)


def _drop_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found.group() if unicodedata.category(c) != "Mn")


def tokenize(text: str) -> list[str]:
    """Split `text` into normalised words and numbers; emoji and punctuation fall away.

    Returns at most `MAX_TOKENS` tokens, the first and the last ones of a longer text.
    """
    return list(_tokenize(text[:MAX_CHARACTERS]))


def tokenize_whole(text: str) -> list[str]:
    """What `tokenize` returns, however long; for what a keeper wrote."""
    return [token[:_ASCII_TOKEN_LENGTH] for token in _TOKEN.findall(normalise(text))]


@lru_cache(maxsize=256)  # one message is looked at from many sides
def _tokenize(text: str) -> tuple[str, ...]:
    return tuple(keep_ends(tokenize_whole(text), MAX_TOKENS))


def keep_ends(parts: list[str], most: int) -> list[str]:
    """The first and the last of `parts` where there are more than `most`, an even number."""
    return parts if len(parts) <= most else parts[: most // 2] + parts[-most // 2 :]


def drop_fillers(tokens: Sequence[str], known: Container[str] = ()) -> list[str]:
    """`tokens` without those that only colour a message, unless it names nothing else.

    Tokens in `known` stay.
    """
    telling = [token for token in tokens if token not in CHAT_FILLERS or token in known]
    return telling if content_words(telling) else list(tokens)


def expand_chat_spellings(tokens: Sequence[str], known: Container[str]) -> list[str]:
    """Replace text-speak by the words it stands for; tokens in `known` stay as they are."""
    texting = any(token in _SPEAKS_TEXT and token not in known for token in tokens)
    expanded: list[str] = []
    for position, token in enumerate(tokens):
        if token in CHAT_SPELLINGS and token not in known:
            before = expanded[-1] if expanded else ""
            needed = before in _NEEDING and _AFTER_NEEDING.get(token)
            expanded.extend(needed or CHAT_SPELLINGS[token])
        elif texting and position and token in _DIGITS_FOR_WORDS:
            expanded.append(_DIGITS_FOR_WORDS[token])
        else:
            expanded.append(token)
    return expanded


def drop_us(tokens: Sequence[str]) -> list[str]:
    """`tokens` without an "us" that is nobody's country ("what can they do for us").

    An upper-case one is "usa" by now, see `normalise`.
    """
    return [
        word
        for place, word in enumerate(tokens)
        if word != "us"
        or not place
        or tokens[place - 1] not in _BEFORE_US
        or not _PLACING.isdisjoint(tokens[max(0, place - 3) : place + 3])
    ]


def name_price(tokens: Sequence[str]) -> list[str]:
    """`tokens` with "cost" added where they ask how much something is without that word."""
    for place in range(len(tokens) - 1):
        if tokens[place] == "how" and tokens[place + 1] == "much":
            following = tokens[place + 2] if place + 2 < len(tokens) else ""
            if (not following or following in _BEFORE_PRICED) and _MONEY.isdisjoint(tokens):
                return [*tokens[: place + 2], "cost", *tokens[place + 2 :]]
    return list(tokens)


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the English stem of a normalised word ("engineers" and "engineer" share one)."""
    if not word.isascii() or not word.isalpha() or word[-1] in _LAST_LETTERS_OF_STEMS:
        return word
    return str(_stemmer.stemWord(word))
