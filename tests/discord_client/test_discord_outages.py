"""Outages of Discord that outlast every attempt: what is lost is noted, and then it is over."""

from __future__ import annotations

import sys
from pathlib import Path

from discord_stand_in import BotProcess, DiscordStandIn
from surroundings import nothing_broken

MESSAGES = "/channels/*/messages"
GIVING_UP_SOON = """
import bot.attempts
bot.attempts.GIVE_UP_SECONDS = 1.0
from bot.cli import main
main()
"""


async def test_a_reply_that_is_lost_for_good_is_one_warning_and_no_apology_follows(
    home: Path,
) -> None:
    async with (
        DiscordStandIn() as discord,
        nothing_broken(discord),
        BotProcess(discord, home, command=[sys.executable, "-c", GIVING_UP_SOON]) as bot,
    ):
        await bot.ready()
        channel = discord.guild("Makers").text_channel("general")
        fern = discord.person("Fern")
        outage = discord.fail_next("POST", MESSAGES, status=503, times=1_000)
        await fern.says("@bot what does an ML engineer earn in India?", channel)
        await bot.prints(r"unexpected error|lost for good \(HTTP 503\)")
        attempted = outage.hits
        await channel.no_message(within=2.0)

        assert outage.hits == attempted
        assert "Traceback" not in bot.stderr
        discord.api.faults.clear()
        await fern.says("@bot do I need python?", channel)
        assert "Python" in (await channel.next_message()).text
