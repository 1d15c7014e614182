"""To whom an overheard message is put: somebody by name, the person spoken to, or anyone.

Judged by wording alone; "you" is anyone in "what do you need to become a gardener".
"""

import re
from collections.abc import Container
from typing import Final

from bot.engine.lexical.text import normalise, tokenize

_ADDRESSED: Final = re.compile(r"<@[!&]?\d+>|(?:^|\s)@(?!(?:everyone|here)\b)\w+")
_TO_ANYONE: Final = re.compile(
    r"\b(?:any(?:one|body)|some(?:one|body)|guys|folks|everyone|everybody|peeps|yall|people|"
    r"(?<!at )(?<!after )(?<!of )(?<!not )all|"
    r"(?:one|some|any) of (?:you|u))\b"
)
_ASKED_OF_PERSONS: Final = (
    "please|pls|help|tell|say|give|show|send|share|explain|check|recommend|suggest|advise|offer|"
    "lend|think|imagine|believe"
)
"""What only a person can be asked to do."""

_IMPERSONAL: Final = (
    "pay|sleep|camp|park|swim|smoke|eat|cook|buy|rent|book|charge|shower|wear|apply|enroll?|drink|"
    "pitch|return|cancel|order|study|work|earn"
)
"""What "can you ..." asks of anybody."""

_GENERIC_YOU: Final = re.compile(
    r"^(?:so |and )*are (?:you|u) (?:guys )?(?:open|closed)\b|"
    r"\bare (?:you|u) (?:allowed|meant|supposed|expected|required)\b|"
    r"\b(?:what|which(?: \w+){0,3}?) (?:do|would) (?:you|u|yall) (?:recommend|suggest)\b|"
    r"^(?:so |and )*can (?:you|u) (?:\w+ ){1,4}in (?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december|winter|spring|summer|autumn|fall)\b|"
    r"\b(?:do|does|did|must|should|would|will|can|could|if|when|unless|that|"
    r"how (?:do|can|would|much do)) (?:you|u|ya|one) (?:\w+ ){0,2}"
    r"(?:need|have to|become|becoming|get|learn|start|make as|earn as|make it|study|switch|"
    r"transition|move|break|enter|go|require|be|use|know to|pick|choose|apply)\b|"
    r"^(?:so |and |do )?(?:you|u) (?:(?:really|actually|even|always|still) )*(?:need|have to)\b|"
    r"\b(?:is|isnt) it true(?: that)? (?:you|u) "
    r"(?:can|cant|cannot|must|need|have to|only|should|get|pay|lose|dont|do not)\b|"
    r"\b(?:you|u) (?:(?:really|actually) )?(?:gotta|got to) (?:know|learn|have|be|do)\b|"
    rf"\bcan (?:you|u) (?!(?:{_ASKED_OF_PERSONS})\b)(?:\w+ ){{1,4}}(?:yourself|your own)\b"
    r"(?!.* for once\b)|"
    r"\b(?:do|dont) (?:you|u)(?: (?:guys|all|lot|also|ever|still))* "
    r"(?:shut|open|offer|sell|ship|deliver|rent out|refund|provide|accept(?! friend))\b|"
    r"\b(?:place|way|button|setting|option|somewhere|anything|something)(?: where| that)? "
    r"(?:you|u) can\b|"
    r"\bwhere do (?:you|u) (?:charge|fill|empty|put|book|report|buy|return|set|change|turn|switch|"
    r"download|upload|enter|click|sign|register|log|lock|leave|drop|recycle|dump|hand in|pick up|"
    r"collect|rent|hire|order|apply|renew|cancel|submit|file) \w+|"
    r"\b(?:ok|okay|allowed|fine|possible) (?:on|in|at) your\b|"
    r"\bif (?:you|u|one) do (?:an?|the|one)\b|"
    r"\bif (?:you|u) (?:\w+ ){1,9}?(?:do|will|can) (?:you|u) (?:lose|get|pay|keep|have|need)\b|"
    r"\bwhat happens (?:if|when|once) (?:you|u|your)\b|"
    r"\b(?:what|how much) (?:do|can) (?:you|u) (?:win|lose|owe|"
    r"pay(?! (?:\w+ ){0,2}(?:engineers?|people|staff|juniors?|them|him|her)\b))\b|"
    r"\bwho do (?:you|u) "
    r"(?:tell|ask|contact|call|write to|email|mail|report to|talk to|speak to|see|pay) "
    r"(?:if|when|about|for)\b|"
    r"\b(?:if|when|once|before|after|unless|until|while|by when|"
    r"how (?:many|much|long|often|far|soon|old)(?: (?!of\b)\w+){0,2}?|which(?: \w+){0,2}?)"
    r"(?: (?:do|can|must|should))? (?:you|u) "
    r"(?!(?:guys|all|think|want|like|mean|feel|love|hate|plan|wish|prefer|reckon|say|live|work|"
    r"play|call|come|see|watch|know|look|hear|guess|do|doing|up|did)\b)\w+|"
    r"\b(?:help|get|cost|bring|let|make|force|charge|fine|allow)s? you\b|"
    r"\b(?:does|will) (?:the|an?) (?:\w+ ){1,2}(?:give|lend|pay|refund|send|teach) you\b|"
    r"\bwould (?:you|u|ya|yall) (?:take|choose|pick|recommend|suggest|advise)\b|"
    r"\b(?:if|when|once) (?:you|u|one) (?:want|wish|plan|hope) to\b|"
    r"\bhow (?:do|would|can|could) (?:you|u|one) (?!(?:guys|all|lot|do|feel|like|think|manage|know|"
    r"mean|still|even|stay|have|not|find|deal|cope|look|sleep|spell|say)\b)\w+|"
    r"\b(?:can|could) (?:you|u|one) (?:do|go|manage|get by|make do) without\b|"
    r"\b(?:what|where|how|which(?: \w+){1,2}) (?:can|could) (?:you|u|one) "
    rf"(?!(?:{_ASKED_OF_PERSONS})\b)\w+|"
    rf"^(?:hey |hi |so |and )*can (?:you|u|one) (?:{_IMPERSONAL})\b(?: \w+){{0,3}}? "
    r"(?:at|on|in|for|there)\b|"
    r"^(?:hey |hi |so |and )*(?:can|could) (?:you|u|one) "
    rf"(?!(?:{_ASKED_OF_PERSONS})\b)"
    r"(?:\w+ ){1,5}?(?:with|by|without|using|through|in the|from the|together)\b|"
    r"\b(?:can|could) (?:you|u|one) (?:skip|leave out|land|survive|avoid)\b|"
    r"\b(?:paths?|ways?|(?:some|any)?things?|skills?|jobs?|options?|roles?|courses?|places?|stuff|"
    r"what) "
    r"(?:you|u|one) (?:can|could|should|must|need|have to)\b"
)
_HANDLING: Final = (
    "cancel|delete|remove|close|change|update|reset|renew|return|activate|deactivate|verify|link|"
    "unlink|transfer|restore|export|register|submit|claim|extend|replace|upgrade|downgrade|"
    "disconnect|reconnect|unsubscribe"
)
"""What people do to what they have signed up for."""

_ALLOWED_YOU: Final = (
    "(?:(?:can|must|should|may) (?:you|u|one)|do (?:you|u|one) (?:have|need) to|"
    f"how (?:do|would) (?:you|u|one) (?:{_HANDLING})(?! on\\b)|what happens (?:if|when|once)|"
    "if (?:you|u) (?!(?:guys|all|had|could|like|love|want|think|feel)\\b)|"
    "(?:ok|okay|allowed|fine|possible) (?:on|in|at)|"
    "(?:before|until|after|true(?: that)?) (?:you|u|one) "
    "(?:can|cant|cannot|must|may|have to|need to|dont have to))"
)
"""A "you" of rules, which makes a "your" behind it anybody's ("can you retake your test")."""

_OF_ADDRESSEE: Final = re.compile(
    r"\b(?:where|when|why|how|what|which \w+) (?:did|have|are|were) (?:you|u)\b"
    r"(?! (?:expected|supposed|required|meant|allowed|paid|asked)\b)|"
    rf"^(?!.*\b{_ALLOWED_YOU}\b).*\b(?:your|ur|yours)\b|"
    # "which app do you use on a phone"; "... as a gardener" asks it of anybody, and "which bank
    # do you use" those whose channel it is
    r"\b(?:what|which)(?: \w+){1,3} do (?:(?:(?:you|u) (?:guys|all)|yall) use$|"
    r"(?:you|u|yall) (?:guys |all )?use (?:on|with|for|at) .*$)|"
    r"\byour (?!(?:first|next)\b)(?:\w+ ){0,2}(?:job|work|role|team|company|office|boss|career)\b|"
    r"\bdid (?:\w+ ){1,2}you\b|\bdid (?:you|u) (?!(?:need|have to)\b)\w+|"
    r"(?<!\bif )(?<!\bonce )(?<!\bwhen )\b(?:you|u|ya) (?:guys |all |even |really )?"
    r"(?:want|like|love|hate|think|feel|plan|wish)\b"
)
_ASKED_POLITELY: Final = re.compile(
    r"^(?:(?:hi|hey|hello|good \w+|sir|maam) )*(?:can|could|would|will) (?:you|u) "
    r"(?:please|pls|kindly) (?:tell|explain(?: to)?|advise) (?:me|us) "
    r"(?=(?:if|whether|what|how|when|where|which|who|why)\b)"
)
"""Puts to nobody in particular what it asks behind it."""

_SECOND_PERSON: Final = re.compile(r"\b(?:you|u|your|ur|yours|yourself|ya|yall)\b")
_ASTONISHED: Final = re.compile(
    r"(?:(?:so|wait|oh|but) )*(?:youre|ure|you are) "
    r"(?!(?:required|supposed|expected|allowed|meant|saying|telling)\b)"
)
"""Tells a person what is so with them ("you're learning Scala? why")."""
_APPEALING: Final = re.compile(
    r"(?:(?:so|well|and|but|because|cause|as|since) )?(?:(?:you|u) (?:know (?:me|my|us|best)\b|"
    r"(?:studied|did|learnt|learned|finished) (?:that|this|it|one)\b)|"
    r"(?:youre|ure|you are) (?:the|our|an?) (?:expert|pro|specialist|boss|smart one|nerd)\b)"
)
"""Tells a person why it is them who is asked ("you know me best")."""

_NAME: Final = r"([^\W\d_]+(?:-[^\W\d_]+)*)"
_OPENED: Final = re.compile(rf"\s*(?:(?:hey|hi|yo|hello|ok|so|but)\s+)?{_NAME}\s*[,:]\s")
_TITLED: Final = re.compile(
    r"(?:(?:hey|hi|hello) )?(?:prof(?:essor)?|dr|doctor|mrs?|ms|miss)\.? (\w+) ?[,:] "
)
_CLOSED: Final = re.compile(rf",\s*{_NAME}\s*[?!.]*\s*$")
_COMMON_OPENINGS: Final = frozenset(
    """
    so well also now hi hey hello ok okay yes no yeah honestly seriously actually quick
    question guys folks everyone all anyway please thanks sorry btw
    people lastly first finally however alternatively basically realistically generally
    """.split()
)


def is_addressed(message: str) -> bool:
    """Whether a `message` calls somebody with Discord's own mark or an @."""
    return _ADDRESSED.search(message) is not None


def is_for_anyone(plain: str) -> bool:
    """Whether normalised words name everybody as whom they ask ("does anyone know")."""
    return _TO_ANYONE.search(plain) is not None


def drop_request(question: str) -> str:
    """A normalised `question` without a polite request that nobody in particular is meant by."""
    return _ASKED_POLITELY.sub("", question)


def is_about_addressee(question: str) -> bool:
    """Whether a normalised `question` is about the person spoken to ("what do you earn")."""
    generic = _GENERIC_YOU.search(question) and not _OF_ADDRESSEE.search(question)
    return _SECOND_PERSON.search(question) is not None and not generic


def tells_addressee(text: str) -> bool:
    """Whether a sentence tells the person spoken to what is so with them ("you're off? why")."""
    return _ASTONISHED.match(" ".join(tokenize(text))) is not None


def appeals_to_addressee(text: str) -> bool:
    """Whether a sentence tells the person spoken to why they are asked ("you know me best")."""
    return _APPEALING.match(" ".join(tokenize(text))) is not None


def names_addressee(text: str, known: Container[str]) -> bool:
    """Whether a message opens or closes by calling a person: "Fern, ...", "..., Fern?".

    A word that is `known` is no name, and neither is one without a capital.
    """
    titled, *others = (_TITLED.match(text.casefold()), _OPENED.match(text), _CLOSED.search(text))
    called = {match[1] for match in others if match and _is_capitalised(match[1])}
    if titled:
        called.add(titled[1])
    parts = (normalise(name).split("-") for name in called)
    return any(all(p not in _COMMON_OPENINGS and p not in known for p in name) for name in parts)


def _is_capitalised(word: str) -> bool:
    """Whether a word has a capital in front and is not written in capitals."""
    return word[0].isupper() and word[1:2].islower()
