"""What is decided about a reading, and the lines between the outcomes."""

from dataclasses import dataclass
from typing import Final, Literal

from bot.engine.narrowing.mentions import Mention
from bot.engine.reading.reading import Reading
from bot.engine.wording.courtesies import Courtesy

Outcome = Literal["answer", "clarification", "fallback"]

MAX_CHOICES: Final = 4
"""Choices of a clarification; more would be a list to read, not a question back."""

MIN_CHOICES: Final = 2

CHOICE_SHARE: Final = 0.7
"""An entry is a choice when it scores at least this share of the best one."""

CLARIFICATION_RESERVE: Final = 0.03
"""How far above the threshold (as a share of the rest) it is worth asking back.

A question near the threshold is mostly out of scope; choices would only lead people astray.
"""

NOISE_CONFIDENCE: Final = 0.05
"""Below this nothing is near: the nearest entries would be picked by chance."""

NEARLY_BEST: Final = 0.9
"""Share of the best score from which another entry might as well be the best."""

NEAR_SHARE: Final = 0.6
"""Share of the threshold from which a narrowed question is near enough to say what is missing."""

CANDIDATES: Final = 8
"""Entries that are judged by the guard; what ranks lower is no answer anyway."""

NEAREST: Final = 3
"""Entries that are suggested instead of an answer."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the lines between the outcomes lie; `career-bot eval --thresholds` justifies them."""

    threshold: float
    """Answer only from this confidence on."""
    ambiguity_threshold: float
    """Ask back when the best entry leads the second by less than this."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about one reading."""

    outcome: Outcome
    reading: Reading
    entries: tuple[int, ...] = ()
    """The entry answered, or the choices offered, by number."""
    nearest: tuple[int, ...] = ()
    """Entries to suggest instead, best first."""
    rivals: tuple[int, ...] = ()
    """Entries nearly as near as the one answered, which that one leads to."""
    extra: int | None = None
    """The gap or small talk that won, by its number among the index's documents."""
    torn: bool = False
    """Whether an entry is nearly as near as that gap."""
    beside: int | None = None
    """The gap or small talk that keeps the best entry from being answered, as it is as near."""
    unmet: tuple[Mention, ...] = ()
    """What narrows the question and is not covered."""
    left_open: "Decision | None" = None
    """What came of another question of the same message, which is not answered."""
    untold: str = ""
    """What the best entry does not say, where it is near and that is what is asked for."""
    line: Courtesy | None = None
    """What to say to a turn that asks nothing, or nothing that can be read."""
    goes_on: bool = False
    """Whether the choices are what the last answer offered, for a turn that asks for more."""
    confidence: float = 0.0
    margin: float = 0.0
    reason: str = ""
