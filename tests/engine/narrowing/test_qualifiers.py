"""What narrows a question, and which entries meet it."""

import pytest

from bot.engine.entries import Entry, Qualifier, QualifierValue, Vocabulary
from bot.engine.lexical.text import tokenize
from bot.engine.narrowing.mentions import are_listed, drop_listed, holds_together
from bot.engine.narrowing.qualifiers import QualifierGuard
from tests.engine.small_knowledge import ENTRIES, VOCABULARY

NUMBERS = {entry.id: number for number, entry in enumerate(ENTRIES)}


@pytest.fixture(scope="module")
def guard() -> QualifierGuard:
    return QualifierGuard(VOCABULARY, ENTRIES)


def find(guard: QualifierGuard, text: str) -> dict[str, str | None]:
    """Name and value id of everything that narrows `text`."""
    return {mention.name: mention.value for mention in guard.finder.find(tokenize(text))}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pay in India", {"India": "india"}),
        ("indian wages", {"India": "india"}),
        ("pay in the us", {"the United States": "us"}),
        ("US pay", {"the United States": "us"}),
        ("tell us about pay", {}),
        ("pay in Germany", {"Germany": None}),
        ("india or germany", {"India": "india", "Germany": None}),
        ("pay", {}),
    ],
)
def test_countries_are_found(
    guard: QualifierGuard, text: str, found: dict[str, str | None]
) -> None:
    assert find(guard, text) == found


def test_a_profession_is_found_unless_it_says_where_somebody_comes_from(
    guard: QualifierGuard,
) -> None:
    assert None in find(guard, "what does a nurse earn").values()
    assert None not in find(guard, "i am a nurse, how do i start").values()


@pytest.mark.parametrize(
    ("text", "entry_id", "verdict"),
    [
        ("pay in india", "pay-india", "met"),
        ("pay in india", "pay-us", "conflict"),
        ("roses in india", "roses", "unmet"),
        ("pay in germany", "pay-india", "conflict"),
        ("what does a gardener earn", "pay-india", "met"),
        ("gardener tools", "roses", "met"),
    ],
)
def test_entries_are_judged_by_what_narrows_the_question(
    guard: QualifierGuard, text: str, entry_id: str, verdict: str
) -> None:
    mentions = guard.finder.find(tokenize(text))

    assert guard.judge(mentions, NUMBERS[entry_id]) == verdict


def test_a_value_that_most_entries_are_about_narrows_nothing(guard: QualifierGuard) -> None:
    (mention,) = guard.finder.find(["gardener"])

    assert guard.is_pervasive(mention)


def test_upper_case_us_is_a_country_unless_all_is_upper_case() -> None:
    assert tokenize("pay in US") == ["pay", "in", "usa"]
    assert tokenize("TELL US MORE") == ["tell", "us", "more"]


def test_one_of_many_phrasings_makes_no_entry_about_a_foreign_value() -> None:
    many = tuple(f"how are roses number {number} pruned" for number in range(60))
    named = (*many, "what does a nurse prune", "what would a nurse in germany prune")
    few, lots = (
        QualifierGuard(VOCABULARY, [Entry("roses", "When?", "In winter.", phrasings)])
        for phrasings in (named[-2:], named)
    )
    nurse = next(m for m in few.finder.find(tokenize("what does a nurse earn")) if m.value is None)

    assert few.is_named_by(nurse, 0)
    assert lots.is_named_by(nurse, 0)
    germany = few.finder.find(tokenize("pruning in germany"))[0]
    assert few.is_named_by(germany, 0)
    assert not lots.is_named_by(germany, 0)


def test_where_people_come_from_makes_no_entry_about_it() -> None:
    entry = Entry("start", "How do I start?", "Soon.", ("i am a nurse, how do i start",))
    guard = QualifierGuard(VOCABULARY, [entry])
    nurse = next(
        m for m in guard.finder.find(tokenize("what does a nurse earn")) if m.value is None
    )

    assert not guard.is_named_by(nurse, 0)


def test_a_role_far_from_the_comparing_word_is_not_compared(guard: QualifierGuard) -> None:
    assert None in find(guard, "gardener or nurse").values()
    assert None not in find(guard, "say it like you once told a nurse what gardeners do").values()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("not india, the usa", {"India"}),
        ("pay other than in india", {"India"}),
        ("i dont care about india", {"India"}),
        ("dont tell me about the usa, what is pay in india", {"the United States"}),
        ("forget india, what is pay in the usa", {"India"}),
        ("anywhere besides india and the usa", {"India", "the United States"}),
        ("pay in india, not germany or france", {"Germany", "France"}),
        ("pay, not in germany or india, the usa", {"Germany", "India"}),
        ("is it worth it or not in india", set()),
        ("india and the usa", set()),
        ("why not india", set()),
        ("pay not just in india", set()),
        ("pay in india and not in the usa", {"the United States"}),
        ("pay not in india or in the usa", {"India", "the United States"}),
        ("pay except in the usa, india", {"India", "the United States"}),
        ("what is pay like in the usa, not india", {"India"}),
        ("why is pay higher in the usa, not in india", set()),
        ("besides india, the usa too", set()),
        ("a gardener is not a nurse", set()),
    ],
)
def test_what_is_denied_is_told_apart(guard: QualifierGuard, text: str, denied: set[str]) -> None:
    mentions = guard.finder.find(tokenize(text))

    assert {mention.name for mention in mentions if mention.denied} == denied


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("not india, the usa", "the usa"),
        ("pay in the usa, not in india please", "pay in the usa please"),
        ("pay, but not in india", "pay"),
        ("pay, not in germany or india, the usa", "pay the usa"),
        ("pay in india", "pay in india"),
    ],
)
def test_what_is_denied_is_left_out(guard: QualifierGuard, text: str, left: str) -> None:
    assert " ".join(guard.finder.find_corrected(tokenize(text))) == left


def test_an_entry_about_nothing_but_what_is_denied_does_not_fit(guard: QualifierGuard) -> None:
    mentions = guard.finder.find(tokenize("gardener pay, but not in india"))

    assert guard.judge(mentions, NUMBERS["pay-india"]) == "conflict"
    assert guard.judge(mentions, NUMBERS["pay-us"]) == "met"
    assert guard.judge(mentions, NUMBERS["roses"]) == "met"


def test_a_foreign_town_widens_to_a_country_that_is_known(guard: QualifierGuard) -> None:
    pune, lyon = (guard.finder.find(tokenize(f"pay in {town}"))[0] for town in ("pune", "lyon"))

    assert (pune.value, pune.widen().value) == (None, "india")
    assert lyon.widen() == lyon


@pytest.mark.parametrize("town", ["austin", "new york", "ny", "sf", "orlando"])
def test_towns_that_are_words_as_well_widen_too(guard: QualifierGuard, town: str) -> None:
    (mention,) = guard.finder.find(tokenize(f"i live in {town}"))

    assert mention.widen().value == "us"


KINDS = Vocabulary(
    qualifiers=(
        Qualifier(
            "role",
            "role",
            (
                QualifierValue("gardener", "gardener", ("gardener", "gardeners")),
                QualifierValue("rose-gardener", "rose gardener", ("rose gardener",)),
                QualifierValue("tree-gardener", "tree gardener", ("tree gardener",)),
                QualifierValue("florist", "florist", ("florist",)),
            ),
            strict=True,
        ),
    )
)


def test_a_kind_of_what_all_is_about_is_met_by_what_holds_for_all() -> None:
    guard = QualifierGuard(KINDS, ENTRIES)
    tools = NUMBERS["tools"]
    assert guard.judge(guard.finder.find(tokenize("does a rose gardener dig")), tools) == "met"
    assert guard.judge(guard.finder.find(tokenize("does a florist dig")), tools) == "unmet"


def test_what_is_named_as_an_example_rules_nothing_else_out() -> None:
    instruments = Qualifier(
        "instrument",
        "instrument",
        (QualifierValue("piano", "piano", ("piano",)), QualifierValue("harp", "harp", ("harp",))),
        strict=False,
    )
    length = Entry(
        "length",
        "How long is a lesson?",
        "An hour.",
        ("lesson duration", "minutes of a lesson", "length of a piano lesson", "hours in a lesson"),
    )
    harps = Entry("harps", "Can I hire one?", "Yes.", ("hire a harp", "harp to borrow"))
    guard = QualifierGuard(Vocabulary(qualifiers=(instruments,)), (length, harps))
    harp, piano = (guard.finder.find([name]) for name in ("harp", "piano"))

    assert [guard.judge(harp, number) for number in (0, 1)] == ["met", "met"]
    assert [guard.judge(piano, number) for number in (0, 1)] == ["met", "conflict"]


@pytest.mark.parametrize(
    ("words", "sibling"),
    [
        (["tree"], "tree gardener"),
        (["trees"], "tree gardener"),
        (["florists"], "florist"),
        (["rose"], None),
        (["gardener"], None),
        (["tree", "pruning"], None),
        ([], None),
    ],
)
def test_a_part_of_a_name_stands_for_another_value(words: list[str], sibling: str | None) -> None:
    finder = QualifierGuard(KINDS, ENTRIES).finder
    (mention,) = finder.find(["rose", "gardener"])
    assert finder.find_sibling(words, mention) == sibling


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("pay in india and in germany", True),
        ("pay in india, germany and also in france", True),
        ("pay in india or germany", False),
        ("india or germany", False),
        ("pay in india, moving to germany", False),
    ],
)
def test_values_are_listed_with_an_and(guard: QualifierGuard, text: str, *, listed: bool) -> None:
    tokens = tokenize(text)
    assert are_listed(tokens, guard.finder.find(tokens)) is listed


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("pay in india, compared to germany", True),
        ("do i earn more in india or germany", True),
        ("which pays best, india and germany included", True),
        ("pay in india and also in germany", False),
    ],
)
def test_values_may_be_held_against_each_other(text: str, *, together: bool) -> None:
    assert holds_together(tokenize(text)) is together


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("pay in india and in germany", "pay in india"),
        ("pay in germany and in india", "pay in india"),
        ("pay in germany and india", "pay in india"),
        ("pay in germany", "pay"),
    ],
)
def test_a_value_is_left_out_of_a_list(guard: QualifierGuard, text: str, left: str) -> None:
    tokens = tokenize(text)
    germany = next(m for m in guard.finder.find(tokens) if m.name == "Germany")
    assert " ".join(drop_listed(tokens, germany)) == left


@pytest.mark.parametrize(
    ("text", "narrowing"),
    [
        ("do shops and bakers use roses", []),
        ("do bakers and shops use roses", ["bakers"]),
        ("what do bakers use", ["bakers"]),
        ("what do shops and bakers earn", ["bakers"]),
        ("do bakers and dentists use roses", ["bakers", "dentists"]),
    ],
)
def test_a_role_that_goes_on_a_list_of_things_narrows_nothing(
    guard: QualifierGuard, text: str, narrowing: list[str]
) -> None:
    assert [m.words for m in guard.finder.find(tokenize(text))] == narrowing


def test_what_all_kinds_have_in_common_stands_for_none_of_them() -> None:
    finder = QualifierGuard(KINDS, ENTRIES).finder
    (mention,) = finder.find(["gardener"])
    assert finder.find_sibling(["tree"], mention) is None
