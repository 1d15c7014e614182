"""The trained index of one knowledge base: build it, read and score a query, explain a score."""

from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final, Self

import numpy as np

from bot.engine.languages.abbreviations import Abbreviations
from bot.engine.languages.language import Language, find_language
from bot.engine.languages.language_detection import tell_language
from bot.engine.languages.spelling import Repair
from bot.engine.languages.texting import CHAT_SLANG, drop_fillers
from bot.engine.languages.usage import Usage
from bot.engine.languages.vectors import english_words
from bot.engine.lexical.text import stem, tokenize, tokenize_whole
from bot.engine.matching.calibration import SuggestedThresholds, calibrate
from bot.engine.matching.codes import Code, CodeTable, find_codes
from bot.engine.matching.corpus import Corpus, Document, read_phrasing
from bot.engine.matching.features import Synonyms
from bot.engine.matching.index_arrays import check_arrays
from bot.engine.matching.lexicon import Lexicon
from bot.engine.matching.model import Model, Scores, Signature
from bot.engine.matching.nearest import find_nearest
from bot.engine.matching.phrasebook import Phrasebook, Repetition
from bot.engine.names.companies import find_companies
from bot.engine.tables.archive import DamagedIndexError
from bot.engine.tables.arrays import Array
from bot.engine.tables.packed import PackedTexts
from bot.engine.wording.pleasantries import opens_politely
from bot.engine.wording.remarks import asks_nothing

_TELLING: Final = 0.28
"""How much of an entry's vector one word must make up for the entry to be all about it."""

_SAID: Final = 0.04
"""How much of it a word must make up for the entry to speak of that at all."""

_UNUSUAL: Final = 1e-6
"""A word that makes up less of English than that is a name or a term."""

_COMPANY_SHARE: Final = 0.5
"""How much standing beside the same words counts, where having the same meaning counts 1."""

_NAME_SHARE: Final = 0.15
"""How much of a query a name must be for what it asks to be about that."""

_MISSED_SHARE: Final = 0.1
"""How much of a query a word must be, beyond what is near to it, to be missed."""

_COUNTERPART: Final = 0.3
"""How like a word must be to another to stand in for it."""

_FOREIGN_TOKENS: Final = 32
"""Of noise or another language this much is read, as all its words are new and cost most."""


@dataclass(frozen=True, eq=False)
class PreparedQuery:
    """A query as the index reads it."""

    text: str
    tokens: tuple[str, ...]
    """The words after repair, with abbreviations spelt out."""
    repairs: tuple[Repair, ...]
    model: Model = field(repr=False)

    @cached_property
    def signature(self) -> Signature:
        """What is compared of it; of much that is told around a question nothing is."""
        return self.model.read(self.tokens)

    @cached_property
    def codes(self) -> list[Code]:
        """The codes that it names, as of an error or a model."""
        return find_codes(self.tokens)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an entry got its score."""

    utterance: str
    """The phrasing of the entry that is nearest to the query."""
    words: tuple[tuple[str, float], ...]
    """The query's words that spoke for the entry, with how much each did, most first."""
    missed: tuple[tuple[str, float], ...] = ()
    """The query's words that it has no counterpart for, with the share of the query each is."""


class Index:
    """A knowledge base's entries, trained to be found.

    Nothing changes after `build`: a changed knowledge base gets a new index.
    """

    def __init__(
        self,
        *,
        phrasings: PackedTexts,
        abbreviations: Abbreviations,
        protected: Sequence[str],
        usage: Usage,
        model: Model,
        phrasebook: Phrasebook,
        thresholds: SuggestedThresholds,
        language: Language,
    ) -> None:
        self.thresholds = thresholds
        """Where the knowledge base itself suggests to draw the lines."""
        self._phrasings = phrasings
        self._abbreviations = abbreviations
        self._protected = protected
        self._usage = usage
        self._model = model
        self._phrasebook = phrasebook
        self._language = language
        self._speller = language.make_speller(usage, protected)
        self._own_words = usage.numbers.keys() | abbreviations.words
        self._telling = self._own_words - self._find_colouring()
        self._uses = partial(_use, model.lexicon, abbreviations)
        self.codes = CodeTable(
            usage.words,
            phrasings,
            find_askers=model.alignment.find_askers,
            is_used=self._uses,
        )
        """The entries that people ask for by a code."""

    def _find_colouring(self) -> frozenset[str]:
        """The slang that only colours phrasings, as it does messages ("what is it lol").

        Not those of an entry's own question, unless that says nothing else.
        """
        used = CHAT_SLANG & self._usage.numbers.keys() - self._abbreviations.words
        find = self._model.alignment.find_askers
        titles = {word: [tokenize(self.question(n)) for n in find(word)] for word in used}
        return frozenset(
            word
            for word in used
            if not any(word in title and word not in drop_fillers(title) for title in titles[word])
        )

    @property
    def size(self) -> int:
        """How many documents it was built on."""
        return len(self._model.vectors.meanings)

    @property
    def missed_cost(self) -> float:
        """How much less sure to be of an entry that misses a word, were that word all a query."""
        return self._model.missed_cost

    @property
    def vocabulary(self) -> Set[str]:
        """The words that the knowledge's questions and utterances use."""
        return self._usage.numbers.keys()

    @classmethod
    def build(
        cls,
        documents: Sequence[Document],
        *,
        synonyms: Sequence[Sequence[str]] = (),
        abbreviations: Mapping[str, str] | None = None,
    ) -> Self:
        """Train an index on `documents`, whose order numbers the entries."""
        short_forms = Abbreviations.read(abbreviations or {})
        texts = (tokenize(text) for document in documents for text in document.phrasings)
        language = find_language(tell_language(texts))
        corpus = Corpus.collect(documents, short_forms, Synonyms.read(synonyms), language)
        asked = [corpus.texts[row] for row in np.nonzero(corpus.asked)[0].tolist()]
        calibration = calibrate(corpus)  # first, as what it trains is gone afterwards
        return cls(
            phrasings=PackedTexts.pack(document.phrasings for document in documents),
            abbreviations=short_forms,
            protected=sorted(
                {w for document in documents for w in tokenize_whole(document.answer)}
            ),
            usage=Usage.count(asked),
            model=Model.fit(corpus, missed_cost=calibration.missed_cost),
            phrasebook=Phrasebook.build(
                asked, corpus.owners[corpus.asked], corpus.synonyms, language
            ),
            thresholds=calibration.thresholds,
            language=language,
        )

    def prepare(self, text: str) -> PreparedQuery:
        """Read `text`: its tokens, and what was repaired.

        What only frames or colours a question may be misspelt itself ("realy"), and falls away
        once it is repaired.
        """
        tokens = self._read(text)
        if len(tokens) > _FOREIGN_TOKENS and self._speller.is_mostly_unknown(tokens):
            tokens = tokens[:_FOREIGN_TOKENS]
        tokens, repairs = self._speller.repair(tokens)
        if repairs:
            tokens = self._read(" ".join(tokens))
        return PreparedQuery(text, tuple(tokens), tuple(repairs), self._model)

    def _read(self, text: str) -> list[str]:
        return self._language.read(
            text,
            self._abbreviations,
            telling=self._telling,
            spelt=self._own_words,
            is_used=self._uses,
        )

    def is_unreadable(self, query: PreparedQuery) -> bool:
        """Whether `query` is plainly in another language than the knowledge's, or noise."""
        return self._language.is_unreadable(query.text, query.tokens, self._speller)

    def score(self, query: PreparedQuery) -> Scores:
        """Score every entry against `query`."""
        return self._model.score([(query.signature, 1.0)])

    def score_mixture(self, queries: Sequence[tuple[PreparedQuery, float]]) -> Scores:
        """Score every entry against several queries at once, each with its weight."""
        return self._model.score([(query.signature, weight) for query, weight in queries])

    def align(self, query: PreparedQuery, entry: int) -> tuple[float, float]:
        """The share (0..1) of what `query` says that has a counterpart in an entry's words.

        And the share of the one word that the entry misses most.
        """
        met, missed = self._model.alignment.compare(query.signature.words, [entry])
        return float(met[0]), float(missed[0])

    def share_missed(self, query: PreparedQuery, entry: int) -> float:
        """The share (0..1) of what `query` says that nothing in an entry is a counterpart of.

        Words that carry grammar do not count.
        """
        return sum(share for _, share in self._list_missed(query, entry))

    def says(self, query: PreparedQuery, entry: int) -> bool:
        """Whether each word of `query` but grammar makes up some of an entry.

        One that only a few of very many phrasings hold says next to nothing of what that is about.
        """
        numbers = map(self._model.lexicon.find_stem, self._language.find_content(query.tokens))
        weigh = self._model.vectors.weigh
        return all(number is not None and weigh(number, entry) >= _SAID for number in numbers)

    def misses(self, query: PreparedQuery, entry: int, words: Container[str]) -> bool:
        """Whether an entry has nothing near to one of these words of `query`."""
        missed = self._list_missed(query, entry)
        return any(word in words and share >= _MISSED_SHARE for word, share in missed)

    def misses_name(self, query: PreparedQuery, entry: int) -> bool:
        """Whether a word of `query` is a name that neither an entry nor the knowledge speaks of."""
        return any(
            share >= _NAME_SHARE
            and not self._uses(word)
            and (not self._speller.known(word) or bool(find_companies([word])))
            for word, share in self._list_missed(query, entry)
        )

    def _list_missed(self, query: PreparedQuery, entry: int) -> list[tuple[str, float]]:
        return self._model.alignment.list_missed(query.tokens, query.signature.words, entry)

    def find_subjects(self, query: PreparedQuery, *, least: float = _TELLING) -> list[str]:
        """The words of `query` that make up `least` of an entry, the most telling first."""
        found = {}
        for word in self._language.find_content(query.tokens):
            number = self._model.lexicon.find_stem(word)
            if number is not None:
                found[word] = self._model.vectors.find_strongest(number)
        telling = [word for word, weight in found.items() if weight >= least]
        return sorted(telling, key=lambda word: -found[word])

    def is_keyword_of(self, query: PreparedQuery, entry: int) -> bool:
        """Whether all that `query` names is what `entry` is all about ("visa?", "bmi chart").

        Or whether it names something that is no usual word and that only this entry speaks of, or
        that people ask this entry alone for.
        """
        vectors = self._model.vectors
        words = set(self._language.find_content(query.tokens))
        find = self._model.lexicon.find_stem
        numbers = {word: number for word in words if (number := find(word)) is not None}
        if not numbers or len(numbers) < len(words):
            return False
        least = min(vectors.weigh(number, entry) for number in numbers.values())
        return least >= _TELLING or (
            least > 0
            and any(
                english_words().share(word) < _UNUSUAL
                and (vectors.is_alone(number) or self._model.alignment.find_askers(word) == [entry])
                for word, number in numbers.items()
            )
        )

    def is_mere_grammar(self, query: PreparedQuery) -> bool:
        """Whether all of `query` is a word or two of grammar that say nothing alone ("mehr?")."""
        return self._language.is_mere_grammar(query.tokens)

    def question(self, entry: int) -> str:
        """The own question of an entry."""
        return self._phrasings[entry][0]

    def asks_nothing(self, entry: int) -> bool:
        """Whether a phrasing of `entry` is a pleasantry, a short text that may be one, or a remark.

        Who says hello, or how much they like something, may want that entry.
        """
        return any(
            opens_politely(tokenize(phrasing)) or asks_nothing(phrasing)
            for phrasing in self._phrasings[entry]
        )

    def find_counterpart(self, word: str, others: Sequence[str]) -> str | None:
        """The one of `others` that `word` may stand in for: of like meaning, in like company.

        None where nothing is like enough.
        """
        directions, _ = english_words().point([word, *others])
        company = self._usage.find_company(word) or self._usage.find_company(
            english_words().find_base(word) or word
        )
        likeness = directions[1:] @ directions[0]
        for place, other in enumerate(others):
            theirs = self._usage.find_company(other)
            shared = len(company & theirs) / (min(len(company), len(theirs)) or 1)
            likeness[place] += _COMPANY_SHARE * shared
        best = int(likeness.argmax()) if len(others) else -1
        return others[best] if best >= 0 and likeness[best] >= _COUNTERPART else None

    def name_alike(self, words: Sequence[str]) -> frozenset[str]:
        """The stems of some words, or the groups of those that mean the same as others."""
        synonyms = self._model.lexicon.synonyms
        stems = [stem(word) for word in words]
        alone = {synonyms.groups.get((root,), root) for root in stems}
        return frozenset(alone.union(synonyms.find(stems)))

    def find_head(self, word: str, others: Sequence[str]) -> str | None:
        """The one of `others` that stands right behind `word` most often; None where none does."""
        counts = {other: self._usage.count_pair(word, other) for other in others}
        head = max(others, key=counts.__getitem__, default=None)
        return head if head is not None and counts[head] else None

    def find_repeated(self, query: PreparedQuery) -> Repetition:
        """The entries whose phrasing `query` repeats, word for word or in its subject words."""
        return self._phrasebook.find(query.tokens)

    def explain(self, query: PreparedQuery, entry: int) -> Explanation:
        """Tell what counted for `entry`: its nearest phrasing and the query's words."""
        weights = dict(
            zip(query.signature.numbers.tolist(), query.signature.weights.tolist(), strict=True)
        )
        length = float(np.linalg.norm(self._language.add_up(query.tokens))) or 1.0
        words: list[tuple[str, float]] = []
        for token in dict.fromkeys(query.tokens):
            own = set(self._model.lexicon.count([token]).numbers.tolist()) & weights.keys()
            share = self._model.vectors.score_entry(
                entry,
                np.asarray(sorted(own), dtype=np.int64),
                np.asarray([weights[number] for number in sorted(own)], dtype=np.float32),
                self._language.add_up([token]) / np.float32(length),
            )
            if share > 0:
                words.append((token, share))
        words.sort(key=lambda item: -item[1])
        missed = tuple(self._list_missed(query, entry))
        nearest = find_nearest(
            self._phrasings[entry],
            query.signature,
            self._model,
            scan=lambda text: self._abbreviations.spell_out(tokenize_whole(text)),
            read=lambda text: read_phrasing(
                text, self._abbreviations, self._own_words, self._language
            ),
        )
        return Explanation(nearest, tuple(words), missed)

    def to_parts(self) -> tuple[dict[str, Any], dict[str, Array]]:
        """What `from_parts` restores it from: texts as JSON can hold them, and arrays."""
        model = self._model
        texts = {
            "abbreviations": [[list(a), list(b)] for a, b in self._abbreviations.phrases.items()],
            "protected": list(self._protected),
            "words": list(self._usage.words),
            "language": self._language.name,
            "synonyms": model.lexicon.synonyms.to_lists(),
            "missed_cost": model.missed_cost,
            "thresholds": [self.thresholds.decline, self.thresholds.ambiguity],
        }
        arrays: dict[str, Array] = {
            "phrasings": self._phrasings.data,
            "phrasing_starts": self._phrasings.starts,
            **self._usage.to_arrays(),
            **model.to_arrays(),
            **self._phrasebook.to_arrays(),
        }
        return texts, arrays

    @classmethod
    def from_parts(cls, texts: Mapping[str, Any], arrays: Mapping[str, Array]) -> Self:
        """Restore what `to_parts` returned; raise `DamagedIndexError` for anything else."""
        try:
            return cls._restore(texts, arrays)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise DamagedIndexError("these parts are not those of an index") from error

    @classmethod
    def _restore(cls, texts: Mapping[str, Any], arrays: Mapping[str, Array]) -> Self:
        language = find_language(texts["language"])
        check_arrays(arrays, words=len(texts["words"]), columns=len(language.columns))
        synonyms = Synonyms.from_lists(texts["synonyms"])
        return cls(
            phrasings=PackedTexts(arrays["phrasings"], arrays["phrasing_starts"]),
            abbreviations=Abbreviations({tuple(a): tuple(b) for a, b in texts["abbreviations"]}),
            protected=texts["protected"],
            usage=Usage.from_arrays(arrays, texts["words"]),
            model=Model.from_arrays(
                arrays, synonyms, language, missed_cost=float(texts["missed_cost"])
            ),
            phrasebook=Phrasebook.from_arrays(arrays, synonyms, language),
            thresholds=SuggestedThresholds(*map(float, texts["thresholds"])),
            language=language,
        )


def _use(lexicon: Lexicon, abbreviations: Abbreviations, word: str) -> bool:
    """Whether a knowledge says a word, in a phrasing, an answer or a list of synonyms."""
    root = stem(word)
    return (
        lexicon.find_stem(word) is not None
        or word in abbreviations.words
        or any(root in phrase for phrase in lexicon.synonyms.groups)
    )
