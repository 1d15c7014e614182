"""Entries for a question that is still being typed."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from bot.engine.entries import Entry
from bot.engine.lexical.text import tokenize
from bot.engine.matching.index import Index

COMPLETIONS: Final = 4
"""Words that an unfinished last word may become."""

MIN_SIMILARITY: Final = 0.82
"""Jaro-Winkler similarity from which a word may be meant by a misspelt beginning."""

TITLE_WEIGHT: Final = 0.5
"""Weight of the likeness to the question itself beside the index's score."""

POOL: Final = 60
"""Entries that are ranked by their titles as well."""

MOST_TITLES: Final = 1_000
"""With more entries not each title is looked through for what was typed."""


class Completer:
    """Ranks entries for the beginning of a question."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        self._index = index
        self._entries = entries

    def complete(self, text: str, limit: int) -> list[int]:
        """Numbers of the best entries for what has been typed so far, best first."""
        tokens = tokenize(text)
        if not tokens:
            return self._most_useful[:limit]
        endings = self._complete_word(tokens[-1]) if not text.endswith(" ") else [tokens[-1]]
        texts = [" ".join([*tokens[:-1], word]) for word in endings]
        mixture = [(self._index.prepare(t), 1 / (n + 1)) for n, t in enumerate(texts)]
        ranked = self._index.score_mixture(mixture).top(POOL)
        scores = {n: score for n, score in ranked if n < len(self._entries) and score > 0}
        typed = " ".join(tokens)
        for number, entry in enumerate(self._entries) if len(self._entries) <= MOST_TITLES else ():
            if number not in scores and typed in " ".join(tokenize(entry.question)):
                scores[number] = 0.0
        return sorted(scores, key=lambda n: -(scores[n] + self._like_title(typed, n)))[:limit]

    def _like_title(self, typed: str, number: int) -> float:
        title = " ".join(tokenize(self._entries[number].question))
        return TITLE_WEIGHT * fuzz.partial_token_ratio(typed, title) / 100

    def _complete_word(self, start: str) -> list[str]:
        if start in self._index.vocabulary:
            return [start]
        longer = [word for word in self._words if word.startswith(start)]
        if longer:
            return longer[:COMPLETIONS]
        beginnings = process.extract(
            start,
            self._words,
            scorer=JaroWinkler.normalized_similarity,
            score_cutoff=MIN_SIMILARITY,
            limit=COMPLETIONS,
        )
        return [word for word, _, _ in beginnings] or [start]

    @cached_property
    def _words(self) -> list[str]:
        """The words of the questions, the most frequent first."""
        counts = Counter(word for entry in self._entries for word in tokenize(entry.question))
        return [word for word, _ in counts.most_common()]

    @cached_property
    def _most_useful(self) -> list[int]:
        """Every entry, those first that the most others lead to."""
        led_to = Counter(i for entry in self._entries for i in entry.follow_ups)
        numbers = range(len(self._entries))
        return sorted(numbers, key=lambda n: -led_to[self._entries[n].id])
