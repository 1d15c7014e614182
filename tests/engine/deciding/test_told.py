"""What people tell of themselves, in a turn before their question or around it."""

from dataclasses import replace

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Gap, Qualifier, QualifierValue
from bot.engine.replies import Answer, Clarification, Fallback
from bot.engine.wording.courtesies import Courtesy
from tests.engine.small_conversations import THRESHOLDS, answered, ask
from tests.engine.small_knowledge import ENTRIES as GARDEN
from tests.engine.small_knowledge import VOCABULARY


@pytest.mark.parametrize(
    ("statement", "question", "entry_id"),
    [
        ("my roses look awful this winter", "when do I cut them?", "roses"),
        ("my tomatoes look sad this year", "which soil do they like?", "soil"),
    ],
)
def test_a_question_after_a_statement_is_about_what_was_stated(
    garden: Engine, statement: str, question: str, entry_id: str
) -> None:
    assert isinstance(ask(garden, statement), Fallback)
    assert answered(ask(garden, statement, question)) == [entry_id]


def test_a_statement_about_other_things_is_not_gone_on_about(garden: Engine) -> None:
    reply = ask(garden, "my bus is late", "when do I cut them?")

    assert isinstance(reply, Fallback)
    assert not reply.understanding.used_context


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("I am a nurse from Lyon, what tools does a gardener need?", "tools"),
        ("I live in Germany, what does a gardener earn in India?", "pay-india"),
        ("My uncle sold his shop in Paris so when should roses be pruned?", "roses"),
    ],
)
def test_what_speakers_say_of_themselves_does_not_narrow_what_they_ask(
    garden: Engine, text: str, entry_id: str
) -> None:
    assert answered(ask(garden, text)) == [entry_id]


@pytest.mark.parametrize(
    ("post", "entry_id"),
    [
        ("My ladder broke yesterday. My dog was so scared. Who can fix it?", "repair-ladder"),
        ("We got a mower. Grandma loves her flowers. How do I repair it?", "repair-mower"),
        ("I have a ladder. My brother gave it to me last year. Who repairs it?", "repair-ladder"),
    ],
)
def test_it_stands_for_what_the_shop_knows_in_a_post(
    shop: Engine, post: str, entry_id: str
) -> None:
    assert answered(ask(shop, post)) == [entry_id]


def test_what_to_do_is_asked_of_the_trouble_that_was_told() -> None:
    idea = Entry("idea", "I have an idea for the garden", "Tell us.", ("new idea", "any ideas?"))
    garden = Engine((*GARDEN, idea), vocabulary=VOCABULARY, **THRESHOLDS)
    post = (
        "Hi folks, we moved here in spring with our two girls and are absolutely loving it. "
        "The roses are far too tall since nobody did any pruning. My old aunt never had that. "
        "Any idea what I can do?"
    )

    assert answered(ask(garden, post)) == ["roses"]


def test_which_of_two_troubles_is_meant_is_asked_back(shop: Engine) -> None:
    reply = ask(shop, "I wanted to rent a mower. The ladder is broken. Any ideas?")
    one = ask(shop, "The delivery came late. My ladder is broken. Any ideas?")

    assert isinstance(reply, Clarification)
    assert [entry.id for entry in reply.choices] == ["repair-ladder", "rent-mower"]
    assert answered(one) == ["repair-ladder"]


def test_what_is_told_before_it_makes_no_doubt_of_a_question_without_an_answer() -> None:
    age = ("is my age an issue", "am i too old", "how old are gardeners")
    gap = Gap("age", age, "Nothing is said of age.")
    garden = Engine(
        GARDEN, vocabulary=VOCABULARY, gaps=(gap,), threshold=0.1, ambiguity_threshold=0.05
    )
    reply = ask(garden, "I know tomato plants. Am I too old?")

    assert isinstance(reply, Fallback)
    assert reply.missing == gap.missing


ADVICE = (
    Entry(
        "for-bakers",
        "How does a baker become a gardener?",
        "Early hours help.",
        ("i am a baker, how do i become a gardener", "baker to gardener", "from baker to gardens"),
    ),
    Entry("baker", "What does a baker do?", "Bread.", ("a baker's work", "baking all day")),
    Entry("baker-tools", "Which tools does a baker need?", "An oven.", ("baker tools",)),
)


TRADES = replace(
    VOCABULARY,
    qualifiers=(
        *VOCABULARY.qualifiers[:1],
        Qualifier(
            "role",
            "role",
            (
                QualifierValue("gardener", "gardener", ("gardener", "gardeners")),
                QualifierValue("baker", "baker", ("baker", "bakers")),
            ),
        ),
    ),
)


@pytest.fixture(scope="module")
def trades() -> Engine:
    return Engine((*GARDEN, *ADVICE), vocabulary=TRADES, **THRESHOLDS)


def test_what_the_turn_before_told_of_the_speaker_counts(trades: Engine) -> None:
    question = "how could i become a gardener?"

    assert answered(ask(trades, question)) == ["start"]
    assert answered(ask(trades, "I am a baker by trade.", question)) == ["for-bakers"]


def test_what_it_told_does_not_cost_an_answer(trades: Engine) -> None:
    assert answered(ask(trades, "i like volcanoes", "when do i cut my roses?")) == ["roses"]


def test_they_are_who_was_asked_about_before(trades: Engine) -> None:
    turn = "which tools do they need?"

    assert answered(ask(trades, "how does a gardener start", turn)) == ["tools"]
    assert answered(ask(trades, "what does a baker do", turn)) == ["baker-tools"]


def test_they_may_be_things_that_were_asked_about_before(trades: Engine) -> None:
    asked = ("do courses help bakers", "do they need tools?")

    assert "baker" not in str(getattr(ask(trades, *asked), "missing", ""))


def test_what_was_told_does_not_take_the_place_of_what_is_asked(trades: Engine) -> None:
    assert answered(ask(trades, "I love pruning roses.", "what do tomatoes need?")) == ["soil"]


@pytest.mark.parametrize(
    ("told", "query", "entry_id"),
    [
        ("I live in India", "what would I earn as a gardener?", "pay-india"),
        ("my dad lives in the US", "what would a gardener earn there?", "pay-us"),
        ("I'm a teacher", "when do i cut my roses", "roses"),
    ],
)
def test_who_says_where_they_are_is_welcomed_and_then_answered_for_there(
    garden: Engine, told: str, query: str, entry_id: str
) -> None:
    reply = ask(garden, told)

    assert isinstance(reply, Fallback)
    assert (reply.courtesy, reply.missing) == (Courtesy.INTRODUCED, "")
    assert answered(ask(garden, told, query)) == [entry_id]


def test_what_was_told_is_no_part_of_a_question_that_names_nothing() -> None:
    plain = Entry("needs", "What would I need?", "Patience.", ("what do i need",))
    engine = Engine((*GARDEN, plain), **THRESHOLDS)

    assert answered(ask(engine, "i am a baker who likes cats", "what would i need")) == ["needs"]


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ("I want to become a dentist", True),
        ("My son wants to be an electrician", True),
        ("I am a dentist", False),
        ("I wanted to be a pilot once", False),
        ("I am a nurse and want to become a gardener", False),
        ("I do not want to become a lawyer", False),
    ],
)
def test_what_somebody_wants_to_become_narrows_what_they_ask(
    garden: Engine, told: str, missing: bool
) -> None:
    for turns in ([f"{told}. Which tools do I need?"], [told, "which tools do I need?"]):
        reply = ask(garden, *turns)

        assert bool(reply.missing if isinstance(reply, Fallback) else "") is missing
        assert answered(reply) == ([] if missing else ["tools"])


def test_a_story_may_fit_an_entry_better_than_its_question_word_for_word() -> None:
    nurse = Entry(
        "nurses",
        "How do nurses become gardeners?",
        "By night.",
        (
            "i am a nurse and want to become a gardener",
            "nurse to gardener",
            "from nursing to gardens",
        ),
    )
    engine = Engine((*GARDEN, nurse), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "I am a nurse. How do I become a gardener?")) == ["nurses"]
    assert answered(ask(engine, "How do I become a gardener?")) == ["start"]


@pytest.mark.parametrize(
    ("turns", "missing"),
    [
        (("I am a nurse.", "what do I earn?"), True),
        (("My cousin is a plumber, how do I become one?",), True),
        (("I am a nurse.", "what does a gardener earn in India?"), False),
    ],
)
def test_a_question_about_the_work_told_of_is_narrowed_by_it(
    turns: tuple[str, ...], missing: bool
) -> None:
    reply = ask(Engine(GARDEN, vocabulary=VOCABULARY), *turns)

    assert bool(reply.missing if isinstance(reply, Fallback) else "") is missing


def test_what_is_told_after_a_question_sharpens_it(garden: Engine) -> None:
    asked = "what does a gardener earn?"
    first = ask(garden, asked, "I live in India")

    assert answered(first) == ["pay-india"]
    assert isinstance(ask(garden, "when should roses be pruned?", "my cat is sick"), Fallback)


def test_a_remark_after_an_answer_is_not_bent_to_it(garden: Engine) -> None:
    reply = ask(garden, "which tools does a gardener need?", "i hate roses")
    assert not isinstance(reply, Answer)


def test_a_problem_that_nobody_told_of_is_no_question_about_problems(needed: Engine) -> None:
    assert answered(ask(needed, "is that a problem?")) == []
    assert answered(ask(needed, "do i need a rake", "is that a problem?")) == []


@pytest.mark.parametrize("opening", ["i live in kenya and", "Hello, I am from Poland but"])
def test_where_somebody_is_from_narrows_no_wish_behind_it(garden: Engine, opening: str) -> None:
    assert answered(ask(garden, f"{opening} I want to know which tools a gardener needs")) == [
        "tools"
    ]


def test_who_doubts_an_answer_is_told_no_other(garden: Engine) -> None:
    reply = ask(garden, "which tools does a gardener need", "but everyone says i dont")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == Courtesy.DISPUTED
    assert not reply.suggestions
    first = ask(garden, "but everyone says i dont")
    assert isinstance(first, Fallback)
    assert first.courtesy != Courtesy.DISPUTED


@pytest.mark.parametrize(
    ("told", "query", "entry_id"),
    [
        ("I live in India", "when do i cut my roses", "roses"),
        ("I live in Germany", "which tools does a gardener need", "tools"),
        ("my friend lives in the US", "how do i become a gardener", "start"),
        ("I'm from India", "which tools do gardeners need there", "tools"),
    ],
)
def test_where_somebody_lives_does_not_spoil_what_is_the_same_anywhere(
    garden: Engine, told: str, query: str, entry_id: str
) -> None:
    assert answered(ask(garden, told, query)) == [entry_id]


def test_which_of_two_figures_is_right_is_left_to_who_asks(garden: Engine) -> None:
    reply = ask(garden, "which tools does a gardener need", "and which one is right?")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == Courtesy.DISPUTED


def test_only_an_answer_can_be_doubted(garden: Engine) -> None:
    reply = ask(garden, "what does a gardener earn in Germany", "i don't agree at all")

    assert not (isinstance(reply, Fallback) and reply.courtesy == Courtesy.DISPUTED)


def test_who_doubts_and_asks_gets_an_answer(garden: Engine) -> None:
    asked = ask(garden, "which tools does a gardener need", "thats wrong when are roses pruned")

    assert answered(asked) == ["roses"]


@pytest.mark.parametrize(
    "told",
    [
        "I'm a nurse looking for the wage in Germany",
        "I am a cook who wants to move to Oslo",
        "im a cook can i become a gardener",
    ],
)
def test_who_says_what_they_are_after_is_not_only_welcomed(garden: Engine, told: str) -> None:
    reply = ask(garden, told)

    assert not (isinstance(reply, Fallback) and reply.courtesy == Courtesy.INTRODUCED)


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("My aunt lives in Poland and asks whether roses are pruned in winter", "roses"),
        ("My uncle, a welder, wants to know which soil tomatoes like", "soil"),
        ("On my holiday in Greece I wondered which tools a gardener needs", "tools"),
        ("My aunt is a nurse in France. I myself want to know if gardeners need a spade", "tools"),
    ],
)
def test_what_somebody_in_a_tale_asks_is_asked_of_anybody(
    garden: Engine, text: str, entry_id: str
) -> None:
    assert answered(ask(garden, text)) == [entry_id]


def test_a_question_that_a_keeper_wrote_so_is_not_asked_back_about(shop: Engine) -> None:
    assert answered(ask(shop, "I borrowed a ladder. Do you deliver?")) == ["delivery"]


def test_a_trade_only_told_of_does_not_narrow_the_turn_after_it(garden: Engine) -> None:
    reply = ask(garden, "Burned out nurse. Is pruning roses hard?", "really?")

    assert answered(reply) == ["roses"]


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("plumber, what tools do I need", "tools"),
        ("truck driver, which soil do tomatoes like", "soil"),
    ],
)
def test_a_bare_trade_before_a_question_tells_who_asks(
    garden: Engine, text: str, entry_id: str
) -> None:
    assert answered(ask(garden, text)) == [entry_id]


@pytest.mark.parametrize("text", ["plumbers, what do they earn", "plumber. how do I become one?"])
def test_a_bare_trade_that_a_question_points_at_is_asked_about(garden: Engine, text: str) -> None:
    reply = ask(garden, text)

    assert isinstance(reply, Fallback)
    assert "plumbers" in reply.missing
