"""What a turn leaves unsaid or only points at, named as in the question before it.

"The applied one", "the technical ones" and "is it required?" say too little by themselves.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.engine.conversation import Turn
from bot.engine.lexical.patterns import KNOWN_PERSON
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, STOP_WORDS, content_words
from bot.engine.narrowing.mentions import ROLE
from bot.engine.reading.reading import Reader, Reading
from bot.engine.wording.telling import tells_of_speaker

MOST_SAID: Final = 2
"""Content words up to which a turn says little more than "it" ("is it mandatory?")."""

_POINTED: Final = frozenset("it they that this those these them one".split())
"""Words in whose place what was asked about before may be put."""

_OBJECTS: Final = frozenset(("it", "them"))
"""Those with which something is done."""

_PERSON: Final = frozenset("he she him her his hers".split())
_KNOWN: Final = re.compile(rf"\b{KNOWN_PERSON}s?\b")
"""Names somebody whom only the speaker knows."""

_ASKING_WHO: Final = (["who"], ["whos"])

_ANYBODY: Final = frozenset(
    "anybody anyone everybody everyone nobody one person people somebody someone each whoever "
    "man woman boy girl child kid baby guy lady girlfriend boyfriend husband wife student "
    "member friend parent adult pupil patient client guest resident nurse chef boss cook".split()
)
_ROLE_ENDING: Final = re.compile(r"\w{3}(?:er|or|ist|ian|ant|ent|ee|man|woman|person)s?$")

_BEING: Final = frozenset("be being become becoming as".split())
"""Behind one of these "one" is a person of that kind."""


class Namer:
    """Names what turns leave unsaid."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def name_sibling(self, fragment: Reading, last: Turn) -> Reading:
        """`fragment`, or what it is short for where the turn before narrowed its question.

        After "what is a core ML engineer?" one may say "and the applied one?".
        """
        words = [word for word in fragment.prepared.tokens if word not in STOP_WORDS]
        if not words or len(words) > MOST_SAID or any(m.value for m in fragment.mentions):
            return fragment
        for mention in self._reader.read(last.query).mentions:
            if name := self._reader.find_sibling(words, mention):
                return self._reader.read(name)
        return fragment

    def name_ones(self, fragment: Reading, last: Turn) -> Reading:
        """`fragment` with the word that its "ones" stand for, where the knowledge says that.

        After "which soft skills do I need?" one may say "the technical ones".
        """
        *said, ones = fragment.prepared.tokens or ("",)
        asking = not (INTERROGATIVES | AUXILIARIES).isdisjoint(said)
        if ones != "ones" or not said or said[-1] in STOP_WORDS or asking:
            return fragment
        named = content_words(self._reader.prepare(last.query).tokens)
        head = self._reader.find_head(said[-1], named)
        return self._reader.read(" ".join([*said, head])) if head else fragment

    def name_person(self, text: str, last: Turn) -> Reading | None:
        """ "How do I become one?", read with the role that the last question named for "one".

        None for any other turn, and where that question named no role or several.
        """
        *said, one = self._reader.prepare(text).tokens or ("",)
        if one != "one" or not said or said[-1] not in _BEING:
            return None
        mentions = self._reader.read(last.query).mentions
        roles = {m.name for m in mentions if m.qualifier == ROLE and m.value}
        return self._reader.read(" ".join([*said, *roles])) if len(roles) == 1 else None

    def find_unknown_person(self, alone: Reading, before: Turn) -> Reading | None:
        """The question who somebody is that nothing is known of, for a turn about "her" or "him".

        That is the question right `before`. None where the turn says itself who they may be.
        """
        tokens = tokenize(alone.query)
        place = next((n for n, word in enumerate(tokens) if word in _PERSON), None)
        if place is None or _KNOWN.search(alone.query.casefold()):
            return None
        told = " ".join(tokens[:place])
        roles = [m.words for m in alone.mentions if m.qualifier == ROLE and m.words in told]
        if roles or any(map(_is_person, tokens[:place])):
            return None
        if before.answered or before.aside or tokenize(before.query)[:1] not in _ASKING_WHO:
            return None
        asked = self._reader.read(before.query)
        return asked if self._reader.fits_extra(asked) else None

    def name_pointed(self, fragment: Reading, earlier: Reading) -> Reading | None:
        """ "Is it required?", read with what "it" stands for put in its place.

        None for a turn that asks neither for yes or no nor how one does something with it, and
        where "it" may be many things.
        """
        tokens = list(fragment.prepared.tokens)
        places = [n for n, word in enumerate(tokens) if word in _POINTED and _points_at(tokens, n)]
        if len(places) != 1 or not (tokens[0] in AUXILIARIES or _does_something(tokens)):
            return None
        if tells_of_speaker(earlier.query) or self._reader.fits_extra(earlier):
            return None
        words = self._reader.find_topic(earlier.prepared)
        known = {word for m in fragment.mentions if m.value for word in m.words.split()}
        said = [word for word in content_words(tokens) if word not in known]
        if not words or len(said) > MOST_SAID:
            return None
        tokens[places[0] : places[0] + 1] = words
        return self._reader.read(" ".join(tokens))


def _is_person(word: str) -> bool:
    """Whether a word may stand for a person: a role by its ending, or anybody."""
    return word in _ANYBODY or (word not in STOP_WORDS and bool(_ROLE_ENDING.search(word)))


def _points_at(tokens: Sequence[str], place: int) -> bool:
    """Whether a word stands for a thing; "one" only where no other word follows that it counts."""
    if tokens[place] != "one":
        return True
    return tokens[place + 1 : place + 2] in ([], ["at"], ["too"], ["for"])


def _does_something(tokens: Sequence[str]) -> bool:
    """Whether a question asks how, where or when one does something with "it"."""
    return tokens[0] in INTERROGATIVES and tokens[-1] in _OBJECTS and tokens[-2] not in STOP_WORDS
