import pytest

from bot.engine.reactions import drop_reaction


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("oh nice! so whats the pay like", "so whats the pay like"),
        ("cool cool. anything good to read", "anything good to read"),
        ("thanks!! that's really helpful. how long does it take", "how long does it take"),
        ("great what skills do i need", "what skills do i need"),
        ("wow thats more than i thought. what about india", "what about india"),
        ("yes, the india one", "the india one"),
        ("lovely 👍 and in winter?", "and in winter?"),
    ],
)
def test_a_reaction_before_a_question_falls_away(text: str, question: str) -> None:
    assert drop_reaction(text) == question


@pytest.mark.parametrize(
    "text",
    [
        "cool",
        "thanks a lot!",
        "good. how",
        "right to work in Spain?",
        "good universities for this?",
        "man i hate maths, do i need it",
        "no, i meant india",
        "yes the second one",
        "",
    ],
)
def test_what_is_more_than_a_reaction_stays(text: str) -> None:
    assert drop_reaction(text) == text
