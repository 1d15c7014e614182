"""Normalising, tokens, text-speak and stems."""

import unicodedata

import pytest

from bot.engine.lexical.text import (
    MAX_TOKENS,
    is_word,
    normalise,
    stem,
    tokenize,
    tokenize_whole,
)
from bot.engine.wording.ambient import LONGEST_POST


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Salário médio?", "salario medio?"),
        ("ＳＡＬＡＲＹ", "salary"),
        ("WHAT’S the Straße", "whats the strasse"),
        ("sooooo gooood", "soo good"),
        ("ﬁnd", "find"),
        ("", ""),
        ("Class III, VIII, XXXL, AAA", "class iii, viii, xxxl, aaa"),
    ],
    ids=[
        "accents",
        "full width",
        "apostrophe and case",
        "stretched",
        "ligature",
        "empty",
        "three by right",
    ],
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
        ("हिन्दी में दिन, दान।", ["हिन्दी", "में", "दिन", "दान"]),
        ("தமிழ் சம்பளம்?", ["தமிழ்", "சம்பளம்"]),
        ("ಸಾಫ್ಟ್\u200cವೇರ್", ["ಸಾಫ್ಟ್ವೇರ್"]),
        ("ไม่ใช่ ไม้", ["ไม่ใช่", "ไม้"]),
        ("مَرْحَبًا أهلا", ["مرحبا", "اهلا"]),
        ("がくせい かくせい", ["がくせい", "かくせい"]),
        ("한국어", ["한국어"]),
        ("1️⃣ café हाँ", ["1", "cafe", "हाँ"]),
    ],
    ids=[
        "emoji",
        "languages",
        "one emoji",
        "punctuation",
        "numbers",
        "another script",
        "Hindi",
        "Tamil",
        "Kannada",
        "Thai",
        "Arabic",
        "Japanese",
        "Korean",
        "several scripts",
    ],
)
def test_tokens_are_words_and_numbers(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens


def test_of_a_long_text_the_beginning_and_the_end_are_read() -> None:
    tokens = tokenize("first " + "filler " * 500 + "last")

    assert len(tokens) == MAX_TOKENS
    assert (tokens[0], tokens[-1]) == ("first", "last")


def test_a_run_without_end_is_cut() -> None:
    assert len(tokenize("xy" * 2_000)[0]) < 100


@pytest.mark.parametrize("text", ["Salário", "हिन्दी", "がくせい", "한국어", "மொழி"])
def test_composed_and_decomposed_text_is_normalised_to_composed(text: str) -> None:
    plain = normalise(text)

    assert normalise(unicodedata.normalize("NFD", text)) == plain
    assert unicodedata.is_normalized("NFC", plain)


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("rose", True),
        ("हिन्दी", True),
        ("多少钱", True),
        ("r2d2", False),
        ("c++", False),
        ("कि५", False),
    ],
)
def test_words_are_of_letters_and_their_marks(token: str, *, word: bool) -> None:
    assert is_word(token) is word


def test_forms_of_a_word_share_a_stem() -> None:
    assert stem("engineers") == stem("engineer")
    assert stem("c++") == "c++"


def test_what_keepers_write_is_read_whole() -> None:
    assert len(tokenize_whole("word " * 300)) == 300


def test_overheard_posts_are_never_read_with_a_hole_in_them() -> None:
    assert LONGEST_POST <= MAX_TOKENS
