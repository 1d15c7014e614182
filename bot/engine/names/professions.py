"""Professions that a question may name, and whether it asks about them.

Names come from `data/professions.txt`. Nothing here knows a knowledge base.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from itertools import pairwise, product
from typing import Final, Literal, NamedTuple

from bot.engine.lexical.phrases import PhraseTable
from bot.engine.lexical.words import content_words

_Rule = Literal["always", "work", "field"]
_RULES: Final[dict[str, _Rule]] = {"?": "work", "~": "field", "=": "always"}
_SAME_NAME: Final = "="
_MARKS: Final = "".join(_RULES)

_IRREGULAR_ENDINGS: Final = {"man": "men", "woman": "women", "wife": "wives", "person": "people"}
_HISSING: Final = ("s", "x", "z", "ch", "sh")

_BESIDE: Final = frozenset(
    """
    a an the not junior senior lead staff principal experienced former ex current registered
    qualified certified trained fresh new mid entry level full time fulltime part young old year
    yr yo retired professional self taught simple normal regular good great successful average
    """.split()
)
"""What stands between "i am" or "become" and the profession."""

_ADVERBS: Final = frozenset(
    """
    currently now just still actually already presently basically only also mostly mainly really
    previously formerly successfully easily later ever then
    """.split()
)
_PAY: Final = frozenset("salary salaries pay wage wages income earnings".split())
_PAYS: Final = _PAY | frozenset("pays earn earns paid make makes".split())
_EARNED: Final = _PAY | frozenset("much earning making getting paid".split())
"""Without one of these "i get" and "i be" are about no pay ("can i get in")."""

_WORK_AFTER: Final = _PAY | frozenset(
    "earn earns earning make makes career careers vs versus".split()
)
_WORK_BEFORE: Final = frozenset("become becoming as be being vs versus than".split())
_FIELD_AFTER: Final = _PAY | frozenset(
    """
    career careers job jobs vs versus background bootcamp bootcamps certificate certificates
    certification certifications diploma school
    """.split()
)
_FIELD_NOUNS: Final = _PAY | frozenset(
    """
    career careers job jobs work working role roles background degree experience switch switching
    move moving transition transitioning pivot pivoting change changing
    """.split()
)

_OWN_WORK: Final = _FIELD_AFTER | frozenset(
    "role path skills interview resume cv portfolio degree training studies position".split()
)
_THEN_OR_NOW: Final = frozenset("former formerly ex retired previously currently presently".split())
_MOVES: Final = frozenset(
    """
    come comes coming came switch switching switched transition transitioning transitioned move
    moving moved pivot pivoting pivoted change changing changed shift shifting jump jumping go
    going went get path route career roadmap progress
    """.split()
)
_COMPARES: Final = frozenset(
    "different differ differs differently difference distinct distinguish apart learn hear".split()
)
_AIMS: Final = frozenset(
    "become becoming into switch switching transition pivot break learn change enter".split()
)
"""An aim named before "as a nurse" makes the nurse the one who has it."""

_OF_TELLER: Final = re.compile(
    r"\b(?:become|be|becoming|being|as) one$|\bare we (?:in demand|needed|paid well)$|"
    r"\b(?:(?:do|should) (?:i|we) (?:earn|make|be (?:paid|earning|making)|get paid)|"
    r"(?:am|are) (?:i|we) paid)(?: (?:(?:a|per|each|every) (?:year|month|hour)|here|now))?$|"
    r"\b(?:is|are) my (?:pay|salary|wages?)\b"
)
"""Ends a question about the work of whoever asks it."""

_NEAR_AIM: Final = 6
"""Words before a profession among which a wish for it stands."""

_WISHES: Final = frozenset(
    """
    want wants wanting wanna like hope hopes hoping going plan plans planning dream dreams dreaming
    love wish wishes aim aims aiming aspire aspires decided thinking considering studying training
    learning trying goal ambition interested will
    """.split()
)
"""Before "become" those tell of an aim."""

_NO_AIM: Final = frozenset(
    "not dont doesnt didnt never instead against rather me us her him them".split()
)
"""Beside a wish those tell of none, or of somebody else's ("they want me to become")."""

_TRAINING: Final = frozenset(
    "retrain retraining training requalify requalifying qualify qualifying restart".split()
)
"""Before "as" those do, of what somebody is not yet."""

_APPLYING: Final = frozenset("apply applying applied interview interviewing".split())
"""And those before "for"."""

_SCHOOLED: Final = frozenset(
    "programme program course school training apprenticeship traineeship".split()
)
"""What follows a profession that may be learnt there ("a spot in a paramedic course")."""

_ENTERED: Final = frozenset(
    """
    spot place start starting starts apply applying offered join joining enrol enroll enrolling
    enter entering considering
    """.split()
)
"""Before it those tell that somebody is about to."""

_HELD_AS: Final = frozenset(
    """
    job jobs role position career work working works hired start starting earn earns make makes
    salary pay paid internship employed money same such well good much long far known called
    defined important hard
    """.split()
)
"""Before "as a nurse" these make nursing what is asked about, or only compared to."""

_GREETINGS: Final = frozenset(
    "hi hello hey yo so and but also well ok okay everyone all guys folks there question".split()
)
_RELATIVES: Final = frozenset(
    """
    husband wife mom mum mother dad father brother sister friend boss cousin son daughter partner
    girlfriend boyfriend flatmate roommate manager uncle aunt colleague neighbour neighbor kid
    """.split()
)
_ORIGIN_LEADS: Final = frozenset(
    tuple(lead.split())
    for lead in """
    i am/im/i m/i was/ive been/i have been/used to be/we are/from being/tired of being
    sick of being/instead of being/after being/without being/quit being/stop being
    stopped being/i work as/i worked as/ive worked as/have worked as/been working as
    am working as/im working as/after working as/by working as/years as/yrs as/year as/months as
    years working as/years of working as/experience as/experience working as/background as
    background in/background of/background is/experience in/degree in/degree as/employed as
    trained as/my profession is/my job is/my occupation is/my role is/my job as
    my role as/my position as/my work as/my career as/my current job as/my current role as
    my day job as/coming from/leave/leaving/quit/quitting/quit my/left my/he is/she is/hes/shes
    stuck as/i started as/speaking as/worked as
    """.replace("\n", "/").split("/")
    if lead.strip()
)
_LONGEST_LEAD: Final = max(map(len, _ORIGIN_LEADS))
_ARTICLES: Final = frozenset(("a", "an"))
_FEASIBLE: Final = frozenset(
    "hard harder easy easier difficult possible impossible realistic doable feasible late".split()
)
_FITTING: Final = frozenset("good better best right suitable suited fits easiest hardest".split())
_DOING: Final = frozenset("find do manage handle".split())
_GAINING: Final = frozenset("need have get take do".split())
_ONCE_MORE: Final = frozenset("new second another extra again first".split())
"""Who needs one of those has a trade already."""

_POINTED: Final = frozenset("it this that these those one ones path route option".split())
"""Said of one of those, a thing fits "for a nurse" as an example of who may do it."""

_ORIGIN_TAILS: Final = frozenset(
    tuple(tail.split())
    for tail in """
    become/becoming/turned/here/background/by profession/by trade/by training/by day/who wants
    who want/who wanted/who is trying/who is looking/who would like/wanting/trying to/looking to
    hoping to/aspiring/interested in/considering/switch to/switch into/switching to/switching into
    transition to/transition into/transitioning to/transitioning into/pivot to/pivot into
    pivoting to/pivoting into/move to/move into/moving to/moving into/get into/getting into
    go into/going into/break into/breaking into/and want/and i want/but want/but i want
    and would like/and i would like/and wanna/and i wanna
    """.replace("\n", "/").split("/")
    if tail.strip()
)
_LONGEST_TAIL: Final = max(map(len, _ORIGIN_TAILS))


@dataclass(frozen=True, slots=True)
class ProfessionMention:
    """A profession named by the tokens from `start` up to, not including, `end`."""

    start: int
    end: int
    name: str
    """How to call one of them in a sentence, for example "data engineer"."""
    plural: str
    """How to call several; a field such as "nursing" has no other form."""


class _Title(NamedTuple):
    name: str
    rule: _Rule


_Titles = dict[tuple[str, ...], _Title | None]


def find_professions(tokens: Sequence[str]) -> list[ProfessionMention]:
    """Return the professions that normalised `tokens` name, in order and without overlaps.

    The longest title wins, in the singular or the plural. What is too vague to be a profession
    (a bare "engineer" or "manager") is not one. A title that is often about something else
    counts only where the work itself is spoken of.
    """
    found: list[ProfessionMention] = []
    for start, end, title in _load_register().find_longest(tokens, partial(_counts, tokens)):
        if title:
            plural = title.name if title.rule == "field" else _pluralise(title.name)
            found.append(ProfessionMention(start, end, title.name, plural))
    return found


def is_origin(
    tokens: Sequence[str], mention: ProfessionMention, mentions: Sequence[ProfessionMention]
) -> bool:
    """Tell whether `mention` is where somebody comes from, not what is asked about.

    True for "i am a nurse, how do I become ..." and "from nurse to ..."; False for "what does
    a nurse earn", and for "i am a nurse, how much should I earn", which asks about nurses.
    `mentions` are all that `tokens` hold.
    """
    lead, _ = _split_lead(tokens[: mention.start])
    tail = [token for token in tokens[mention.end :] if token not in _ADVERBS]
    others = [other for other in mentions if other.start != mention.start]
    if not others and _asks_about_own_pay(tail):
        return False
    if _is_somebodys(lead, tail):
        return True
    if not _THEN_OR_NOW.isdisjoint(tokens[max(0, mention.start - 4) : mention.start]):
        return True
    if _is_companion_of_origin(tokens, mention, others):
        return True
    if _leads_to_origin(lead, tail) or _asks_whether_required(lead):
        return True
    return _follows_from_origin(tokens, mention, lead, tail)


def asks_about_teller(question: Sequence[str]) -> bool:
    """Whether a question is about the work of whoever was spoken of before it.

    "What do I earn?", "how do I become one?", "are we in demand?"
    """
    return _OF_TELLER.search(" ".join(question)) is not None


def find_bare_trade(tokens: Sequence[str]) -> ProfessionMention | None:
    """The one profession that `tokens` name and say nothing else ("hi, car mechanic here")."""
    found = find_professions(tokens)
    if len(found) != 1:
        return None
    lead, _ = _split_lead(tokens[: found[0].start])
    beside = _GREETINGS.issuperset(word for word in lead if word not in _ARTICLES)
    tail = [token for token in tokens[found[0].end :] if token not in _ADVERBS]
    return found[0] if beside and tail in ([], ["here"]) else None


def is_aim(tokens: Sequence[str], mention: ProfessionMention) -> bool:
    """Whether `mention` is what somebody wants to become ("my son wants to be an electrician").

    Not what they once wanted or do not want, nor what they are.
    """
    lead, _ = _split_lead(tokens[: mention.start])
    near = frozenset(lead[-_NEAR_AIM:])
    if tokens[mention.end : mention.end + 1] and tokens[mention.end] in _SCHOOLED:
        return not _ENTERED.isdisjoint(near)
    match lead[-2:]:
        case [*_, "considering" | "aspiring" | "prospective"]:
            return True
        case [*_, "be" | "become" | "becoming" | "being"]:
            return _wishes(lead[-_NEAR_AIM:])
        case [_, "as"]:
            return lead[-2] in _TRAINING
        case [_, "for"]:
            return not _APPLYING.isdisjoint(near)
        case [_, "into"]:
            return not _MOVES.isdisjoint(near) and near.isdisjoint(_NO_AIM | {"from"})
        case _:
            return False


def _wishes(lead: Sequence[str]) -> bool:
    """Whether the words before "become" tell of a wish that somebody has."""
    place = next((n for n in reversed(range(len(lead))) if lead[n] in _WISHES), None)
    return place is not None and _NO_AIM.isdisjoint(lead[max(0, place - 1) :])


def _counts(tokens: Sequence[str], start: int, end: int, title: _Title | None) -> bool:
    """Whether the tokens from `start` to `end` are to be read as the title that they spell."""
    if title is None or title.rule == "always":
        return True
    return _speaks_of_work(title.rule, tokens, start, end)


def _speaks_of_work(rule: _Rule, tokens: Sequence[str], start: int, end: int) -> bool:
    lead, beside = _split_lead(tokens[:start])
    before = lead[-1] if lead else ""
    earlier = lead[-2] if len(lead) > 1 else ""
    after = tokens[end] if end < len(tokens) else ""
    if rule == "field":
        if after in _FIELD_AFTER or before in {"into", "from"}:
            return True
        return before in {"in", "of", "for", "to"} and earlier in _FIELD_NOUNS
    if before in _WORK_BEFORE or (before in {"of", "for", "as"} and earlier in _PAY):
        return "the" not in beside
    if "the" in beside:
        return False
    is_asked_what_they_do = after == "do" and before in {"do", "does"}
    is_paid = tuple(tokens[end : end + 2]) == ("get", "paid")
    return after in _WORK_AFTER or is_asked_what_they_do or is_paid


def _split_lead(tokens: Sequence[str]) -> tuple[list[str], list[str]]:
    """The tokens before a profession without adverbs, and those that only describe it."""
    lead = list(tokens)
    beside: list[str] = []
    while lead and (lead[-1] in _BESIDE or lead[-1] in _ADVERBS or lead[-1].isdigit()):
        beside.append(lead.pop())
    return [token for token in lead if token not in _ADVERBS], beside


def _asks_about_own_pay(tail: Sequence[str]) -> bool:
    """Whether "how much should i earn" follows, with no word of another work."""
    if not _AIMS.isdisjoint(tail):
        return False
    pairs = set(pairwise(tail))
    own = {("my", noun) for noun in _PAY} | {("i", verb) for verb in ("earn", "make", "paid")}
    if not pairs.isdisjoint(own | {("i", "expect"), ("i", "ask")}):
        return True
    paid = not _EARNED.isdisjoint(tail) or tail[-1:] == ["get"]
    return paid and not pairs.isdisjoint({("i", "get"), ("i", "be")})


def _is_companion_of_origin(
    tokens: Sequence[str], mention: ProfessionMention, others: Sequence[ProfessionMention]
) -> bool:
    """Whether it is the second of "i am a nurse and midwife"."""
    return any(
        other.end < mention.start
        and tokens[other.end] in {"and", "or"}
        and _BESIDE.issuperset(tokens[other.end + 1 : mention.start])
        and _leads_to_origin(_split_lead(tokens[: other.start])[0], [])
        for other in others
    )


def _is_somebodys(lead: Sequence[str], tail: Sequence[str]) -> bool:
    """Whether it is a person one has ("my teacher said") and not one's work ("my nurse pay")."""
    owned = bool(lead) and lead[-1] in {"my", "our", "your", "his", "her", "their"}
    return owned and (not tail or tail[0] not in _OWN_WORK)


def _leads_to_origin(lead: Sequence[str], tail: Sequence[str]) -> bool:
    if not lead:
        return False
    if any(tuple(lead[-length:]) in _ORIGIN_LEADS for length in range(1, _LONGEST_LEAD + 1)):
        return True
    before = lead[:-1]
    match lead[-1]:
        case "as":
            return _is_said_as(before)
        case "from":
            recent = frozenset(before[-4:])
            moves = not before or not recent.isdisjoint(_MOVES) or tail[:1] in (["to"], ["into"])
            return moves and recent.isdisjoint(_COMPARES)
        case "being":
            return _GREETINGS.issuperset(before)
        case "is" | "was" if "my" in before[-3:]:
            return not _RELATIVES.isdisjoint(before[-2:])
        case "is" | "was" | "whos":
            return len(before) > 1 and (lead[-1] == "whos" or before[-1] == "who")
        case _:
            return False


def _is_said_as(before: Sequence[str]) -> bool:
    """Whether "as a nurse" behind `before` tells who asks."""
    if _GREETINGS.issuperset(before):
        return True
    if "my" in before[-4:] and not _RELATIVES.isdisjoint(before[-3:]):
        return True
    return before[-1] not in _HELD_AS and not _AIMS.isdisjoint(before)


def _asks_whether_required(lead: Sequence[str]) -> bool:
    """Whether "do i need to be" stands before: the question is what it is needed for."""
    if not {"what", "which", "how", "whats", "why"}.isdisjoint(lead):
        return False
    match lead[-5:]:
        case [*_, "do" | "does" | "would" | "will", _, "have" | "need", "to", "be"]:
            return True
        case [*_, "must" | "should", "i" | "you" | "one", "be"]:
            return True
        case _:
            return False


def _follows_from_origin(
    tokens: Sequence[str], mention: ProfessionMention, lead: Sequence[str], tail: Sequence[str]
) -> bool:
    if any(tuple(tail[:length]) in _ORIGIN_TAILS for length in range(1, _LONGEST_TAIL + 1)):
        return True
    if lead and lead[-1] in {"can", "could"} and tail[:1] and tail[0] in {"learn", "study", "be"}:
        return "what" not in lead
    if _weighs_up(lead, tail):
        return True
    if tail[:1] not in (["to"], ["into"]):
        return False
    if _GREETINGS.issuperset(lead):
        return True
    position = tokens.index(tail[0], mention.end) + 1
    while position < len(tokens) and tokens[position] in _BESIDE:
        position += 1
    titles = _load_register().start_at(tokens, position)
    counted = (title for end, title in titles if _counts(tokens, position, end, title))
    return next(counted, None) is not None


def _weighs_up(lead: Sequence[str], tail: Sequence[str]) -> bool:
    """Whether something is judged by who does it, as an example of one who may.

    "Would a nurse find it hard", "would a nurse need a second degree", "too hard for a nurse",
    "which one is better for a nurse". "Would a nurse manage it" alone names nothing else.
    """
    match lead[-2:], tail[:2]:
        case [*_, "can" | "could" | "would" | "will" | "should" | "might"], [verb, following]:
            if verb in _DOING and following in ("it", "this", "that"):
                return bool(content_words([*lead, *tail[2:]]))
            return verb in _GAINING and not _ONCE_MORE.isdisjoint(tail)
        case [judged, "for"], []:
            pointing = not _POINTED.isdisjoint(lead) and _PAYS.isdisjoint(lead)
            return judged in _FEASIBLE or (judged in _FITTING and pointing)
        case _:
            return False


@lru_cache(maxsize=1)
def _load_register() -> PhraseTable[_Title | None]:
    """Every title; None stands for a phrase that only looks like a profession."""
    text = files("bot.engine").joinpath("data/professions.txt").read_text(encoding="utf-8")
    names, _, rest = text.partition("\n[not a profession]\n")
    others, _, shown = rest.partition("\n[shown as]\n")
    spelt = {word.lower(): word for word in shown.split()}
    titles: _Titles = {tuple(line.split()): None for line in others.splitlines() if line}
    for line in names.splitlines():
        if line and not line.startswith("#"):
            _add_line(titles, line, spelt)
    return PhraseTable(titles)


def _add_line(titles: _Titles, line: str, spelt: dict[str, str]) -> None:
    pattern, _, related = line.partition(": ")
    rule = _RULES.get(pattern[-1], "always")
    first = ""
    for choice in product(*(slot.split("|") for slot in pattern.rstrip(_MARKS).split())):
        name = " ".join(choice).replace("_", " ")
        first = first or name
        _add_title(titles, name, name, rule, spelt)
    for text in related.split(", ") if related else ():
        name = text.rstrip(_MARKS)
        shown = first if text.endswith(_SAME_NAME) else name
        _add_title(titles, name, shown, _RULES.get(text[-1], "always"), spelt)


def _add_title(titles: _Titles, name: str, shown: str, rule: _Rule, spelt: dict[str, str]) -> None:
    """Add a title in the singular and the plural; the first line to claim one keeps it."""
    title = _Title(" ".join([spelt.get(word, word) for word in shown.split()]), rule)
    titles.setdefault(tuple(name.split()), title)
    if rule == "field":
        return
    titles.setdefault(tuple(_pluralise(name).split()), title)
    if name.endswith(" developer"):
        short = name.removesuffix("eloper")
        titles.setdefault(tuple(short.split()), title)
        titles.setdefault((*short.split()[:-1], "devs"), title)


def _pluralise(name: str) -> str:
    head, of, rest = name.partition(" of ")
    if head.endswith(" in chief"):
        head, of, rest = head.removesuffix(" in chief"), " in chief", ""
    *before, last = head.split(" ")
    return " ".join([*before, _pluralise_word(last)]) + of + rest


@lru_cache(maxsize=2048)
def _pluralise_word(word: str) -> str:
    for ending, plural in _IRREGULAR_ENDINGS.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + plural
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"
