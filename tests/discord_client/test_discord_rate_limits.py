"""Rate limits: waited for as long as Discord says, and over for everybody when they are over."""

from __future__ import annotations

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person

INDIA = "What does an ML engineer earn in India?"
MESSAGES = "/channels/*/messages"
LONGER_THAN_AN_ATTEMPT = 7.0

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize("everywhere", [True, False], ids=["global", "of the channel"])
async def test_a_long_rate_limit_delays_replies_and_loses_none(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel, *, everywhere: bool
) -> None:
    logged = len(bot.stderr)
    limited = discord.fail_next(
        "POST", MESSAGES, status=429, retry_after=LONGER_THAN_AN_ATTEMPT, is_global=everywhere
    )
    await fern.says(f"@bot {INDIA}", channel)
    await bot.prints(r"Retrying in 7\.00 seconds")
    await fern.says("@bot do I need python?", channel)
    replies = [await channel.next_message(timeout=15) for _ in range(2)]
    await fern.dms(INDIA)
    await fern.dm.next_message()

    await channel.no_message()
    assert limited.hits == 1
    assert {"lakh" in reply.text for reply in replies} == {True, False}
    assert len(channel.by_bot()) == 2
    assert "a message was lost" not in bot.stderr[logged:]


async def test_a_rate_limit_met_while_typing_holds_up_nothing_once_it_is_over(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.fail_next("POST", MESSAGES, status=None, delay=1.2)
    limited = discord.fail_next(
        "POST", "/channels/*/typing", status=429, retry_after=2.0, is_global=True
    )
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message()
    await fern.says("@bot do I need python?", channel)

    assert "Python" in (await channel.next_message(timeout=10)).text
    assert limited.hits == 1
