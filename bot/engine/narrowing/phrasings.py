"""How the entries of a knowledge base are asked for, beside the values that narrow a question.

Their phrasings show which way a question must go, what kind of thing it may ask for, and whether
it may ask for what is not so.
"""

from collections.abc import Callable, Sequence

from cachetools import LRUCache

from bot.engine.entries import Entry
from bot.engine.lexical.text import tokenize
from bot.engine.narrowing.claims import Claims
from bot.engine.recent import recall
from bot.engine.wording.answer_kinds import AnswerKind, find_kind, may_tell, speaks_of
from bot.engine.wording.denial import asks_to_skip, skips_alike
from bot.engine.wording.directions import Direction


class Phrasings:
    """Judges entries by how they are asked for; entries go by their numbers."""

    def __init__(
        self,
        entries: Sequence[Entry],
        claims: Sequence[Claims],
        *,
        spell_out: Callable[[Sequence[str]], list[str]],
    ) -> None:
        """`spell_out` replaces the abbreviations in a tokenised text."""
        self._entries = entries
        self._claims = claims
        self._spell_out = spell_out
        self._texts: LRUCache[int, tuple[str, ...]] = LRUCache(256)

    def recall(self, number: int) -> tuple[str, ...]:
        """The ways of asking for an entry, as tokens between spaces."""
        return recall(self._texts, number, self._read)

    def _read(self, number: int) -> tuple[str, ...]:
        texts = [self._spell_out(tokenize(text)) for text in self._entries[number].phrasings]
        return tuple(f" {' '.join(tokens)} " for tokens in texts)

    def denies(self, number: int, asked: str) -> bool:
        """Whether an entry is asked for by what is not so, or by what `asked` wants to skip."""
        if self._claims[number].denies:
            return True
        return asks_to_skip(asked) and any(skips_alike(asked, text) for text in self.recall(number))

    def find_missing_kind(self, tokens: Sequence[str], number: int) -> AnswerKind | None:
        """The kind of thing asked for, such as a date, where an entry speaks of none."""
        kind = find_kind(tokens)
        if kind is None:
            return None
        answer = self._entries[number].answer
        return None if speaks_of(kind, self.recall(number), answer) else kind

    def may_tell(self, number: int) -> bool:
        """Whether an entry may tell more than it seems to."""
        return may_tell(self.recall(number), self._entries[number].answer)

    def compare_direction(self, direction: Direction, number: int) -> int:
        """Whether an entry leads the way of a question (1), the other way (-1) or neither."""
        return self._claims[number].ways.compare(direction)
