"""What one knowledge base can say, by number: its entries, then its gaps, then its small talk.

The index numbers its documents in this order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.engine.entries import Entry, Gap, SmallTalk
from bot.engine.matching.model import Scores


@dataclass(frozen=True)
class Catalogue:
    """The entries of a knowledge base and its extras: gaps and small talk."""

    entries: tuple[Entry, ...]
    gaps: tuple[Gap, ...] = ()
    small_talk: tuple[SmallTalk, ...] = ()

    def __len__(self) -> int:
        """How many entries there are, extras left out."""
        return len(self.entries)

    def __getitem__(self, number: int) -> Entry:
        """The entry of that number."""
        return self.entries[number]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each entry, by its id."""
        return {entry.id: number for number, entry in enumerate(self.entries)}

    def find(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those entries that the knowledge still holds."""
        return tuple(self.numbers[i] for i in ids if i in self.numbers)

    @property
    def extra_numbers(self) -> slice:
        """The numbers of the extras."""
        return slice(len(self.entries), None)

    @property
    def small_talk_numbers(self) -> slice:
        """The numbers of small talk."""
        return slice(len(self.entries) + len(self.gaps), None)

    def is_extra(self, number: int) -> bool:
        """Whether a number is that of a gap or of small talk, not of an entry."""
        return number >= len(self.entries)

    def is_small_talk(self, number: int) -> bool:
        """Whether a number is that of small talk."""
        return number >= len(self.entries) + len(self.gaps)

    def find_leading_extra(self, scores: Scores) -> int | None:
        """The number of the gap or small talk that scores best, if one does.

        Nothing leads with a score of nothing.
        """
        number = scores.best
        leads = number is not None and self.is_extra(number) and scores.values[number] > 0
        return number if leads else None

    def get_extra(self, number: int) -> Gap | SmallTalk:
        """The gap or small talk of that number; raises IndexError for others."""
        if not self.is_extra(number):
            raise IndexError(number)
        extras: tuple[Gap | SmallTalk, ...] = (*self.gaps, *self.small_talk)
        return extras[number - len(self.entries)]

    def leads_to(self, number: int, other: int) -> bool:
        """Whether the first of two entries offers the second as a follow-up."""
        return self.entries[other].id in self.entries[number].follow_ups
