"""The log: one line per event on standard error, never with message text or the token."""

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from typing import Final

import discord

from bot.attempts import ALREADY_ACKNOWLEDGED, LOST

log = logging.getLogger(__name__)

FORMAT: Final = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
REDACTED: Final = "[redacted]"
_SHORTEST_SECRET_WORD: Final = 3
_STACK: Final = ("Traceback (most recent call last):", '  File "')
"""How the parts of a traceback begin that name code alone."""


class _SecretFilter(logging.Filter):
    """Takes a secret out of every record, its traceback included."""

    def __init__(self, secret: str) -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if self._secret in message:
            record.msg, record.args = message.replace(self._secret, REDACTED), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text and self._secret in record.exc_text:
            record.exc_text = record.exc_text.replace(self._secret, REDACTED)
        return True


def _is_unexpected(record: logging.LogRecord) -> bool:
    """Whether a record of the library's command tree is more than choices that nobody saw.

    Those come too late or get lost while people type on a slow line, and the next letter asks anew.
    """
    error = record.exc_info[1] if record.exc_info else None
    answered = isinstance(error, discord.HTTPException) and error.code == ALREADY_ACKNOWLEDGED
    if not answered and not isinstance(error, (discord.NotFound, *LOST)):
        return True
    log.info("choices for what is being typed did not arrive (%s)", type(error).__name__)
    return False


def configure_logging(level: str, *, secret: str) -> None:
    """Send the log to standard error; `secret` never appears in it.

    The Discord library stays at INFO at least: below, it logs what people write.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    handler.addFilter(_SecretFilter(secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in ("discord", "aiohttp", "asyncio"):
        logger = logging.getLogger(library)
        logger.setLevel(max(logging.INFO, logging.getLogger().level))
    logging.getLogger("discord.app_commands.tree").addFilter(_is_unexpected)


def format_error(error: BaseException, secrets: Iterable[str]) -> str:
    """The traceback of `error`, what the error itself says without the words of `secrets`."""
    secrets = list(secrets)
    parts = traceback.format_exception(error)
    return "".join(p if p.startswith(_STACK) else redact(p, secrets) for p in parts).rstrip()


def redact(text: str, secrets: Iterable[str]) -> str:
    """`text` without the given texts and without the words they consist of."""
    for secret in secrets:
        words = [word for word in re.findall(r"\w+", secret) if len(word) >= _SHORTEST_SECRET_WORD]
        for part in sorted({secret, *words} - {""}, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", REDACTED, text, flags=re.IGNORECASE)
    return text
