"""What entries claim about places and roles, and that it can be kept."""

import json

from bot.engine.entries import Entry, Vocabulary
from bot.engine.narrowing.claims import ClaimTable
from bot.engine.wording.directions import find_direction
from tests.engine.small_knowledge import ENTRIES, VOCABULARY


def test_claims_tell_question_phrasings_and_answer_apart() -> None:
    entry = Entry(
        "move",
        "How do I move to India?",
        "Faster than to the US.",
        ("from usa to india", "india or usa", "the way to india"),
    )
    (claims,) = ClaimTable.read(VOCABULARY, [entry]).claims
    india, usa = ("region", "india"), ("region", "us")

    assert claims.question == {india}
    assert claims.asked == claims.anywhere == {india, usa}
    assert claims.orders == ((usa, india), (india, usa))


def test_a_value_of_one_phrasing_among_many_is_an_example() -> None:
    phrasings = ("how long", "duration", "length", "how long in india", "minutes it takes")
    example = Entry("length", "How long is a lesson?", "An hour.", phrasings)
    often = Entry("pay", "How much is it?", "Nine.", ("cost in india", "price", "how much there"))
    claims = ClaimTable.read(VOCABULARY, [example, often]).claims
    india = ("region", "india")

    assert [claim.anywhere for claim in claims] == [{india}, {india}]
    assert [claim.asked for claim in claims] == [frozenset(), {india}]


def test_claims_hold_the_ways_of_all_phrasings() -> None:
    phrasings = ("how do i move from rakes to spades", "spades", "i want to become a gardener")
    entry = Entry("move", "How do I switch to spades?", "Dig.", phrasings)
    (claims,) = ClaimTable.read(VOCABULARY, [entry]).claims
    ways = [find_direction(text.split()) for text in ("switch to spades", phrasings[0])]

    assert claims.ways.question == ways[0]
    assert claims.ways.others[0] == ways[1]
    assert (len(claims.ways.others), claims.ways.phrasings) == (2, 4)


def test_claims_tell_who_is_asked_for_what_is_not_so() -> None:
    spared = Entry("spared", "What can I leave out?", "Rakes.", ("which tools do I not need",))
    needed = Entry("needed", "Which tools do I need?", "Spades.", ("what do I need to dig",))

    claims = ClaimTable.read(VOCABULARY, [spared, needed]).claims

    assert [claim.denies for claim in claims] == [True, False]


def test_an_answer_is_read_to_its_end() -> None:
    entry = Entry("long", "What is it?", f"{'So it is. ' * 60}In India. {'So it is. ' * 60}")
    (claims,) = ClaimTable.read(VOCABULARY, [entry]).claims

    assert ("region", "india") in claims.anywhere


def test_claims_are_restored_from_json() -> None:
    listed = ClaimTable.read(VOCABULARY, ENTRIES)
    implied = ClaimTable.read(Vocabulary(), ENTRIES[:2])

    going = Entry("move", "How do I move?", "On foot.", ("how do i go from rakes to spades",))
    moving = ClaimTable.read(VOCABULARY, [*ENTRIES, going])

    assert implied.region is not None
    for table in (listed, implied, moving):
        assert ClaimTable.from_json(json.loads(json.dumps(table.to_json()))) == table
