"""Parts of regular expressions that more than one module builds its patterns from."""

from typing import Final

APOSTROPHE: Final = "'?"
"""In a pattern for text that is not tokenised: people leave it out, cleaning makes it straight."""

PICKING: Final = (
    r"(?>(?:(?:and|so|ok|okay|k|kk|but|then|now|oh|hm+|no|yes|please|pls|"
    r"i (?:mean|meant|want|choose|pick)|go(?:ing)? with|lets take|let us take|take|show me|"
    r"give me|gimme|tell me(?: more| a bit more| something)?(?: about)?|what about|how about|"
    r"what is|whats|what was|explain|describe|more(?: about| on)?|about)\s+)*)"
)
"""Goes before the place of what somebody picks from a list ("ok, tell me more about the third")."""

PICKED: Final = (
    r"please|pls|thanks|then|though|tho|again|i (?:guess|think|suppose)|tbh|lol|"
    r"whats (?:it|that|this)|what is (?:it|that|this)|"
    r"(?:sounds|looks|seems|is) (?:(?:really|very|so|quite|kinda|pretty|most|more) )?"
    r"(?:cool|good|great|nice|interesting|fun|fine|relevant|like me|right|promising|best)|"
    r"(?:can (?:you|u) )?(?:please |pls )?(?:tell|give|show) me (?:some |a bit )?"
    r"(?:more|about (?:it|that|this))|explain(?: (?:it|that|this))?|more(?: (?:info|details))?|"
    r"go on"
)
"""Goes behind such a place ("the second sounds cool, tell me more"), as alternatives."""

HELLO: Final = (
    r"(?:hi+|hie|hy+|hai+|hey+|hello+|helo|hallo|hlo|hlw|hiya|heya|hya|yo|oi|ello|"
    r"howdy|sup|wotcha|ahoy|hola|namaste|salaa?m|greetings|good (?:morning|afternoon|evening|day))"
)
"""How messages say hello."""

ADDRESS: Final = (
    r"(?:sir|ma+m|madam|mate|bro|brother|bhai|dear|buddy|all|there|guys|folks|everyone|everybody|"
    r"yall)"
)
"""Whom they say it to."""

CROWD: Final = r"(?:people|team|man|chat|boss|friends?)"
"""Words that may be whom they say it to, or what they ask about ("hi, people skills?")."""

GRATEFUL: Final = (
    r"(?:(?:i )?(?:really )?appreciate (?:it|that|this|you|the help)|much appreciated|"
    r"(?:(?:i am|im|we are) )?(?:much|so|very|most|truly|really) (?:obliged|grateful|thankful)|"
    r"(?:i )?(?:cant|cannot|can not|couldnt) thank (?:you|u) enough)"
)
"""Thanks in other words."""

THANKED_FOR: Final = (
    r"(?:(?:all )?(?:the|your|this) (?:help|info|information|answers?|explanation|tips?|advice|"
    r"time|patience|heads up)|(?:explaining|clarifying|clearing (?:that|this|it) up|helping|"
    r"letting me know|listening|answering)(?: (?:that|this|it|me)(?: to me)?)?|that|this|"
    r"everything)"
)
"""What people thank for when they only mean to be polite."""

KNOWN_PERSON: Final = (
    r"(?:friend|mate|buddy|brother|bro|sister|cousin|son|daughter|kid|mom|mum|mother|dad|father|"
    r"uncle|aunt|wife|husband|girlfriend|boyfriend|partner|nephew|niece|roommate|flatmate|"
    r"colleague|coworker|classmate|student|boss|manager|neighbou?r)"
)
"""Who people ask for or speak of."""
