"""The phrasing of an entry that is nearest to a query.

Entries may have a hundred phrasings, and to read all of them as the index does takes longer than
many replies. So they are likened roughly first, from what their words are one by one, and only the
best of them are read.
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from bot.engine.languages.vectors import english_words
from bot.engine.matching.lexicon import Lexicon
from bot.engine.matching.model import Model, Signature
from bot.engine.matching.training import MEANING_WEIGHT
from bot.engine.tables.arrays import Floats

_READ: Final = 12
"""Phrasings of an entry that are read; nearly always the nearest one is among them."""

_LETTERS_WEIGHT: Final = 0.6
"""How much stems and letter groups count in a rough likeness, each of them 0..1.

About what is left to each where pairs of stems and synonyms have their share.
"""

Reader = Callable[[str], Sequence[str]]
"""Returns the words of a phrasing."""


def find_nearest(
    phrasings: Sequence[str], wanted: Signature, model: Model, *, scan: Reader, read: Reader
) -> str:
    """The one of `phrasings` that is nearest to `wanted` in letters and meaning.

    `scan` and `read` return the words of a phrasing: quickly, and as the index reads them.
    """
    weights = _spread(wanted, model.lexicon)
    if len(phrasings) > _READ:
        texts = [scan(phrasing) for phrasing in phrasings]
        likeness = _liken_roughly(texts, wanted.meaning, weights, model)
        best = np.sort(np.argsort(-likeness, kind="stable")[:_READ])  # of equals the first one
        phrasings = [phrasings[place] for place in best.tolist()]

    def liken(phrasing: str) -> float:
        words = read(phrasing)
        numbers, own = model.lexicon.weigh(model.lexicon.count(words))
        meaning = model.point(words) @ wanted.meaning
        return float(weights[numbers] @ own + MEANING_WEIGHT * meaning)

    return max(phrasings, key=liken)


def _spread(text: Signature, lexicon: Lexicon) -> Floats:
    """What each feature of a knowledge base weighs in a text."""
    weights = np.zeros(len(lexicon), dtype=np.float32)
    weights[text.numbers] = text.weights
    return weights


def _liken_roughly(
    texts: Sequence[Sequence[str]], meaning: Floats, weights: Floats, model: Model
) -> Floats:
    """How near each of `texts` is to a query, without the pairs of its words and their synonyms.

    That has a `meaning`, and `weights` for each feature. Takes each different word once for all
    texts.
    """
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(word, len(numbers)) for text in texts for word in text]
    rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    counts = np.zeros((len(texts), len(numbers)), dtype=np.float32)
    np.add.at(counts, (rows, np.asarray(places, dtype=np.int64)), 1)
    words = list(numbers)
    meanings = model.centre(counts @ english_words().stack(words))
    likeness = MEANING_WEIGHT * (meanings @ meaning)
    for shared, squares in model.lexicon.compare_words(words, weights):
        lengths = np.sqrt(np.maximum(counts @ squares, 1e-9))
        likeness += _LETTERS_WEIGHT * (counts @ shared) / lengths
    return np.asarray(likeness, dtype=np.float32)
