"""Which session with Discord's gateway the next connection goes on with, and how soon."""

from dataclasses import dataclass, replace
from typing import Any, Final

import yarl

from bot.pauses import growing_pauses

RESUME_ATTEMPTS: Final = 3
"""After so many failed attempts to resume, another way is sooner."""
LONGEST_IDENTIFY_PAUSE: Final = 300.0
"""Discord resets the token of a bot that opens more than 1,000 sessions a day."""
STEADY_SECONDS: Final = 30.0
"""A connection that lasted so long says that the next one is welcome at once."""
SHORT_CONNECTIONS: Final = 20
"""So many in a row are followed at once too; after more, coming back so soon does not help."""


@dataclass(frozen=True, slots=True)
class Session:
    """What it takes to resume where the last connection broke off; without an id, nothing."""

    id: str | None = None
    sequence: int | None = None
    gateway: yarl.URL | None = None
    """None is the gateway for everyone, which resumes as well."""

    def resume_arguments(self) -> dict[str, Any]:
        """What tells discord.py to resume this session, or to open a new one."""
        if self.id is None:
            return {"resume": False}
        return {
            "resume": True,
            "session": self.id,
            "sequence": self.sequence,
            "gateway": self.gateway,
        }


@dataclass(frozen=True, slots=True)
class Ending:
    """How a connection ended."""

    reason: str
    session: Session | None = None
    """What Discord left to go on from; None when the connection never came about."""
    in_session: bool = False
    """Whether Discord had opened or resumed the session."""
    lasted: float = 0.0
    """Seconds from the attempt to the end."""


class Persistence:
    """What to go on with after each ending.

    A session is given up only when Discord says so or does not let it be resumed: what is said
    while nothing can be reached comes with it.
    """

    def __init__(self) -> None:
        self.session = Session()
        self._pauses = growing_pauses()
        self._identify_pauses = growing_pauses(longest=LONGEST_IDENTIFY_PAUSE)
        self._unreached = self._unresumed = self._short = 0

    def go_on_after(self, ending: Ending) -> float:
        """Choose the `session` to go on with; the seconds to wait before that."""
        if ending.session is None:
            self._unreached += 1
            if self._unreached >= RESUME_ATTEMPTS:
                self.session = replace(self.session, gateway=None)
            return next(self._pauses)
        self.session = ending.session
        self._unreached = 0
        if ending.in_session:
            self._unresumed = 0
            self._short = 0 if ending.lasted >= STEADY_SECONDS else self._short + 1
            if self._short <= SHORT_CONNECTIONS:
                self._pauses = growing_pauses()
            if ending.lasted >= LONGEST_IDENTIFY_PAUSE:
                self._identify_pauses = growing_pauses(longest=LONGEST_IDENTIFY_PAUSE)
        else:
            self._unresumed += 1
            if self._unresumed >= RESUME_ATTEMPTS:
                self.session = Session()
        return next(self._pauses if self.session.id else self._identify_pauses)
