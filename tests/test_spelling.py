"""Repair of misspelt, joined and split words."""

import pytest

from bot.engine.spelling import Repair, Speller, Usage
from bot.engine.vectors import english_words

PHRASINGS = (
    "what is my account balance",
    "how do i block my card",
    "my card was stolen",
    "machine learning salary in india",
    "which bootcamp should i join",
    "how long is the mortgage",
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    usage = Usage.count([phrasing.split() for phrasing in PHRASINGS])
    return Speller(usage, english_words(), protected=["kubeflow"])


def read(speller: Speller, text: str) -> str:
    return " ".join(speller.repair(text.split())[0])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("machne lerning slary", "machine learning salary"),
        ("accountt balannce", "account balance"),
        ("blcok my crad", "block my card"),
        ("salarh in imdia", "salary in india"),
        ("mortgaeg", "mortgage"),
    ],
    ids=["dropped", "doubled", "swapped", "neighbouring keys", "end of a word"],
)
def test_slips_are_repaired(speller: Speller, typed: str, meant: str) -> None:
    assert read(speller, typed) == meant


def test_neighbouring_words_decide_between_repairs(speller: Speller) -> None:
    assert read(speller, "block my ard") == "block my card"


def test_words_that_only_english_knows_are_repaired_too(speller: Speller) -> None:
    assert read(speller, "my restarant bill") == "my restaurant bill"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("boot camp", "bootcamp"), ("machinelearning salary", "machine learning salary")],
)
def test_joined_and_split_words_are_mended(speller: Speller, typed: str, meant: str) -> None:
    assert read(speller, typed) == meant


@pytest.mark.parametrize(
    "text",
    ["nurse", "germany", "cart", "kubeflow", "the band", "zxqvwk", "c++ 2030", "año 年", "a i"],
)
def test_what_may_be_right_is_left_alone(speller: Speller, text: str) -> None:
    repaired, repairs = speller.repair(text.split())

    assert repaired == text.split()
    assert repairs == []


def test_repairs_tell_what_was_typed(speller: Speller) -> None:
    _, repairs = speller.repair(["boot", "camp", "slary"])

    assert repairs == [Repair("boot camp", "bootcamp"), Repair("slary", "salary")]


def test_a_text_in_no_known_language_is_left_alone(speller: Speller) -> None:
    text = "mein hovercraftx vollerx aalez undx keinerx weissx warumx dasz soxist ebenx".split()

    assert speller.repair(text) == (text, [])


def test_a_knowledge_without_words_repairs_towards_english() -> None:
    speller = Speller(Usage.count([]), english_words())

    assert read(speller, "resturant") == "restaurant"
