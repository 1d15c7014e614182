"""Repair of misspelt, joined and split words, for one knowledge base.

A noisy channel: the likeliest word is meant, by how usual it is in the knowledge and in English,
beside which words the knowledge uses it, and which slips of the fingers would turn it into what
was typed. Usual words are left alone, so that what people spelt right is never bent to what the
knowledge happens to say.
"""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

import numpy as np

from bot.engine.languages.dictionary import LONGEST, Dictionary
from bot.engine.languages.slips import weigh_slips
from bot.engine.languages.texting import CHAT_FILLERS
from bot.engine.languages.usage import EDGE, Usage
from bot.engine.languages.vectors import EnglishWords
from bot.engine.lexical.text import is_word
from bot.engine.lexical.words import STOP_WORDS
from bot.engine.recent import recall_one
from bot.engine.tables.arrays import Doubles, Integers

_MAX_MENDED: Final = 8
"""Unknown words that are looked at in one query, to bound the work."""

_FOREIGN_SHARE: Final = 0.4
"""A text with more unknown words than that, and this share of them, is not English."""

_AS_THEY_STAND: Final = frozenset(("a", "i", "hw"))
"""Short words that are what they are; "hw" is homework where it does not mean "how"."""

_USUAL: Final = 5e-6
"""Words that make up at least this share of English are never repaired."""

_SHORTEST_FORM: Final = 7
"""Letters from which a usual word with an ending is taken to be spelt as it is meant."""

_RATHER: Final = 5
"""How many times as usual as its base a word must be for an unlisted form to be a slip of it."""

_DOUBLED: Final = re.compile(r"(\w)\1")

_OFTEN: Final = 0.05
"""A word that this share of all phrasings holds is what the knowledge is about."""

_ARTICLES: Final = frozenset(("a", "an"))
"""Begin no word that was written apart, before another one ("a way" is not "away")."""

_NUMBER_AND_WORD: Final = re.compile(r"(\d+)([a-z]{2,})")

_UNKNOWN: Final = 0.001
"""How likely people mean a word that neither the knowledge nor English holds (a name)."""

_LETTERS_OF_NAMES: Final = 12
"""How many times as many such words there are of each further letter.

So that one certain word of five letters is so many times less likely than one of four: "dnd" may
well be a name, "machinne" is none.
"""

_LEAST_UNKNOWN: Final = 1e-9
"""How likely such a word is at least, however long."""

_LISTED: Final = 0.3
"""What a word of the knowledge is worth in place of a rare one of English ("lad" for "lady")."""

_SHORT: Final = 5
_ELSEWHERE: Final = 0.1
"""What a word that the knowledge lacks is worth in place of an unlisted one of so few letters.

That may well be a name: "prusa" is no slip of "pause" where printers are talked of.
"""

_KNOWLEDGE_SHARE: Final = 0.6
"""How much the knowledge says about which words people use; English says the rest."""

_SIDE_SHARE: Final = 0.3
"""How much each neighbouring word says about a word."""

_SIDE_CAUTION: Final = 3
"""Sightings of a neighbour before what it says is worth half."""

_CANDIDATES: Final = 20_000
"""So many of the most usual English words may be what was meant."""

_VOWELS_DROPPED: Final = 0.005
"""How likely a word is written without any vowel behind its first letter ("prgrmmng")."""

_SHORTEST_RUN: Final = 9
"""Letters from which a run may be several words without blanks ("howdoistart")."""

_LETTERS_A_PART: Final = 2.6
"""Letters that the words of such a run have on average; shorter ones are found in anything."""

_SPLIT: Final = 0.01
"""How likely people write two words together."""

_NO_WORD: Final = -2
"""Stands for a word that the knowledge does not use among word numbers."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Words as typed and as read; several words on a side were joined or split."""

    original: str
    repaired: str


class Speller:
    """Repairs queries towards the words of one knowledge base and of English."""

    def __init__(
        self, usage: Usage, english: EnglishWords, *, protected: Iterable[str] = ()
    ) -> None:
        self._english = english
        self._numbers = usage.numbers
        self._usage = usage
        self._sightings = np.maximum(usage.counts, 1)
        self._protected = frozenset(protected)
        self._candidates: dict[str, tuple[list[str], Doubles]] = {}
        self._settled: dict[str, bool] = {}
        self._dictionary: Dictionary | None = None
        self._total = max(int(usage.counts.sum()), 1)

    def known(self, word: str) -> bool:
        """Tell whether `word` is a word of the knowledge or of English."""
        return word in self._numbers or word in self._protected or word in self._english

    @property
    def used(self) -> Set[str]:
        """The words that the knowledge asks with."""
        return self._numbers.keys()

    def list_unknown(self, tokens: Sequence[str]) -> list[str]:
        """Those of `tokens` that are words and neither the knowledge's nor English."""
        return [t for t in tokens if len(t) > 1 and is_word(t) and not self.known(t)]

    def is_mostly_unknown(self, tokens: Sequence[str]) -> bool:
        """Tell whether most of a longer text is neither of the knowledge nor English."""
        if len(tokens) <= _MAX_MENDED:  # too short to be, whatever it says
            return False
        unsettled = sum(not self._is_settled(token) for token in tokens)
        return unsettled > max(_MAX_MENDED, _FOREIGN_SHARE * len(tokens))

    def repair(self, tokens: Sequence[str]) -> tuple[list[str], list[Repair]]:
        """Return `tokens` with misspelt ones replaced, and what was replaced."""
        repaired: list[str] = []
        repairs: list[Repair] = []
        looked_at = _MAX_MENDED if self.is_mostly_unknown(tokens) else 0
        position = 0
        while position < len(tokens):
            word = tokens[position]
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            position += 1
            if following is not None and self._joins(word, following):
                repaired.append(word + following)
                repairs.append(Repair(f"{word} {following}", word + following))
                position += 1
            elif apart := self._part_number(word):
                repaired.extend(apart.split())
                repairs.append(Repair(word, apart))
            elif looked_at >= _MAX_MENDED or self._is_settled(word):
                repaired.append(word)
            else:
                looked_at += 1
                better = self._mend(word, repaired[-1] if repaired else None, following)
                repaired.extend(better.split())
                if better != word:
                    repairs.append(Repair(word, better))
        return repaired, repairs

    def _is_settled(self, word: str) -> bool:
        """Tell whether `word` is taken as it stands."""
        return recall_one(self._settled, word, self._settle)

    def _settle(self, word: str) -> bool:
        return (
            self._is_used(word)
            or word in self._protected
            or not word.isalpha()
            or not word.isascii()
            or word in _AS_THEY_STAND
            or word in CHAT_FILLERS
            or self._english.share(word) >= _USUAL
            or self._is_form(word)
        )

    def _is_used(self, word: str) -> bool:
        """Tell whether the knowledge uses a word, and not just once by a slip of its own."""
        number = self._numbers.get(word)
        if number is None:
            return False
        return int(self._usage.counts[number]) > 1 or word in self._english

    def _is_form(self, word: str) -> bool:
        """Tell whether a rare word is an ordinary form of a usual one ("raining", "advertises")."""
        if len(word) < _SHORTEST_FORM:
            return False
        base = self._english.find_base(word)
        if base is None or self._english.share(base) < _USUAL:
            return False
        if word in self._english:
            return True
        return not (self._is_slip_of_subject(word) or self._is_slip_of_form(word, base))

    def _is_slip_of_form(self, word: str, base: str) -> bool:
        """Tell whether an unlisted word is rather a slip of a listed one ("comming", of "comm")."""
        near, _ = self._find_candidates(word)
        least = _RATHER * self._english.share(base)
        once = _DOUBLED.sub(r"\1", word)
        alike = (other for other in near if _DOUBLED.sub(r"\1", other) == once)
        return any(self._english.share(other) >= least for other in alike)

    def _is_slip_of_subject(self, word: str) -> bool:
        """Tell whether an unlisted word is near one that the knowledge uses all the time."""
        near, _ = self._find_candidates(word)
        numbers = [self._numbers[other] for other in near if other in self._numbers]
        return bool(numbers) and self._usage.counts[numbers].max() >= _OFTEN * self._usage.texts

    def _joins(self, left: str, right: str) -> bool:
        """Tell whether two words are one of the knowledge's, written apart ("boot camp")."""
        if left in self._numbers and right in self._numbers:
            return False
        if left in _ARTICLES and self._english.share(right) >= _USUAL:
            return False
        words = is_word(right) and (is_word(left) or left.isdecimal())
        code = right.isdecimal() and is_word(left) and left not in STOP_WORDS
        return (words or code) and left + right in self._numbers

    def _part_number(self, word: str) -> str | None:
        """A number and a word of the knowledge that were written together ("32bit")."""
        if not word[0].isdecimal() or word in self._numbers:
            return None
        found = _NUMBER_AND_WORD.fullmatch(word)
        return f"{found[1]} {found[2]}" if found and found[2] in self._numbers else None

    def _mend(self, word: str, left: str | None, right: str | None) -> str:
        as_typed = self._estimate_alone(word)
        as_name = max(_UNKNOWN / _LETTERS_OF_NAMES ** len(word), _LEAST_UNKNOWN)
        best, best_likelihood = word, max(as_typed, as_name)
        words, slips = self._find_candidates(word)
        if words:
            likelihoods = slips * self._estimate(words, left, right)
            if word in self._english:  # a rare word is bent to what the knowledge says at most
                likelihoods *= np.asarray([_LISTED * (near in self._numbers) for near in words])
            elif len(word) <= _SHORT:
                likelihoods *= np.asarray([1 if w in self._numbers else _ELSEWHERE for w in words])
            winner = int(likelihoods.argmax())
            if likelihoods[winner] > best_likelihood:
                best, best_likelihood = words[winner], float(likelihoods[winner])
        known = word in self._numbers or word in self._english
        if best == word and not known and (parts := self._break(word)):
            return parts
        return self._split(word, best_likelihood) or best

    def _estimate(self, words: Sequence[str], left: str | None, right: str | None) -> Doubles:
        """How likely each of `words` is meant between its neighbours."""
        numbers = np.asarray([self._numbers.get(word, _NO_WORD) for word in words], dtype=np.int64)
        used = numbers >= 0
        alone = self._english.shares(words) * (1 - _KNOWLEDGE_SHARE)
        alone[used] += _KNOWLEDGE_SHARE * self._usage.counts[numbers[used]] / self._total
        after = self._estimate_beside(numbers, left, alone, left_side=True)
        before = self._estimate_beside(numbers, right, alone, left_side=False)
        return np.asarray((1 - 2 * _SIDE_SHARE) * alone + _SIDE_SHARE * (after + before))

    def _estimate_beside(
        self, numbers: Integers, neighbour: str | None, alone: Doubles, *, left_side: bool
    ) -> Doubles:
        beside = EDGE if neighbour is None else self._numbers.get(neighbour, _NO_WORD)
        if beside == _NO_WORD or not self._usage.texts:
            return alone
        sides = np.full_like(numbers, beside)
        pairs = (sides, numbers) if left_side else (numbers, sides)
        seen = np.where(numbers == _NO_WORD, 0, self._usage.count_pairs(*pairs))
        sightings = self._usage.texts if beside == EDGE else self._sightings[beside]
        return seen / (sightings + _SIDE_CAUTION)

    def _find_candidates(self, word: str) -> tuple[list[str], Doubles]:
        return recall_one(self._candidates, word, self._look_up)

    def _look_up(self, word: str) -> tuple[list[str], Doubles]:
        """The words that may be meant by one, and how likely each is typed so."""
        if self._dictionary is None:
            usual = islice(self._english.names, _CANDIDATES)  # of four times as many
            self._dictionary = Dictionary(chain(self._numbers, usual))
        near = self._dictionary.find_near(word)
        weights = {other: weigh_slips(word, other, count) for other, count in near}
        for other, share in self._dictionary.find_fuller(word):
            weights[other] = max(weights.get(other, 0.0), share * _VOWELS_DROPPED)
        return [*weights], np.asarray([*weights.values()])

    def _break(self, word: str) -> str | None:
        """Return a run of letters as the words it is made of; None when it is of others.

        Word breaking by dynamic programming over how usual the parts are. Names are made of words
        as well, so only words of the knowledge count, and those that carry grammar.
        """
        if len(word) < _SHORTEST_RUN:
            return None
        best: list[tuple[float, list[str]]] = [(1.0, [])]
        for end in range(1, len(word) + 1):
            together, start = max(
                (best[start][0] * self._estimate_part(word[start:end]), start)
                for start in range(max(0, end - LONGEST), end)
            )
            best.append((together, [*best[start][1], word[start:end]]))
        likelihood, parts = best[-1]
        if not likelihood or len(word) < _LETTERS_A_PART * len(parts):
            return None
        return " ".join(parts)

    def _estimate_alone(self, word: str) -> float:
        """How likely people write a word, whatever stands beside it."""
        number = self._numbers.get(word)
        used = 0.0 if number is None else float(self._usage.counts[number]) / self._total
        return _KNOWLEDGE_SHARE * used + (1 - _KNOWLEDGE_SHARE) * self._english.share(word)

    def _estimate_part(self, word: str) -> float:
        """How likely a part of a run of letters is a word; 0 for what nobody writes."""
        if len(word) == 1 and word not in ("a", "i"):
            return 0.0
        if not self._is_used(word) and word not in STOP_WORDS:
            return 0.0
        return self._estimate_alone(word)

    def _split(self, word: str, likelihood: float) -> str | None:
        """Return `word` as two words written together, if that is likelier than `likelihood`."""
        best = None
        for cut in range(1, len(word)):
            left, right = word[:cut], word[cut:]
            if left in self._numbers and right in self._numbers:
                first, second = (
                    self._estimate([left], None, right),
                    self._estimate([right], left, None),
                )
                together = _SPLIT * float(first[0] * second[0])
                if together > likelihood:
                    best, likelihood = f"{left} {right}", together
        return best
