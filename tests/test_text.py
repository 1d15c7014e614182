"""Normalising, tokens, text-speak and stems."""

import pytest

from bot.engine.ambient import LONGEST_POST
from bot.engine.text import (
    MAX_TOKENS,
    drop_fillers,
    expand_chat_spellings,
    name_price,
    normalise,
    stem,
    tokenize,
    tokenize_whole,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Salário médio?", "salario medio?"),
        ("ＳＡＬＡＲＹ", "salary"),
        ("WHAT’S the Straße", "whats the strasse"),
        ("sooooo gooood", "soo good"),
        ("ﬁnd", "find"),
        ("", ""),
    ],
    ids=["accents", "full width", "apostrophe and case", "stretched", "ligature", "empty"],
)
def test_every_spelling_of_a_text_is_normalised_to_one(text: str, plain: str) -> None:
    assert normalise(text) == plain


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("salary 🚀💰 in-india!!", ["salary", "in", "india"]),
        ("C++ or C# or .NET?", ["c++", "or", "c#", "or", ".net"]),
        ("🚀", []),
        ("?!…", []),
        ("year 2030, 5pm", ["year", "2030", "5pm"]),
        ("多少钱", ["多少钱"]),
    ],
    ids=["emoji", "languages", "one emoji", "punctuation", "numbers", "another script"],
)
def test_tokens_are_words_and_numbers(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens


def test_of_a_long_text_the_beginning_and_the_end_are_read() -> None:
    tokens = tokenize("first " + "filler " * 500 + "last")

    assert len(tokens) == MAX_TOKENS
    assert (tokens[0], tokens[-1]) == ("first", "last")


def test_a_run_without_end_is_cut() -> None:
    assert len(tokenize("xy" * 2_000)[0]) < 100


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wat r da skills 4 me", "what are the skills for me"),
        ("i wanna start b4 summer", "i want to start before summer"),
        ("what do i nd", "what do i need"),
        ("maths nd python", "maths and python"),
        ("2 years 4 months", "2 years 4 months"),
        ("whats new", "what is new"),
    ],
    ids=["text-speak", "contractions", "needing", "and", "plain numbers stay", "no apostrophe"],
)
def test_chat_spellings_are_spelt_out(text: str, words: str) -> None:
    assert expand_chat_spellings(tokenize(text), ()) == words.split()


def test_a_chat_spelling_that_the_knowledge_uses_stays() -> None:
    assert expand_chat_spellings(["r", "language"], {"r"}) == ["r", "language"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tbh lol which spade ngl", "which spade"),
        ("honestly which spade fr fr", "which spade"),
        ("which spade", "which spade"),
        ("lol bruh", "lol bruh"),
        ("", ""),
    ],
    ids=["around", "repeated", "none", "nothing else", "empty"],
)
def test_chat_fillers_are_dropped_from_what_says_more(text: str, words: str) -> None:
    assert drop_fillers(text.split()) == words.split()


def test_a_filler_that_is_a_short_form_of_the_keeper_s_stays() -> None:
    assert drop_fillers(["lol", "the", "af", "spade"], {"af"}) == [
        "the",
        "af",
        "spade",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("how much is the spade", "how much cost is the spade"),
        ("so how much", "so how much cost"),
        ("how much for a rake", "how much cost for a rake"),
        ("how much time does it take", "how much time does it take"),
        ("how much does a spade cost", "how much does a spade cost"),
        ("how many spades are there", "how many spades are there"),
        ("not much", "not much"),
    ],
    ids=["is", "bare", "for", "of something", "said already", "how many", "much"],
)
def test_asking_how_much_something_is_names_its_cost(text: str, words: str) -> None:
    assert name_price(text.split()) == words.split()


def test_naming_the_cost_twice_changes_nothing() -> None:
    once = name_price("how much is the spade".split())

    assert name_price(once) == once


def test_forms_of_a_word_share_a_stem() -> None:
    assert stem("engineers") == stem("engineer")
    assert stem("c++") == "c++"


def test_what_keepers_write_is_read_whole() -> None:
    assert len(tokenize_whole("word " * 300)) == 300


def test_overheard_posts_are_never_read_with_a_hole_in_them() -> None:
    assert LONGEST_POST <= MAX_TOKENS
