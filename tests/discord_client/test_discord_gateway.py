"""Staying up: a gateway that breaks off, stays away, or sends what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person
from discord_stand_in.objects import Role
from surroundings import nothing_broken

from bot.pauses import LONGEST_PAUSE
from bot.sessions import (
    LONGEST_IDENTIFY_PAUSE,
    RESUME_ATTEMPTS,
    SHORT_CONNECTIONS,
    STEADY_SECONDS,
    Ending,
    Persistence,
    Session,
)

INDIA = "What does an ML engineer earn in India?"


@pytest.mark.unexpected
async def test_an_event_that_cannot_be_read_is_left_out_and_the_connection_lives_on(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    connections = discord.gateway.connections
    message = {"id": "1", "channel_id": str(channel.id)}
    discord.world.announce("MESSAGE_CREATE", lambda _: message, guild=channel.guild)
    await fern.says(f"@bot {INDIA}", channel)

    assert "lakh" in (await channel.next_message()).text
    assert discord.gateway.connections == connections
    assert "could not be read (MESSAGE_CREATE)" in bot.output


@pytest.mark.unexpected
async def test_what_breaks_a_connection_is_left_behind_and_the_session_resumed(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    gateway = discord.gateway
    sessions, connections = len(gateway.identifies), gateway.connections
    discord.world.announce("READY", lambda _: {}, guild=channel.guild)
    await fern.says(f"@bot {INDIA}", channel)

    assert "lakh" in (await channel.next_message(timeout=10)).text
    assert gateway.connections == connections + 1
    assert len(gateway.sockets) == 1
    assert len(gateway.identifies) == sessions
    assert bot.running


async def test_a_server_that_cannot_be_read_leaves_the_others_served(home: Path) -> None:
    async with DiscordStandIn() as discord, nothing_broken(discord):
        odd = discord.guild("Odd")
        odd.roles.append(Role("no number", "odd", 0))  # type: ignore[arg-type]
        channel, fern = discord.guild("Makers").text_channel("general"), discord.person("Fern")
        async with BotProcess(discord, home) as bot:
            await bot.prints(r"could not be read \(GUILD_CREATE\)")
            await bot.ready()
            await fern.says(f"@bot {INDIA}", channel)

            assert "lakh" in (await channel.next_message()).text
            assert discord.gateway.connections == 1


async def test_a_dropped_gateway_is_resumed_and_nothing_said_meanwhile_is_lost(
    bot: BotProcess, discord: DiscordStandIn, fern: Person
) -> None:
    resumes = len(discord.gateway.resumes)
    await fern.dms(INDIA)
    await fern.dm.next_message()
    await fern.dm.next_message()  # the welcome
    await discord.drop_gateway()
    await fern.dms("Do I need Python?")
    answer = await fern.dm.next_message(timeout=10)

    assert "Python" in answer.text
    assert len(discord.gateway.resumes) > resumes
    assert bot.running


async def test_a_request_to_reconnect_is_followed_by_resuming(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    gateway = discord.gateway
    sessions, resumes = len(gateway.identifies), len(gateway.resumes)
    gateway.ask_to_reconnect()
    await discord.world.changes.wait_for(
        lambda: len(gateway.resumes) == resumes + 1, timeout=15, what="a RESUME"
    )
    await fern.says(f"@bot {INDIA}", channel)

    assert "lakh" in (await channel.next_message()).text
    assert len(gateway.identifies) == sessions
    assert bot.running


async def test_an_invalid_session_is_followed_by_a_fresh_one(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    gateway = discord.gateway
    sessions = len(gateway.identifies)
    gateway.invalidate_sessions()
    await discord.world.changes.wait_for(
        lambda: len(gateway.identifies) == sessions + 1 and gateway.connected,
        timeout=15,
        what="another IDENTIFY",
    )
    await fern.says(f"@bot {INDIA}", channel)

    assert "lakh" in (await channel.next_message()).text
    assert bot.running


async def test_short_connections_in_a_row_lose_nothing(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    sessions = len(discord.gateway.identifies)
    for _ in range(5):
        await discord.drop_gateway(4000)
        await fern.says(f"@bot {INDIA}", channel)

        assert "lakh" in (await channel.next_message(timeout=10)).text
    assert len(discord.gateway.identifies) == sessions
    assert bot.running


@pytest.mark.parametrize("how", ["refuse", "close"])
async def test_what_is_said_while_the_gateway_is_away_is_answered_afterwards(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel, how: str
) -> None:
    gateway = discord.gateway
    sessions, connections = len(gateway.identifies), gateway.connections
    await discord.gateway_goes_down(how)
    await fern.says(f"@bot {INDIA}", channel)
    await discord.world.changes.wait_for(
        lambda: gateway.connections == connections + 4, timeout=20, what="4 attempts"
    )
    discord.gateway_comes_up()

    assert "lakh" in (await channel.next_message(timeout=15)).text
    assert len(gateway.identifies) == sessions
    assert bot.running


async def test_new_sessions_become_rarer_than_attempts_to_reach_the_gateway() -> None:
    persistence, refused = Persistence(), Persistence()
    unreached = [persistence.go_on_after(Ending("nobody there")) for _ in range(20)]
    short_lived = Ending("asked to identify", Session(), in_session=True, lasted=1.0)
    invalid = [refused.go_on_after(short_lived) for _ in range(20)]

    assert invalid[0] < 1
    assert max(unreached) <= LONGEST_PAUSE
    assert min(invalid[-5:]) >= LONGEST_IDENTIFY_PAUSE / 2
    assert refused.go_on_after(Ending("late", Session(), in_session=True, lasted=9_999)) < 1


async def test_a_session_that_cannot_be_resumed_is_given_up() -> None:
    persistence, lost = Persistence(), Session("a", 7)
    persistence.go_on_after(Ending("a healthy one", lost, in_session=True, lasted=9_999))
    kept = []
    for _ in range(RESUME_ATTEMPTS):
        kept.append(persistence.session)
        persistence.go_on_after(Ending("closed", lost))

    assert kept == [lost] * RESUME_ATTEMPTS
    assert persistence.session == Session()


async def test_a_session_that_breaks_off_at_once_again_and_again_is_resumed_less_often() -> None:
    persistence, session = Persistence(), Session("a", 7)
    short = Ending("closed", session, in_session=True, lasted=0.1)
    first = [persistence.go_on_after(short) for _ in range(SHORT_CONNECTIONS)]
    then = [persistence.go_on_after(short) for _ in range(20)]
    steady = Ending("closed", session, in_session=True, lasted=STEADY_SECONDS)

    assert max(first) < 1
    assert min(then[-5:]) >= LONGEST_PAUSE / 2
    assert persistence.session == session
    assert persistence.go_on_after(steady) < 1
    assert persistence.go_on_after(short) < 1
