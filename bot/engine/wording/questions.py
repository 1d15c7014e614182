"""Which part of a message asks: its sentences, and two questions joined in one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from bot.engine.lexical.patterns import APOSTROPHE
from bot.engine.lexical.text import keep_ends, tokenize
from bot.engine.lexical.words import HEDGING, content_words
from bot.engine.wording.asking import asks, asks_plainly, only_calls, opens_asking, wants_to_know

LONG_MESSAGE_TOKENS: Final = 30
"""From here on a message is taken for a post around a question, not for one question.

The longest tenth of single questions in the public benchmarks stays below it.
"""

SHORT_QUESTION_TOKENS: Final = 12
"""Up to here a plain "and" may join two subjects that are asked for in one breath."""

LEAST_ASKED: Final = 2
"""Subject words from which a clause asks something without the clause before it."""

SHORTEST_QUESTION: Final = 4
"""Words from which the rest of a sentence asks something by itself."""

MOST_LEANING: Final = 6
"""Subject words up to which "it" or "that" stands for what was said before."""

MAX_JOINTS: Final = 6
"""Joints of a sentence at which an opening may end; bounds the work on noise."""

MAX_SENTENCES: Final = 20
"""Sentences of a post, or parts of one, that are looked at; bounds the work on noise."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"')\]]*\s+|\n+|(?<=[a-z]{2}[.!?])(?=[A-Z])")

_ITEM: Final = re.compile(r"(?:^|(?<=\s))\(?(?P<mark>[1-9a-i])[.)]\s+(?=\S)", re.IGNORECASE)
_NUMBERINGS: Final = ("123456789", "abcdefghi")
_LEAST_ITEMS: Final = 2

_REQUESTING: Final = frozenset("please pls plz".split())
"""At the end of a sentence that names something, these ask for it ("prices in May, please")."""

_JOINT: Final = re.compile(
    r"(?<![,;:–—])[,;:–—]+\s+(?:(?:so|and|but|now)\s+)?|"
    r"(?<!\s)\s+-+\s+|(?<!\s)\s+so\s+(?!(?:that|far)\b)|"
    r"(?<!\s)\s+(?:and|but)\s+(?=(?i:i (?:want|wanna|need|wish|would like|d like|wonder|"
    rf"was wondering|am (?:wondering|curious))|"
    rf"i{APOSTROPHE}d like|i{APOSTROPHE}m (?:wondering|curious))\b)"
)
_CONDITION: Final = re.compile(
    r"(?P<asked>.{8,}?),?\s+(?:(?:if|when|since|because|given(?: that)?|now that|even if|as)\s+"
    rf"(?=(?:i(?:{APOSTROPHE}ve| am|{APOSTROPHE}m)?|we(?:{APOSTROPHE}ve)?)\s+already\s)|"
    r"(?=(?:asking|speaking)\s+as\s+(?:an?|some(?:one|body))\s))(?P<told>.{6,})",
    re.IGNORECASE,
)
"""A question and a condition that is met, or as whom it is asked: where the asker stands."""

_REPORTED: Final = re.compile(
    r"(?P<told>\S.*?\b(?:asks?|asked|asking|wonder(?:s|ed|ing)?|"
    r"(?:want(?:s|ed)?|likes?|loves?|trying|tries|needs?) to (?:know|find out|understand))"
    r"(?: (?:me|us|myself|himself|herself|themselves))*)[\s,:]+"
    r"(?P<asked>(?:if|whether|what|which|how|why|where|when|who)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
"""A tale, and what somebody in it asks ("my uncle, a welder, wants to know if ...")."""

_OF_SPEAKER: Final = frozenset("i im ive id my our we were weve here speaking mine".split())

_SPEAKER: Final = re.compile(
    r"\b(?:student|undergrad|grad|graduate|postgrad|dropout)(?: (?:in|at|from|here)\b.*)?$"
)
"""Who asks, where they leave out the "I am" ("first year student in Hanoi, what ...")."""

_SUBJECTLESS: Final = frozenset(
    """
    had got been was were saw found took spent did done doing learned learnt failed left built moved
    worked studied joined bought read heard saving started finished graduated used writing trying
    thinking working studying living stuck just only still already never ex former retired coming
    grew quit went gave saved watched met tried lost drove ran sold taught cleaned work
    """.split()
)
"""Words that open what a speaker says of themselves without an "I"."""

_THINGS: Final = frozenset("it its that this those these them".split())
"""Words that stand for a thing spoken of before, rather than for people or a place."""

_POINTING_BACK: Final = _THINGS | {"they", "there", "one", "ones"}

_NARROWING: Final = frozenset(
    "in for as with without at from if when to after before on since given besides".split()
)
"""Words that open a clause which narrows the question after it."""

_SEEKING_HELP: Final = frozenset(
    """
    idea ideas advice advise tip tips suggestion suggestions suggest solution solutions help way
    clue hint hints guidance
    """.split()
)
"""Words that ask for help with what is told, and are not that themselves."""

_DOING: Final = re.compile(r"\b(?:to|i|we|you|one) do\b")
"""Asks what is to be done, or how ("what can I do?")."""

_COMMA: Final = re.compile(r"(?<![,;:])[,;:]+\s+")
_GOING_ON: Final = frozenset("or and nor".split())

LONGEST_CONJUNCT: Final = 3
"""Words of one of two things that an "and" joins ("linear algebra and statistics")."""

_HELD_APART: Final = frozenset("between compare compared comparing combine".split())
"""Words before two things that are asked about together."""

_SECOND_QUESTION: Final = re.compile(
    r"(?:\s*[,;]\s*|\s+)(?:and|n|nd|also|plus|&|\+|as well as)(?:\s+also|\s+then)?\s+(?=(?:"
    r"(?:(?:by|in|for|to|at|with|of|on|about|from|after)\s+)?(?:what|which|who|how|why|where|when|"
    rf"whether)(?:{APOSTROPHE}s)?|"
    r"(?:is|are|do|does|can|could|should|would|will)\s+(?:i|you|they|it|he|she|we|the|a|an|there)\b|"
    r"do\s+(?!not\b)(?:\w+\s+){1,3}(?:come|earn|get|give|have|know|make|need|offer|pay|take|use|want|"
    r"work)\b|(?:does|can|could|should|would|will)\s+\w+\s+\w+|"
    r"(?:is|are)\s+(?!(?:worth|good|able|not|still|also|very|too|more|less|going|now|being|"
    rf"it{APOSTROPHE}s)\b)"
    r"\w+\s+\w+|"
    rf"i(?: would|{APOSTROPHE}d)?(?: also| really| just)* (?:like|love|want|need) to know\b)\b)",
    re.IGNORECASE,
)


_ALTERNATIVE: Final = re.compile(
    r",?\s+or (?=(?:is|are|am|can|do|does|should|will|would)\s)[^.!?\n]{3,}[\s.!?]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a message, and whether it asks something."""

    text: str
    asks: bool


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order; a long post keeps its first and its last ones."""
    items = _split_items(text)
    parts = [part.strip() for item in items for part in _SENTENCE_END.split(item)]
    kept = keep_ends([*filter(None, parts)], MAX_SENTENCES)
    return [Sentence(part, asks(part) or _requests(part)) for part in kept]


def _split_items(text: str) -> list[str]:
    """The questions of a numbered list, and what stands before it ("1) when ... 2) where ...").

    Any other text stays whole.
    """
    found = list(_ITEM.finditer(text))
    marks = "".join(mark["mark"] for mark in found).casefold()
    if len(found) < _LEAST_ITEMS or not any(n.startswith(marks) for n in _NUMBERINGS):
        return [text]
    ends = [mark.start() for mark in found[1:]] + [len(text)]
    items = [text[mark.end() : end] for mark, end in zip(found, ends, strict=True)]
    return [text[: found[0].start()], *items] if all(map(asks, items)) else [text]


def split_clauses(text: str) -> list[Sentence]:
    """The sentences of `text`, with what a speaker says of themselves split from what they ask.

    "Welder from Lyon here, do I need a degree?" holds two clauses; "In France, do I need one?"
    is one, as its opening narrows the question.
    """
    clauses = [
        clause
        for sentence in split_sentences(text)
        for part in _split_run_on(sentence)
        for half in _split_condition(part)
        for clause in _split_opening(half)
    ]
    clauses = _split_reported(clauses)
    if is_long(text) and not any(clause.asks for clause in clauses):
        return [Sentence(clause.text, wants_to_know(clause.text)) for clause in clauses]
    return clauses


def _goes_on(tokens: Sequence[str]) -> bool:
    """Whether a part belongs to the question before it ("in India, the UK or France")."""
    return not tokens or tokens[0] in _GOING_ON or _OF_SPEAKER.isdisjoint(tokens)


def _split_run_on(sentence: Sentence) -> list[Sentence]:
    """A sentence as long as a post in the parts between its commas, where some of them ask.

    What narrows the part after it ("in India, what ...") stays with that.
    """
    if not is_long(sentence.text):
        return [sentence]
    opens = opens_asking if sentence.asks else asks_plainly
    parts: list[Sentence] = []
    opening = ""
    for piece in keep_ends(_COMMA.split(sentence.text), MAX_SENTENCES):
        text = f"{opening}, {piece}" if opening else piece
        tokens = tokenize(piece)
        if tokens and tokens[0] in _NARROWING and not opens(text):
            opening = text
            continue
        opening = ""
        whole = len(tokenize(text)) >= SHORTEST_QUESTION and bool(content_words(tokens))
        asking = whole and (opens(piece) or opens(text))
        belongs = _goes_on(tokens) if not asking else tokens[0] == "or"
        if parts and (belongs if parts[-1].asks else not asking):
            parts[-1] = Sentence(f"{parts[-1].text}, {text}", parts[-1].asks)
        else:
            parts.append(Sentence(text, asking))
    if opening:
        parts.append(Sentence(opening, asks=False))
    return parts if any(part.asks for part in parts) else [sentence]


def _split_condition(sentence: Sentence) -> list[Sentence]:
    """A question, and what its asker has already behind it ("... if I already know Python")."""
    found = _CONDITION.fullmatch(sentence.text.strip()) if sentence.asks else None
    if found is None or names_nothing(found["asked"]) or not asks(found["asked"]):
        return [sentence]
    told = Sentence(found["told"].strip(" ?!."), asks=False)
    return [told, Sentence(f"{found['asked'].strip(' ,')}?", asks=True)]


def _split_opening(sentence: Sentence) -> list[Sentence]:
    for joint in islice(_JOINT.finditer(sentence.text), MAX_JOINTS):
        opening, rest = sentence.text[: joint.start()], sentence.text[joint.end() :]
        tokens = tokenize(opening)
        if not tokens or tokens[0] in _NARROWING or asks(opening):
            continue
        speaks = not _OF_SPEAKER.isdisjoint(tokens) or _SPEAKER.search(" ".join(tokens))
        of_speaker = speaks or tokens[0] in _SUBJECTLESS
        if not of_speaker or not asks(rest):
            continue
        question = tokenize(rest)
        if not sentence.asks and not asks_plainly(rest):
            continue
        if len(question) >= SHORTEST_QUESTION and content_words(question):
            return [Sentence(opening.strip(), asks=False), Sentence(rest.strip(), asks=True)]
    return [sentence]


def _split_reported(clauses: list[Sentence]) -> list[Sentence]:
    """`clauses` with what somebody in a tale asks parted from that, where nothing else is asked.

    "My uncle, a welder, wants to know whether boots are needed" asks that of anybody.
    """
    found = [_find_reported(clause.text) for clause in clauses]
    if any(clause.asks and not part for clause, part in zip(clauses, found, strict=True)):
        return clauses
    return [
        part
        for clause, reported in zip(clauses, found, strict=True)
        for part in (_part_reported(reported) if reported else [clause])
    ]


def _find_reported(text: str) -> re.Match[str] | None:
    found = _REPORTED.fullmatch(text)
    return found if found and not names_nothing(found["asked"]) else None


def _part_reported(found: re.Match[str]) -> list[Sentence]:
    if not content_words(tokenize(found["told"])):
        return [Sentence(found.string, asks=True)]
    return [Sentence(found["told"], asks=False), Sentence(found["asked"], asks=True)]


def split_questions(text: str) -> list[str]:
    """The questions that `text` joins, in order, or the text itself.

    Only wording is looked at here; whether they can be answered is for the caller.
    """
    sentences = split_sentences(text)
    asking = [s.text for s in sentences if s.asks and content_words(tokenize(s.text))]
    asking = [sentence for sentence in asking if not only_calls(sentence)] or asking
    whole = all(len(tokenize(sentence)) >= SHORTEST_QUESTION for sentence in asking[:2])
    if len(asking) > 1 and (whole or len(asking) == 2) and len(sentences) <= len(asking) + 1:
        return asking
    halves = _SECOND_QUESTION.split(text, maxsplit=1)
    if len(halves) == 2 and _can_stand_alone(halves[0]):
        return [half.strip() for half in halves]
    return [text]


def _requests(text: str) -> bool:
    """Whether a sentence names something and asks for it with a "please" behind that."""
    return not _REQUESTING.isdisjoint(tokenize(text)[-1:]) and not names_nothing(text)


def _can_stand_alone(text: str) -> bool:
    """Whether the words before a joint are a question rather than an opening ("alright, and")."""
    tokens = tokenize(text)
    return asks(text) or len(content_words(tokens)) >= 2


def split_conjuncts(text: str) -> tuple[str, str] | None:
    """The two questions that the only plain "and" of a short `text` may join; None without one.

    "Do I need maths and statistics" asks "do I need maths" and "do I need statistics".
    """
    if len(tokenize(text)) > SHORT_QUESTION_TOKENS:
        return None
    sides = re.split(r"\s+(?:and|&|\+)\s+", text.strip(" ?!."))
    if len(sides) != 2 or not all(sides):
        return None
    if not _HELD_APART.isdisjoint(tokenize(sides[0])):
        return None
    left, right = (side.split() for side in sides)
    head = left
    while head and len(left) - len(head) < LONGEST_CONJUNCT and content_words(tokenize(head[-1])):
        head = head[:-1]
    listed = len(right) <= LONGEST_CONJUNCT and all(content_words(tokenize(w)) for w in right)
    if head == left or not listed:
        return sides[0], sides[1]
    return sides[0], " ".join([*head, *right])


def drop_alternative(text: str) -> str:
    """`text` without a second question that only holds its first against something.

    "Is the work hard or are people just lazy?" asks whether the work is hard.
    """
    return _ALTERNATIVE.sub("", text)


def drop_hedges(text: str) -> str:
    """`text` without words that only say how exact or how usual something is."""
    return " ".join(word for word in text.split() if HEDGING.isdisjoint(tokenize(word)))


def names_nothing(text: str) -> bool:
    """Whether an asking clause names too little to be about anything ("is that a problem?")."""
    return len(content_words(tokenize(text))) < LEAST_ASKED


def asks_emptily(text: str) -> bool:
    """Whether an asking clause only asks what to do, and leaves all else to what is told."""
    tokens = tokenize(text)
    if not _SEEKING_HELP.issuperset(content_words(tokens)):
        return False
    return not _SEEKING_HELP.isdisjoint(tokens) or bool(_DOING.search(" ".join(tokens)))


def says_enough(text: str) -> bool:
    """Whether a turn is a question of its own rather than a fragment of one ("and in India?")."""
    tokens = tokenize(text)
    return not names_nothing(text) or (
        len(tokens) > SHORTEST_QUESTION and bool(content_words(tokens))
    )


def points_at_told(text: str) -> bool:
    """Whether a question of few words holds an "it" or "that", which stands for what was told."""
    return _points(text, _THINGS)


def leans_on_neighbour(text: str) -> bool:
    """Whether an asking clause leaves its subject to what was said before ("any advice?")."""
    return names_nothing(text) or _points(text, _POINTING_BACK)


def _points(text: str, words: frozenset[str]) -> bool:
    """Whether a text of few subject words holds one of `words`, which stand for something."""
    tokens = tokenize(text)
    return len(content_words(tokens)) <= MOST_LEANING and not words.isdisjoint(tokens)


def is_long(text: str) -> bool:
    """Whether `text` is a post around a question rather than one question."""
    return len(tokenize(text)) > LONG_MESSAGE_TOKENS
