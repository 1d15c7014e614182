"""Which part of a message asks: its sentences, and two questions joined in one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

import pycountry

from bot.engine.text import MAX_CHARACTERS, keep_ends, tokenize
from bot.engine.words import AUXILIARIES, INTERROGATIVES, content_words

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
_JOINT: Final = re.compile(
    r"(?<![,;:–—])[,;:–—]+\s+(?:(?:so|and|but|now)\s+)?|\s+-+\s+|\s+so\s+(?!that\b)"
)
_OF_SPEAKER: Final = frozenset("i im ive id my our we were weve here speaking mine".split())
_SPEAKER: Final = re.compile(
    r"\b(?:student|undergrad|grad|graduate|postgrad|dropout)(?: (?:in|at|from|here)\b.*)?$"
)
"""Who asks, where they leave out the "I am" ("first year student in Hanoi, what ...")."""

_GREETING: Final = re.compile(
    r"^(?:(?:hi+|hey+|hello|yo|hiya|heya|sup|sorry|sry)\s+)+"
    r"(?:(?:all|everyone|everybody|guys|folks|there|team|yall|people)\s+)*"
)

_CONJUNCTION: Final = re.compile(
    r"^(?:and|but|or|also|then) (?=(?:is|are|does|can|should|would|will|could|must) \w|"
    r"(?:do|did|have|has|am) (?:i|you|we|they|he|she|it|the|people|any|one)\b)"
)
"""What goes before a question that goes on from the one before it ("and is Scala a must")."""

_SUBJECTLESS: Final = frozenset(
    """
    had got been was were saw found took spent did done doing learned learnt failed left built moved
    worked studied joined bought read heard saving started finished graduated used writing trying
    thinking working studying living stuck just only still already never ex former retired coming
    grew quit went gave saved watched met tried lost did drove ran sold taught cleaned work doing
    """.split()
)
"""Words that open what a speaker says of themselves without an "I"."""

_POINTING_BACK: Final = frozenset("it its that this those these they them there one ones".split())
_NARROWING: Final = frozenset(
    "in for as with without at from if when to after before on since given besides".split()
)
"""Words that open a clause which narrows the question after it."""

_EMBEDDED: Final = re.compile(
    r"\b(?:(?:need|want|have|like|love|try|trying|hope|hoping|able) to "
    r"(?:know|tell|say|see|decide|find out|figure out|understand|explain|hear)|not sure|unsure|"
    r"(?:have|got|with) no (?:idea|clue)|"
    r"(?:dont|do not|cant|cannot) (?:know|see|understand|tell|get)|"
    r"wonder|wondering|curious|confused)\b"
    r"(?: \w+){0,4}? (?:what|how|which|whether|if|why|when|where|who)\b(?: \w+){3}"
)
"""A question inside what a post tells ("I need to tell her how many months it takes")."""

_COMMA: Final = re.compile(r"(?<![,;:])[,;:]+\s+")

_GOING_ON: Final = frozenset("or and nor".split())

_BLANKS: Final = re.compile(r"[^\S\n]{2,}")
_CODE: Final = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_LINK: Final = re.compile(r"https?://\S+|<[@#:a-zA-Z]+[^<>\s]*>")
_QUOTED_LINE: Final = re.compile(r"^\s*>+ .*$", re.MULTILINE)
CODE_SHARE: Final = 4
"""How many times as much is cleaned as may be left: code and quotes may be long."""

_REGIONAL_A: Final = 0x1F1E6
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_DOTTED_US: Final = re.compile(r"\b[uU]\.[sS]\.(?:[aA]\b\.?)?")
_DOTTED: Final = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_SPACED: Final = re.compile(
    r"(?<!\S)[A-Za-z](?: [A-Za-z]){3,}(?!\S)|"
    r"(?<=\s\s)[\w+#](?: [\w+#])+(?=\s\s|[^\w+#]*$)|^[\w+#](?: [\w+#])+(?=\s\s)"
)
"""Letters of a word apart from each other; short ones only between wider gaps."""

_REQUEST: Final = re.compile(
    r"^(?:(?:and|but|so|also|ok|okay|hey|hi|hello|please|pls|kindly|well|um|now|then|guys|folks|all|"
    r"sir|madam|maam)\b\W*)*"
    r"(?:tell (?:me|us|how|what|which|whether|why)|explain|describe|list|show me|give me|help me|"
    r"what|which|who|how|why|where|when|"
    r"any (?:advice|tips?|ideas?|suggestions?|thoughts|recommendations?|chance|info\w*|pointers)|"
    r"(?:(?:i|id|would|really|just|also|could) )*(?:need|seek|seeking|looking for|love|like|use|"
    r"want|appreciate|hoping for|after)(?: (?:some|any|your|a bit of|an|the|honest|good|serious|"
    r"career))* (?:advice|help|opinions?|guidance|input|thoughts|insights?|suggestions|pointers|"
    r"recommendations?|clarity|tips)\b|"
    r"(?:kindly|please|pls) (?:advise|suggest|guide|help|enlighten)|"
    r"(?:does |do )?any(?:one|body) know|i (?:want|need|would like|d like|wish) to know|"
    r"i(?: a)?m (?:wondering|curious|asking(?! (?:because|for)\b)|"
    r"trying to (?:find out|understand|figure out))|"
    r"i wonder|just wondering|wondering|curious|can (?:some|any)(?:one|body)|"
    r"(?:my )?questions?\b(?! (?:from|of)\b)|do you know|could you|can you|would you|"
    r"please advise)\b"
)
_WISH_TO_KNOW: Final = re.compile(
    r"\bi(?:d| would| just| really| only)* (?:like|love|want|need|wanted|wish) to "
    r"(?:know|ask|understand|find out|hear)\b|\bmy question is\b|\bi was wondering\b"
)
_LATE_QUESTION: Final = re.compile(
    r"[,;:–—-]\s+(?:so |and |but |now )?"
    r"(?:what(?:s|'s)?(?! (?:matters|counts|helps|helped|i|we)\b)|how|"
    r"which (?:ones?|of|should|do|would|will|is (?:better|best|more|easier|faster|worth|the)|"
    r"(?:(?!(?:i|you|we|they|he|she|it)\b)\w+ ){1,3}"
    r"(?:should|do|does|would|will|can|could|must)))\s+"
    r"\w+\s+\w+",
    re.IGNORECASE,
)
"""A question behind its own topic ("bootcamp or degree, which is better for a start")."""

_PLAIN_QUESTION: Final = re.compile(
    r"(?:so |and |but )?(?:what(?:s|re)?|hows?|why|"
    r"which (?:ones?|of|\w+ (?:do|does|should|is|are|would|will|can))|"
    r"where (?:do|does|can|should|would|could|are|is|to)|"
    r"when (?:do|does|can|should|would|will|is|are)|"
    r"who (?:do|does|should|is the|are the|has to|gets? to)|"
    r"(?:is|are|do|does|can|should|would|will|could|must|am) "
    r"(?!(?:be|have|not|also|in|at|on|from|with|of|to|by|about|for)\b)\w+ \w+|"
    r"tell me|any (?:tips|ideas?|advice|chance)|same (?:in|for|with))\b"
)
"""Asks without a question mark, and is no relative clause ("who is great", "did my degree")."""

_STATED: Final = re.compile(
    r"^what (?:i|we) (?:can|could|do|did|like|liked|love|loved|hate|miss|lack|enjoy|"
    r"(?:cant|cannot|couldnt|dont|didnt)(?! (?:know|understand|get|see|find|figure|tell)\b))\b"
    r"(?: \w+){0,6}? (?:is|was|are|were) (?!(?:how|what|when|whether|if|why|where|which|who)\b)"
)
"""States something, though it opens like a question ("what I can't do is code")."""

_TOLD: Final = re.compile(
    r"(?:(?:and|but|so|then) )?(?:"
    r"when (?!(?:is|are|was|were|do|does|did|can|could|should|would|will|must|may|to|exactly|in)\b|"
    r"(?:i|we|you|u|one|people) (?:can|could|should|must|will|need|have to|may|apply|start)\b)|"
    r"which (?:means|meant|made|makes|was|left|took|led|brings|brought|gave|helped|"
    r"is (?:why|how|what|when|where|fine|ok|okay|great|nice|good|fun|all|my|kind|not|probably))\b|"
    r"(?:was|were) (?!wondering|thinking|asking|hoping)\w+ing\b|"
    r"(?:would|will|could|can|should|might|may) (?:hate|love|like|prefer|rather|appreciate|be|have|"
    r"need|say|imagine|think|guess)\b(?! (?:to (?:know|hear|understand)|(?:\w+ )?(?:advice|help|"
    r"guidance|input|thoughts|insights?|tips|opinions?))\b)|"
    r"(?:dont|doesnt|didnt|havent|hasnt|hadnt|cant|couldnt|wont|wouldnt|have|had|has|did|am) "
    r"(?!(?:i|you|u|we|they|he|she|it|one|people|the|this|that|these|those|there|most|any\w*|"
    r"some(?:one|body)|every(?:one|body)|all|my|your|our|companies|employers)\b)|"
    r"what (?:stuck|struck me|happened|matters|counts)\b)"
)
"""Opens like a question and tells something ("when I was twelve", "did a bootcamp last year")."""

_WE_ARE: Final = re.compile(r"\W*we['’`´]re\b", re.IGNORECASE)
"""Without its apostrophe it would be the "were" of a question."""

_LISTED: Final = re.compile(r"what (?:i|we)(?: \w+){1,3}:", re.IGNORECASE)
"""Heads a list of what somebody likes or can do ("what I love: maps")."""

_DENIED: Final = re.compile(
    r"(?:(?:^(?:(?:in|for|at|with|as) (?:\w+ ){1,6})?(?:\w+ )?|"
    r"\b(?:me|know|wonder|wondering|so) )who|"
    r"(?:^(?:\w+ ){0,4}|^(?:in|for|at|with|as) (?:\w+ ){1,9})which|\bwhat)\b"
    r"(?P<between>(?: (?!(?:if|because|but)\b)\w+){0,6}?) "
    r"(?:not(?! (?:just|jus|only|(?:be )?(?:missing|lacking)|miss|lack|skip|ignore|neglect|"
    r"forget)\b)|never|useless|unnecessary|irrelevant|pointless|needless|"
    r"overrated|dont|doesnt|isnt|arent|cant|can i (?:skip|ignore)|should i (?:avoid|skip|ignore))\b"
)
_DENIED_BESIDE: Final = re.compile(r"^ i$|\b(?:who|that|which|when|where)(?: \w+)?$")
"""Words between that make it a denial of "helpers who don't" or "what I can't", not the asked."""

_UNWANTED: Final = re.compile(
    r"(?:but |so )?i (?:really |just |actually )?(?:dont|do not|never|no longer) "
    r"(?:want|wanna|wish|plan|intend)(?: to)? (?:be|become)"
    r"(?: (?!(?:what|how|when|where|which|who|why|can|could|should|do|does|is|are)\b)\w+){1,5}"
)
"""Says what somebody does not want to become, and asks nothing."""

_SKIPPED: Final = re.compile(
    r"\b(?:can|could|may|should) (?:i|you|we|one|someone) (?:just )?"
    r"(?:skip|ignore|avoid|leave out)\b"
)
_SECOND_QUESTION: Final = re.compile(
    r"(?:\s*[,;]\s*|\s+)(?:and|also|plus|&|\+|as well as)(?:\s+also|\s+then)?\s+(?=(?:"
    r"(?:(?:by|in|for|to|at|with|of|on|about|from|after)\s+)?(?:what|which|who|how|why|where|when)(?:s|'s)?|"
    r"(?:is|are|do|does|can|could|should|would|will)\s+(?:i|you|they|it|he|she|we|the|a|an|there|ml|"
    r"machine)\b|i(?: would|'?d)?(?: also| really| just)* (?:like|love|want|need) to know\b)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a message, and whether it asks something."""

    text: str
    asks: bool


def clean_message(text: str) -> str:
    """`text` without what nobody asks with, and with playful spellings made plain.

    Code blocks, quoted lines, links and mentions fall away; "n.l.p." becomes "nlp",
    "m a t h s" becomes "maths", and a flag becomes its country's name. What lies beyond
    `MAX_CHARACTERS` is not read.
    """
    text = text[: CODE_SHARE * MAX_CHARACTERS]
    for pattern in (_CODE, _QUOTED_LINE, _LINK):
        text = pattern.sub(" ", text)
    text = _FLAG.sub(_name_flag, text)
    text = _DOTTED_US.sub("USA", text)
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    text = _SPACED.sub(lambda found: found.group().replace(" ", ""), text)
    return _BLANKS.sub(" ", text).strip()[:MAX_CHARACTERS]


def _name_flag(found: re.Match[str]) -> str:
    code = "".join(chr(ord(letter) - _REGIONAL_A + ord("A")) for letter in found.group())
    country = pycountry.countries.get(alpha_2=code)
    return f" {getattr(country, 'common_name', country.name)} " if country else " "


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order; a long post keeps its first and its last ones."""
    parts = [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]
    return [Sentence(part, asks(part)) for part in keep_ends(parts, MAX_SENTENCES)]


def split_clauses(text: str) -> list[Sentence]:
    """The sentences of `text`, with what a speaker says of themselves split from what they ask.

    "Welder from Lyon here, do I need a degree?" holds two clauses; "In France, do I need one?"
    is one, as its opening narrows the question.
    """
    clauses = [
        clause
        for sentence in split_sentences(text)
        for part in _split_run_on(sentence)
        for clause in _split_opening(part)
    ]
    if is_long(text) and not any(clause.asks for clause in clauses):
        return [Sentence(clause.text, _wants_to_know(clause.text)) for clause in clauses]
    return clauses


def _wants_to_know(text: str) -> bool:
    return _EMBEDDED.search(" ".join(tokenize(text))) is not None


def _opens_asking(text: str) -> bool:
    """Whether words ask, whatever mark a whole sentence ends with."""
    return asks(text.rstrip("?! "))


def _goes_on(tokens: Sequence[str]) -> bool:
    """Whether a part belongs to the question before it ("in India, the UK or France")."""
    return not tokens or tokens[0] in _GOING_ON or _OF_SPEAKER.isdisjoint(tokens)


def _split_run_on(sentence: Sentence) -> list[Sentence]:
    """A sentence as long as a post in the parts between its commas, where some of them ask.

    What narrows the part after it ("in India, what ...") stays with that.
    """
    if not sentence.asks or not is_long(sentence.text):
        return [sentence]
    parts: list[Sentence] = []
    opening = ""
    for piece in keep_ends(_COMMA.split(sentence.text), MAX_SENTENCES):
        text = f"{opening}, {piece}" if opening else piece
        tokens = tokenize(piece)
        if tokens and tokens[0] in _NARROWING and not _opens_asking(text):
            opening = text
            continue
        opening = ""
        whole = len(tokenize(text)) >= SHORTEST_QUESTION and bool(content_words(tokens))
        asking = whole and (_opens_asking(piece) or _opens_asking(text))
        belongs = _goes_on(tokens) if not asking else tokens[0] == "or"
        if parts and (belongs if parts[-1].asks else not asking):
            parts[-1] = Sentence(f"{parts[-1].text}, {text}", parts[-1].asks)
        else:
            parts.append(Sentence(text, asking))
    if opening:
        parts.append(Sentence(opening, asks=False))
    return parts if any(part.asks for part in parts) else [sentence]


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
        if not sentence.asks and not _PLAIN_QUESTION.match(" ".join(question)):
            continue
        if len(question) >= SHORTEST_QUESTION and content_words(question):
            return [Sentence(opening.strip(), asks=False), Sentence(rest.strip(), asks=True)]
    return [sentence]


@lru_cache(maxsize=256)  # the sentences of a post are looked at whole, and in parts
def asks(text: str) -> bool:
    """Whether a sentence is put as a question or a request for information."""
    if text.rstrip(" \"')*_~|.!").endswith("?"):
        return True
    if _LATE_QUESTION.search(text):
        return True
    plain = _CONJUNCTION.sub("", _GREETING.sub("", " ".join(tokenize(text))))
    tokens = plain.split()
    if not tokens:
        return False
    if _STATED.match(plain) or _LISTED.match(text.strip()):
        return False
    if _WISH_TO_KNOW.search(plain):
        return True
    if _TOLD.match(plain) or _WE_ARE.match(text):
        _, comma, rest = text.rpartition(",")
        return bool(comma) and _PLAIN_QUESTION.match(" ".join(tokenize(rest))) is not None
    if _REQUEST.match(plain):
        return True
    return tokens[0] in INTERROGATIVES or (tokens[0] in AUXILIARIES and len(tokens) > 2)


def split_questions(text: str) -> list[str]:
    """The questions that `text` joins, in order: two at most, or the text itself.

    Only wording is looked at here; whether both halves can be answered is for the caller.
    """
    sentences = split_sentences(text)
    asking = [s.text for s in sentences if s.asks and content_words(tokenize(s.text))]
    if len(asking) == 2 and len(sentences) <= 3:
        return asking
    halves = _SECOND_QUESTION.split(text, maxsplit=1)
    if len(halves) == 2 and _can_stand_alone(halves[0]):
        return [half.strip() for half in halves]
    return [text]


def _can_stand_alone(text: str) -> bool:
    """Whether the words before a joint are a question rather than an opening ("alright, and")."""
    tokens = tokenize(text)
    return asks(text) or len(content_words(tokens)) >= 2


def split_conjuncts(text: str) -> tuple[str, str] | None:
    """The two sides of the only plain "and" in `text`; None when there is no such place."""
    if len(tokenize(text)) > SHORT_QUESTION_TOKENS:
        return None
    sides = re.split(r"\s+(?:and|&|\+)\s+", text.strip(" ?!."))
    return (sides[0], sides[1]) if len(sides) == 2 and all(sides) else None


def asks_for_the_opposite(text: str) -> bool:
    """Whether `text` asks what is *not* so ("which skills do I not need", "what can I skip")."""
    clauses = re.split(r"[.;:!?]+(?:\s|$)", text)
    return any(_denies(" ".join(tokenize(clause))) for clause in clauses)


def _denies(clause: str) -> bool:
    denied = _DENIED.search(clause)
    if denied and not _DENIED_BESIDE.search(denied["between"]):
        return True
    return bool(_SKIPPED.search(clause) or _UNWANTED.fullmatch(clause))


def names_nothing(text: str) -> bool:
    """Whether an asking clause names too little to be about anything ("is that a problem?")."""
    return len(content_words(tokenize(text))) < LEAST_ASKED


def says_enough(text: str) -> bool:
    """Whether a turn is a question of its own rather than a fragment of one ("and in India?")."""
    tokens = tokenize(text)
    return not names_nothing(text) or (
        len(tokens) > SHORTEST_QUESTION and bool(content_words(tokens))
    )


def leans_on_neighbour(text: str) -> bool:
    """Whether an asking clause leaves its subject to what was said before ("any advice?")."""
    tokens = tokenize(text)
    pointing = not _POINTING_BACK.isdisjoint(tokens)
    return names_nothing(text) or (pointing and len(content_words(tokens)) <= MOST_LEANING)


def is_long(text: str) -> bool:
    """Whether `text` is a post around a question rather than one question."""
    return len(tokenize(text)) > LONG_MESSAGE_TOKENS
