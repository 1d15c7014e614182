"""Arrays and texts in one run of bytes, without pickle: how an index is kept between starts."""

import io
import json
import zipfile
from typing import Any, Final

import numpy as np
import numpy.typing as npt

FORMAT: Final = 6
"""Raised whenever the meaning of what is stored changes."""


class DamagedIndexError(ValueError):
    """Bytes that do not hold an index of this format."""


def pack(texts: dict[str, Any], arrays: dict[str, npt.NDArray[Any]]) -> bytes:
    """Put JSON-able `texts` and `arrays` into one run of bytes."""
    buffer = io.BytesIO()
    header = np.frombuffer(json.dumps([FORMAT, texts]).encode(), dtype=np.uint8)
    np.savez(buffer, allow_pickle=False, texts=header, **arrays)
    return buffer.getvalue()


def unpack(data: bytes | memoryview) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """Return what `pack` was given; raise `DamagedIndexError` for bytes it did not write."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        version, texts = json.loads(arrays.pop("texts").tobytes())
    except (ValueError, KeyError, TypeError, EOFError, OSError, zipfile.BadZipFile) as error:
        raise DamagedIndexError("these bytes do not hold an index") from error
    if version != FORMAT:
        raise DamagedIndexError(f"index format {version}, not {FORMAT}")
    return texts, arrays
