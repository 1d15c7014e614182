"""Colloquial words and phrases, read as plain ones."""

from collections import Counter
from importlib.resources import files

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, Vocabulary
from bot.engine.languages.slang import replace_slang
from bot.engine.lexical.text import tokenize


def is_unknown(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("where do i cough up", "where do i pay"),
        ("my moggy got the snip", "my cat neutered"),
        ("im flat broke", "im short of money"),
        ("i pay the bill", "i pay the bill"),
    ],
    ids=["phrase", "word and phrase", "longest", "none"],
)
def test_slang_becomes_plain_english(said: str, plain: str) -> None:
    assert " ".join(replace_slang(said.split(), is_unknown)) == plain


def test_a_knowledge_bases_own_words_stay() -> None:
    assert replace_slang(["moggy", "pooch"], {"moggy"}.__contains__) == ["moggy", "dog"]
    assert replace_slang(["cough", "up"], {"cough", "up"}.__contains__) == ["cough", "up"]
    assert replace_slang(["cough", "up"], {"up"}.__contains__) == ["pay"]


def test_own_words_are_known_in_any_form_and_from_answers_and_synonyms() -> None:
    engine = Engine(
        [
            Entry("fee", "What does a moggy cost?", "Doggos are free.", ("price of a cat",)),
            Entry("visit", "When may I visit?", "On Sundays.", ("visiting hours",)),
        ],
        vocabulary=Vocabulary(synonyms=(("naan", "nosh"),)),
    )

    read = {
        word: engine.index.prepare(word).tokens for word in ("moggies", "doggos", "nosh", "fone")
    }
    assert read == {
        "moggies": ("moggies",),
        "doggos": ("doggos",),
        "nosh": ("nosh",),
        "fone": ("phone",),
    }


@pytest.mark.parametrize(
    "question",
    [
        "are cats and dogs allowed",
        "paper gets stuck in the printer",
        "do you have gluten free gf bread and naan",
        "how many requests in a minute",
        "where can i get hold of support",
        "my disk was wiped out",
        "is there a mortgage on the house",
        "what happens if it runs out of memory",
        "the walls are plastered",
        "can i bring my pup tent",
    ],
)
def test_plain_questions_stay_as_they_are(question: str) -> None:
    read = replace_slang(question.split(), is_unknown)

    assert " ".join(read) == question.replace("runs out of", "has no more")


def test_slang_finds_its_entry() -> None:
    engine = Engine(
        [
            Entry("fee", "What does a cat cost?", "A cat costs 90 euros.", ("price of a cat",)),
            Entry("visit", "When may I visit the dogs?", "On Sundays.", ("visiting hours dogs",)),
        ]
    )

    reply, _ = engine.reply("whats the damage for a moggy")

    assert [match.entry.id for match in reply.matches][:1] == ["fee"]


def test_the_list_is_in_words_as_they_are_read() -> None:
    text = files("bot.engine").joinpath("data/slang.txt").read_text(encoding="utf-8")
    pairs = [line.split(" = ") for line in text.splitlines() if line and line[0] != "#"]
    phrases = [phrase for _, said in pairs for phrase in said.split(" | ")]

    assert [m for m, _ in pairs if " ".join(replace_slang(m.split(), is_unknown)) != m] == []
    assert [p for p in phrases if " ".join(tokenize(p)) != p] == []
    assert [p for p, count in Counter(phrases).items() if count > 1] == []
