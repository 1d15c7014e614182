"""The log: one line per event on standard error, never with message text or the token."""

import logging
import re
import sys
from collections.abc import Iterable
from typing import Final

FORMAT: Final = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
REDACTED: Final = "[redacted]"
_SHORTEST_SECRET_WORD: Final = 3


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


def redact(text: str, secrets: Iterable[str]) -> str:
    """`text` without the given texts and without the words they consist of."""
    for secret in secrets:
        words = [word for word in re.findall(r"\w+", secret) if len(word) >= _SHORTEST_SECRET_WORD]
        for part in sorted({secret, *words} - {""}, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", REDACTED, text, flags=re.IGNORECASE)
    return text
