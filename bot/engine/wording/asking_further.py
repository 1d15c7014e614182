"""What a turn asks of the answer before it: more, fewer words, a reason, a source, one of several.

Only wording is judged here.
"""

import re
from collections.abc import Iterable
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import content_words

_SIMPLY: Final = (
    r"(?:like (?:im|i am|i was|i were) (?:(?:a )?(?:five|5|six|6|ten|10)(?: years? old)?|a (?:kid|"
    r"child|beginner|baby|toddler))|eli ?5|"
    r"(?:(?:in|with|using) )?(?:more )?(?:simple|simpler|easy|"
    r"easier|plain|normal|laymans?) (?:words|terms|english|language)|simpler|(?:more )?simply|"
    r"dumb (?:it|that|this) down)"
)
"""How people ask for fewer or easier words."""

_MORE: Final = re.compile(
    r"^(?>(?:(?:more (?:info|details?|please)|ok|okay|yes|yeah|yep|yup|sure|cool|no|nope|nah|"
    r"please|pls|so|but|go on|continue|next|more|"
    r"(?:(?:can|could|would) (?:you|u) )?(?:please |pls )?"
    r"(?:(?:tell|show|give) me (?:some |a bit |a little )?more(?: details?| info)?|say more|"
    r"(?:explain|elaborate)(?: (?:that|this|it))?(?: (?:(?:to|for) )?me)?(?: (?:that|this|it))?|"
    r"(?:tell me |go )in(?:to)? (?:more )?details?|expand(?: on (?:that|this|it))?)|"
    r"(?:about|on) (?:it|that|this)|(?:a )?(?:bit|little) (?:more|better|further)|"
    r"(?:in )?(?:more |further |greater )?details?|better|further|again|"
    r"(?:(?:its|that is|thats|this is|it is) )?(?:still )?(?:too |a bit |very )?"
    r"(?:complicated|confusing|hard to (?:understand|follow))|"
    rf"(?:explain (?:(?:it|that|this) )?|say (?:it|that) |make (?:it|that) )?{_SIMPLY}|"
    r"(?:for|to) me|"
    r"(?:i )?(?:still )?(?:dont|do not|didnt|did not) (?:really )?"
    r"(?:understand(?: (?:it|that|this))?|get (?:it|that|this))|"
    r"(?:what )?(?:happens |comes )?(?:then(?: what)?|next|after (?:that|this)|afterwards)|"
    r"what else|anything else|and|hm+|interesting)(?:\s+|$))+)$"
)

_IN_SIMPLE_WORDS: Final = re.compile(rf"\b{_SIMPLY}\b")

_NO_MORE: Final = frozenset("and so but better further again bit little".split())
"""Words of the above that ask for nothing where no other is beside them, or at the end."""

_REACTING: Final = frozenset("cool interesting sure ok okay".split())

_NO_WAY: Final = (
    "(?:(?:is there )?(?:really )?no (?:way|getting) (?:a?round|out of) (?:it|that|this)|"
    "no exceptions)"
)

_REASON: Final = re.compile(
    r"^(?:(?:and|but|ok|okay|so|hm+|oh|really|no|yes|please|pls|(?:can|could) (?:you|u)|"
    r"explain|tell me) )*"
    r"(?:(?:why|y)(?: then| so| though| tho| exactly| that is| not)?|"
    r"why (?:is|are|was|do|does) "
    r"(?:that|it|they|this)(?: so| not)?|why did (?:that|this|it) happen|"
    r"how come|how so|what for|for (?:what|which)(?: reasons?)?|what(?: is|s) the reason|"
    r"because of what|"
    rf"(?:really|seriously|honestly|for real|no joke|(?:are )?(?:you|u) sure|{_NO_WAY}|"
    r"is (?:that|this|it) (?:really |actually )?(?:true|so|correct|for real))"
    rf"(?: (?:really|though|tho|about (?:that|it|this)|{_NO_WAY}))*)$"
)
"""Asks for nothing but the reason of what was said, or whether it is really so."""

_EXAMPLES: Final = re.compile(
    r"(?>(?:(?:and|but|ok|okay|so|hm+|oh|yes|please|pls|(?:can|could|would) (?:you|u)|"
    r"do (?:you|u)|have|got|give|name|show|tell|me|us|with|for|as|an?|any|some|one|few|"
    r"what are|what would be) )*)(?:(?:good|concrete|typical|real) )?"
    r"(?:examples?|instances?|e ?g|such as|like (?:what|which)(?: ones?)?)"
    r"(?: (?:of (?:that|this|those|these|it|them)|then|though|tho|please|pls|maybe))*"
)
"""Asks for nothing but examples of what was said ("for example?", "like what?")."""

_ORIGIN: Final = re.compile(
    r"^(?:(?:and|but|ok|okay|so|hm+|oh|really|wait|lol|also|yeah|no|huh|wow|btw|by the way) )*"
    r"(?:where (?:do|did) (?:they|these|those|the (?:numbers|figures|answers)) (?:all )?come from|"
    r"where (?:do|did|have|had|d) (?:you|u) (?:get|got|have|take|took|pull|know|hear|heard) "
    r"(?:all )?(?:the|that|this|it|these|those|your)(?: \w+){0,2} from|"
    r"where (?:does|did|is|was|are|were) (?:all )?(?:that|this|it|these|those)(?: \w+){0,3} from|"
    r"where (?:did|do|d|have) (?:you|u) (?:get|got|read|see|find|found|hear|learn|learned) "
    r"(?:all )?(?:that|this|it|these|those)|"
    r"how (?:do|would|did|can) (?:you|u) (?:even )?know(?: (?:all )?(?:that|this|so|it))?|"
    r"who (?:says?|said|told (?:you|u)|claims?)(?: (?:so|that|this|it|all that))?|says who|"
    r"according to who(?:m)?|"
    r"(?:whats|what is|what are|name|show me|got|any|do you have) (?:(?:your|the|a|any) )?sources?"
    r"(?: (?:for|of|on|behind) (?:that|this|it|these|those))?)"
    r"(?: (?:again|anyway|though|tho|then|exactly|please|pls|bro|man|mate))*$"
)

_WHICH_ONE: Final = re.compile(
    r"(?:(?:and|but|so|ok|okay|then|also|well) )*(?:"
    r"(?:which|what) (?:ones?|of (?:them|those|these)) (?P<rest>(?:\w+ )*?"
    r"(?:first|best|better|worst|most|least|more|\w{2,}(?:est|ier))\b.*)|"
    r"(?:(?:which|whats|what|whichs) )?(?:is |are )?(?:the )?"
    r"(?P<most>\w{2,}est|best|worst|(?:most|least) \w+) (?:ones?|of (?:them|those|these)))"
)
"""Asks for some of what the last question was about ("which one is easiest", "the best one?")."""

_ANOTHER: Final = re.compile(
    r"\bthe other (?:one$|"
    r"(?!one\b|day|days|night|week|weekend|hand|way|than|end|people)(?P<thing>\w+))"
)
"""Speaks of something beside what was just told of ("and the other workshop?")."""

_BRIEFLY: Final = re.compile(
    r"(?>(?:(?:cmon|come|on|ok|okay|no|nah|hey|so|and|but|bro|man|dude|please|pls|cool|fine) )*)"
    r"(?:(?:just|only|simply|now) )*(?:(?:tell|give|answer|show|say) (?:me|it)\b ?)?"
    r"(?:(?:just|only|simply|with|in|the|a|an|one|to|your) )*"
    r"(?:numbers?|figures?|amount|(?:short|simple|quick|straight|clear|direct) answer|yes or no|"
    r"word|sentence|point)"
    r"(?: (?:please|pls|bro|man|dude|then|only|thanks|thx|ffs|lol))*"
)
"""Asks for the point of the last answer once more ("just the number pls")."""

_FEWER: Final = r"(?:(?:much|even|a bit|a little) )?(?:short(?:er)?|brief(?:er|ly)?)"
_SHORTER: Final = re.compile(
    r"(?>(?:(?:cmon|ok|okay|no|nah|hey|so|and|but|bro|man|dude|please|pls|too long|just|only|"
    r"(?:can|could|would) (?:you|u)|(?:give|tell|show) me|got an?|an?|the|in) )*)"
    rf"(?:{_FEWER}|tl ?dr|nutshell|summary|summari[sz]e(?: (?:it|that|this))?|"
    r"sum (?:(?:it|that|this) )?up|boil (?:it|that|this) down|"
    rf"(?P<how>make|keep|put|say|explain) (?:it|that|this) (?:in )?{_FEWER})"
    r"(?: (?:please|pls|plz|bro|man|dude|then|only|thanks|thx|ffs|lol|version|for me))*"
)
"""Asks for the last answer in fewer words ("can you make it shorter", "tldr?")."""

_MADE: Final = frozenset(("make", "keep"))
_OF_LENGTH: Final = re.compile(
    r"\b(?:lengths?|long|longer|short|shorter|shorten\w*|cut|cuts|cutting|trim\w*|high|tall|wide|"
    r"seconds?|minutes?|(?:centi|milli)?met(?:er|re)s?|cm|mm|inch(?:es)?|foot|feet|yards?)\b"
)
"""Tells of what may be made shorter itself."""


def asks_for_more(text: str) -> bool:
    """Whether `text` only says that the conversation should go on ("tell me more", "yes")."""
    tokens = tokenize(text)
    if not tokens or _NO_MORE.issuperset(tokens) or tokens[-1] in ("so", "but"):
        return False
    if tokens[0] == "so" and len(tokens) == 2 and tokens[1] in _REACTING:
        return False
    return bool(_MORE.match(" ".join(tokens)))


def asks_simply(text: str) -> bool:
    """Whether `text` asks for the last answer in simpler words, and nothing else ("eli5")."""
    return asks_for_more(text) and _IN_SIMPLE_WORDS.search(" ".join(tokenize(text))) is not None


def asks_for_reason(text: str) -> bool:
    """Whether `text` asks for nothing but the reason of what was said ("why?", "how come")."""
    return bool(_REASON.match(" ".join(tokenize(text))))


def plain_reason(text: str) -> str | None:
    """ "Why", for a `text` that asks for a reason in more words ("can you explain why")."""
    return "why" if asks_for_reason(text) and content_words(tokenize(text)) else None


def plain_example(text: str) -> str | None:
    """ "Like what", for a `text` that asks for nothing but examples of what was said."""
    return "like what" if _EXAMPLES.fullmatch(" ".join(tokenize(text))) else None


def plain_request(text: str) -> str | None:
    """What a `text` that only asks for a reason or for examples says, in as few words."""
    return plain_reason(text) or plain_example(text)


_WHICH_IS_RIGHT: Final = re.compile(
    r"(?:(?:and|but|so|ok|okay|then|well|hm+|wait)\s+)*(?:which|who)"
    r"(?: (?:ones?|of (?:them|these|those|the two)|(?:source|number|figure|answer)s?))? "
    r"(?:(?:is|are|was) (?:the )?(?:really |actually )?(?:right|correct|true|wrong)(?: one)?|"
    r"(?:should|can|do|shall) (?:i|we|you) (?:believe|trust))(?: (?:then|now|though|tho))?"
)


def asks_which_is_right(text: str) -> bool:
    """Whether `text` only asks which of several things that were said is right."""
    return bool(_WHICH_IS_RIGHT.fullmatch(" ".join(tokenize(text))))


def asks_for_origin(text: str) -> bool:
    """Whether `text` asks who says what was just said ("where did you get that from?")."""
    return bool(_ORIGIN.match(" ".join(tokenize(text))))


def find_which(text: str) -> str | None:
    """What is asked of one of those just spoken of ("which one is easiest" gives "is easiest").

    None for a text that does not ask for one of them.
    """
    found = _WHICH_ONE.fullmatch(" ".join(tokenize(text)))
    if found is None:
        return None
    return found["rest"] or f"is the {found['most']}"


def find_another(text: str) -> str | None:
    """What `text` asks for another one of than an answer told of ("the other shop" gives "shop").

    Empty where it only says "the other one", None where it asks for no other.
    """
    found = _ANOTHER.search(" ".join(tokenize(text)))
    return (found["thing"] or "") if found else None


def asks_briefly(text: str) -> bool:
    """Whether `text` only asks for the point of the last answer ("just yes or no")."""
    return bool(_BRIEFLY.fullmatch(" ".join(tokenize(text))))


def asks_shorter(text: str, *, said: Iterable[str]) -> bool:
    """Whether `text` only asks for the last answer in fewer words ("shorter pls", "tldr").

    Where what was `said` tells how long something is, "make it shorter" may be about that.
    """
    found = _SHORTER.fullmatch(" ".join(tokenize(text)))
    if found is None or found["how"] not in _MADE:
        return found is not None
    return not any(_OF_LENGTH.search(text.casefold()) for text in said)
