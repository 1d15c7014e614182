"""A message without what nobody asks with."""

import time

import pytest

from bot.engine.engine import Engine
from bot.engine.languages.cleaning import clean_message
from bot.engine.replies import Answer


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("is n.l.p. needed", "is nlp needed"),
        ("pay in the U.S. now", "pay in the USA now"),
        ("m a t h s needed", "maths needed"),
        ("pay in india & the us", "pay in india and the us"),
        ("r&d & co", "r&d and co"),
        ("netflix-like lists", "netflix style lists"),
        ("chef-like roles", "chef-like roles"),
        ("sry, i meant tea", "sorry, i meant tea"),
        ("SRY WHAT ABOUT US", "SORRY WHAT ABOUT US"),
        ("Sorry, what now", "Sorry, what now"),
        ("import os; os.remove('x')", ""),
        ("adn wich one", "and which one"),
        ("any1 or Some1", "anyone or someone"),
        ("what dose a spade do", "what does a spade do"),
        ("what dose of lime", "what dose of lime"),
        ("HWO MUCH ADN WHY", "HOW MUCH AND WHY"),
        ("ADN or not", "ADN or not"),
        ("do i ned a rake", "do i need a rake"),
        ("is ned a gardener", "is ned a gardener"),
        ("import duties; are they high", "import duties; are they high"),
        ("Sandwich and Norwich", "Sandwich and Norwich"),
        ("salary \U0001f1ee\U0001f1f3", "salary India"),
        ("```python\nimport os\n``` what now", "what now"),
        ("> quoted\nwhat now", "what now"),
        ("<@123456> see https://example.org/x what now", "see what now"),
        ("```never closed", ""),
        ("\U0001f44b\U0001f3fd what now", "hello what now"),
        ("yesss", "yes"),
        ("NOOOO way, thats sooo cooool", "NO way, thats so cool"),
        ("TL;DR: what now", "what now"),
        ("I like soil. tldr what now", "I like soil.\nwhat now"),
        ("tl;dr?", "tl;dr?"),
        ("hellooo gooood morning", "hello good morning"),
        ("AAA games and IEEE papers", "AAA games and IEEE papers"),
        ("it’s, i´m, don`t, ‘ere", "it's, i'm, don't, 'ere"),
        ("size xxxl, chapter viii, hiii", "size xxxl, chapter viii, hi"),
        ("the grades A B C D E", "the grades A B C D E"),
        ("$1,000,000 or 10,00,000 rupees", "$1000000 or 1000000 rupees"),
        ("rooms 101,102,103", "rooms 101,102,103"),
        ("ports 20,21,443", "ports 20,21,443"),
        ("$140,000, in 1,2,300 or 3,50", "$140,000, in 1,2,300 or 3,50"),
        ("@here what now", "everyone what now"),
        ("um so like how do roses grow", "how do roses grow"),
        ("And after, how much is it", "how much is it"),
        ("after how long does it bloom", "after how long does it bloom"),
        ("like what", "like what"),
        ("like how", "like how"),
    ],
)
def test_what_nobody_asks_with_falls_away(text: str, plain: str) -> None:
    assert clean_message(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("H O W   M U C H is it", "HOW MUCH is it"),
        ("d o   i   n e e d   C + +", "do i need C++"),
        ("is it C or R", "is it C or R"),
        ("plan a  b test", "plan a b test"),
    ],
)
def test_letters_apart_from_each_other_are_put_together(text: str, plain: str) -> None:
    assert clean_message(text) == plain


@pytest.mark.parametrize("text", ["1 2", "r u", "4 u", "I I", "a b"])
def test_short_words_are_not_put_together(text: str) -> None:
    assert clean_message(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("import torch\nmodel = torch.nn.Linear(10, 2)\nprint(model)", ""),
        ("SELECT pay FROM staff WHERE country = 'India';", ""),
        ("for i in range(10): print(i) # why 0?", ""),
        ("def f(x):\n    return x + 1\nis that needed", "is that needed"),
        ("print(model)\nwhy does it fail?", "why does it fail?"),
    ],
)
def test_lines_of_code_fall_away(text: str, plain: str) -> None:
    assert clean_message(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "import fees",
        "how do I use print()?",
        "spades (small)",
        "spades(small) and rakes",
        "budget = 500, which spade",
        "what is ivy;",
        "let me know (please) = thanks",
        "if i learn pruning (or not): what next?",
        "tools:\nspade\nrake",
    ],
)
def test_words_with_signs_are_no_code(text: str) -> None:
    assert clean_message(text) == text


def test_a_question_behind_much_code_is_read() -> None:
    assert clean_message(f"```{'x = 1; ' * 700}```\nhow much is it?") == "how much is it?"


def test_a_mention_that_never_closes_is_looked_through_once() -> None:
    started = time.perf_counter()
    for letter in "abcdefgh":
        assert clean_message(f"<@{letter * 16_000}").startswith("<@")

    assert time.perf_counter() - started < 2  # each of 16,000 beginnings was tried with each end


@pytest.mark.parametrize("blank", [" ", "\t", "\n", "\u00a0", "\u3000", "\r\n", " \n\t\u00a0"])
def test_runs_of_blanks_are_nothing_that_is_read(garden: Engine, blank: str) -> None:
    run = (blank * 4_000)[:4_000]
    plain, _ = garden.reply("do i need a spade")
    replies = [
        garden.reply(text)[0]
        for text in (
            f"{run}do i need a spade",
            f"do i need a spade{run}",
            f"{run}do i need a spade{run}",
        )
    ]

    assert isinstance(plain, Answer)
    assert replies == [plain] * 3
    assert clean_message(f"{run}do i need a spade{run}") == "do i need a spade"


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u3000"])
def test_runs_of_blanks_between_words_are_one(blank: str) -> None:
    run = blank * 4_000

    assert clean_message(f"do i{run}need a spade") == "do i need a spade"
