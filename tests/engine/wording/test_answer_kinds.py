"""What kind of thing a question asks for."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Answer
from bot.engine.wording.answer_kinds import find_kind, may_tell, speaks_of

PHRASINGS = tuple(f"{opening} roses" for opening in "do i need,why,how,what are,buy,cut".split(","))
PLAIN = (*PHRASINGS, "roses", "how hard are roses", "do roses need water")


@pytest.mark.parametrize(
    "text",
    [
        "who was the gardener king",
        "and who invented shears",
        "who made that forecast",
        "how old is the spade",
        "when were roses brought here",
        "and until when",
        "how many roses grow here",
        "what does a rose cost",
        "how much are the roses",
        "how much water does it take",
        "what is a rose hip",
        "what does pruning mean",
        "how do rose hips work exactly",
        "how long is the rose show",
        "how do i install a trellis for roses",
        "state the formula of rose water",
        "how do i learn pruning",
        "and where can i study botany",
        "how is the rose show going",
        "what are roses used for",
        "explain mulch to me",
        "a rose hip is what exactly",
        "who knows grafting here",
        "when is the rose show",
    ],
)
def test_persons_ages_and_dates_are_missing_where_nothing_speaks_of_them(text: str) -> None:
    kind = find_kind(text.split())

    assert kind is not None
    assert not speaks_of(kind, PLAIN, "Roses like sun.")


@pytest.mark.parametrize(
    ("text", "phrasing", "answer"),
    [
        ("who started the garden", "who planted the roses", "Ana did."),
        ("who made that forecast", "roses", "The Bureau of Roses expects more of them."),
        ("how old is the spade", "roses", "It is nine years old."),
        ("when do roses start to bloom", "roses", "In June for 3 weeks."),
        ("how many roses grow here", "roses", "There are ninety, planted in 3 rows."),
        ("how many roses grow here", "the number of roses", "Many."),
        ("what does a rose cost", "roses", "Yes, for 300 kr an evening."),
        ("how much is a rose", "roses", "They are 5 a week."),
        ("how much is a rose", "price of roses", "Ask at the desk."),
        ("when does it open", "opening hours of the garden", "All day."),
        ("what is rdf", "roses", "RDF stands for rose disease finder."),
        ("how long is the rose show", "roses", "It fills two evenings and a morning for hours."),
        ("how long is the rose show", "length of the show", "Not very."),
        ("how do i learn pruning", "where to learn it", "With care."),
        ("how do i learn pruning", "pruning", "There is a course in May."),
        ("what are roses used for", "roses", "They are used for tea."),
        ("how do i install a trellis", "setting up a trellis", "With care."),
        ("how would i configure the pump", "how can one use it", "By hand."),
    ],
)
def test_what_phrasings_or_the_answer_speak_of_is_answered(
    text: str, phrasing: str, answer: str
) -> None:
    kind = find_kind(text.split())

    assert kind is not None
    assert speaks_of(kind, (*PLAIN, phrasing), answer)


@pytest.mark.parametrize(
    "text",
    [
        "how do i set up an appointment",
        "how do i prove my age",
        "how do i get roses",
        "how to choose a rose",
    ],
)
def test_not_all_that_is_done_is_handiwork(text: str) -> None:
    assert find_kind(text.split()) is None


def test_few_phrasings_show_too_little() -> None:
    kind = find_kind("who invented shears".split())

    assert kind is not None
    assert speaks_of(kind, PLAIN[:3], "Roses like sun.")


@pytest.mark.parametrize(
    "text",
    [
        "who can join",
        "how old are you",
        "when do i need shears",
        "when is pruning worth it",
        "how old do i have to be",
        "how much do i pay",
        "what is the price of roses",
        "what is refund fee",
        "what are opening hours",
        "what is needed",
        "what is your favourite rose",
        "how do i work here",
        "how do they work",
        "when is the second cut needed",
        "who knows if roses grow here",
        "explain why roses wilt",
        "how do i learn",
        "hey how is it going",
        "",
    ],
)
def test_other_questions_ask_for_no_kind(text: str) -> None:
    assert find_kind(text.split()) is None


def test_of_few_phrasings_the_answer_tells_what_they_do_not_show() -> None:
    kind = find_kind("how long is the rose show".split())

    assert kind is not None
    assert not speaks_of(kind, PLAIN[:3], "On 14 December at seven.")
    assert speaks_of(kind, PLAIN[:3], "It lasts two hours.")
    assert speaks_of(kind, ("how long is it", *PLAIN[:2]), "Not very.")


def test_what_a_sure_answer_leaves_unsaid_is_said_below_it() -> None:
    asked = (
        "mulch,mulch please,about mulch,any mulch,mulch or not,need mulch,is mulch needed,my mulch"
    )
    entries = (
        Entry("mulch", "Do I need mulch?", "Only on dry soil.", tuple(asked.split(","))),
        Entry("hours", "When is it open?", "From nine to five.", ("opening hours", "open when")),
        Entry("fees", "How much is a bed?", "Nine pounds.", ("price of a bed", "fees", "costs")),
    )
    engine = Engine(entries)
    reply, _ = engine.reply("explain mulch")
    plain, _ = engine.reply("do i need mulch")

    assert isinstance(reply, Answer)
    assert reply.missing == "My answers don't say what it is or how it works."
    assert isinstance(plain, Answer)
    assert plain.missing == ""


def test_an_answer_may_define_in_words_of_its_own() -> None:
    assert may_tell(PLAIN, "Mulch is a cover of straw.")
    assert may_tell(("mulch",), "Only on dry soil.")
    assert not may_tell(PLAIN, "Only on dry soil.")
