"""Repair of misspelt, joined and split words, for one knowledge base.

A noisy channel: the likeliest word is meant, by how usual it is in the knowledge and in English,
beside which words the knowledge uses it, and which slips of the fingers would turn it into what
was typed. Usual words are left alone, so that what people spelt right is never bent to what the
knowledge happens to say.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.engine.texting import CHAT_FILLERS
from bot.engine.vectors import EnglishWords
from bot.engine.words import STOP_WORDS

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

SLIP: Final = 0.01
"""How likely a word holds a slip of a given kind."""

TWO_SLIPS: Final = SLIP * SLIP / 10
_TWO_SLIPS_FROM: Final = 5
"""Shorter words with two slips could be anything."""

_TWO_SLIPS_TO: Final = 4
"""And nobody slips twice in a shorter one ("catan" is no "can")."""

VOWELS_DROPPED: Final = 0.005
"""How likely a word is written without any vowel behind its first letter ("prgrmmng")."""

_SOME_DROPPED: Final = 0.2
"""How likely only some of them are left out, as a share of that ("crtfications")."""

_VOWELS: Final = "aeiouy"
_MOST_DROPPED: Final = 6

_FAR_KEY: Final = 0.01
_NEAR_KEY: Final = 0.12
_NEAR_EXTRA_KEY: Final = 0.1
"""How likely a slip hits one certain key, as a share of the likelihood of a dropped letter."""

_OTHER_VOWEL: Final = 0.15
"""The same for a vowel in another's place, which people write by ear ("teem" for "team")."""

_OFTEN: Final = 0.05
"""A word that this share of all phrasings holds is what the knowledge is about."""

_SHORTEST_FORM: Final = 7
"""Letters from which a usual word with an ending is taken to be spelt as it is meant."""

_SHORTEST_RUN: Final = 9
"""Letters from which a run may be several words without blanks ("howdoistart")."""

_LETTERS_A_PART: Final = 2.6
"""Letters that the words of such a run have on average; shorter ones are found in anything."""

_LONGEST: Final = 20
"""Longer words are not taken for misspelt ones."""

_NUMBER_AND_WORD: Final = re.compile(r"(\d+)([a-z]{2,})")

_CACHED_WORDS: Final = 5_000

_CANDIDATES: Final = 20_000
"""So many of the most usual English words may be what was meant."""

_OTHER_FIRST_LETTER: Final = 0.5
_OTHER_FIRST_KEY: Final = 0.3
"""How likely a far key is hit for the first letter of a word, as a share of any letter's."""
_SPLIT: Final = 0.01
_UNKNOWN: Final = 0.001
"""How likely people mean a word that neither the knowledge nor English holds (a name)."""

_LETTERS_OF_NAMES: Final = 12
"""How many times as many such words there are of each further letter.

So that one certain word of five letters is so many times less likely than one of four: "dnd" may
well be a name, "machinne" is none.
"""

_LEAST_UNKNOWN: Final = 1e-9
"""How likely such a word is at least, however long."""

_ARTICLES: Final = frozenset(("a", "an"))
"""Begin no word that was written apart, before another one ("a way" is not "away")."""

_USUAL: Final = 5e-6
"""Words that make up at least this share of English are never repaired."""

_DOUBLED: Final = re.compile(r"(\w)\1")
_RATHER: Final = 5
"""How many times as usual as its base a word must be for an unlisted form to be a slip of it."""

_LISTED: Final = 0.3
"""What a word of the knowledge is worth in place of a rare one of English ("lad" for "lady")."""

_KNOWLEDGE_SHARE: Final = 0.6
"""How much the knowledge says about which words people use; English says the rest."""

_SIDE_SHARE: Final = 0.3
"""How much each neighbouring word says about a word."""

_SIDE_CAUTION: Final = 3
"""Sightings of a neighbour before what it says is worth half."""

_MAX_MENDED: Final = 8
"""Unknown words that are looked at in one query, to bound the work."""

_FOREIGN_SHARE: Final = 0.4
"""A text with more unknown words than that, and this share of them, is not English."""

_KEY_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS: Final = frozenset(
    (a, b)
    for row, keys in enumerate(_KEY_ROWS)
    for column, a in enumerate(keys)
    for other_row, other_keys in enumerate(_KEY_ROWS)
    for other_column, b in enumerate(other_keys)
    if a != b
    and abs(row - other_row) <= 1
    and abs(column + row / 2 - other_column - other_row / 2) <= 1
)
_EDGE: Final = -1
"""Stands for the beginning and the end of a text among word numbers."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Words as typed and as read; several words on a side were joined or split."""

    original: str
    repaired: str


@dataclass(frozen=True)
class Usage:
    """Which words a knowledge base uses, how often, and side by side."""

    words: tuple[str, ...]
    counts: Integers
    """How often each word occurs."""
    pairs: Integers
    """Sorted codes of (left, right) pairs of neighbours, see `encode_pairs`."""
    pair_counts: Integers

    @classmethod
    def count(cls, texts: Iterable[Sequence[str]]) -> "Usage":
        """Count the words and pairs of tokenised `texts`."""
        numbers: dict[str, int] = {}
        sequence: list[int] = []
        for tokens in texts:
            sequence.append(_EDGE)
            sequence.extend(numbers.setdefault(token, len(numbers)) for token in tokens)
        sequence.append(_EDGE)
        flat = np.asarray(sequence, dtype=np.int64)
        counts = np.bincount(flat[flat >= 0], minlength=len(numbers))
        pairs, pair_counts = np.unique(
            encode_pairs(flat[:-1], flat[1:], len(numbers)), return_counts=True
        )
        return cls(tuple(numbers), counts, pairs, pair_counts.astype(np.int32))

    def to_arrays(self) -> dict[str, npt.NDArray[Any]]:
        """The arrays that `from_arrays` restores it from, beside the words."""
        return {"counts": self.counts, "pairs": self.pairs, "pair_counts": self.pair_counts}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]], words: Iterable[str]) -> "Usage":
        """Restore what `to_arrays` returned; raises KeyError when an array is missing."""
        return cls(tuple(words), arrays["counts"], arrays["pairs"], arrays["pair_counts"])

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each word in `words`."""
        return {word: number for number, word in enumerate(self.words)}

    def count_pair(self, left: str, right: str) -> int:
        """How often `right` stands right behind `left`."""
        first, second = self.numbers.get(left), self.numbers.get(right)
        if first is None or second is None:
            return 0
        code = int(encode_pairs(np.asarray(first), np.asarray(second), len(self.words)))
        place = int(self.pairs.searchsorted(code))
        found = place < len(self.pairs) and int(self.pairs[place]) == code
        return int(self.pair_counts[place]) if found else 0

    def find_company(self, word: str) -> frozenset[tuple[str, int]]:
        """The words that stand right before and right after `word`, with their side."""
        own, many = self.numbers.get(word), len(self.words)
        if own is None:
            return frozenset()
        left, right = self.pairs // (many + 1) - 1, self.pairs % (many + 1) - 1
        before = {("before", int(n)) for n in left[right == own] if n != _EDGE}
        after = {("after", int(n)) for n in right[left == own] if n != _EDGE}
        return frozenset(before | after)


def encode_pairs(left: Integers, right: Integers, words: int) -> Integers:
    """One number for each pair of word numbers, where -1 is an edge."""
    return (left + 1) * (words + 1) + right + 1


_SHORT: Final = 5
_ELSEWHERE: Final = 0.1
"""What a word that the knowledge lacks is worth in place of an unlisted one of so few letters.

That may well be a name: "prusa" is no slip of "pause" where printers are talked of.
"""

_AS_THEY_STAND: Final = frozenset(("a", "i", "hw"))
"""Short words that are what they are; "hw" is homework where it does not mean "how"."""


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
        self._candidates: dict[str, tuple[list[str], Floats]] = {}
        self._settled: dict[str, bool] = {}
        self._dictionary: _Dictionary | None = None
        self._total = max(int(usage.counts.sum()), 1)
        openings = np.searchsorted(usage.pairs, len(usage.words) + 1)
        self._texts = int(usage.pair_counts[:openings].sum())

    def known(self, word: str) -> bool:
        """Tell whether `word` is a word of the knowledge or of English."""
        return word in self._numbers or word in self._protected or word in self._english

    def list_unknown(self, tokens: Sequence[str]) -> list[str]:
        """Those of `tokens` that are words and neither the knowledge's nor English."""
        return [t for t in tokens if len(t) > 1 and t.isalpha() and not self.known(t)]

    def is_foreign(self, tokens: Sequence[str]) -> bool:
        """Tell whether most of a longer text is neither of the knowledge nor English."""
        if len(tokens) <= _MAX_MENDED:  # too short to be, whatever it says
            return False
        unsettled = sum(not self._is_settled(token) for token in tokens)
        return unsettled > max(_MAX_MENDED, _FOREIGN_SHARE * len(tokens))

    def repair(self, tokens: Sequence[str]) -> tuple[list[str], list[Repair]]:
        """Return `tokens` with misspelt ones replaced, and what was replaced."""
        repaired: list[str] = []
        repairs: list[Repair] = []
        looked_at = _MAX_MENDED if self.is_foreign(tokens) else 0
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
        if word not in self._settled:
            if len(self._settled) > _CACHED_WORDS:
                self._settled.clear()
            self._settled[word] = self._settle(word)
        return self._settled[word]

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
        """Tell whether an unlisted word is an ordinary form of a usual one ("advertises")."""
        if len(word) < _SHORTEST_FORM or word in self._english:
            return False
        base = self._english.find_base(word)
        if base is None or self._english.share(base) < _USUAL:
            return False
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
        return bool(numbers) and self._usage.counts[numbers].max() >= _OFTEN * self._texts

    def _joins(self, left: str, right: str) -> bool:
        """Tell whether two words are one of the knowledge's, written apart ("boot camp")."""
        if left in self._numbers and right in self._numbers:
            return False
        if left in _ARTICLES and self._english.share(right) >= _USUAL:
            return False
        words = right.isalpha() and (left.isalpha() or left.isdecimal())
        code = right.isdecimal() and left.isalpha() and left not in STOP_WORDS
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

    def _estimate(self, words: Sequence[str], left: str | None, right: str | None) -> Floats:
        """How likely each of `words` is meant between its neighbours."""
        numbers = np.asarray([self._numbers.get(word, -2) for word in words], dtype=np.int64)
        used = numbers >= 0
        alone = self._english.shares(words) * (1 - _KNOWLEDGE_SHARE)
        alone[used] += _KNOWLEDGE_SHARE * self._usage.counts[numbers[used]] / self._total
        after = self._estimate_beside(numbers, left, alone, left_side=True)
        before = self._estimate_beside(numbers, right, alone, left_side=False)
        return np.asarray((1 - 2 * _SIDE_SHARE) * alone + _SIDE_SHARE * (after + before))

    def _estimate_beside(
        self, numbers: Integers, neighbour: str | None, alone: Floats, *, left_side: bool
    ) -> Floats:
        beside = _EDGE if neighbour is None else self._numbers.get(neighbour, -2)
        if beside == -2 or not len(self._usage.pairs):
            return alone
        sides = np.full_like(numbers, beside)
        pair = (sides, numbers) if left_side else (numbers, sides)
        codes = encode_pairs(*pair, len(self._numbers))
        places = np.minimum(np.searchsorted(self._usage.pairs, codes), len(self._usage.pairs) - 1)
        seen = (self._usage.pairs[places] == codes) & (numbers >= 0)
        sightings = self._texts if beside == _EDGE else self._sightings[beside]
        return np.where(seen, self._usage.pair_counts[places], 0) / (sightings + _SIDE_CAUTION)

    def _find_candidates(self, word: str) -> tuple[list[str], Floats]:
        if word not in self._candidates:
            if len(self._candidates) > _CACHED_WORDS:
                self._candidates.clear()
            if self._dictionary is None:
                usual = islice(self._english.names, _CANDIDATES)  # of four times as many
                self._dictionary = _Dictionary(chain(self._numbers, usual))
            near = self._dictionary.find_near(word)
            weights = {other: _weigh_slips(word, other, count) for other, count in near}
            for other, share in self._dictionary.find_fuller(word):
                weights[other] = max(weights.get(other, 0.0), share * VOWELS_DROPPED)
            self._candidates[word] = [*weights], np.asarray([*weights.values()])
        return self._candidates[word]

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
                for start in range(max(0, end - _LONGEST), end)
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


class _Dictionary:
    """Finds words near a misspelt one: by length and letters first, by distance then."""

    def __init__(self, words: Iterable[str]) -> None:
        usable = {w for w in words if 1 < len(w) <= _LONGEST and w.isascii() and w.isalpha()}
        ordered = sorted(usable, key=lambda word: (len(word), word))
        self._words = np.asarray(ordered, dtype=object)
        lengths = np.asarray([len(word) for word in ordered], dtype=np.int64)
        self._starts = np.searchsorted(lengths, np.arange(_LONGEST + 5)).tolist()
        self._masks = _mask_letters(ordered)

    def find_near(self, word: str) -> list[tuple[str, int]]:
        """Return (word, distance) for the words at distance 1, and for long ones at 2."""
        limit = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        if len(word) > _LONGEST:
            return []
        start, end = self._starts[max(len(word) - limit, 0)], self._starts[len(word) + limit + 1]
        # A slip changes at most two letters of what a word is made of.
        differing = np.bitwise_count(self._masks[start:end] ^ _mask_letters([word])[0])
        likely = self._words[start:end][differing <= 2 * limit].tolist()
        found = process.extract(word, likely, scorer=OSA.distance, score_cutoff=limit, limit=None)
        return [
            (near, int(distance))
            for near, distance, _ in found
            if distance == 1 or (distance and len(near) >= _TWO_SLIPS_TO)
        ]

    def find_fuller(self, word: str) -> list[tuple[str, float]]:
        """Return (other, share) for the words that `word` is without vowels.

        The share is less than 1 where some of them were left in. One of a doubled letter may be
        missing as well.
        """
        if not 1 < len(word) < _LONGEST:
            return []
        start = self._starts[len(word) + 1]
        end = self._starts[min(len(word) + _MOST_DROPPED, _LONGEST) + 1]
        mask = _mask_letters([word])[0] & _EACH_LETTER
        others = self._masks[start:end] & _EACH_LETTER
        alike = (others & ~_VOWEL_LETTERS | mask) == mask
        alike &= (others & mask) == mask
        fuller = re.compile(
            f"[{_VOWELS}]*".join(f"{letter}{{1,2}}" for letter in word) + f"[{_VOWELS}]*"
        )
        found = [
            other for other in self._words[start:end][alike].tolist() if fuller.fullmatch(other)
        ]
        kept = any(letter in _VOWELS for letter in word[1:])
        return [(other, _SOME_DROPPED if kept else 1.0) for other in found]


_LETTERS: Final = np.zeros(256, dtype=np.uint64)
_LETTERS[97:123] = np.uint64(1) << np.arange(26, dtype=np.uint64)
_EACH_LETTER: Final = np.uint64((1 << 26) - 1)
_VOWEL_LETTERS: Final = np.bitwise_or.reduce(_LETTERS[[*_VOWELS.encode()]])


def _mask_letters(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """A bit for each letter of a word, and another for each that it holds more than once."""
    letters = np.asarray(words, dtype=f"S{_LONGEST}").view(np.uint8).reshape(-1, _LONGEST)
    once = np.zeros(len(words), dtype=np.uint64)
    twice = np.zeros(len(words), dtype=np.uint64)
    for column in letters.T:  # one at a time, as all of them would take eight times the words
        letter = _LETTERS[column]
        twice |= once & letter
        once |= letter
    return once | twice << np.uint64(26)


def _weigh_slips(typed: str, meant: str, slips: int) -> float:
    """How likely somebody who meant one word typed the other, `slips` slips away."""
    if slips > 1:
        return TWO_SLIPS * (1 if typed[0] == meant[0] else _OTHER_FIRST_LETTER)
    if len(typed) < len(meant):
        return SLIP
    place = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), -1)
    if len(typed) == len(meant):
        swapped = typed[place + 1 :] != meant[place + 1 :]
        if swapped:
            return SLIP
        if typed[place] in _VOWELS and meant[place] in _VOWELS:
            return SLIP * _OTHER_VOWEL
        near = (typed[place], meant[place]) in _NEIGHBOURS
        first = _OTHER_FIRST_KEY if place == 0 and not near else 1
        return SLIP * (_NEAR_KEY if near else _FAR_KEY) * first
    extra = typed[place]
    beside = {typed[place - 1] if place else "", meant[place] if place >= 0 else ""}
    if place == -1:
        beside = {meant[-1]}
    if extra in beside:
        return SLIP
    near = any((extra, letter) in _NEIGHBOURS for letter in beside)
    return SLIP * (_NEAR_EXTRA_KEY if near else _FAR_KEY)
