"""Words that narrow a question, and whether an entry meets them.

A question about Germany must not get the answer about India, nor a nurse the pay of an engineer.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Final, Literal

from bot.engine.entries import Entry, Vocabulary
from bot.engine.lexical.text import tokenize
from bot.engine.narrowing.claims import ClaimTable
from bot.engine.narrowing.mentions import COMPANY, Mention, MentionFinder, Value
from bot.engine.narrowing.phrasings import Phrasings

PERVASIVE_SHARE: Final = 0.15
"""A value that this share of all questions names narrows nothing: it is what the bot is about."""

LEAST_ORDERED: Final = 3
"""Phrasings of an entry that must name both values before their order says something."""

DOMINANCE: Final = 3
"""How many times as often as any other value of its kind such a value is named."""

NAMING_SHARE: Final = 0.025
"""Share of an entry's phrasings that must name a foreign value for the entry to be about it."""

Verdict = Literal["met", "unmet", "conflict"]


class QualifierGuard:
    """Judges entries by what narrows a query."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        entries: Sequence[Entry],
        claims: ClaimTable | None = None,
    ) -> None:
        """What the entries say is read anew where no `claims` are given."""
        claims = claims or ClaimTable.read(vocabulary, entries)
        self.finder = MentionFinder(vocabulary, region=claims.region)
        self._qualifiers = self.finder.qualifiers
        self._claims = claims.claims
        self.phrasings = Phrasings(entries, claims.claims, spell_out=self.finder.spell_out)
        """How the entries are asked for, beside the values that they name."""

    def judge(self, mentions: Iterable[Mention], number: int) -> Verdict:
        """Whether entry `number` meets what narrows the query.

        "conflict": it is about another value; "unmet": it says nothing of this one.
        """
        verdict: Verdict = "met"
        mentions = list(mentions)
        if self.is_denied(mentions, number):
            return "conflict"
        mentions = [
            m for m in mentions if not m.denied and (m.value or not self.is_named_by(m, number))
        ]
        for qualifier_id in {mention.qualifier for mention in mentions}:
            mine = [m for m in mentions if m.qualifier == qualifier_id]
            gentle = self._is_implied(qualifier_id) or all(m.background for m in mine)
            if gentle and not self._is_narrowed(qualifier_id, number):
                continue
            if gentle and all(m.grouped for m in mine):
                if self.list_about(qualifier_id, number):
                    return "conflict"
                continue
            one = self._judge_qualifier(qualifier_id, {m.value for m in mine}, number)
            if one == "conflict":
                return one
            if one == "unmet":
                verdict = one
        return verdict

    def explain(self, mentions: Sequence[Mention], number: int) -> str:
        """Why entry `number` does not meet what narrows the query; empty where it does."""
        for qualifier_id in dict.fromkeys(mention.qualifier for mention in mentions):
            mine = [m for m in mentions if m.qualifier == qualifier_id]
            if self.judge(mine, number) == "met":
                continue
            named = sorted(self.list_about(qualifier_id, number))
            if not named:
                return f"names no {self.name_qualifier(qualifier_id)} that the question is about"
            return f"is about {named[0][1]} (“{self._find_naming(named[0], number)}”)"
        return ""

    def _find_naming(self, value: Value, number: int) -> str:
        """The first phrasing of entry `number` that names a value."""
        texts = map(str.strip, self.phrasings.recall(number))
        return next((t for t in texts if value in self.finder.find_values(t.split())), "")

    def is_denied(self, mentions: Iterable[Mention], number: int) -> bool:
        """Whether entry `number` is about nothing but values that are named as not asked about."""
        denied = [m for m in mentions if m.denied]
        if not denied:
            return False
        kinds = {m.qualifier for m in denied}
        values = {v for v in self._list_asked(number) if v[0] in kinds}
        return bool(values) and values <= {(m.qualifier, m.value) for m in denied}

    def is_named_by(self, mention: Mention, number: int) -> bool:
        """Whether entry `number` is asked for by what is foreign to the vocabulary.

        Where somebody comes from does not count ("I am a nurse, how long does it take?"), nor what
        one of very many phrasings happens to name.
        """
        texts = self.phrasings.recall(number)
        naming = [text for text in texts if f" {mention.words} " in text]
        if mention.qualifier != COMPANY:
            naming = [text for text in naming if self._names_foreign(text, mention.words)]
        return len(naming) >= max(1.0, NAMING_SHARE * len(texts))

    def _names_foreign(self, text: str, words: str) -> bool:
        return any(found.words == words for _, _, found in self.finder.find_foreign(text.split()))

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
        anywhere = self._claims[number].anywhere
        return sum(value in anywhere for value in wanted) / len(wanted)

    def is_covered(self, mention: Mention) -> bool:
        """Whether the knowledge knows the value of a mention, and an entry names it."""
        return self._covers((mention.qualifier, mention.value))

    def may_hold_unnamed(self, mention: Mention) -> bool:
        """Whether entries that do not name the value of a mention may hold for it.

        They do for one of known values, whichever that is.
        """
        return (
            (mention.value is not None or (mention.grouped and mention.background))
            and not self._is_strict(mention.qualifier)
            and not self.is_pervasive(mention)
            and not mention.denied
        )

    def find_unnamed(self, mentions: Iterable[Mention], number: int) -> frozenset[str]:
        """The kinds among `mentions` of which entry `number` is about no value at all.

        Gaps and small talk, whose numbers are higher than the entries', are about none. Of a
        country that one of several groups holds no entry is about the one that does.
        """
        mentions = list(mentions)
        kinds = {mention.qualifier for mention in mentions}
        named = kinds - {mention.qualifier for mention in mentions if mention.grouped}
        asked = self._claims[number].asked if number < len(self._claims) else frozenset[Value]()
        return frozenset(kinds - (named & {kind for kind, _ in asked - self._pervasive}))

    def is_about_any(self, mentions: Iterable[Mention], number: int) -> bool:
        """Whether entry `number` is about one of the mentioned values."""
        wanted = {(m.qualifier, m.value) for m in mentions}
        return number < len(self._claims) and not wanted.isdisjoint(self._claims[number].asked)

    def may_be_within(self, wider: Sequence[Mention], number: int) -> bool:
        """Whether entry `number` is about no other value of their kinds than one of `wider`."""
        return self.is_about_any(wider, number) or not any(
            self.list_about(mention.qualifier, number) for mention in wider
        )

    def find_unasked(self, mentions: Iterable[Mention], number: int) -> frozenset[Value]:
        """The values that entry `number` is narrowed to, of kinds that the query does not name.

        Only the entry's own question counts: it says what the entry is about.
        """
        named = {m.qualifier for m in mentions}
        return frozenset(v for v in self._list_asked(number) if v[0] not in named)

    def list_about(self, qualifier_id: str, number: int) -> frozenset[Value]:
        """The values of a qualifier that entry `number` is about."""
        asked = self._claims[number].asked - self._pervasive
        return frozenset(value for value in asked if value[0] == qualifier_id)

    def asks_for_value(self, qualifier_id: str, number: int) -> bool:
        """Whether the own question of entry `number` names a value of a qualifier."""
        return any(kind == qualifier_id for kind, _ in self._list_asked(number))

    def share_named(self, mentions: Iterable[Mention], number: int) -> float | None:
        """The share (0..1) of several values of a kind that entry `number` asks about itself.

        None where the query names no two values of a kind, or the entry's question none of them.
        """
        wanted: dict[str, set[Value]] = {}
        for m in mentions:
            if m.value and not (m.denied or m.background or self.is_pervasive(m)):
                wanted.setdefault(m.qualifier, set()).add((m.qualifier, m.value))
        question = self._claims[number].question
        shares = [
            len(values & question) / len(values)
            for values in wanted.values()
            if len(values) > 1 and values & question
        ]
        return min(shares, default=None)

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
                for order in self._claims[number].orders
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

    def name_value(self, qualifier_id: str, value_id: str) -> str:
        """How a known value is called in a sentence."""
        values = self._qualifiers[qualifier_id].values
        return next(value.name for value in values if value.id == value_id)

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
        if not all(map(self._covers, values)):
            return "unmet"
        claims = self._claims[number]
        if not values.isdisjoint(claims.anywhere):
            return "met"
        # What holds for all holds for a kind of it, if the entry is not about another one.
        kinds = all(map(self._is_kind_of_pervasive, values))
        named = claims.question if kinds else claims.asked
        if {value for value in named if value[0] == qualifier_id} - self._pervasive:
            return "conflict"
        return "unmet" if self._is_strict(qualifier_id) and not kinds else "met"

    def _list_asked(self, number: int) -> frozenset[Value]:
        """The values that the own question of entry `number` names, but for what all is about."""
        return self._claims[number].question - self._pervasive

    def _is_narrowed(self, qualifier_id: str, number: int) -> bool:
        """Whether entry `number` names any value of a qualifier, other than what all is about."""
        anywhere = self._claims[number].anywhere
        return any(kind == qualifier_id for kind, _ in anywhere - self._pervasive)

    def _is_implied(self, qualifier_id: str) -> bool:
        qualifier = self._qualifiers.get(qualifier_id)
        return qualifier is not None and qualifier.implied

    def _is_strict(self, qualifier_id: str) -> bool:
        qualifier = self._qualifiers.get(qualifier_id)
        return qualifier is not None and qualifier.strict

    def _covers(self, value: Value) -> bool:
        """Whether an entry names a value, or all that holds for what all is about holds for it."""
        return value in self._named or self._is_kind_of_pervasive(value)

    @cached_property
    def _named(self) -> frozenset[Value]:
        """The values that any entry names."""
        return frozenset().union(*(claims.anywhere for claims in self._claims))

    @cached_property
    def _pervasive(self) -> frozenset[Value]:
        if not self._qualifiers or not self._claims:
            return frozenset()
        counts: dict[Value, int] = {}
        for key in chain.from_iterable(claims.question for claims in self._claims):
            counts[key] = counts.get(key, 0) + 1
        least = max(2.0, PERVASIVE_SHARE * len(self._claims))
        return frozenset(
            key
            for key, count in counts.items()
            if count >= least
            and count
            >= DOMINANCE
            * max((c for k, c in counts.items() if k[0] == key[0] and k != key), default=0)
        )

    def _is_kind_of_pervasive(self, value: Value) -> bool:
        """Whether a value's name holds that of what all is about ("applied ML engineer")."""
        words = self._words.get(value, frozenset())
        return any(self._words[other] < words for other in self._pervasive if other[0] == value[0])

    @cached_property
    def _words(self) -> Mapping[Value, frozenset[str]]:
        """The words of every known value's name, abbreviations spelt out."""
        return {
            (qualifier.id, value.id): frozenset(self.finder.spell_out(tokenize(value.name)))
            for qualifier in self._qualifiers.values()
            for value in qualifier.values
        }
