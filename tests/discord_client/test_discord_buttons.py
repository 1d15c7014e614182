"""Buttons: what a press answers, for whom, and that it does so for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person
from surroundings import write_small_folder

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_press_in_a_channel_is_answered_there_for_the_presser(
    fern: Person, moss: Person, channel: Channel
) -> None:
    await fern.says("@bot Do I need Python?", channel)
    answer = await channel.next_message()
    record = await moss.presses(answer, answer.labels[0])
    reply = await record.reply()

    assert reply is not answer
    assert not reply.ephemeral
    assert moss.mention in reply.text
    assert reply.buttons


async def test_a_press_in_a_direct_message_is_answered_by_the_next_message(fern: Person) -> None:
    await fern.dms("Do I need Python?")
    answer = await fern.dm.next_message()
    record = await fern.presses(answer, answer.labels[0])
    reply = await record.reply()

    assert reply is not answer
    assert fern.mention not in reply.text


async def test_a_press_on_a_private_answer_is_answered_privately(
    fern: Person, channel: Channel
) -> None:
    options = {"question": "Do I need Python?", "private": True}
    answer = await (await fern.uses_command("ask", options, where=channel)).reply()
    reply = await (await fern.presses(answer, answer.labels[0])).reply()

    assert reply.ephemeral


async def test_the_conversation_goes_on_from_a_pressed_entry(
    fern: Person, channel: Channel
) -> None:
    await fern.says("@bot Do I need Python?", channel)
    await fern.presses(await channel.next_message(), "scikit-learn")
    await channel.next_message()
    await fern.says("@bot why?", channel)

    assert "Scikit-learn" in (await channel.next_message()).text


async def test_a_clarification_is_replaced_by_the_chosen_answer_for_its_asker_only(
    home: Path, small_folder: Path
) -> None:
    unsure = {"THRESHOLD": "0", "AMBIGUITY_THRESHOLD": "1"}
    arguments = ("run", "--knowledge", str(small_folder))
    async with DiscordStandIn() as discord:
        channel = discord.guild().text_channel()
        fern, moss = discord.person("Fern"), discord.person("Moss")
        async with BotProcess(discord, home, settings=unsure, arguments=arguments) as bot:
            await bot.ready()
            await fern.says("@bot how to make a drink?", channel)
            choices = await channel.next_message()
            assert "Which of these do you mean?" in choices.text
            beside = await (await moss.presses(choices, "How do I make tea?")).reply()
            replaced = await (await fern.presses(choices, "How do I make coffee?")).reply()

    assert beside is not choices
    assert moss.mention in beside.text
    assert replaced is choices
    assert "ground coffee" in replaced.text
    assert "Which of these do you mean?" not in replaced.text


async def test_buttons_work_after_a_restart_and_after_their_entry_is_gone(
    home: Path, small_folder: Path
) -> None:
    arguments = ("run", "--knowledge", str(small_folder))
    async with DiscordStandIn() as discord:
        channel, fern = discord.guild().text_channel(), discord.person("Fern")
        async with BotProcess(discord, home, arguments=arguments) as bot:
            await bot.ready()
            await fern.says("@bot How do I make tea?", channel)
            answer = await channel.next_message()
            assert answer.labels[:2] == ["How long does tea take?", "How do I make coffee?"]
            assert await bot.stops() == 0
        write_small_folder(small_folder, without="coffee")
        async with BotProcess(discord, home, arguments=arguments) as bot:
            await bot.ready()
            kept = await (await fern.presses(answer, "How long does tea take?")).reply()
            gone = await (await fern.presses(answer, "How do I make coffee?")).reply()

    assert "four minutes" in kept.text
    assert gone.ephemeral
    assert "no longer part of what I know" in gone.text
    assert "Traceback" not in bot.stderr


async def test_a_button_of_an_unknown_scheme_gets_a_kind_sentence(
    fern: Person, channel: Channel
) -> None:
    await fern.says("@bot Do I need Python?", channel)
    answer = await channel.next_message()
    buttons = [c for row in answer.components for c in row.get("components", ())]
    buttons[0]["custom_id"] = "b0:something-old"
    buttons[1]["custom_id"] = "b1:no-such-action:1"
    for custom_id in ("b0:something-old", "b1:no-such-action:1"):
        reply = await (await fern.presses(answer, custom_id=custom_id)).reply()

        assert reply.ephemeral
        assert "older version" in reply.text
