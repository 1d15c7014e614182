"""Questions that change: an edit changes the answer, a deletion removes it, no preview does."""

from __future__ import annotations

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Message, Person
from surroundings import Town, find_channel

INDIA = "What does an ML engineer earn in India?"
US = "What does an ML engineer earn in the US?"

MESSAGES = "/channels/*/messages"

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture(scope="module")
def town(opened_town: Town) -> Town:
    return opened_town


async def choose_first(person: Person, choices: Message) -> None:
    """Press the first choice, and wait until the bot knows that its answer has arrived."""
    await person.presses(choices, choices.labels[0])
    await choices.next_edit()
    await choices.no_edit()


async def is_typed(channel: Channel) -> None:
    """Wait until the bot shows that an answer takes a while."""
    await channel.world.changes.wait_for(
        lambda: channel.typing, timeout=10, what="the typing indicator"
    )


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


async def test_a_question_edited_while_its_answer_is_on_its_way_gets_the_new_answer(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    discord.fail_next("POST", MESSAGES, status=None, delay=2.0)
    asked = await fern.says(f"@bot {US}", channel)
    await is_typed(channel)
    await fern.edits(asked, f"@bot {INDIA}")
    answer = await channel.next_message()
    await answer.next_edit()

    assert "lakh" in answer.text


async def test_a_direct_message_deleted_while_its_answer_is_on_its_way_keeps_none(
    discord: DiscordStandIn, fern: Person
) -> None:
    discord.fail_next("POST", MESSAGES, status=None, delay=2.0)
    asked = await fern.dms(US)
    await is_typed(fern.dm)
    await fern.deletes(asked)
    answer = await fern.dm.next_message()

    await answer.gone()


async def test_of_two_edits_the_last_counts_though_the_first_arrives_late(
    discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    asked = await fern.says(f"@bot {US}", channel)
    answer = await channel.next_message()
    discord.fail_next("PATCH", "/channels/*/messages/*", drop=True)
    await fern.edits(asked, "@bot Do I need Python?")
    await fern.edits(asked, f"@bot {INDIA}")
    await discord.world.changes.wait_for(
        lambda: answer.edits == 2, timeout=10, what="both edits of the answer"
    )

    assert "lakh" in answer.text


async def test_an_edit_that_reveals_personal_numbers_is_answered_privately(
    fern: Person, channel: Channel
) -> None:
    asked = await fern.says(f"@bot {US}", channel)
    answer = await channel.next_message()
    await fern.edits(asked, f"@bot my offer is $120,000. {US}")
    await answer.next_edit()
    private = await (await fern.presses(answer, "Answer me privately")).reply()

    assert "$" not in answer.text
    assert private.ephemeral
    assert "$128,000" in private.text


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


async def test_an_edited_post_keeps_the_answer_to_its_title_until_its_text_asks_something(
    discord: DiscordStandIn, fern: Person
) -> None:
    post = await fern.posts(find_channel(discord, "forum-1"), INDIA, "hello there folsk")
    answer = await post.next_message()
    await fern.edits(post.messages[0], "hello there folks")
    await answer.no_edit()
    assert not answer.deleted
    await fern.edits(post.messages[0], f"hello there folks! {US}")
    await answer.next_edit()
    assert "$128,000" in answer.text
    await fern.edits(post.messages[0], "hello there folks, and thanks")
    await answer.next_edit()

    assert "lakh" in answer.text


async def test_a_deleted_question_takes_its_answer_along(fern: Person, channel: Channel) -> None:
    asked = await fern.says(f"@bot {US}", channel)
    answer = await channel.next_message()
    await fern.deletes(asked)

    await answer.gone()


async def test_what_happens_in_an_archived_thread_is_nothing_unexpected(
    bot: BotProcess, discord: DiscordStandIn, fern: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    deleted = await fern.says(f"@bot {US}", thread)
    answer = await thread.next_message()
    edited = await fern.says(f"@bot {US}", thread)
    await thread.next_message()
    await fern.archives(thread)
    record = await fern.presses(answer, answer.labels[0])
    await bot.prints("not answered in a closed thread")
    await fern.edits(edited, f"@bot {INDIA}")
    await fern.deletes(deleted)
    await bot.prints(r"(?s)(could not be changed \(code 50083\).*){2}")

    assert not record.follow_ups
    assert len(thread.by_bot()) == 2
    assert len(discord.requests_to("POST", f"/interactions/{record.id}/*/callback")) == 1


async def test_a_link_preview_changes_no_answer_to_an_overheard_question(
    discord: DiscordStandIn, fern: Person
) -> None:
    opened = find_channel(discord, "opened-1")
    asked = await fern.says(f"Hi all\nI moved last month.\n{INDIA}", opened)
    answer = await opened.next_message()
    discord.messages.unfurl(asked)

    await answer.no_edit()
    assert not answer.deleted


async def test_a_link_preview_changes_no_answer_to_the_title_of_a_post(
    discord: DiscordStandIn, fern: Person
) -> None:
    post = await fern.posts(find_channel(discord, "forum-0"), INDIA, "See https://example.org/")
    answer = await post.next_message()
    discord.messages.unfurl(post.messages[0])

    await answer.no_edit()
    assert not answer.deleted


@pytest.mark.parametrize("edited", [False, True], ids=["as it was sent", "after an edit"])
async def test_a_link_preview_takes_back_no_choice(
    discord: DiscordStandIn, fern: Person, channel: Channel, unclear: str, *, edited: bool
) -> None:
    asked = await fern.says(f"@bot {US if edited else unclear}", channel)
    answer = await channel.next_message()
    if edited:
        await fern.edits(asked, f"@bot {unclear}")
        await answer.next_edit()
    assert "Which of these do you mean?" in answer.text
    await choose_first(fern, answer)
    discord.messages.unfurl(asked)

    await answer.no_edit()
    assert "Which of these do you mean?" not in answer.text


async def test_an_edit_after_a_choice_is_answered_as_if_nothing_had_been_chosen(
    fern: Person, channel: Channel, unclear: str
) -> None:
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message()
    asked = await fern.says(f"@bot {unclear}", channel)
    answer = await channel.next_message()
    await choose_first(fern, answer)
    await fern.edits(asked, "@bot and in the US?")
    await answer.next_edit()

    assert "$128,000" in answer.text


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
