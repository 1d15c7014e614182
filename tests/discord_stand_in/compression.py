"""The gateway's transport compression: one stream per socket, flushed after each payload."""

from __future__ import annotations

import zlib
from typing import Any, Protocol


class Compressor(Protocol):
    def pack(self, text: str) -> str | bytes: ...


class _Plain:
    def pack(self, text: str) -> str | bytes:
        return text


class _ZlibStream:
    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def pack(self, text: str) -> str | bytes:
        return self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class _ZstdStream:
    """For a client whose Python has a zstd library; it needs the same library here."""

    def __init__(self) -> None:
        try:
            from compression import zstd  # type: ignore[import-not-found] # Python 3.14

            self._stream: Any = zstd.ZstdCompressor()
            self._flush: Any = zstd.ZstdCompressor.FLUSH_BLOCK
        except ImportError:
            import zstandard  # type: ignore[import-not-found]

            self._stream = zstandard.ZstdCompressor().compressobj()
            self._flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK

    def pack(self, text: str) -> str | bytes:
        packed: bytes = self._stream.compress(text.encode()) + self._stream.flush(self._flush)
        return packed


def make_compressor(wanted: str | None) -> Compressor:
    """The compressor for the `compress` a client asked for in the gateway's address."""
    if wanted == "zlib-stream":
        return _ZlibStream()
    return _ZstdStream() if wanted == "zstd-stream" else _Plain()
