"""A knowledge base of a few entries, about gardening, so that no test leans on the shipped one."""

from collections.abc import Sequence

from bot.engine.engine import Engine
from bot.engine.entries import (
    Entry,
    Gap,
    Qualifier,
    QualifierValue,
    SmallTalk,
    Vocabulary,
)

ENTRIES = (
    Entry(
        "pay-india",
        "What does a gardener earn in India?",
        "In India gardeners earn a little.",
        ("gardener salary india", "indian gardener wage", "how many rupees do gardeners make"),
        follow_ups=("pay-us", "tools"),
    ),
    Entry(
        "pay-us",
        "What does a gardener earn in the US?",
        "In the United States gardeners earn more.",
        ("gardener salary usa", "american gardener wage", "how many dollars do gardeners make"),
        follow_ups=("pay-india",),
    ),
    Entry(
        "tools",
        "Which tools does a gardener need?",
        "A spade, a rake and shears.",
        (
            "what equipment do gardeners use",
            "do i need a spade",
            "gardening tools",
            "shears or rake",
        ),
        follow_ups=("start",),
    ),
    Entry(
        "start",
        "How do I become a gardener?",
        "Take an apprenticeship.",
        ("how to get into gardening", "steps to become a gardener", "i want to work in gardens"),
        follow_ups=("tools", "roses"),
    ),
    Entry(
        "roses",
        "When should roses be pruned?",
        "Late in winter.",
        ("pruning roses", "when do i cut my roses", "rose pruning season"),
    ),
    Entry(
        "soil",
        "Which soil do tomatoes like?",
        "Loose soil with compost.",
        ("soil for tomatoes", "what earth do tomatoes need", "compost for tomato plants"),
    ),
)
VOCABULARY = Vocabulary(
    abbreviations={"gdnr": "gardener"},
    synonyms=(("salary", "pay", "wage", "earn", "make"), ("tools", "equipment")),
    qualifiers=(
        Qualifier(
            "region",
            "country",
            (
                QualifierValue("india", "India", ("india", "indian", "rupees")),
                QualifierValue("us", "the United States", ("us", "usa", "american", "dollars")),
            ),
        ),
        Qualifier(
            "role", "role", (QualifierValue("gardener", "gardener", ("gardener", "gardeners")),)
        ),
    ),
)
SMALL_TALK = (
    SmallTalk("thanks", ("thank you", "thanks a lot", "thx", "cheers mate"), "You are welcome!"),
    SmallTalk("hello", ("hello", "hi there", "good morning", "hey bot"), "Hello!", ("start",)),
)
GAPS = (
    Gap(
        "tool-price",
        ("what does a spade cost", "price of shears", "how expensive are rakes", "cost of tools"),
        "I do not know what tools cost.",
        ("tools",),
    ),
)


def make_engine(
    entries: Sequence[Entry] = ENTRIES,
    *,
    threshold: float | None = None,
    ambiguity_threshold: float | None = None,
) -> Engine:
    """An engine over the small knowledge base, with thresholds set by hand where given."""
    return Engine(
        entries,
        vocabulary=VOCABULARY,
        small_talk=SMALL_TALK,
        gaps=GAPS,
        threshold=threshold,
        ambiguity_threshold=ambiguity_threshold,
    )
