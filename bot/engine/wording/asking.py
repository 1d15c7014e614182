"""Whether a text asks something, judged by how it is put."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from bot.engine.languages.cleaning import MISTYPED
from bot.engine.languages.framing import APOLOGIES
from bot.engine.languages.texting import chat_spellings
from bot.engine.languages.vectors import english_words
from bot.engine.lexical.patterns import ADDRESS, APOSTROPHE, CROWD, HELLO
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, INTERROGATIVES, STOP_WORDS, content_words

_GREETING: Final = re.compile(rf"^(?:(?:{HELLO}|sorry)\s+)+(?:(?:{ADDRESS}|{CROWD})\s+)*")
_ASIDE: Final = re.compile(
    r"^(?:(?:btw|by the way|anyways?)\s+|"
    r"(?:(?:wait|hm+|um+|uh+|oh|ah|ok|okay|so|well|bruh|dude|yo)\s+){1,3}"
    r"(?=(?:what|whats|which|how|why|where|when|who|is|are|do|does|did|can|could|should|would|will|"
    r"must) \w))"
)
_CALLING: Final = re.compile(
    r"^(?:sir|ma+m|madam|mate|bro|bhai|buddy|guys|folks|yall)\s+"
    r"(?=(?:whats|hows|wheres|(?:what|which|where|when|why|how)(?: \w+){0,3}? "
    r"(?:is|are|do|does|did|can|could|should|would|will|to)|"
    r"(?:do|does|should|can|could|am|would) (?:i|you|one|we)|is it|"
    r"any (?:advice|tips|idea))\b)"
)
"""Whom a question is put to, without a greeting; other words may be about them ("bro can code")."""

_OPENING_WORDS: Final = ("what", "which", "where", "when", "why", "how", "does", "should", "could")
_MISTYPED: Final = {"wen": "when"} | {
    slip: word for slip, word in MISTYPED.items() if word in _OPENING_WORDS
}
"""Slips of those that are told at once."""

_SHORTEST_SLIP: Final = 4
"""Letters from which a word that nobody lists may be a slip of one that opens a question."""

_CONJUNCTION: Final = re.compile(
    r"^(?:and|but|or|also|then) (?=(?:is|are|does|can|should|would|will|could|must) \w|"
    r"(?:do|did|have|has|am) (?:i|you|we|they|he|she|it|the|people|any|one)\b)"
)
"""What goes before a question that goes on from the one before it ("and is Scala a must")."""

_EMBEDDED: Final = re.compile(
    r"\b(?:(?:need|want|have|like|love|try|trying|hope|hoping|able) to "
    r"(?:know|tell|say|see|decide|find out|figure out|understand|explain|hear)|not sure|unsure|"
    r"(?:have|got|with) no (?:idea|clue)|"
    r"(?:dont|do not|cant|cannot) (?:know|see|understand|tell|get)|"
    r"wonder|wondering|curious|confused)\b"
    r"(?: \w+){0,4}? (?:what|how|which|whether|if|why|when|where|who)\b(?: \w+){3}"
)
"""A question inside what a post tells ("I need to tell her how many months it takes")."""

_OF_OTHERS: Final = r"(?! (?:i|my|we)\b(?! (?:should|need|have to|must|can|could)\b))"
"""Goes before what is wanted to be known, unless somebody makes up their own mind."""

_WHAT_OTHERS: Final = rf"(?:what|how|which|whether|if|why|when|where|who){_OF_OTHERS}"
"""Opens what somebody wants to know."""

_WANTING: Final = (
    r"(?:not sure|unsure|no (?:idea|clue)|wondering) "
    rf"(?:(?:if|whether)(?! (?:they|he|she|that|this)\b){_OF_OTHERS}|"
    r"(?:what|how|which|when|where|who)(?: \w+){0,2}? (?:to|(?:one|we|i) "
    r"(?:need|have to|should|can|could|must|do|get|set|find)|"
    r"you (?:need|have to|should|must|set)))\b"
)
"""Says what somebody wants to know, unless they have no idea what others are up to."""

_MEANT: Final = (
    r"(?!.*\b(?:was|were|tbh|honestly|imo|probably|but|lol|that|those|"
    r"my \w+ (?:uses?|does|did|has)|i (?:dont|didnt|never))\b)(?: \w+)+"
)
"""Follows that where it is no opinion ("not sure if it was worth it tbh")."""

_REQUEST: Final = re.compile(
    r"^(?:(?:and|but|so|also|ok|okay|hey|hi|hello|please|pls|kindly|well|um|now|then|guys|folks|all|"
    r"sir|madam|maam)\b\W*)*(?:tell (?:me|us|how|what|which|whether|why)|explain|describe|list|"
    r"show me|give me|help me|what|which|who|how|why|where|when|"
    r"any (?:advice|tips?|ideas?|suggestions?|thoughts|recommendations?|chance|info\w*|pointers|"
    r"(?:tricks?|ways?|fix) (?:to|of|for)|(?:(?:good|free|decent) )?(?:articles?|books?|resources?|"
    r"courses?|videos?|guides?|material|reading|sites?|apps?|tools?) (?:to|on|about|for|that))|"
    r"(?:(?:i|im|really|just|also) )*(?:need|seek|seeking|looking for|want|hoping for|could use|"
    r"(?:id|would) (?:love|like|appreciate))(?: (?:some|any|your|a bit of|an|the|honest|good|"
    r"serious|career))* (?:advice|help|opinions?|guidance|input|thoughts|insights?|suggestions|"
    r"pointers|recommendations?|clarity|tips)\b|"
    r"(?:kindly|please|pls) (?:advise|suggest|guide|help|enlighten)|"
    r"(?:has |have )?any(?:one|body)(?: here)? (?:got|have|has) (?:an?|any) (?:idea|clue)|"
    r"(?:some|any)(?:one|body) (?:please |pls |kindly )?(?:explain|tell (?:me|us)|clarify)|"
    r"(?:do )?any of (?:you|u|yall)(?: (?:guys|all|here))? know|"
    r"(?:is )?any(?:one|body) able to (?:tell|explain|say|help)|"
    r"(?:does |do )?any(?:one|body)(?: in)?(?: here)? know|"
    r"i (?:want|need|would like|d like|wish) to know|"
    r"(?:still )?(?:need|trying|want) to (?:know|find out|figure out|understand) "
    rf"{_WHAT_OTHERS}|"
    r"(?:(?:i|im|am|just) )*looking for (?:an?|the|some) "
    r"(?:\w+ )?(?:list|overview|summary|explanation|comparison|breakdown) (?:of|on|between)|"
    r"(?:(?:what|whats|what is|the|any) )*(?:fastest|quickest|easiest|best|cheapest|proper|right|"
    r"safest) way to\b(?!(?: (?!(?:if|when|that|what|which)\b)\w+)*? (?:is|was|are|has)\b)|"
    r"(?:from|until|till|by|at) what (?:time|age|date|day|size|point|temperature|angle) "
    r"(?:on )?(?:can|do|does|is|are|should|must|will)|"
    r"(?:from|until|till|by) when (?:can|do|does|is|are|should|must|will)|"
    r"(?:for how (?:long|many)|by how much)|"
    r"i keep (?:wondering|asking myself)|"
    r"i(?: a)?m (?:wondering|curious|asking(?! (?:because|for)\b)|"
    r"trying to (?:find out|understand|figure out))|"
    r"i wonder|just wondering|wondering|curious|can (?:some|any)(?:one|body)|"
    r"(?:my )?questions?\b(?! (?:from|of)\b)|do you know|could you|can you|would you|"
    r"please advise)\b"
)

_ADVICE: Final = (
    "(?:advice|help|opinions?|guidance|input|thoughts|insights?|suggestions?|pointers|"
    "recommendations?|clarity|tips|perspectives?|feedback|ideas?|advise|guide|suggest|enlighten)"
)
_CALL: Final = re.compile(
    rf"(?=.*\b{_ADVICE}\b)"
    rf"(?:(?:{HELLO}|{ADDRESS}|{CROWD}|ok|okay|so|well|please|pls|kindly|sorry|just|really) )*"
    r"(?:(?:i|im|am|we|just|really|kinda|also|would|d|id|could|do|desperately|urgently|can|some|"
    r"any|one|body|someone|anyone|somebody|anybody|hoping) )*"
    rf"(?:needs?|seek|seeking|looking for|want|wanted|hoping for|use|love|like|appreciate|after|"
    rf"asking for|here for|any|give me|{_ADVICE})"
    r"(?: (?:me|us|out|some|any|your|yall|a|an|the|bit|of|honest|good|serious|quick|career|real|"
    r"little|small|second|on|this|that|it|with|from|you|guys|people|folks|here|all|please|pls|"
    rf"reality|check|{_ADVICE}))*"
)
"""Asks to be heard, and says nothing of what it is about."""

_WISH_TO_KNOW: Final = re.compile(
    r"(?<!all )\bi(?:d| would| just| really| only)* (?:like|love|want|need|wanted|wish)(?: to)? "
    r"(?:know|ask|understand|find out|hear)\b|\bmy question is\b|\bi was wondering\b|"
    r"\bwould be (?:really )?(?:great|nice|good|cool|helpful|useful|interesting) to "
    r"(?:know|hear|learn)\b|"
    r"\b(?:wants|needs|wanted) to (?:know|ask) (?:if|whether|how|what|which|where|when|who|why)\b|"
    rf"\b(?:grateful|thankful) for (?:any |some |your |a few )?{_ADVICE}\b|"
    rf"^(?:im |i am |still )?{_WANTING}{_MEANT}|"
    rf"^(?:(?:its |it is )?still )?(?:unclear|not clear)(?: to me)? {_WHAT_OTHERS}(?: \w+){{3}}|"
    r"^(?:i )?(?:cant|cannot|can not|couldnt) (?:(?:really|quite|seem to) )?"
    rf"(?:work out|figure out|find out|tell|make out) {_WHAT_OTHERS}"
    r"(?! .*\b(?:jok|kidd|trol|lying))"
)

_TAGGED: Final = re.compile(
    r"(?:\S+ ){2,}(?:or (?:what|nah|not)|what (?:do|can|should) i do|what now|"
    r"(?:(?:a )?must(?: have)?|required|mandatory|needed|necessary|essential) or "
    r"(?:(?:just )?(?:a )?(?:bonus|optional|nice to have|overkill|hype|luxury|extra|plus))|"
    r"what(?:s| is) the diff(?:erence)?)"
    r"(?: (?:fr|lol|bro|pls|please|again|really|tho|though|exactly|guys))*|"
    r".{8,} (?:can|could|would) (?:some|any)(?:one|body) (?:please |pls )?"
    r"(?:explain|help|clarify|tell me)(?: .{0,40})?|"
    r".{8,} does any(?:one|body) (?:here )?know|"
    r"(?:\S+ ){6,}any(?:one|body)(?: here)?(?: pls| please)?"
)
"""Names something, and asks about it with a tag at the end ("AI vs ML whats the difference")."""

_LATE_QUESTION: Final = re.compile(
    r"[,;:–—-]\s+(?:so |and |but |now )?"
    rf"(?:what(?:{APOSTROPHE}s)?(?! (?:matters|counts|helps|helped|i|we)\b)|how|"
    r"which (?:ones?|of|should|do|would|will|is (?:better|best|more|easier|faster|worth|the)|"
    r"(?:(?!(?:i|you|we|they|he|she|it|most|some|many|few|all|no|nobody|people|my|your|the|every\w*)"
    r"\b)\w+ ){1,3}"
    r"(?:should|do|does|would|will|can|could|must)))\s+"
    r"\w+\s+\w+|"
    rf"[,;:–—-]\s+(?:so |and |but |now )?what(?:{APOSTROPHE}s| is| am i) "
    r"(?:(?:still|next|the) )?(?:missing|lacking|next|left|needed|required|involved|best|better)"
    r"(?: (?:for me|then|now|here|pls|please|guys))?\W*$",
    re.IGNORECASE,
)
"""A question behind its own topic ("bootcamp or degree, which is better for a start")."""

_NAMING: Final = (
    r"\w*ask\w*|told|tell|wrote|said|says?|heard|know|knew|understand|called|named|titled|covers?|"
    r"googled?|typed|searched|answered|learn(?:ed|t)|explained|wonder\w*|posts?|threads?|videos?|"
    r"questions?|thinks?|talk"
)
"""With one of these somebody tells of a question."""

_RUN_ON: Final = re.compile(
    r"^(?:(?:ok|okay|so|hey|hi|hello|all|guys|folks) )*(?:i|im|ive|my|we|weve|our|been) "
    rf"(?:(?!(?:{_NAMING})\b)\w+ ){{0,19}}?(?P<before>(?!(?:{_NAMING})\b)\w+) "
    r"(?:how (?:do|can|should|could|would) (?:i|we|you)|"
    r"(?:what|which|where|who|when)(?: \w+){0,4}? (?:do|should|can|must) (?:i|we)|"
    r"can we (?:still|also)|is that (?:even |still )?(?:allowed|ok|okay|possible|true)|"
    r"does an? \w+|(?:do|should|can) i (?:need|have to|get|still|also))\b"
)
"""Tells something and asks about it without a stop between ("i lost my card how do i ...")."""

_JUDGEMENT: Final = (
    "(?:needed|required|necessary|mandatory|essential|worth|enough|useful|important|a must|okay?)"
)
"""What a question asks of a thing ("is a degree in physics enough")."""

_PLAIN_QUESTION: Final = re.compile(
    r"(?:so |and |but )?(?:(?:kindly|please|pls) )?(?:what(?:s|re)?|hows?|why|"
    r"which (?:ones?|of|\w+ (?:do|does|should|is|are|would|will|can)|(?:\w+ ){1,2}matters?)|"
    r"where (?:do|does|can|should|would|could|are|is|to)|"
    r"when (?:do|does|can|should|would|will|is|are)|"
    r"who (?:do|does|should|is the|are the|has to|gets? to)|"
    r"(?:is|are|do|does|can|should|would|will|could|must|am) "
    r"(?!(?:be|have|not|also|in|at|on|from|with|of|to|by|about|for)\b|"
    rf"an? \w+ (?:in|at|of|for|with|by|who|and|now)\b(?!.* {_JUDGEMENT}\b))\w+ \w+|"
    r"(?:have|has) (?:they|we|you|i|it|any\w+) \w+|"
    r"tell me|advise|guide me|suggest|any (?:tips|ideas?|advice|chance)|same (?:in|for|with))\b"
)
"""Asks without a question mark, and is no relative clause ("who is great", "did my degree")."""

_BARE_VERB: Final = (
    "(?:need|have|get|pay|make|earn|want|use|know|do|learn|take|help|replace|matter|work|become|"
    "hire|require|cost|count|change|drop|rise|fall|grow|look|ask|teach|go|come|start|be)"
)
"""Comes behind the subject of a question ("dont ML engineers need maths")."""

_JOINT: Final = re.compile(r"[,;:]\s|\s[–—-]+\s|[\u2600-\u27bf\U0001f000-\U0001faff]+")
"""What may stand between a tale and its question: a mark, a dash or an emoji."""

_LATE_CLAUSE: Final = re.compile(
    r"(?:(?:so|and|but|now) )?(?:"
    r"where (?:do|does|did|can|could|should|would|is|are) "
    r"(?:i|you|u|we|they|one|the|that|this|it)\b|"
    r"(?:do(?! (?:it|that|this))|does(?! the (?:job|trick))|can|could|should|must|will|would) "
    r"(?:i|you|u|we|they|one|it|that|this|he|she|the|an?|my|our|your|some\w+|any\w+|people)\b"
    r"(?! know$)|"
    r"(?:is|are|was|am) (?:it|that(?! (?:you|i|we|it|they|people|the)\b)|this|there|they|he|she|i|"
    r"we|you|any\w*|some(?:body|one|thing)|"
    r"(?:the|my|our|one)(?! (?:best|worst|only|same|way|most|one|goat)\b))(?: \w+){2}|"
    r"is (?:that|it|this) (?:changeable|normal|extra|enough|free|ok|okay|safe|true|correct|right)|"
    r"(?:any|some)(?:one|body) (?:here )?(?:knows?|able to|remembers?|"
    r"(?:got|have|has) (?:an?|any|some)(?! (?:spare|old|used)\b))|"
    r"do (?!(?:it|that|this|not|nothing|no|some|the|my|your|a|an)\b)"
    r"(?:(?!(?:and|or|but)\b)\w+ ){1,3}"
    r"(?:need|have to|get|use|earn|make|know|pay)|"
    r"does (?!(?:all|most|some|much|mostly|a lot|lots)\b|the (?:\w+ )?work\b|\w+ work\b)"
    rf"(?:\w+ ){{1,3}}?(?:{_BARE_VERB}|run|include|open|close|fit|last|exist|support)|"
    r"is (?!(?:very|so|really|quite|pretty|not|just|also|too|an?|my|the|\w+ing)\b)\w+ "
    r"(?:any|still|also|even|really|free|cheaper|worth|available|enough|bad|good|safe|normal|"
    r"better)|"
    r"is (?:\w+ ){1,3}?(?:required|needed|necessary|mandatory|allowed|possible|included)|"
    r"which (?:\w+ ){1,2}?(?:matters?|counts?|(?:do|should|can) (?:i|we|you|one))|"
    rf"(?:(?:still|got|have) )?{_WANTING}{_MEANT}|"
    r"any (?:trick|way|chance|hope|fix|idea|tips?) (?:to|of|for|on|how|why|what|where)|"
    r"what (?:helps|now)|(?:what|anything) (?:i can do|can i do|to do))\b"
)
"""Asks behind a comma, where what stands before it tells something."""

_STATED: Final = re.compile(
    r"^why i (?:never|always|dont|love|hate|left|quit|stopped|started)\b|"
    r"^what (?:i|we) (?:can|could|do|did|like|liked|love|loved|hate|miss|lack|enjoy|"
    r"(?:cant|cannot|couldnt|dont|didnt)(?! (?:know|understand|get|see|find|figure|tell)\b))\b"
    r"(?: \w+){0,6}? (?:is|was|are|were) (?!(?:how|what|when|whether|if|why|where|which|who)\b)"
)
"""States something, though it opens like a question ("what I can't do is code")."""

_SUBJECT: Final = (
    "(?:i|you|u|we|they|he|she|it|one|people|the|this|that|these|those|there|most|any\\w*|"
    "some(?:one|body)|every(?:one|body)|all|my|your|our|companies|employers)"
)
"""Opens what a question is about ("have the salaries dropped"); who tells leaves it out."""

_NO_SUBJECT: Final = (
    r"(?:\w+ly|believe|imagine|stand|wait|stop|figure|ever|even|just|quite|always|often|mind|"
    r"tell|say|think|feel|care|to|so|and|but|or|"
    rf"{_BARE_VERB})"
)
"""Stands in no subject of such a question: who tells goes on with it ("dont usually need")."""

_CHANGED: Final = (
    "(?:gone (?:up|down)|dropped|fallen|risen|grown|become|changed|increased|decreased|declined|"
    "cooled|slowed|improved|peaked)"
)
"""What is asked of something ("have salaries gone up")."""

_TOLD: Final = re.compile(
    r"(?:(?:and|but|so|then) )?(?:"
    r"when (?!(?:is|are|was|were|do|does|did|can|could|should|would|will|must|may|to|exactly|in)\b|"
    r"(?:i|we|you|u|one|people) (?:can|could|should|must|will|need|have to|may|apply|start)\b|"
    r"\w+ing\b.* (?:what|which|how) (?:matters|counts|should|do|does|is|are|can|to)\b)|"
    r"which (?:means|meant|made|makes|was|left|took|led|brings|brought|gave|helped|"
    r"is (?:why|how|what|when|where|fine|ok|okay|great|nice|good|fun|all|my|kind|not|probably))\b"
    r"(?!.* or )|(?:was|were) (?!wondering|thinking|asking|hoping)\w+ing\b|"
    r"(?:would|will|could|can|should|might|may) (?:hate|love|like|prefer|rather|appreciate|be|have|"
    r"need|say|imagine|think|guess)\b(?! (?:to (?:know|hear|understand)|(?:\w+ )?(?:advice|help|"
    r"guidance|input|thoughts|insights?|tips|opinions?))\b)|"
    r"(?:dont|doesnt|didnt|cant|couldnt|wont|wouldnt|did) "
    rf"(?!{_SUBJECT}\b|(?:(?<!did )(?:an? )?|(?!an? ))"
    rf"(?:(?!{_NO_SUBJECT}\b)\w+ ){{1,3}}?{_BARE_VERB}\b)|"
    r"had (?!(?:any\w*|you|he|she|they|we|it|some\w+)\b)|"
    r"(?:havent|hasnt|hadnt|have|had|has|am) "
    rf"(?!{_SUBJECT}\b|(?:(?!(?:{_NO_SUBJECT}|an?|my|\d\w*|who|which|that)\b)\w+ ){{1,4}}?"
    rf"{_CHANGED}\b)|"
    r"what (?:stuck|struck me|happened)\b|"
    r"what (?:matters|counts)\b"
    r"(?:(?!.* (?:or|more|most)\b)|.* (?:is|was|are|were)\b(?! (?:it|that)\b)))"
)
"""Opens like a question and tells something ("when I was twelve", "did a bootcamp last year")."""

_WE_ARE: Final = re.compile(r"\W*we're\b(?! (?:wondering|curious|looking|asking))", re.IGNORECASE)
"""Without its apostrophe it would be the "were" of a question."""

_EXCLAIMED: Final = re.compile(
    rf"(?:(?:{ADDRESS}|{CROWD}) )*what an? (?!.*\b(?:is|are|was|does|do|did|can|should|would|will|"
    r"costs?|means?|needs?|earns?|makes?|knows?|learns?|looks|expects|teaches|wants|offers|gets|"
    r"pays|covers|brings)\b)"
)
"""Marvels at something ("what a salary")."""

_LISTED: Final = re.compile(r"what (?:i|we)(?: \w+){1,3}:(?!.* or )", re.IGNORECASE)
"""Heads a list of what somebody likes or can do ("what I love: maps")."""


def asks_plainly(text: str) -> bool:
    """Whether `text` asks even without a question mark, and is no relative clause."""
    return _PLAIN_QUESTION.match(" ".join(tokenize(text))) is not None


def _asks_late(text: str) -> bool:
    """Whether a sentence asks behind what it tells ("we have a puppy, is he allowed in?")."""
    later = [" ".join(tokenize(clause)) for clause in _JOINT.split(text)[1:]]
    return any(map(_LATE_CLAUSE.match, later)) or later[-1:] == ["why"]


def find_asking_clause(text: str) -> str:
    """The clause that asks by itself, where a sentence tells something before or behind it.

    In normalised words, as is the whole sentence where no clause does.
    """
    first, comma, rest = text.partition(",")
    last = rest.rpartition(",")[2]
    if comma and asks(last) and asks_plainly(last) and content_words(tokenize(last)):
        return " ".join(tokenize(last))
    if comma and asks(first) and not asks(rest) and content_words(tokenize(first)):
        return " ".join(tokenize(first))
    return " ".join(tokenize(text))


def only_calls(text: str) -> bool:
    """Whether `text` only asks to be heard ("I need some opinions", "please help me out")."""
    return _CALL.fullmatch(" ".join(tokenize(text))) is not None


def wants_to_know(text: str) -> bool:
    """Whether a post that asks nothing outright tells in `text` what it wants to know."""
    return _EMBEDDED.search(" ".join(tokenize(text))) is not None


def opens_asking(text: str) -> bool:
    """Whether words ask, whatever mark a whole sentence ends with."""
    return asks(text.rstrip("?! "))


def _runs_on(plain: str) -> bool:
    """Whether a story goes over into a question without a stop, rather than telling of one."""
    found = _RUN_ON.match(plain)
    return found is not None and found["before"] not in STOP_WORDS


@lru_cache(maxsize=256)
def _spell_opening(word: str) -> str:
    """The word that a question opens with, where text-speak or a slip stands for it ("waht")."""
    meant = chat_spellings().get(word) if len(word) > 1 else None  # a letter may be anything
    if meant and meant[0] in INTERROGATIVES:
        return " ".join(meant)
    if word in _MISTYPED:
        return _MISTYPED[word]
    if len(word) < _SHORTEST_SLIP or word in english_words():
        return word
    near = (other for other in _OPENING_WORDS if OSA.distance(word, other, score_cutoff=1) == 1)
    return next(near, word)


@lru_cache(maxsize=256)  # the sentences of a post are looked at whole, and in parts
def asks(text: str) -> bool:
    """Whether a sentence is put as a question or a request for information."""
    if text.rstrip(" \"')*_~|.!").endswith("?"):
        return True
    if _LATE_QUESTION.search(text):
        return True
    opened = APOLOGIES.sub("", " ".join(tokenize(text)))
    opened = _ASIDE.sub("", _CALLING.sub("", _GREETING.sub("", opened)))
    first, _, others = opened.partition(" ")
    plain = _CONJUNCTION.sub("", f"{_spell_opening(first)} {others}".strip())
    tokens = plain.split()
    if not tokens or _EXCLAIMED.match(plain):
        return False
    if _STATED.match(plain) or _LISTED.match(text.strip()):
        return False
    if _WISH_TO_KNOW.search(plain) or _TAGGED.fullmatch(plain) or _asks_late(text):
        return True
    if _TOLD.match(plain) or _WE_ARE.match(text):
        _, comma, rest = text.rpartition(",")
        return bool(comma) and asks_plainly(rest)
    if _REQUEST.match(plain) or _runs_on(plain):
        return True
    if tokens[0] in INTERROGATIVES or tokens[0] == "whether":
        return True
    return tokens[0] in AUXILIARIES and len(tokens) > 2
