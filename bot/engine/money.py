"""Words for money that questions leave out."""

from collections.abc import Sequence
from typing import Final

_MONEY: Final = frozenset(
    """
    cost costs price prices priced fee fees pay pays paid payment salary salaries wage wages earn
    earns income make makes charge charged worth
    """.split()
)

_MAKING: Final = frozenset(("make", "makes"))
_BEFORE_EARNING: Final = frozenset("do does did can could would will".split())
_AFTER_EARNING: Final = frozenset(
    ("", *"per in as each every after with yearly monthly annually hourly".split())
)
_SPANS: Final = frozenset("year month week day hour yr".split())
"""Tell, with the words around it, that "make" means "earn": "how much do they make a year"."""

_BEFORE_PRICED: Final = frozenset("is are was were for".split())
""" "How much is the trip?" asks what it costs; "how much time does it take?" does not."""


def name_price(tokens: Sequence[str]) -> list[str]:
    """`tokens` with the word for money that "how much" leaves out.

    "How much is it" asks for its "cost", and what people "make" they "earn".
    """
    for place in range(len(tokens) - 1):
        if tokens[place] == "how" and tokens[place + 1] == "much":
            following = tokens[place + 2] if place + 2 < len(tokens) else ""
            if (not following or following in _BEFORE_PRICED) and _MONEY.isdisjoint(tokens):
                return [*tokens[: place + 2], "cost", *tokens[place + 2 :]]
            if following in _BEFORE_EARNING:
                rest = [*tokens[place + 3 :], ""]
                made = [n for n, word in enumerate(rest) if word in _MAKING]
                after = rest[made[0] + 1 : made[0] + 3] if made else []
                if after and (after[0] in _AFTER_EARNING or after[-1] in _SPANS):
                    earned = place + 3 + made[0]
                    return [*tokens[:earned], "earn", *tokens[earned + 1 :]]
    return list(tokens)
