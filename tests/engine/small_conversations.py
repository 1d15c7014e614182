"""A shop's knowledge base to hold conversations with, and the last reply of one."""

from bot.engine.conversation import Conversation
from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Answer, Reply

THRESHOLDS = {"threshold": 0.35, "ambiguity_threshold": 0.05}
"""Set by hand, so that no change of how they are estimated moves them."""


SHOP = (
    Entry(
        "rent-mower",
        "How do I rent a mower?",
        "Bring your passport.",
        ("renting a mower", "mower rental", "can i borrow a mower"),
    ),
    Entry(
        "rent-ladder",
        "How do I rent a ladder?",
        "Ladders are for a day.",
        ("renting a ladder", "ladder rental", "can i borrow a ladder"),
    ),
    Entry(
        "repair-mower",
        "Who repairs a mower?",
        "The workshop.",
        ("mower repair", "my mower is broken", "fix a mower"),
    ),
    Entry(
        "repair-ladder",
        "Who repairs a ladder?",
        "The workshop too.",
        ("ladder repair", "my ladder is broken", "fix a ladder"),
    ),
    Entry("hours", "When is the shop open?", "Every day.", ("opening hours",)),
    Entry("delivery", "Do you deliver?", "By van.", ("home delivery",)),
)


def ask(engine: Engine, *turns: str) -> Reply:
    """The reply to the last of several turns of one conversation."""
    conversation = Conversation()
    for turn in turns[:-1]:
        _, conversation = engine.reply(turn, conversation=conversation)
    return engine.reply(turns[-1], conversation=conversation)[0]


def answered(reply: Reply) -> list[str]:
    """The ids of the entries that a reply answers with; empty for any other outcome."""
    return [entry.id for entry in reply.answers] if isinstance(reply, Answer) else []


NEEDED = (
    *(
        Entry(name, f"Do I need a {name}?", "Perhaps.", (f"{name} needed", f"what is a {name} for"))
        for name in ("spade", "rake", "wheelbarrow")
    ),
    Entry("gloves", "Are gloves required?", "Yes.", ("is it mandatory to wear gloves",)),
    Entry("bloom", "How long do roses bloom?", "For weeks.", ("how long roses bloom",)),
    Entry("wilt", "Why do roses wilt?", "Thirst.", ("roses wilting", "wilting roses reason")),
    Entry(
        "rose-care",
        "When do roses wilt?",
        "In July.",
        ("time when roses wilt",),
        follow_ups=("wilt",),
    ),
    Entry("sources", "Who says so?", "A book.", ("where did you get that", "says who")),
)
