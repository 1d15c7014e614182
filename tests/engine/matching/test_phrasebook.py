"""Queries that repeat a keeper's phrasing."""

from bot.engine.languages.english import English
from bot.engine.matching.features import Synonyms
from bot.engine.matching.phrasebook import Phrasebook, Repetition

TEXTS = (
    "how much does a spade cost".split(),
    "spade prices".split(),
    "how long is a spade".split(),
    "what is a rake".split(),
)
OWNERS = (0, 0, 1, 2)
SYNONYMS = Synonyms.read([("cost", "price")])


def find(query: str) -> Repetition:
    """What the phrasebook of a few garden questions finds."""
    return Phrasebook.build(TEXTS, OWNERS, SYNONYMS, English()).find(query.split())


def test_the_very_words_are_found_whatever_their_endings_and_synonyms() -> None:
    assert find("how much does a spade cost").exact == (0,)
    assert find("how much does a spade price").exact == (0,)
    assert find("spades price").exact == (0,)


def test_the_same_subject_words_are_found_in_any_frame() -> None:
    found = find("so what do spades cost")

    assert found.exact == ()
    assert found.subject == (0,)


def test_other_words_are_not_found() -> None:
    assert find("how tall is a tree") == Repetition()
    assert find("") == Repetition()


def test_it_survives_being_stored() -> None:
    book = Phrasebook.build(TEXTS, OWNERS, SYNONYMS, English())
    restored = Phrasebook.from_arrays(book.to_arrays(), SYNONYMS, English())

    query = "what is a rake".split()
    assert restored.find(query) == book.find(query) != Repetition()
