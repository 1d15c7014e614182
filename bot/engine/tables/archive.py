"""Arrays and texts in one run of bytes, without pickle: how an index is kept between starts.

The arrays that are read are views of these bytes, so that an index takes its memory once.
"""

import json
import math
import re
import zlib
from typing import Any, Final

import numpy as np

from bot.engine.tables.arrays import Array

FORMAT: Final = 15
"""Raised whenever the meaning of what is stored changes."""

_ALIGNMENT: Final = 16
"""Every array starts at a multiple of so many bytes, or reading it would cost a copy."""

_MAGIC: Final = b"career-bot arrays"
_CHECKSUM_BYTES: Final = 4
_LENGTH_BYTES: Final = 8
_PREFIX_BYTES: Final = len(_MAGIC) + _CHECKSUM_BYTES + _LENGTH_BYTES
_NUMERIC: Final = re.compile(r"[<>|][biuf][1248]")


class DamagedIndexError(ValueError):
    """Bytes that do not hold an index of this format."""


def _pad(size: int) -> int:
    """How many bytes are missing from `size` to the next place where an array may start."""
    return -size % _ALIGNMENT


def pack(texts: dict[str, Any], arrays: dict[str, Array]) -> bytes:
    """Put JSON-able `texts` and `arrays` into one run of bytes."""
    blocks = []
    places = {}
    offset = 0
    for name, array in arrays.items():
        block = np.ascontiguousarray(array).tobytes()
        places[name] = (array.dtype.str, array.shape, offset)
        blocks += [block, bytes(_pad(len(block)))]
        offset += len(block) + _pad(len(block))
    header = json.dumps([FORMAT, texts, places]).encode()
    header += b" " * _pad(_PREFIX_BYTES + len(header))
    body = b"".join([header, *blocks])
    rest = len(header).to_bytes(_LENGTH_BYTES, "big") + body
    return b"".join([_MAGIC, zlib.crc32(rest).to_bytes(_CHECKSUM_BYTES, "big"), rest])


def unpack(data: bytes | memoryview) -> tuple[dict[str, Any], dict[str, Array]]:
    """Return what `pack` was given; raise `DamagedIndexError` for bytes it did not write.

    The arrays cannot be written to. Those of bytes that start elsewhere than at a multiple of
    `_ALIGNMENT` in memory are copies.
    """
    data = memoryview(data)
    start = len(_MAGIC) + _CHECKSUM_BYTES
    checksum, body = int.from_bytes(data[len(_MAGIC) : start], "big"), data[_PREFIX_BYTES:]
    if bytes(data[: len(_MAGIC)]) != _MAGIC or zlib.crc32(data[start:]) != checksum:
        raise DamagedIndexError("these bytes do not hold an index")
    end = int.from_bytes(data[start:_PREFIX_BYTES], "big")
    try:
        version, *contents = json.loads(bytes(body[:end]))
        if version != FORMAT:
            raise DamagedIndexError(f"index format {version}, not {FORMAT}")
        texts, places = contents
        arrays = {
            name: _view(body[end:], kind, tuple(shape), offset)
            for name, (kind, shape, offset) in places.items()
        }
    except DamagedIndexError:
        raise
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedIndexError("these bytes do not hold an index") from error
    return texts, arrays


def _view(data: memoryview, kind: str, shape: tuple[int, ...], offset: int) -> Array:
    if not _NUMERIC.fullmatch(kind):
        raise DamagedIndexError(f"an index holds numbers, not {kind}")
    dtype = np.dtype(kind)
    count = math.prod(shape)
    if min(offset, *shape) < 0 or offset + count * dtype.itemsize > len(data):
        raise DamagedIndexError("an array lies beyond these bytes")
    if not count:
        return np.empty(shape, dtype=dtype)
    array = np.frombuffer(data, dtype=dtype, count=count, offset=offset).reshape(shape)
    return array if array.flags.aligned else array.copy()
