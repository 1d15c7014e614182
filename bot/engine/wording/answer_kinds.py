"""What kind of thing a question asks for: a person, a date, a price, an explanation, a way.

An entry about a tool holds nearly every word of "who invented it"; whether it speaks of people at
all shows in its phrasings and its answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_OPENING: Final = r"^(?:(?:and|so|but|hey|ok|exactly|since) )*"


@dataclass(frozen=True, slots=True)
class AnswerKind:
    """One kind of thing, by how it is asked for and how it is told."""

    name: str
    untold: str
    """What an answer that does not tell it leaves unsaid, behind "doesn't say"."""
    asked: re.Pattern[str]
    """What asks for it, in normalised words."""
    phrased: re.Pattern[str]
    """What a phrasing holds that asks for it as well, in its own words."""
    told: re.Pattern[str] | None
    """What an answer holds that tells it; None where any answer might."""


_VALUES: Final = (
    "costs?|prices?|fees?|hours|address|addresses|phone|number|period|status|market|outlook|demand|"
    "growth|rules?|plans?|times?|date|dates|deadline|limits?|retention|minimum|maximum|salary|pay|"
    "wages?|requirements?|steps|options|benefits"
)
"""What is asked for a value or a list rather than for an explanation ("what is the refund fee")."""

_HANDIWORK: Final = (
    r"install\w*|configur\w+|compil\w+|implement\w*|deriv(?:e|ing)|invert\w*|tokeni[sz]\w+|"
    r"preprocess\w*|plot\w*|debug\w*"
)
"""What is done with a tool or a method, step by step."""

_NO_EVENT: Final = (
    r"(?:worth|needed|required|necessary|useful|important|best|better|good|right|ready|allowed|"
    r"enough|it|this|that|these|they|we|you|he|she|there|not|used|done|made|paid|\w+ed)"
)
"""What is asked of something other than its date ("when is the second coat needed")."""

_FINDINGS: Final = (
    "forecasts?|predictions?|projections?|estimates?|figures?|numbers?|statistics?|surveys?|study|"
    "studies|reports?|rankings?|claims?|polls?"
)
"""What an institution may be the author of."""

PRICE: Final = "a price"
_IT: Final = (
    r"(?:it|that|this|one|they|these|those|(?:an?|the) (?:new|second|extra|replacement|spare) one)"
)
"""What was spoken of before."""

_PRICE_OF_IT: Final = (
    rf"(?:how (?:much|expensive) (?:is|are|do|does|will|would) {_IT}(?: (?:to )?cost)?|"
    rf"what (?:do|does|will|would) {_IT} cost|what(?: is|s) the (?:price|cost|fee))(?: me)?"
)
_BARE: Final = re.compile(
    rf"(?:(?:and|n|so|but|ok|okay|also|then) )*(?:{_PRICE_OF_IT}|"
    rf"(?:for )?how (?:long|soon) (?:is|are|do|does|will|would|can) {_IT}(?: \w+)?(?: me)?|"
    rf"when (?:is|are|was|were|do|does|did|will) {_IT}(?: \w+)?)"
    r"(?: (?:then|though|tho|exactly|roughly|usually|normally|please|pls))*"
)
"""Asks for the price, length or date of what was spoken of, and names nothing itself."""

_KINDS: Final = (
    AnswerKind(
        "how to learn something",
        "how or where to learn it",
        re.compile(
            rf"{_OPENING}(?:how|where) (?:do|can|could|would|should) (?:i|you|we|one) (?:best )?"
            r"(?:learn|study|practi[cs]e) \w"
        ),
        re.compile(
            r"\b(?:how (?:do|can|could|would|should|to) (?:\w+ ){0,3}?(?:learn|study|practi[cs]e|"
            r"start|get|teach)|where (?:do|can|could|should|to)|ways? to learn|self taught|"
            r"(?:which|what|good|best|any|recommend\w*) (?:\w+ )?(?:courses?|class(?:es)?|lessons?|"
            r"books?|resources|tutorials?|workshops?))\b"
        ),
        re.compile(
            r"\b(?:courses?|class(?:es)?|lessons?|books?|tutorials?|teach(?:es)?|taught|workshops?|"
            r"training|induction|sessions?|bootcamps?|practi[cs]e|steps?|https?)\b"
        ),
    ),
    AnswerKind(
        "news",
        "how that is going",
        re.compile(
            r"\bhow(?: is|s| are| was| were) (?!(?:it|things|everything|life|you) )"
            r"(?:\w+ ){1,5}(?:going|coming along|progressing|getting on)"
            r"(?: (?:so far|for (?:you|everyone)|these days))?$"
        ),
        re.compile(r"\b(?:going|coming along|progress\w*|status|news|updates?)\b"),
        re.compile(r"\b(?:at the moment|currently|so far|status|progress)\b"),
    ),
    AnswerKind(
        "what something is used for",
        "what it is used for",
        re.compile(
            rf"{_OPENING}what(?: is| are|s) (?!(?:it|they|this|that|these)\b)(?:\w+ ){{1,3}}"
            r"used (?:for|in)$"
        ),
        re.compile(
            r"\b(?:used (?:for|to)|uses of|good for|examples?|applications?|purpose|what for|"
            r"what (?:does|do|can) \w+(?: \w+)? do)\b"
        ),
        re.compile(r"\b(?:used? (?:for|to)|lets? you|so that|examples?|helps? you)\b"),
    ),
    AnswerKind(
        "a way to do something",
        "how it is done",
        re.compile(
            rf"{_OPENING}(?:how (?:do|can|would|should) (?:i|you|we|one) |how to )"
            rf"(?:{_HANDIWORK})\b(?! (?:for|into|out|away|late)\b)|"
            rf"{_OPENING}(?:please |can you )?(?:prove|derive) that\b|"
            rf"{_OPENING}(?:please |can you )?(?:state|write down) (?:the )?(?:\w+ ){{1,3}}?"
            r"(?:theorem|formula|equation|definition)\b"
        ),
        re.compile(
            rf"\b(?:{_HANDIWORK}|set(?:ting)? ?up|steps|guide|tutorial|prov(?:e|ing)|"
            r"comput(?:e|ing)|calculat\w+|solv(?:e|ing)|formula|theorem)\b|"
            r"\bhow (?:do|can|would|should|is|are|to)\b"
        ),
        None,
    ),
    AnswerKind(
        "a source",
        "who that was",
        re.compile(
            rf"{_OPENING}who (?:made|published|wrote|did|came up with|released|gave|ran) "
            rf"(?:that|this|the|these|those) (?:\w+ ){{0,2}}(?:{_FINDINGS})$"
        ),
        re.compile(r"\b(?:who(?:se|m|s)?|sources?|according to)\b"),
        re.compile(
            r"\b(?:bureau|institut(?:e|ion)|universit(?:y|ies)|department|ministry|agency|"
            r"foundation|association|council|office of|according to)\b"
        ),
    ),
    AnswerKind(
        "a person",
        "who that was",
        re.compile(
            rf"{_OPENING}who (?:was|were|invented|discovered|wrote|created|made|founded|came up|"
            r"started|developed|designed|built|owns|owned|(?:is|s) (?:the|your|our) (?:\w+ )?\w+$)"
            r"(?:\b|$)"
        ),
        re.compile(r"\bwho(?:se|m|s)?\b"),
        None,
    ),
    AnswerKind(
        "somebody here",
        "who that is",
        re.compile(
            rf"{_OPENING}who (?:(?:here|else) )?(?:knows?|uses?|likes?|loves?|owns?|has|tried|"
            r"works?|speaks?|plays?) (?!(?:if|how|what|whether|when|where|why|about)\b)"
            r"(?:\w+ ){1,3}?(?:(?:in|around) )?here$"
        ),
        re.compile(r"\bwho(?:se|m|s)?\b"),
        None,
    ),
    AnswerKind(
        PRICE,
        "what it costs",
        re.compile(
            rf"{_OPENING}(?:{_PRICE_OF_IT}$|what (?:do|does|will|would) (?:\w+ ){{1,5}}cost\b|"
            r"how (?:much|expensive) (?:do|does|will|would) (?:\w+ ){1,5}cost\b|"
            r"how (?:much|expensive) (?:(?:is|are) (?:an?|the|your|one)|are) (?:\w+ ?){1,4}$)"
        ),
        re.compile(r"\b(?:costs?|prices?|fees?|charges?|paid|pay|how much|expensive|cheap|free)\b"),
        re.compile(
            r"[$€£¥₹]|\b(?:free|costs?|fees?|prices?|charges?|euros?|pounds?|dollars?|pence|cents?|"
            r"francs?|rupees?|lakhs?|crowns?|kr|zł|chf|usd|eur|gbp|coins?|points?|credits?|tokens?|"
            r"\d[\d.,]* ?(?:an?|per|each) ?(?:hour|day|week|month|year|night|evening|person)?)\b"
        ),
    ),
    AnswerKind(
        "a number",
        "how many or how much",
        re.compile(
            r"\bhow many (?!(?:more|of)\b)\w+|"
            r"\bhow much (?:\w+ ){1,2}(?:do|does|did|will|would|can)\b"
        ),
        re.compile(
            r"\b(?:how (?:many|much)|number|count|limit|maximum|minimum|max|min|most|least|costs?|"
            r"prices?|fees?|pay|paid|charges?|charged|expensive|cheap|free|salary|earn|earnings|"
            r"wages?|income|money|worth|long|enough|which|list)\b"
        ),
        re.compile(
            r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|"
            r"hundreds?|thousands?|several|few|unlimited|limit|free|no (?:cost|fee|charge))\b"
        ),
    ),
    AnswerKind(
        "what something is or how it works",
        "what it is or how it works",
        re.compile(
            rf"{_OPENING}(?:what (?:is|are|does) (?!(?:an? )?(?:\w+ )?(?:{_VALUES})\b)(?:an? )?"
            r"(?!(?:the|your|my|our|this|that|these|it|they|we|i|you|there|one|best|good|better|"
            r"new|up|next|first|included|needed|required|allowed|important|wrong|left|free|"
            r"possible|special|different)\b)\w+"
            r"(?: (?!(?:used|needed|required|for|in|on|to|at|with|like|worth|good|or|and|vs|of|"
            r"from|about)\b)\w+)?(?: (?:exactly|actually|anyway|again|mean|means|stand for|"
            r"please))*|how (?:do|does) (?:an? )?(?!(?:i|you|we|one|they|it|this|that)\b)\w+(?: "
            r"\w+)? work(?: (?:exactly|actually))?|"
            r"(?:please |pls |(?:can|could) (?:you|someone|anyone) )*(?:explain|define) (?:an? )?"
            r"(?!(?:the|this|that|these|it|why|how|what|to|me|your|my|our)\b)\w+(?: \w+)?"
            r"(?: (?:to|for) me)?(?: (?:please|pls))?|"
            r"(?:an? )?(?!(?:the|this|that|these|it|there|what|which|who|my|your|our)\b)"
            r"\w+(?: \w+)? is what"
            r"(?: (?:exactly|actually|again))?)$"
        ),
        re.compile(
            r"^ (?:\w+ )*?(?:what(?:s| is| are| does)|define|explain|describe|whats meant|meaning|"
            r"how (?:do|does)|what)\b"
        ),
        re.compile(
            r"\b(?:stands? for|means|short for|refers? to|defined as|is (?:how|what|when))\b"
        ),
    ),
    AnswerKind(
        "a length of time",
        "how long that is",
        re.compile(r"\bhow long (?:is|are|was|were|do|does|did|will|can|should|would)\b"),
        re.compile(
            r"\b(?:how long|long|lasts?|durations?|length|until|till|minutes?|hours?|weeks?|"
            r"months?|years?|how (?:fast|quick|quickly|soon)|takes?|shorter)\b"
        ),
        re.compile(
            r"\b(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|terms?|"
            r"seasons?|semesters?|evenings?|weekends?|forever|until|till|always|ever|lasts?|long|"
            r"longer|soon|permanent|permanently|indefinitely|midnight|noon)\b"
        ),
    ),
    AnswerKind(
        "an age",
        "how old that is",
        re.compile(r"\bhow old (?:is|are|was|were) (?!i\b|you\b|too\b)"),
        re.compile(r"\b(?:old|older|age|aged|ages|birthday|born|year)\b"),
        re.compile(r"\b(?:old|age|aged|ages|born)\b"),
    ),
    AnswerKind(
        "a date",
        "when that is",
        re.compile(
            rf"{_OPENING}when (?:was|were|did|will|"
            r"(?:is|are|do|does|can)\b.*\b(?:opens?|opening|starts?|begins?|ends?|closes?|due|"
            r"released?|published|over|next))\b|"
            rf"{_OPENING}(?:when(?: is|s| are) (?:it|that|they)|(?:until|till|til|since|by) when)$|"
            rf"{_OPENING}when(?: is|s| are) (?:the|our|your|this|these)(?: next)? "
            rf"(?!(?:\w+ )*{_NO_EVENT}\b)(?:\w+ ){{0,3}}\w+$"
        ),
        re.compile(
            r"\b(?:when|time|dates?|days?|years?|months?|weeks?|hours?|soon|deadline|until|till)\b"
        ),
        re.compile(
            r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|days?|weeks?|months?|years?|"
            r"hours?|minutes?|season)\b"
        ),
    ),
)

LEAST_PHRASINGS: Final = 8
"""With fewer phrasings an entry may well be asked for in ways that none of them shows.

Where an answer cannot tell a kind without words of that kind it counts all the same.
"""

SPOKEN_SHARE: Final = 0.05
"""Share of an entry's phrasings that must ask for a kind for the entry to speak of it."""


_DEFINING: Final = re.compile(r"\b(?:is|are) (?:an?|the|our|your|one|any|where)\b")


def find_kind(tokens: Sequence[str]) -> AnswerKind | None:
    """The kind of thing that a tokenised question asks for; None for any other question."""
    plain = " ".join(tokens)
    return next((kind for kind in _KINDS if kind.asked.search(plain)), None)


def find_measure(tokens: Sequence[str]) -> AnswerKind | None:
    """The price, length or date that a tokenised question asks of what was spoken of before.

    None for a question that names something itself, or asks for anything else.
    """
    return find_kind(tokens) if _BARE.fullmatch(" ".join(tokens)) else None


def tells(kind: AnswerKind, answer: str) -> bool:
    """Whether an answer tells such a thing."""
    return kind.told is None or kind.told.search(answer.casefold()) is not None


def speaks_of(kind: AnswerKind, phrasings: Sequence[str], answer: str) -> bool:
    """Whether an entry with these phrasings, in normalised words, speaks of such things."""
    if kind.told is None:
        if len(phrasings) < LEAST_PHRASINGS:
            return True
    elif kind.told.search(answer.casefold()):
        return True
    asking = sum(kind.phrased.search(phrasing) is not None for phrasing in phrasings)
    return asking >= max(1.0, SPOKEN_SHARE * len(phrasings))


def may_tell(phrasings: Sequence[str], answer: str) -> bool:
    """Whether an entry may well tell what it does not seem to speak of.

    Few phrasings show too little, and an answer that says of something that it "is a" thing may
    define it in words of its own.
    """
    return len(phrasings) < LEAST_PHRASINGS or _DEFINING.search(answer.casefold()) is not None
