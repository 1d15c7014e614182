"""Which two things a question holds against each other ("X vs Y", "is X better than Y").

An entry about one of the two does not tell how they compare.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import PRONOUNS, content_words
from bot.engine.wording.sides import take_name

_RANKED: Final = (
    "(?:better|worse|faster|cheaper|harder|longer|shorter|higher|lower|bigger|smaller|older|newer|"
    "quicker|slower|stronger|safer|[a-z]{2,}ier|(?:more|less) [a-z]{4,})"
)
_AMOUNT: Final = (
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|once|twice)"
    r"\b|(?:an?|one|the|this) (?:second|minute|hour|day|night|week|month|year|dozen|hundred|"
    r"thousand|couple|few|limit|maximum|minimum)\b)"
)
"""What something is more or less than, and is not compared with."""

_AGAINST: Final = re.compile(
    rf" (?:vs|versus|(?:compared|opposed) (?:to|with)|{_RANKED} than(?! {_AMOUNT})|"
    r"different (?:from|to|than)) "
)
_BETWEEN: Final = re.compile(
    r"\b(?:(?:differences?|compare|comparing|comparison)(?: (?:between|of))?|"
    r"(?:choose|choosing|decide|deciding) between)"
    r"(?P<left>(?: \S+){1,4}?) (?:and|or|to|with|against|from)(?P<right> .+)"
)
_PICKED: Final = re.compile(r"\b(?:choose|choosing|decide|deciding)(?: \S+){1,4}? or ")
_OR: Final = re.compile(r" or ")
_CHOOSING: Final = re.compile(rf"\b(?:which|best|{_RANKED})\b")
_RANKING: Final = re.compile(rf"\b{_RANKED}\b")

_ONE_DOING: Final = re.compile(rf"\b(?P<ranked>{_RANKED}) to [a-z]+(?= \S.* or )")
"""Says what is done in either of two ways ("better to pay online or in person")."""

_SCALES: Final = tuple(
    frozenset(scale.split())
    for scale in (
        "hard harder difficult difficulty tough tougher easy easier simple simpler challenging",
        "cheap cheaper expensive cost costs price prices fee fees free money",
        "fast faster quick quicker slow slower speed time takes long longer short shorter",
        "old older new newer age",
        "strong stronger weak weaker strength",
        "safe safer safety risk danger dangerous secure",
        "stress stressful stressed exhausting tiring burnout relaxed",
    )
)
"""Words for how things compare in one way, whichever of them has more of it."""

_ASPECT: Final = re.compile(
    r"\b(?:(?:more|less) (?!than\b)(?P<more>[a-z]{4,})|"
    r"(?P<ranked>faster|cheaper|harder|longer|shorter|older|newer|quicker|slower|stronger|safer|"
    r"easier|simpler|tougher))\b"
)

_DIFFERENCE: Final = frozenset("difference differences differ differs different".split())
"""What an entry speaks of that tells in every way how two things compare."""

_ASPECT_SHARE: Final = 0.05
"""Share of an entry's phrasings that must speak of something for it to tell how that compares."""

_ASKS_WHY: Final = re.compile(r"^ (?:why|whys|how come) ")
"""Opens what asks for the reason of something, whatever that is held against."""

_BOTH: Final = re.compile(
    r"\b(?:vs|versus|than|better|difference\w*|differ\w*|compar\w+|between|instead|"
    r"beats?|over|wins?)\b"
)
"""What a phrasing holds that holds two things against each other."""

_NAMING_SHARE: Final = 0.1
"""Share of an entry's phrasings that must name a thing for it to be about that among others."""

_UNNAMED: Final = frozenset(
    "nothing none before usual normal average expected thought others elsewhere ever now yay "
    "nay".split()
)
"""What a comparison may be with that is no thing of its own."""

Names = Callable[[Sequence[str]], frozenset[str]]
"""What some words are called, so that those that mean the same are called alike."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How each of two things is called, without what both of them are."""

    left: frozenset[str]
    right: frozenset[str]
    shared: frozenset[str] = frozenset()
    """What stands behind both and may belong to either ("passwords", of "import or export")."""
    bare: bool = False
    """Whether an "or" is all that holds them against each other."""

    def find_side(self, called: frozenset[str]) -> Literal["left", "right", "both"] | None:
        """Which of the two is among what some words are called."""
        left, right = (not called.isdisjoint(side) for side in (self.left, self.right))
        if left and right:
            return "both"
        return "left" if left else "right" if right else None

    def is_named(self, called: frozenset[str]) -> bool:
        """Whether anything of the two is among what some words are called."""
        return not called.isdisjoint(self.left | self.right | self.shared)


def find_compared(tokens: Sequence[str], names: Names) -> Compared | None:
    """The two things that a question compares; None where it compares none, or names but one."""
    plain = _ONE_DOING.sub(r"\g<ranked> to", f" {' '.join(tokens)} ")
    if _ASKS_WHY.search(plain):
        return None
    shared: Sequence[str] = ()
    bare = False
    if found := _BETWEEN.search(plain):
        left, right = take_name(found["left"].split()), take_name(found["right"].split())
    elif found := _AGAINST.search(plain):
        left = _take_last(plain[: found.start()].split())
        right = take_name(plain[found.end() :].split())
    elif found := _find_choice(plain):
        left = _take_back(plain[: found.start()].split())
        behind = take_name(plain[found.end() :].split())
        right, shared = behind[: len(left)], behind[len(left) :]
        bare = not _CHOOSING.search(plain) and not _PICKED.search(plain)
    else:
        return None
    if not (left and right) or any(map(_names_none, (left, right))):
        return None
    one, other = names(left), names(right)
    if not (one - other and other - one):
        return None
    return Compared(one - other, other - one, names(shared), bare)


def tells_of_both(compared: Compared, phrasings: Sequence[str], names: Names) -> bool:
    """Whether an entry tells of both of two things, by its phrasings, in normalised words.

    Its title, the first one, names both, or another one holds both against each other. Of what only
    an "or" joins ("lost or damaged") a good share may each name one.
    """
    sides = [compared.find_side(names(phrasing.split())) for phrasing in phrasings]
    if compared.bare:
        left, right = (sum(s in (side, "both") for s in sides) for side in ("left", "right"))
        return min(left, right) >= max(1.0, _NAMING_SHARE * len(sides))
    against = (
        s for s, p in zip(sides, phrasings, strict=True) if _BOTH.search(p) or _find_choice(p)
    )
    return "both" in (*sides[:1], *against)


def find_aspect(tokens: Sequence[str]) -> frozenset[str]:
    """The words for that in which a question compares two things; empty for all in all.

    "Which is harder" asks how hard both are, "which is better" asks of nothing in particular, and
    neither does "who gets more love", which may stand for anything.
    """
    found = _ASPECT.search(" ".join(tokens))
    word = (found["more"] or found["ranked"]) if found else ""
    return next((scale for scale in _SCALES if word in scale), frozenset())


def tells_aspect(aspect: frozenset[str], phrasings: Sequence[str], answer: str) -> bool:
    """Whether an entry tells how things compare in one way, or how they differ at all.

    Its answer speaks of that, or more than a stray phrasing does.
    """
    wanted = set(map(stem, aspect | _DIFFERENCE))
    speaking = sum(not wanted.isdisjoint(map(stem, p.split())) for p in phrasings)
    told = not set(map(stem, aspect)).isdisjoint(map(stem, tokenize(answer)))
    return told or speaking >= max(1.0, _ASPECT_SHARE * len(phrasings))


def _take_last(before: Sequence[str]) -> list[str]:
    """The thing named right before a place, or all that a pronoun there may stand for."""
    if before and before[-1] in PRONOUNS:
        return content_words(before)
    return _take_back(before)


def _take_back(before: Sequence[str]) -> list[str]:
    return take_name(before[::-1])[::-1]


def _names_none(side: Sequence[str]) -> bool:
    """Whether one of two things is none of its own ("nothing", "something stronger")."""
    return not _UNNAMED.isdisjoint(side) or _RANKING.search(" ".join(side)) is not None


def _find_choice(plain: str) -> re.Match[str] | None:
    """The "or" that leaves a choice between two things, in a text that asks nothing else of them.

    "Tea or coffee", "choose tea or coffee" and "which is better, tea or coffee" do.
    """
    found = _OR.search(plain)
    if found is None or _CHOOSING.search(plain):
        return found
    before, behind = plain[: found.start()].split(), plain[found.end() :].split()
    opens = _take_back(before) == before or _PICKED.search(plain)
    return found if opens and take_name(behind) == behind else None
