"""Messages of somebody who wants to die."""

import pytest

from bot.engine.engine import Engine
from bot.engine.replies import Fallback
from bot.engine.wording.courtesies import Courtesy
from bot.engine.wording.distress import tells_of_distress
from tests.engine.small_conversations import ask


@pytest.mark.parametrize(
    "text",
    [
        "i want to die",
        "I can't play anymore, I want to kill myself",
        "im thinking about killing myself",
        "sometimes i just wanna die",
        "I don't want to live anymore",
        "i wish i was dead",
        "I feel suicidal",
        "everyone would be better off dead without me... no, i'd be better off dead",
        "i'm going to end it all",
        "kill myself",
        "i could hurt myself",
        "I'm going to cut myself on purpose",
        "everything is grey and i want to end it",
        "I am going to hurt myself using a knife",
        "I'm about to cut myself while nobody is home",
        "I might hurt myself by jumping off a bridge",
        "I might hurt myself on the railway bridge",
        "I could cut myself with a small, very sharp blade",
        "I will hurt myself on Monday",
        "I might harm myself during the night",
        "I am going to cut myself by tonight",
        "im gonna hurt myself being alone",
        "i will hurt myself something bad",
        "i want to end it, my trial at work is too hard",
        "my trial at work is too hard, i want to end it",
        "my lease is signed. my dog died. i want to end it",
    ],
)
def test_distress_is_heard(text: str) -> None:
    assert tells_of_distress(text)


@pytest.mark.parametrize(
    "text",
    [
        "when do roses die",
        "i want to kill the weeds",
        "my tomatoes want to die",
        "how do i end it",
        "this heat is killing me",
        "will i kill myself with work",
        "can i cut myself a bunch of roses",
        "i want to live in india",
        "I can't live on that pay",
        "I should cut myself some slack",
        "hi, I will cut myself a piece of cake",
        "i will die on this hill: roses are best",
        "are tulips better off dead?",
        "I'm not going to kill myself over weeds",
        "i'm afraid i could hurt myself on the lathe",
        "I might cut myself using the shears",
        "I could hurt myself while pruning",
        "my membership is too dear, i want to end it",
        "how do i cancel my trial? i want to end it.",
    ],
)
def test_what_else_dies_is_no_distress(text: str) -> None:
    assert not tells_of_distress(text)


def test_who_wants_to_die_is_asked_to_seek_help(garden: Engine) -> None:
    reply = ask(garden, "my roses are dead and i want to die")

    assert isinstance(reply, Fallback)
    assert reply.courtesy == Courtesy.SEEK_HELP
    assert not reply.offers
