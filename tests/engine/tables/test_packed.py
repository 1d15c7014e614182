"""Texts and names kept as bytes: nothing is lost, and only what is there is found."""

import pytest

from bot.engine.tables.packed import NameTable, PackedTexts

LISTS = [["How do I prune roses?", "two\nlines", ""], [], ["écrire, 書く"]]
NAMES = ["rose", "prune rose", "éclair", "書"]


def test_texts_come_back_as_they_were() -> None:
    packed = PackedTexts.pack(LISTS)

    assert [packed[number] for number in range(len(LISTS))] == LISTS


def test_names_are_found_by_their_number() -> None:
    table = NameTable.pack(NAMES)

    assert len(table) == len(NAMES)
    assert list(table) == NAMES
    assert [table.find(name) for name in NAMES] == [0, 1, 2, 3]
    assert table.find_all([*reversed(NAMES), "tulip"]).tolist() == [3, 2, 1, 0, -1]


@pytest.mark.parametrize("names", [NAMES, []], ids=["some", "none"])
def test_other_names_are_not_found(names: list[str]) -> None:
    table = NameTable.pack(names)

    assert table.find("tulip") is None
    assert "tulip" not in table
    assert table.find_all(["tulip", ""]).tolist() == [-1, -1]
    assert table.find_all([]).tolist() == []
