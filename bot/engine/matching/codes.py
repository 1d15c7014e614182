"""Codes, as of an error or a model ("e07", "mk2"), and the entries that people ask for by them."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from bot.engine.lexical.text import tokenize
from bot.engine.tables.packed import PackedTexts

_CODE: Final = re.compile(r"(?P<kind>[a-z]{1,4})\d{1,5}[a-z]?")
"""Digits that open a word count something."""


class Code(NamedTuple):
    """A word that is a code, and the letters that it opens with."""

    word: str
    kind: str


def find_codes(words: Iterable[str]) -> list[Code]:
    """Those of `words` that are codes."""
    return [
        Code(word, found["kind"]) for word in words if (found := _CODE.fullmatch(word)) is not None
    ]


class CodeTable:
    """Tells by the codes in a query which of the numbered entries it may ask for."""

    def __init__(
        self,
        words: Sequence[str],
        phrasings: PackedTexts,
        *,
        find_askers: Callable[[str], list[int]],
        is_used: Callable[[str], bool],
    ) -> None:
        """`words` are those of all `phrasings`, of which each entry's own question is the first.

        `find_askers` lists the entries with a phrasing that says a word, and `is_used` tells
        whether anything in the knowledge does.
        """
        self._words = words
        self._phrasings = phrasings
        self._find_askers = find_askers
        self._is_used = is_used

    def are_of(self, codes: Sequence[Code], entry: int) -> bool:
        """Whether people ask an entry alone for one of `codes` ("E07 again")."""
        return any(self._find_askers(code.word) == [entry] for code in codes)

    def are_of_others(self, codes: Sequence[Code], entry: int) -> bool:
        """Whether people ask for an entry by a code, and nothing has any of `codes`, of its kind.

        What is known of error E07 is nothing that is known of E08.
        """
        if not codes or any(self._is_used(code.word) for code in codes):
            return False
        words = {word for phrasing in self._phrasings[entry] for word in tokenize(phrasing)}
        kinds = {code.kind for code in find_codes(words)}
        return any(code.kind in kinds for code in codes)

    def find_entry(self, codes: Sequence[Code]) -> int | None:
        """The one entry that one of `codes` tells from others, asked for by codes of its kind.

        However much the rest of a message speaks of something else: with E02 and E07 known, what
        keeps showing E07 is a matter of that.
        """
        found = {self._entries[code.word] for code in codes if code.word in self._entries}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _entries(self) -> dict[str, int]:
        """The entries that are called by a code each, of kinds that tell several apart.

        Called so by their own questions, and no other entry is asked for by that code.
        """
        entries: dict[str, dict[str, int]] = {}
        for code in find_codes(self._words):
            askers = self._find_askers(code.word)
            if len(askers) == 1 and code.word in tokenize(self._phrasings[askers[0]][0]):
                entries.setdefault(code.kind, {})[code.word] = askers[0]
        several = (some for some in entries.values() if len(set(some.values())) > 1)
        return {code: entry for some in several for code, entry in some.items()}
