"""What stands behind a question."""

import pytest

from bot.engine.wording.afterthoughts import is_solved, settles


@pytest.mark.parametrize(
    "text",
    [
        "wait for rain lol",
        "not me, never me",
        "nothing lol",
        "you water them until the money is gone",
        "It's always the butler.",
        "oh wait, oak gives 10, nvm",
        "edit: found it, page two",
        "edit: 7, it is on the sign",
        "ok it was the cat, works now",
        "\U0001f602",
        "because why not",
        "for me it was a waste of money",
        "i didnt, got hired with two projects",
        "I did!",
        "i went with oak",
        "about 2 years",
        "oak. next question.",
        "you know someone. thats the tweet",
        "absolutely, best decision i made",
        "very. but i love it",
        "very carefully and with a lot of lies",
        "also yes",
        "hell no",
        "never heard of her",
        "took me 2 years, ama",
        "something you have one day too late",
        "oak. always oak.",
        "my boss thinks so",
        "asked nobody ever",
        "not long enough",
    ],
)
def test_answers_findings_and_jokes_leave_nothing_to_answer(text: str) -> None:
    assert settles(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "never went to college",
        "nobody can tell me",
        "nothing on google helped",
        "It's for a school project",
        "if it helps, i live in india",
        "fixed or variable",
        "solved a lot of kaggle already",
        "You can also DM me",
        "you are all so helpful",
        "Update: I already have a BSc",
        "its so hard to choose",
        "asking for a friend lol",
        "thanks \U0001f602",
        "i always hated it haha",
        "no idea where to start",
        "i did a course on it and liked it",
        "i dont have a garden",
        "about 2 years of experience here",
        "for me and my kids",
        "absolutely no experience here",
        "very curious about this",
        "very early in my career",
        "never coded before",
        "a friend told me it is hard",
        "a nurse with no garden",
        "something we all want to know",
        "my teacher says no",
        "a quick answer would help",
        "my boss thinks about paying for it",
        "not sure where to look",
    ],
)
def test_what_tells_more_of_the_asker_wants_an_answer(text: str) -> None:
    assert not settles(text)


@pytest.mark.parametrize(
    ("text", "solved"),
    [
        ("was wondering why it is pale, then i saw the sign", True),
        ("i asked twice and then i realised it is closed", True),
        ("then i saw", True),
        ("i saw the sign, why is it closed", False),
    ],
)
def test_a_question_may_be_solved_in_its_own_sentence(text: str, solved: bool) -> None:
    assert is_solved(text) == solved
