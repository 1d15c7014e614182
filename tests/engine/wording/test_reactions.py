import pytest

from bot.engine.wording.reactions import (
    comments,
    disputes,
    drop_reaction,
    is_reaction,
    tells_outcome,
)


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
        ("ok thank u. what about shy people", "what about shy people"),
        ("okay u convinced me. where do i start", "where do i start"),
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
        "thanks <3",
        "nice :D",
        "thank you, that's all i wanted to know",
        "",
        "Class: what do I bring?",
    ],
)
def test_what_is_more_than_a_reaction_stays(text: str) -> None:
    assert drop_reaction(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "lol",
        "ok got it",
        "haha nice!!",
        "that's a lot",
        "that's wrong",
        "ok, less then i thought",
        "wow thats a lot more than i make",
        "that's more than i get now lol",
        "i earn less lol",
        "better than we had hoped",
        "so it depends lol",
        "sounds like too much for me",
        "that sounds like a plan",
        "sounds like hard work",
        "ok I'll think about it",
        "will do, cheers",
        "ok done, filled it in",
        "right, booked one",
        "thanks, let me look into that",
        "hahahah",
        "\U0001f44d",
        "\U0001f525\U0001f525 :D",
        "thanks <3",
        "xD",
        "?",
        "...",
    ],
)
def test_what_only_reacts_asks_for_nothing(text: str) -> None:
    assert is_reaction(text)


@pytest.mark.parametrize(
    "text", ["really?", "why", "nice roses", "wrong country, India", "no", "sounds like a leak"]
)
def test_what_asks_or_names_something_is_no_mere_reaction(text: str) -> None:
    assert not is_reaction(text)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("ok that worked", True),
        ("it still doesn't work", True),
        ("still no luck", True),
        ("does it work?", False),
        ("how does it work", False),
        ("the pump does not work", False),
    ],
)
def test_what_came_of_an_answer_is_told_from_questions(text: str, outcome: bool) -> None:
    assert tells_outcome(text) is outcome


@pytest.mark.parametrize("row", ["cool ", "ok i see ", "really helps ", "so very "])
def test_rows_of_reactions_are_read_in_one_way_only(row: str) -> None:
    assert not is_reaction(200 * row + "roses")  # would never end otherwise
    assert drop_reaction(200 * row + "roses").endswith("roses")


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("but everyone says i do", True),
        ("i don't agree at all", True),
        ("no its not", True),
        ("that can't be right", True),
        ("thats nonsense nobody uses that", True),
        ("my teacher says otherwise", True),
        ("nah cant be right", True),
        ("thats wrong tell me what they earn", False),
        ("are you sure? my cousin has none and works as one", True),
        ("are you sure?", False),
        ("not sure what my friend needs", False),
        ("its not in the shed", False),
        ("is that wrong?", False),
        ("that's wrong?", False),
        ("everyone says roses", False),
        ("i don't believe in ghosts", False),
        ("what people say", False),
    ],
)
def test_doubts_about_an_answer_are_told_apart(text: str, *, doubts: bool) -> None:
    assert disputes(text) is doubts


@pytest.mark.parametrize("text", ["Booked it already, can I cancel?", "sent it. can i edit it?"])
def test_what_was_done_stays_before_a_question(text: str) -> None:
    assert drop_reaction(text) == text


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("makes sense, i learn better by doing anyway", True),
        ("ok thanks. I'm 45 and a nurse", True),
        ("makes sense, do I learn better by doing?", False),
        ("cool, i'd like to know about rakes", False),
        ("i learn better by doing", False),
        ("nice", False),
    ],
)
def test_some_react_and_tell_of_themselves(text: str, *, comment: bool) -> None:
    assert comments(text) is comment


def test_a_word_that_the_knowledge_uses_is_no_exclamation() -> None:
    text = "sick, who pays for that?"

    assert drop_reaction(text) == "who pays for that?"
    assert drop_reaction(text, known={"sick"}) == text
