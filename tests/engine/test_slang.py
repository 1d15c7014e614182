"""Colloquial words and phrases, read as plain ones."""

from collections import Counter
from importlib.resources import files

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.slang import replace_slang
from bot.engine.text import tokenize


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
    assert " ".join(replace_slang(said.split(), frozenset())) == plain


def test_a_knowledge_bases_own_words_stay() -> None:
    assert replace_slang(["moggy", "pooch"], {"moggy"}) == ["moggy", "dog"]
    assert replace_slang(["cough", "up"], {"cough", "up"}) == ["cough", "up"]
    assert replace_slang(["cough", "up"], {"up"}) == ["pay"]


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

    assert [p for p in phrases if " ".join(tokenize(p)) != p] == []
    assert [p for p, count in Counter(phrases).items() if count > 1] == []
