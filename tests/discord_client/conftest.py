"""The bot as its users meet it: a process of its own, connected to the stand-in for Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person
from surroundings import Town, make_home, nothing_broken, open_town, write_small_folder

from bot.engine.engine import Engine
from bot.engine.replies import Clarification

KEYWORDS = (
    "degree courses bootcamp jobs salary skills data math algorithms models code tools demand"
).split()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker of this folder known."""
    config.addinivalue_line("markers", "unexpected: the test makes the bot log a traceback")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all tests of this folder run in one event loop, in which Discord lives on."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> AsyncIterator[Town]:
    """One Discord with one bot of the shipped knowledge, shared by tests that leave both intact."""
    async with DiscordStandIn() as discord:
        discord.guild("First")
        home = make_home(tmp_path_factory.mktemp("town") / "home", cache)
        async with BotProcess(discord, home) as bot:
            yield Town(discord, await bot.ready())


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def opened_town(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> AsyncIterator[Town]:
    """A Discord that opened channels and forums to its bot, for the tests of one file."""
    home = make_home(tmp_path_factory.mktemp("town") / "home", cache)
    async with open_town(home) as town:
        yield town


@pytest_asyncio.fixture(loop_scope="session")
async def discord(town: Town) -> AsyncIterator[DiscordStandIn]:
    """Discord; at the end, the test broke no limit and pinged nobody."""
    async with nothing_broken(town.discord):
        yield town.discord


@pytest_asyncio.fixture(loop_scope="session")
async def bot(town: Town, request: pytest.FixtureRequest) -> AsyncIterator[BotProcess]:
    """The bot, online; at the end, nothing unexpected happened in it."""
    logged = len(town.bot.stderr)
    yield town.bot
    assert town.bot.running
    if not request.node.get_closest_marker("unexpected"):
        assert "Traceback" not in town.bot.stderr[logged:]


@pytest.fixture
def channel(discord: DiscordStandIn) -> Channel:
    """A text channel of a server the bot is in."""
    return discord.guild("Makers").text_channel("general")


@pytest.fixture
def fern(discord: DiscordStandIn, channel: Channel) -> Person:
    """Somebody in that server."""
    assert channel.guild is not None
    return discord.person("Fern")


@pytest.fixture
def moss(discord: DiscordStandIn, channel: Channel) -> Person:
    """Somebody else in that server."""
    assert channel.guild is not None
    return discord.person("Moss")


@pytest.fixture(scope="session")
def cache(cache_home: Path, request: pytest.FixtureRequest) -> Path:
    """A cache folder for all processes, where the shipped knowledge is trained already."""
    request.getfixturevalue("shipped_engine")
    return cache_home


@pytest.fixture
def home(tmp_path: Path, cache: Path) -> Path:
    """The home folder of the bot's processes."""
    return make_home(tmp_path / "home", cache)


@pytest.fixture
def small_folder(tmp_path: Path) -> Path:
    """A knowledge folder of three entries and nothing else."""
    return write_small_folder(tmp_path / "small")


@pytest.fixture(scope="session")
def unclear(shipped_engine: Engine) -> str:
    """A question that the shipped knowledge asks back about."""
    replies = ((text, shipped_engine.reply(text)[0]) for text in KEYWORDS)
    return next(text for text, reply in replies if isinstance(reply, Clarification))
