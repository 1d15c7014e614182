"""Words that carry grammar rather than a subject: how English asks, points, joins and denies.

All of them are written as `tokenize` leaves them: lower case, without apostrophes.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

INTERROGATIVES: Final = frozenset(
    """
    what which who whom whose how why where when whats whos hows whys wheres whens
    """.split()
)
AUXILIARIES: Final = frozenset(
    """
    is are am was were isnt arent wasnt werent do does did dont doesnt didnt can could
    cant couldnt should shouldnt would wouldnt will wont has have had hasnt havent may
    might must shall whats
    """.split()
)
PRONOUNS: Final = frozenset(
    """
    it its they them their theirs that those these this he she him her his hers one ones
    other others another same there both either
    """.split()
)
STOP_WORDS: Final = (
    INTERROGATIVES
    | AUXILIARIES
    | PRONOUNS
    | frozenset(
        """
    a an the of in on at to for from with by about as into over under up down out off than
    and or but if so then also too very just only even still really actually basically
    like i me my mine myself we us our ours you your yours yourself u ur come im ive id ill
    youre theyre its be been being there here please pls thanks thank hi hello hey ok okay
    yes yeah no not any anyone anybody someone somebody some everyone more most much many
    lot lots few bit kind sort thing things stuff get gets got getting go goes going gonna
    want wanna need needs know tell say says said mean means meant give gives let make
    makes made see look looking think wondering wonder curious question ask asking help me
    again now today rn way ways well exactly such per each every all own ever
    """.split()
    )
)
_POLITE_OPENINGS: Final = frozenset(
    """
    hi hii hiii hello helo hey heyy hiya heya howdy yo sup greetings goodnight bye goodbye cya ciao
    cheers thanks thank thx thnx tysm ty congrats wassup
    """.split()
)
_GREETINGS: Final = _POLITE_OPENINGS | frozenset(
    "morning afternoon evening night gn gm welcome hows how whats".split()
)
_POLITE_LENGTH: Final = 5
"""Words up to which a text that opens politely may be nothing but polite."""

_AROUND_GREETINGS: Final = frozenset(
    """
    good day all everyone everybody folks guys there here team friends friend people mate buddy bot
    nice to meet you u ya yall your too im i am we are is it its a the this new doing going been
    today tonight feeling things life everything hope well fine great awesome cool perfect lovely
    nice ok okay yes so very much many lot lots again for that help up see later soon tomorrow have
    had just wanted say only weekend week dear and from my
    """.split()
)

ORDINALS: Final = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "5th": 4,
    "last": -1,
}
"""Places in a list of choices, as people name them."""


def is_pleasantry(tokens: Collection[str]) -> bool:
    """Tell whether a message only greets, thanks, takes leave or asks how somebody is."""
    polite = not _GREETINGS.isdisjoint(tokens)
    return polite and all(t in _GREETINGS or t in _AROUND_GREETINGS for t in tokens)


def opens_politely(tokens: Sequence[str]) -> bool:
    """Tell whether a short text is a pleasantry or may be one ("thanks a bunch")."""
    short = 0 < len(tokens) <= _POLITE_LENGTH
    return is_pleasantry(tokens) or (short and tokens[0] in _POLITE_OPENINGS)


def content_words(tokens: Iterable[str]) -> list[str]:
    """The tokens that name a subject: neither grammar nor chat filler."""
    return [token for token in tokens if token not in STOP_WORDS]
