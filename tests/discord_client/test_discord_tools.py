"""The career tools: pay, skills and the checklist, paths and the quiz, comparison, roadmap."""

from __future__ import annotations

import struct
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Message, Person
from surroundings import write_wide_folder

from bot.knowledge.loader import load_knowledge
from bot.knowledge.shipped import find_shipped_knowledge
from bot.tools.salary import render_salary

INDIA = "What does an ML engineer earn in India?"
POST = """We are hiring! You know Python (or R), PyTorch and statistics, work in an Agile team
with good communication skills. Nice to have: C++."""

pytestmark = pytest.mark.usefixtures("bot")


class TestSalary:
    """`/salary`."""

    async def test_the_figures_come_in_words_and_as_a_picture_that_says_the_same(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("salary", where=channel)).reply()
        if not message.attachments:
            await message.next_edit(timeout=10)
        knowledge = load_knowledge(find_shipped_knowledge())

        (picture,) = message.attachments
        width, _ = struct.unpack(">II", picture.content[16:24])
        assert message.text == render_salary(knowledge)
        assert picture.content.startswith(b"\x89PNG")
        assert width == 1080
        assert picture.size < 500_000
        for amount in ("$128,000", "$140,000", "$146,085", "$98,000", "$165,000", "₹1,000,000"):
            assert amount in message.text
            assert amount in message.alt_texts[0]

    async def test_region_and_level_are_choices_from_the_data(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        command = discord.commands.find("salary", 1, None)
        choices = {o["name"]: [c["value"] for c in o["choices"]] for o in command["options"]}
        options = {"region": "india", "level": "entry-level"}
        message = await (await fern.uses_command("salary", options, where=channel)).reply()

        assert choices["region"] == ["united-states", "india"]
        assert "entry-level" in choices["level"]
        assert "There is no figure in India, entry level" in message.text

    async def test_the_entries_behind_the_figures_can_be_opened(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (
            await fern.uses_command("salary", {"region": "india"}, where=channel)
        ).reply()
        answer = await (await fern.presses(message, INDIA)).reply()

        assert message.labels == [INDIA]
        assert "lakh" in answer.text

    async def test_a_picture_drawn_before_is_there_at_once(
        self, fern: Person, moss: Person, channel: Channel
    ) -> None:
        first = await (
            await fern.uses_command("salary", {"region": "india"}, where=channel)
        ).reply()
        if not first.attachments:
            await first.next_edit(timeout=10)
        second = await (
            await moss.uses_command("salary", {"region": "india"}, where=channel)
        ).reply()

        assert second.attachments
        assert second.attachments[0].content == first.attachments[0].content
        await second.no_edit()
        assert second.edits == 0

    async def test_where_files_are_not_allowed_the_figures_come_without_the_picture(
        self, fern: Person, channel: Channel
    ) -> None:
        drawn = await (await fern.uses_command("salary", where=fern.dm)).reply()
        if not drawn.attachments:
            await drawn.next_edit(timeout=10)
        channel.deny_bot("attach_files")
        message = await (await fern.uses_command("salary", where=channel)).reply()

        assert message.text == drawn.text
        assert not message.attachments
        await message.no_edit()

    async def test_where_files_are_not_allowed_no_new_picture_joins_the_figures(
        self, fern: Person, channel: Channel
    ) -> None:
        channel.deny_bot("attach_files")
        options = {"level": "experienced"}
        message = await (await fern.uses_command("salary", options, where=channel)).reply()

        await message.no_edit(within=2.0)
        assert not message.attachments


class TestSkills:
    """`/skills` and the checklist."""

    async def test_the_skills_are_narrowed_in_place(self, fern: Person, channel: Channel) -> None:
        message = await (await fern.uses_command("skills", where=channel)).reply()
        assert "**Hadoop" in message.text
        narrowed = await (await fern.selects(message, "Core ML engineer")).reply()

        assert narrowed is message
        assert "Skills: Core ML engineer" in narrowed.text
        assert "**Hadoop" not in narrowed.text

    async def test_the_checklist_shows_what_is_left_and_how_far_each_path_is(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("skills", where=channel)).reply()
        checklist = await (await fern.presses(message, "What am I missing?")).reply()
        assert checklist.ephemeral
        assert "Core ML engineer: 0 of" in checklist.text
        languages = _tick_select(checklist, "Python")
        await (await fern.selects(checklist, "Python", custom_id=languages)).reply()
        maths = _tick_select(checklist, "Statistics")
        await (await fern.selects(checklist, "Statistics", "Probability", custom_id=maths)).reply()

        left = checklist.text.split("**Learn next")[1].split("**How far")[0]
        assert "Python" not in left
        assert "Statistics" not in left.replace("Bayesian statistics", "")
        assert left.index("Linear algebra") < left.index("Deep learning") < left.index("Theano")
        assert "ML software engineer: 1 of" in checklist.text
        assert "`█" in checklist.text

    async def test_what_is_left_opens_its_entry_privately(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("skills", where=channel)).reply()
        checklist = await (await fern.presses(message, "What am I missing?")).reply()
        reading = next(s for s in checklist.selects if s.placeholder.startswith("Read about"))
        answer = await (
            await fern.selects(checklist, "Python", custom_id=reading.custom_id)
        ).reply()

        assert answer.ephemeral
        assert "Python" in answer.text

    async def test_a_job_post_is_checked_privately(
        self, fern: Person, moss: Person, channel: Channel
    ) -> None:
        post = await moss.says(POST, channel)
        check = await (await fern.uses_message_command("Check skills in this", post)).reply()
        asked, missing = check.text.split("**Usual for the job")
        select = _tick_select(check, "PyTorch")
        await (await fern.selects(check, "Python", "PyTorch", custom_id=select)).reply()

        assert check.ephemeral
        for name in ("Python", "R", "PyTorch", "Statistics", "Agile work", "C++", "Communication"):
            assert name in asked
        assert "TensorFlow" in missing
        left = check.text.split("**Learn next")[1]
        assert "PyTorch" not in left
        assert "Statistics" in left


def _tick_select(message: Message, label: str) -> str:
    return next(
        s.custom_id for s in message.selects if ":tick:" in s.custom_id and label in s.labels
    )


class TestPaths:
    """`/paths` and the quiz."""

    async def test_the_quiz_is_private_and_ends_with_the_closest_path_and_why(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("paths", where=channel)).reply()
        quiz = await (await fern.presses(message, "Which one fits me?")).reply()
        assert quiz.ephemeral
        chosen = []
        while "Question" in quiz.text:
            chosen.append(quiz.labels[0])
            assert len(chosen) <= 10
            await (await fern.presses(quiz, quiz.labels[0])).reply()

        assert "Closest to you: ML software engineer" in quiz.text
        assert chosen[0] in quiz.text
        assert len(quiz.labels) >= 3
        await (await fern.presses(quiz, "Start again")).reply()
        assert "Question 1" in quiz.text

    async def test_all_paths_are_shown_side_by_side(self, fern: Person, channel: Channel) -> None:
        message = await (await fern.uses_command("paths", where=channel)).reply()

        for name in ("ML software engineer", "Applied ML engineer", "Core ML engineer"):
            assert f"### {name}" in message.text

    async def test_each_path_has_an_entry_to_open(self, fern: Person, channel: Channel) -> None:
        message = await (await fern.uses_command("paths", where=channel)).reply()
        answer = await (await fern.presses(message, "What is a core ML engineer?")).reply()

        assert message.labels[1:] == [
            "What is an ML software engineer?",
            "What is an applied ML engineer?",
            "What is a core ML engineer?",
        ]
        assert "core" in answer.text


class TestComparison:
    """`/compare`."""

    async def test_one_aspect_is_chosen_and_left_again(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("compare", where=channel)).reply()
        assert message.text.count("**Data scientist:**") > 5
        await (await fern.selects(message, "Cleaning data")).reply()
        assert message.text.count("**Data scientist:**") == 1
        await (await fern.presses(message, "All aspects")).reply()

        assert message.text.count("**Data scientist:**") > 5

    async def test_the_entries_of_what_is_shown_can_be_opened(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("compare", where=channel)).reply()
        both = message.labels
        await (await fern.selects(message, "Cleaning data")).reply()
        answer = await (await fern.presses(message, "Who cleans the data?")).reply()

        assert both == ["What is a machine learning engineer?", "What does a data scientist do?"]
        assert message.labels == ["All aspects", "Who cleans the data?"]
        assert "data" in answer.text


class TestRoadmap:
    """`/roadmap`."""

    async def test_the_steps_are_ordered_from_where_somebody_is(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("roadmap", where=channel)).reply()
        assert message.ephemeral
        starts = message.select()
        await (await fern.selects(message, "Software engineer", custom_id=starts.custom_id)).reply()
        assert "You have this behind you: “Learn to program in Python”" in message.text
        again = next(s for s in message.selects if s.placeholder.startswith("Where are you"))
        await (await fern.selects(message, "Student", custom_id=again.custom_id)).reply()

        assert "**1. Study for a degree** (4 years)" in message.text

    async def test_a_step_that_is_ahead_opens_its_entry_privately(
        self, fern: Person, channel: Channel
    ) -> None:
        options = {"start": "software-engineer"}
        message = await (await fern.uses_command("roadmap", options, where=channel)).reply()
        reading = next(s for s in message.selects if s.placeholder.startswith("Read more"))
        answer = await (
            await fern.selects(message, "Build up your math", custom_id=reading.custom_id)
        ).reply()

        assert "Learn to program in Python" not in reading.labels
        assert answer is not message
        assert answer.ephemeral
        assert "statistics" in answer.text

    async def test_it_is_exported_as_a_checklist_in_a_file(
        self, fern: Person, channel: Channel
    ) -> None:
        options = {"start": "analyst"}
        message = await (await fern.uses_command("roadmap", options, where=channel)).reply()
        export = await (await fern.presses(message, "Export as text")).reply()

        (file,) = export.attachments
        assert export.ephemeral
        assert file.filename == "roadmap.md"
        assert file.text.startswith("# Roadmap from here: Analyst\n")
        assert "- [ ] **Build up your math**" in file.text
        assert "- [x] **Take a first job**" in file.text


class TestTopics:
    """`/topics`."""

    async def test_one_message_shows_topics_then_a_topic_then_answers(
        self, fern: Person, channel: Channel
    ) -> None:
        message = await (await fern.uses_command("topics", where=channel)).reply()
        await (await fern.selects(message, "Salary")).reply()
        assert "What does an ML engineer earn in India?" in message.text
        answer = await (
            await fern.selects(message, "What does an ML engineer earn in India?")
        ).reply()
        assert answer is not message
        assert "lakh" in answer.text
        await (await fern.presses(message, "All topics")).reply()

        assert message.text.startswith("## Topics")


@pytest.mark.parametrize(
    ("question", "label", "shows"),
    [
        ("How do ML engineers and data scientists differ?", "Compare them", "### Purpose"),
        ("compare them", "Compare them", "### Purpose"),
        ("am I ready?", "What am I missing?", "How far you are on each path"),
        ("show me a chart", "Pay as a chart", "$128,000"),
        ("Which career paths can an ML engineer take?", "Career paths", "### Core ML engineer"),
        ("which path suits me", "Which path fits me?", "Question 1 of"),
        ("is there a roadmap", "My roadmap", "Where are you now?"),
    ],
)
async def test_tools_are_found_by_asking(
    fern: Person, channel: Channel, question: str, label: str, shows: str
) -> None:
    await fern.says(f"@bot {question}", channel)
    answer = await channel.next_message()
    shown = await (await fern.presses(answer, label)).reply()

    assert shows in shown.text


async def test_tools_survive_a_restart_and_a_changed_knowledge(
    home: Path, small_folder: Path
) -> None:
    async with DiscordStandIn() as discord:
        channel, fern = discord.guild().text_channel(), discord.person("Fern")
        async with BotProcess(discord, home) as bot:
            await bot.ready()
            skills = await (await fern.uses_command("skills", where=channel)).reply()
            checklist = await (await fern.presses(skills, "What am I missing?")).reply()
            python = _tick_select(checklist, "Python")
            await (await fern.selects(checklist, "Python", custom_id=python)).reply()
            paths = await (await fern.uses_command("paths", where=channel)).reply()
            quiz = await (await fern.presses(paths, "Which one fits me?")).reply()
            await (await fern.presses(quiz, quiz.labels[0])).reply()
            topics = await (await fern.uses_command("topics", where=channel)).reply()
            assert await bot.stops() == 0
        async with BotProcess(discord, home) as bot:
            await bot.ready()
            maths = _tick_select(checklist, "Statistics")
            await (await fern.selects(checklist, "Statistics", custom_id=maths)).reply()
            assert "Python" not in checklist.text.split("**Learn next")[1].split("**How far")[0]
            await (await fern.presses(quiz, quiz.labels[0])).reply()
            assert "Question 3" in quiz.text
            assert await bot.stops() == 0
        small = ("run", "--knowledge", str(small_folder))
        async with BotProcess(discord, home, arguments=small) as bot:
            await bot.ready()
            for message, value, custom_id in (
                (skills, "core-ml-engineer", None),
                (checklist, "python", python),
                (topics, "salary", None),
            ):
                reply = await (await fern.selects(message, value, custom_id=custom_id)).reply()
                assert reply.ephemeral
            reply = await (await fern.presses(quiz, quiz.labels[0])).reply()
            assert reply.ephemeral
            assert "Traceback" not in bot.stderr
    assert not discord.violations


@pytest_asyncio.fixture(loop_scope="session")
async def wide(home: Path, tmp_path: Path) -> AsyncIterator[DiscordStandIn]:
    """A Discord whose bot knows 30 topics and 30 groups of skills, and breaks no limit."""
    folder = write_wide_folder(tmp_path / "wide", width=30)
    arguments = ("run", "--knowledge", str(folder))
    async with DiscordStandIn() as discord, BotProcess(discord, home, arguments=arguments) as bot:
        await bot.ready()
        yield discord

    assert not discord.violations


async def test_every_group_can_be_chosen_however_many_there_are(wide: DiscordStandIn) -> None:
    channel, fern = wide.guild().text_channel(), wide.person("Fern")
    message = await (await fern.uses_command("skills", where=channel)).reply()
    menus = {label: menu.custom_id for menu in message.selects for label in menu.labels}
    assert list(menus) == ["All skills", *(f"Group {n}" for n in range(30))]
    for group in ("Group 29", "Group 0"):
        await (await fern.selects(message, group, custom_id=menus[group])).reply()
        assert message.text.startswith(f"## Skills: {group}\n")


async def test_where_no_paths_are_known_the_checklist_says_nothing_of_them(
    wide: DiscordStandIn,
) -> None:
    channel, fern = wide.guild().text_channel(), wide.person("Fern")
    message = await (await fern.uses_command("skills", where=channel)).reply()
    checklist = await (await fern.presses(message, "What am I missing?")).reply()

    assert "Choose what you have" in checklist.text
    assert "How far you are" not in checklist.text


async def test_every_topic_can_be_chosen_when_none_of_the_answers_fits(
    wide: DiscordStandIn,
) -> None:
    channel, fern = wide.guild().text_channel(), wide.person("Fern")
    await fern.says("@bot How is drink 7 made?", channel)
    answer = await channel.next_message()
    others = await (await fern.selects(answer, "Not what I asked")).reply()
    topics = await (await fern.presses(others, "None of these")).reply()
    offered = topics.select().labels
    await (await fern.presses(topics, "Next page")).reply()
    assert [*offered, *topics.select().labels] == [f"Topic {n:02}" for n in range(30)]
    await (await fern.selects(topics, "Topic 29")).reply()

    assert "How is drink 29 made?" in topics.text
