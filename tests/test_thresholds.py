"""Thresholds that a knowledge base suggests for itself."""

from bot.engine.index import Document, Index
from bot.engine.thresholds import DEFAULT

SUBJECTS = {
    "weather": ["rain", "sun", "wind"],
    "music": ["guitar", "piano", "song"],
    "cooking": ["soup", "bread", "rice"],
    "travel": ["train", "flight", "ferry"],
    "money": ["loan", "rent", "salary"],
    "health": ["doctor", "pill", "fever"],
    "garden": ["rose", "lawn", "seed"],
    "pets": ["dog", "cat", "hamster"],
}
FRAMES = ("tell me about {}", "what is the {} like", "i want a {}", "how much {}", "no {} please")


def build(*, alike: bool) -> Index:
    """Eight entries of 16 phrasings; `alike` ones share all their words but one."""
    return Index.build(
        [
            Document(
                name,
                f"question on {name}",
                tuple(
                    frame.format(f"{word} of {name}" if alike else word)
                    for word in (["price", "size", "age"] if alike else words)
                    for frame in FRAMES
                ),
                "",
            )
            for name, words in SUBJECTS.items()
        ]
    )


def test_too_few_phrasings_leave_the_defaults() -> None:
    index = Index.build([Document("a", "Who?", ("who are you",), "I.")])

    assert index.thresholds == DEFAULT


def test_enough_phrasings_move_them() -> None:
    thresholds = build(alike=False).thresholds

    assert thresholds != DEFAULT
    assert 0 < thresholds.ambiguity < thresholds.decline < 1


def test_entries_that_are_hard_to_tell_apart_ask_for_more_certainty() -> None:
    assert build(alike=True).thresholds.decline > build(alike=False).thresholds.decline
