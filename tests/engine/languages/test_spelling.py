"""Repair of misspelt, joined and split words."""

import pytest

from bot.engine.languages.spelling import Repair, Speller
from bot.engine.languages.usage import Usage
from bot.engine.languages.vectors import english_words

PHRASINGS = (
    "do i work in a team",
    "do i work with them",
    "what is my account balance",
    "how do i block my card",
    "my card was stolen",
    "machine learning salary in india",
    "which bootcamp should i join",
    "set up 2fa",
    "how long is the mortgage",
    "error e07 at the machine",
    "an a4 form",
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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mrtgg", "mortgage"),
        ("mchn lrning slry", "machine learning salary"),
        ("accnt blnce", "account balance"),
        ("rstrnt brkfst", "restaurant breakfast"),
        ("btcmp", "bootcamp"),
    ],
    ids=["all", "some", "doubled", "english", "at the end"],
)
def test_words_without_their_vowels_are_filled(speller: Speller, typed: str, meant: str) -> None:
    assert read(speller, typed) == meant


def test_a_vowel_written_by_ear_is_likelier_than_a_far_key(speller: Speller) -> None:
    assert read(speller, "is there teem work") == "is there team work"


@pytest.mark.parametrize("name", ["dnd", "sqm", "catan", "zfs", "prusa", "hw"])
def test_short_names_that_nobody_lists_are_not_bent_to_usual_words(
    speller: Speller, name: str
) -> None:
    assert read(speller, f"do you have {name}") == f"do you have {name}"


def test_an_ordinary_form_of_a_usual_word_is_not_bent_to_the_subject() -> None:
    usage = Usage.count([["when", "is", "training"]] * 9 + [["do", "you", "go", "out"]])
    speller = Speller(usage, english_words())

    assert read(speller, "do you go out when it is raining") == "do you go out when it is raining"
    assert read(speller, "when is trainign") == "when is training"


def test_short_forms_that_english_knows_are_not_filled(speller: Speller) -> None:
    assert read(speller, "a gpu and a css") == "a gpu and a css"


def test_neighbouring_words_decide_between_repairs(speller: Speller) -> None:
    assert read(speller, "block my ard") == "block my card"


def test_words_that_only_english_knows_are_repaired_too(speller: Speller) -> None:
    assert read(speller, "my restarant bill") == "my restaurant bill"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("boot camp", "bootcamp"),
        ("2 fa for my card", "2fa for my card"),
        ("machinelearning salary", "machine learning salary"),
        ("2card", "2 card"),
        ("2nd card", "2nd card"),
        ("error e 07", "error e07"),
        ("error e 21", "error e 21"),
        ("a 4 digit card", "a 4 digit card"),
    ],
)
def test_joined_and_split_words_are_mended(speller: Speller, typed: str, meant: str) -> None:
    assert read(speller, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("howdoiblockmycard", "how do i block my card"),
        ("mycardwasstolen please", "my card was stolen please"),
        ("whereismycard", "where is my card"),
    ],
    ids=["words of the knowledge", "beside others", "grammar of English too"],
)
def test_a_run_of_letters_is_broken_into_its_words(
    speller: Speller, typed: str, meant: str
) -> None:
    assert read(speller, typed) == meant


def test_a_broken_run_is_one_repair(speller: Speller) -> None:
    assert speller.repair(["whereismycard"])[1] == [Repair("whereismycard", "where is my card")]


@pytest.mark.parametrize(
    "word",
    [
        "rhododendron",
        "kubernetes",
        "zxqwvkjhgfd",
        "supercalifragilistic",
        "thebank",
        "isitasitis",
        "whereisthehill",
        "administrations",
    ],
    ids=[
        "rare word",
        "name",
        "noise",
        "made up",
        "two words",
        "short words",
        "words of English only",
        "word of English",
    ],
)
def test_what_is_no_run_of_usual_words_stays_whole(speller: Speller, word: str) -> None:
    assert read(speller, word) == word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("carp", "carp"), ("bloc", "block"), ("ember", "ember"), ("heir", "heir"), ("wand", "wand")],
    ids=["as likely itself", "to the knowledge's", "not to member", "not to their", "not to and"],
)
def test_a_rare_english_word_is_bent_to_words_of_the_knowledge_only(
    speller: Speller, typed: str, meant: str
) -> None:
    assert typed in english_words()
    assert read(speller, typed) == meant


def test_a_form_near_what_all_is_about_is_a_slip_of_it() -> None:
    usage = Usage.count([["what", "does", "an", "engineer", "do"], ["engineer", "pay"]])

    assert "enginer" not in english_words()
    assert read(Speller(usage, english_words()), "enginer pay") == "engineer pay"
    assert read(Speller(Usage.count([["pay"]]), english_words()), "enginer pay") == "enginer pay"


def test_a_form_of_a_usual_word_is_spelt_as_meant(speller: Speller) -> None:
    assert "onboarded" not in english_words()
    assert read(speller, "onboarded mortgages") == "onboarded mortgages"


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
