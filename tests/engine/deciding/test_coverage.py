"""What narrows a question does not stand for its subject."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Qualifier, QualifierValue, Vocabulary
from bot.engine.replies import Answer, Fallback

EMIRATES = QualifierValue("uae", "the United Arab Emirates", ("united arab emirates",))
NEW_ZEALAND = QualifierValue("nz", "New Zealand", ("new zealand",))
VOCABULARY = Vocabulary(
    qualifiers=(Qualifier("region", "country", (EMIRATES, NEW_ZEALAND)),),
)
ENTRIES = (
    Entry(
        "permit",
        "Do I need a garden permit in the United Arab Emirates?",
        "Yes. The town hall hands out forms.",
        (
            "permit for a garden in the united arab emirates",
            "garden licence in the united arab emirates",
        ),
    ),
    Entry(
        "frost",
        "When does it freeze in New Zealand?",
        "In July. Cover the beds with straw.",
        ("frost in new zealand", "cold nights in new zealand"),
    ),
    Entry(
        "straw",
        "What is straw good for?",
        "It keeps beds warm. Straw is cheap.",
        ("straw", "straw or hay", "buying straw", "a bale of straw"),
    ),
    Entry(
        "soil",
        "Which soil do tomatoes like?",
        "Loose soil with compost.",
        ("soil for tomatoes", "what earth do tomatoes need"),
    ),
    Entry(
        "snails",
        "How do I get rid of snails?",
        "Collect them at night.",
        ("snails eat my lettuce", "slugs and snails"),
    ),
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(ENTRIES, vocabulary=VOCABULARY, threshold=0.35, ambiguity_threshold=0.05)


@pytest.mark.parametrize(
    "query",
    [
        "soil in the united arab emirates",
        "which soil do tomatoes like in the united arab emirates",
        "snails in the united arab emirates",
        "snails in new zealand",
    ],
)
def test_an_entry_that_shares_only_the_country_is_no_answer(engine: Engine, query: str) -> None:
    assert isinstance(engine.reply(query)[0], Fallback)


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("forms in the united arab emirates", "permit"),
        ("cold nights of new zealand", "frost"),
        ("straw in new zealand", "frost"),
        ("cover beds with straw in new zealand?", "frost"),
    ],
    ids=["told", "asked", "told, asked of another", "told, in many words"],
)
def test_an_entry_that_says_what_else_is_asked_is_the_answer(
    engine: Engine, query: str, entry_id: str
) -> None:
    reply, _ = engine.reply(query)

    assert isinstance(reply, Answer)
    assert [entry.id for entry in reply.answers] == [entry_id]
