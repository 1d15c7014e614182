"""How far scores are to be trusted, by what kind of text they are of.

A phrasing word for word is sure; a greeting or a remark asks for nothing.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from bot.engine.lexical.text import tokenize
from bot.engine.matching.index import Index, PreparedQuery
from bot.engine.matching.model import Scores
from bot.engine.matching.phrasebook import Repetition
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.wording.asking import asks
from bot.engine.wording.denial import denies_saying
from bot.engine.wording.leaning import asks_by_a_word
from bot.engine.wording.pleasantries import holds_thanks, is_pleasantry
from bot.engine.wording.reactions import is_reaction
from bot.engine.wording.remarks import asks_nothing, wants_no_more

_EXACT_BONUS: Final = 0.5
"""What a phrasing of the keeper's, repeated word for word, adds to its entry's score."""

_EXACT_BONUS_OF_STORY: Final = 0.1
"""The same where more is told than what is asked: an entry for who tells it may fit better."""

EXACT_CONFIDENCE: Final = 0.95
"""How sure it is then of what was repeated."""

_KEYWORDS: Final = 3
"""Words up to which a query may be keywords."""

_KEYWORD_CONFIDENCE: Final = 0.2
"""How far a keyword that an entry is all about, or its code, lifts the confidence."""

_KEYWORD_BONUS: Final = 0.08
"""What it adds to that entry's score."""

_OTHER_CODE_SHARE: Final = 0.3
"""What is left of the confidence where a question names another code than the best entry."""

_SUBJECT_BONUS: Final = 0.12
"""What the same subject words as in a phrasing add to an entry's score."""

_SUBJECT_CONFIDENCE: Final = 0.3
"""How far they lift the confidence towards certainty."""


class Trust:
    """Judges the scores that queries get from one index."""

    def __init__(self, index: Index, catalogue: Catalogue) -> None:
        self._index = index
        self._catalogue = catalogue

    def judge(self, scores: Scores, query: PreparedQuery, *, told_around: bool) -> Scores:
        """`scores` as sure as the wording of a query lets them be.

        With `told_around` more is told beside it than what it asks.
        """
        text = query.text
        repetition = self._index.find_repeated(query)
        if self._index.is_mere_grammar(query) and not repetition.exact:
            scores = replace(scores, confidence=0.0)
        scores = _favour(scores, repetition, _EXACT_BONUS_OF_STORY if told_around else _EXACT_BONUS)
        if not told_around:
            scores = self._trust_name(scores, query)
        if is_pleasantry(tokenize(text)) or is_reaction(text):
            return self._distrust_denial(self._distrust_pleasantry(scores, query), text)
        if asks_nothing(text) and not wants_no_more(text):
            return self._distrust_remark(scores)
        if asks_by_a_word(text) and not repetition.exact:
            return self._leave_small_talk(scores)
        return self._distrust_denial(scores, text)

    def _trust_name(self, scores: Scores, query: PreparedQuery) -> Scores:
        """Be surer of a bare keyword than so few letters allow, and of a code that names an entry.

        However little is said beside the code, or much of other things; and less sure where it is
        one that nothing has.
        """
        best = scores.best
        if best is None:
            return scores
        table = self._index.codes
        coded = table.find_entry(query.codes)
        if coded is not None and coded != best:
            values = scores.values.copy()
            values[coded] = values[best]
            scores, best = Scores(values, scores.confidence), coded
        if table.are_of_others(query.codes, best):
            return replace(scores, confidence=scores.confidence * _OTHER_CODE_SHARE)
        bare = len(query.tokens) <= _KEYWORDS and self._index.is_keyword_of(query, best)
        if not bare and not table.are_of(query.codes, best):
            return scores
        values = scores.values.copy()
        values[best] = min(values[best] + _KEYWORD_BONUS, 1.0)
        return Scores(values, lift(scores.confidence, _KEYWORD_CONFIDENCE))

    def _distrust_pleasantry(self, scores: Scores, query: PreparedQuery) -> Scores:
        """Nobody who only says hello or "solid" asks for an entry, unless it is all about that.

        Who says "many thanks indeed" does not mean Indeed either.
        """
        best = scores.best
        if best is not None and (
            self._catalogue.is_small_talk(best)
            or self._index.asks_nothing(best)
            or (self._index.is_keyword_of(query, best) and not holds_thanks(query.tokens))
        ):
            return scores
        return replace(scores, confidence=0.0)

    def _distrust_remark(self, scores: Scores) -> Scores:
        """Nobody who says that they hate maths asks for it, unless an entry is about remarks.

        A gap or small talk may fit all the same.
        """
        best = scores.best
        if best is not None and (self._catalogue.is_extra(best) or self._index.asks_nothing(best)):
            return scores
        return replace(scores, confidence=0.0)

    def _distrust_denial(self, scores: Scores, text: str) -> Scores:
        """Nobody who says "not helpful" praises, unless they ask ("aren't you a bot")."""
        best = scores.best
        if best is None or not self._catalogue.is_small_talk(best) or asks(text) or "?" in text:
            return scores
        extra = self._catalogue.get_extra(best)
        return replace(scores, confidence=0.0) if denies_saying(text, extra.utterances) else scores

    def _leave_small_talk(self, scores: Scores) -> Scores:
        """`scores` without those of small talk: "how?" does not ask how somebody is."""
        values = scores.values.copy()
        values[self._catalogue.small_talk_numbers] = 0.0
        return scores.with_values(values) if values.any() else Scores(values, 0.0)


def lift(confidence: float, share: float) -> float:
    """A confidence, or a threshold for it, raised by a share of what it lacks to certainty."""
    return confidence + (1 - confidence) * share


def _favour(scores: Scores, repetition: Repetition, exact_bonus: float) -> Scores:
    """Lift the documents whose phrasing a query repeats."""
    if not repetition.exact and not repetition.subject:
        return scores
    values = scores.values.copy()
    confidence = scores.confidence
    if repetition.exact:
        values[list(repetition.exact)] += exact_bonus / len(repetition.exact)
        confidence = max(confidence, EXACT_CONFIDENCE)
    elif repetition.subject:
        share = 1 / len(repetition.subject)
        values[list(repetition.subject)] += _SUBJECT_BONUS * share
        confidence = lift(confidence, _SUBJECT_CONFIDENCE * share)
    return Scores(np.minimum(values, 1.0), confidence)
