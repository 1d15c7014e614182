"""The index: what it finds, how sure it is, and what it survives."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.engine.matching.corpus import Document
from bot.engine.matching.features import Synonyms
from bot.engine.matching.index import Index
from bot.engine.matching.lexicon import Lexicon
from bot.engine.tables.archive import DamagedIndexError, pack, unpack
from tests.engine.small_knowledge import ENTRIES, VOCABULARY

NAMED = {
    "balance": Document(
        "What is my balance?",
        ("how much money do i have", "show my account balance", "account total please"),
        "Look at the first page.",
    ),
    "stolen": Document(
        "My card was stolen",
        ("someone took my card", "i lost my bank card", "card missing, block it"),
        "Call us at once.",
    ),
    "abroad": Document(
        "Can I pay abroad?",
        ("using the card in spain", "fees for foreign purchases", "travelling with my card"),
        "Yes, everywhere.",
    ),
}
NAMES = tuple(NAMED)
DOCUMENTS = tuple(NAMED.values())


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(DOCUMENTS, synonyms=[["fee", "charge", "surcharge"]])


GARDEN = tuple(Document(e.question, e.utterances, e.answer) for e in ENTRIES)
NUMBERS = {entry.id: number for number, entry in enumerate(ENTRIES)}


@pytest.fixture(scope="module")
def garden() -> Index:
    return Index.build(GARDEN, synonyms=VOCABULARY.synonyms)


def store(index: Index) -> bytes:
    """An index as it is kept between starts."""
    return pack(*index.to_parts())


def restore(index: Index) -> Index:
    """An index that was kept."""
    return Index.from_parts(*unpack(store(index)))


def best(index: Index, text: str) -> str:
    return NAMES[index.score(index.prepare(text)).top(1)[0][0]]


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("how much is in my account", "balance"),
        ("a thief has my card", "stolen"),
        ("does it work on holiday in another country", "abroad"),
        ("blance", "balance"),
        ("BALANCE 💰💰 ＡＣＣＯＵＮＴ", "balance"),
        ("is there a surcharge", "abroad"),
    ],
    ids=["own words", "related words", "meaning only", "slip", "shouted", "synonym"],
)
def test_the_entry_asked_for_scores_best(index: Index, query: str, entry: str) -> None:
    assert best(index, query) == entry


def test_questions_about_other_things_are_less_sure(index: Index) -> None:
    inside = index.score(index.prepare("somebody stole my card")).confidence
    outside = index.score(index.prepare("which dinosaur was the largest")).confidence

    assert outside < index.thresholds.decline < inside


@pytest.mark.parametrize(
    "text",
    ["", "   ", "🚀", "?!", "多少钱", "x", "\x00\ufffd", "a" * 4_000, "zq jx " * 600],
    ids=["empty", "blank", "emoji", "marks", "script", "letter", "control", "run", "noise"],
)
def test_what_is_no_question_gets_scores_near_nothing(index: Index, text: str) -> None:
    scores = index.score(index.prepare(text))

    assert len(scores.values) == len(DOCUMENTS)
    assert np.isfinite(scores.values).all()
    assert scores.confidence < index.thresholds.decline


def test_scores_lie_between_nothing_and_one(index: Index) -> None:
    for document in DOCUMENTS:
        scores = index.score(index.prepare(document.question))

        assert 0 <= scores.values.min() <= scores.values.max() <= 1
        assert 0 <= scores.confidence <= 1


def test_the_best_come_first_and_the_margin_is_their_lead(index: Index) -> None:
    scores = index.score(index.prepare("my card was stolen"))
    (first, high), (_, low) = scores.top(2)

    assert NAMES[first] == "stolen"
    assert scores.margin == pytest.approx(high - low)
    assert len(scores.top(10)) == len(DOCUMENTS)
    assert scores.top(0) == []


def test_a_mixture_lies_between_its_parts(index: Index) -> None:
    stolen, balance = index.prepare("someone took my card"), index.prepare("account balance")
    alone = index.score(stolen).values
    mixed = index.score_mixture([(stolen, 1.0), (balance, 0.2)]).values

    assert mixed.argmax() == alone.argmax() == 1
    assert mixed[1] < alone[1]
    assert mixed[0] > alone[0]
    assert index.score_mixture([(stolen, 3.0)]).confidence == pytest.approx(
        index.score(stolen).confidence
    )


def test_an_explanation_names_the_words_that_counted(index: Index) -> None:
    explanation = index.explain(index.prepare("did someone take my card yesterday"), 1)
    words = [word for word, _ in explanation.words]

    assert explanation.utterance == "someone took my card"
    assert "card" in words
    assert words.index("card") < [*words, "yesterday"].index("yesterday")


def test_a_query_tells_how_it_was_read() -> None:
    index = Index.build(DOCUMENTS, abbreviations={"cc": "credit card"})
    query = index.prepare("cc stoln")

    assert query.tokens == ("credit", "card", "stolen")
    assert [(r.original, r.repaired) for r in query.repairs] == [("stoln", "stolen")]
    assert 0 < query.signature.coverage < 1


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("lol tbh is my card gone", "is my card gone"),
        ("how much is a card", "how much cost is a card"),
        ("af payable", "annual fee payable"),
        ("I'll need a card, we’re lost", "i will need a card we are lost"),
        ("ill or Bob's card", "interlibrary loan or bobs card"),
    ],
    ids=["fillers", "price", "short form like a filler", "contractions", "no contraction"],
)
def test_a_query_is_read_as_what_it_means(text: str, tokens: str) -> None:
    short = {"af": "annual fee", "ill": "interlibrary loan", "were": "weekly report"}
    index = Index.build(DOCUMENTS, abbreviations=short)

    assert " ".join(index.prepare(text).tokens) == tokens


@pytest.mark.parametrize(
    "query",
    ["is parking free behind the greenhouse", "does the cafe serve cake on sundays"],
)
def test_an_answer_is_learnt_sentence_by_sentence(query: str) -> None:
    told = "We open at nine. Parking is free behind the greenhouse. A cafe serves cake on Sundays."

    def score(answer: str) -> float:
        shop = Document("When is the tool shop open?", ("opening hours",), answer)
        index = Index.build([shop, *GARDEN])
        return float(index.score(index.prepare(query)).values[0])

    assert score(told) > score(told.replace(".", "")) + 0.02


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("my roses have thorns", ["roses"]),
        ("roses in india", ["india", "roses"]),
        ("i am a gardener", []),
        ("the shears and compost", []),
        ("quantum physics", []),
        ("when is it", []),
    ],
    ids=["one", "two", "every entry's", "one of many", "unknown", "grammar"],
)
def test_subjects_are_the_words_that_an_entry_is_all_about(
    garden: Index, query: str, words: list[str]
) -> None:
    assert sorted(garden.find_subjects(garden.prepare(query))) == words


@pytest.mark.parametrize(
    ("query", "entry", "keyword"),
    [
        ("roses?", "roses", True),
        ("so the rose then", "roses", True),
        ("india", "pay-india", True),
        ("roses?", "soil", False),
        ("quantum roses", "roses", False),
        ("roses india", "roses", False),
        ("gardener", "start", False),
        ("when", "roses", False),
        ("", "roses", False),
    ],
)
def test_a_keyword_names_only_what_its_entry_is_all_about(
    garden: Index, query: str, entry: str, keyword: bool
) -> None:
    assert garden.is_keyword_of(garden.prepare(query), NUMBERS[entry]) is keyword


@pytest.mark.parametrize(
    ("word", "others", "counterpart"),
    [
        ("wage", ["roses", "salary"], "salary"),
        ("india", ["gardener", "usa"], "usa"),
        ("compost", ["winter", "soil"], "soil"),
        ("spade", ["india", "wage"], None),
        ("zzkkq", ["roses"], None),
        ("roses", [], None),
    ],
    ids=["like meaning", "like kind", "nearest", "none is like it", "unknown", "no others"],
)
def test_a_word_stands_in_for_one_of_its_kind(
    garden: Index, word: str, others: list[str], counterpart: str | None
) -> None:
    assert garden.find_counterpart(word, others) == counterpart


def test_words_in_the_same_company_are_counterparts() -> None:
    asked = ("how do i rent a {}", "can i borrow the {} today", "who mends a broken {}")
    tools = ("zorbel", "quimby")
    documents = [Document(asked[0].format(t), tuple(a.format(t) for a in asked), "") for t in tools]

    assert Index.build(documents).find_counterpart("zorbel", ["rent", "quimby"]) == "quimby"
    assert Index.build(GARDEN).find_counterpart("zorbel", ["rent", "quimby"]) is None


def test_an_entry_s_share_of_a_query_grows_with_what_it_says_of_it(garden: Index) -> None:
    queries = ("when should roses be pruned", "when should roses be taxed", "is cheese taxed")
    shares = [garden.align(garden.prepare(query), NUMBERS["roses"])[0] for query in queries]

    assert shares[0] == pytest.approx(1)
    assert shares[0] > shares[1] > shares[2] >= 0


def test_the_vocabulary_is_what_the_questions_use(index: Index) -> None:
    assert {"balance", "stolen", "abroad"} <= index.vocabulary
    assert "everywhere" not in index.vocabulary


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_smallest_knowledge_works(count: int) -> None:
    index = Index.build([Document("Who?", (), "I.") for _ in range(count)])
    scores = index.score(index.prepare("who are you"))

    assert len(scores.top(5)) == count
    assert len(restore(index).score(index.prepare("who")).values) == count


def test_one_phrasing_each_is_enough_to_find_entries() -> None:
    index = Index.build([Document(d.question, (), d.answer) for d in DOCUMENTS])

    assert best(index, "stolen card") == "stolen"
    assert best(index, "paying abroad") == "abroad"


@pytest.mark.parametrize("order", ["0", "1"])
def test_every_training_gives_the_same(order: str) -> None:
    """In every process, however it happens to order its sets."""
    code = (
        "import sys; from tests.engine.matching.test_index import DOCUMENTS, Index, store; "
        "sys.stdout.buffer.write(store(Index.build(DOCUMENTS)))"
    )
    trained = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": order},
        check=True,
        capture_output=True,
    )

    assert trained.stdout == store(Index.build(DOCUMENTS))


def test_an_index_survives_being_stored(index: Index) -> None:
    restored = restore(index)
    query = index.prepare("fees in foreign contries")
    again = restored.prepare("fees in foreign contries")

    assert again.tokens == query.tokens
    assert np.array_equal(restored.score(again).values, index.score(query).values)
    assert restored.thresholds == index.thresholds
    assert restored.vocabulary == index.vocabulary
    assert restored.explain(again, 2) == index.explain(query, 2)
    assert restored.align(again, 2) == index.align(query, 2)
    assert index.align(query, 2)[0] > 0


def test_a_restored_index_knows_subjects_and_counterparts(garden: Index) -> None:
    restored = restore(garden)

    assert restored.find_subjects(restored.prepare("roses in india"))
    assert restored.is_keyword_of(restored.prepare("roses"), NUMBERS["roses"])
    assert restored.find_counterpart("wage", ["roses", "salary"]) == "salary"


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "foreign", "arrays"])
def test_damaged_bytes_are_told_apart(index: Index, damage: str) -> None:
    data = store(index)
    middle = len(data) // 2
    damaged = {
        "cut": data[:middle],
        "flipped": data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :],
        "empty": b"",
        "foreign": b"PK\x03\x04 not an index",
        "arrays": pack({"words": []}, {"counts": np.zeros(3)}),
    }[damage]

    with pytest.raises(DamagedIndexError):
        Index.from_parts(*unpack(damaged))


def test_words_that_only_colour_a_phrasing_say_nothing() -> None:
    plain = Document("When are roses pruned?", ("pruning time lol", "tbh roses"), "")
    index = Index.build([plain, Document("What does rofl mean?", (), "Laughter.")])

    assert "lol" not in index.vocabulary
    assert "rofl" in index.vocabulary
    assert "lol" not in index.prepare("pruning time lol").tokens


def test_slang_that_phrasings_say_as_well_only_colours_a_query() -> None:
    roses = Document("When are roses pruned?", ("pruning time lol", "fam roses"), "")
    laughter = Document("lol", ("lmao",), "")
    index = Index.build([roses, laughter, Document("Who may join the fam?", (), "All.")])

    assert index.prepare("pruning time lol").tokens == ("pruning", "time")
    assert index.prepare("who may join the fam").tokens == ("who", "may", "join", "the", "fam")
    assert index.prepare("lol").tokens == ("lol",)


def test_what_only_colours_a_query_falls_away_misspelt_as_well() -> None:
    index = Index.build([Document("When are roses pruned?", ("pruning roses",), "In March.")])

    assert (
        " ".join(index.prepare("honesly when are roses pruned").tokens) == "when are roses pruned"
    )


def test_of_very_many_texts_a_single_one_adds_words_only() -> None:
    synonyms = Synonyms.read([])
    few = [["prune", "roses"], ["water", "tomatoes"]]
    many = few + [["prune", "tomatoes"]] * 4_000

    assert {"bprune rose", "bwater tomato"} <= set(Lexicon.collect(few, synonyms).names)
    names = set(Lexicon.collect(many, synonyms).names)
    assert {"wprune", "wrose", "wwater", "bprune tomato"} <= names
    assert not {"bprune rose", "bwater tomato", "c_ro", "c_wa"} & names


IN_RANGE = """
phrasing_starts starts entries entry_word_starts entry_word_numbers entry_word_name_numbers
exact_owners subject_owners
""".split()
FINITE = "feature_weights entry_weights meanings landmarks votes common".split()


@pytest.mark.parametrize("damage", ["cut short", "of another kind", "with another dimension"])
def test_an_array_of_another_form_is_noticed(index: Index, damage: str) -> None:
    texts, arrays = index.to_parts()
    for name, array in arrays.items():
        damaged = {
            "cut short": array[: len(array) // 2],
            "of another kind": array.astype(np.complex64),
            "with another dimension": array[None],
        }

        with pytest.raises(DamagedIndexError):
            Index.from_parts(texts, arrays | {name: damaged[damage]})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, value) for name in IN_RANGE for value in (-1, 10_000)),
        *((name, value) for name in FINITE for value in (np.nan, np.inf)),
    ],
)
@pytest.mark.parametrize("place", [0, -1])
def test_a_number_that_points_nowhere_is_noticed(
    index: Index, name: str, value: float, place: int
) -> None:
    texts, arrays = index.to_parts()
    damaged = arrays[name].copy()
    damaged[place] = value

    with pytest.raises(DamagedIndexError):
        Index.from_parts(texts, arrays | {name: damaged})
