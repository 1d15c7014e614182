"""Words for money that questions leave out."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

from bot.engine.lexical.words import content_words

_MONEY: Final = frozenset(
    """
    cost costs price prices priced fee fees pay pays paid payment salary salaries wage wages earn
    earns income make makes charge charged worth
    """.split()
)

_PAY: Final = frozenset("money cash pay pays paid salary salaries wage wages earn earns".split())

_MAKING: Final = frozenset(("make", "makes"))
_BEFORE_EARNING: Final = frozenset("do does did can could would will".split())
_AFTER_EARNING: Final = frozenset(
    ("", *"per in as each every after with yearly monthly annually hourly".split())
)
_SPANS: Final = frozenset("year month week day hour yr".split())
"""Tell, with the words around it, that "make" means "earn": "how much do they make a year"."""

_BEFORE_PRICED: Final = frozenset("is are was were for".split())
""" "How much is the trip?" asks what it costs; "how much time does it take?" does not."""

_MEASURED: Final = frozenset(
    """
    left lost free used needed required included enough too taken stored saved missing known done
    allowed able supposed meant permitted
    """.split()
)
"""Ask for an amount of something else right behind "is" ("how much is left")."""

_PERMITTED: Final = frozenset("allowed able supposed meant permitted".split())
"""Ask what somebody may do, behind who that is ("how much is she allowed to carry")."""

_LONGEST_SOMEBODY: Final = 3

_BEFORE_MEASURED: Final = frozenset("there still already currently".split())


def name_price(tokens: Sequence[str]) -> list[str]:
    """`tokens` with the word for money that "how much" leaves out.

    "How much is it" asks for its "cost", and what people "make" they "earn".
    """
    for place in range(2, len(tokens) + 1):
        if tokens[place - 2] == "how" and tokens[place - 1] == "much":
            named = _name_cost(tokens, place) or _name_earning(tokens, place)
            if named:
                return named
    return list(tokens)


def leaves_out_price(tokens: Sequence[str]) -> bool:
    """Whether `tokens` ask "how much" of what was spoken of, and name no money themselves."""
    return name_price(tokens) != list(tokens)


def names_pay(tokens: Sequence[str]) -> bool:
    """Whether `tokens` name money that somebody pays or gets."""
    return not _PAY.isdisjoint(tokens)


def _name_cost(tokens: Sequence[str], place: int) -> list[str] | None:
    """`tokens` with "cost" at `place`, behind "how much", where that asks for a price."""
    following = tokens[place] if place < len(tokens) else ""
    if (following and following not in _BEFORE_PRICED) or not _MONEY.isdisjoint(tokens):
        return None
    if _asks_for_amount(tokens[place + 1 :]):
        return None
    return [*tokens[:place], "cost", *tokens[place:]]


def _asks_for_amount(tokens: Sequence[str]) -> bool:
    """Whether `tokens`, behind "how much is", ask how much of something there is, or may be.

    "Used on it" does, "used laptops" does not; "a ticket needed to enter" has a price.
    """
    rest = list(dropwhile(_BEFORE_MEASURED.__contains__, tokens))
    if rest and rest[0] in _MEASURED and not content_words(rest[1:2]):
        return True
    allowed = next((n for n, token in enumerate(tokens) if token in _PERMITTED), 0)
    may = tokens[allowed + 1 : allowed + 2] == ["to"] and tokens[allowed + 2 : allowed + 3] != [
        "be"
    ]
    return may and 0 < allowed <= _LONGEST_SOMEBODY


def _name_earning(tokens: Sequence[str], place: int) -> list[str] | None:
    """`tokens` with "earn" for the "make" of a question that goes on at `place`."""
    if place >= len(tokens) or tokens[place] not in _BEFORE_EARNING:
        return None
    made = next((n for n in range(place + 1, len(tokens)) if tokens[n] in _MAKING), None)
    if made is None:
        return None
    after = [*tokens[made + 1 : made + 3], ""][:2]
    if after[0] not in _AFTER_EARNING and after[-1] not in _SPANS:
        return None
    return [*tokens[:made], "earn", *tokens[made + 1 :]]
