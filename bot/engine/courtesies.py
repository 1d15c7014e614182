"""Kind lines for messages that ask nothing, where the knowledge has no line of its own for them."""

from typing import Final

from bot.engine.asking import asks
from bot.engine.distress import tells_of_distress
from bot.engine.pleasantries import asks_how, asks_who, holds_thanks, is_pleasantry, takes_leave
from bot.engine.reactions import is_reaction, judges
from bot.engine.remarks import is_done, is_remark, praises
from bot.engine.text import tokenize

WELCOME: Final = "You're welcome! Ask me whenever something else comes to mind."
BOT: Final = "I'm a bot: I look answers up in a collection that people here keep."
LEAVE: Final = "See you!"
GREETING: Final = "Hello! Ask me something in your own words."
NOTED: Final = "Fair enough. If you have a question about it, just ask."
NO_MATTER: Final = "All right. Ask me whenever you like."
WELL: Final = "I'm fine, thanks for asking! What would you like to know?"
MISTAKEN: Final = "Sorry about that! Asking in other words sometimes helps."
UNREADABLE: Final = "Too many of those words are unknown to me; I may not know the language."
INTRODUCED: Final = "Thanks for telling me! What would you like to know?"
DISPUTED: Final = (
    "I can only pass on what was written down for me; others may well see it differently."
)
SEEK_HELP: Final = (
    "I'm only a program that looks things up. Please talk to somebody now: a person you trust, "
    "a doctor, or the emergency number or crisis line of your country."
)
NO_SUCH: Final = "There are fewer than that to choose from. Which of these do you mean?"
NONE_OF_THEM: Final = "Then tell me in other words what you are after, and I'll look again."
SAME_WORDS: Final = (
    "I pass answers on as they were written, and have no simpler words for this one."
)
OPENING_LINES: Final = frozenset((GREETING, BOT, WELL, UNREADABLE, INTRODUCED))
"""What is said to who may ask something next, and may like to see examples."""

_THANKS_LENGTH: Final = 2
_THANKING_LENGTH: Final = 6
"""Words of thanks, and of a message that may be nothing but thanks in the end."""


def reply_kindly(text: str) -> str:
    """What to say to a message that asks nothing, or tells of distress; empty for any other."""
    if tells_of_distress(text):
        return SEEK_HELP
    tokens = tokenize(text)
    if is_pleasantry(tokens):
        if holds_thanks(tokens):
            return WELCOME
        if takes_leave(tokens):
            return LEAVE
        if asks_how(tokens):
            return WELL
        return BOT if asks_who(tokens) else GREETING
    if judges(text):
        return WELCOME if "good" in tokens else MISTAKEN
    done = is_done(text) or bool(tokens and is_reaction(text))
    remark = is_remark(text)
    if (done or remark) and (holds_thanks(tokens) or praises(text)):
        return WELCOME
    if done:
        return NO_MATTER
    if remark:
        return NOTED
    return WELCOME if _thanks_at_last(text) else ""


def _thanks_at_last(text: str) -> bool:
    """Whether a short message that asks nothing ends with thanks ("asante sana, thank you")."""
    tokens = tokenize(text)
    thanked = holds_thanks(tokens[-_THANKS_LENGTH:])
    return thanked and len(tokens) <= _THANKING_LENGTH and not (asks(text) or "?" in text)
