"""The shipped table of English words: meanings, and guesses about unlisted ones."""

import numpy as np
import pytest

from bot.engine.languages.vectors import DIMENSIONS, EnglishWords, english_words


@pytest.fixture(scope="module")
def words() -> EnglishWords:
    return english_words()


def liken(words: EnglishWords, left: str, right: str) -> float:
    a, b = words.vector(left), words.vector(right)
    assert a is not None
    assert b is not None
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("salary", "wage", "banana"),
        ("doctor", "physician", "guitar"),
        ("holiday", "vacation", "invoice"),
        ("car", "automobile", "poem"),
    ],
)
def test_words_that_mean_alike_are_near(
    words: EnglishWords, word: str, near: str, far: str
) -> None:
    assert liken(words, word, near) > liken(words, word, far) + 0.2


def test_words_that_say_little_are_short(words: EnglishWords) -> None:
    lengths = {word: np.linalg.norm(words.add_up([word])) for word in ("the", "of", "mortgage")}

    assert max(lengths["the"], lengths["of"]) < lengths["mortgage"] / 2


@pytest.mark.parametrize(
    ("unlisted", "like"),
    [
        ("contactless", "contact"),
        ("atms", "atm"),
        ("5", "five"),
        ("2031", "year"),
        ("7pm", "clock"),
    ],
    ids=["compound", "plural", "number", "year", "time"],
)
def test_unlisted_words_are_guessed(words: EnglishWords, unlisted: str, like: str) -> None:
    assert unlisted not in words
    assert liken(words, unlisted, like) > 0.4


@pytest.mark.parametrize("word", ["", "zqxjk", "多少", "c++"])
def test_what_gives_no_clue_means_nothing(words: EnglishWords, word: str) -> None:
    assert words.vector(word) is None
    assert words.add_up([word]).tolist() == [0.0] * DIMENSIONS


def test_usual_words_have_the_larger_share(words: EnglishWords) -> None:
    assert words.share("the") > words.share("mortgage") > words.share("zqxjk") == 0.0
    assert sum(np.exp(words.log_shares)) == pytest.approx(1.0, abs=0.05)
