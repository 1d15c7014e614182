"""Which way a question goes."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.replies import Answer
from bot.engine.wording.directions import Ways, find_direction


@pytest.mark.parametrize(
    ("text", "start", "goal"),
    [
        ("how do i go from gardener to baker", {"garden"}, {"baker"}),
        ("can a gardener turn into a baker", {"garden"}, {"baker"}),
        ("how do i become a baker after being a gardener", {"garden"}, {"baker"}),
        ("turn notes into slides", {"note"}, {"slide"}),
        ("go back to roses from tulips", {"tulip"}, {"rose"}),
        ("become a baker", set(), {"baker"}),
        ("im a gardener can i work as a baker", {"garden"}, {"baker"}),
        ("can a gardener take a baker job", set(), {"baker"}),
    ],
)
def test_a_way_has_a_start_and_a_goal(text: str, start: set[str], goal: set[str]) -> None:
    direction = find_direction(text.split())

    assert direction is not None
    assert (direction.start, direction.goal) == (start, goal)


@pytest.mark.parametrize(
    "text",
    ["do i have to go", "i talk to bakers", "who comes from india", "become", "", "from roses"],
)
def test_what_leads_nowhere_has_none(text: str) -> None:
    assert find_direction(text.split()) is None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("how do i get from baker to gardener", -1),
        ("how do i become a gardener", -1),
        ("how do i move from gardening jobs to baker", 1),
        ("how do i move from sailor to cook", 0),
    ],
)
def test_a_way_is_held_against_those_of_phrasings(text: str, way: int) -> None:
    phrasings = ("how do i move from gardener to baker", "baking for gardeners")
    wanted = find_direction(text.split())

    assert wanted is not None
    assert Ways.read([p.split() for p in phrasings]).compare(wanted) == way


def test_what_a_few_phrasings_tell_makes_no_way() -> None:
    wanted = find_direction("moving from rakes to spades".split())
    phrasings = ["do i need a spade", *["spade"] * 60, "i moved from spade to rake"]

    assert wanted is not None
    assert Ways.read([p.split() for p in phrasings]).compare(wanted) == 0


def test_an_answer_is_not_given_to_who_wants_to_go_back() -> None:
    engine = Engine(
        (
            Entry(
                "to-slides",
                "How do I turn notes into slides?",
                "Press S.",
                ("make slides from notes", "notes to slides", "convert notes to slides"),
            ),
            Entry("prices", "What does it cost?", "Nothing.", ("price", "is it free")),
        ),
        threshold=0.3,
        ambiguity_threshold=0.05,
    )
    there, _ = engine.reply("how can i convert my notes to slides")
    back, _ = engine.reply("how can i convert my slides to notes")

    assert isinstance(there, Answer)
    assert not isinstance(back, Answer)
    assert back.explanation is not None
    assert "the other way" in back.explanation.reason
