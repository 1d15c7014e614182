"""Who talks with the bot in each thread: the latest to be answered there, until people talk."""

import discord
from cachetools import TTLCache

from bot.conversations import LIFETIME_SECONDS, MOST_CONVERSATIONS
from bot.questions import Question


class Askers:
    """Remembers for each thread whose question was answered last for everybody to see."""

    def __init__(self) -> None:
        self._asking: TTLCache[int, int] = TTLCache(MOST_CONVERSATIONS, LIFETIME_SECONDS)

    def note(self, channel: object, question: Question) -> None:
        """Note whose question is answered where others read along, if `channel` is a thread.

        After one that belongs to no conversation nobody's next words plainly go on from it.
        """
        if not isinstance(channel, discord.Thread):
            return
        if question.alone:
            self.release(channel)
        else:
            self._asking[channel.id] = question.place.user_id

    def is_asking(self, message: discord.Message) -> bool:
        """Whether a message comes from the one who talks with the bot in its thread."""
        return self._asking.get(message.channel.id) == message.author.id

    def release(self, thread: discord.Thread) -> None:
        """Give a thread back to people."""
        self._asking.pop(thread.id, None)
