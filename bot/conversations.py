"""What the latest turns of each person in each place were, kept in memory for a while."""

from dataclasses import dataclass, field
from functools import partial
from typing import Final

from cachetools import TTLCache

from bot.engine.conversation import Conversation
from bot.engine.engine import Engine
from bot.engine.replies import Answer, Mode, Reply
from bot.reply_log import reply_logged

LIFETIME_SECONDS: Final = 15 * 60
"""A question after a longer break starts anew."""
MOST_CONVERSATIONS: Final = 10_000
"""So many of usual length; one of long posts takes the place of several."""
USUAL_LENGTH: Final = 1_000
"""Characters that nearly every conversation stays below."""


@dataclass(frozen=True, slots=True)
class Place:
    """One person in one channel; what is said privately there is a place of its own."""

    channel_id: int
    user_id: int
    private: bool = False
    way: str = field(default="", compare=False)
    """How the person reached the bot there, for the log."""


class Conversations:
    """Every conversation that may go on; none crosses people or channels."""

    def __init__(
        self, *, lifetime: float = LIFETIME_SECONDS, limit: int = MOST_CONVERSATIONS
    ) -> None:
        self._held: TTLCache[Place, Conversation] = TTLCache(
            limit, lifetime, getsizeof=lambda held: min(limit, _count_slots(held))
        )

    def at(self, place: Place) -> Conversation | None:
        """The conversation that goes on at `place`, if there is one."""
        return self._held.get(place)

    def reply(self, engine: Engine, query: str, *, place: Place) -> Reply:
        """The engine's reply to `query` as the next turn of the conversation at `place`."""
        return self.reply_after(engine, query, place=place, before=self.at(place))

    def reply_after(
        self, engine: Engine, query: str, *, place: Place, before: Conversation | None
    ) -> Reply:
        """The same, but after the conversation `before`, as if nothing had been said since."""
        asked = partial(engine.reply, query, conversation=before, mode=Mode.DIRECT)
        reply, self._held[place] = reply_logged(asked, way=place.way)
        return reply

    def reply_alone(self, engine: Engine, query: str, *, place: Place) -> Reply:
        """The reply to what is said at `place` but is no turn of the conversation there."""
        reply, _ = reply_logged(partial(engine.reply, query, mode=Mode.DIRECT), way=place.way)
        return reply

    def overhear(self, engine: Engine, query: str, *, place: Place) -> Reply:
        """The reply to what is said to everybody; an answer begins a conversation at `place`."""
        reply, _ = reply_logged(partial(engine.reply, query, mode=Mode.AMBIENT), way=place.way)
        if isinstance(reply, Answer):
            conversation = Conversation()
            for entry in reply.answers:
                _, conversation = engine.open(entry.id, conversation=conversation)
            self._held[place] = conversation
        return reply

    def go_on(self, engine: Engine, query: str, *, place: Place, before: Conversation) -> Reply:
        """The reply to what is said after `before` without calling the bot; mostly silence.

        What is left in silence is no turn, so it keeps no conversation alive.
        """
        asked = partial(engine.go_on, query, conversation=before)
        reply, after = reply_logged(asked, way=place.way)
        if after != self.at(place):
            self._held[place] = after
        return reply

    def open(self, engine: Engine, entry_id: str, *, place: Place) -> Answer:
        """The answer of an entry somebody chose, as the next turn of the conversation there.

        Raises UnknownEntryError when the knowledge no longer holds it.
        """
        opened = partial(engine.open, entry_id, conversation=self.at(place))
        answer, self._held[place] = reply_logged(opened, way=place.way)
        return answer


def _count_slots(conversation: Conversation) -> int:
    """How many conversations of usual length are as long."""
    return 1 + conversation.length // USUAL_LENGTH
