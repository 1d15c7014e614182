"""What a turn says of the answer before it, ahead of what it asks ("oh nice! so how long ...")."""

import re
from typing import Final

from bot.engine.text import tokenize
from bot.engine.words import content_words

_WORD: Final = (
    r"(?:oh+|ah+|aha|oo+h|hm+|mhm|huh|wo+w|who+a|damn|dang|jeez|gee+z|gosh|yikes|ouch|oof|phew|"
    r"whew|aw+|meh|omg|lol|lmao|haha+|hehe|yay|woohoo|nice(?: one)?|cool(?: beans| cool)?|sweet|"
    r"great|awesome|amazing|perfect|brilliant|fantastic|excellent|lovely|wonderful|superb?|neat|"
    r"dope|sick|wicked|ace|interesting|fascinating|ok(?:ay)?|oki|kk?|alright|alrighty|right|aye|"
    r"sure(?: thing)?|yep|yup|yes|yeah|ya|true|fair(?: enough)?|cheers|thanks(?: a lot)?|thx|ta|"
    r"thank you(?: so much| very much)?|tysm|ty|bet|gotcha|got it|got that|understood|noted|"
    r"roger|wild|crazy|insane|nuts|mad|bummer|boo|rip|fab|class|solid|well|good|bro|bruh|dude|man|"
    r"mate|sir|really)"
)
_VERY: Final = (
    r"(?:(?:so|very|really|super|quite|pretty|actually|too|kinda|a bit|all|just|such)\s+)*"
)
_PHRASE: Final = (
    r"(?:(?:ok\s+)?i see|(?:it |that )?makes (?:a lot of |total |perfect )?sense|"
    r"good (?:to know|stuff|point|call|one|answer|idea|news)|(?:i )?(?:did not|didn'?t) know that|"
    r"never knew(?: that)?|(?:i )?(?:love|like) (?:it|that|this)|glad to hear(?: that| it)?|"
    r"(?:that |it |this )?sounds "
    rf"{_VERY}(?:good|great|nice|fair|fun|tough|hard|awesome|perfect|interesting)|"
    r"(?:that |this |it )?(?:really |actually )?helps(?: a lot| loads)?|no way|not bad|too bad|"
    rf"(?:that'?s?|this|it'?s?)(?: is| was)?\s+{_VERY}(?:helpful|useful|great|cool|nice|good|"
    r"interesting|a lot|loads|plenty|wild|crazy|fair|awesome|amazing|sad|a shame|tough|rough|"
    r"brutal|insane|reassuring|encouraging|fine|perfect|clear|clearer|funny|it|not bad|much|"
    r"(?:more|less|lower|higher|better|worse) than (?:i|we) (?:thought|expected|hoped)))"
)
_REACTION: Final = rf"(?:{_PHRASE}|{_WORD})(?![\w'-])"
_BREAK: Final = r"[^\w?']"
_REACTIONS: Final = re.compile(rf"{_BREAK}*{_REACTION}(?:{_BREAK}+{_REACTION})*", re.IGNORECASE)
_ENDED: Final = re.compile(rf"{_BREAK}*(?:[^\w\s?'\"(/+#&-]|\n|\s-+\s){_BREAK}*")
"""A mark, an emoji or a line's end after the reaction."""

_GOING_ON: Final = re.compile(
    r"\s+(?=(?:(?:so|and|but|then|also|now)\s+)*(?:what|which|who|how|why|where|when|whats|hows|"
    r"is|are|do|does|did|can|could|should|would|will|must|tell me|any)\b)",
    re.IGNORECASE,
)


def drop_reaction(text: str) -> str:
    """`text` without the reaction that it opens with, where a question of its own is left.

    "Cool cool. Anything good to read?" asks for something to read; "cool" alone stays.
    """
    found = _REACTIONS.match(text)
    if not found:
        return text
    end = _ENDED.match(text, found.end()) or _GOING_ON.match(text, found.end())
    if not end:
        return text
    rest = text[end.end() :]
    return rest if content_words(tokenize(rest)) else text
