"""The conversation as a value."""

from bot.engine.conversation import Conversation, Turn


def test_old_turns_fade() -> None:
    conversation = Conversation()
    for n in range(5):
        conversation = conversation.add(Turn(query=str(n)))

    assert [turn.query for turn in conversation.turns] == ["2", "3", "4"]


def test_noise_is_not_what_a_conversation_is_about() -> None:
    conversation = Conversation((Turn("pay in india"), Turn("asdf", understood=False)))

    assert conversation.last_understood == Turn("pay in india")
