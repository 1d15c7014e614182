"""The phrasing that an explanation names: the nearest of many, most of which are never read."""

import pytest

from bot.engine.lexical.text import tokenize
from bot.engine.matching.corpus import Document
from bot.engine.matching.index import Index
from bot.engine.matching.nearest import find_nearest

BORROWING = tuple(
    f"{opening} {thing} {ending}"
    for opening in ("may i borrow", "do you lend out")
    for thing in ("a rake", "the big ladder", "a wheelbarrow", "some shears", "the lawn mower")
    for ending in ("today", "for a week", "without paying")
)
DOCUMENTS = (
    Document("Which tools can I borrow?", BORROWING, "All that hang in the shed."),
    Document("When do you open?", ("opening hours", "what time do you open"), "At nine."),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(
        DOCUMENTS,
        synonyms=[["wheelbarrow", "pushcart"]],
        abbreviations={"lm": "lawn mower"},
    )


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("may I borrow the big ladder for a week", "may i borrow the big ladder for a week"),
        ("ladders, big ones, for weeks: do you lend", "do you lend out the big ladder for a week"),
        ("do you lend your lm without payment?", "do you lend out the lawn mower without paying"),
        ("could I loan scissors right now", "may i borrow some shears today"),
        ("which tools", "Which tools can I borrow?"),
    ],
    ids=["word for word", "other forms", "abbreviation", "meaning alone", "own question"],
)
def test_the_nearest_of_many_phrasings_is_named(index: Index, query: str, nearest: str) -> None:
    assert index.explain(index.prepare(query), 0).utterance == nearest


def test_only_the_best_of_many_phrasings_are_read(index: Index) -> None:
    query = index.prepare("do you lend out a rake for a week")
    read: list[str] = []

    def note(phrasing: str) -> list[str]:
        read.append(phrasing)
        return tokenize(phrasing)

    found = find_nearest(BORROWING, query.signature, query.model, scan=tokenize, read=note)

    assert found == "do you lend out a rake for a week"
    assert found in read
    assert len(read) < len(BORROWING)
