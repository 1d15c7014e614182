"""Words that narrow a question, and whether an entry meets them.

A question about Germany must not get the answer about India, nor a nurse the pay of an engineer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final, Literal

from bot.engine.companies import find_companies
from bot.engine.entries import Entry, Qualifier, Vocabulary
from bot.engine.phrases import PhraseTable, replace_phrases
from bot.engine.places import find_places
from bot.engine.professions import find_professions, is_origin
from bot.engine.questions import asks_for_the_opposite
from bot.engine.regions import REGION, imply_regions, name_country
from bot.engine.text import stem, tokenize, tokenize_whole
from bot.engine.words import STOP_WORDS

COMPANY: Final = "company"
"""The qualifier whose foreign values are well-known companies, and names after "at"."""

ROLE: Final = "role"
"""The qualifier whose foreign values are the world's professions."""

PERVASIVE_SHARE: Final = 0.15
"""A value that this share of all questions names narrows nothing: it is what the bot is about."""

LEAST_ORDERED: Final = 3
"""Phrasings of an entry that must name both values before their order says something."""

DOMINANCE: Final = 3
"""How many times as often as any other value of its kind such a value is named."""

NAMING_SHARE: Final = 0.025
"""Share of an entry's phrasings that must name a foreign value for the entry to be about it."""

RECENT: Final = 64
"""Texts that are remembered as read: one message looks at the same ones from several sides."""

_COMPARING: Final = frozenset(
    """
    vs versus or than and nor like between compare compared comparing comparison difference
    different differ better rather instead equal same similar
    """.split()
)
"""Without one of these beside another role, a question that names its own is about that alone."""

_COMPARED_BEFORE: Final = 3
_COMPARED_AFTER: Final = 2
"""Words before and after a role among which one of those tells that it is compared."""

_POINTING: Final = frozenset("in the from across within around to for vs versus and or".split())

_DENYING: Final = frozenset("not except excluding besides".split())
_DENYING_PAIRS: Final = frozenset(
    [("other", "than"), ("apart", "from"), ("aside", "from"), ("dont", "care"), ("not", "care")]
)
_ASKED_OR_NOT: Final = frozenset("or if why whether it".split())
"""Words before a "not" that denies nothing which follows ("worth it or not in India")."""

_BESIDE_DENIED: Final = frozenset("the a an in for about just any those of".split())
_JOINING: Final = frozenset("or nor and".split())
_JOINING_THE: Final = _JOINING | {"the"}

Verdict = Literal["met", "unmet", "conflict"]


Value = tuple[str, str | None]
"""A qualifier's id, and the id of one of its values."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A qualifier value that a query names."""

    qualifier: str
    name: str
    """How to call the value in a sentence."""
    value: str | None
    """The id of a value that the knowledge knows; None when it is foreign to it."""
    words: str
    """The words of the query that name it."""
    background: bool = False
    """Whether it says where the asker stands, so that only answers about other values are wrong."""
    denied: bool = False
    """Whether it is named as what is not asked about ("not India", "other than India")."""


@dataclass(frozen=True, slots=True)
class _Claims:
    """What an entry says that bears on what narrows a query."""

    asked: frozenset[Value]
    """The values it is asked for by."""
    anywhere: frozenset[Value]
    """Those, and the ones that its answer names."""
    orders: tuple[tuple[Value, ...], ...]
    """The values of each phrasing that names two, in the order named."""
    phrasings: tuple[str, ...]
    """The ways of asking for it, as tokens between spaces."""


class QualifierGuard:
    """Finds what narrows a query and judges entries by it."""

    def __init__(self, vocabulary: Vocabulary, entries: Sequence[Entry]) -> None:
        qualifiers = {q.id: q for q in vocabulary.qualifiers}
        if REGION not in qualifiers and (regions := imply_regions(entries)):
            qualifiers[REGION] = regions
        self._qualifiers: Mapping[str, Qualifier] = qualifiers
        self._entries = entries
        self._abbreviations = PhraseTable(
            {
                tuple(tokenize(short)): tuple(tokenize(long))
                for short, long in vocabulary.abbreviations.items()
            }
        )
        phrases: dict[tuple[str, ...], tuple[str, str, str]] = {}
        for qualifier in qualifiers.values():
            for value in qualifier.values:
                for word in (*value.words, value.name, value.id.replace("-", " ")):
                    key = tuple(map(stem, self._tokenize(word)))
                    if key:
                        phrases.setdefault(key, (qualifier.id, value.id, value.name))
        self._values = PhraseTable(phrases)
        self._claims = lru_cache(maxsize=4096)(self._read_claims)
        self._question_values = lru_cache(maxsize=4096)(self._find_question_values)
        self._found = lru_cache(maxsize=RECENT)(self._find)

    def find(self, tokens: Sequence[str]) -> tuple[Mention, ...]:
        """What narrows a query of these (repaired) tokens, in the order it is named."""
        return self._found(tuple(tokens))

    def _find(self, tokens: tuple[str, ...]) -> tuple[Mention, ...]:
        known = list(self._find_known(tokens))
        taken = {n for start, end, _ in known for n in range(start, end)}
        own_role = any(mention.qualifier == ROLE for _, _, mention in known)
        found = known + [
            (start, end, mention)
            for start, end, mention in self._find_foreign(tokens)
            if taken.isdisjoint(range(start, end))
            and not (
                own_role and mention.qualifier == ROLE and not _is_compared(tokens, start, end)
            )
        ]
        found.sort(key=lambda item: item[0])
        mentions = []
        denied_until = -1  # "not the US or India" denies both
        for start, end, mention in found:
            between = tokens[denied_until:start] if denied_until >= 0 else ()
            joined = not _JOINING.isdisjoint(between) and _JOINING_THE.issuperset(between)
            denied = joined or _find_denial(tokens, start) is not None
            denied_until = end if denied else -1
            mentions.append(replace(mention, denied=denied))
        return tuple(dict.fromkeys(mentions))

    def find_corrected(self, tokens: Sequence[str]) -> list[str]:
        """`tokens` without a value named as what is not asked about, where another one stands.

        Of "not India, the US" the second half is left.
        """
        mentions = self.find(tokens)
        kinds = {m.qualifier for m in mentions if not m.denied}
        left = list(tokens)
        for words in [m.words.split() for m in mentions if m.denied and m.qualifier in kinds]:
            for start in range(len(left) - len(words) + 1):
                opening = (
                    _find_denial(left, start) if left[start : start + len(words)] == words else None
                )
                if opening is not None:
                    del left[opening : start + len(words)]
                    break
        return left

    def widen(self, mention: Mention) -> Mention:
        """A place that the knowledge does not know as the country it lies in, if it knows that."""
        if mention.value is not None or mention.qualifier != REGION:
            return mention
        for place in find_places(mention.words.split()):
            if value := self._find_value(REGION, name_country(place)):
                return replace(mention, value=value)
        return mention

    def judge(self, mentions: Iterable[Mention], number: int) -> Verdict:
        """Whether entry `number` meets what narrows the query.

        "conflict": it is about another value; "unmet": it says nothing of this one.
        """
        verdict: Verdict = "met"
        mentions = list(mentions)
        if self._is_denied([m for m in mentions if m.denied], number):
            return "conflict"
        mentions = [
            m for m in mentions if not m.denied and (m.value or not self.is_named_by(m, number))
        ]
        for qualifier_id in {mention.qualifier for mention in mentions}:
            mine = [m for m in mentions if m.qualifier == qualifier_id]
            gentle = self._is_implied(qualifier_id) or all(m.background for m in mine)
            if gentle and not self._is_narrowed(qualifier_id, number):
                continue
            one = self._judge_qualifier(qualifier_id, {m.value for m in mine}, number)
            if one == "conflict":
                return one
            if one == "unmet":
                verdict = one
        return verdict

    def _is_denied(self, denied: Sequence[Mention], number: int) -> bool:
        """Whether entry `number` is about nothing but values that are not asked about."""
        if not denied:
            return False
        kinds = {m.qualifier for m in denied}
        values = {v for v in self._question_values(number) if v[0] in kinds} - self._pervasive
        return bool(values) and values <= {(m.qualifier, m.value) for m in denied}

    def is_named_by(self, mention: Mention, number: int) -> bool:
        """Whether entry `number` is asked for by what is foreign to the vocabulary.

        Where somebody comes from does not count ("I am a nurse, how long does it take?"), nor what
        one of very many phrasings happens to name.
        """
        texts = self._claims(number).phrasings
        naming = [text for text in texts if f" {mention.words} " in text]
        if mention.qualifier != COMPANY:
            naming = [text for text in naming if self._names_foreign(text, mention.words)]
        return len(naming) >= max(1.0, NAMING_SHARE * len(texts))

    def _names_foreign(self, text: str, words: str) -> bool:
        return any(found.words == words for _, _, found in self._find_foreign(text.split()))

    def denies(self, number: int) -> bool:
        """Whether entry `number` is asked for by what is not so."""
        return any(asks_for_the_opposite(text) for text in self._claims(number).phrasings)

    def share_met(self, mentions: Iterable[Mention], number: int) -> float:
        """The share (0..1) of the mentioned values that entry `number` names itself.

        Only strict qualifiers count: where one is not, an entry that names no value will do.
        """
        wanted = [
            (m.qualifier, m.value)
            for m in mentions
            if self._is_strict(m.qualifier)
            and not self.is_pervasive(m)
            and not m.background
            and not m.denied
        ]
        if not wanted:
            return 1.0
        anywhere = self._claims(number).anywhere
        return sum(value in anywhere for value in wanted) / len(wanted)

    def share_beside(self, mentions: Iterable[Mention], number: int) -> float:
        """The share (0..1) of an entry's own values that the query does not ask about."""
        mentions = [m for m in mentions if not m.denied]
        wanted = {(m.qualifier, m.value) for m in mentions}
        kinds = {m.qualifier for m in mentions}
        asked = {v for v in self._claims(number).asked if v[0] in kinds} - self._pervasive
        return len(asked - wanted) / len(asked) if asked else 0.0

    def find_unasked(self, mentions: Iterable[Mention], number: int) -> frozenset[Value]:
        """The values that entry `number` is narrowed to, of kinds that the query does not name.

        Only the entry's own question counts: it says what the entry is about.
        """
        named = {m.qualifier for m in mentions}
        values = self._question_values(number) - self._pervasive
        return frozenset(value for value in values if value[0] not in named)

    def share_in_order(self, mentions: Sequence[Mention], number: int) -> float:
        """The share (0..1) of an entry's phrasings that name two values in the query's order.

        One half where the query does not name just two of a kind, or too few phrasings do. "From
        analyst to engineer" and "from engineer to analyst" hold the same words.
        """
        for kind in {mention.qualifier for mention in mentions}:
            wanted = [m.value for m in mentions if m.qualifier == kind and not m.denied]
            if len(wanted) != 2 or None in wanted:
                continue
            orders = [
                order
                for order in self._claims(number).orders
                if set(order) == {(kind, value) for value in wanted}
            ]
            if len(orders) >= LEAST_ORDERED:
                same = sum(order == tuple((kind, value) for value in wanted) for order in orders)
                return same / len(orders)
        return 0.5

    def name_values(self, qualifier_id: str) -> list[str]:
        """The names of the values that the knowledge knows of a qualifier."""
        qualifier = self._qualifiers.get(qualifier_id)
        return [value.name for value in qualifier.values] if qualifier else []

    def name_qualifier(self, qualifier_id: str) -> str:
        """How a qualifier is called in a sentence."""
        qualifier = self._qualifiers.get(qualifier_id)
        return qualifier.name if qualifier else qualifier_id

    def is_pervasive(self, mention: Mention) -> bool:
        """Whether a mention narrows nothing because the whole knowledge is about it."""
        return (mention.qualifier, mention.value) in self._pervasive

    def _judge_qualifier(self, qualifier_id: str, wanted: set[str | None], number: int) -> Verdict:
        values = {(qualifier_id, value) for value in wanted}
        if all(value in self._pervasive for value in values):
            return "met"
        if None in wanted:
            return "conflict"
        claims = self._claims(number)
        if not values.isdisjoint(claims.anywhere):
            return "met"
        others = {value for value in claims.asked if value[0] == qualifier_id} - self._pervasive
        if others:
            return "conflict"
        return "unmet" if self._is_strict(qualifier_id) else "met"

    def _is_narrowed(self, qualifier_id: str, number: int) -> bool:
        """Whether entry `number` names any value of a qualifier, other than what all is about."""
        anywhere = self._claims(number).anywhere
        return any(kind == qualifier_id for kind, _ in anywhere - self._pervasive)

    def _is_implied(self, qualifier_id: str) -> bool:
        qualifier = self._qualifiers.get(qualifier_id)
        return qualifier is not None and qualifier.implied

    def _is_strict(self, qualifier_id: str) -> bool:
        qualifier = self._qualifiers.get(qualifier_id)
        return qualifier is not None and qualifier.strict

    @cached_property
    def _pervasive(self) -> frozenset[Value]:
        if not self._qualifiers or not self._entries:
            return frozenset()
        counts: dict[Value, int] = {}
        for entry in self._entries:
            for key in self._find_values(self._tokenize(entry.question)):
                counts[key] = counts.get(key, 0) + 1
        least = max(2.0, PERVASIVE_SHARE * len(self._entries))
        return frozenset(
            key
            for key, count in counts.items()
            if count >= least
            and count
            >= DOMINANCE
            * max((c for k, c in counts.items() if k[0] == key[0] and k != key), default=0)
        )

    def _read_claims(self, number: int) -> _Claims:
        entry = self._entries[number]
        phrasings = [self._tokenize(phrasing) for phrasing in entry.phrasings]
        named = [self._find_values(tokens) for tokens in phrasings]
        asked = frozenset(chain.from_iterable(named))
        return _Claims(
            asked=asked,
            anywhere=asked.union(self._find_values(self._spell_out(tokenize_whole(entry.answer)))),
            orders=tuple(values for values in named if len(values) == 2),
            phrasings=tuple(f" {' '.join(tokens)} " for tokens in phrasings),
        )

    def _find_values(self, tokens: Sequence[str]) -> tuple[Value, ...]:
        """The values that tokens name, in the order they are named first."""
        found = self._find_known(tokens)
        return tuple(dict.fromkeys((m.qualifier, m.value) for _, _, m in found))

    def _find_question_values(self, number: int) -> frozenset[Value]:
        return frozenset(self._find_values(self._tokenize(self._entries[number].question)))

    def _tokenize(self, text: str) -> list[str]:
        return self._spell_out(tokenize(text))

    def _spell_out(self, tokens: Sequence[str]) -> list[str]:
        return replace_phrases(tokens, self._abbreviations)

    def _find_known(self, tokens: Sequence[str]) -> Iterable[tuple[int, int, Mention]]:
        implied = self._is_implied(REGION)
        spans = {(place.start, place.end) for place in find_places(tokens)} if implied else set()
        stems = [stem(token) for token in tokens]
        done = 0
        for position in self._values.find_openings(stems):
            if position < done:
                continue
            for end, (qualifier, value, name) in self._values.start_at(stems, position):
                if self._is_grammar(tokens, position, end):
                    continue
                if implied and qualifier == REGION and (position, end) not in spans:
                    continue  # a word that is a place only where it points at one
                words = " ".join(tokens[position:end])
                yield position, end, Mention(qualifier, name, value, words)
                done = end
                break

    @staticmethod
    def _is_grammar(tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether a single stop word ("us") stands where it is grammar, not a value."""
        if end - start != 1 or tokens[start] not in STOP_WORDS:
            return False
        return start == 0 or tokens[start - 1] not in _POINTING

    def _find_foreign(self, tokens: Sequence[str]) -> Iterable[tuple[int, int, Mention]]:
        if COMPANY in self._qualifiers:
            yield from self._find_companies(tokens)
        if REGION in self._qualifiers:
            for place in find_places(tokens):
                words = " ".join(tokens[place.start : place.end])
                value = self._find_value(REGION, place.name)
                if value is None and self._is_implied(REGION):
                    value = self._find_value(REGION, name_country(place))
                yield place.start, place.end, Mention(REGION, place.name, value, words)
        if ROLE in self._qualifiers:
            professions = find_professions(tokens)
            for profession in professions:
                if is_origin(tokens, profession, professions):
                    continue
                words = " ".join(tokens[profession.start : profession.end])
                value = self._find_value(ROLE, profession.name)
                found = Mention(ROLE, profession.plural, value, words)
                yield profession.start, profession.end, found

    def _find_companies(self, tokens: Sequence[str]) -> Iterable[tuple[int, int, Mention]]:
        for company in find_companies(tokens):
            words = " ".join(tokens[company.start : company.end])
            value = self._find_value(COMPANY, words)
            yield company.start, company.end, Mention(COMPANY, company.name, value, words)

    def _find_value(self, qualifier_id: str, name: str) -> str | None:
        found = self._values.phrases.get(tuple(map(stem, self._tokenize(name))))
        return found[1] if found and found[0] == qualifier_id else None


def _is_compared(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether the words around a role hold it against another one."""
    around = [
        *tokens[max(0, start - _COMPARED_BEFORE) : start],
        *tokens[end : end + _COMPARED_AFTER],
    ]
    return not _COMPARING.isdisjoint(around)


def _find_denial(tokens: Sequence[str], start: int) -> int | None:
    """Where the words begin that deny what stands at `start` ("not the ...", "other than ...")."""
    place = start - 1
    while place >= 0 and tokens[place] in _BESIDE_DENIED:
        place -= 1
    if place < 0:
        return None
    before = tokens[place - 1] if place else ""
    if tokens[place] in _DENYING:
        return None if before in _ASKED_OR_NOT else place
    return place - 1 if (before, tokens[place]) in _DENYING_PAIRS else None
