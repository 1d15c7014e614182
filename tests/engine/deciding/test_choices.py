"""What turns choose of what was offered or named before them."""

from dataclasses import replace

import pytest

from bot.engine.conversation import Conversation, Turn
from bot.engine.engine import Engine
from bot.engine.entries import Entry, Gap
from bot.engine.replies import Clarification, Fallback
from bot.engine.wording.courtesies import Courtesy
from tests.engine.small_conversations import SHOP, THRESHOLDS, answered, ask
from tests.engine.small_knowledge import ENTRIES as GARDEN
from tests.engine.small_knowledge import VOCABULARY


def test_asking_for_more_is_not_unclear(garden: Engine) -> None:
    _, conversation = garden.reply("How do I become a gardener?")
    reply, _ = garden.reply("more", conversation=conversation)

    assert isinstance(reply, Clarification)
    assert reply.goes_on
    assert [entry.id for entry in reply.choices] == ["tools", "roses"]


def test_a_reaction_is_offered_what_may_follow(garden: Engine) -> None:
    reply = ask(garden, "How do I become a gardener?", "wow, that's a lot")

    assert isinstance(reply, Clarification)
    assert reply.goes_on


@pytest.mark.parametrize(
    "thanks", ["makes sense, thanks for explaining", "lol fair. appreciate it man", "ok cheers"]
)
def test_who_thanks_is_offered_nothing_more(garden: Engine, thanks: str) -> None:
    reply = ask(garden, "How do I become a gardener?", thanks)

    assert isinstance(reply, Fallback)
    assert not reply.suggestions


@pytest.mark.parametrize(
    "turn",
    [
        "explain it like I'm five",
        "eli5",
        "in plain english please",
        "thx can u make it shorter",
        "shorter pls",
        "tldr?",
    ],
)
def test_who_wants_it_simpler_or_shorter_hears_that_there_are_no_other_words(
    garden: Engine, turn: str
) -> None:
    for turns in ((turn,), (turn, "no, simpler")):
        reply = ask(garden, "How do I become a gardener?", *turns)

        assert isinstance(reply, Fallback)
        assert reply.courtesy == Courtesy.SAME_WORDS
        assert [entry.id for entry in reply.suggestions] == ["tools", "roses"]
    assert answered(ask(garden, "How do I become a gardener?", turn, "the second one")) == ["roses"]


def test_who_finds_it_too_complicated_is_offered_what_may_follow(garden: Engine) -> None:
    reply = ask(garden, "How do I become a gardener?", "too complicated")

    assert isinstance(reply, Clarification)
    assert reply.goes_on


def test_what_is_picked_by_its_place_may_be_named_as_well(garden: Engine) -> None:
    _, conversation = garden.reply("what does a gardener earn")
    offered = conversation.turns[-1].offered
    us = ["the first one", "the second one"][offered.index("pay-us")]
    other = ["the first one", "the second one"][1 - offered.index("pay-us")]
    named, _ = garden.reply(f"{us}, earn in the US", conversation=conversation)
    torn, _ = garden.reply(f"{other}, earn in the US", conversation=conversation)

    assert answered(named) == ["pay-us"]
    assert [entry.id for entry in torn.entries] != ["pay-india"]


def test_the_item_of_a_list_is_picked_by_its_place() -> None:
    beds = Entry("beds", "Which beds are there?", "There are two:\n- **Roses**\n- **Tomatoes**")
    engine = Engine((beds, *GARDEN), **THRESHOLDS)

    assert answered(ask(engine, "which beds are there", "and the first one?")) == ["roses"]
    assert answered(ask(engine, "which beds are there", "the second one")) == ["soil"]


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


@pytest.mark.parametrize(
    ("turn", "picked"),
    [
        ("both please", ["rent-mower", "rent-ladder"]),
        ("the one about ladders", ["rent-ladder"]),
        ("neither", []),
        ("no", []),
        ("nope, sorry", []),
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
        assert reply.courtesy == Courtesy.NONE_OF_THEM


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


def test_the_word_of_what_was_offered_picks_it() -> None:
    engine = Engine(SHOP, threshold=0.2, ambiguity_threshold=0.9)
    asked = ask(engine, "renting a mower or ladder")

    assert isinstance(asked, Clarification)
    assert answered(ask(engine, "renting a mower or ladder", "delivery")) != ["rent-mower"]
    rentals = {entry.id for entry in asked.choices if entry.id.startswith("rent")}
    assert {"rent-mower", "rent-ladder"} <= rentals


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


def test_a_number_beyond_what_was_offered_picks_nothing(garden: Engine) -> None:
    first = ask(garden, "what does a gardener earn in india")
    beyond = ask(garden, "what does a gardener earn in india", "7")

    assert isinstance(beyond, Fallback)
    assert beyond.courtesy == Courtesy.NO_SUCH
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


STEPS = Entry(
    "steps",
    "How do I plant a tree?",
    "There are three steps:\n- Spade: dig a hole\n- Water: a bucket of it\n- Stake: tie it up",
    ("planting a tree", "tree planting"),
)


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("do i need step 1",), "tools"),
        (("is step 3 hard",), "steps"),
        (("do i need step 1", "is step 2 hard"), "steps"),
        (("do i need the first step",), "tools"),
        (("is the last step hard",), "steps"),
        (("is the fifth step hard",), None),
        (("do i need step 1 of a rose wedding",), None),
        (("when do i cut my roses", "is step 2 hard"), None),
        (("what is a pick up point 1",), None),
        (("does a spade test have a step 2",), None),
        (("who sells step 2",), None),
    ],
)
def test_what_is_said_of_an_item_of_a_list_is_said_of_what_it_names(
    turns: tuple[str, ...], entry_id: str | None
) -> None:
    shops = Gap("shops", ("who sells spades", "who sells stakes", "who sells it"), "No shops.")
    engine = Engine((STEPS, *GARDEN), gaps=(shops,), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "planting a tree", *turns)) == ([entry_id] if entry_id else [])


def test_two_items_of_a_list_are_compared_by_what_they_name() -> None:
    spades = Entry(
        "spade-or-stake", "How do a spade and a stake differ?", "One digs.", ("spade or stake",)
    )
    engine = Engine((STEPS, spades, *GARDEN), vocabulary=VOCABULARY, **THRESHOLDS)

    for turn in (
        "what's the diff between the first and the last",
        "how do the first and 3rd differ",
    ):
        assert answered(ask(engine, "planting a tree", turn)) == ["spade-or-stake"]


def test_an_item_that_a_list_does_not_have_is_none() -> None:
    engine = Engine((STEPS, *GARDEN), vocabulary=VOCABULARY, **THRESHOLDS)

    assert answered(ask(engine, "planting a tree", "is step 9 hard")) == []


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


@pytest.mark.parametrize("turn", ["yes", "yeah sure"])
def test_who_says_yes_to_a_choice_is_asked_once_more_which(turn: str) -> None:
    engine = Engine(SHOP, threshold=0.3, ambiguity_threshold=0.5)  # so that it asks back
    reply = ask(engine, "renting", turn)

    assert isinstance(reply, Clarification)
    assert [entry.id for entry in reply.entries] == ["rent-mower", "rent-ladder"]
    assert answered(ask(engine, "renting", turn, "the second")) == ["rent-ladder"]


def test_what_goes_on_and_asks_for_one_of_what_was_offered_gets_that() -> None:
    course = Entry("course", "How do I learn to weld?", "Here.", follow_ups=("exam", "hours"))
    exam = Entry("exam", "What happens after the course?", "An exam.", ("what comes afterwards",))
    engine = Engine((*SHOP, course, exam), threshold=0.3, ambiguity_threshold=0.05)

    assert answered(ask(engine, "how do i learn to weld", "what happens afterwards?")) == ["exam"]
    assert isinstance(ask(engine, "how do i learn to weld", "what then?"), Clarification)


def test_another_value_takes_the_place_of_the_first_before_it_picks_anything() -> None:
    both = Entry("both", "How does US pay compare with India?", "It is higher.")
    engine = Engine((*GARDEN, both), vocabulary=VOCABULARY, **THRESHOLDS)
    asked = Conversation((Turn("gardener wage in India", offered=("both", "tools")),))
    named = Conversation((Turn("gardener pension", offered=("both", "tools")),))

    assert answered(engine.reply("usa", conversation=asked)[0]) == ["pay-us"]
    assert answered(engine.reply("usa", conversation=named)[0]) == ["both"]
