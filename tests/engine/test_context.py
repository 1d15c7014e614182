"""Turns and clauses that are read together with what was said before them."""

from dataclasses import replace

import pytest

from bot.engine.conversation import Conversation
from bot.engine.courtesies import DISPUTED, INTRODUCED, NO_SUCH, NONE_OF_THEM
from bot.engine.engine import Engine
from bot.engine.entries import Entry, Gap, Qualifier, QualifierValue
from bot.engine.replies import Answer, Clarification, Fallback, Reply
from tests.engine.small_knowledge import ENTRIES as GARDEN
from tests.engine.small_knowledge import VOCABULARY, make_engine

THRESHOLDS = {"threshold": 0.35, "ambiguity_threshold": 0.05}
"""Set by hand, so that no change of how they are estimated moves them."""

SHOP = (
    Entry(
        "rent-mower",
        "How do I rent a mower?",
        "Bring your passport.",
        ("renting a mower", "mower rental", "can i borrow a mower"),
    ),
    Entry(
        "rent-ladder",
        "How do I rent a ladder?",
        "Ladders are for a day.",
        ("renting a ladder", "ladder rental", "can i borrow a ladder"),
    ),
    Entry(
        "repair-mower",
        "Who repairs a mower?",
        "The workshop.",
        ("mower repair", "my mower is broken", "fix a mower"),
    ),
    Entry(
        "repair-ladder",
        "Who repairs a ladder?",
        "The workshop too.",
        ("ladder repair", "my ladder is broken", "fix a ladder"),
    ),
    Entry("hours", "When is the shop open?", "Every day.", ("opening hours",)),
    Entry("delivery", "Do you deliver?", "By van.", ("home delivery",)),
)


@pytest.fixture(scope="module")
def garden() -> Engine:
    return make_engine(**THRESHOLDS)


@pytest.fixture(scope="module")
def shop() -> Engine:
    return Engine(SHOP)  # with the thresholds of a knowledge base that is too small to suggest any


def ask(engine: Engine, *turns: str) -> Reply:
    """The reply to the last of several turns of one conversation."""
    conversation = Conversation()
    for turn in turns[:-1]:
        _, conversation = engine.reply(turn, conversation=conversation)
    return engine.reply(turns[-1], conversation=conversation)[0]


def answered(reply: Reply) -> list[str]:
    """The ids of the entries that a reply answers with; empty for any other outcome."""
    return [entry.id for entry in reply.answers] if isinstance(reply, Answer) else []


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("when should roses be pruned?", "why?"), "roses"),
        (("what does a gardener earn in India?", "really?"), "pay-india"),
        (("which soil do tomatoes like?", "but how come?"), "soil"),
    ],
)
def test_the_reason_of_an_answer_is_looked_for_in_that_answer(
    garden: Engine, turns: tuple[str, ...], entry_id: str
) -> None:
    assert answered(ask(garden, *turns)) == [entry_id]


@pytest.mark.parametrize(
    "turns",
    [
        ("can i lift the small mower", "why?"),
        ("weight of the small mower", "but why is that?"),
        ("is the small mower heavy?", "but why is that?"),
    ],
)
def test_the_reason_is_not_looked_for_in_a_like_answer(turns: tuple[str, ...]) -> None:
    big = Entry(
        "big",
        "Is the big mower heavy?",
        "Two people carry it.",
        ("weight of the big mower", "can i lift the big mower"),
    )
    small = Entry(
        "small",
        "Is the small mower heavy?",
        "A child carries it.",
        ("weight of the small mower", "can i lift the small mower"),
    )
    engine = Engine((big, small, *SHOP[4:]), **THRESHOLDS)

    assert answered(ask(engine, *turns)) == ["small"]


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("which soil do tomatoes like?", "roses too?"), "roses"),
        (("what does a gardener earn in India?", "the US as well?"), "pay-us"),
        (("gardener salary in the US", "in india too?"), "pay-india"),
    ],
)
def test_too_ties_a_turn_to_the_one_before(
    garden: Engine, turns: tuple[str, ...], entry_id: str
) -> None:
    reply = ask(garden, *turns)

    assert answered(reply) == [entry_id]
    assert reply.understanding.used_context


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


def test_what_was_offered_before_is_favoured(garden: Engine) -> None:
    turns = ("how do I become a gardener?", "what things do i need?")
    entries = [replace(entry, follow_ups=()) for entry in GARDEN]
    offering_nothing = make_engine(entries, **THRESHOLDS)

    assert answered(ask(garden, *turns)) == ["tools"]
    assert answered(ask(offering_nothing, *turns)) == []


def test_what_was_offered_is_not_favoured_by_a_question_of_its_own(garden: Engine) -> None:
    question = "when should old climbing roses be pruned?"

    assert ask(garden, "how do I become a gardener?", question).score == pytest.approx(
        ask(garden, question).score
    )


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("how do I rent a mower?", "and a ladder?"), "how do I rent a ladder?"),
        (("who repairs a ladder?", "and a mower?"), "who repairs a mower?"),
        (("can i borrow a ladder", "and a mower?"), "can i borrow a mower"),
    ],
)
def test_a_new_word_takes_the_place_of_its_counterpart(
    shop: Engine, turns: tuple[str, ...], whole: str
) -> None:
    completed, asked = ask(shop, *turns), ask(shop, whole)

    assert answered(completed) == answered(asked) != []
    assert completed.score == pytest.approx(asked.score)


@pytest.mark.parametrize(
    ("turns", "entry_ids"),
    [
        (("which tools do I not need?", "and which do I need?"), ["tools"]),
        (("which tools do I not need?", "and which shears do I need?"), ["tools"]),
        (("which tools do I need?", "and which do I not need?"), []),
    ],
)
def test_the_last_turn_says_whether_the_opposite_is_asked_for(
    garden: Engine, turns: tuple[str, ...], entry_ids: list[str]
) -> None:
    assert answered(ask(garden, *turns)) == entry_ids


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


@pytest.mark.parametrize(
    ("before", "turn", "entry_id"),
    [
        ("what does a gardener earn in india?", "USA", "pay-us"),
        ("do i need a spade", "How do I become a gardener?", "start"),
        ("what does a gardener earn in india?", "not india, the usa", "pay-us"),
    ],
    ids=["bare value", "question about a role", "denied value"],
)
def test_only_a_bare_or_corrected_value_narrows_the_question_before_it(
    garden: Engine, before: str, turn: str, entry_id: str
) -> None:
    _, conversation = garden.reply(before)
    reply, _ = garden.reply(turn, conversation=conversation)

    assert [entry.id for entry in reply.entries] == [entry_id]


def test_asking_for_more_is_not_unclear(garden: Engine) -> None:
    _, conversation = garden.reply("How do I become a gardener?")
    reply, _ = garden.reply("more", conversation=conversation)

    assert isinstance(reply, Clarification)
    assert reply.goes_on
    assert [entry.id for entry in reply.choices] == ["tools", "roses"]


@pytest.mark.parametrize(
    "turn", ["lol", "that's wrong", "ok that worked", "it still doesn't work", "who made you", "hi"]
)
def test_turns_that_ask_nothing_about_it_do_not_repeat_the_answer(shop: Engine, turn: str) -> None:
    reply = ask(shop, "How do I rent a mower?", turn)

    assert isinstance(reply, Fallback)
    assert not reply.understanding.used_context


def test_a_reaction_is_offered_what_may_follow(garden: Engine) -> None:
    reply = ask(garden, "How do I become a gardener?", "wow, that's a lot")

    assert isinstance(reply, Clarification)
    assert reply.goes_on


def test_a_reaction_before_a_question_is_no_part_of_it(garden: Engine) -> None:
    assert answered(ask(garden, "which soil do tomatoes like?", "oh nice! and roses?")) == ["roses"]


@pytest.mark.parametrize("turn", ["why?", "no", "and how?"])
def test_a_first_turn_that_only_goes_on_is_about_nothing(garden: Engine, turn: str) -> None:
    assert isinstance(ask(garden, turn), Fallback)


@pytest.mark.parametrize("turn", ["do i need it though", "do gardeners need them?"])
def test_a_gap_is_not_told_again_where_only_the_question_before_named_it(turn: str) -> None:
    makers = Gap(
        "makers",
        ("who invented the spade", "who makes rakes", "inventor of shears"),
        "I do not know who made them.",
    )
    engine = Engine(GARDEN, gaps=(makers,))

    assert answered(ask(engine, "who invented the spade", turn)) == ["tools"]


@pytest.mark.parametrize("turn", ["but do I need them?", "so which do I need?", "do I need any?"])
def test_a_gap_is_not_told_again_by_a_turn_that_names_nothing(turn: str) -> None:
    makers = Gap(
        "makers",
        ("who invented the spade", "who makes rakes", "inventor of shears"),
        "I do not know who made them.",
    )
    engine = Engine(GARDEN, vocabulary=VOCABULARY, gaps=(makers,))
    told = ask(engine, "who makes the shears")

    assert isinstance(told, Fallback)
    assert told.missing == "I do not know who made them."
    assert answered(ask(engine, "who makes the shears", turn)) == ["tools"]


def test_the_item_of_a_list_is_picked_by_its_place() -> None:
    beds = Entry("beds", "Which beds are there?", "There are two:\n- **Roses**\n- **Tomatoes**")
    engine = Engine((beds, *GARDEN), **THRESHOLDS)

    assert answered(ask(engine, "which beds are there", "and the first one?")) == ["roses"]
    assert answered(ask(engine, "which beds are there", "the second one")) == ["soil"]


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("what does a gardener earn in india", "also when do i cut my roses"), "roses"),
        (("i am an indian gardener", "rose pruning then"), "roses"),
        (("i am a baker in leeds", "and garden tools"), "tools"),
    ],
    ids=["a question of its own", "told before", "a foreign trade and place told before"],
)
def test_what_only_an_earlier_turn_named_narrows_no_question_of_its_own(
    turns: tuple[str, ...], entry_id: str
) -> None:
    assert answered(ask(Engine(GARDEN, vocabulary=VOCABULARY, **THRESHOLDS), *turns)) == [entry_id]


def test_what_an_earlier_turn_named_narrows_a_fragment() -> None:
    engine = Engine(GARDEN, vocabulary=VOCABULARY, **THRESHOLDS)

    assert isinstance(ask(engine, "what does a gardener earn in germany", "and a month"), Fallback)


def test_the_others_are_what_was_listed_beside_the_one_picked(garden: Engine) -> None:
    picked = ("how to get into gardening", "the first one")

    assert answered(ask(garden, *picked)) == ["tools"]
    assert answered(ask(garden, *picked, "and the others?")) == ["roses"]


def test_what_was_asked_by_itself_was_not_picked(garden: Engine) -> None:
    asked = ("how to get into gardening", "do i need a spade", "and the others?")

    assert answered(ask(garden, *asked)) != ["roses"]


def test_the_second_of_what_was_shown_again_is_no_item_of_the_answer_before() -> None:
    beds = Entry(
        "beds",
        "Which beds are there?",
        "There are two:\n- **Roses**\n- **Tomatoes**",
        follow_ups=("tools", "roses", "soil"),
    )
    engine = Engine((beds, *GARDEN), **THRESHOLDS)

    assert answered(ask(engine, "which beds are there", "the second one")) == ["soil"]
    assert answered(ask(engine, "which beds are there", "tell me more", "the second one")) == [
        "roses"
    ]


def test_of_several_others_one_may_be_chosen() -> None:
    others = ("tools", "roses", "soil")
    hub = Entry(
        "hub", "What is there to know about gardens?", "A lot.", ("garden basics",), (), others
    )
    engine = Engine((hub, *GARDEN), **THRESHOLDS)
    turns = ("garden basics", "the last one", "what about the other two")
    reply = ask(engine, *turns)

    assert isinstance(reply, Clarification)
    assert [entry.id for entry in reply.choices] == ["tools", "roses"]
    assert reply.goes_on
    assert answered(ask(engine, *turns, "the second one")) == ["roses"]


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


def test_nothing_is_added_to_a_turn_without_words(garden: Engine) -> None:
    reply = ask(garden, "when do i cut my roses", "```import spade```")

    assert isinstance(reply, Fallback)
    assert not reply.understanding.used_context


NEEDED = (
    *(
        Entry(name, f"Do I need a {name}?", "Perhaps.", (f"{name} needed", f"what is a {name} for"))
        for name in ("spade", "rake", "wheelbarrow")
    ),
    Entry("gloves", "Are gloves required?", "Yes.", ("is it mandatory to wear gloves",)),
    Entry("bloom", "How long do roses bloom?", "For weeks.", ("how long roses bloom",)),
    Entry("wilt", "Why do roses wilt?", "Thirst.", ("roses wilting", "wilting roses reason")),
    Entry(
        "rose-care",
        "When do roses wilt?",
        "In July.",
        ("time when roses wilt",),
        follow_ups=("wilt",),
    ),
    Entry("sources", "Who says so?", "A book.", ("where did you get that", "says who")),
)


@pytest.fixture(scope="module")
def needed() -> Engine:
    return Engine(NEEDED, threshold=0.3, ambiguity_threshold=0.05)


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("what is a rake for", "is it required though?"), "rake"),
        (("do i need a wheelbarrow", "is that mandatory"), "wheelbarrow"),
        (("when do roses wilt", "can you explain why"), "wilt"),
        (("what is a rake for", "says who?"), "sources"),
        (("do i need a spade", "where did you get that from"), "sources"),
        (("do i need a spade", "answer me: yes or no"), "spade"),
        (("do i need a spade", "hm not a spade, a rake"), "rake"),
        (("do i need a spade", "sry i meant rake"), "rake"),
        (("i dont have a rake", "is that a problem?"), "rake"),
        (("i only own a spade", "would that be bad"), "spade"),
        (("what is a rake for", "do i need one"), "rake"),
    ],
)
def test_a_turn_is_read_with_what_it_stands_for(
    needed: Engine, turns: tuple[str, ...], entry_id: str
) -> None:
    assert answered(ask(needed, *turns)) == [entry_id]


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("do i need a rake", "is one year enough"), None),
        (("what does a gardener earn in india", "the one about pruning roses"), "roses"),
    ],
)
def test_numbers_and_other_things_stand_for_nothing_before(
    turns: tuple[str, ...], entry_id: str | None
) -> None:
    engine = Engine((*GARDEN, *NEEDED[:3]), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, *turns)) == ([entry_id] if entry_id else [])


def test_it_is_held_against_something_else() -> None:
    versus = Entry(
        "versus", "Which is better, a spade or a rake?", "It depends.", ("spade or rake",)
    )
    engine = Engine((*NEEDED, versus), **THRESHOLDS)

    assert answered(ask(engine, "do i need a spade", "is it better than a rake")) == ["versus"]


@pytest.mark.parametrize(
    ("turn", "picked"),
    [
        ("both please", ["rent-mower", "rent-ladder"]),
        ("the one about ladders", ["rent-ladder"]),
        ("neither", []),
    ],
)
def test_of_two_things_that_were_offered_both_or_none_may_be_picked(
    turn: str, picked: list[str]
) -> None:
    engine = Engine(SHOP, threshold=0.3, ambiguity_threshold=0.5)  # so that it asks back
    reply = ask(engine, "renting", turn)

    assert isinstance(ask(engine, "renting"), Clarification)
    assert [entry.id for entry in reply.entries] == picked
    if not picked:
        assert isinstance(reply, Fallback)
        assert reply.courtesy == NONE_OF_THEM


@pytest.mark.parametrize(
    ("turns", "picked"),
    [
        (("renting", "either one"), ["rent-mower"]),
        (("renting", "the latter"), ["rent-ladder"]),
        (("renting", "hm", "the second one"), ["rent-ladder"]),
        (("renting", "1", "and the second?"), ["rent-ladder"]),
        (("renting", "1", "oops i meant 2"), ["rent-ladder"]),
        (("renting", "2", "sorry i meant the first one"), ["rent-mower"]),
    ],
)
def test_a_list_can_be_picked_from_until_something_else_is_asked(
    turns: tuple[str, ...], picked: list[str]
) -> None:
    engine = Engine(SHOP, threshold=0.3, ambiguity_threshold=0.5)  # so that it asks back

    assert [entry.id for entry in ask(engine, *turns).entries] == picked


def test_several_of_a_list_are_picked_and_the_rest_offered_again() -> None:
    renting = [
        Entry(
            f"rent-{thing}",
            f"How do I rent a {thing}?",
            f"Ask for the {thing}.",
            (f"renting a {thing}", f"{thing} rental", f"can i borrow a {thing}"),
        )
        for thing in ("mower", "ladder", "trailer")
    ]
    engine = Engine((*renting, *SHOP[2:]), threshold=0.2, ambiguity_threshold=0.9)
    choices = ask(engine, "rental").entries
    reply = ask(engine, "rental", "all of them")

    assert len(choices) > 2
    assert reply.entries == choices[:2]
    assert reply.suggestions[: len(choices) - 2] == choices[2:]


def test_of_two_questions_that_were_answered_the_second_is_meant_by_its_place(
    garden: Engine,
) -> None:
    asked = "which tools does a gardener need and when do i cut my roses"

    assert answered(ask(garden, asked)) == ["tools", "roses"]
    assert answered(ask(garden, asked, "and the second?")) == ["roses"]
    assert answered(ask(garden, asked, "the first part again")) == ["tools"]


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
    assert (reply.courtesy, reply.missing) == (INTRODUCED, "")
    assert answered(ask(garden, told, query)) == [entry_id]


def test_what_was_told_is_no_part_of_a_question_that_names_nothing() -> None:
    plain = Entry("needs", "What would I need?", "Patience.", ("what do i need",))
    engine = Engine((*GARDEN, plain), **THRESHOLDS)

    assert answered(ask(engine, "i am a baker who likes cats", "what would i need")) == ["needs"]


def test_a_bare_question_is_asked_of_what_was_spoken_of(needed: Engine) -> None:
    assert answered(ask(needed, "how long?")) == ["bloom"]
    assert answered(ask(needed, "do i need a wheelbarrow", "for how long?")) != ["bloom"]
    assert answered(ask(needed, "do i need a wheelbarrow", "how long?")) != ["bloom"]


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


def test_two_values_of_a_kind_are_best_answered_by_what_is_about_both() -> None:
    both = Entry(
        "pay-both",
        "How does pay in India and the US compare?",
        "One is more.",
        ("gardener wage usa india", "gardeners salary india against the us", "both countries pay"),
    )
    engine = Engine((*GARDEN, both), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "what do gardeners earn in india and in the us")) == ["pay-both"]
    assert answered(ask(engine, "gardener salary in india")) == ["pay-india"]


def test_a_question_to_be_heard_is_none_of_its_own() -> None:
    opinions = Entry("opinions", "Who has opinions?", "All do.", ("i need an opinion", "opinions"))
    engine = Engine((*GARDEN, opinions), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "guys i need an opinion. when should roses be pruned?")) == [
        "roses"
    ]
    assert answered(ask(engine, "i need an opinion")) == ["opinions"]


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


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("how do I rent a mower?", "ladder, not mower"), "rent-ladder"),
        (("who repairs a ladder?", "sorry, mower not ladder"), "repair-mower"),
    ],
)
def test_one_word_takes_the_place_of_another(
    shop: Engine, turns: tuple[str, ...], entry_id: str
) -> None:
    assert answered(ask(shop, *turns)) == [entry_id]


def test_what_is_told_after_a_question_sharpens_it(garden: Engine) -> None:
    asked = "what does a gardener earn?"
    first = ask(garden, asked, "I live in India")

    assert answered(first) == ["pay-india"]
    assert isinstance(ask(garden, "when should roses be pruned?", "my cat is sick"), Fallback)


def test_the_word_of_what_was_offered_picks_it() -> None:
    engine = Engine(SHOP, threshold=0.2, ambiguity_threshold=0.9)
    asked = ask(engine, "renting a mower or ladder")

    assert isinstance(asked, Clarification)
    assert answered(ask(engine, "renting a mower or ladder", "delivery")) != ["rent-mower"]
    rentals = {entry.id for entry in asked.choices if entry.id.startswith("rent")}
    assert {"rent-mower", "rent-ladder"} <= rentals


ROUTES = (
    Entry(
        "cook-to-waiter",
        "Can a cook become a waiter?",
        "Yes.",
        ("from cook to waiter", "i am a cook, how do i become a waiter"),
    ),
    Entry(
        "waiter-to-cook",
        "Can a waiter become a cook?",
        "With training.",
        ("from waiter to cook", "i am a waiter, how do i become a cook"),
    ),
    Entry("pastry", "What does a pastry chef do?", "Cakes.", ("pastry chef work",)),
    Entry("head", "What does a head chef do?", "Leads.", ("head chef work",)),
)
KITCHEN = replace(
    VOCABULARY,
    qualifiers=(
        Qualifier(
            "role",
            "role",
            (
                QualifierValue("cook", "cook", ("cook",)),
                QualifierValue("waiter", "waiter", ("waiter",)),
                QualifierValue("pastry-chef", "pastry chef", ("pastry chef",)),
                QualifierValue("head-chef", "head chef", ("head chef",)),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("can a cook become a waiter?", "and the other way round?"), "waiter-to-cook"),
        (("can a waiter become a cook?", "and vice versa?"), "cook-to-waiter"),
        (("what does a pastry chef do?", "and the head one?"), "head"),
        (("what does a head chef do?", "what about the pastry one"), "pastry"),
    ],
)
def test_a_turn_turns_a_question_round_or_names_a_sibling(
    turns: tuple[str, ...], entry_id: str
) -> None:
    reply = ask(Engine(ROUTES, vocabulary=KITCHEN, threshold=0.1), *turns)
    assert [entry.id for entry in reply.entries] == [entry_id]


def test_a_remark_after_an_answer_is_not_bent_to_it(garden: Engine) -> None:
    reply = ask(garden, "which tools does a gardener need?", "i hate roses")
    assert not isinstance(reply, Answer)


WORKSHOP = (
    Entry(
        "saws",
        "Which saws are there?",
        "A hand saw and a jigsaw.",
        ("what saws do you have", "list of saws"),
    ),
    Entry(
        "first-drill",
        "Which drill should I try first?",
        "The small one.",
        ("which one first", "first drill for beginners"),
    ),
    Entry(
        "first-saw",
        "Which saw should I try first?",
        "The hand saw.",
        ("which saw first", "first saw for beginners", "easiest saw"),
    ),
)


@pytest.mark.parametrize("turn", ["which one should i try first?", "the easiest one?"])
def test_one_of_what_was_asked_about_is_looked_for(turn: str) -> None:
    workshop = Engine(WORKSHOP, **THRESHOLDS)

    assert answered(ask(workshop, "which saws are there?", turn)) == ["first-saw"]


def test_an_answer_that_says_nothing_of_which_is_not_given_again() -> None:
    workshop = Engine(WORKSHOP[:1], **THRESHOLDS)

    assert answered(ask(workshop, "which saws are there?", "which one is loudest?")) == []


def test_a_problem_that_nobody_told_of_is_no_question_about_problems(needed: Engine) -> None:
    assert answered(ask(needed, "is that a problem?")) == []
    assert answered(ask(needed, "do i need a rake", "is that a problem?")) == []


@pytest.mark.parametrize("opening", ["i live in kenya and", "Hello, I am from Poland but"])
def test_where_somebody_is_from_narrows_no_wish_behind_it(garden: Engine, opening: str) -> None:
    assert answered(ask(garden, f"{opening} I want to know which tools a gardener needs")) == [
        "tools"
    ]


def test_a_bare_second_question_is_about_what_the_first_is_about() -> None:
    gaps = (Gap("breeders", ("who bred roses", "who invented roses"), "Nobody told me who."),)
    dated = (
        *GARDEN,
        Entry("dates", "Which year is this from?", "2020.", ("what year are the prices of",)),
    )
    engine = Engine(dated, vocabulary=VOCABULARY, gaps=gaps, **THRESHOLDS)

    assert answered(ask(engine, "which year is it from?")) == ["dates"]
    assert answered(ask(engine, "who bred roses, and in which year?")) == []


def test_who_doubts_an_answer_is_told_no_other(garden: Engine) -> None:
    reply = ask(garden, "which tools does a gardener need", "but everyone says i dont")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == DISPUTED
    assert not reply.suggestions
    first = ask(garden, "but everyone says i dont")
    assert isinstance(first, Fallback)
    assert first.courtesy != DISPUTED


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


def test_only_an_answer_can_be_doubted(garden: Engine) -> None:
    reply = ask(garden, "what does a gardener earn in Germany", "i don't agree at all")

    assert not (isinstance(reply, Fallback) and reply.courtesy == DISPUTED)


def test_who_doubts_and_asks_gets_an_answer(garden: Engine) -> None:
    asked = ask(garden, "which tools does a gardener need", "thats wrong when are roses pruned")

    assert answered(asked) == ["roses"]


@pytest.mark.parametrize("aside", ["hm", "i don't agree", "but everyone says i dont"])
def test_a_list_stays_through_what_asks_nothing(garden: Engine, aside: str) -> None:
    first = ask(garden, "what does a gardener earn in india")
    picked = ask(garden, "what does a gardener earn in india", aside, "2")

    assert answered(picked) == [first.suggestions[1].id]


@pytest.mark.parametrize("turn", ["whatever", "i don't care", "it doesn't matter"])
def test_giving_up_picks_nothing_of_what_was_only_suggested(garden: Engine, turn: str) -> None:
    declined = ask(garden, "what does a gardener earn in Germany")

    assert isinstance(declined, Fallback)
    assert declined.suggestions
    assert answered(ask(garden, "what does a gardener earn in Germany", turn)) == []


@pytest.mark.parametrize("turn", ["one last question", "ok last question", "first question"])
def test_an_announced_question_picks_nothing(garden: Engine, turn: str) -> None:
    asked = "which tools does a gardener need and when do i cut my roses"

    for before in ("what does a gardener earn in india", asked):
        assert answered(ask(garden, before, turn)) == []


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

    assert not (isinstance(reply, Fallback) and reply.courtesy == INTRODUCED)


def test_a_number_beyond_what_was_offered_picks_nothing(garden: Engine) -> None:
    first = ask(garden, "what does a gardener earn in india")
    beyond = ask(garden, "what does a gardener earn in india", "7")

    assert isinstance(beyond, Fallback)
    assert beyond.courtesy == NO_SUCH
    assert beyond.suggestions == first.suggestions
    assert answered(ask(garden, "what does a gardener earn in india", "7", "2")) == [
        first.suggestions[1].id
    ]


def test_a_list_in_an_answer_is_picked_from_where_each_item_has_an_entry() -> None:
    tools = [
        Entry(f"{name}-use", f"What is a {name} for?", f"For {use}.", (f"use of a {name}", name))
        for name, use in (("rake", "leaves"), ("spade", "digging"), ("hoe", "weeds"))
    ]
    menu = Entry(
        "menu",
        "Which tools are there?",
        "- rake\n- spade\n- hoe",
        ("tools", "list of tools"),
        follow_ups=("hoe-use", "rake-use", "spade-use"),
    )
    mixed = replace(menu, answer="- rake\n- kindness\n- hoe")

    for entry, second in ((menu, "spade-use"), (mixed, "rake-use")):
        engine = Engine((entry, *tools, *GARDEN), vocabulary=VOCABULARY, **THRESHOLDS)
        assert answered(ask(engine, "which tools are there", "the second one")) == [second]


@pytest.mark.parametrize(
    ("turns", "entry"),
    [
        (("should i rent a mower or a ladder", "how do i rent the latter?"), "rent-ladder"),
        (("should i rent a mower or a ladder", "who repairs the first"), "repair-mower"),
        (
            ("we lack a mower and a ladder. can i borrow a mower?", "and the other one?"),
            "rent-ladder",
        ),
    ],
)
def test_a_turn_may_point_at_one_of_two_things_named_before(
    shop: Engine, turns: tuple[str, ...], entry: str
) -> None:
    assert answered(ask(shop, *turns)) == [entry]


def test_an_apology_and_a_word_put_that_in_the_place_of_another(shop: Engine) -> None:
    assert answered(ask(shop, "how do i rent a mower", "sorry, a ladder")) == ["rent-ladder"]


def test_the_first_of_two_is_what_the_question_named_rather_than_what_was_offered() -> None:
    mower, ladder, *others = SHOP
    hub = Entry("rent", "What can I rent?", "Tools.", ("mower or ladder, which is cheaper",))
    hub = replace(hub, follow_ups=("repair-mower", "rent-ladder"))
    engine = Engine((mower, ladder, *others, hub), **THRESHOLDS)

    turns = ("mower or ladder, which is cheaper", "how do i rent the first")
    assert answered(ask(engine, *turns)) == ["rent-mower"]
    assert answered(ask(engine, "what can i rent", "the first")) == ["repair-mower"]


def test_either_of_two_may_be_the_other_one_where_the_answer_was_about_both() -> None:
    tools = [
        Entry(f"{name}-use", f"What is a {name} for?", f"For {use}.", (f"use of a {name}", name))
        for name, use in (("rake", "leaves"), ("spade", "digging"))
    ]
    both = Entry("both", "Which tools do I need?", "Any.", ("rake or spade, which is better",))
    engine = Engine((both, *tools, *GARDEN), vocabulary=VOCABULARY, **THRESHOLDS)

    reply = ask(engine, "rake or spade, which is better", "and the other one?")

    assert isinstance(reply, Clarification)
    assert [choice.id for choice in reply.choices] == ["rake-use", "spade-use"]


def test_the_other_one_is_not_what_was_just_answered() -> None:
    sites = [
        Entry(
            f"open-{site}",
            f"When is the {site} shop open?",
            f"{day} from 9 to 5.",
            (f"opening hours at {site}", f"is the {site} shop open on {day}"),
        )
        for site, day in (("harbour", "Monday"), ("quarry", "Sunday"))
    ]
    engine = Engine((*sites, *GARDEN), **THRESHOLDS)

    for turn in ("and the other one?", "I have time on Sundays. what about the other shop?"):
        assert answered(ask(engine, "when is the harbour shop open", turn)) == ["open-quarry"]


def test_one_of_three_things_is_picked_by_its_place_in_the_question() -> None:
    tools = [
        Entry(f"{name}-use", f"What is a {name} for?", f"For {use}.", (f"use of a {name}", name))
        for name, use in (("rake", "leaves"), ("spade", "digging"), ("hoe", "weeds"))
    ]
    menu = Entry("tools", "Which tools are there?", "Many.", ("rake, spade or hoe",))
    menu = replace(menu, follow_ups=("rake-use", "spade-use"))
    engine = Engine((menu, *tools, *GARDEN), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "rake, spade or hoe?", "the last one")) == ["hoe-use"]
    assert answered(ask(engine, "which tools are there", "the last one")) == ["spade-use"]


def test_examples_of_what_was_told_are_part_of_its_answer(garden: Engine) -> None:
    turns = ("which tools does a gardener need", "for example?")

    assert answered(ask(garden, *turns)) == ["tools"]


def test_an_answer_that_tells_of_both_is_given_for_either() -> None:
    warranty = Entry(
        "warranty",
        "How long is the warranty of a mower?",
        "Two years on the frame, one year on the battery.",
        ("mower warranty", "how long is a mower under warranty", "guarantee period"),
    )
    spare = Entry("spare", "Do you sell a spare battery?", "We do.", ("second battery", "battery"))
    engine = Engine((warranty, spare, *SHOP), **THRESHOLDS)

    turns = ("how long is the warranty on the frame", "and on the battery?")
    assert answered(ask(engine, *turns)) == ["warranty"]
    assert answered(ask(engine, "how do i rent a mower", "and a ladder?")) == ["rent-ladder"]


@pytest.mark.parametrize("asked", ["what do they earn in india", "their salary in india"])
def test_a_question_of_its_own_asks_of_the_place_that_it_names(garden: Engine, asked: str) -> None:
    assert answered(ask(garden, "rose pruning season, when do i cut my roses", asked)) == [
        "pay-india"
    ]


def test_a_question_put_anew_still_leans_on_the_one_before(garden: Engine) -> None:
    turns = ("what does a gardener earn in india", "you misunderstood me. and in the us?")

    assert answered(ask(garden, *turns)) == ["pay-us"]


def test_which_of_two_is_asked_of_the_two_that_were_named() -> None:
    tools = [
        Entry(f"{name}-use", f"What is a {name} for?", f"For {use}.", (f"use of a {name}", name))
        for name, use in (("rake", "leaves"), ("spade", "digging"))
    ]
    both = Entry(
        "both", "Rake or spade: which is easier?", "A rake.", ("rake or spade for a child",)
    )
    engine = Engine((both, *tools, *GARDEN), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "rake or spade?", "which of the two is easier")) == ["both"]
    assert answered(ask(engine, "rake or spade?", "when should roses be pruned first")) == ["roses"]


def test_another_form_of_a_word_is_corrected_too() -> None:
    schools = [
        Entry(f"{art}-school", f"Where can I learn {art}?", "In town.", (f"{art} lessons",))
        for art in ("photography", "painting", "pottery")
    ]
    engine = Engine((*schools, *GARDEN), **THRESHOLDS)

    turns = ("where can i learn photography", "painting, not photographers")
    assert answered(ask(engine, *turns)) == ["painting-school"]


def test_ones_are_what_the_knowledge_calls_so() -> None:
    kinds = (
        Entry("soft", "Which soft skills does a gardener need?", "Patience.", ("soft skills",)),
        Entry("list", "What does a gardener have to know?", "A lot.", ("technical skills",)),
        Entry("technical", "Is gardening purely technical?", "No.", ("technical work",)),
    )
    engine = make_engine((*GARDEN, *kinds), threshold=0.2)

    turns = ("which soft skills does a gardener need", "no, the technical ones")

    assert answered(ask(engine, *turns)) == ["list"]


def test_it_is_what_the_question_before_was_about() -> None:
    entries = (
        Entry("price", "What does a kayak cost?", "Ten.", ("how much is a kayak",)),
        Entry("kayak", "How do I book a kayak?", "In the app.", ("reserve a kayak",)),
        Entry("pitch", "How do I reserve a pitch?", "By phone.", ("reserving a place to camp",)),
    )
    engine = Engine((*entries, *GARDEN), vocabulary=VOCABULARY, **THRESHOLDS)

    turns = ("how much is a kayak for a day", "ok and how do i reserve it?")
    assert answered(ask(engine, *turns)) == ["kayak"]


def test_a_correction_with_no_never_gets_the_same_answer(garden: Engine) -> None:
    first = "what does a gardener earn in India?"

    assert "pay-india" not in answered(ask(garden, first, "no, i meant india"))
    assert answered(ask(garden, first, "no, i meant usa")) == ["pay-us"]
    assert answered(ask(garden, first, "i mean in rupees, India")) == ["pay-india"]


def test_a_trade_that_kept_nothing_from_being_answered_narrows_no_further_turn() -> None:
    garage = Entry(
        "plumbers",
        "Do plumbers and doctors rent mowers?",
        "They do.",
        ("do doctors rent a mower", "mower rental for doctors"),
    )
    engine = Engine((garage, *SHOP), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "do doctors rent mowers?")) == ["plumbers"]
    assert answered(ask(engine, "do doctors rent mowers?", "and a ladder?")) == ["rent-ladder"]


def test_a_turn_may_pick_something_and_ask_about_it(garden: Engine) -> None:
    turns = ("what does a gardener earn in India?", "the second one. do i need a spade?")
    conversation = Conversation()
    for turn in turns:
        reply, conversation = garden.reply(turn, conversation=conversation)

    assert answered(reply) == ["tools"]
    assert [turn.picked for turn in conversation.turns] == [False, True, False]


def test_a_comment_on_an_answer_gets_what_may_be_asked_next(garden: Engine) -> None:
    reply = ask(garden, "how do i become a gardener?", "makes sense, i want to work in gardens")

    assert isinstance(reply, Clarification)
    assert reply.goes_on
    assert [entry.id for entry in reply.choices] == ["tools", "roses"]


@pytest.mark.parametrize(
    ("turns", "again"),
    [
        (("when should roses be pruned?", "why?"), True),
        (("when should roses be pruned?", "when should roses be pruned?"), False),
        (("what does a gardener earn in India?", "and in the us?"), False),
    ],
)
def test_an_answer_given_once_more_is_said_to_be_all(
    garden: Engine, turns: tuple[str, ...], *, again: bool
) -> None:
    assert ask(garden, *turns).understanding.again is again
