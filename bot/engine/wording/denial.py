"""What a text denies, and whether it asks what is *not* so ("which skills do I not need")."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import AUXILIARIES, content_words

_DENIED: Final = re.compile(
    r"(?:(?:^(?:(?:in|for|at|with|as) (?:\w+ ){1,6})?(?:\w+ )?|"
    r"\b(?:me|know|wonder|wondering|so) )who|"
    r"(?:^(?:\w+ ){0,4}|^(?:in|for|at|with|as) (?:\w+ ){1,9})which|\bwhat)\b"
    r"(?P<between>(?: (?!(?:if|because|but)\b)\w+){0,6}?) "
    r"(?:not(?! (?:just|jus|only|(?:be )?(?:missing|lacking)|miss|lack|skip|ignore|neglect|"
    r"forget)\b)|never|useless|unnecessary|irrelevant|pointless|needless|"
    r"overrated|dont|doesnt|isnt|arent|cant|can i (?:skip|ignore)|should i (?:avoid|skip|ignore))\b"
)

_DENIED_BESIDE: Final = re.compile(r"^ i$|\b(?:who|that|which|when|where)(?: \w+)?$")
"""Words between that make it a denial of "helpers who don't" or "what I can't", not the asked."""

_NEEDED: Final = re.compile(
    r"\b(?:cant|can ?not|cannot|couldnt|wont|never|not)(?: \w+){0,4} "
    r"(?:do|live|go|work|manage|survive|get by|get along|be) without\b"
)
"""Denies twice: what cannot be done without is needed."""

_UNWANTED: Final = re.compile(
    r"(?:but |so )?i (?:really |just |actually )?(?:dont|do not|never|no longer) "
    r"(?:want|wanna|wish|plan|intend)(?: to)? (?:be|become)"
    r"(?: (?!(?:what|how|when|where|which|who|why|can|could|should|do|does|is|are)\b)\w+){1,5}"
)
"""Says what somebody does not want to become, and asks nothing."""

_SKIPPED: Final = re.compile(
    r"\b(?:can|could|may|should) (?:i|you|we|one|someone) (?:just )?"
    r"(?P<verb>skip|ignore|avoid|leave out)\b"
)

_DENYING: Final = frozenset({"not", "never", *(w for w in AUXILIARIES if w.endswith("nt"))})
_BESIDE_DENIED: Final = frozenset(
    """
    a an the very really so that too all any at even exactly particularly terribly especially much
    of been be being such always quite actually
    """.split()
)
"""What may stand between a denial and what it denies ("not a very good bot")."""


@lru_cache(maxsize=256)  # each entry that may answer a message is held against it
def asks_for_the_opposite(text: str) -> bool:
    """Whether `text` asks what is *not* so ("which skills do I not need", "what can I skip")."""
    clauses = re.split(r"[.;:!?]+(?:\s|$)", text)
    return any(_denies(" ".join(tokenize(clause))) for clause in clauses)


def asks_to_skip(text: str) -> bool:
    """Whether `text` asks what may be left out, or whether something may."""
    return _SKIPPED.search(" ".join(tokenize(text))) is not None


def skips_alike(text: str, phrasing: str) -> bool:
    """Whether a normalised `phrasing` speaks of leaving out what `text` asks to leave out.

    "Can I skip a box?" asks for no opposite where a phrasing is "skip a box".
    """
    plain = " ".join(tokenize(text))
    found = _SKIPPED.search(plain)
    if found is None or f" {found['verb']} " not in f" {phrasing} " or "why" in phrasing.split():
        return False
    asked = set(map(stem, content_words(plain.split()))) - set(map(stem, found["verb"].split()))
    return not asked.isdisjoint(map(stem, phrasing.split()))


def denies_saying(text: str, sayings: Iterable[str]) -> bool:
    """Whether `text` denies a word of `sayings`, and none of those denies it too.

    "That was not helpful" is no "that was helpful", while "i dont agree" may be a saying itself.
    """
    denied = _find_denied(tokenize(text))
    if not denied:
        return False
    said = [tokenize(saying) for saying in sayings]
    words = {stem(word) for tokens in said for word in tokens}
    return not denied.isdisjoint(words.difference(*map(_find_denied, said)))


def _find_denied(tokens: Sequence[str]) -> set[str]:
    """The stems of the words that stand behind a denial."""
    behind = (
        next((word for word in tokens[n + 1 :] if word not in _BESIDE_DENIED), "")
        for n, word in enumerate(tokens)
        if word in _DENYING
    )
    return {stem(word) for word in behind if word}


def _denies(clause: str) -> bool:
    denied = _DENIED.search(clause)
    denies_asked = denied is not None and not _DENIED_BESIDE.search(denied["between"])
    if denies_asked and not _NEEDED.search(clause):
        return True
    return bool(_SKIPPED.search(clause) or _UNWANTED.fullmatch(clause))
