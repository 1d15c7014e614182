"""Words that name no subject: those by which English asks, points, joins, denies, hedges, counts.

All of them are written as `tokenize` leaves them: lower case, without apostrophes.
"""

from collections.abc import Iterable
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
PEOPLE: Final = frozenset("they them their theirs he him his she her hers".split())
"""Words that may stand for people who were spoken of before."""

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
    makes made see look looking think wondering wonder curious question ask asking help
    again now today rn way ways well exactly such per each every all own ever
    """.split()
    )
)
ASSESSING: Final = frozenset(
    """
    needed required necessary mandatory compulsory essential worth enough useful important must
    help helps need hard good used use matter matters valuable long take become learn
    """.split()
)
"""Words that say something about what is asked about, and are not that themselves."""

HEDGING: Final = frozenset(
    """
    roughly approximately approx exactly precisely usually typically generally normally currently
    realistically actually really honestly nowadays basically mostly commonly atm
    """.split()
)
"""Words that say how exact or how usual something is, and not what."""

OWNING: Final = frozenset("my your his her our their the a an".split())
"""Behind one of those a word of address means somebody ("my bro", "the fam")."""

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
    "sixth": 5,
    "6th": 5,
    "seventh": 6,
    "7th": 6,
    "eighth": 7,
    "8th": 7,
    "ninth": 8,
    "9th": 8,
    "tenth": 9,
    "10th": 9,
    "last": -1,
}
"""Places in a list of choices, as people name them."""

COUNTED: Final = {word: place for place, word in enumerate("one two three four five".split())}
"""The places of a list by the number that a word says."""


def content_words(tokens: Iterable[str]) -> list[str]:
    """The tokens that are more than grammar; what only colours a message is among them ("lol")."""
    return [token for token in tokens if token not in STOP_WORDS]
