"""Names of values that no phrasing says."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Qualifier, QualifierValue, Vocabulary
from bot.engine.narrowing.value_names import find_unsaid_names
from bot.engine.replies import Answer

BRANCHES = Vocabulary(
    qualifiers=(
        Qualifier(
            "branch",
            "branch",
            (
                QualifierValue("north", "Northgate", ("northgate", "mill yard")),
                QualifierValue("river", "Riverside", ("riverside", "ferry lane", "us")),
                QualifierValue("hill", "Hilltop", ("hilltop", "beacon street")),
                QualifierValue("dock", "Old Dock", ("old dock", "dock")),
            ),
        ),
    )
)
ENTRIES = (
    Entry(
        "hours-north",
        "When is Northgate open?",
        "Tuesdays and Thursdays from ten to six.",
        ("opening hours northgate", "how late is northgate open"),
    ),
    Entry(
        "hours-river",
        "When is Riverside open?",
        "Every day but Monday, from noon to eight.",
        ("opening hours riverside", "how late is riverside open"),
    ),
    Entry("hours-dock", "When is the Old Dock open?", "In summer alone.", ("old dock hours",)),
    Entry("where", "Where are you?", "In Mill Yard and in Ferry Lane.", ("how do i find you",)),
)


def test_a_name_that_no_phrasing_says_stands_for_one_that_they_say() -> None:
    phrasings = [text for entry in ENTRIES for text in entry.phrasings]

    names = find_unsaid_names(BRANCHES, phrasings)

    assert names["mill yard"] == "northgate"
    assert names["ferry lane"] == "riverside"
    assert "us" not in names
    assert "dock" not in names, "it is a part of the name that phrasings say"
    assert "beacon street" not in names, "nobody asks for that branch by any name"


def test_a_longer_name_is_not_read_as_one_that_it_holds() -> None:
    values = (
        QualifierValue("eu", "the EU", ("european union", "member state")),
        QualifierValue("non-eu", "outside the European Union", ("third country",)),
    )
    vocabulary = Vocabulary(qualifiers=(Qualifier("origin", "origin", values),))

    names = find_unsaid_names(vocabulary, ["fees for a member state", "third country fees"])

    assert names["european union"] == "member state"
    assert names["outside the European Union"] == "third country"

    names = find_unsaid_names(vocabulary, ["member state fees", "fees outside the european union"])

    assert names["outside the European Union"] == "outside the European Union"


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("when is mill yard open", "hours-north"),
        ("opening hours at ferry lane", "hours-river"),
        ("is mill yard open on tuesday?", "hours-north"),
    ],
)
def test_an_entry_is_found_by_any_name_of_its_value(query: str, entry: str) -> None:
    reply, _ = Engine(ENTRIES, vocabulary=BRANCHES).reply(query)

    assert isinstance(reply, Answer)
    assert [answer.id for answer in reply.answers] == [entry]
