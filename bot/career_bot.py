"""The bot: one Discord client with the knowledge it serves and what its cogs share."""

import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import discord
from discord import VoiceClient, app_commands
from discord.ext import commands

from bot.addressing import Address, find_address
from bot.askers import Askers
from bot.command_sync import CommandSync
from bot.connection import ReconnectingBot
from bot.conversations import Conversations
from bot.delivery import Delivery
from bot.engine.engine import Engine
from bot.errors import UnknownChoiceError, UnknownEntryError
from bot.knowledge.base import Knowledge
from bot.languages import CatalogueTranslator, Languages, load_catalogues
from bot.plurals import count
from bot.questions import QuestionMemory
from bot.render import BUTTON_EXPIRED, ENTRY_GONE
from bot.request_timeouts import trace_requests
from bot.settings import Settings
from bot.views.actions import ActionButton, Actions, ActionSelect, Press
from bot.views.layouts import make_layout, make_texts

log = logging.getLogger(__name__)

LEAST_PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    read_message_history=True,
)
"""See and answer, in threads too; pictures; and history, without which Discord allows no reply."""


@dataclass(frozen=True, slots=True)
class Served:
    """What is answered from as long as the bot runs: a knowledge base and the engine for it."""

    engine: Engine
    knowledge: Knowledge


Origin = discord.Message | discord.RawMessageUpdateEvent | discord.Interaction[Any] | None
"""What was being handled when an error came up; None where it holds nothing a person wrote."""


class Reporter(Protocol):
    """Turns an unexpected error into a log record and a kind sentence."""

    async def report(self, error: BaseException, origin: Origin) -> None:
        """Log `error` and tell whoever waits for an answer at `origin`."""


CogMaker = Callable[["CareerBot"], commands.Cog]


class CareerBot(ReconnectingBot):
    """Translates Discord's events into engine calls and replies into messages."""

    def __init__(self, served: Served, settings: Settings, *, cogs: Sequence[CogMaker]) -> None:
        VoiceClient.warn_nacl = VoiceClient.warn_dave = False  # a bot without voice needs neither
        super().__init__(
            command_prefix=(),  # there are no commands by prefix
            help_command=None,
            intents=choose_intents(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            max_messages=None,
            guild_ready_timeout=0.5,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            http_trace=trace_requests(),
        )
        self.served = served
        self.settings = settings
        self.actions = Actions()
        self.conversations = Conversations()
        self.askers = Askers()
        self.memory = QuestionMemory()
        catalogues = load_catalogues()
        self.languages = Languages(catalogues, language=settings.knowledge_language)
        self.delivery = Delivery()
        self.reporter: Reporter | None = None
        self.stopping = False
        """Set when the bot is about to go: what arrives from now on is left alone."""
        self._cog_makers = cogs
        self._catalogues = catalogues
        self._sync = CommandSync(self)

    @property
    def my_id(self) -> int:
        """The bot's own user id; 0 before the login."""
        return self.user.id if self.user else 0

    def find_address(self, message: discord.Message) -> Address:
        """For whom a message is; nobody's once the bot is about to go."""
        if self.stopping:
            return Address.NOT
        return find_address(message, my_id=self.my_id, opened=self.settings.ambient_channels)

    async def setup_hook(self) -> None:
        await self.tree.set_translator(CatalogueTranslator(self._catalogues))
        for make_cog in self._cog_makers:
            await self.add_cog(make_cog(self))
        self.add_dynamic_items(ActionButton, ActionSelect)
        invite = discord.utils.oauth_url(
            self.application_id or 0,
            permissions=LEAST_PERMISSIONS,
            scopes=("bot", "applications.commands"),
        )
        log.info("invite the bot to a server: %s", invite)
        self._sync.start()

    async def on_ready(self) -> None:
        log.info("ready as %s in %s", self.user, count(len(self.guilds), "server"))

    async def on_resumed(self) -> None:
        log.info("connected to Discord again")

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: without prefix commands there is nothing to process."""

    async def on_error(self, _event_method: str, /, *args: Any, **_kwargs: Any) -> None:
        event = args[0] if args else None
        written = (discord.Message, discord.RawMessageUpdateEvent, discord.Interaction)
        await self.report(event if isinstance(event, written) else None)

    async def report(self, origin: Origin) -> None:
        """Hand the exception being handled to the one place for unexpected errors."""
        error = sys.exception()
        if error is not None and self.reporter is not None:
            await self.reporter.report(error, origin)

    async def act(
        self,
        interaction: discord.Interaction["CareerBot"],
        action: str,
        arguments: tuple[str, ...],
        values: tuple[str, ...] = (),
    ) -> None:
        """Run the handler of a button or a select; a kind sentence where there is none any more."""
        if self.stopping:
            return
        handler = self.actions.get(action)
        try:
            if handler is None:
                await self.tell_privately(interaction, BUTTON_EXPIRED)
            else:
                await handler(Press(interaction, arguments, values))
        except (UnknownEntryError, UnknownChoiceError):
            await self.tell_privately(interaction, ENTRY_GONE)
        except Exception:  # noqa: BLE001 # whatever a handler raises belongs in the one place
            await self.report(interaction)

    async def tell_privately(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Answer an interaction with a sentence only its person sees."""
        await self.delivery.respond(interaction, make_layout(*make_texts(text)), private=True)


def choose_intents(settings: Settings) -> discord.Intents:
    """What the bot asks Discord to be told: no more than it uses."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = True
    intents.message_content = settings.message_content
    return intents
