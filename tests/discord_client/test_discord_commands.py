"""Commands: in servers, in DMs, between people, and where only a user installed the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person

INDIA = "What does an ML engineer earn in India?"
COMMANDS = {
    "ask": ({"question": INDIA}, "lakh"),
    "salary": ({}, "$128,000"),
    "skills": ({}, "Python"),
    "topics": ({}, "Topics"),
    "help": ({}, "How to ask"),
    "paths": ({}, "Career paths"),
    "compare": ({}, "Data scientist"),
    "roadmap": ({}, "Where are you now?"),
}
AUTOCOMPLETE_SECONDS = 0.05

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_works_everywhere(
    discord: DiscordStandIn, fern: Person, moss: Person, channel: Channel, name: str
) -> None:
    options, expected = COMMANDS[name]
    places = [channel, fern.dm, fern.elsewhere, discord.private_channel(fern, moss)]
    for place in places:
        record = await fern.uses_command(name, options, where=place)
        reply = await record.reply()

        assert expected in reply.text, place
        assert reply.is_v2


async def test_autocomplete_offers_entries_by_id_and_forgives_slips(
    fern: Person, channel: Channel
) -> None:
    tries = [
        await fern.types_in("ask", option="question", value="salry in indai", where=channel)
        for _ in range(5)
    ]
    choices = tries[0]

    assert choices[0].value == "salary-india"
    assert choices[0].name == INDIA
    assert len(choices) <= 25
    assert min(one.seconds for one in tries) < AUTOCOMPLETE_SECONDS


async def test_autocomplete_with_nothing_typed_offers_questions(
    fern: Person, channel: Channel
) -> None:
    choices = await fern.types_in("ask", option="question", value="", where=channel)

    assert 5 <= len(choices) <= 25


async def test_a_picked_entry_goes_straight_to_its_answer(fern: Person, channel: Channel) -> None:
    record = await fern.uses_command("ask", {"question": "salary-india"}, where=channel)

    assert "lakh" in (await record.reply()).text


async def test_a_private_question_is_answered_privately(fern: Person, channel: Channel) -> None:
    options = {"question": INDIA, "private": True}
    record = await fern.uses_command("ask", options, where=channel)

    assert (await record.reply()).ephemeral


async def test_commands_are_synced_only_when_their_definition_changed(
    home: Path, small_folder: Path
) -> None:
    small = ("run", "--knowledge", str(small_folder))
    async with DiscordStandIn() as discord:
        async with BotProcess(discord, home) as bot:
            await bot.prints("commands synced")
            assert await bot.stops() == 0
        async with BotProcess(discord, home) as bot:
            await bot.prints("commands are as Discord has them")
            assert await bot.stops() == 0
        unchanged = discord.commands.syncs
        async with BotProcess(discord, home, arguments=small) as bot:
            await bot.prints("commands synced")
            assert await bot.stops() == 0

    offered = {c["name"] for c in discord.commands.registered() if c["type"] == 1}
    assert unchanged == 1
    assert discord.commands.syncs == 2
    assert offered == {"ask", "topics", "help"}  # the others' data is not there


async def test_commands_are_offered_for_servers_and_users_everywhere(
    discord: DiscordStandIn,
) -> None:
    for command in discord.commands.registered():
        assert sorted(command["contexts"]) == [0, 1, 2], command["name"]
        assert sorted(command["integration_types"]) == [0, 1], command["name"]


async def test_a_command_that_is_gone_gets_a_kind_sentence(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    seen = discord.commands.upsert({"name": "salaries", "description": "See pay"}, None)
    record = await fern.uses_command("salaries", where=channel)
    discord.commands.remove(seen["id"], None)
    reply = await record.reply()

    assert reply.ephemeral
    assert "That command is from an older version of me" in reply.text
