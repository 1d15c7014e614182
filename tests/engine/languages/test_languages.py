"""Messages in other languages than English."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry
from bot.engine.languages.language_detection import is_foreign
from bot.engine.lexical.text import tokenize
from bot.engine.replies import Fallback
from tests.engine.small_conversations import answered, ask


@pytest.mark.parametrize(
    "text",
    [
        "Guten Tag, was verdient man als Gartner",
        "wie lange dauert es",
        "cuánto gana un jardinero",
        "como ser web designer",
        "combien gagne un webdesigner",
        "quanto costa il corso di base",
        "hoeveel verdient een designer",
        "ile zarabia się jako designer",
        "python gerekli mi",
        "berapa gaji designer",
        "hur mycket tjänar en designer som har jobb",
        "¿Qué tiempo hace hoy en Sevilla?",
        "combien de temps pour devenir apprenti",
    ],
)
def test_another_language_is_told_by_its_grammar(text: str) -> None:
    assert is_foreign(tokenize(text))


@pytest.mark.parametrize(
    "text",
    [
        "how much does a gardener earn",
        "pay in Rio de la Plata",
        "can i b a gardener w/o uni",
        "was it hard as a man",
        "die or live",
        "ten men",
        "far end",
        "gardener salary",
        "",
    ],
)
def test_english_is_not_taken_for_another_language(text: str) -> None:
    assert not is_foreign(tokenize(text))


def test_words_that_the_knowledge_asks_with_are_no_other_language() -> None:
    tokens = tokenize("master deadline non-EU")

    assert is_foreign(tokens)
    assert not is_foreign(tokens, used={"non", "eu"})


def test_a_question_in_another_language_is_not_answered_by_its_names() -> None:
    entries = (
        Entry("what", "What is a web designer?", "One who designs.", ("web designer", "designers")),
        Entry("pay", "What does one earn?", "Nine.", ("pay", "salary", "how much do they make")),
    )
    engine = Engine(entries, threshold=0.15)
    reply = ask(engine, "was macht ein web designer")

    assert answered(ask(engine, "what does a web designer do")) == ["what"]
    assert isinstance(reply, Fallback)
    assert "language" in reply.courtesy


def test_a_knowledge_that_is_english_in_part_is_asked_in_its_other_language_too() -> None:
    entries = (
        Entry(
            "open",
            "When are you open?",
            "At nine.",
            ("what are the hours", "wann habt ihr geöffnet"),
        ),
        Entry("pay", "How much is it?", "Nine.", ("what is the price", "wie teuer wird es")),
        Entry(
            "place", "Where can we park?", "Behind.", ("is there a car park", "wo darf ich parken")
        ),
    )
    engine = Engine(entries, threshold=0.15)

    assert answered(ask(engine, "wann ist denn geöffnet")) == ["open"]
    assert answered(ask(engine, "wo darf man parken")) == ["place"]
