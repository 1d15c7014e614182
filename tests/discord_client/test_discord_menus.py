"""Message context menus: somebody else's message, answered for all or for one."""

from __future__ import annotations

import pytest
from discord_stand_in import Channel, Person

INDIA = "What does an ML engineer earn in India?"
NONSENSE = "How tall is the Eiffel tower and who painted it?"

pytestmark = pytest.mark.usefixtures("bot")


async def test_answer_this_answers_for_everybody_and_names_the_message(
    fern: Person, moss: Person, channel: Channel
) -> None:
    said = await moss.says(INDIA, channel)
    reply = await (await fern.uses_message_command("Answer this", said)).reply()

    assert not reply.ephemeral
    assert "lakh" in reply.text
    assert f"/{channel.id}/{said.id}" in reply.text
    assert reply.buttons


async def test_answer_privately_answers_for_one(
    fern: Person, moss: Person, channel: Channel
) -> None:
    said = await moss.says(INDIA, channel)
    reply = await (await fern.uses_message_command("Answer privately", said)).reply()

    assert reply.ephemeral
    assert "lakh" in reply.text


async def test_a_message_pointed_at_is_no_turn_of_whoever_points(
    fern: Person, moss: Person, channel: Channel
) -> None:
    await (await fern.uses_command("ask", {"question": INDIA}, where=channel)).reply()
    said = await moss.says("what about experienced people?", channel)
    alone = await (await fern.uses_message_command("Answer this", said)).reply()
    said = await moss.says("How do I become an ML engineer?", channel)
    await (await fern.uses_message_command("Answer this", said)).reply()
    options = {"question": "and how much there?"}
    later = await (await fern.uses_command("ask", options, where=channel)).reply()

    assert "$165,000" in alone.text
    assert "lakh" in later.text


async def test_personal_numbers_of_somebody_else_are_kept_private_as_theirs(
    fern: Person, moss: Person, channel: Channel
) -> None:
    said = await moss.says("I earn 90k, what does an ML engineer earn in the US?", channel)
    reply = await (await fern.uses_message_command("Answer this", said)).reply()
    copy = await (await fern.selects(reply, "Make it a public copy")).reply()

    assert reply.ephemeral
    assert "the message holds numbers" in reply.text
    assert "your question" not in reply.text
    assert "Only you see" not in copy.text
    assert "About" not in copy.text


async def test_they_work_where_only_the_user_installed_the_app(fern: Person, moss: Person) -> None:
    said = await moss.says(INDIA, fern.elsewhere)

    for name in ("Answer this", "Answer privately"):
        reply = await (await fern.uses_message_command(name, said)).reply()
        assert "lakh" in reply.text


async def test_no_answer_is_told_privately(fern: Person, moss: Person, channel: Channel) -> None:
    said = await moss.says(NONSENSE, channel)
    reply = await (await fern.uses_message_command("Answer this", said)).reply()

    assert reply.ephemeral
    assert "All topics" in reply.labels


async def test_a_message_without_words_gets_a_kind_sentence(
    fern: Person, moss: Person, channel: Channel
) -> None:
    said = await moss.says("", channel, files={"cat.png": b"cat"})

    for name in ("Answer this", "Check skills in this"):
        reply = await (await fern.uses_message_command(name, said)).reply()
        assert reply.ephemeral
        assert "no words in that message" in reply.text


async def test_a_question_by_command_without_an_answer_is_answered_privately(
    fern: Person, channel: Channel
) -> None:
    record = await fern.uses_command("ask", {"question": NONSENSE}, where=channel)

    assert (await record.reply()).ephemeral
