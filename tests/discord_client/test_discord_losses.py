"""Replies that get lost on the way: tried again, and never said twice."""

from __future__ import annotations

import asyncio
import re

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person

INDIA = "What does an ML engineer earn in India?"
MESSAGES = "/channels/*/messages"
CALLBACK = "/interactions/*/*/callback"

pytestmark = pytest.mark.usefixtures("bot")


async def attempts(discord: DiscordStandIn, channel: Channel, count: int) -> None:
    """Wait until the bot has tried so often to send something to `channel`."""
    path = f"/channels/{channel.id}/messages"
    await discord.world.changes.wait_for(
        lambda: len(discord.requests_to("POST", path)) == count,
        timeout=10,
        what=f"{count} attempts",
    )


@pytest.mark.parametrize("status", [500, 503])
@pytest.mark.parametrize("arrived", [False, True], ids=["lost", "arrived"])
async def test_a_reply_that_met_a_server_error_comes_once(
    discord: DiscordStandIn,
    fern: Person,
    channel: Channel,
    status: int,
    arrived: bool,
) -> None:
    fault = discord.fail_next("POST", MESSAGES, status=status, times=1, after_commit=arrived)
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message(timeout=10)
    await attempts(discord, channel, 2)

    await channel.no_message()
    assert fault.hits == 1
    assert len(channel.by_bot()) == 1


@pytest.mark.parametrize("arrived", [False, True], ids=["lost", "arrived"])
async def test_a_reply_whose_connection_broke_comes_once(
    discord: DiscordStandIn, fern: Person, channel: Channel, arrived: bool
) -> None:
    fault = discord.fail_next("POST", MESSAGES, drop=True, after_commit=arrived)
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message(timeout=10)
    await attempts(discord, channel, 2)

    await channel.no_message()
    assert fault.hits == 1
    assert len(channel.by_bot()) == 1


async def test_a_reply_that_timed_out_comes_once(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.fail_next("POST", MESSAGES, status=None, delay=7.0)
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message(timeout=20)

    await channel.no_message(within=2.0)
    assert len(channel.by_bot()) == 1
    assert "a message was lost (TimeoutError)" in bot.stderr


@pytest.mark.parametrize(
    "loss",
    [
        {"status": 500},
        {"status": 503},
        {"drop": True},
        {"drop": True, "after_commit": True},
        {"status": 502, "after_commit": True},
        {"status": None, "delay": 1.8},
    ],
    ids=["500", "503", "dropped", "dropped after it arrived", "502 after it arrived", "slow"],
)
async def test_an_interaction_is_answered_in_time_and_once(
    discord: DiscordStandIn, fern: Person, channel: Channel, loss: dict[str, object]
) -> None:
    discord.fail_next("POST", CALLBACK, **loss)  # type: ignore[arg-type]
    record = await fern.uses_command("ask", {"question": INDIA}, where=channel)
    await record.answered()
    reply = await record.reply()

    assert "lakh" in reply.text
    await asyncio.sleep(0.5)
    assert len(channel.by_bot()) == 1


@pytest.mark.parametrize("loss", [{"drop": True}, {"status": 404}], ids=["dropped", "too late"])
async def test_choices_that_reach_nobody_are_nothing_unexpected(
    bot: BotProcess,
    discord: DiscordStandIn,
    fern: Person,
    channel: Channel,
    loss: dict[str, object],
) -> None:
    noted = bot.stderr.count("did not arrive")
    discord.fail_next("POST", CALLBACK, **loss)  # type: ignore[arg-type]
    typing = asyncio.create_task(
        fern.types_in("ask", option="question", value="sal", where=channel)
    )
    await bot.prints(rf"(?s)(did not arrive.*){{{noted + 1}}}")
    typing.cancel()
    choices = await fern.types_in("ask", option="question", value="sala", where=channel)

    assert choices


async def test_a_question_deleted_before_the_answer_stays_unanswered(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.fail_next("POST", MESSAGES, status=503)
    asked = await fern.says(f"@bot {INDIA}", channel)
    await bot.prints("a message was lost")
    await fern.deletes(asked)

    await channel.no_message(within=2.5)
    discord.violations.clear()  # the reference to what is gone is how the bot finds out


@pytest.mark.unexpected
async def test_an_unexpected_refusal_is_logged_and_the_person_gets_a_kind_sentence(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    logged = len(bot.stderr)
    discord.fail_next("POST", MESSAGES, status=400)
    await fern.says(f"@bot {INDIA}", channel)
    reply = await channel.next_message()

    assert "Something went wrong on my side" in reply.text
    assert "Traceback" in bot.stderr[logged:]
    assert "India" not in bot.stderr


@pytest.mark.unexpected
async def test_words_of_a_message_leave_the_log_only_where_the_error_says_them(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    logged = len(bot.stderr)
    discord.fail_next("POST", MESSAGES, status=400, message="zebra, last file of this line")
    await fern.says("@bot zebra in file, line or bot, last call, await delivery", channel)
    await channel.next_message()
    log = bot.stderr[logged:]

    assert "zebra" not in log
    assert "Traceback (most recent call last):" in log
    assert re.search(r'(?m)^  File ".*bot.delivery\.py", line \d+, in send$', log)


@pytest.mark.unexpected
async def test_an_unexpected_error_in_a_command_is_told_privately(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    logged = len(bot.stderr)
    discord.fail_next("POST", CALLBACK, status=400)
    record = await fern.uses_command("ask", {"question": INDIA}, where=channel)
    reply = await record.reply()

    assert reply.ephemeral
    assert "Something went wrong on my side" in reply.text
    assert "Traceback" in bot.stderr[logged:]
    assert "India" not in bot.stderr


@pytest.mark.unexpected
async def test_what_was_asked_by_command_or_menu_stays_out_of_the_log_of_an_error_that_repeats_it(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, moss: Person, channel: Channel
) -> None:
    logged = len(bot.stderr)
    discord.fail_next("POST", CALLBACK, status=400, message=f"cannot take {INDIA}")
    await (await fern.uses_command("ask", {"question": INDIA}, where=channel)).reply()
    asked = await moss.says("Is Fern a zebra?", channel)
    discord.fail_next("POST", CALLBACK, status=400, message=f"cannot take {asked.text}")
    await (await fern.uses_message_command("Answer this", asked)).reply()

    assert bot.stderr[logged:].count("Traceback") == 2
    assert bot.stderr[logged:].count("cannot take [redacted]") == 2
    assert "India" not in bot.stderr
    assert "zebra" not in bot.stderr


@pytest.mark.unexpected
async def test_an_unexpected_error_after_the_response_leaves_what_was_shown(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    await fern.says(f"@bot {INDIA}", channel)
    answer = await channel.next_message()
    discord.fail_next("DELETE", "/webhooks/*/*/messages/@original", status=400)
    told = await (await fern.selects(answer, "Remove")).reply()

    assert told.ephemeral
    assert "Something went wrong on my side" in told.text
    assert "lakh" in answer.text


@pytest.mark.unexpected
async def test_figures_whose_picture_was_refused_stay_as_they_are(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    original = "/webhooks/*/*/messages/@original"
    discord.fail_next("PATCH", original, status=400, message="no pictures today")
    options = {"region": "united-states", "level": "experienced"}
    record = await fern.uses_command("salary", options, where=channel)
    figures = await record.reply()
    await bot.prints("no pictures today")

    await figures.no_edit()
    assert "$165,000" in figures.text
    assert not record.follow_ups
