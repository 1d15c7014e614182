"""Getting messages to people: tried again when they are lost, and never said twice.

A message carries a nonce that Discord refuses to take twice; an edit says the same however often
it is made; an interaction that Discord calls already answered was answered by an earlier attempt.
"""

import asyncio
import io
import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.attempts import (
    ATTEMPT_SECONDS,
    LOST,
    is_out_of_reach,
    try_once,
    try_to_acknowledge,
    try_until_delivered,
    try_where_present,
)
from bot.request_timeouts import answered_within

log = logging.getLogger(__name__)

TYPING_AFTER_SECONDS: Final = 0.7
"""A message that takes longer is announced by the typing indicator; for less it would flicker."""
TYPING_AGAIN_SECONDS: Final = 5.0
"""Discord shows the indicator for ten seconds."""
NOBODY: Final = discord.AllowedMentions.none()
"""Said with every edit: the client's own default counts for new messages only."""
INVALID_FORM: Final = 50035
NO_HISTORY: Final = 160002


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send, with the words that describe it to those who cannot see it."""

    filename: str
    data: bytes
    description: str | None = None

    def open(self) -> discord.File:
        """A fresh file for one attempt; sending one closes it."""
        return discord.File(
            io.BytesIO(self.data), filename=self.filename, description=self.description
        )


class Delivery:
    """Sends what the bot says, and knows what is still on its way."""

    def __init__(self) -> None:
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._typing: set[asyncio.Task[None]] = set()

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Marks work that a shutdown should wait for."""
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def drain(self, seconds: float) -> bool:
        """Wait until nothing is on its way; False when `seconds` did not suffice."""
        return await _is_set_within(self._idle, seconds)

    async def send(
        self,
        channel: discord.abc.Messageable,
        view: discord.ui.LayoutView,
        *,
        nonce: str,
        reply_to: discord.Message | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> discord.Message | None:
        """Send a message, once however often it takes; None where it is not wanted or allowed.

        `nonce` (at most 25 characters) names the message: the same nonce is never sent twice.
        A reply to a message that is gone by now is dropped.
        """
        view.stop()  # buttons find their way by custom_id; nothing here waits for them
        reference = reply_to.to_reference() if reply_to is not None else None

        async def attempt() -> discord.Message:
            options: dict[str, Any] = {"files": [a.open() for a in attachments]}
            if reference is not None:
                options["reference"] = reference
            return await channel.send(view=view, nonce=nonce, **options)

        with self.under_way():
            try:
                async with self._typing_when_slow(channel):
                    return await try_until_delivered(attempt)
            except discord.HTTPException as error:
                if reference is not None and error.code == NO_HISTORY:
                    return await self.send(channel, view, nonce=nonce, attachments=attachments)
                if reference is not None and _is_gone(error):
                    return None
                if is_out_of_reach(error):
                    log.info("a reply was not allowed there (code %s)", error.code)
                    return None
                raise

    async def respond(
        self,
        interaction: discord.Interaction[Any],
        view: discord.ui.LayoutView,
        *,
        private: bool = False,
        attachments: Sequence[Attachment] = (),
    ) -> int | None:
        """Answer an interaction with a new message; its id, where Discord tells it."""
        view.stop()

        async def attempt() -> discord.InteractionCallbackResponse[Any]:
            files = [attachment.open() for attachment in attachments]
            return await interaction.response.send_message(
                view=view, ephemeral=private, files=files
            )

        with self.under_way():
            response = await try_to_acknowledge(attempt)
        return response.message_id if response is not None else None

    async def update(
        self, interaction: discord.Interaction[Any], view: discord.ui.LayoutView
    ) -> None:
        """Answer a press by changing the message it happened on, which keeps its attachments."""
        view.stop()

        async def attempt() -> Any:
            return await interaction.response.edit_message(view=view, allowed_mentions=NOBODY)

        with self.under_way():
            await try_to_acknowledge(attempt)

    async def edit_response(
        self,
        interaction: discord.Interaction[Any],
        view: discord.ui.LayoutView,
        *,
        attachments: Sequence[Attachment] = (),
    ) -> None:
        """Change what an interaction was answered with."""
        view.stop()

        async def attempt() -> Any:
            files = [attachment.open() for attachment in attachments]
            return await interaction.edit_original_response(
                view=view, attachments=files, allowed_mentions=NOBODY
            )

        with self.under_way():
            await try_where_present(attempt)

    async def follow_up(
        self, interaction: discord.Interaction[Any], view: discord.ui.LayoutView
    ) -> None:
        """Tell the person something privately beside the response, which stays as it is.

        Where nothing was shown yet but that the bot is thinking, it takes the place of that.
        It carries no nonce, so it is not tried again when it seems lost.
        """
        view.stop()

        async def attempt() -> Any:
            return await interaction.followup.send(view=view, ephemeral=True)

        with self.under_way():
            await try_once(attempt)

    async def edit(self, message: discord.PartialMessage, view: discord.ui.LayoutView) -> None:
        """Change one of the bot's messages."""
        view.stop()

        async def attempt() -> Any:
            return await message.edit(view=view, allowed_mentions=NOBODY)

        with self.under_way():
            await try_where_present(attempt)

    async def delete(self, message: discord.PartialMessage) -> None:
        """Remove one of the bot's messages."""
        with self.under_way():
            await try_where_present(message.delete)

    async def remove_pressed(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press by removing the message it happened on, wherever that is."""
        with self.under_way():
            await try_to_acknowledge(interaction.response.defer)
            await try_where_present(interaction.delete_original_response)

    @asynccontextmanager
    async def _typing_when_slow(self, channel: discord.abc.Messageable) -> AsyncIterator[None]:
        """Show that the bot is typing while what is done inside takes longer than a moment."""
        done = asyncio.Event()
        typing = asyncio.create_task(_type_until(done, channel), name="typing")
        self._typing.add(typing)  # it may wait for a rate limit longer than what is done inside
        typing.add_done_callback(self._typing.discard)
        try:
            yield
        finally:
            done.set()


async def _type_until(done: asyncio.Event, channel: discord.abc.Messageable) -> None:
    pause = TYPING_AFTER_SECONDS
    try:
        while not await _is_set_within(done, pause):
            async with answered_within(ATTEMPT_SECONDS):
                await channel.typing()
            pause = TYPING_AGAIN_SECONDS
    except (discord.HTTPException, *LOST) as error:
        log.info("typing could not be shown (%s)", type(error).__name__)


async def _is_set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True


def _is_gone(error: discord.HTTPException) -> bool:
    """Whether the message replied to was deleted meanwhile."""
    return error.code == INVALID_FORM and "message_reference" in error.text
