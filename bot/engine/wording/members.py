"""Questions that only the people in a channel can answer: favours, surveys, plans, their things.

No knowledge tells who is coming, what the others have done, or who lends a charger.
"""

import re
from typing import Final

from bot.engine.lexical.words import AUXILIARIES

_ANYONE: Final = "(?:any|some)(?:one|body)"
_HERE: Final = "(?:here|in here|on here|of (?:us|you))"
_BESIDES: Final = "(?:actually|even|really|still|also|currently|ever|already|else)"
_NO_QUESTION: Final = (
    r"(?!.*\b(?:knows?|what|how|which|why|when|where|whether|if|should|can|do i|worth|is it|"
    r"is there|possible|needed|allowed)\b)"
)
"""Keeps apart what goes on to ask something ("who here has a rake and knows how to ...")."""

_FAVOURS: Final = (
    # "can someone take my shift"
    rf"\b(?:can|could) {_ANYONE}(?>(?: (?:here|please|pls|kindly))*) "
    r"(?:take|drive|drop(?: off)?|pick(?: up)?|cover|swap|bring|lend|feed|walk|carry|check|fix|"
    r"review|clean|look at|watch|hold|grab|fetch|send|print|proofread|test)(?: \w+){0,2}? "
    rf"(?:my|our|me|us)\b{_NO_QUESTION}",
    # "can somebody share notes with me", "can someone bring the rake to the shed"
    r"\b(?:can|could|will|would) some(?:one|body)(?>(?: (?:here|please|pls|kindly))*) (?:"
    r"(?:share|send|post|forward|lend|get (?:the|this|that|these|those))(?: \w+){1,4} "
    r"(?:with|to|for) (?:me|us)\b|"
    r"(?:bring|carry|deliver|drop|take) (?:the|this|that|these|those)(?: \w+){1,3} "
    r"(?:to|over|round|by|back|along)\b)"
    rf"{_NO_QUESTION}",
    # "anyone got the notes"
    rf"^(?:(?:hi|hey|hello|does|do|has|can|could|would|will|please|pls) )*{_ANYONE}"
    r"(?: (?:here|else))* (?:have|has|got|share|send|lend|post)\b"
    r"(?: \w+){0,4}? (?:notes|slides|links?|pdfs?|recordings?|copy|code|template|invite|account|"
    r"discount|coupon|materials?|solutions|answers|file|files|screenshot|syllabus)\b",
    rf"\bdo(?:es)? {_ANYONE}(?: (?:else|here))* "
    r"(?:(?:want|wanna|fancy)(?: to)? (?:my|our|a|an|some|this|these|free|share|join|meet|come|go|"
    r"swap|trade|play|split|grab)|need (?:my|our|this|these))\b",
    rf"^(?:would|will) {_ANYONE}(?: here)? "
    r"(?:swap|trade|sell|lend|join|come|share|be (?:up|interested|free|keen))\b",
    r"\bfree to (?:collect|pick up)\b|\bgiving away\b",
)
_SURVEYS: Final = (
    # "has anyone here switched from roses to ivy", "did anyone do a course"
    rf"^(?:has|have) {_ANYONE}(?>(?: (?:{_HERE}|{_BESIDES}))*) "
    r"(?:switched|moved|changed|done|tried|taken|used|gone|been|made|read|seen|finished|"
    rf"contributed|built|had|joined|worked|landed|attended|applied|quit|left|gotten)\b{_NO_QUESTION}",
    rf"^did {_ANYONE}(?>(?: (?:{_HERE}|{_BESIDES}))*) "
    rf"(?:find(?! out)|lose|do|go|take|try|get|make|use|join|attend|apply|buy|see|cry|like|enjoy)\b"
    rf"{_NO_QUESTION}",
    rf"^{_ANYONE}(?>(?: (?:{_HERE}|else))*) "
    rf"(?:moved|switched|changed|done|tried|taken|gone)\b{_NO_QUESTION}",
    r"\b(?:did|have|has) (?:you|u|any(?:one|body)|every(?:one|body)|yall)"
    r"(?: (?:all|guys|else|just|ever))* "
    r"(?:see|seen|watch|watched|hear|heard|catch|caught|notice|noticed|read)\b",
    # "what do you all earn", "which plan does everyone have"
    r"^(?:(?:so|and|wait) )*(?:are|were) (?:you|u) all (?!(?:saying|sure|telling)\b)",
    r"\bhow often do (?:(?:you|u) (?:all|guys)|yall)\b",
    r"\bwhat do (?:(?:you|u) (?:all|guys)|yall) do (?:about|against|when|if|with)\b",
    r"^(?:(?:is it|am i) )?(?:just|only) me or\b|^am i the only one\b",
    r"\b(?:what|which) (?:is|was|were|are) every(?:one|body)s\b",
    r"\bhow (?:many|much) (?:\w+ )?(?:has|have|does|do|did) every(?:one|body)\b"
    r"(?! (?:need|have to)\b)",
    r"\b(?:do|did|are|have) (?:(?:you|u) all|(?:you|u) guys|yall)(?: \w+)?? "
    r"(?:have|use|buy|earn|make|study|studied|learn|learning|building|build|using|working|work|"
    r"doing|play|playing|pay|paying|own|take|choose|pick|picked|live|read|reading|running|watch)\b"
    r"(?!.* (?:do i|should i|can i)\b)",
    r"^(?:so )?(?:which|what) (?:\w+ ){0,3}(?:does|did) every(?:one|body)(?: here)? "
    r"(?:have|own|drive|do|earn|make|pay|play|watch|listen|read|take|wear|eat|learn|start|study|"
    r"choose|pick|build)\b",
    r"^(?:so )?what(?:s| is| are) every(?:one|body)(?: here)? \w+ing\b",
    # "does anyone have experience with grafting"
    rf"^(?:do|does|has) {_ANYONE}(?>(?: (?:{_HERE}|{_BESIDES}))*) (?:have|has|had|got) "
    rf"(?:(?:any|some|much|\w+) )?experience\b{_NO_QUESTION}",
    # "does anyone here work as a gardener", "is anyone here an engineer"
    rf"^(?:does|do|has|is|are) (?:{_ANYONE}|any of (?:you|u))(?: {_BESIDES})*(?: {_HERE})"
    rf"(?: {_BESIDES})* "
    r"(?:an? (?:\w+ ){0,3}\w+$|(?:use|uses|using|work|works|working|do|does|doing|study|studies|"
    r"studying|teach|teaches|own|owns|run|runs|running|code|codes|play|plays|build|builds|"
    rf"building|train|trains|learning|live|lives)\b){_NO_QUESTION}",
    r"^who here (?:is|has|wants|wanna|got|plays|goes|did|lives|owns|works|uses|does|studies|"
    r"studied|teaches|learned|learnt|took|trains)\b(?!.*\b(?:what|how|which|do you)\b)",
    # "does anyone actually like weeding", "did anyone else cry"
    r"\bdo(?:es)? (?:you|u|any(?:one|body)|people)(?: (?:all|guys|else|here|actually|even|really|"
    r"still|ever|also))* (?:like|love|enjoy|hate|miss|regret|dread|fancy)\b",
    r"\bdid any(?:one|body) else\b",
    rf"^(?:(?:so|is|are|and) )*(?:any(?:one|body)|who) else (?>(?:here |also |still |just )*)"
    rf"(?!(?:know|knows|think|thinks)\b)(?:\w+(?:ing|ed)\b|a|an|in|at|on|from|with)\b{_NO_QUESTION}",
)
_PLANS: Final = (
    # "who's in", "is anyone at the greenhouse", "anyone up for a game"
    r"\bwho(?:s| is|se)? in(?: for an? .+)?$",
    r"^who(?:s| is) all (?:going|in|coming|here|up|playing|doing|joining|down)\b",
    rf"^(?:(?:is |are |was )?{_ANYONE}(?>(?: (?:{_HERE}|{_BESIDES}))*)|"
    rf"whos?(?: (?:else|is|{_HERE}))+) "
    r"(?:from|living|based|located|working|studying|in(?! charge)|at|on|near|around)\b"
    rf"{_NO_QUESTION}",
    r"^(?:is |are )?(?:any(?:one|body)|who|whos|who is)(?: (?:else|here|still|also))* "
    r"(?:(?:up|down) for|selling|buying|watching|streaming|driving|joining|coming|going|free|fancy|"
    r"fancies|keen|bored|awake|bringing|wanna|want|wants|playing|listening|singing|leading|cooking|"
    r"hosting)\b",
    r"^which of (?:you|us)\b",
    rf"^(?:(?:do|does|would) )?(?:(?:you|u|{_ANYONE}) )?fancy "
    r"(?:an?|some|going|coming|joining)\b",
    # "pizza tonight, yes or no"; "is the pool open, yes or no" is a question for anyone
    rf"^(?!(?:{'|'.join(sorted(AUXILIARIES))})\b).*\b(?:yay|yea|yes) or (?:nay|no)$",
    # "looking for people to dig a pond with", "thinking of starting a club"
    r"^(?:(?:i am|im|we are|were|hey|hi|guys|anyone) )*looking for "
    r"(?:people|someone|somebody|teammates|a partner|a buddy|others)\b",
    r"\b(?:thinking of|gonna|going to|want to) (?:start|starting|run|running|host|hosting) "
    rf"an? (?:\w+ ){{0,4}}(?:group|club|session|meetup|server|event)\b{_NO_QUESTION}",
    r"\b(?:should|shall|can) we (?:all|both)\b",
)
_PATTERNS: Final = tuple(map(re.compile, (*_FAVOURS, *_SURVEYS, *_PLANS)))


def asks_members(question: str) -> bool:
    """Whether a normalised `question` asks for company, favours, things or experiences."""
    return any(pattern.search(question) for pattern in _PATTERNS)
