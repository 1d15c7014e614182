"""Running on Discord: from settings to a connected bot, and back down without losing replies."""

import asyncio
import base64
import binascii
import logging
import re
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.career_bot import CareerBot, CogMaker, Served
from bot.cogs.ambient import Ambient
from bot.cogs.ask import Ask
from bot.cogs.changes import Changes
from bot.cogs.comparison import Comparison
from bot.cogs.errors import Errors
from bot.cogs.help import Help
from bot.cogs.menus import Menus
from bot.cogs.messages import Messages
from bot.cogs.more import More
from bot.cogs.paths import Paths
from bot.cogs.presses import Presses
from bot.cogs.roadmap import Roadmap
from bot.cogs.salary import Salary
from bot.cogs.skills import Skills
from bot.cogs.threads import Threads
from bot.cogs.topics import Topics
from bot.cogs.welcome import Welcome
from bot.errors import ConfigurationError
from bot.knowledge.base import Knowledge
from bot.knowledge.engines import LEARNING, load_engine
from bot.knowledge.shipped import find_shipped_knowledge
from bot.logs import configure_logging
from bot.settings import Settings
from bot.tools.commands import list_data_commands
from bot.tools.skills import find_skills

log = logging.getLogger(__name__)

DRAIN_SECONDS: Final = 3.0
"""How long a shutdown waits for replies on their way."""
CLOSE_SECONDS: Final = 1.0
"""How long it waits for Discord to say goodbye."""

ALWAYS: Final[Sequence[CogMaker]] = (
    *(Errors, Messages, Threads, Ambient, Changes, Welcome),
    *(Ask, Menus, Presses, More, Topics, Help),
)
BY_COMMAND: Final[Mapping[str, CogMaker]] = {
    "salary": Salary,
    "skills": Skills,
    "paths": Paths,
    "compare": Comparison,
    "roadmap": Roadmap,
}
"""The cogs of the commands that show data."""

NOT_CONFIGURED: Final = (
    "DISCORD_TOKEN is not set; put the bot's token into the environment or .env "
    "(https://discord.com/developers/applications, your application, Bot, Reset Token)."
)
MALFORMED: Final = (
    "DISCORD_TOKEN does not look like a bot token (three parts joined by dots); "
    "copy it anew from https://discord.com/developers/applications (Bot, Reset Token)."
)


def run_bot(*, settings: Settings, knowledge_folder: Path | None) -> int:
    """Serve Discord until told to stop; the exit status.

    Raises ConfigurationError or KnowledgeError, worded for the operator, when it cannot be done.
    """
    token = read_token(settings)
    configure_logging(settings.log_level, secret=token)
    served = load_served(settings, knowledge_folder)
    redirect_discord(settings)
    return asyncio.run(_serve(served, settings, token))


def read_token(settings: Settings) -> str:
    """The bot's token; raises ConfigurationError when it is missing or cannot be one."""
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    if not token:
        raise ConfigurationError(NOT_CONFIGURED)
    if not is_token(token):
        raise ConfigurationError(MALFORMED)
    return token


def is_token(text: str) -> bool:
    """Whether `text` has the form of a bot token: the bot's id in base64, and two more parts."""
    parts = text.split(".")
    if len(parts) != 3 or not all(re.fullmatch(r"[\w-]+", part, re.ASCII) for part in parts):
        return False
    try:
        return base64.urlsafe_b64decode(parts[0] + "=" * (-len(parts[0]) % 4)).isdigit()
    except (binascii.Error, ValueError):
        return False


def load_served(settings: Settings, knowledge_folder: Path | None) -> Served:
    """The engine and its knowledge; raises KnowledgeError when the folder cannot be used."""
    folder = knowledge_folder or settings.knowledge_folder or find_shipped_knowledge()
    knowledge, engine = load_engine(
        folder,
        threshold=settings.threshold,
        ambiguity_threshold=settings.ambiguity_threshold,
        before_training=lambda: log.info(LEARNING),
    )
    engine.reply("wram upp")  # what is made on first use is made before the first person asks,
    engine.complete("wram upp")  # and some of it only for words that are spelt wrong
    find_skills("wram upp", knowledge)
    return Served(engine, knowledge)


def redirect_discord(settings: Settings) -> None:
    """Talk to another address than Discord's own, where the settings name one."""
    if settings.discord_api_url:
        Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


def choose_cogs(knowledge: Knowledge) -> Sequence[CogMaker]:
    """The cogs for what the knowledge holds: commands without data are not offered."""
    return (*ALWAYS, *(BY_COMMAND[name] for name in list_data_commands(knowledge)))


async def _serve(served: Served, settings: Settings, token: str) -> int:
    _warn_about(settings)
    bot = CareerBot(served, settings, cogs=choose_cogs(served.knowledge))
    stop = asyncio.Event()
    _stop_on_signals(stop)
    running = asyncio.create_task(bot.start(token), name="bot")
    stopping = asyncio.create_task(stop.wait(), name="stop signal")
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if running.done():
            running.result()  # raises what ended it
            log.error("the connection to Discord ended")
            return 1
        log.info("stopping")
        return 0
    finally:
        stopping.cancel()
        await _shut_down(bot, running)


def _warn_about(settings: Settings) -> None:
    if settings.ambient_channels and not settings.message_content:
        log.warning("AMBIENT_CHANNELS needs MESSAGE_CONTENT=1; without it they stay silent")


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, stop.set)
        except NotImplementedError:  # Windows has no such handlers in its loop
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(stop.set))


async def _shut_down(bot: CareerBot, running: "asyncio.Task[None]") -> None:
    """Let replies on their way arrive, then close the gateway; bounded in time."""
    await asyncio.sleep(0)  # what has just arrived gets to start its reply
    bot.stopping = True
    if not await bot.delivery.drain(DRAIN_SECONDS):
        log.warning("stopped with replies still on their way")
    try:
        await asyncio.wait_for(bot.close(), CLOSE_SECONDS)
    except (TimeoutError, discord.DiscordException, OSError):
        log.warning("the connection was cut instead of closed")
    running.cancel()
    await asyncio.wait({running})
