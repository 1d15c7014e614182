"""Starting well and badly, refusals while running, and stopping."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person
from surroundings import nothing_broken

INDIA = "What does an ML engineer earn in India?"
STOP_SECONDS = 5.0


@pytest_asyncio.fixture(loop_scope="session")
async def discord() -> AsyncIterator[DiscordStandIn]:
    """A Discord of its own for each test, for all of them disturb it."""
    async with DiscordStandIn() as stand_in, nothing_broken(stand_in):
        yield stand_in


@pytest_asyncio.fixture(loop_scope="session")
async def bot(discord: DiscordStandIn, channel: Channel, home: Path) -> AsyncIterator[BotProcess]:
    """A bot of its own for each test, online."""
    assert channel.guild is not None
    async with BotProcess(discord, home) as process:
        yield await process.ready()


@pytest.mark.parametrize(
    ("token", "said"),
    [
        (None, "DISCORD_TOKEN is not set"),
        ("  ", "DISCORD_TOKEN is not set"),
        ("hello", "does not look like a bot token"),
        ("Bot MTIzNDU2.x.y", "does not look like a bot token"),
        ("a.b.c", "does not look like a bot token"),
    ],
    ids=["none", "empty", "one word", "with its prefix", "not an id"],
)
async def test_a_missing_or_malformed_token_is_one_sentence_and_status_2(
    discord: DiscordStandIn, home: Path, token: str | None, said: str
) -> None:
    async with BotProcess(discord, home, settings={"DISCORD_TOKEN": token}) as bot:
        status = await bot.exits()

    assert status == 2
    assert said in bot.stderr
    assert bot.stderr.strip().count("\n") == 0
    assert not discord.requests


async def test_a_refused_token_is_one_sentence_and_status_2(
    discord: DiscordStandIn, home: Path
) -> None:
    discord.refuse_login()
    async with BotProcess(discord, home) as bot:
        status = await bot.exits()

    assert status == 2
    assert "Discord refused the token" in bot.stderr
    assert "Traceback" not in bot.stderr
    assert discord.token not in bot.output


async def test_a_refused_intent_is_one_sentence_and_status_2(
    discord: DiscordStandIn, home: Path
) -> None:
    discord.refuse_privileged_intents()
    async with BotProcess(discord, home, settings={"MESSAGE_CONTENT": "1"}) as bot:
        status = await bot.exits()

    assert status == 2
    assert "switch on Message Content Intent" in bot.stderr
    assert "Traceback" not in bot.stderr


@pytest.mark.parametrize("broken", ["absent", "not YAML"])
async def test_an_unreadable_knowledge_folder_is_named_and_status_2(
    discord: DiscordStandIn, home: Path, tmp_path: Path, broken: str
) -> None:
    folder = tmp_path / "broken"
    if broken == "not YAML":
        (folder / "faq").mkdir(parents=True)
        (folder / "faq" / "a.yaml").write_text("- id: [", encoding="utf-8")
    async with BotProcess(discord, home, settings={"KNOWLEDGE_DIR": str(folder)}) as bot:
        status = await bot.exits()

    assert status == 2
    assert "Traceback" not in bot.stderr
    assert ("faq/a.yaml" if broken == "not YAML" else "broken") in bot.stderr


async def test_a_setting_that_is_wrong_is_named_and_status_2(
    discord: DiscordStandIn, home: Path
) -> None:
    async with BotProcess(discord, home, settings={"AMBIENT_CHANNELS": "general"}) as bot:
        status = await bot.exits()

    assert status == 2
    assert "AMBIENT_CHANNELS" in bot.stderr
    assert "Traceback" not in bot.stderr


async def test_the_log_names_the_invitation_with_least_permissions(
    bot: BotProcess, discord: DiscordStandIn
) -> None:
    line = await bot.prints(r"https://discord\.com/oauth2/authorize\S+")

    granted = int(re.search(r"permissions=(\d+)", line)[1])  # type: ignore[index]
    view, send, attach, history, threads = 1 << 10, 1 << 11, 1 << 15, 1 << 16, 1 << 38
    assert granted == view | send | attach | history | threads
    assert f"client_id={discord.bot.id}" in line
    assert "scope=bot+applications.commands" in line


async def test_it_comes_up_by_itself_when_nothing_answers_at_first(
    discord: DiscordStandIn, fern: Person, home: Path
) -> None:
    await discord.goes_down()
    async with BotProcess(discord, home) as bot:
        await bot.prints(r"cannot reach Discord .* trying again in \d")
        await asyncio.sleep(1.0)
        assert bot.running
        await discord.comes_up()
        await bot.ready()
        await fern.dms(INDIA)

        assert "lakh" in (await fern.dm.next_message()).text
        assert "Traceback" not in bot.stderr


async def test_it_comes_up_by_itself_when_the_login_fails_at_first(
    discord: DiscordStandIn, fern: Person, home: Path
) -> None:
    fault = discord.fail_next("GET", "/users/@me", status=503, times=3)
    async with BotProcess(discord, home) as bot:
        await bot.ready()
        await fern.dms(INDIA)

        assert "lakh" in (await fern.dm.next_message()).text
        assert fault.hits == 3
        assert bot.stderr.count("cannot reach Discord (HTTP 503)") == 3
        assert "Traceback" not in bot.stderr


async def test_a_login_told_to_wait_is_not_tried_again_before(
    discord: DiscordStandIn, home: Path
) -> None:
    discord.fail_next("GET", "/users/@me", status=429, retry_after=10.5, is_global=True)
    async with BotProcess(discord, home) as bot:
        await bot.ready()

        assert len(discord.requests_to("GET", "/users/@me")) == 2
        assert "cannot reach Discord" not in bot.stderr


@pytest.mark.parametrize("how", ["refuse", "close"])
async def test_it_comes_up_by_itself_when_the_first_gateway_connection_fails(
    discord: DiscordStandIn, fern: Person, home: Path, how: str
) -> None:
    await discord.gateway_goes_down(how)
    async with BotProcess(discord, home) as bot:
        await bot.prints("no connection")
        await asyncio.sleep(1.2)
        attempts = discord.gateway.connections
        assert bot.running
        discord.gateway_comes_up()
        await bot.ready()
        await fern.dms(INDIA)

        assert "lakh" in (await fern.dm.next_message()).text
        assert 2 <= attempts <= 5
        assert "Traceback" not in bot.stderr


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (4004, "Discord refused the token"),
        (4011, "take it out of some servers"),
        (4012, "update career-bot"),
    ],
    ids=["token", "too many servers", "version"],
)
async def test_a_refusal_while_running_ends_with_one_sentence_and_status_2(
    bot: BotProcess, discord: DiscordStandIn, code: int, said: str
) -> None:
    await discord.drop_gateway(code)

    assert await bot.exits() == 2
    assert said in bot.stderr
    assert "Traceback" not in bot.stderr


@pytest.mark.parametrize("signal", ["terminate", "interrupt"])
async def test_a_stop_signal_ends_the_process_cleanly_and_soon(
    bot: BotProcess, discord: DiscordStandIn, signal: str
) -> None:
    started = time.monotonic()
    getattr(bot, signal)()
    status = await bot.exits()

    assert status == 0
    assert time.monotonic() - started < STOP_SECONDS
    assert not discord.gateway.connected
    assert "Traceback" not in bot.stderr


async def test_replies_on_their_way_arrive_before_the_end(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.delay_answers(1.0)
    await fern.says(f"@bot {INDIA}", channel)
    await asyncio.sleep(0.3)
    started = time.monotonic()
    status = await bot.stops()

    assert status == 0
    assert time.monotonic() - started < STOP_SECONDS
    assert "lakh" in channel.by_bot()[-1].text


async def test_it_stops_in_time_even_when_replies_cannot_arrive(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.fail_next("POST", "/channels/*/messages", status=503, times=100)
    await fern.says(f"@bot {INDIA}", channel)
    await asyncio.sleep(0.3)
    started = time.monotonic()
    status = await bot.stops()

    assert status == 0
    assert time.monotonic() - started < STOP_SECONDS


async def test_it_stops_while_it_waits_for_discord(discord: DiscordStandIn, home: Path) -> None:
    await discord.goes_down()
    async with BotProcess(discord, home) as bot:
        await bot.prints("cannot reach Discord")
        status = await bot.stops()

        assert status == 0
        assert "Traceback" not in bot.stderr


async def test_the_debugging_log_tells_how_each_question_came_and_ended(
    discord: DiscordStandIn, fern: Person, channel: Channel, home: Path
) -> None:
    async with BotProcess(discord, home, settings={"LOG_LEVEL": "debug"}) as bot:
        await bot.ready()
        await fern.says("@bot what does an mle earn in india", channel)
        await channel.next_message()
        await fern.dms("how do volcanoes erupt")
        await fern.dm.next_message()
        asked = await fern.uses_command("ask", {"question": INDIA}, where=channel)
        answer = await asked.reply()
        await (await fern.presses(answer, answer.labels[0])).reply()
        assert await bot.stops() == 0

    told = [
        line.split("bot.reply_log: ")[1]
        for line in bot.stderr.splitlines()
        if " DEBUG   bot.reply_log: " in line
    ]
    assert re.fullmatch(r"mention: answer salary-india, score \d\.\d\d in \d+\.\d ms", told[0])
    assert re.match(r"direct message: fallback nearest [a-z-]+, score 0\.\d\d in ", told[1])
    assert re.match(r"command: answer salary-india, score ", told[2])
    assert re.match(r"button: answer [a-z-]+, score 1\.00 in ", told[3])


async def test_the_log_holds_neither_messages_nor_the_token(
    discord: DiscordStandIn, fern: Person, channel: Channel, home: Path
) -> None:
    secret = "my zebra salary is secret"
    async with BotProcess(discord, home, settings={"LOG_LEVEL": "debug"}) as bot:
        await bot.ready()
        await fern.says(f"@bot {secret}", channel)
        await channel.next_message()
        await fern.uses_command("ask", {"question": secret}, where=channel)
        await fern.dms(secret)
        await fern.dm.next_message()
        assert await bot.stops() == 0

    assert "zebra" not in bot.output
    assert discord.token not in bot.output
