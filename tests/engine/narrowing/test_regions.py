"""The regions a folder is about where no vocabulary lists them, and what they keep apart."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Vocabulary
from bot.engine.lexical.text import tokenize
from bot.engine.narrowing.qualifiers import QualifierGuard
from bot.engine.narrowing.regions import REGION, imply_regions
from bot.engine.replies import Answer, Fallback
from tests.engine.small_knowledge import ENTRIES as LISTED
from tests.engine.small_knowledge import VOCABULARY

FEE_INDIA = Entry(
    "fee-india",
    "What does a garden permit cost in India?",
    "A little, and in Delhi nothing.",
    ("permit fee in mumbai", "indian permit price"),
)
FEE_FRANCE = Entry(
    "fee-france", "What does a garden permit cost in France?", "A lot.", ("french permit fee",)
)
PERMIT = Entry(
    "permit", "How do I get a garden permit?", "At the town hall.", ("applying for a permit",)
)
ROSES = Entry("roses", "When should roses be pruned?", "Late in winter.", ("rose pruning",))
ENTRIES = (FEE_INDIA, FEE_FRANCE, PERMIT, ROSES)
NUMBERS = {entry.id: number for number, entry in enumerate(ENTRIES)}


@pytest.fixture(scope="module")
def guard() -> QualifierGuard:
    return QualifierGuard(Vocabulary(), ENTRIES)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(ENTRIES)


def name_regions(*entries: Entry) -> dict[str, tuple[str, ...]]:
    """The names of the implied regions, with the words that express each; empty for none."""
    regions = imply_regions(entries)
    return {value.name: value.words for value in regions.values} if regions else {}


def test_countries_are_taken_from_entries_with_every_word_for_them() -> None:
    assert name_regions(*ENTRIES) == {
        "France": ("france", "french"),
        "India": ("delhi", "india", "indian", "mumbai"),
    }


def test_a_larger_region_stands_for_itself_and_a_city_for_its_country() -> None:
    regions = name_regions(Entry("a", "Frost in Europe?", ""), Entry("b", "Frost in Lyon?", ""))

    assert regions == {"Europe": ("europe",), "France": ("lyon",)}


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (PERMIT, ROSES),
        (FEE_INDIA, PERMIT, ROSES),
        (FEE_INDIA, Entry("hours", "When is the Indian office open?", "")),
        (
            Entry("trip", "How do I book a trip?", "", ("a flight to paris", "get me a room")),
            Entry("rain", "Will it rain?", "", ("weather in london", "weather in berlin")),
            Entry("time", "What time is it?", "", ("time in tokyo", "tell me the time")),
        ),
        (
            FEE_INDIA,
            FEE_FRANCE,
            *(Entry(f"trip-{n}", "A trip?", "", ("to rome", "to oslo")) for n in range(3)),
        ),
    ],
    ids=[
        "no entries",
        "no places",
        "one place",
        "one country twice",
        "examples",
        "mostly examples",
    ],
)
def test_places_that_tell_no_entries_apart_imply_nothing(entries: tuple[Entry, ...]) -> None:
    assert imply_regions(entries) is None


def test_regions_that_the_keeper_lists_stay_as_listed() -> None:
    abroad = Entry("pay-france", "What does a gardener earn in France?", "Enough.")
    guard = QualifierGuard(VOCABULARY, (*LISTED, abroad))

    assert guard.name_values(REGION) == ["India", "the United States"]


@pytest.mark.parametrize(
    ("query", "verdicts"),
    [
        ("permit fee in india", ("met", "conflict", "met")),
        ("permit fee in bangalore", ("met", "conflict", "met")),
        ("french permit", ("conflict", "met", "met")),
        ("permit fee in lyon", ("conflict", "met", "met")),
        ("permit fee in germany", ("conflict", "conflict", "met")),
        ("permit fee in berlin", ("conflict", "conflict", "met")),
        ("permit fee", ("met", "met", "met")),
    ],
    ids=["named", "its city", "its people", "another's city", "foreign", "foreign city", "none"],
)
def test_only_entries_about_another_country_conflict(
    guard: QualifierGuard, query: str, verdicts: tuple[str, ...]
) -> None:
    mentions = guard.finder.find(tokenize(query))
    judged = [guard.judge(mentions, NUMBERS[i]) for i in ("fee-india", "fee-france", "permit")]

    assert tuple(judged) == verdicts


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("what does a garden permit cost in india", "fee-india"),
        ("garden permit fee mumbai", "fee-india"),
        ("what is the price of a garden permit in france", "fee-france"),
        ("how do i get a garden permit in germany", "permit"),
        ("when should roses be pruned in india", "roses"),
    ],
    ids=["named", "city", "other country", "for all", "another subject, for all"],
)
def test_a_bare_folder_answers_for_the_country_asked_about(
    engine: Engine, query: str, entry_id: str
) -> None:
    reply, _ = engine.reply(query)

    assert isinstance(reply, Answer)
    assert [entry.id for entry in reply.answers] == [entry_id]


@pytest.mark.parametrize("place", ["Germany", "Berlin", "Brazil"])
def test_a_bare_folder_says_which_country_it_knows_nothing_about(
    engine: Engine, place: str
) -> None:
    reply, _ = engine.reply(f"what does a garden permit cost in {place}?")

    assert isinstance(reply, Fallback)
    assert place in reply.missing
    assert "India" in reply.missing


@pytest.mark.parametrize(
    ("question", "entry_ids"),
    [
        ("how much is membership in Germany", []),
        ("how do I enter the London marathon", []),
        ("I live in Germany, how much is membership?", ["fee"]),
        ("how much is the membership fee", ["fee"]),
        ("do you have a hut in Norway", ["huts"]),
    ],
)
def test_a_place_that_narrows_is_missed_where_no_entry_names_any(
    question: str, entry_ids: list[str]
) -> None:
    engine = Engine(
        (
            Entry("fee", "How much is membership?", "Thirty a year.", ("membership fee", "dues")),
            Entry("enter", "How do I enter the marathon?", "Online.", ("marathon entry",)),
            Entry("huts", "Where do you have huts?", "In Sweden and France.", ("our huts",)),
        )
    )
    reply, _ = engine.reply(question)

    assert [entry.id for entry in getattr(reply, "answers", ())] == entry_ids


def test_a_place_is_one_of_many_where_phrasings_name_places() -> None:
    engine = Engine(
        (
            Entry("fee", "How much is membership?", "Thirty a year.", ("membership fee", "dues")),
            Entry("enter", "How do I enter the marathon?", "Online.", ("marathon entry",)),
            Entry("huts", "Where do you have huts?", "In Sweden and France.", ("our huts",)),
            Entry("trips", "When are the trips?", "See the list.", ("trip to Oslo",)),
        )
    )
    reply, _ = engine.reply("how much is membership in Germany")

    assert [entry.id for entry in getattr(reply, "answers", ())] == ["fee"]
