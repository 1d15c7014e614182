"""How people write in chats."""

from importlib.resources import files

import pytest

from bot.engine.languages.texting import drop_fillers, expand_chat_spellings
from bot.engine.lexical.text import tokenize


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
        ("do i need r", "do i need r"),
        ("is r of use", "is r of use"),
        ("r or python", "r or python"),
        ("how to roll my r", "how to roll my r"),
        ("r the jobs good", "are the jobs good"),
        ("y is that", "why is that"),
        ("is it y or ll", "is it y or ll"),
        ("can u help", "can you help"),
        ("the letter u", "the letter u"),
        ("hw long is it", "how long is it"),
        ("do my hw", "do my hw"),
        ("is it usd in banks", "is it used in banks"),
        ("pay in usd", "pay in usd"),
        ("is 2 usd enough 4 me", "is 2 usd enough 4 me"),
        ("is the pay in usd by default", "is the pay in usd by default"),
        ("is my salary paid usd on contract", "is my salary paid usd on contract"),
        ("is the pay usd or inr", "is the pay usd or inr"),
        ("what hw do i need", "what hw do i need"),
    ],
)
def test_single_letters_are_words_by_what_stands_beside_them(text: str, words: str) -> None:
    known = {"r", "hw"} if "hw" not in text else ()
    assert expand_chat_spellings(tokenize(text), known) == words.split()


def test_somebody_s_fam_is_no_filler() -> None:
    assert (
        drop_fillers("can my bro bring the fam fam".split()) == "can my bro bring the fam".split()
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("can i come w my dog", "can i come with my dog"),
        ("press w to walk", "press w to walk"),
        ("that was a w", "that was a w"),
        ("hw 2 start", "how to start"),
        ("when is the hw due", "when is the hw due"),
        ("which 1s nxt", "which ones next"),
        ("do u have the rake 2", "do you have the rake 2"),
        ("can u fit mower 4 on it", "can you fit mower 4 on it"),
        ("wut r rakes good 4", "what are rakes good for"),
    ],
)
def test_letters_and_digits_for_words_are_told_by_their_neighbours(text: str, read: str) -> None:
    assert " ".join(expand_chat_spellings(text.split(), set())) == read


def test_text_speak_that_the_knowledge_lists_still_shows_who_shortens_words() -> None:
    tokens = "do u have 2 prune".split()

    assert expand_chat_spellings(tokens, {"u"}) == "do you have to prune".split()
    assert expand_chat_spellings("2 sr rakes".split(), {"sr"}) == "2 sr rakes".split()


def test_the_list_holds_each_short_spelling_once_and_as_it_is_read() -> None:
    text = files("bot.engine").joinpath("data/texting.txt").read_text(encoding="utf-8")
    pairs = [line.split(" = ") for line in text.splitlines() if line[0] != "#"]
    spellings = [short for _, said in pairs for short in said.split(" | ")]

    assert [tokenize(short) for short in spellings] == [[short] for short in spellings]
    assert len(set(spellings)) == len(spellings)
