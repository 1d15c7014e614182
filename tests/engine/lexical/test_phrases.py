"""Phrases found in runs of tokens."""

from bot.engine.lexical.phrases import PhraseTable, replace_phrases

TABLE = PhraseTable({("ml",): ("machine", "learning"), ("ml", "eng"): ("ml", "engineer")})


def test_the_longest_phrase_is_replaced() -> None:
    assert replace_phrases(["an", "ml", "eng"], TABLE) == ["an", "ml", "engineer"]
    assert replace_phrases(["ml", "job"], TABLE) == ["machine", "learning", "job"]


def test_what_stands_before_a_phrase_is_not_said_again() -> None:
    assert replace_phrases(["a", "machine", "ml"], TABLE) == ["a", "machine", "learning"]


def test_a_phrase_that_the_text_breaks_off_is_not_found() -> None:
    assert TABLE.start_at(["the", "ml"], 1) == [(2, ("machine", "learning"))]
    assert TABLE.start_at(["the", "ml"], 2) == []


def test_phrases_do_not_overlap() -> None:
    table = PhraseTable({("a", "b"): 1, ("b", "c"): 2, ("c",): 3})

    assert list(table.find_longest(["a", "b", "c"])) == [(0, 2, 1), (2, 3, 3)]


def test_an_empty_phrase_is_never_found() -> None:
    assert list(PhraseTable({(): 1}).find_longest(["a"])) == []
