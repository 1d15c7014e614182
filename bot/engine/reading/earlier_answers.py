"""What was answered and offered before a turn, and how that bears on what the turn may ask for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from bot.engine.conversation import Turn
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, content_words
from bot.engine.matching.index import PreparedQuery
from bot.engine.matching.model import Scores
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.reading.reading import Reader, Reading
from bot.engine.reading.trust import lift
from bot.engine.wording.answer_kinds import PRICE, AnswerKind, find_measure, tells
from bot.engine.wording.corrections import find_correction
from bot.engine.wording.leaning import SHORT_FRAGMENT, points_back

OFFERED_BONUS: Final = 0.08
"""What it adds to an entry's score that the turn before offered it."""

OFFERED_CONFIDENCE: Final = 0.08
"""How far being offered lifts the confidence in the best entry towards certainty."""

TOLD_GAP_DAMPING: Final = 0.8
"""What gaps and small talk are worth when the turn before came to one of them already."""

DETAIL_BONUS: Final = 0.1
"""What it adds to the score of an entry just answered that it says all that a turn names."""

DETAIL_MISSED: Final = 0.1
"""Share of a turn up to which an entry misses nothing of it."""

PAST_MISSED: Final = 0.55
"""Share of a turn from which an entry that misses it is not what the turn asks for."""

PAST_CONFIDENCE: Final = 0.5
"""The share of the threshold that the confidence in another entry is worth at most then."""

STRAY_MISSED: Final = 0.5
"""Share of what the last question was about from which an entry has nothing to do with it."""

STRAY_SHARE: Final = 0.4
"""What such an entry must score less for it than this share of the answer's own score."""

NEAR: Final = 10
"""Entries among which such strays are looked for."""

TOLD_LEAD: Final = 0.1
"""How far an entry just answered must lead for a fragment to be asked of it once more."""

NAMED_ALONE: Final = 3
LIKE_ALONE: Final = 0.6
"""Entries that a fragment by itself is about, with their share of the best one's score."""

RIVAL_SHARE: Final = 0.2
"""Share of the answered entry's score from which one of those is what the fragment asks for."""

REASON_SHARE: Final = 0.5
"""Share of the best score from which an offered "why ..." is the reason that was asked for."""

_ASKING: Final = INTERROGATIVES | AUXILIARIES | {"if"}
"""With one of these a fragment is no mere name or value."""


class EarlierAnswers:
    """Weighs entries by what the turn before was answered and offered."""

    def __init__(self, reader: Reader, catalogue: Catalogue) -> None:
        self._reader = reader
        self._catalogue = catalogue

    def damp(self, scores: Scores, answered: tuple[str, ...], share: float) -> Scores:
        """`scores` where the entries `answered` before are worth a share of themselves."""
        values = scores.values.copy()
        numbers = list(self._catalogue.find(answered))
        if scores.best in numbers:
            # What nobody can answer does not become likelier by an answer given before.
            values[self._catalogue.extra_numbers] *= share
        values[numbers] *= share
        return replace(scores, values=values)

    def leave_answered(self, scores: Scores, answered: tuple[str, ...]) -> Scores:
        """`scores` without the entries `answered` before, which are not what is asked for."""
        return scores.with_values(self.damp(scores, answered, 0.0).values)

    def favour_offered(self, scores: Scores, offered: tuple[str, ...]) -> Scores:
        """`scores` where the entries `offered` before count more."""
        numbers = list(self._catalogue.find(offered))
        if not numbers:
            return scores
        values = scores.values.copy()
        values[numbers] += OFFERED_BONUS
        np.minimum(values, 1.0, out=values)
        confidence = scores.confidence
        best = int(values.argmax())
        if best in numbers:
            confidence = lift(scores.confidence_in(best), OFFERED_CONFIDENCE)
        return replace(scores, values=values, confidence=confidence)

    def favour_detail(self, scores: Scores, fragment: Reading, last: Turn) -> Scores:
        """`scores` where what was just answered counts more if it says all that a turn names.

        Unless something that was offered beside it says that as well.
        """
        if not content_words(fragment.prepared.tokens):
            return scores

        def say_all(ids: Sequence[str]) -> list[int]:
            numbers = self._catalogue.find(ids)
            return [n for n in numbers if self._says_all(fragment.prepared, n)]

        answered = say_all(last.answered)
        if not answered or say_all(last.offered):
            return scores
        values = scores.values.copy()
        values[answered] += DETAIL_BONUS
        return replace(scores, values=np.minimum(values, 1.0))

    def tells_of_more(self, fragment: Reading, last: Turn) -> bool:
        """Whether what was just answered speaks of all that a turn names beside the last one."""
        said = self._reader.prepare(last.query).tokens
        if set(content_words(fragment.prepared.tokens)) <= set(said):
            return False
        answered = self._catalogue.find(last.answered)
        return any(self._says_all(fragment.prepared, number) for number in answered)

    def leave_gap(
        self, scores: Scores, earlier: Reading, last: Turn, *, own: Reading | None = None
    ) -> Scores:
        """`scores` where nobody is told again of a gap that the `earlier` question came to.

        A turn that does not tie itself to that question comes to a gap by its `own` words alone.
        """
        if last.answered or not self._reader.fits_extra(earlier):
            return scores
        extras = self._catalogue.extra_numbers
        values = scores.values.copy()
        if own is None:
            values[extras] *= TOLD_GAP_DAMPING
            return replace(scores, values=values)
        values[extras] = np.minimum(values[extras], own.scores.values[extras])
        return scores.with_values(values)

    def is_told_already(
        self, fragment: Reading, merged: Reading, last: Turn, threshold: float
    ) -> bool:
        """Whether the answer just given says what a tied fragment puts in, and fits best with it.

        One entry may well tell of the frame and of the battery. A fragment that is surely about
        another entry by itself asks for that one, unless that has little to do with the question.
        """
        tokens = fragment.prepared.tokens
        elliptic = content_words(tokens) and _ASKING.isdisjoint(tokens)
        again = self._find_again(merged, last)
        if not elliptic or again is None:
            return False
        if fragment.confidence >= threshold:
            values = merged.scores.values
            near = fragment.scores.top(NAMED_ALONE)
            fitting = [n for n, s in near if n != again and s >= LIKE_ALONE * near[0][1]]
            if max(values[fitting], default=0.0) >= RIVAL_SHARE * float(values[again]):
                return False
        return self._says_all(fragment.prepared, again) and merged.scores.margin >= TOLD_LEAD

    def tells_of(self, fragment: Reading, merged: Reading, last: Turn, threshold: float) -> bool:
        """Whether the answer just given says in so many words what a tied fragment adds.

        It has to fit best once more. A fragment that is surely about another entry by itself asks
        for that one, where that is all about it: a library may well tell of students in two.
        """
        again = self._find_again(merged, last)
        tokens = fragment.prepared.tokens
        words = content_words(tokens)
        elliptic = 0 < len(words) <= SHORT_FRAGMENT and _ASKING.isdisjoint(tokens)
        if again is None or not elliptic or fragment.mentions or points_back(fragment.query):
            return False
        if merged.scores.margin < TOLD_LEAD or not self._reader.says(fragment.prepared, again):
            return False
        best = fragment.scores.top(1)[0][0]
        return (
            best == again
            or fragment.confidence < threshold
            or not self._reader.is_keyword_of(fragment.prepared, best)
        )

    def falls_short(self, reading: Reading, last: Turn, asked: PreparedQuery) -> bool:
        """Whether the answer just given fits best again, and does not say all that is `asked`."""
        again = self._find_again(reading, last)
        return again is not None and not self._says_all(asked, again)

    def leave_past(self, text: str, reading: Reading, last: Turn, threshold: float) -> Reading:
        """`reading` without the answer just given, where that says next to nothing of a turn.

        What else is near stays below `threshold`. A known value is asked of that answer all the
        same ("and for seniors?").
        """
        again = self._find_again(reading, last)
        if again is None:
            return reading
        if self._reader.share_missed(self._reader.prepare(text), again) < PAST_MISSED:
            return reading
        if any(mention.value for mention in self._reader.read(text).mentions):
            return reading
        left = self.leave_answered(reading.scores, last.answered)
        unsure = replace(left, confidence=min(left.confidence, PAST_CONFIDENCE * threshold))
        return replace(reading, scores=unsure)

    def keep_subject(self, text: str, reading: Reading, last: Turn) -> Reading:
        """`reading` where a price, length or date is asked of what the last question was about.

        "What does it cost?" fits an entry about some other price as well. One that has nothing to
        do with that subject, and was not offered as what tells of it, leaves its place to the
        answer just given, or to what was offered with it and tells what that does not. So does one
        that only mentions the subject, where the answer tells a price; what looks like a length or
        a date may be that of anything. After "can I sync two devices?" the same holds for "does
        the queue sync?", where the answer says of both.
        """
        best, answered = reading.scores.best, self._catalogue.find(last.answered)
        if best is None or len(answered) != 1 or best in answered:
            return reading
        again, measure = answered[0], find_measure(tokenize(text))
        topic = self._find_kept(text, last, again, measured=measure is not None)
        telling = self._find_telling(measure, last) if measure else ()
        if not topic or self._catalogue.is_extra(best):
            return reading
        if measure and self._names_more(measure, text, best, again):
            return reading
        about = self._reader.read(topic)
        told = (
            measure is not None
            and measure.name == PRICE
            and tells(measure, self._catalogue[again].answer)
        )
        least = STRAY_SHARE * float(about.scores.values[again]) if told else 0.0

        def strays(number: int) -> bool:
            missed = self._reader.share_missed(about.prepared, number)
            return missed >= STRAY_MISSED or about.scores.values[number] < least

        if best not in telling and not strays(best):
            return reading
        values = reading.scores.values.copy()
        kept = again
        if best in telling or (measure and not tells(measure, self._catalogue[again].answer)):
            kept = max(telling, key=lambda n: float(values[n]), default=again)
        stray = [n for n, s in reading.scores.top(NEAR) if n != kept and strays(n)]
        values[kept] = values[best]
        values[stray] = 0.0
        return replace(reading, scores=replace(reading.scores, values=values))

    def asks_of_it(self, text: str, reading: Reading, last: Turn) -> bool:
        """Whether a price, length or date is asked of the answer just given."""
        measured = find_measure(tokenize(text)) is not None
        return measured and self._find_again(reading, last) is not None

    def _find_telling(self, measure: AnswerKind, last: Turn) -> tuple[int, ...]:
        """What was offered with the last answer, asks for a price, length or date, and tells it."""
        return tuple(
            number
            for number in self._catalogue.find(last.offered)
            if tells(measure, self._catalogue[number].answer)
            and measure.phrased.search(" ".join(tokenize(self._catalogue[number].question)))
        )

    def _names_more(self, measure: AnswerKind, text: str, best: int, again: int) -> bool:
        """Whether a turn names, beside the measure, what only the `best` entry speaks of.

        "When is it open?" after where to park is no question about that.
        """
        rest = self._reader.prepare(measure.phrased.sub(" ", " ".join(tokenize(text))))
        if not content_words(rest.tokens):
            return False
        return self._reader.says(rest, best) and not self._reader.says(rest, again)

    def _find_kept(self, text: str, last: Turn, again: int, *, measured: bool) -> str:
        """What of the last question's subject a turn keeps: all, or what it names once more.

        Empty where a turn that asks no measure names nothing of it, or what the answer `again` does
        not say.
        """
        topic = self._reader.find_topic(self._reader.prepare(last.query))
        if measured:
            return " ".join(topic)
        own = self._reader.prepare(text)
        said = self._says_all(own, again) and find_correction(text) is None
        return " ".join(word for word in topic if word in own.tokens) if said else ""

    def _find_again(self, reading: Reading, last: Turn) -> int | None:
        """The entry just answered, where it fits best once more."""
        best = reading.scores.best
        return best if best in self._catalogue.find(last.answered) else None

    def _says_all(self, query: PreparedQuery, number: int) -> bool:
        return self._reader.share_missed(query, number) <= DETAIL_MISSED

    def has_reason(self, last: Turn, merged: Reading) -> bool:
        """Whether what was offered with the last answer tells why, and fits nearly as well."""
        values = merged.scores.values
        near = [
            n
            for n in self._catalogue.find(last.offered)
            if values[n] >= REASON_SHARE * values.max()
        ]
        return any(map(self._reader.tells_why, near))
