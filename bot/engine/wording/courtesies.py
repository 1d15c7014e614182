"""Kind lines for messages that ask nothing, where the knowledge has no line of its own for them."""

from enum import StrEnum, unique
from typing import Final

from bot.engine.lexical.text import tokenize
from bot.engine.wording.asking import asks
from bot.engine.wording.denial import denies_saying
from bot.engine.wording.distress import tells_of_distress
from bot.engine.wording.pleasantries import (
    asks_how,
    asks_who,
    holds_thanks,
    is_pleasantry,
    takes_leave,
)
from bot.engine.wording.reactions import is_reaction, judges
from bot.engine.wording.remarks import is_done, is_remark, praises
from bot.engine.wording.sorrow import tells_of_sorrow


@unique
class Courtesy(StrEnum):
    """What is said where nothing is asked, or nothing that can be read."""

    WELCOME = "You're welcome! Ask me whenever something else comes to mind."
    BOT = "I'm a bot: I look answers up in a collection that people here keep."
    LEAVE = "See you!"
    GREETING = "Hello! Ask me something in your own words."
    NOTED = "Fair enough. If you have a question about it, just ask."
    SORRY = "I'm sorry to hear that, and I wish you well. If I can look something up, just ask."
    NO_MATTER = "All right. Ask me whenever you like."
    WELL = "I'm fine, thanks for asking! What would you like to know?"
    MISTAKEN = "Sorry about that! Asking in other words sometimes helps."
    UNREADABLE = "Too many of those words are unknown to me; I may not know the language."
    INTRODUCED = "Thanks for telling me! What would you like to know?"
    DISPUTED = (
        "I can only pass on what was written down for me; others may well see it differently."
    )
    SEEK_HELP = (
        "I'm only a program that looks things up. Please talk to somebody now: a person you trust, "
        "a doctor, or the emergency number or crisis line of your country."
    )
    NO_SUCH = "There are fewer than that to choose from. Which of these do you mean?"
    NONE_OF_THEM = "Then tell me in other words what you are after, and I'll look again."
    SAME_WORDS = (
        "I pass answers on as they were written, and have no simpler or shorter words for this one."
    )

    @property
    def opens_talk(self) -> bool:
        """Whether it is said to who may ask something next, and may like to see examples."""
        return self in _OPENING


_OPENING: Final = frozenset(
    (
        Courtesy.GREETING,
        Courtesy.BOT,
        Courtesy.WELL,
        Courtesy.UNREADABLE,
        Courtesy.INTRODUCED,
    )
)

_THANKS_LENGTH: Final = 2
_THANKING_LENGTH: Final = 6
"""Words of thanks, and of a message that may be nothing but thanks in the end."""


def reply_kindly(text: str) -> Courtesy | None:
    """What to say to a message that asks nothing, or tells of distress or sorrow; None else."""
    if tells_of_distress(text):
        return Courtesy.SEEK_HELP
    if tells_of_sorrow(text):
        return Courtesy.SORRY
    tokens = tokenize(text)
    if is_pleasantry(tokens):
        if holds_thanks(tokens):
            return Courtesy.WELCOME
        if takes_leave(tokens):
            return Courtesy.LEAVE
        if asks_how(tokens):
            return Courtesy.WELL
        return Courtesy.BOT if asks_who(tokens) else Courtesy.GREETING
    if judges(text):
        praised = "good" in tokens and not denies_saying(text, ["good"])
        return Courtesy.WELCOME if praised else Courtesy.MISTAKEN
    done = is_done(text) or bool(tokens and is_reaction(text))
    remark = is_remark(text)
    if (done or remark) and (holds_thanks(tokens) or praises(text)):
        return Courtesy.WELCOME
    if done:
        return Courtesy.NO_MATTER
    if remark:
        return Courtesy.NOTED
    return Courtesy.WELCOME if _thanks_at_last(text) else None


def _thanks_at_last(text: str) -> bool:
    """Whether a short message that asks nothing ends with thanks ("asante sana, thank you")."""
    tokens = tokenize(text)
    thanked = holds_thanks(tokens[-_THANKS_LENGTH:])
    return thanked and len(tokens) <= _THANKING_LENGTH and not (asks(text) or "?" in text)
