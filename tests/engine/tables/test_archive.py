"""How an index is kept: texts and arrays in one run of bytes."""

import json
import zlib

import numpy as np
import numpy.typing as npt
import pytest

from bot.engine.tables.archive import DamagedIndexError, pack, unpack

TEXTS = {"words": ["spade", "rake"], "threshold": 0.25}
ARRAYS: dict[str, npt.NDArray[np.generic]] = {
    "bytes": np.asarray([1, 2, 3], dtype=np.int8),
    "table": np.arange(6, dtype=np.float32).reshape(2, 3),
    "nothing": np.empty((0, 4), dtype=np.int64),
    "claims": np.asarray([True, False]),
}


def assert_same(arrays: dict[str, npt.NDArray[np.generic]]) -> None:
    assert arrays.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert arrays[name].dtype == array.dtype
        assert arrays[name].shape == array.shape
        assert arrays[name].tolist() == array.tolist()


def test_what_was_packed_comes_back() -> None:
    texts, arrays = unpack(pack(TEXTS, ARRAYS))

    assert texts == TEXTS
    assert_same(arrays)


def test_arrays_are_read_in_place() -> None:
    data = pack(TEXTS, ARRAYS)
    _, arrays = unpack(data)
    held = np.frombuffer(data, dtype=np.uint8)

    assert np.shares_memory(arrays["table"], held)
    assert not arrays["table"].flags.writeable


def test_bytes_that_start_anywhere_are_read_as_well() -> None:
    data = pack(TEXTS, ARRAYS)
    for shift in range(1, 17):
        _, arrays = unpack(memoryview(bytes(shift) + data)[shift:])
        assert_same(arrays)
        assert arrays["table"].flags.aligned


def test_any_changed_byte_is_noticed() -> None:
    data = pack(TEXTS, ARRAYS)
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1
        with pytest.raises(DamagedIndexError):
            unpack(bytes(changed))


@pytest.mark.parametrize("length", [0, 1, 20, 40])
def test_bytes_cut_short_are_noticed(length: int) -> None:
    with pytest.raises(DamagedIndexError):
        unpack(pack(TEXTS, ARRAYS)[:length])


def forge(places: object, *, texts: object = None) -> bytes:
    """Bytes of the right form and checksum, whatever their header says."""
    version = json.loads(pack({}, {})[29:])[0]
    header = json.dumps([version, texts, places]).encode()
    rest = len(header).to_bytes(8, "big") + header + bytes(64)
    return pack({}, {})[:17] + zlib.crc32(rest).to_bytes(4, "big") + rest


def test_forged_bytes_are_read_where_their_header_is_right() -> None:
    _, arrays = unpack(forge({"a": ["<i4", [2], 0]}))

    assert arrays["a"].tolist() == [0, 0]


@pytest.mark.parametrize(
    "place",
    [
        ["<i4", [2], 10**30],
        ["<i4", [2], 60],
        ["<i4", [2], -8],
        ["<i4", [10**30], 0],
        ["<i4", [2**40, 2**40, 0], 0],
        ["<i4", [-2], 0],
        ["<i4", 2, 0],
        ["i4,i4,(", [2], 0],
        [[["a", "<i4"]], [2], 0],
        ["<O8", [2], 0],
        ["<i4"],
    ],
    ids=str,
)
def test_a_header_that_points_nowhere_is_noticed(place: list[object]) -> None:
    with pytest.raises(DamagedIndexError):
        unpack(forge({"a": place}))


def test_a_header_nested_without_end_is_noticed() -> None:
    data = pack({}, {})
    rest = (200_000).to_bytes(8, "big") + b"[" * 200_000

    with pytest.raises(DamagedIndexError):
        unpack(data[:17] + zlib.crc32(rest).to_bytes(4, "big") + rest)
