"""Manners: a welcome, personal numbers, people's languages, help for each place."""

from __future__ import annotations

from pathlib import Path

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person

from bot.languages import UNTRANSLATED, load_catalogues

INDIA = "What does an ML engineer earn in India?"
LOCALES = ("de", "es-ES", "es-419", "fr", "hi", "pt-BR")

pytestmark = pytest.mark.usefixtures("bot")


async def test_the_first_direct_message_is_welcomed_once(fern: Person) -> None:
    await fern.dms(INDIA)
    answer = await fern.dm.next_message()
    welcome = await fern.dm.next_message()
    await fern.dms("Do I need Python?")
    second = await fern.dm.next_message()

    assert "lakh" in answer.text
    assert welcome.text.startswith("## Welcome")
    assert "I name my sources" in welcome.text
    assert len(welcome.buttons) == 3
    assert "Python" in second.text
    await fern.dm.no_message()


async def test_whether_somebody_wrote_before_is_looked_up_once(
    discord: DiscordStandIn, fern: Person
) -> None:
    for _ in range(3):
        await fern.dms(INDIA)
        await fern.dm.next_message()
    await fern.dm.next_message()
    await fern.dm.no_message()

    assert len(discord.requests_to("GET", f"/channels/{fern.dm.id}/messages")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "my offer is $120,000, what does an ML engineer earn in the US?",
        "what does an ML engineer earn in the US? mail me at fern@example.org",
        "call me at +49 170 1234567 about what an ML engineer earns in the US",
    ],
    ids=["offer", "e-mail", "phone"],
)
async def test_personal_numbers_in_public_are_answered_privately(
    fern: Person, moss: Person, channel: Channel, text: str
) -> None:
    await fern.says(f"@bot {text}", channel)
    offer = await channel.next_message()
    refused = await (await moss.presses(offer, "Answer me privately")).reply()
    answer = await (await fern.presses(offer, "Answer me privately")).reply()

    assert "I can answer it privately" in offer.text
    assert "120" not in offer.text
    assert "lakh" not in offer.text
    assert refused.ephemeral
    assert "the person who asked" in refused.text
    assert answer.ephemeral
    assert answer.buttons


async def test_the_private_answer_goes_on_from_what_was_asked_before(
    fern: Person, channel: Channel
) -> None:
    await fern.says(f"@bot {INDIA}", channel)
    await channel.next_message()
    await fern.says("@bot I make 90k now, what about the us?", channel)
    offer = await channel.next_message()
    answer = await (await fern.presses(offer, "Answer me privately")).reply()

    assert "I can answer it privately" in offer.text
    assert "$128,000" in answer.text


async def test_personal_numbers_by_command_are_kept_private(fern: Person, channel: Channel) -> None:
    options = {"question": "I earn 90k, what does an ML engineer earn in the US?"}
    reply = await (await fern.uses_command("ask", options, where=channel)).reply()

    assert reply.ephemeral
    assert "numbers that are yours alone" in reply.text


async def test_who_asks_privately_is_not_told_why_nobody_else_sees_it(
    fern: Person, moss: Person, channel: Channel
) -> None:
    question = "I earn 90k, what does an ML engineer earn in the US?"
    options = {"question": question, "private": True}
    asked = await (await fern.uses_command("ask", options, where=channel)).reply()
    said = await moss.says(question, channel)
    pointed = await (await fern.uses_message_command("Answer privately", said)).reply()

    for reply in (asked, pointed):
        assert reply.ephemeral
        assert "$128,000" in reply.text
        assert "Only you see" not in reply.text


async def test_a_public_copy_no_longer_says_that_only_one_sees_it(
    fern: Person, channel: Channel
) -> None:
    options = {"question": "I earn 90k, what does an ML engineer earn in the US?"}
    reply = await (await fern.uses_command("ask", options, where=channel)).reply()
    copy = await (await fern.selects(reply, "Make it a public copy")).reply()

    assert not copy.ephemeral
    assert "Only you see" not in copy.text
    assert "$128,000" in copy.text


async def test_personal_numbers_in_a_direct_message_are_simply_answered(fern: Person) -> None:
    await fern.dms("I earn 90k, what does an ML engineer earn in the US?")

    assert "I can answer it privately" not in (await fern.dm.next_message()).text


@pytest.mark.parametrize("locale", LOCALES)
async def test_every_command_is_translated(discord: DiscordStandIn, locale: str) -> None:
    for command in discord.commands.registered():
        assert locale in command["name_localizations"], command["name"]
        for option in command.get("options") or ():
            assert locale in option["name_localizations"], (command["name"], option["name"])
            assert locale in option["description_localizations"]
        if command["type"] == 1:
            assert locale in command["description_localizations"], command["name"]


async def test_every_catalogue_translates_the_same_texts() -> None:
    catalogues = load_catalogues()
    english = set(catalogues["de"])

    assert UNTRANSLATED in english
    for locale, catalogue in catalogues.items():
        assert set(catalogue) == english, locale


async def test_people_with_another_language_are_told_once_that_answers_stay(
    discord: DiscordStandIn, channel: Channel
) -> None:
    assert channel.guild is not None
    ivy = discord.person("Ivy", locale="de")
    first = await (await ivy.uses_command("ask", {"question": INDIA}, where=channel)).reply()
    second = await (await ivy.uses_command("ask", {"question": INDIA}, where=channel)).reply()

    assert "-# Meine Antworten bleiben in der Sprache" in first.text
    assert "Meine Antworten" not in second.text


async def test_help_speaks_differently_in_each_place(
    discord: DiscordStandIn, fern: Person, moss: Person, channel: Channel
) -> None:
    helps = {}
    for name, place in (
        ("server", channel),
        ("direct", fern.dm),
        ("elsewhere", fern.elsewhere),
        ("between", discord.private_channel(fern, moss)),
    ):
        message = await (await fern.uses_command("help", where=place)).reply()
        helps[name] = message.text
        assert len(message.buttons) >= 3
        assert "name my sources" in message.text
        assert "What I read and keep" in message.text

    assert "Mention me" in helps["server"]
    assert "Just write" in helps["direct"]
    assert "mentions do not reach me" in helps["elsewhere"]
    assert helps["between"] == helps["elsewhere"]


async def test_no_sources_are_promised_where_there_are_none(home: Path, small_folder: Path) -> None:
    small = ("run", "--knowledge", str(small_folder))
    async with DiscordStandIn() as discord, BotProcess(discord, home, arguments=small) as bot:
        await bot.ready()
        fern = discord.person("Fern")
        await fern.dms("How do I make tea?")
        await fern.dm.next_message()
        welcome = await fern.dm.next_message()
        message = await (await fern.uses_command("help", where=fern.dm)).reply()
        offered = [c["description"] for c in discord.commands.registered()]

    assert welcome.text.startswith("## Welcome")
    assert "When I do not know, I say so." in message.text
    assert "source" not in welcome.text + message.text + "".join(offered)


async def test_the_help_tries_its_examples(fern: Person, channel: Channel) -> None:
    message = await (await fern.uses_command("help", where=channel)).reply()
    answer = await (await fern.presses(message, message.labels[0])).reply()

    assert message.ephemeral
    assert answer.ephemeral
    assert answer.buttons


async def test_no_label_is_longer_than_a_phone_shows(
    bot: BotProcess, fern: Person, channel: Channel
) -> None:
    await fern.says("@bot How do ML engineers and data scientists differ?", channel)
    answer = await channel.next_message()

    assert all(len(label) < 40 for label in answer.labels)
    assert bot.running
