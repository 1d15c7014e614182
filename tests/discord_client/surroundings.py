"""What the bot is tested in: a Discord, a watch over its limits, and a small knowledge folder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from discord_stand_in import BotProcess, Channel, DiscordStandIn

LOST_ON_PURPOSE = {"40060"}
"""An attempt to answer again whose predecessor arrived after all: no breach of a limit."""


@dataclass
class Town:
    """A Discord and a bot in it."""

    discord: DiscordStandIn
    bot: BotProcess


@asynccontextmanager
async def open_town(home: Path) -> AsyncIterator[Town]:
    """A Discord whose server opened three forums and six channels to the bot in it."""
    async with DiscordStandIn() as discord:
        guild = discord.guild("Opened")
        opened = [guild.forum(f"forum-{n}").id for n in range(3)]
        opened += [guild.text_channel(f"opened-{n}").id for n in range(6)]
        settings = {
            "AMBIENT_CHANNELS": ",".join(str(one) for one in opened),
            "MESSAGE_CONTENT": "1",
        }
        async with BotProcess(discord, home, settings=settings) as bot:
            yield Town(discord, await bot.ready())


def find_channel(discord: DiscordStandIn, name: str) -> Channel:
    """The channel of a name."""
    return next(c for c in discord.world.channels.values() if c.name == name)


@asynccontextmanager
async def nothing_broken(discord: DiscordStandIn) -> AsyncIterator[None]:
    """Assert that no limit of Discord's was broken and nobody was pinged meanwhile."""
    violations, pings = len(discord.violations), len(discord.pings)
    yield
    discord.api.faults.clear()
    discord.delay_answers(0)
    assert not [v for v in discord.violations[violations:] if v.code not in LOST_ON_PURPOSE]
    assert not discord.pings[pings:]


def make_home(folder: Path, cache: Path) -> Path:
    """A home folder whose caches are shared with other homes."""
    folder.mkdir()
    (folder / "cache").symlink_to(cache, target_is_directory=True)
    return folder


def write_small_folder(folder: Path, *, without: str = "") -> Path:
    """Write the three entries into `folder`, but for the one of the id `without`."""
    entries = {
        "tea": ("How do I make tea?", "Pour hot water on tea leaves.", ["tea-time", "coffee"]),
        "tea-time": ("How long does tea take?", "About four minutes.", ["tea"]),
        "coffee": ("How do I make coffee?", "Pour hot water on ground coffee.", ["tea"]),
    }
    (folder / "faq").mkdir(parents=True, exist_ok=True)
    lines = []
    for entry_id, (question, answer, follow_ups) in entries.items():
        if entry_id != without:
            kept = [follow_up for follow_up in follow_ups if follow_up != without]
            lines += [
                f"- id: {entry_id}",
                f"  question: {question}",
                f"  answer: {answer}",
                f"  follow_ups: [{', '.join(kept)}]",
            ]
    (folder / "faq" / "drinks.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def write_wide_folder(folder: Path, *, width: int) -> Path:
    """Write so many topics of one entry, and as many groups of one skill, into `folder`."""
    (folder / "faq").mkdir(parents=True)
    for n in range(width):
        entry = f"- id: drink-{n}\n  question: How is drink {n} made?\n  answer: In {n} minutes.\n"
        (folder / "faq" / f"topic-{n:02}.yaml").write_text(entry, encoding="utf-8")
    groups = [f"  - {{id: group-{n}, name: Group {n}}}" for n in range(width)]
    skills = [
        f"  - {{id: skill-{n}, name: Skill {n}, group: group-{n}, why: It helps.}}"
        for n in range(width)
    ]
    lines = ["groups:", *groups, "skills:", *skills]
    (folder / "skills.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
