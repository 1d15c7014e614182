"""Where message content is switched on: threads, forums, edits, deletions, and not too much."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person
from surroundings import Town, make_home

INDIA = "What does an ML engineer earn in India?"
US = "What does an ML engineer earn in the US?"
PYTHON = "Do I need Python?"

pytestmark = pytest.mark.usefixtures("bot")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> AsyncIterator[Town]:
    """A Discord with an opened channel and an opened forum."""
    async with DiscordStandIn() as discord:
        guild = discord.guild("Opened")
        opened = [guild.forum(f"forum-{n}").id for n in range(3)]
        opened += [guild.text_channel(f"opened-{n}").id for n in range(6)]
        settings = {
            "AMBIENT_CHANNELS": ",".join(str(one) for one in opened),
            "MESSAGE_CONTENT": "1",
        }
        home = make_home(tmp_path_factory.mktemp("town") / "home", cache)
        async with BotProcess(discord, home, settings=settings) as bot:
            yield Town(discord, await bot.ready())


def find_channel(discord: DiscordStandIn, name: str) -> Channel:
    return next(c for c in discord.world.channels.values() if c.name == name)


async def test_in_a_thread_the_conversation_goes_on_without_mentions(
    fern: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await fern.says(f"@bot {US}", thread)
    await thread.next_message()
    await fern.says("and in india?", thread)

    assert "lakh" in (await thread.next_message()).text


async def test_others_in_the_thread_are_answered_when_the_bot_is_sure(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await fern.says(f"@bot {US}", thread)
    await thread.next_message()
    await moss.says("nice, see you at lunch", thread)
    await thread.no_message()
    await moss.says("this game sucks", thread)
    await thread.no_message()
    await moss.says(INDIA, thread)

    assert "lakh" in (await thread.next_message()).text


async def test_a_thread_without_the_bot_stays_without_it(fern: Person, channel: Channel) -> None:
    thread = await fern.starts_thread(channel, "ours")
    await fern.says(INDIA, thread)

    await thread.no_message()


async def test_what_is_said_to_others_in_the_thread_is_left_alone(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await fern.says(f"@bot {US}", thread)
    await thread.next_message()
    await fern.says(f"{moss.mention} {INDIA}", thread)
    await fern.says("my dog ate the cake", thread)

    await thread.no_message()


@pytest.mark.parametrize(
    ("title", "text"),
    [("Help with pay", INDIA), (INDIA, "I could not find it anywhere, thanks in advance")],
    ids=["in the text", "in the title"],
)
async def test_a_new_post_that_asks_gets_one_answer_and_then_quiet(
    discord: DiscordStandIn, fern: Person, title: str, text: str
) -> None:
    post = await fern.posts(find_channel(discord, "forum-0"), title, text)
    answer = await post.next_message()
    await fern.says(PYTHON, post)

    await post.no_message()
    assert "lakh" in answer.text


async def test_a_post_that_asks_nothing_known_is_left_alone(
    discord: DiscordStandIn, fern: Person
) -> None:
    post = await fern.posts(find_channel(discord, "forum-1"), "My cat", "She is very fluffy.")

    await post.no_message()


async def test_an_edited_question_updates_its_answer(fern: Person, channel: Channel) -> None:
    asked = await fern.says(f"@bot {US}", channel)
    answer = await channel.next_message()
    await fern.edits(asked, f"@bot {INDIA}")
    await answer.next_edit()

    assert "lakh" in answer.text
    assert len(channel.by_bot()) == 1


async def test_an_edited_direct_message_updates_its_answer(fern: Person) -> None:
    asked = await fern.dms(US)
    answer = await fern.dm.next_message()
    await fern.edits(asked, INDIA)
    await answer.next_edit()

    assert "lakh" in answer.text


async def test_an_edit_that_changes_no_word_changes_nothing(fern: Person, channel: Channel) -> None:
    asked = await fern.says(f"@bot {US}", channel)
    answer = await channel.next_message()
    await fern.edits(asked, f"@bot {US}")

    await answer.no_edit()


async def test_an_overheard_question_edited_into_chatter_loses_its_answer(
    discord: DiscordStandIn, fern: Person
) -> None:
    opened = find_channel(discord, "opened-0")
    asked = await fern.says(US, opened)
    answer = await opened.next_message()
    await fern.edits(asked, "never mind, see you all tomorrow")

    await answer.gone()


@pytest.mark.unexpected
async def test_the_log_holds_no_word_of_an_edited_question(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    logged = len(bot.stderr)
    asked = await fern.says(f"@bot {US}", channel)
    await channel.next_message()
    edited = "my secret illness is plague, what now?"
    repeated = f"'{edited}' is too sad"
    discord.fail_next("PATCH", "/channels/*/messages/*", status=400, message=repeated)
    await fern.edits(asked, f"@bot {edited}")
    await bot.prints("too sad")

    await channel.no_message()
    assert "plague" not in bot.stderr[logged:]


@pytest.mark.unexpected
async def test_the_log_holds_no_word_of_a_post_s_title(
    bot: BotProcess, discord: DiscordStandIn, fern: Person
) -> None:
    logged = len(bot.stderr)
    repeated = f"'{INDIA}' is too hot"
    discord.fail_next("POST", "/channels/*/messages", status=400, message=repeated)
    post = await fern.posts(find_channel(discord, "forum-2"), INDIA, "Thanks in advance!")
    await bot.prints("too hot")

    await post.no_message()
    assert "India" not in bot.stderr[logged:]


async def test_a_deleted_question_takes_its_answer_along(fern: Person, channel: Channel) -> None:
    asked = await fern.says(f"@bot {US}", channel)
    answer = await channel.next_message()
    await fern.deletes(asked)

    await answer.gone()


async def test_too_many_overheard_questions_are_left_and_the_limit_is_told_once_in_private(
    discord: DiscordStandIn, fern: Person
) -> None:
    opened = find_channel(discord, "opened-1")
    for question in (INDIA, US, PYTHON):
        await fern.says(question, opened)
        await opened.next_message()
    await fern.says("What does an ML engineer do?", opened)
    told = await fern.dm.next_message()
    await fern.says("Do I need deep learning?", opened)

    await opened.no_message()
    await fern.dm.no_message()
    assert "keep quiet in that channel" in told.text


async def test_who_asks_too_much_leaves_the_others_their_answers(
    discord: DiscordStandIn, fern: Person, moss: Person
) -> None:
    opened = find_channel(discord, "opened-3")
    for question in (INDIA, US, PYTHON, INDIA, US, PYTHON):
        await fern.says(question, opened)
    told = await fern.dm.next_message()
    for question in (INDIA, US, PYTHON):
        await moss.says(question, opened)

    for _ in range(6):
        await opened.next_message()
    await moss.dm.no_message()
    assert "keep quiet in that channel" in told.text


async def test_what_a_channel_has_no_room_for_is_not_held_against_who_asked(
    discord: DiscordStandIn, fern: Person, moss: Person
) -> None:
    full, other = find_channel(discord, "opened-4"), find_channel(discord, "opened-5")
    for person in (fern, moss):
        for question in (INDIA, US, PYTHON):
            await person.says(question, full)
            await full.next_message()
    ivy = discord.person("Ivy")
    for question in (INDIA, US, PYTHON, INDIA):
        await ivy.says(question, full)
    await full.no_message()
    await ivy.dm.no_message()
    await ivy.says(INDIA, other)

    assert "lakh" in (await other.next_message()).text


async def test_the_limit_is_not_told_to_somebody_who_closed_the_door(
    discord: DiscordStandIn, fern: Person, moss: Person
) -> None:
    opened = find_channel(discord, "opened-2")
    fern.closes_dms()
    for question in (INDIA, US, PYTHON, "What does an ML engineer do?"):
        await fern.says(question, opened)
    await asyncio.sleep(0.5)
    await moss.says(INDIA, opened)

    await opened.world.changes.wait_for(
        lambda: len(opened.by_bot()) == 4, timeout=5, what="four answers"
    )
