"""Thresholds that a knowledge base suggests for itself, with no labelled questions.

A model is trained without some of the entries and without some phrasings of the others. What is
left out imitates what people will ask: phrasings of absent entries are out of scope, the others
should find their entry. The thresholds are those that would have cost least.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.engine.corpus import Corpus
from bot.engine.model import Model

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.integer[Any]]
Claims = npt.NDArray[np.bool_]

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

_MOST_ENTRIES: Final = 160
_MOST_PHRASINGS: Final = 12
"""Bounds the cost on large knowledge bases, which these many represent well enough."""

_FEWEST_SAMPLES: Final = 8
_DECLINE_RANGE: Final = (0.2, 0.5)
_AMBIGUITY_RANGE: Final = (0.02, 0.05)
"""No estimate goes beyond these: few phrasings make for wild ones."""

_CAUTION: Final = 100
"""Left-out phrasings before their estimate of the ambiguity counts as much as the default."""

_USUAL_DECLINE: Final = 0.24
_DECLINE_CAUTION: Final = 400
"""Left-out phrasings before their estimate of the threshold counts as much as the usual one.

Other entries left out by chance move an estimate from a hundred phrasings by 0.05.
"""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where to draw the lines between answering, asking back and declining."""

    decline: float
    """Answer only from this confidence on."""
    ambiguity: float
    """Offer choices when the best entry leads the second by less than this."""


DEFAULT: Final = Thresholds(decline=0.27, ambiguity=0.05)
"""For knowledge bases too small to say."""


def estimate_thresholds(corpus: Corpus) -> Thresholds:
    """Estimate the thresholds for the knowledge base that `corpus` holds."""
    random = np.random.default_rng(0)
    chosen = random.permutation(corpus.entries)[:_MOST_ENTRIES]
    absent = set(chosen[::_ABSENT_ENTRIES].tolist())
    phrasings: dict[int, list[int]] = {entry: [] for entry in chosen.tolist()}
    for row in random.permutation(np.nonzero(corpus.asked)[0]).tolist():
        mine = phrasings.get(int(corpus.owners[row]))
        if mine is not None and len(mine) < _MOST_PHRASINGS:
            mine.append(row)
    kept: list[int] = []
    asked: list[int] = []
    outside: list[int] = []
    for entry, mine in phrasings.items():
        if entry in absent:
            outside += mine[:_ABSENT_PHRASINGS]
        else:
            asked += mine[: len(mine) // _ABSENT_PHRASINGS]
            kept += mine[len(mine) // _ABSENT_PHRASINGS :]
    present = phrasings.keys() - absent
    kept += [
        row for row in np.nonzero(~corpus.asked)[0].tolist() if int(corpus.owners[row]) in present
    ]
    if len(asked) < _FEWEST_SAMPLES or len(outside) < _FEWEST_SAMPLES:
        return DEFAULT
    model = Model.fit(corpus.take(kept))
    confidences, margins, right = _ask(model, corpus.take(asked))
    outsiders, _, _ = _ask(model, corpus.take(outside))
    return Thresholds(
        _choose_decline(confidences, right, outsiders), _choose_ambiguity(margins, right)
    )


def _ask(model: Model, questions: Corpus) -> tuple[Floats, Floats, Claims]:
    """How sure the model is of each text, how far ahead its best entry is, and if it is right."""
    scores = [model.score([(model.read(tokens), 1.0)]) for tokens in questions.texts]
    best = [score.top(1)[0][0] for score in scores]
    return (
        np.asarray([score.confidence for score in scores]),
        np.asarray([score.margin for score in scores]),
        np.asarray(best) == questions.owners,
    )


def _choose_decline(confidences: Floats, right: Claims, outsiders: Floats) -> float:
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
    return _draw(estimate, _USUAL_DECLINE, len(confidences) + len(outsiders), _DECLINE_CAUTION)


def _choose_ambiguity(margins: Floats, right: Claims) -> float:
    """The lead that costs least, drawn to the default where few phrasings speak for it."""
    candidates = np.linspace(*_AMBIGUITY_RANGE, 61)
    costs = [
        _WRONG_COST * np.sum((margins >= t) & ~right) + _ASKING_COST * np.sum((margins < t) & right)
        for t in candidates
    ]
    estimate = float(candidates[int(np.argmin(costs))])
    return _draw(estimate, DEFAULT.ambiguity, len(margins), _CAUTION)


def _draw(estimate: float, usual: float, samples: int, caution: int) -> float:
    """An estimate drawn to what is usual, the more the fewer samples speak for it."""
    trust = samples / (samples + caution)
    return trust * estimate + (1 - trust) * usual
