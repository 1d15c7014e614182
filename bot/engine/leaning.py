"""How a turn leans on the turns before it: what its wording picks, corrects, or goes on about.

Only wording is judged here; whether a completed question fits better is for the engine.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from bot.engine.text import tokenize
from bot.engine.words import (
    AUXILIARIES,
    INTERROGATIVES,
    PRONOUNS,
    STOP_WORDS,
    content_words,
)

SHORT_TIED: Final = 6
"""Words up to which a "too" at the end ties a turn to the turn before."""

SHORT_FRAGMENT: Final = 3
"""Content words up to which a turn may be a fragment that leans on the turn before."""

_LEAD: Final = re.compile(
    r"^(?:(?:and|but|also|so|or|ok|okay|then|well|hm+|no|nope|nah|sorry|oh|ah|plus|cool|nice|thanks|"
    r"great|got it|alright|wait|oops|whoops|ops|my bad|typo|actually|yes|yeah|yep|interesting|"
    r"i see|makes sense|right|fine|damn|wow|fair enough|good to know|perfect|awesome|understood|"
    r"by the way|btw)\b[\s,.!]*|"
    r"(?:k|kk|hang on|hold on)\s+(?=(?:what|how) (?:about|abt|bout)\b|and\b)|"
    r"(?:k|kk|hang on|hold on|thank you(?: sir| mate| so much| very much)?|"
    r"(?:one|a) (?:more|last|final) (?:thing|one|question)|last (?:one|thing|question)"
    r"(?: i (?:promise|swear))?)\s*[,.!:]+\s*)*"
    r"(?:(?:what|how|wat|wbt|hbt) (?:about|abt|bout)\b|same (?:for|with|question for)\b|"
    r"(?:(?:now|even|also|just|only) )?(?:for|in)\b(?=[^?]{1,40}\??$))?\s*",
    re.IGNORECASE,
)
_TYING: Final = re.compile(
    r"\b(?:and|but|also|or|plus|about|abt|bout|same|for|in)\b", re.IGNORECASE
)
_TYING_ENDINGS: Final = (" too", " also", " as well", " instead", " then", " either", " likewise")

_NO_WAY: Final = (
    "(?:(?:is there )?(?:really )?no (?:way|getting) (?:a?round|out of) (?:it|that|this)|"
    "no exceptions)"
)

_REASON: Final = re.compile(
    r"^(?:(?:and|but|ok|okay|so|hm+|oh|really|no|yes|please|pls|(?:can|could) (?:you|u)|"
    r"explain|tell me) )*"
    r"(?:why(?: then| so| though| tho| exactly| that is)?|why not|why (?:is|are|was|do|does) "
    r"(?:that|it|they|this)(?: so| not)?|why did (?:that|this|it) happen|"
    r"how come|how so|what for|for what|what is the reason|whats the reason|because of what|"
    rf"(?:really|seriously|honestly|for real|no joke|(?:are )?(?:you|u) sure|{_NO_WAY}|"
    r"is (?:that|this|it) (?:really |actually )?(?:true|so|correct))"
    rf"(?: (?:really|though|tho|about (?:that|it|this)|{_NO_WAY}))*)$"
)
"""Asks for nothing but the reason of what was said, or whether it is really so."""

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

_MORE: Final = re.compile(
    r"^(?>(?:(?:more (?:info|details?|please)|ok|okay|yes|yeah|yep|yup|sure|cool|no|nope|nah|"
    r"please|pls|so|but|go on|continue|next|more|"
    r"(?:(?:can|could|would) (?:you|u) )?(?:please |pls )?"
    r"(?:(?:tell|show|give) me (?:some |a bit |a little )?more(?: details?| info)?|say more|"
    r"(?:explain|elaborate)(?: (?:that|this|it))?(?: (?:(?:to|for) )?me)?(?: (?:that|this|it))?|"
    r"(?:tell me |go )in(?:to)? (?:more )?details?|expand(?: on (?:that|this|it))?)|"
    r"(?:about|on) (?:it|that|this)|(?:a )?(?:bit|little) (?:more|better|further)|"
    r"(?:in )?(?:more |further |greater )?details?|better|further|again|"
    r"(?:i )?(?:still )?(?:dont|do not|didnt|did not) (?:really )?"
    r"(?:understand(?: (?:it|that|this))?|get (?:it|that|this))|"
    r"(?:what )?(?:happens |comes )?(?:then(?: what)?|next|after (?:that|this)|afterwards)|"
    r"what else|anything else|and|hm+|interesting)(?:\s+|$))+)$"
)

_NO_MORE: Final = frozenset("and so but better further again bit little".split())
"""Words of the above that ask for nothing where no other is beside them, or at the end."""

_REACTING: Final = frozenset("cool interesting sure ok okay".split())

LONGEST_BARE: Final = 4
"""Words up to which a question may name nothing of its own ("how long is it?")."""

_MEASURES: Final = frozenset(
    "long often soon far big late early quickly hard difficult weeks hours days months years "
    "minutes times".split()
)
"""What is asked of anything behind a "how"."""

LONGEST_CONDITION: Final = 7
"""Words up to which a turn may be nothing but a condition."""

_CONDITIONS: Final = frozenset(
    "with without after by for in at from before during since until till on within per".split()
)
"""Words that open a condition of what was asked before."""

_NO_CONDITION: Final = re.compile(
    r"(?:by the way|for (?:example|instance)|in other words|on the other hand)\b.*|"
    r"by hand|for (?:sure|real|now|fun|once|starters)|after work|"
    r"in (?:progress|general|fact|theory|short|the end)|at (?:least|all|first|last)|"
    r"on (?:it|point|my way|top of that)|without (?:doubt|question)|from now on"
)
"""Fixed phrases that open like one and are none."""

_HERE: Final = re.compile(
    r"\bthis (?:server|bot|discord|channel|community|group|place|chat|forum|thread)\b",
    re.IGNORECASE,
)
"""Points at where people are, not at what was said."""

_BRIEFLY: Final = re.compile(
    r"(?>(?:(?:cmon|come|on|ok|okay|no|nah|hey|so|and|but|bro|man|dude|please|pls|cool|fine) )*)"
    r"(?:(?:just|only|simply|now) )*(?:(?:tell|give|answer|show|say) (?:me|it)\b ?)?"
    r"(?:(?:just|only|simply|with|in|the|a|an|one|to|your) )*"
    r"(?:numbers?|figures?|amount|(?:short|simple|quick|straight|clear|direct) answer|yes or no|"
    r"short(?:er)?|brief(?:ly)?|tl ?dr|word|sentence|point|keep it short|"
    r"make it short(?:er)?)"
    r"(?: (?:please|pls|bro|man|dude|then|only|thanks|thx|ffs|lol|version|answer))*"
)
"""Asks for the last answer once more, in fewer words ("just the number pls")."""

_WHICH_ONE: Final = re.compile(
    r"(?:(?:and|but|so|ok|okay|then|also|well) )*(?:"
    r"(?:which|what) (?:ones?|of (?:them|those|these)) (?P<rest>(?:\w+ )*?"
    r"(?:first|best|better|worst|most|least|more|\w{2,}(?:est|ier))\b.*)|"
    r"(?:(?:which|whats|what|whichs) )?(?:is |are )?(?:the )?"
    r"(?P<most>\w{2,}est|best|worst|(?:most|least) \w+) (?:ones?|of (?:them|those|these)))"
)
"""Asks for some of what the last question was about ("which one is easiest", "the best one?")."""

LeanKind = Literal["none", "may", "must"]


def asks_for_more(text: str) -> bool:
    """Whether `text` only says that the conversation should go on ("tell me more", "yes")."""
    tokens = tokenize(text)
    if not tokens or _NO_MORE.issuperset(tokens) or tokens[-1] in ("so", "but"):
        return False
    if tokens[0] == "so" and len(tokens) == 2 and tokens[1] in _REACTING:
        return False
    return bool(_MORE.match(" ".join(tokens)))


def asks_for_reason(text: str) -> bool:
    """Whether `text` asks for nothing but the reason of what was said ("why?", "how come")."""
    return bool(_REASON.match(" ".join(tokenize(text))))


def plain_reason(text: str) -> str | None:
    """ "Why", for a `text` that asks for a reason in more words ("can you explain why")."""
    return "why" if asks_for_reason(text) and content_words(tokenize(text)) else None


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


def asks_briefly(text: str) -> bool:
    """Whether `text` only asks for the last answer in fewer words ("just yes or no")."""
    return bool(_BRIEFLY.fullmatch(" ".join(tokenize(text))))


def strip_lead(text: str) -> str:
    """`text` without the words that only tie it to the turn before ("and", "what about")."""
    stripped = _LEAD.sub("", text.strip(), count=1).strip()
    return stripped or text.strip()


def is_tied(text: str) -> bool:
    """Whether `text` ties itself to the turn before ("and ...", "what about ...", "... too?")."""
    lead = _LEAD.match(text.strip())
    if lead and _TYING.search(lead.group()):
        return True
    tokens = tokenize(text)
    return adds_condition(strip_lead(text)) or (
        len(tokens) <= SHORT_TIED and " ".join(tokens).endswith(_TYING_ENDINGS)
    )


def asks_barely(text: str) -> bool:
    """Whether `text` asks for a measure or a way of what was spoken of, and names nothing itself.

    "How long?" and "in which language?" may well be asked of anything.
    """
    tokens = tokenize(text)
    if len(tokens) > LONGEST_BARE or INTERROGATIVES.isdisjoint(tokens[:2]):
        return False
    return tokens[0] in _CONDITIONS or _MEASURES.issuperset(content_words(tokens))


def adds_condition(text: str) -> bool:
    """Whether `text` is nothing but a condition of what was asked ("with a degree?").

    Or asks for one ("for how long?").
    """
    tokens = tokenize(text)
    if not tokens or tokens[0] not in _CONDITIONS or len(tokens) > LONGEST_CONDITION:
        return False
    if _NO_CONDITION.fullmatch(" ".join(tokens)):
        return False
    rest = tokens[2:] if tokens[1:2] and tokens[1] in INTERROGATIVES else tokens[1:]
    return (INTERROGATIVES | AUXILIARIES).isdisjoint(rest)


def points_back(text: str) -> bool:
    """Whether `text` holds a word that stands for something said before ("they", "the one")."""
    return any(token in PRONOUNS for token in tokenize(_HERE.sub(" ", text)))


def find_lean(text: str) -> LeanKind:
    """How much `text` leans on the turn before: not at all, perhaps, or entirely."""
    tokens = tokenize(text)
    subject = content_words(tokens)
    tied = is_tied(text)
    points = points_back(text)
    if tokens and (not subject or asks_for_reason(text)):
        return "must"
    if len(subject) <= 1 and tied:
        return "must"
    if tied or (points and len(subject) <= SHORT_FRAGMENT) or len(subject) <= 2:
        return "may"
    return "none"


def merge(earlier: str, fragment: str, *, drop: Sequence[str] = ()) -> str:
    """The earlier question completed by a fragment, without the earlier words in `drop`."""
    words = f" {' '.join(tokenize(earlier))} "
    for phrase in drop:
        words = words.replace(f" {phrase} ", " ")
    kept = [w for w in words.split() if w not in {"and", "also"}]
    extra = [t for t in tokenize(strip_lead(fragment)) if t not in PRONOUNS or t in STOP_WORDS]
    return " ".join([*kept, *(word for word in extra if word not in kept or word in STOP_WORDS)])
