"""Values of qualifiers that a text names: those that the knowledge knows, and foreign ones."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from cachetools import LRUCache
from rapidfuzz.distance import Prefix

from bot.engine.entries import Qualifier, Vocabulary
from bot.engine.languages.abbreviations import Abbreviations
from bot.engine.lexical.phrases import PhraseTable
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import STOP_WORDS
from bot.engine.names.companies import find_companies
from bot.engine.names.places import find_places
from bot.engine.names.professions import asks_about_teller, find_professions, is_aim, is_origin
from bot.engine.narrowing.homes import tells_origin
from bot.engine.narrowing.regions import REGION, name_country
from bot.engine.recent import recall

COMPANY: Final = "company"
"""The qualifier whose foreign values are well-known companies, and names after "at"."""

ROLE: Final = "role"
"""The qualifier whose foreign values are the world's professions."""

_SAME_ROOT: Final = 5
"""Letters that two words have in common at their start when they are of one root."""

_ENDINGS_OF_TRADES: Final = frozenset(("", "i", "t", "st", "er", "or", "ist", "ician", "y"))
"""What may follow these in the stems of a trade and of who has it ("analysis", "analyst")."""

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

_DENYING: Final = frozenset("not except excluding besides forget nevermind".split())
_DENYING_RUNS: Final = tuple(
    tuple(run.split())
    for run in (
        "other than|apart from|aside from|never mind|dont care|not care|dont mean|not mean|"
        "dont want|not want|dont tell me|not tell me|dont give me|not give me|dont show me|"
        "not show me"
    ).split("|")
)
_NOT_DENYING_AFTER: Final = frozenset("or if why whether it is are".split())
"""Words before one of those that then denies nothing ("worth it or not in India")."""

_HELD_TOGETHER: Final = _COMPARING - {"than", "and", "nor", "or", "like"} | frozenset(
    "why too also higher lower more less".split()
)
"""With one of these a question holds two values together rather than denying one."""

_BESIDE_DENIED: Final = frozenset(
    "the a an in for about any those of asking talking interested".split()
)
"""What may stand between a denying word and the value that it denies."""

_JOINING: Final = frozenset("or nor and".split())
_USING: Final = frozenset("use using rely benefit profit apply adopt work".split())
_BESIDE_LISTED: Final = _BESIDE_DENIED | {"and", "also"}
_CHOOSING: Final = (
    _COMPARING
    | _HELD_TOGETHER
    | frozenset("most best better highest lowest where which gap pays total should".split())
) - {
    "and",
    "also",
    "too",
}
"""With one of these a question that lists values holds them against each other."""
_TURNING: Final = frozenset(("but", "and"))
"""Words before a denial that go with it ("but not in India")."""

_PLAIN_DENIALS: Final = frozenset("except excluding besides other apart aside".split())
"""Words after which a list of values is denied to its end."""

_ARTICLE: Final = "the"
"""No name of a value needs it ("outside the EU", "the riverside"); "a" may be one ("block A")."""

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
    within: str | None = None
    """The id of the value that a foreign place lies in, where the knowledge knows that."""
    grouped: bool = False
    """Whether it is a country where the values are groups of countries ("the EU"): one of them
    holds for it, and which is not known."""

    def widen(self) -> "Mention":
        """A foreign place as the country it lies in, where the knowledge knows that."""
        return replace(self, value=self.value or self.within)


@dataclass(frozen=True, slots=True)
class _Found:
    mentions: tuple[Mention, ...]
    denials: tuple[tuple[int, int], ...]
    """Where words stand that deny a value, that value included: (start, end)."""


class MentionFinder:
    """Finds the values that texts name."""

    def __init__(self, vocabulary: Vocabulary, *, region: Qualifier | None = None) -> None:
        """`region` holds the places that entries name where the vocabulary lists none."""
        self.qualifiers: Mapping[str, Qualifier] = {
            q.id: q for q in (*vocabulary.qualifiers, *([region] if region else []))
        }
        self._implied = region is not None
        self._abbreviations = Abbreviations.read(vocabulary.abbreviations)
        phrases: dict[tuple[str, ...], tuple[str, str, str]] = {}
        for qualifier in self.qualifiers.values():
            for value in qualifier.values:
                names = (value.name, value.id.replace("-", " "))
                for word in (*value.words, *names):
                    if key := self._read_name(word):
                        phrases.setdefault(key, (qualifier.id, value.id, value.name))
        self._values = PhraseTable(phrases)
        self._found: LRUCache[tuple[str, ...], _Found] = LRUCache(RECENT)

    def find(self, tokens: Sequence[str]) -> tuple[Mention, ...]:
        """What narrows a query of these (repaired) tokens, in the order it is named."""
        return self._recall(tokens).mentions

    def _recall(self, tokens: Sequence[str]) -> _Found:
        return recall(self._found, tuple(tokens), self._find)

    def _find(self, tokens: tuple[str, ...]) -> _Found:
        known = list(self._find_known(tokens))
        taken = {n for start, end, _ in known for n in range(start, end)}
        own_role = any(mention.qualifier == ROLE for _, _, mention in known)
        found = known + [
            (start, end, mention)
            for start, end, mention in self.find_foreign(tokens)
            if taken.isdisjoint(range(start, end))
            and not (
                own_role and mention.qualifier == ROLE and not _is_compared(tokens, start, end)
            )
        ]
        spans = {n for start, end, _ in found for n in range(start, end)}
        found = [
            (start, end, mention)
            for start, end, mention in found
            if mention.value
            or mention.qualifier != ROLE
            or not _is_listed_with_things(tokens, start, end, spans)
        ]
        found.sort(key=lambda item: item[0])
        return _deny(tokens, found)

    def find_corrected(self, tokens: Sequence[str]) -> list[str]:
        """`tokens` without the values that are named as what is not asked about.

        Of "not India, the US" the second half is left, of "pay, but not in India" the first.
        """
        left = list(tokens)
        for start, end in reversed(self._recall(tokens).denials):
            del left[start:end]
        return left

    def find_values(self, tokens: Sequence[str]) -> tuple[Value, ...]:
        """The known values that tokens name, in the order they are named first."""
        found = self._find_known(tokens)
        return tuple(dict.fromkeys((m.qualifier, m.value) for _, _, m in found))

    def spell_out(self, tokens: Sequence[str]) -> list[str]:
        """`tokens` with the abbreviations of the vocabulary spelt out."""
        return self._abbreviations.spell_out(tokens)

    def name_as_typed(self, mention: Mention, text: str) -> Mention:
        """A foreign value by the short form that `text` has for it ("AI engineers")."""
        if mention.value:
            return mention
        return replace(mention, name=self._abbreviations.shorten(mention.name, text))

    def _find_known(self, tokens: Sequence[str]) -> Iterable[tuple[int, int, Mention]]:
        implied = self._implied
        told = [n for n, token in enumerate(tokens) if token != _ARTICLE]
        stems = [stem(tokens[n]) for n in told]
        spans = set()
        for place in find_places(tokens) if implied else ():
            spans.add((place.start + (tokens[place.start] == _ARTICLE), place.end))

        def locate(first: int, after: int) -> tuple[int, int]:
            return told[first], told[after - 1] + 1

        def counts(first: int, after: int, named: tuple[str, str, str]) -> bool:
            # A place that entries imply is one only where a word points at a place.
            span = locate(first, after)
            pointed = not implied or named[0] != REGION or span in spans
            return pointed and not self._is_grammar(tokens, *span)

        for first, after, (qualifier, value, name) in self._values.find_longest(stems, counts):
            start, end = locate(first, after)
            yield start, end, Mention(qualifier, name, value, " ".join(tokens[start:end]))

    def _read_name(self, name: str) -> tuple[str, ...]:
        """How the name of a value is looked up: without the article that some leave out."""
        return tuple(stem(t) for t in self.spell_out(tokenize(name)) if t != _ARTICLE)

    @staticmethod
    def _is_grammar(tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether a single stop word ("us") stands where it is grammar, not a value.

        By itself it is no grammar.
        """
        if end - start != 1 or len(tokens) == 1 or tokens[start] not in STOP_WORDS:
            return False
        return start == 0 or tokens[start - 1] not in _POINTING

    def find_foreign(self, tokens: Sequence[str]) -> Iterable[tuple[int, int, Mention]]:
        """The world's places, professions and companies that `tokens` name: (start, end, it)."""
        if COMPANY in self.qualifiers:
            yield from self._find_companies(tokens)
        if REGION in self.qualifiers:
            for place in find_places(tokens):
                words = " ".join(tokens[place.start : place.end])
                value = self._find_value(REGION, place.name)
                country = self._find_value(REGION, name_country(place))
                if self._implied:
                    value = value or country
                found = Mention(REGION, place.name, value, words, within=country)
                if value is None and place.country and self._groups_countries:
                    found = replace(found, grouped=True, background=tells_origin(tokens, place))
                yield place.start, place.end, found
        if ROLE in self.qualifiers:
            professions = find_professions(tokens)
            for profession in professions:
                if is_origin(tokens, profession, professions):
                    continue
                words = " ".join(tokens[profession.start : profession.end])
                value = self._find_value(ROLE, profession.name)
                if value is None and (named := self._find_trade(profession.name)):
                    yield profession.start, profession.end, Mention(ROLE, named[1], named[0], words)
                    continue
                role = Mention(ROLE, profession.plural, value, words)
                yield profession.start, profession.end, role

    @cached_property
    def _groups_countries(self) -> bool:
        """Whether regions are groups of countries ("the EU", "overseas"), and none is a country."""
        names = (name for v in self.qualifiers[REGION].values for name in (v.name, *v.words))
        places = [place for name in names for place in find_places(tokenize(name))]
        return bool(places) and not any(place.country for place in places)

    def find_aims(self, tokens: Sequence[str], *, question: Sequence[str]) -> tuple[Mention, ...]:
        """The professions that somebody told of in `tokens` wants to learn.

        Or has, where that is what the `question` after it is about ("what do I earn?"). None where
        a known one, or a part of its name ("machine learning"), is spoken of as well.
        """
        if ROLE not in self.qualifiers:
            return ()
        professions = find_professions(tokens)
        aims = [p for p in professions if is_aim(tokens, p)]
        if not aims and asks_about_teller(question):
            aims = professions
        origins = [p for p in professions if is_origin(tokens, p, professions)]
        named = {n for p in (*aims, *origins) for n in range(p.start, p.end)}
        left = [stem(token) for n, token in enumerate(tokens) if n not in named]
        if not aims or not self._parts_of_roles.isdisjoint(pairwise(left)):
            return ()
        names = {value.id: value.name for value in self.qualifiers[ROLE].values}
        found = []
        for aim in aims:
            value = self._find_value(ROLE, aim.name)
            words = " ".join(tokens[aim.start : aim.end])
            found.append(Mention(ROLE, names.get(value or "", aim.plural), value, words))
        return tuple(m for m in found if m.value) or tuple(found)

    @cached_property
    def _parts_of_roles(self) -> frozenset[tuple[str, str]]:
        """Every two words that stand side by side in a role's name."""
        names = (key for key, named in self._values.phrases.items() if named[0] == ROLE)
        return frozenset(pair for key in names for pair in pairwise(key))

    def _find_companies(self, tokens: Sequence[str]) -> Iterable[tuple[int, int, Mention]]:
        for company in find_companies(tokens):
            words = " ".join(tokens[company.start : company.end])
            value = self._find_value(COMPANY, words)
            yield company.start, company.end, Mention(COMPANY, company.name, value, words)

    def find_sibling(self, words: Sequence[str], mention: Mention) -> str | None:
        """The name of the other value of a mention's kind that `words` are a part of.

        After "core ML engineer" an "applied" one is the applied ML engineer. Of several the one
        whose name has most in common with the mention's; None where that leaves no single one.
        """
        qualifier = self.qualifiers.get(mention.qualifier)
        if qualifier is None or not words or mention.value is None:
            return None
        named = self._name_stems(mention.name)
        found: list[tuple[int, str]] = []
        for value in qualifier.values:
            stems = self._name_stems(value.name)
            if named < stems:  # what all kinds have in common stands for none of them
                continue
            if value.id != mention.value and all(_is_part(word, stems - named) for word in words):
                found.append((len(stems & named), value.name))
        most = max((shared for shared, _ in found), default=0)
        best = [name for shared, name in found if shared == most]
        return best[0] if len(best) == 1 else None

    def _name_stems(self, name: str) -> frozenset[str]:
        return frozenset(map(stem, self.spell_out(tokenize(name))))

    def _find_trade(self, name: str) -> tuple[str, str] | None:
        """The known role (its id, its name) whose trade `name` is ("data analysis")."""
        *field, trade = map(stem, tokenize(name))
        for (*others, known), (kind, value, called) in self._values.phrases.items():
            if kind == ROLE and field and field == others and _share_root(trade, known):
                return value, called
        return None

    def _find_value(self, qualifier_id: str, name: str) -> str | None:
        found = self._values.phrases.get(self._read_name(name))
        return found[1] if found and found[0] == qualifier_id else None


def holds_together(tokens: Sequence[str]) -> bool:
    """Whether a text holds the values that it names against each other."""
    return not _CHOOSING.isdisjoint(tokens)


def are_listed(tokens: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """Whether nothing but an "and" stands between values ("in the US and in Canada")."""
    text = f" {' '.join(tokens)} "
    if not all(f" {m.words} " in text for m in mentions):  # left out as denied, or merged away
        return False
    places = sorted((text.index(f" {m.words} "), m.words) for m in mentions)
    spaces = (
        text[start + len(words) + 1 : end].split() for (start, words), (end, _) in pairwise(places)
    )
    gaps = [set(between) for between in spaces]
    return "and" in gaps[-1] and all(gap <= _BESIDE_LISTED for gap in gaps)


def drop_listed(tokens: Sequence[str], mention: Mention) -> list[str]:
    """`tokens` without a value and the word that joins it to the others of a list."""
    before, _, behind = f" {' '.join(tokens)} ".partition(f" {mention.words} ")
    kept, rest = before.split(), behind.split()
    leading = bool(rest) and rest[0] in _JOINING
    rest = rest[leading:]
    if not leading or (rest and rest[0] in _BESIDE_DENIED):  # the next value has one of its own
        while kept and kept[-1] in _JOINING | _BESIDE_DENIED:
            kept.pop()
    return [*kept, *rest]


def _is_part(word: str, stems: Iterable[str]) -> bool:
    """Whether a word is one of `stems`, or of the same root ("analysis", "analyst")."""
    root = stem(word)
    return any(root == other or _share_root(root, other) for other in stems)


def _share_root(one: str, other: str) -> bool:
    shared = Prefix.similarity(one, other)
    return shared >= _SAME_ROOT and {one[shared:], other[shared:]} <= _ENDINGS_OF_TRADES


def _is_listed_with_things(
    tokens: Sequence[str], start: int, end: int, named: Container[int]
) -> bool:
    """Whether a role only goes on a list of who uses something ("do banks and traders use it").

    `named` holds the places of all that narrows the text.
    """
    if start < 2 or tokens[start - 1] not in _JOINING or start - 2 in named:
        return False
    thing = tokens[start - 2]
    things = thing.endswith("s") and not thing.endswith("ss") and thing not in STOP_WORDS
    using = not _USING.isdisjoint(tokens[end : end + 1])
    return things and using and tokens[end - 1].endswith("s")


def _is_compared(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether the words around a role hold it against another one."""
    around = [
        *tokens[max(0, start - _COMPARED_BEFORE) : start],
        *tokens[end : end + _COMPARED_AFTER],
    ]
    return not _COMPARING.isdisjoint(around)


def _deny(tokens: Sequence[str], found: Sequence[tuple[int, int, Mention]]) -> _Found:
    """The mentions, those told as denied that one denying word stands before, alone or listed.

    Professions are never denied: "is an engineer not a scientist" asks about both.
    """
    mentions: list[Mention] = []
    denials: list[tuple[int, int]] = []
    listed = ""  # the qualifier of the value denied last
    together = not _HELD_TOGETHER.isdisjoint(tokens)
    for start, end, mention in found:
        opening = None
        if not together and mention.qualifier != ROLE:
            if denials and mention.qualifier == listed and _goes_on(tokens, *denials[-1], start):
                opening, _ = denials.pop()
            else:
                opening = _find_denial(tokens, start)
        if opening is not None:
            listed = mention.qualifier
            denials.append((opening, end))
        mentions.append(replace(mention, denied=opening is not None))
    return _Found(tuple(dict.fromkeys(mentions)), tuple(denials))


def _goes_on(tokens: Sequence[str], opening: int, end: int, start: int) -> bool:
    """Whether what is denied between `opening` and `end` goes on at `start`.

    "Not Germany or the US" denies both, "not India, the US" does not, "except India, the US" does.
    """
    between = set(tokens[end:start])
    if not between <= _JOINING | _BESIDE_DENIED:
        return False
    return not _JOINING.isdisjoint(between) or not _PLAIN_DENIALS.isdisjoint(tokens[opening:end])


def _find_denial(tokens: Sequence[str], start: int) -> int | None:
    """Where the words begin that deny what stands at `start` ("not the ...", "other than ...")."""
    place = start - 1
    while place >= 0 and tokens[place] in _BESIDE_DENIED:
        place -= 1
    if place < 0:
        return None
    before = tokens[place - 1] if place else ""
    if tokens[place] in _DENYING and before not in _NOT_DENYING_AFTER:
        return place - (before in _TURNING)
    opened = tuple(tokens[: place + 1])
    return next((place + 1 - len(r) for r in _DENYING_RUNS if opened[-len(r) :] == r), None)


def drop_mentions(tokens: Sequence[str], mentions: Sequence[Mention]) -> str:
    """`tokens` as a text without the words of `mentions`."""
    rest = f" {' '.join(tokens)} "
    for mention in mentions:
        rest = rest.replace(f" {mention.words} ", " ")
    return rest.strip()
