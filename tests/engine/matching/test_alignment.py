"""How much of what a query says an entry says as well."""

import numpy as np
import pytest

from bot.engine.languages.english import English
from bot.engine.matching.alignment import MOST_WORDS, Alignment
from bot.engine.matching.corpus import Corpus
from bot.engine.matching.features import Synonyms
from bot.engine.matching.lexicon import Lexicon

SYNONYMS = Synonyms.read([("cost", "price")])
COST, RENT, SOIL, SILENT = range(4)
CORPUS = Corpus(
    texts=[
        "what does a spade cost".split(),
        "where can i rent a rake".split(),
        "which soil do tomatoes like".split(),
        "loose soil with compost".split(),
    ],
    owners=np.asarray([COST, RENT, SOIL, SOIL]),
    shares=np.ones(4, dtype=np.float32),
    asked=np.asarray([True, True, True, False]),
    entries=4,
    synonyms=SYNONYMS,
    language=English(),
)


@pytest.fixture(scope="module")
def alignment() -> Alignment:
    return Alignment.fit(CORPUS, Lexicon.collect(CORPUS.texts, SYNONYMS))


def compare(alignment: Alignment, query: str, entry: int) -> tuple[float, float]:
    """What an entry meets of a query, and what it misses most."""
    met, missed = alignment.compare(alignment.read(query.split()), [entry])
    return float(met[0]), float(missed[0])


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("spade cost", COST),
        ("spades costing", COST),
        ("price spades", COST),
        ("rent a rake where", RENT),
        ("tomato soil", SOIL),
    ],
    ids=["own words", "other endings", "synonym", "other order", "other texts"],
)
def test_words_of_an_entry_are_met_whatever_their_form(
    alignment: Alignment, query: str, entry: int
) -> None:
    met, missed = compare(alignment, query, entry)

    assert met == pytest.approx(1)
    assert missed == pytest.approx(0)


@pytest.mark.parametrize(
    ("entry", "nearer", "farther"),
    [
        (COST, "spade", "shovel"),
        (COST, "shovel", "insurance"),
        (SOIL, "tomatoes", "potatoes"),
        (SOIL, "soil", "compost"),
    ],
    ids=["the word itself", "a word of like meaning", "another vegetable", "asked, not told"],
)
def test_nearer_words_are_better_counterparts(
    alignment: Alignment, entry: int, nearer: str, farther: str
) -> None:
    assert compare(alignment, nearer, entry)[0] > compare(alignment, farther, entry)[0]


@pytest.mark.parametrize(
    "query", ["quantum", "zzkkq", "rake"], ids=["unrelated", "unknown", "another entry's"]
)
def test_a_word_without_counterpart_is_missed_whole(alignment: Alignment, query: str) -> None:
    met, missed = compare(alignment, query, SOIL)

    assert met == pytest.approx(0, abs=0.05)
    assert missed == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize(("word", "holder"), [("where", RENT), ("which", SOIL), ("what", COST)])
def test_words_of_grammar_are_met_by_themselves_only(
    alignment: Alignment, word: str, holder: int
) -> None:
    met, missed = alignment.compare(alignment.read([word]), [COST, RENT, SOIL])
    expected = [float(entry == holder) for entry in (COST, RENT, SOIL)]

    assert met.tolist() == expected
    assert missed.tolist() == [1 - share for share in expected]


def test_grammar_counts_less_than_the_subject(alignment: Alignment) -> None:
    assert 0.5 < compare(alignment, "which rake", RENT)[0] < 1


def test_a_paraphrase_misses_little_and_another_subject_misses_one_thing(
    alignment: Alignment,
) -> None:
    _, paraphrase = compare(alignment, "dirt for growing tomatoes", SOIL)
    _, other = compare(alignment, "insurance for growing tomatoes", SOIL)

    assert other > paraphrase


def test_entries_are_compared_in_the_order_given(alignment: Alignment) -> None:
    query = alignment.read("spade soil where".split())
    met, missed = alignment.compare(query, [COST, RENT, SOIL])
    turned, turned_missed = alignment.compare(query, [SOIL, RENT, COST])

    assert turned.tolist() == met.tolist()[::-1]
    assert turned_missed.tolist() == missed.tolist()[::-1]
    assert len(set(met.tolist())) == 3


def test_an_entry_without_words_meets_nothing_beside_others_that_do(alignment: Alignment) -> None:
    met, missed = alignment.compare(alignment.read(["spade"]), [SILENT, COST, SILENT])

    assert met.tolist() == [0, 1, 0]
    assert missed.tolist() == [1, 0, 1]


def test_saying_a_word_twice_changes_nothing(alignment: Alignment) -> None:
    assert compare(alignment, "spade spade spade insurance", COST) == compare(
        alignment, "spade insurance", COST
    )


def test_the_weights_of_a_query_are_one_together(alignment: Alignment) -> None:
    read = alignment.read("where do i get the cheapest spade of the zzkkq".split())

    assert read.weights.sum() + read.particle_weights.sum() == pytest.approx(1)
    assert min(*read.weights, *read.particle_weights) > 0


def test_of_a_long_query_the_first_words_are_compared(alignment: Alignment) -> None:
    noise = [f"zzkkq{n}" for n in range(MOST_WORDS)]

    assert compare(alignment, " ".join([*noise, "spade"]), COST)[0] == 0
    assert compare(alignment, " ".join(["spade", *noise]), COST)[0] > 0


def test_nothing_said_meets_and_misses_nothing(alignment: Alignment) -> None:
    assert compare(alignment, "", COST) == (0, 0)


def test_no_entries_give_no_shares(alignment: Alignment) -> None:
    met, missed = alignment.compare(alignment.read(["spade"]), [])

    assert (len(met), len(missed)) == (0, 0)


def test_words_that_every_entry_says_count_alike_where_a_query_holds_no_others() -> None:
    lexicon = Lexicon.collect(CORPUS.texts, SYNONYMS)
    lexicon = lexicon.weighed(np.zeros(len(lexicon), dtype=np.float32))

    met, missed = compare(Alignment.fit(CORPUS, lexicon), "where do i rent", RENT)

    assert met == pytest.approx(0.75)
    assert missed == pytest.approx(0.25)
