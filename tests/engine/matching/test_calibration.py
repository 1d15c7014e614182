"""What a knowledge base suggests about its own limits."""

from dataclasses import replace
from itertools import pairwise

from bot.engine.languages.vectors import english_words
from bot.engine.matching.calibration import DEFAULT
from bot.engine.matching.corpus import Document
from bot.engine.matching.index import Index

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
    index = Index.build([Document("Who?", ("who are you",), "I.")])

    assert index.thresholds == DEFAULT.thresholds


def test_enough_phrasings_move_them() -> None:
    thresholds = build(alike=False).thresholds

    assert thresholds != DEFAULT.thresholds
    assert 0 < thresholds.ambiguity < thresholds.decline < 1


def test_a_further_phrasing_moves_them_little() -> None:
    documents = [
        Document(f"question on {name}", tuple(f.format(w) for w in words for f in FRAMES), "")
        for name, words in SUBJECTS.items()
    ]
    before = Index.build(documents).thresholds
    first = replace(documents[0], utterances=(*documents[0].utterances, "is there thunder"))
    after = Index.build([first, *documents[1:]]).thresholds

    assert abs(after.decline - before.decline) < 0.01
    assert abs(after.ambiguity - before.ambiguity) < 0.005


def test_entries_that_are_hard_to_tell_apart_ask_for_more_certainty() -> None:
    assert build(alike=True).thresholds.decline > build(alike=False).thresholds.decline


def test_a_missed_word_costs_less_where_every_phrasing_names_something_else() -> None:
    verbs = "call remind translate book find weigh paint sell rent clean open measure".split()
    things = "door table lamp window chair carpet mirror shelf".split()
    names = (word for word in english_words().words[3_000:] if len(word) > 4)
    slots = {verb: [f"{verb} {next(names)} {next(names)}" for _ in range(12)] for verb in verbs}
    neighbours = {
        f"{verb}-{other}": [f"{verb} {other} {thing}" for thing in things]
        for verb, other in pairwise(verbs)
    }
    frames = (
        "{} the {}",
        "how to {} a {}",
        "where can i {} my {}",
        "rules to {} {}",
        "may i {} {}",
    )
    fixed = {
        f"{verb}-{thing}": [frame.format(verb, thing) for frame in frames]
        for verb in verbs[:7]
        for thing in things
    }

    assert measure_missed_cost(slots | neighbours) < measure_missed_cost(fixed)


def measure_missed_cost(phrasings: dict[str, list[str]]) -> float:
    """What a missed word costs in a knowledge base of these phrasings."""
    documents = [Document(mine[0], tuple(mine[1:]), "") for mine in phrasings.values()]
    return Index.build(documents).missed_cost
