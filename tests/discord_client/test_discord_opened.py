"""Where channels and forums are open to the bot: posts, and not too much."""

from __future__ import annotations

import asyncio

import pytest
from discord_stand_in import DiscordStandIn, Person
from surroundings import Town, find_channel

INDIA = "What does an ML engineer earn in India?"
US = "What does an ML engineer earn in the US?"
PYTHON = "Do I need Python?"

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture(scope="module")
def town(opened_town: Town) -> Town:
    return opened_town


@pytest.mark.parametrize(
    ("title", "text"),
    [("Help with pay", INDIA), (INDIA, "I could not find it anywhere, thanks in advance")],
    ids=["in the text", "in the title"],
)
async def test_a_new_post_that_asks_gets_one_answer_and_then_quiet(
    discord: DiscordStandIn, fern: Person, moss: Person, title: str, text: str
) -> None:
    post = await fern.posts(find_channel(discord, "forum-0"), title, text)
    answer = await post.next_message()
    await moss.says(PYTHON, post)
    await fern.says(US, post)

    await post.no_message()
    assert "lakh" in answer.text


@pytest.mark.parametrize(
    ("title", "text"),
    [("Help with pay", US), (US, "I could not find it anywhere, thanks in advance")],
    ids=["in the text", "in the title"],
)
async def test_whose_post_was_answered_asks_on_there(
    discord: DiscordStandIn, fern: Person, title: str, text: str
) -> None:
    post = await fern.posts(find_channel(discord, "forum-2"), title, text)
    await post.next_message()
    went_on = await fern.says("and in india?", post)
    answer = await post.next_message()
    await fern.says("thanks, see you at lunch", post)

    await post.no_message()
    assert answer.reply_to is went_on
    assert "lakh" in answer.text


@pytest.mark.parametrize("call", ["@bot ", ""], ids=["asked", "unasked"])
async def test_who_was_answered_in_a_thread_of_an_opened_channel_asks_on_there(
    discord: DiscordStandIn, fern: Person, call: str
) -> None:
    thread = await fern.starts_thread(find_channel(discord, "opened-0"), "pay")
    await fern.says(f"{call}{US}", thread)
    await thread.next_message()
    for line, said in [("and for seniors?", "experience"), (INDIA, "lakh"), (PYTHON, "Python")]:
        went_on = await fern.says(line, thread)
        answer = await thread.next_message()
        assert answer.reply_to is went_on
        assert said in answer.text

    await thread.no_message()


async def test_a_thread_of_an_opened_channel_is_gone_on_in_until_somebody_else_speaks(
    discord: DiscordStandIn, fern: Person, moss: Person
) -> None:
    thread = await fern.starts_thread(find_channel(discord, "opened-0"), "pay")
    await fern.says(US, thread)
    await thread.next_message()
    await moss.says("nice, see you at lunch", thread)
    await fern.says("and for seniors?", thread)

    await thread.no_message()


async def test_a_post_that_asks_nothing_known_is_left_alone(
    discord: DiscordStandIn, fern: Person
) -> None:
    post = await fern.posts(find_channel(discord, "forum-1"), "My cat", "She is very fluffy.")

    await post.no_message()


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
