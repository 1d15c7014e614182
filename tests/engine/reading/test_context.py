"""Turns and clauses that are read together with what was said before them."""

from dataclasses import replace

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Gap, Qualifier, QualifierValue, SmallTalk
from bot.engine.replies import Fallback
from bot.engine.wording.courtesies import Courtesy
from tests.engine.small_conversations import NEEDED, SHOP, THRESHOLDS, answered, ask
from tests.engine.small_knowledge import ENTRIES as GARDEN
from tests.engine.small_knowledge import VOCABULARY, make_engine


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


@pytest.mark.parametrize("turn", ["and in general?", "no I mean worldwide", "ok overall then"])
@pytest.mark.parametrize("asked", ["what does a gardener earn in Kenya", "gardener pay in India"])
def test_what_narrowed_a_question_is_taken_back(garden: Engine, asked: str, turn: str) -> None:
    reply = ask(garden, asked, turn)

    assert "pay-us" in {entry.id for entry in reply.entries}


def test_in_general_takes_nothing_back_where_nothing_narrowed(garden: Engine) -> None:
    reply = ask(garden, "which tools does a gardener need", "and in general?")

    assert answered(reply) != ["pay-india"]


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


@pytest.mark.parametrize(
    "turn", ["lol", "that's wrong", "ok that worked", "it still doesn't work", "who made you", "hi"]
)
def test_turns_that_ask_nothing_about_it_do_not_repeat_the_answer(shop: Engine, turn: str) -> None:
    reply = ask(shop, "How do I rent a mower?", turn)

    assert isinstance(reply, Fallback)
    assert not reply.understanding.used_context


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


def test_whoever_they_are_a_question_after_a_gap_is_no_more_of_it() -> None:
    makers = Gap(
        "makers",
        ("who invented the spade", "who makes rakes", "inventor of shears"),
        "I do not know who made them.",
    )
    work = Entry("work", "What does a gardener do?", "Digs.", ("what do they do all day",))
    engine = Engine((*GARDEN, work), gaps=(makers,), vocabulary=VOCABULARY)

    assert answered(ask(engine, "who invented the spade", "no like what do they do")) == ["work"]


HERS = "what tools does she use for gardening"
WHO = "who is ada green"


@pytest.mark.parametrize(
    ("turns", "entry_ids"),
    [
        ((WHO, HERS), []),
        ((WHO, "when do i cut my roses", HERS), ["tools"]),
        ((WHO, f"my sister digs a lot. {HERS}"), ["tools"]),
        ((WHO, "which tools does a gardener need for her work"), ["tools"]),
        ((WHO, "can somebody tell her which tools a gardener needs"), ["tools"]),
    ],
)
def test_she_is_whom_somebody_asked_about_in_vain(
    turns: tuple[str, ...], entry_ids: list[str]
) -> None:
    founder = Gap("founder", (WHO, "who founded the garden"), "I only know the name.")
    engine = Engine(GARDEN, gaps=(founder,), vocabulary=VOCABULARY, **THRESHOLDS)
    reply = ask(engine, *turns)

    assert answered(reply) == entry_ids
    assert reply.missing == ("" if entry_ids else "I only know the name.")


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


def test_a_country_that_is_covered_is_not_said_to_be_unknown(garden: Engine) -> None:
    reply = ask(garden, "how much is rent in india")

    assert isinstance(reply, Fallback)
    assert reply.missing == ""
    assert reply.suggestions[0].id == "pay-india"


def test_a_company_that_was_refused_does_not_decide_what_is_named_next() -> None:
    company = Qualifier("company", "company", (QualifierValue("acme", "Acme", ("acme",)),))
    qualifiers = (*VOCABULARY.qualifiers, company)
    engine = Engine(GARDEN, vocabulary=replace(VOCABULARY, qualifiers=qualifiers), **THRESHOLDS)
    first = "how does Netflix prune roses"
    same = ask(engine, first, "and what about winter")
    next_one = ask(engine, first, "and what about loose earth with compost")

    assert isinstance(same, Fallback)
    assert "Netflix" in same.missing
    assert not (isinstance(next_one, Fallback) and next_one.missing)


def test_nothing_is_added_to_a_turn_without_words(garden: Engine) -> None:
    reply = ask(garden, "when do i cut my roses", "```import spade```")

    assert isinstance(reply, Fallback)
    assert not reply.understanding.used_context


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


def test_a_bare_question_is_asked_of_what_was_spoken_of(needed: Engine) -> None:
    assert answered(ask(needed, "how long?")) == ["bloom"]
    assert answered(ask(needed, "do i need a wheelbarrow", "for how long?")) != ["bloom"]
    assert answered(ask(needed, "do i need a wheelbarrow", "how long?")) != ["bloom"]


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
    for turn in ("is that less than in the US?", "wow thats less than usa", "more than in the us?"):
        assert answered(ask(engine, "gardener salary in india", turn)) == ["pay-both"]


def test_a_question_to_be_heard_is_none_of_its_own() -> None:
    opinions = Entry("opinions", "Who has opinions?", "All do.", ("i need an opinion", "opinions"))
    engine = Engine((*GARDEN, opinions), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "guys i need an opinion. when should roses be pruned?")) == [
        "roses"
    ]
    assert answered(ask(engine, "i need an opinion")) == ["opinions"]


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


@pytest.mark.parametrize("turn", ["could my sister fly it?", "i stammer, would that matter?"])
def test_what_an_answer_says_nothing_of_does_not_get_it_again(shop: Engine, turn: str) -> None:
    lenient = shop.with_thresholds(0.1, 0.02)

    assert answered(ask(lenient, "how do i rent a mower", turn)) == []


def test_a_bare_second_question_is_about_what_the_first_is_about() -> None:
    gaps = (Gap("breeders", ("who bred roses", "who invented roses"), "Nobody told me who."),)
    dated = (
        *GARDEN,
        Entry("dates", "Which year is this from?", "2020.", ("what year are the prices of",)),
    )
    engine = Engine(dated, vocabulary=VOCABULARY, gaps=gaps, **THRESHOLDS)

    assert answered(ask(engine, "which year is it from?")) == ["dates"]
    assert answered(ask(engine, "who bred roses, and in which year?")) == []


def test_an_apology_and_a_word_put_that_in_the_place_of_another(shop: Engine) -> None:
    assert answered(ask(shop, "how do i rent a mower", "sorry, a ladder")) == ["rent-ladder"]


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


@pytest.mark.parametrize(
    "turn",
    [
        "that's not what I asked. i meant india",
        "that was not quite what I asked. how much do gardeners make in india?",
    ],
)
def test_who_did_not_ask_for_an_answer_does_not_get_it_again(garden: Engine, turn: str) -> None:
    reply = ask(garden, "what does a gardener earn in India?", turn)

    assert answered(reply) == []


def test_which_thing_is_meant_and_which_is_not(garden: Engine) -> None:
    turns = ("what equipment do gardeners use", "no, which soil, not which tools")

    assert answered(ask(garden, *turns)) == ["soil"]


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


@pytest.mark.parametrize(
    ("turns", "again"),
    [
        (("when should roses be pruned?", "why?"), True),
        (("which soil do tomatoes like?", "do they like compost too?"), True),
        (("which soil do tomatoes like?", "could you give me an example?"), False),
        (("when should roses be pruned?", "when should roses be pruned?"), False),
        (("what does a gardener earn in India?", "and in the us?"), False),
    ],
)
def test_an_answer_given_once_more_is_said_to_be_all(
    garden: Engine, turns: tuple[str, ...], *, again: bool
) -> None:
    assert ask(garden, *turns).understanding.again is again


@pytest.mark.parametrize("turn", ["how do i become one?", "how to become one"])
def test_one_may_be_the_role_that_the_question_before_named(garden: Engine, turn: str) -> None:
    assert answered(ask(garden, "what do gardeners earn in India?", turn)) == ["start"]


@pytest.mark.parametrize("apostrophe", "’‘`´ʼ＇")
def test_every_apostrophe_is_read_as_the_straight_one(shop: Engine, apostrophe: str) -> None:
    reacted, corrected = (
        ask(shop, "how do i rent a mower", turn.replace("'", apostrophe))
        for turn in ("i'll think about it", "no, i'm asking about the ladder")
    )

    assert isinstance(reacted, Fallback)
    assert answered(corrected) == ["rent-ladder"]


@pytest.mark.parametrize("turns", [("how?",), ("who repairs a mower", "how?")])
def test_a_word_that_asks_is_no_small_talk(turns: tuple[str, ...]) -> None:
    small_talk = (SmallTalk("well", ("how are you", "how have you been"), "I'm fine!"),)
    engine = Engine(SHOP, small_talk=small_talk)
    reply, asked = ask(engine, *turns), ask(engine, "how are you")

    assert isinstance(asked, Fallback)
    assert asked.small_talk
    assert not (isinstance(reply, Fallback) and reply.small_talk)


def test_what_if_is_asked_of_the_answer_before() -> None:
    spades = (
        Entry("need", "Do I need a spade?", "Yes.", ("is a spade needed",)),
        Entry(
            "which",
            "Which spade should I buy?",
            "A sharp one.",
            ("what spade is best", "what one should i buy", "what if i have a blunt one"),
        ),
    )
    engine = Engine((*SHOP, *spades), **THRESHOLDS)

    assert answered(ask(engine, "do i need a spade?", "what if i don't have one?")) == ["need"]


@pytest.mark.parametrize("turns", [("gardener salary", "india"), ("gardener salary india",)])
def test_a_value_by_itself_is_no_word_of_grammar(garden: Engine, turns: tuple[str, ...]) -> None:
    assert answered(ask(garden, *turns, "us")) == ["pay-us"]


def test_who_does_not_like_it_is_not_told_it_again(needed: Engine) -> None:
    reply = ask(needed, "do i need a spade", "i don't like it")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == Courtesy.NOTED


def test_a_place_takes_the_place_of_no_other_word() -> None:
    beer = Entry("beer", "Is there beer for gardeners?", "Yes.", ("gardener beer",))
    reply = ask(make_engine((*GARDEN, beer)), "is there beer for gardeners?", "in germany?")

    assert "beer" in reply.understanding.query


LIBRARY = (
    Entry(
        "loan-period",
        "How long can I keep things?",
        "Books are lent for four weeks, board games for two, and discs for one.",
        ("loan period for books", "how many weeks may I keep a book", "when are my books due"),
    ),
    Entry(
        "item-limit",
        "How many things can I borrow at once?",
        "Up to 30 items, among them at most 5 discs and 2 board games.",
        ("borrowing limit", "how many discs at a time", "limit on board games"),
    ),
    Entry(
        "get-card",
        "How do I get a library card?",
        "Bring a photo. It costs 18 a year, and 9 for students.",
        ("sign up for the library", "what does a card cost", "register as a reader"),
    ),
    Entry(
        "study-rooms",
        "Are there quiet rooms for studying?",
        "Six of them, for four people each.",
        ("book a study room", "group work room for students", "silent reading room"),
    ),
    Entry("parking", "Where can I park?", "Behind the house.", ("car park", "leave my bicycle")),
)


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("how long can I keep a book?", "and discs?"), "loan-period"),
        (("How do I get a library card?", "and for students?"), "get-card"),
        (("how long can I keep a book?", "and parking?"), "parking"),
    ],
)
def test_an_answer_that_says_what_a_turn_adds_is_given_for_that_too(
    turns: tuple[str, ...], entry_id: str
) -> None:
    library = Engine(LIBRARY, threshold=0.22, ambiguity_threshold=0.05)

    assert answered(ask(library, *turns)) == [entry_id]


@pytest.mark.parametrize("asked", ["when do i cut my roses", "so when do i cut the roses"])
def test_a_question_that_is_put_once_more_is_answered_once_more(garden: Engine, asked: str) -> None:
    turns = (asked, f"you misunderstood, {asked}")

    assert answered(ask(garden, *turns)) == answered(ask(garden, asked)) != []


@pytest.mark.parametrize(
    ("fragment", "answers"),
    [("what about tools", ["tools"]), ("and tomato soil", ["soil"]), ("and for beginners", [])],
)
def test_a_place_that_nothing_is_known_of_is_left_with_its_topic(
    garden: Engine, fragment: str, answers: list[str]
) -> None:
    assert answered(ask(garden, "what does a gardener earn in Germany?", fragment)) == answers


def test_a_correction_to_what_the_answer_tells_as_well_gets_it_again(shop: Engine) -> None:
    assert answered(ask(shop, "how do i rent a ladder", "no, i mean for a day")) == ["rent-ladder"]
    assert answered(ask(shop, "how do i rent a ladder", "no, i mean a mower")) == ["rent-mower"]
    assert answered(ask(shop, "how do i rent a ladder", "no, i mean a canoe")) == []


def test_how_much_is_asked_of_the_money_that_the_turn_before_named() -> None:
    career = Entry(
        "career",
        "Is gardening a good career?",
        "Yes, for who likes rain.",
        ("is gardening worth it", "gardening career", "is it worth it for the money"),
    )
    hard = Entry("hard", "Is gardening hard?", "In winter.", ("how hard is gardening",))
    engine = make_engine((career, hard, *GARDEN), **THRESHOLDS)

    turns = ("is gardening hard?", "is it worth it for the money?", "how much is that")

    assert "money" in ask(engine, *turns).understanding.query
