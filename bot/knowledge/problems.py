"""Problems in a knowledge folder, worded for the keeper who mends them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import ValidationError

from bot.knowledge.documents import spell

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, where, and how to mend it."""

    file: str
    path: Path = ()
    """Keys and indices from the top of the file to the value at fault."""
    item: str = ""
    """The entry (or figure, skill, ...) at fault, by id where it has one."""
    what: str
    line: int | None = None
    """The line from 1 where it is already known; found from `path` otherwise."""

    @property
    def field(self) -> str:
        """The field at fault, as it stands in the file."""
        return ".".join(str(key) for key in self.path if isinstance(key, str))


def describe_validation_error(
    file: str, value: Any, error: ValidationError, nodes: yaml.Node | None
) -> Iterator[Problem]:
    """One problem for each fault pydantic found in the `value` of a file.

    `nodes` are the file's, which know how each value is written.
    """
    for fault in error.errors(include_url=False):
        path = _find_existing_path(value, fault["loc"])
        context = fault.get("ctx", {})
        what = _word_fault(
            fault["type"], fault["msg"], fault.get("input"), context, spell(nodes, path)
        )
        missing = str(fault["loc"][-1]) if fault["type"] == "missing" else ""
        yield Problem(
            file=file,
            path=(*path, missing) if missing else path,
            item=name_item(value, path),
            what=what,
        )


def name_item(value: Any, path: Sequence[str | int]) -> str:
    """The innermost list item on the way to `path` by its id, or the outermost by its place."""
    name = ""
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return name
        if isinstance(key, int) and isinstance(value, dict):
            identifier = value.get("id")
            name = identifier if isinstance(identifier, str) else name or f"item {key + 1}"
    return name


def _find_existing_path(value: Any, location: Sequence[str | int]) -> Path:
    """`location` without what pydantic adds to it (names of union members, of keys)."""
    path: list[str | int] = []
    for key in location:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            continue
        path.append(key)
    return tuple(path)


def _word_fault(kind: str, message: str, value: Any, context: dict[str, Any], written: str) -> str:
    if kind == "missing":
        return "is missing; add it"
    if kind == "extra_forbidden":
        return "is not a known field; check its spelling or remove it"
    if kind == "string_type" and isinstance(value, (bool, int, float, dt.date)):
        return f"put quotes around {written or value} (without them YAML reads no text)"
    if kind == "string_type" and value is None:
        return "is empty; write some text"
    if kind == "string_type" and isinstance(value, dict):
        return "must be text; put quotes around it, or YAML reads key: value at its colon"
    if kind == "string_type":
        return "must be text; check the indentation and the quotes"
    if kind == "string_too_long":
        longest = context.get("max_length")
        return f"is {len(str(value).strip())} characters long; shorten it to {longest}"
    if kind == "string_too_short":
        return "is empty; write some text"
    if kind == "string_pattern_mismatch" and context.get("pattern", "").startswith("^[a-z0-9]"):
        return f"{value!r} is not lower-case words joined by hyphens; rename it, as in 'my-entry'"
    if kind in {"list_type", "dict_type", "model_type", "model_attributes_type"}:
        wanted = (
            "a list (lines that start with '- ')" if kind == "list_type" else "key: value lines"
        )
        return f"must be {wanted}, not {_name_type(value)}"
    if kind == "too_long":
        most = context.get("max_length")
        return f"holds {context.get('actual_length')} items; keep at most {most}"
    return f"{message.removeprefix('Value error, ')} (found {_shorten(value)})"


def _name_type(value: Any) -> str:
    names = {type(None): "nothing", str: "text", dict: "key: value lines", list: "a list"}
    return names.get(type(value), f"{value!r}")


def _shorten(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
