"""Ambient channels: the bot answers unasked where an admin invited it to, and only when sure."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person
from surroundings import Town, make_home

INDIA = "What does an ML engineer earn in India?"
IMPATIENT = "from bot import attempts, cli; attempts.GIVE_UP_SECONDS = 0; cli.main()"
"""The program, but what is lost once is lost for good."""

pytestmark = pytest.mark.usefixtures("bot")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> AsyncIterator[Town]:
    async with DiscordStandIn() as discord:
        opened = discord.guild("Makers").text_channel("opened")
        settings = {"AMBIENT_CHANNELS": f"1, {opened.id}", "MESSAGE_CONTENT": "1"}
        home = make_home(tmp_path_factory.mktemp("town") / "home", cache)
        async with BotProcess(discord, home, settings=settings) as bot:
            yield Town(discord, await bot.ready())


@pytest.fixture
def channel(discord: DiscordStandIn) -> Channel:
    return next(c for c in discord.world.channels.values() if c.name == "opened")


async def test_a_question_it_is_sure_of_is_answered_unasked(fern: Person, channel: Channel) -> None:
    await fern.says(INDIA, channel)

    assert "lakh" in (await channel.next_message()).text


async def test_chatter_and_talk_between_people_are_left_alone(
    fern: Person, moss: Person, channel: Channel
) -> None:
    await fern.says("good morning everyone!", channel)
    await fern.says("anyone up for lunch?", channel)
    await fern.says(f"{moss.mention} {INDIA}", channel)
    await fern.says(f"<@123456789012345678> {INDIA}", channel)  # somebody who has left
    said = await moss.says("I wonder too", channel)
    await fern.says(INDIA, channel, reply_to=said)

    await channel.no_message()


async def test_other_channels_stay_closed(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    assert channel.guild is not None
    other = channel.guild.text_channel("other")
    await fern.says(INDIA, other)

    await other.no_message()
    assert discord.gateway.intents & (1 << 15)


async def test_ambient_channels_without_message_content_are_warned_about(home: Path) -> None:
    async with DiscordStandIn() as discord:
        channel = discord.guild().text_channel()
        settings = {"AMBIENT_CHANNELS": str(channel.id)}
        async with BotProcess(discord, home, settings=settings) as bot:
            await bot.ready()
            await bot.prints("AMBIENT_CHANNELS needs MESSAGE_CONTENT=1")
            await discord.person("Fern").says(INDIA, channel)

            await channel.no_message()


@pytest.mark.unexpected
async def test_an_unexpected_error_is_not_told_to_a_channel_that_asked_nothing(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.fail_next("POST", "/channels/*/messages", status=400, message="not in this channel")
    await fern.says(INDIA, channel)
    await bot.prints("not in this channel")

    await channel.no_message()


async def test_a_limit_that_could_not_be_explained_is_nothing_unexpected(home: Path) -> None:
    async with DiscordStandIn() as discord:
        channel = discord.guild().text_channel()
        settings = {"AMBIENT_CHANNELS": str(channel.id), "MESSAGE_CONTENT": "1"}
        command = [sys.executable, "-c", IMPATIENT]
        async with BotProcess(discord, home, settings=settings, command=command) as bot:
            await bot.ready()
            fern = discord.person("Fern")
            for _ in range(3):
                await fern.says(INDIA, channel)
                await channel.next_message()
            discord.fail_next("POST", "/users/@me/channels", drop=True)
            await fern.says(INDIA, channel)
            await bot.prints("the limit could not be explained")

            await channel.no_message()
            assert "Traceback" not in bot.stderr
