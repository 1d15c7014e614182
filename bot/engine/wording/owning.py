"""What questions say is somebody's own: asked about it, or only told with what is asked."""

import re
from collections.abc import Sequence
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words

LONGEST_OWNED: Final = 2
"""Words behind a "my" that say what is somebody's own."""

_OWN: Final = re.compile(r"\b(?:my|our|we|(?<!the )(?<!of )us|weve)\b")
_SEEKING: Final = re.compile(
    r"\bhow (?:to|can i|could i|would i|i can)\b|\b(?:how|where|when) (?:do|can|should) we\b|"
    r"\b(?:can|may|could) we\b|\bwhy cant (?:we|i)\b|"
    r"\bare we (?:allowed|supposed|meant|expected|required)\b|"
    r"\bas (?:my|our) \w+$|"
    r"\b(?:do|must|should) we (?:(?:really|actually|still|also|all) )?(?:have to|need)\b|"
    r"^(?:so |and )*will my \w+\b(?! ever\b)|\bisnt there an? \w+|\bhow we (?:get|can|do)\b|"
    r"\bcan others\b|\b(?:is there|whats|what is|any|the) (?:\w+ ){0,2}?way to\b|"
    # "why is my feed not loading", "what is eating my roses", "is my dog allowed in"
    r"\bwhy (?:is|are) (?:my|our) (?:\w+ ){1,2}not (?:\w+(?:ing|ed)|shown|sent|found)\b|"
    r"\bwhy (?:does|do) (?:my|our) (?:\w+ ){1,2}not \w+|"
    r"\bwhy (?:isnt|arent|doesnt|dont|wont) (?:my|our) \w+|\bwhat(?:s| is) \w+ing (?:my|our) \w+|"
    r"\b(?:is|are) (?:my|our) (?:\w+ ){1,2}(?:allowed|covered|included|insured|welcome)\b|"
    r"\bhow much is (?:it|that|this) for\b|\bwhat would (?:it|that) (?:cost|set)\b|"
    r"\b(?:can|could|may) (?:my|our|an?) \w+|\bwhy (?:would|is) that\b|"
    r"\b(?:do|will|would|should|can) (?:we|i) (?:(?:really|actually|still|also|all) )?"
    r"(?:get|lose|keep|pay|receive|call|bring)\b|"
    r"\bis (?:that|it|this) (?:even |still )?(?:allowed|ok|okay|possible)\b|"
    r"\b(?:i|id|im|ive) (?:\w+ ){0,3}(?:want|need|become|becoming|learn|switch|start|get into|"
    r"have to|should|wondering|curious|know)\b|\b(?:do|should|can|could|would|must) i\b|\bam i\b"
)
_OWN_PAST: Final = re.compile(r"\bdid (?:i ever|it take (?:me|us))\b")


def asks_of_own(question: str, *, clause: str) -> bool:
    """Whether the `clause` that asks is about its writer's own things, and seeks no advice.

    Both in normalised words.
    """
    return _OWN.search(clause) is not None and _SEEKING.search(question) is None


def asks_of_own_past(question: str) -> bool:
    """Whether a normalised `question` is about what its writer did ("did I ever pay for it?")."""
    return _OWN_PAST.search(question) is not None


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
