"""How people write in chats: words that only colour a message, and short spellings spelt out.

The spellings come from `data/texting.txt`.
"""

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final

from bot.engine.lexical.phrases import read_meanings
from bot.engine.lexical.words import INTERROGATIVES, OWNING, content_words

CHAT_SLANG: Final = frozenset(
    """
    lol lmao lmfao rofl haha hahaha hehe tbh tbf ngl imo imho istg iirc afaik btw fyi smh omg omfg
    wtf wth tf af asf ffs fr frfr ong deadass lowkey highkey lowk bruh bro bros fam dude dudes yo
    ayo aight tho anyways kinda sorta m8 bhai
    """.split()
)
CHAT_FILLERS: Final = CHAT_SLANG | frozenset(
    "literally honestly seriously basically frankly sir maam madam".split()
)
"""Words that colour a message and say nothing about its subject; the slang hardly ever does."""

_NEEDING: Final = frozenset("i you we they he she it do does to would will".split())
_AFTER_NEEDING: Final[Mapping[str, tuple[str, ...]]] = {"nd": ("need",)}
"""What text-speak stands for behind one of those ("what do I nd")."""

_COUNTED: Final = frozenset(
    """
    year years yr yrs month months mo mos mnth mnths mths week weeks wk wks day days hour hours hr
    hrs minutes times people languages k lakh lakhs
    """.split()
)
"""What a digit before it counts, whoever writes it."""

_HOW: Final = "hw"
_WITH: Final = "w"
_BEFORE_W: Final = frozenset(
    "the a press hold key keys letter letters big huge massive or another one my what weight "
    "v x".split()
)
_AFTER_W: Final = frozenset("for is means mean or x in".split())
"""Beside one of those a "w" is a letter, or a win."""
_ARE: Final = "r"
_BEFORE_HOW: Final = frozenset(
    """
    do does did long lng much mch many mny to can could should would will is are r u come hard old
    fast often good big far about abt tough important soon late well likely diff different
    """.split()
)
"""What follows an "hw" that means "how"; any other is homework or hardware."""

_BEFORE_HOMEWORK: Final = OWNING | frozenset("what which any some no this that more".split())

_USED: Final = "usd"
_BEFORE_USED: Final = frozenset("is are was were be been being get gets its".split())
_BEFORE_DOLLARS: Final = frozenset("in to of per into from".split())
_PAYING: Final = frozenset("pay pays paid salary salaries wage wages price prices cost".split())
_AFTER_USED: Final = frozenset("for to by with at on in when".split())
"""With words before and behind it an "usd" means "used", not dollars."""

_LETTERS: Final = frozenset("runy")
_BEFORE_LETTER: Final = frozenset(
    """
    the my your his her our their a an this letter letters of or vs versus spell pronounce write
    called plan gen generation and
    """.split()
)
_BEFORE_R: Final = frozenset(
    """
    is are in with use using learn learning know knowing need like than about does do did will would
    can could should must
    """.split()
)
"""Words before an R that is one, whatever they are before other letters."""

_AFTER_ARE: Final = frozenset("u you they there we these those the many not all".split())
_AFTER_LETTER: Final = frozenset("or vs versus programming language axis studio".split())
"""Words before or after a single letter that is one, not text-speak ("learn R", "my r")."""

_DIGITS_FOR_WORDS: Final = {"2": "to", "4": "for"}
_AFTER_NUMBER: Final = frozenset("and or but with without in on at by from as if when".split())
"""What follows a number, and neither a "to" nor a "for"."""

_LONGEST_NAME: Final = 3
"""Words of a name that ends with a number ("the raspberry pi 4")."""

_ANYBODYS: Final = frozenset(("whats", "whos", "hows", "wheres", "whens", "thats", "n", _USED))
"""Spellings of any writer; who uses one of the others shortens words: their "4" may be "for"."""

_PLAIN_TEXT_SPEAK: Final = frozenset("u ur pls plz ppl thx idk wanna gonna gotta rn cuz".split())
"""Spellings that a knowledge base can only list as what people write."""


@lru_cache(maxsize=1)
def chat_spellings() -> Mapping[str, tuple[str, ...]]:
    """Short spellings, and the words that each stands for."""
    return {short: meant for (short,), meant in read_meanings("texting.txt").items()}


def drop_fillers(tokens: Sequence[str], known: Container[str] = ()) -> list[str]:
    """`tokens` without those that only colour a message, unless it names nothing else.

    Tokens in `known` stay, and those that somebody has ("my bro", "the fam").
    """
    telling = [
        token
        for before, token in pairwise(("", *tokens))
        if token not in CHAT_FILLERS or token in known or before in OWNING
    ]
    return telling if content_words(telling) else list(tokens)


def expand_chat_spellings(tokens: Sequence[str], known: Container[str]) -> list[str]:
    """Replace text-speak by the words it stands for; tokens in `known` stay as they are."""
    spellings = chat_spellings()
    texting = any(
        token in spellings
        and token not in _ANYBODYS
        and (token not in known or token in _PLAIN_TEXT_SPEAK)
        for token in tokens
    )
    expanded: list[str] = []
    for position, token in enumerate(tokens):
        if token in spellings and _is_short_for(tokens, position, known):
            before = expanded[-1] if expanded else ""
            needed = before in _NEEDING and _AFTER_NEEDING.get(token)
            expanded.extend(needed or spellings[token])
        elif (
            texting
            and position
            and token in _DIGITS_FOR_WORDS
            and _is_word(token, before=expanded, after=tokens[position + 1 : position + 2])
        ):
            expanded.append(_DIGITS_FOR_WORDS[token])
        else:
            expanded.append(token)
    return expanded


def _is_word(digit: str, *, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a digit stands for a word between others, rather than for a number."""
    return _COUNTED.isdisjoint(after) and not (
        _AFTER_NUMBER.issuperset(after) and _ends_name(digit, before)
    )


def _ends_name(digit: str, before: Sequence[str]) -> bool:
    """Whether a digit is the end of a name ("the raspberry pi 4").

    Of one with an article; and a "4" of any, unless a word asks what that is "for".
    """
    name = list(takewhile(lambda word: content_words([word]), reversed(before)))
    owned = before[: len(before) - len(name)][-1:]
    if not 0 < len(name) <= _LONGEST_NAME:
        return False
    return not OWNING.isdisjoint(owned) or (digit == "4" and INTERROGATIVES.isdisjoint(before))


def _is_short_for(tokens: Sequence[str], position: int, known: Container[str]) -> bool:
    """Whether what may be text-speak is: by the words beside it, for some."""
    word = tokens[position]
    before = tokens[position - 1] if position else ""
    after = tokens[position + 1] if position + 1 < len(tokens) else ""
    if word == _USED:
        paid = before in _BEFORE_DOLLARS or before.isdecimal()
        paid = paid or not _PAYING.isdisjoint(tokens[:position])
        return after in _AFTER_USED and not paid and not _BEFORE_USED.isdisjoint(tokens[:position])
    if word in known and word not in _LETTERS:
        return False
    if word == _HOW:
        opens = not before and after in _DIGITS_FOR_WORDS
        return (after in _BEFORE_HOW or opens) and before not in _BEFORE_HOMEWORK
    if word == _WITH:
        return bool(before and after) and before not in _BEFORE_W and after not in _AFTER_W
    if word not in _LETTERS:
        return True
    if word == _ARE and after in _AFTER_ARE:
        return True
    if len(tokens) == 1 or before in _BEFORE_LETTER or after in _AFTER_LETTER:
        return False
    return word != _ARE or (bool(after) and before not in _BEFORE_R)
