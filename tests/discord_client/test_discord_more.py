"""The menu below an answer: a copy, why, not what I asked, remove."""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_asyncio
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Message, Permission, Person

from bot.engine.engine import Engine
from bot.views.layouts import label_entries

INDIA = "What does an ML engineer earn in India?"

pytestmark = pytest.mark.usefixtures("bot")


@pytest_asyncio.fixture(loop_scope="session")
async def answer(fern: Person, channel: Channel) -> Message:
    """An answer to Fern that everybody sees."""
    await fern.says(f"@bot {INDIA}", channel)
    return await channel.next_message()


async def test_every_answer_has_the_menu_for_its_audience(
    fern: Person, channel: Channel, answer: Message
) -> None:
    private = await (
        await fern.uses_command("ask", {"question": INDIA, "private": True}, where=channel)
    ).reply()
    await fern.dms(INDIA)
    direct = await fern.dm.next_message()

    assert answer.select().labels == [
        "Make it a private copy",
        "Why this answer?",
        "Not what I asked",
        "Remove",
    ]
    assert private.select().labels == [
        "Make it a public copy",
        "Why this answer?",
        "Not what I asked",
    ]
    assert direct.select().placeholder == "⋯ More about this answer"
    assert direct.select().labels == ["Why this answer?", "Not what I asked", "Remove"]


async def test_where_a_server_hides_people_s_own_apps_the_menu_offers_no_copy(
    fern: Person,
) -> None:
    far = fern.elsewhere
    assert far.guild is not None
    far.guild.everyone().permissions &= ~Permission.USE_EXTERNAL_APPS
    answer = await (await fern.uses_command("ask", {"question": INDIA}, where=far)).reply()
    opened = await (await fern.presses(answer, answer.labels[0])).reply()

    for message in (answer, opened):
        assert message.ephemeral
        assert message.select().labels == ["Why this answer?", "Not what I asked"]


async def test_anybody_gets_a_private_copy_with_the_same_buttons(
    moss: Person, answer: Message
) -> None:
    copy = await (await moss.selects(answer, "Make it a private copy")).reply()

    assert copy.ephemeral
    assert copy.text == answer.text
    assert copy.labels == answer.labels


async def test_a_copy_has_the_menu_of_an_answer(
    fern: Person, moss: Person, answer: Message
) -> None:
    private = await (await moss.selects(answer, "Make it a private copy")).reply()
    public = await (await moss.selects(private, "Make it a public copy")).reply()
    own = await (await fern.selects(public, "Make it a private copy")).reply()

    assert public.select().labels == answer.select().labels
    assert own.select().labels == private.select().labels
    assert own.text == answer.text


async def test_a_private_answer_becomes_public_for_the_asker_to_remove(
    fern: Person, moss: Person, channel: Channel
) -> None:
    options = {"question": INDIA, "private": True}
    private = await (await fern.uses_command("ask", options, where=channel)).reply()
    copy = await (await fern.selects(private, "Make it a public copy")).reply()
    await (await moss.selects(copy, "Remove")).answered()
    assert not copy.deleted
    await fern.selects(copy, "Remove")
    await copy.gone()

    assert not copy.ephemeral
    assert fern.mention in copy.text
    assert private.text in copy.text


async def test_why_tells_the_phrasing_the_words_and_how_sure(fern: Person, answer: Message) -> None:
    why = await (await fern.selects(answer, "Why this answer?")).reply()

    assert why.ephemeral
    assert f"“{INDIA}”" in why.text
    assert "india" in why.text.lower().split("words that counted")[1]
    assert "% sure" in why.text


async def test_why_knows_what_was_asked_by_command(fern: Person, channel: Channel) -> None:
    question = {"question": "ml pay in india"}
    answer = await (await fern.uses_command("ask", question, where=channel)).reply()
    why = await (await fern.selects(answer, "Why this answer?")).reply()

    assert "india" in why.text.lower().split("words that counted")[1]


async def test_not_what_i_asked_offers_others_and_ends_at_the_topics(
    moss: Person, answer: Message
) -> None:
    others = await (await moss.selects(answer, "Not what I asked")).reply()
    assert others.ephemeral
    assert len(others.labels) >= 3
    assert INDIA not in others.labels
    chosen = await (await moss.presses(others, others.labels[0])).reply()
    assert chosen.ephemeral
    topics = await (await moss.presses(others, "None of these")).reply()
    opened = await (await moss.selects(topics, "Salary")).reply()

    assert topics is others
    assert INDIA in opened.text


async def test_not_what_i_asked_offers_what_came_next_best_first(
    fern: Person, channel: Channel, shipped_engine: Engine
) -> None:
    asked = "ml pay in india"
    reply, _ = shipped_engine.reply(asked)
    answer = await (await fern.uses_command("ask", {"question": asked}, where=channel)).reply()
    others = await (await fern.selects(answer, "Not what I asked")).reply()

    next_best = label_entries([match.entry for match in reply.matches[1:]])
    assert others.labels == [*next_best, "None of these"]


async def test_the_asker_removes_an_answer(fern: Person, answer: Message) -> None:
    await (await fern.selects(answer, "Remove")).answered()

    await answer.gone()


async def test_a_moderator_removes_an_answer_and_others_cannot(
    discord: DiscordStandIn, moss: Person, answer: Message
) -> None:
    refused = await (await moss.selects(answer, "Remove")).reply()
    assert refused.ephemeral
    assert "who may manage messages" in refused.text
    assert not answer.deleted
    moderator = discord.person("Moderator", permissions="manage_messages")
    await moderator.selects(answer, "Remove")

    await answer.gone()


async def test_an_answer_is_removed_where_only_the_user_installed_the_app(fern: Person) -> None:
    record = await fern.uses_command("ask", {"question": INDIA}, where=fern.elsewhere)
    answer = await record.reply()
    await fern.selects(answer, "Remove")

    await answer.gone()


async def test_a_copy_keeps_every_line_of_the_answer(home: Path, small_folder: Path) -> None:
    lines = ["Boil it.", "-# For two cups take two spoons.", "-# About four minutes will do."]
    answer = "".join(f"\n    {line}" for line in lines)
    entry = f"- id: matcha\n  question: How do I make matcha?\n  answer: |{answer}\n"
    (small_folder / "faq" / "matcha.yaml").write_text(entry, encoding="utf-8")
    arguments = ("run", "--knowledge", str(small_folder))
    async with DiscordStandIn() as discord:
        channel, fern = discord.guild().text_channel(), discord.person("Fern")
        async with BotProcess(discord, home, arguments=arguments) as bot:
            await bot.ready()
            await fern.says("@bot How do I make matcha?", channel)
            shown = await channel.next_message()
            copy = await (await fern.selects(shown, "Make it a private copy")).reply()

    assert copy.text == shown.text
    assert all(line in copy.text for line in lines)


async def test_the_menu_works_after_a_restart(home: Path, small_folder: Path) -> None:
    arguments = ("run", "--knowledge", str(small_folder))
    async with DiscordStandIn() as discord:
        channel, fern = discord.guild().text_channel(), discord.person("Fern")
        async with BotProcess(discord, home, arguments=arguments) as bot:
            await bot.ready()
            await fern.says("@bot How do I make tea?", channel)
            answer = await channel.next_message()
            assert await bot.stops() == 0
        async with BotProcess(discord, home, arguments=arguments) as bot:
            await bot.ready()
            copy = await (await fern.selects(answer, "Make it a private copy")).reply()
            why = await (await fern.selects(answer, "Why this answer?")).reply()
            others = await (await fern.selects(answer, "Not what I asked")).reply()
            await fern.selects(answer, "Remove")
            await answer.gone()

    assert copy.text == answer.text
    assert "I no longer remember the question" in why.text
    assert "None of these" in others.labels
    assert len(others.labels) > 1
    assert not discord.violations
