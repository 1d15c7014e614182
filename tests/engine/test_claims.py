"""What entries claim about places and roles, and that it can be kept."""

import json

from bot.engine.claims import ClaimTable
from bot.engine.entries import Entry, Vocabulary
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


def test_an_answer_is_read_to_its_end() -> None:
    entry = Entry("long", "What is it?", f"{'So it is. ' * 60}In India. {'So it is. ' * 60}")
    (claims,) = ClaimTable.read(VOCABULARY, [entry]).claims

    assert ("region", "india") in claims.anywhere


def test_claims_are_restored_from_json() -> None:
    listed = ClaimTable.read(VOCABULARY, ENTRIES)
    implied = ClaimTable.read(Vocabulary(), ENTRIES[:2])

    assert implied.region is not None
    for table in (listed, implied):
        assert ClaimTable.from_json(json.loads(json.dumps(table.to_json()))) == table
