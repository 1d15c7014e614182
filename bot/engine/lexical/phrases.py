"""Phrases of one or more tokens: read from data, and found in tokens however many there are."""

from collections.abc import Callable, Iterator, KeysView, Mapping, Sequence
from importlib.resources import files
from typing import Generic, TypeVar

Phrase = tuple[str, ...]
Meaning = TypeVar("Meaning")


class PhraseTable(Generic[Meaning]):
    """Phrases, and what each stands for."""

    def __init__(self, phrases: Mapping[Phrase, Meaning]) -> None:
        self.phrases = phrases
        lengths: dict[str, set[int]] = {}
        for phrase in phrases:
            if phrase:
                lengths.setdefault(phrase[0], set()).add(len(phrase))
        shared: dict[frozenset[int], tuple[int, ...]] = {}
        self._lengths = {
            first: shared.setdefault(frozenset(some), tuple(sorted(some, reverse=True)))
            for first, some in lengths.items()
        }
        """How long the phrases are that open with a token, the longest first."""

    @property
    def openings(self) -> KeysView[str]:
        """The tokens that open a phrase; most texts hold none of them."""
        return self._lengths.keys()

    def start_at(self, tokens: Sequence[str], start: int) -> list[tuple[int, Meaning]]:
        """The phrases that `tokens` hold from `start` on: (end, value), the longest first."""
        lengths = self._lengths.get(tokens[start]) if start < len(tokens) else None
        if lengths is None:
            return []
        ends = [start + length for length in lengths if start + length <= len(tokens)]
        runs = [(end, tuple(tokens[start:end])) for end in ends]
        return [(end, self.phrases[run]) for end, run in runs if run in self.phrases]

    def find_longest(
        self,
        tokens: Sequence[str],
        accepts: Callable[[int, int, Meaning], bool] | None = None,
    ) -> Iterator[tuple[int, int, Meaning]]:
        """The phrases in `tokens` from the left, the longest at each place: (start, end, value).

        Where `accepts` is given, only of those that it takes; it is asked in this order.
        """
        done = 0
        for start, token in enumerate(tokens):
            if start < done or token not in self._lengths:
                continue
            for end, value in self.start_at(tokens, start):
                if accepts is None or accepts(start, end, value):
                    yield start, end, value
                    done = end
                    break


def replace_phrases(tokens: Sequence[str], table: PhraseTable[Phrase]) -> list[str]:
    """`tokens` with each phrase of the table replaced, from the left, the longest at each place.

    What the words before it say already is not said again: with "dev" for "software developer", a
    "software dev" is one developer.
    """
    replaced: list[str] = []
    done = 0
    for start, end, phrase in table.find_longest(tokens):
        replaced += tokens[done:start]
        said = next((n for n in range(len(phrase) - 1, 0, -1) if replaced[-n:] == [*phrase[:n]]), 0)
        replaced += phrase[said:]
        done = end
    replaced += tokens[done:]
    return replaced


def read_meanings(name: str) -> dict[Phrase, Phrase]:
    """What each phrase of a data file means; a line is "what is meant = a phrase | another"."""
    text = files("bot.engine").joinpath("data", name).read_text(encoding="utf-8")
    meanings: dict[Phrase, Phrase] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            meant, _, said = line.partition(" = ")
            phrases = (tuple(phrase.split()) for phrase in said.split(" | "))
            meanings |= dict.fromkeys(phrases, tuple(meant.split()))
    return meanings
