"""Asking in messages: who is answered, where, and who is left alone."""

from __future__ import annotations

import pytest
from discord_stand_in import Channel, DiscordStandIn, Person

INDIA = "What does an ML engineer earn in India?"

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_mention_is_answered_with_answer_source_and_follow_ups(
    fern: Person, channel: Channel
) -> None:
    asked = await fern.says(f"@bot {INDIA}", channel)
    answer = await channel.next_message()

    assert answer.is_v2
    assert "lakh" in answer.text
    assert "-# Source: “How to Become a Machine Learning Engineer”, Ramya Shankar" in answer.text
    assert len(answer.buttons) >= 3
    assert answer.reply_to is asked


async def test_a_direct_message_is_answered_with_the_next_message(fern: Person) -> None:
    await fern.dms(INDIA)
    answer = await fern.dm.next_message()

    assert "lakh" in answer.text
    assert answer.reply_to is None


@pytest.mark.parametrize(
    "text",
    [
        "> ML engineers earn a lot\nDo I need Python?",
        "\n> you should learn R first\n\nDo I need Python?",
        "I'm a nurse from Norway\nDo I need Python",
    ],
    ids=["quote", "quote on a line of its own", "two lines"],
)
async def test_each_line_of_a_message_is_read_by_itself(
    fern: Person, channel: Channel, text: str
) -> None:
    await fern.says(f"@bot {text}", channel)
    await fern.dms(text.strip())

    for place in (channel, fern.dm):
        assert "Python" in (await place.next_message()).text.splitlines()[0]


async def test_the_conversation_goes_on_in_replies_to_the_bot(
    fern: Person, channel: Channel
) -> None:
    await fern.says("@bot What does an ML engineer earn in the US?", channel)
    first = await channel.next_message()
    await fern.says("and in india?", channel, reply_to=first)
    second = await channel.next_message()

    assert "$" in first.text
    assert "lakh" in second.text


async def test_a_conversation_does_not_cross_people_or_channels(
    discord: DiscordStandIn, fern: Person, moss: Person, channel: Channel
) -> None:
    elsewhere = discord.guild("Others").text_channel("chat")
    await fern.says("@bot What does an ML engineer earn in India?", channel)
    await channel.next_message()
    await moss.says("@bot what about beginners?", channel)
    for_moss = await channel.next_message()
    await fern.says("@bot what about beginners?", elsewhere)
    for_fern_elsewhere = await elsewhere.next_message()

    assert "India" not in for_moss.text.splitlines()[0]
    assert for_moss.text == for_fern_elsewhere.text


async def test_a_reply_without_a_ping_is_told_how_to_be_read(
    fern: Person, channel: Channel
) -> None:
    await fern.says(f"@bot {INDIA}", channel)
    answer = await channel.next_message()
    await fern.says("and in the US?", channel, reply_to=answer, ping=False)
    hint = await channel.next_message()

    assert "mention" in hint.text


async def test_a_mention_without_a_question_gets_examples_to_press(
    fern: Person, channel: Channel
) -> None:
    await fern.says("@bot", channel)
    answer = await channel.next_message()

    assert answer.text == "Ask me something, for example:"
    assert len(answer.buttons) == 3


async def test_a_direct_message_without_words_gets_examples_to_press(fern: Person) -> None:
    await fern.says("", fern.dm)
    answer = await fern.dm.next_message()

    assert answer.text == "Ask me something, for example:"
    assert len(answer.buttons) == 3


async def test_a_picture_without_words_is_left_alone(fern: Person, channel: Channel) -> None:
    picture = {"cat.png": b"\x89PNG"}
    await fern.says("", fern.dm, files=picture)
    await fern.says("@bot", channel, files=picture)

    await fern.dm.no_message()
    await channel.no_message()


async def test_a_mention_in_a_thread_is_answered_in_the_thread(
    fern: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await fern.says(f"@bot {INDIA}", thread)

    assert "lakh" in (await thread.next_message()).text
    await channel.no_message()


async def test_a_thread_opened_on_an_answer_is_left_to_people(
    fern: Person, channel: Channel
) -> None:
    await fern.says(f"@bot {INDIA}", channel)
    thread = await fern.starts_thread(await channel.next_message(), "pay")

    await thread.no_message()


async def test_what_is_not_for_the_bot_is_left_alone(
    discord: DiscordStandIn, fern: Person, moss: Person, channel: Channel
) -> None:
    await fern.says(INDIA, channel)
    await fern.says(f"{moss.mention} {INDIA}", channel)
    moderator = discord.person("Moderator", permissions="mention_everyone")
    await moderator.says(f"@everyone @bot {INDIA}", channel)
    other_bot = discord.person("Other bot")
    other_bot.bot = True
    await other_bot.says(f"@bot {INDIA}", channel)
    question = await moss.says("how are you?", channel)
    await fern.says(INDIA, channel, reply_to=question)

    await channel.no_message()


async def test_the_bot_answers_while_it_may_not_send_elsewhere(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    muted = discord.guild("Silent").text_channel("no-bots")
    muted.deny_bot("send_messages")
    await fern.says(f"@bot {INDIA}", muted)
    await muted.no_message()
    await fern.says(f"@bot {INDIA}", channel)

    assert "lakh" in (await channel.next_message()).text


async def test_without_the_right_to_read_history_the_answer_comes_as_a_plain_message(
    fern: Person, channel: Channel
) -> None:
    channel.deny_bot("read_message_history")
    await fern.says(f"@bot {INDIA}", channel)
    answer = await channel.next_message()

    assert "lakh" in answer.text
    assert answer.reply_to is None


async def test_somebody_who_blocked_the_bot_is_nothing_unexpected(
    fern: Person, moss: Person
) -> None:
    fern.closes_dms()
    await fern.dms(INDIA)
    await moss.dms(INDIA)

    assert "lakh" in (await moss.dm.next_message()).text


async def test_without_the_setting_the_bot_asks_for_no_privileged_intent(
    discord: DiscordStandIn,
) -> None:
    privileged = (1 << 1) | (1 << 8) | (1 << 15)

    assert discord.gateway.intents & privileged == 0


@pytest.mark.parametrize(
    ("text", "line"), [("hi", "Hello!"), ("hello!", "Hello!"), ("thanks a lot", "You're welcome!")]
)
async def test_small_talk_gets_a_kind_line_and_something_to_ask(
    fern: Person, text: str, line: str
) -> None:
    await fern.dms(text)
    answer = await fern.dm.next_message()
    asked = await (await fern.presses(answer, answer.labels[0])).reply()

    assert answer.text.startswith(line)
    assert "Perhaps one of these helps" not in answer.text
    assert len(answer.labels) == 4
    assert answer.labels[-1] == "All topics"
    assert "-# Source" in asked.text


async def test_what_is_missing_is_said_beside_the_nearest_questions(fern: Person) -> None:
    await fern.dms("what does an ML engineer earn in Germany?")
    answer = await fern.dm.next_message()

    assert answer.text.startswith("I have nothing about Germany.")
    assert "Perhaps one of these helps:" in answer.text
    assert len(answer.labels) >= 3
    assert answer.labels[-1] == "All topics"


async def test_what_is_missing_is_said_beside_the_tool_that_was_named(fern: Person) -> None:
    await fern.dms("show me a salary chart for germany")
    answer = await fern.dm.next_message()

    assert answer.text.startswith("I have nothing about Germany.")
    assert "Pay as a chart" in answer.labels


async def test_what_is_not_understood_gets_examples_and_the_topics(fern: Person) -> None:
    await fern.dms("???")
    answer = await fern.dm.next_message()
    topics = await (await fern.presses(answer, "All topics")).reply()

    assert "I can answer questions like these" in answer.text
    assert len(answer.labels) == 4
    assert topics.text.startswith("## Topics")
    assert not topics.ephemeral


async def test_a_slow_answer_shows_that_the_bot_is_typing(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.fail_next("POST", f"/channels/{channel.id}/messages", status=None, delay=1.5)
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message()

    assert len(channel.typing) == 1


async def test_a_quick_answer_comes_without_typing(fern: Person, channel: Channel) -> None:
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message()

    await channel.no_message(within=1.0)
    assert channel.typing == []
