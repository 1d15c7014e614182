"""What a knowledge base suggests about its own limits, with no labelled questions.

A model is trained without some of the entries and without some phrasings of the others. What is
left out imitates what people will ask: phrasings of absent entries are out of scope, the others
should find their entry. What a missed word costs is what tells the two apart best, and the
thresholds are those that would have cost least.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from zlib import crc32

import numpy as np

from bot.engine.matching.corpus import Corpus
from bot.engine.matching.model import Model, Scores, keep_of_missed
from bot.engine.tables.arrays import Doubles, Flags

Rows = list[int]

_OUTSIDE_SHARE: Final = 0.2
"""The share of questions taken to be out of scope and as hard to tell as an absent entry's."""

_DECLINED_RIGHT: Final = 0.05
"""The share of right answers whose loss is always worth being careful."""

_WRONG_COST: Final = 3.0
_ASKING_COST: Final = 0.6
"""What it costs to answer wrongly, and to ask back when the best entry was right."""

_ABSENT_ENTRIES: Final = 4
_ABSENT_PHRASINGS: Final = 4
"""Every so many entries, and phrasings of the others, are left out."""

_FOLDS: Final = 3
"""Models that are trained without a part each, as which part is left out moves the estimates."""

_MOST_ENTRIES: Final = 160
_MOST_PHRASINGS: Final = 12
"""Bounds the cost on large knowledge bases, which these many represent well enough."""

_FEWEST_SAMPLES: Final = 8
_DECLINE_RANGE: Final = (0.2, 0.5)
_AMBIGUITY_RANGE: Final = (0.02, 0.06)
"""No estimate goes beyond these: few phrasings make for wild ones."""

_CAUTION: Final = 100
"""Left-out phrasings of each fold before what they say of the ambiguity counts half."""

_MISSED_COST_RANGE: Final = (0.0, 1.2)
_AS_GOOD: Final = 0.001
"""Costs that rank so little worse than the best one are as good; the usual one among them wins."""

_MISSED_COST_CAUTION: Final = 200
"""Left-out phrasings of each fold before what they say of that cost counts half."""

_USUAL_DECLINE: Final = 0.28
"""The threshold of most knowledge bases, if a missed word cost nothing."""

_USUALLY_MISSED: Final = 0.2
"""The share that right answers miss most of their questions, by which that cost lowers it."""

_DECLINE_CAUTION: Final = 400
"""Left-out phrasings of each fold before what they say of the threshold counts half.

Other entries left out by chance move an estimate from a hundred phrasings by 0.05.
"""


@dataclass(frozen=True, slots=True)
class SuggestedThresholds:
    """Where to draw the lines between answering, asking back and declining."""

    decline: float
    """Answer only from this confidence on."""
    ambiguity: float
    """Offer choices when the best entry leads the second by less than this."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How to judge scores in one knowledge base."""

    thresholds: SuggestedThresholds
    missed_cost: float
    """How much less sure to be of an entry that knows nothing of one word, were it all a query."""


DEFAULT: Final = Calibration(
    SuggestedThresholds(decline=_USUAL_DECLINE * (1 - _USUALLY_MISSED), ambiguity=0.06),
    missed_cost=1.15,
)
"""For knowledge bases too small to say: about what those with a few phrasings more settle at."""

FOREIGN: Final = replace(DEFAULT, missed_cost=0.5)
"""The same for those that are not in English.

There no meaning tells that a word is nearly one of the entry's, so that more are missed.
"""


def calibrate(corpus: Corpus) -> Calibration:
    """Estimate the limits of the knowledge base that `corpus` holds."""
    default = DEFAULT if corpus.language.has_meanings else FOREIGN
    drawn = _draw_lots(corpus)
    phrasings = {entry: drawn[entry][:_MOST_PHRASINGS] for entry in [*drawn][:_MOST_ENTRIES]}
    folds = [_split(phrasings, fold) for fold in range(_FOLDS)]
    if any(min(len(asked), len(outside)) < _FEWEST_SAMPLES for _, asked, outside in folds):
        return default
    judged = [_ask_fold(corpus, *fold) for fold in folds]
    inside, outsiders = (_Asked.join(part) for part in zip(*judged, strict=True))
    missed_cost = _choose_missed_cost(inside, outsiders, usual=default.missed_cost)
    decline = _choose_decline(
        inside.judge(missed_cost),
        inside.right,
        outsiders.judge(missed_cost),
        usual=_USUAL_DECLINE * (1 - missed_cost * _USUALLY_MISSED),
    )
    ambiguity = _choose_ambiguity(inside.margins, inside.right)
    return Calibration(SuggestedThresholds(decline, ambiguity), missed_cost)


def _split(phrasings: Mapping[int, Rows], fold: int) -> tuple[Rows, Rows, Rows]:
    """The phrasings to train on, those left out of entries that stay, and of absent entries."""
    absent = set([*phrasings][fold::_ABSENT_ENTRIES])
    kept: Rows = []
    asked: Rows = []
    outside: Rows = []
    for entry, mine in phrasings.items():
        if entry in absent:
            outside += mine[:_ABSENT_PHRASINGS]
        else:
            left_out = len(mine) // _ABSENT_PHRASINGS
            first = fold * left_out
            asked += mine[first : first + left_out]
            kept += mine[:first] + mine[first + left_out :]
    return kept, asked, outside


def _ask_fold(corpus: Corpus, kept: Rows, asked: Rows, outside: Rows) -> tuple["_Asked", "_Asked"]:
    """What a model trained on the rows `kept` makes of those `asked`, and of those `outside`."""
    present = set(corpus.owners[kept].tolist())
    told = np.nonzero(~corpus.asked)[0].tolist()
    kept = kept + [row for row in told if int(corpus.owners[row]) in present]
    model = Model.fit(corpus.take(kept))
    return _ask(model, corpus.take(asked)), _ask(model, corpus.take(outside))


def _draw_lots(corpus: Corpus) -> dict[int, list[int]]:
    """The rows of each entry's phrasings, entries and phrasings in an order of chance.

    Of a chance that depends on what each says alone, so that another phrasing, or one less,
    leaves the order of the others.
    """
    phrasings: dict[int, list[int]] = {}
    for row in np.nonzero(corpus.asked)[0].tolist():
        phrasings.setdefault(int(corpus.owners[row]), []).append(row)
    lots = {
        row: (crc32(" ".join(corpus.texts[row]).encode()), row)
        for mine in phrasings.values()
        for row in mine
    }
    entries = sorted(phrasings, key=lambda entry: lots[phrasings[entry][0]])
    return {entry: sorted(phrasings[entry], key=lots.__getitem__) for entry in entries}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a model makes of some texts."""

    sure: Doubles
    """How sure it would be of each if no missed word counted."""
    missed: Doubles
    margins: Doubles
    right: Flags
    """Whether the best entry of each text is its own."""

    @classmethod
    def join(cls, parts: Sequence["_Asked"]) -> "_Asked":
        """The same of several lots of texts."""
        return cls(
            np.concatenate([part.sure for part in parts]),
            np.concatenate([part.missed for part in parts]),
            np.concatenate([part.margins for part in parts]),
            np.concatenate([part.right for part in parts]),
        )

    def judge(self, missed_cost: float) -> Doubles:
        """How sure the model would be of each text if a missed word cost that much."""
        kept = [keep_of_missed(missed, missed_cost) for missed in self.missed.tolist()]
        return np.asarray(self.sure * kept)


def _ask(model: Model, questions: Corpus) -> _Asked:
    judged = [model.judge([(model.read(tokens), 1.0)]) for tokens in questions.texts]
    scores = [Scores(values, sure) for values, sure, _ in judged]
    best = [score.best for score in scores]
    return _Asked(
        np.asarray([sure for _, sure, _ in judged]),
        np.asarray([missed for _, _, missed in judged]),
        np.asarray([score.margin for score in scores]),
        np.asarray(best) == questions.owners,
    )


def _choose_missed_cost(inside: _Asked, outsiders: _Asked, *, usual: float) -> float:
    """The cost that ranks right answers before questions that nothing answers most often.

    Where entries are asked for with ever other names in them ("call Anna"), a word that is missed
    says little; where they differ by one word, it says all.
    """
    candidates = np.linspace(*_MISSED_COST_RANGE, 13)
    ranked = [
        share_in_order(inside.judge(cost)[inside.right], outsiders.judge(cost))
        for cost in candidates
    ]
    as_good = candidates[np.asarray(ranked) >= max(ranked) - _AS_GOOD]
    estimate = float(as_good[np.abs(as_good - usual).argmin()])
    samples = len(inside.right) + len(outsiders.right)
    return _draw(estimate, usual, samples, _MISSED_COST_CAUTION)


def share_in_order(higher: Doubles, lower: Doubles) -> float:
    """The share (0..1) of pairs in which `higher` is higher, ties counting half (AUROC)."""
    if not len(higher) or not len(lower):
        return 0.5
    order = np.sort(higher)
    not_above = np.searchsorted(order, lower, "left") + np.searchsorted(order, lower, "right")
    return 1 - float(np.mean(not_above)) / (2 * len(order))


def _choose_decline(
    confidences: Doubles, right: Flags, outsiders: Doubles, *, usual: float
) -> float:
    """Halfway between the confidence with fewest errors and the one that loses few answers.

    The first alone would follow the chance of which entries were left out; where those are few,
    the second does as well.
    """
    candidates = np.linspace(*_DECLINE_RANGE, 61)
    errors = [
        (1 - _OUTSIDE_SHARE) * np.mean((confidences < t) == right)
        + _OUTSIDE_SHARE * np.mean(outsiders >= t)
        for t in candidates
    ]
    fewest = float(candidates[int(np.argmin(errors))])
    careful = float(np.quantile(confidences[right], _DECLINED_RIGHT)) if right.any() else fewest
    estimate = float(np.clip((fewest + careful) / 2, *_DECLINE_RANGE))
    return _draw(estimate, usual, len(confidences) + len(outsiders), _DECLINE_CAUTION)


def _choose_ambiguity(margins: Doubles, right: Flags) -> float:
    """The lead that costs least, drawn to the default where few phrasings speak for it."""
    candidates = np.linspace(*_AMBIGUITY_RANGE, 61)
    costs = [
        _WRONG_COST * np.sum((margins >= t) & ~right) + _ASKING_COST * np.sum((margins < t) & right)
        for t in candidates
    ]
    estimate = float(candidates[int(np.argmin(costs))])
    return _draw(estimate, DEFAULT.thresholds.ambiguity, len(margins), _CAUTION)


def _draw(estimate: float, usual: float, samples: int, caution: int) -> float:
    """An estimate drawn to what is usual, the more the fewer samples speak for it."""
    trust = samples / (samples + caution * _FOLDS)
    return trust * estimate + (1 - trust) * usual
