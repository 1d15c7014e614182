"""What changed between two evaluations of the same questions, entry by entry and row by row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.errors import CareerBotError

Row = Mapping[str, Any]
"""A row as `career-bot eval --json` writes it."""


class UnreadableReportError(CareerBotError):
    """A file that `career-bot eval --json` did not write."""


class RowModel(BaseModel):
    """What a comparison reads of a row."""

    model_config = ConfigDict(strict=True)

    turns: list[str]
    mode: str
    kind: str
    expects: list[str]
    outcome: str
    entries: list[str]
    verdict: str
    right: bool


class ReportModel(BaseModel):
    """What a comparison reads of a report."""

    model_config = ConfigDict(strict=True)

    rows: list[RowModel]


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose reply is not what it was."""

    old: Row
    new: Row

    @property
    def better(self) -> bool:
        """Whether it became right."""
        return bool(self.new["right"] and not self.old["right"])

    @property
    def worse(self) -> bool:
        """Whether it stopped being right."""
        return bool(self.old["right"] and not self.new["right"])


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every change, and the rows that only one of the evaluations has."""

    changes: tuple[Change, ...]
    added: tuple[Row, ...]
    removed: tuple[Row, ...]


def read_rows(report: Any) -> list[Row]:
    """The rows of a report; raises UnreadableReportError when it holds none."""
    try:
        ReportModel.model_validate(report)
    except ValidationError as error:
        raise UnreadableReportError(
            "it is not a report that `career-bot eval --json` wrote"
        ) from error
    return list(report["rows"])


def compare(old: Sequence[Row], new: Sequence[Row]) -> Comparison:
    """What changed from `old` to `new`; rows are the same when mode and turns are."""
    before, after = _key_rows(old), _key_rows(new)
    changes = [
        Change(before[key], row)
        for key, row in after.items()
        if key in before and _differs(before[key], row)
    ]
    return Comparison(
        changes=tuple(changes),
        added=tuple(row for key, row in after.items() if key not in before),
        removed=tuple(row for key, row in before.items() if key not in after),
    )


def group_by_entry(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes under the first entry each question expects; those with the most come first."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        expects = change.new["expects"]
        groups.setdefault(expects[0] if expects else "(no entry)", []).append(change)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def _differs(old: Row, new: Row) -> bool:
    return (old["verdict"], old["right"], sorted(old["entries"])) != (
        new["verdict"],
        new["right"],
        sorted(new["entries"]),
    )


def _key_rows(rows: Iterable[Row]) -> dict[tuple[Any, ...], Row]:
    """The rows by what was asked; the same question asked again gets a number of its own."""
    keyed: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        key = (row["mode"], *row["turns"])
        again = 0
        while (*key, again) in keyed:
            again += 1
        keyed[*key, again] = row
    return keyed
