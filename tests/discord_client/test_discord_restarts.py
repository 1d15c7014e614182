"""Tools whose messages outlive the process, and the knowledge they were made from."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest_asyncio
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Message, Person
from surroundings import nothing_broken
from tools.bakery import FILES

MANY, FEWER = 60, 30
GONE = "no longer part of what I know"


def write_shop(folder: Path, *, later: bool = False) -> None:
    """Write the bakery with a long topic; `later` some of everything is gone."""
    files = dict(FILES)
    files["salaries.yaml"] = (
        "- {id: pay, amount: 30000, currency: USD, per: year, kind: average, source: guide,\n"
        "   label: Average, entry: cakes}\n"
    )
    files["faq/flour.yaml"] = "\n".join(
        f"- {{id: flour-{n}, question: What is flour number {n} for?, answer: For bread {n}.}}"
        for n in range(FEWER if later else MANY)
    )
    if later:
        baking = files["faq/baking.yaml"].splitlines()
        files["faq/baking.yaml"] = "\n".join(line for line in baking if "cakes" not in line)
        for name in ("paths.yaml", "comparison.yaml", "salaries.yaml"):
            files[name] = files[name].replace("[cakes, dough]", "[dough]").replace("cakes", "dough")
        files["paths.yaml"] = files["paths.yaml"].replace("label: Salty", "label: Sour")
        files["comparison.yaml"] = files["comparison.yaml"].split("  - {id: sugar")[0]
        files["roadmap.yaml"] = (
            files["roadmap.yaml"]
            .replace("  - {id: cook, name: Cook}\n", "")
            .replace("for: [cook]", "for: [home-baker]")
        )
        files["skills.yaml"] = files["skills.yaml"].split("  - {id: icing")[0]
        files["roadmap.yaml"] = files["roadmap.yaml"].replace("[recipes, icing]", "[recipes]")
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@dataclass
class Shop:
    """A Discord, and a bot in it that can be started again with other knowledge."""

    discord: DiscordStandIn
    channel: Channel
    fern: Person
    folder: Path
    bot: BotProcess

    async def restarts(self, *, later: bool = False) -> None:
        assert await self.bot.stops() == 0
        write_shop(self.folder, later=later)
        await self.bot.start()
        await self.bot.ready()

    async def shows(self, command: str, **options: str) -> Message:
        return await (await self.fern.uses_command(command, options, where=self.channel)).reply()

    async def presses(self, message: Message, label: str) -> Message:
        return await (await self.fern.presses(message, label)).reply()

    async def chooses(self, message: Message, placeholder: str, *values: str) -> Message:
        select = next(s for s in message.selects if s.placeholder.startswith(placeholder))
        record = await self.fern.selects(message, *values, custom_id=select.custom_id)
        return await record.reply()


@pytest_asyncio.fixture(loop_scope="session")
async def shop(home: Path, tmp_path: Path) -> AsyncIterator[Shop]:
    folder = tmp_path / "bakery"
    write_shop(folder)
    arguments = ("run", "--knowledge", str(folder))
    async with DiscordStandIn() as discord, nothing_broken(discord):
        channel, fern = discord.guild().text_channel(), discord.person("Fern")
        async with BotProcess(discord, home, arguments=arguments) as bot:
            await bot.ready()
            yield Shop(discord, channel, fern, folder, bot)
            assert "Traceback" not in bot.stderr


async def test_a_long_topic_is_turned_page_by_page(shop: Shop) -> None:
    message = await shop.shows("topics")
    await shop.chooses(message, "Open a topic", "flour")
    seen = [message.select().labels]
    while "Next page" in message.labels:
        await shop.presses(message, "Next page")
        seen.append(message.select().labels)
    last = await shop.chooses(message, "Choose a question", "flour-59")
    await shop.presses(message, "Previous page")

    assert [len(labels) for labels in seen] == [25, 25, 10]
    assert len({label for labels in seen for label in labels}) == MANY
    assert "For bread 59." in last.text
    assert message.select().labels == seen[1]


async def test_a_long_topic_goes_on_after_a_restart_and_after_it_shrank(shop: Shop) -> None:
    message = await shop.shows("topics")
    await shop.chooses(message, "Open a topic", "flour")
    await shop.restarts()
    await shop.presses(message, "Next page")
    assert "page 2 of 3" in message.text
    await shop.restarts(later=True)
    gone = await shop.chooses(message, "Choose a question", "flour-40")
    await shop.presses(message, "Next page")

    assert gone.ephemeral
    assert GONE in gone.text
    assert "page 2 of 2" in message.text
    assert len(message.select().labels) == FEWER - 25


async def test_a_comparison_goes_on_after_a_restart_and_without_its_entries(shop: Shop) -> None:
    message = await shop.shows("compare")
    await shop.restarts()
    await shop.chooses(message, "See one aspect", "sugar")
    assert "### Sugar" in message.text
    assert "### Hours" not in message.text
    await shop.restarts(later=True)
    entry = await shop.presses(message, "Which cakes do people buy?")
    aspect = await shop.chooses(message, "See one aspect", "sugar")
    await shop.presses(message, "All aspects")

    for kind in (entry, aspect):
        assert kind.ephemeral
        assert GONE in kind.text
    assert "### Hours" in message.text
    assert "### Sugar" not in message.text


async def test_a_roadmap_goes_on_after_a_restart_and_without_its_start(shop: Shop) -> None:
    message = await shop.shows("roadmap", start="cook")
    await shop.restarts()
    export = await shop.presses(message, "Export as text")
    read = await shop.chooses(message, "Read more", "dough")
    assert "Change the kitchen" in export.attachments[0].text
    assert "With patience." in read.text
    await shop.restarts(later=True)
    refused = await shop.presses(message, "Export as text")
    gone = await shop.chooses(message, "Where are you now?", "cook")
    await shop.chooses(message, "Where are you now?", "home-baker")

    for kind in (refused, gone):
        assert kind.ephemeral
        assert GONE in kind.text
    assert "Roadmap from here: Home baker" in message.text


async def test_pay_goes_on_after_a_restart_and_without_its_entry(shop: Shop) -> None:
    message = await shop.shows("salary")
    if not message.attachments:
        await message.next_edit(timeout=10)
    await shop.restarts()
    kept = await shop.presses(message, "Which cakes do people buy?")
    await shop.restarts(later=True)
    gone = await shop.presses(message, "Which cakes do people buy?")

    assert "Sweet ones." in kept.text
    assert gone.ephemeral
    assert GONE in gone.text


async def test_paths_and_the_quiz_go_on_after_a_restart_and_after_they_changed(shop: Shop) -> None:
    message = await shop.shows("paths")
    await shop.restarts()
    quiz = await shop.presses(message, "Which one fits me?")
    await shop.presses(quiz, "Salty")
    kept = await shop.presses(message, "Which cakes do people buy?")
    assert "Question 2 of 2" in quiz.text
    assert "Sweet ones." in kept.text
    await shop.restarts(later=True)
    gone = await shop.presses(message, "Which cakes do people buy?")
    changed = await shop.presses(quiz, "Gladly")

    assert gone.ephemeral
    assert GONE in gone.text
    assert changed.ephemeral
    assert "The quiz has changed since" in changed.text


async def test_a_checklist_goes_on_after_a_restart_and_without_some_skills(shop: Shop) -> None:
    skills = await shop.shows("skills")
    checklist = await shop.presses(skills, "What am I missing?")
    await shop.restarts()
    await shop.chooses(checklist, "Hands", "kneading")
    assert "Icing" in checklist.text.split("**Learn next")[1]
    await shop.restarts(later=True)
    await shop.chooses(checklist, "Head", "recipes")

    assert "Icing" not in checklist.text
    assert "You have all of these." in checklist.text
    assert "Bread baker: 1 of 1" in checklist.text
