"""Problems in a knowledge folder, worded for the keeper who mends them."""

import datetime as dt
import reprlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml
from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from bot.knowledge.documents import find_key, spell
from bot.knowledge.known_fields import list_known_fields

Path = tuple[str | int, ...]

_KEY: Final = ("[key]",)
"""How pydantic ends the place of a fault in the key of a mapping."""

_WANTED: Final = {
    "bool_type": "true or false",
    "int_type": "a number without quotes, commas or a unit",
    "float_type": "a number without quotes, commas or a unit",
    "greater_than": "more than 0",
}
"""What is wanted, by the kind of a fault."""

_ALTERNATIVE_KINDS: Final = frozenset({"int_type", "float_type"})
"""Kinds of fault that one value has at once."""

_NEARLY: Final = 75
"""How alike (0..100) a name must be to a known one to be meant for it."""

_BRIEF: Final = reprlib.Repr()
_BRIEF.maxstring = _BRIEF.maxother = 60
_BRIEF.maxlevel = 1


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
    file: str,
    value: Any,
    error: ValidationError,
    nodes: yaml.Node | None,
    model: type[BaseModel],
) -> Iterator[Problem]:
    """One problem for each fault pydantic found in the `value` of a file, read as `model`.

    `nodes` are the file's, which know how each value is written.
    """
    alternatives: set[Path] = set()
    for fault in error.errors(include_url=False):
        location = fault["loc"]
        path = _find_existing_path(value, location)
        if fault["type"] in _ALTERNATIVE_KINDS:  # once, however many kinds of number would do
            if path in alternatives:
                continue
            alternatives.add(path)
        line = None
        missing = str(location[-1]) if fault["type"] == "missing" else ""
        if location[-1:] == _KEY:
            path = _find_existing_path(value, location[:-2])
            line, written = _find_written(nodes, value, path, fault["input"])
            what = _word_key(written)
        elif fault["type"] == "invalid_key":
            path = _find_existing_path(value, location[:-1])
            line, written = _find_written(nodes, value, path, fault["input"])
            field = _suggest_field(written, list_known_fields(model, path))
            what = f"{written} is not a known field; {field}"
        else:
            unknown = fault["type"] == "extra_forbidden"
            what = _word_fault(
                fault["type"],
                fault["msg"],
                fault.get("input"),
                fault.get("ctx", {}),
                written=spell(nodes, path),
                name=str(path[-1]) if path else "",
                known=list_known_fields(model, path[:-1] if unknown else path),
            )
        yield Problem(
            file=file,
            path=(*path, missing) if missing else path,
            item=name_item(value, path),
            what=what,
            line=line,
        )


def name_item(value: Any, path: Sequence[str | int]) -> str:
    """The innermost list item on the way to `path` by its id, or the outermost by its place."""
    name = ""
    for key in path:
        listed = isinstance(value, list)
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return name
        if listed and isinstance(key, int) and isinstance(value, dict):
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


def _find_written(
    nodes: yaml.Node | None, value: Any, path: Path, key: Any
) -> tuple[int | None, str]:
    """The line of a key of the mapping at `path`, and how it is written there."""
    for step in path:
        value = value[step]
    known = [id(one) for one in value]
    place = known.index(id(key)) if id(key) in known else list(value).index(key)
    return find_key(nodes, path, place) or (None, _shorten(key))


def _word_key(written: str) -> str:
    if not written:
        return "a key is empty; write a word before the colon"
    return f"put quotes around the key {written} (without them YAML reads no text)"


def _word_fault(
    kind: str,
    message: str,
    value: Any,
    context: dict[str, Any],
    *,
    written: str,
    name: str,
    known: Sequence[str],
) -> str:
    if kind == "missing":
        return "is missing; add it"
    if kind == "extra_forbidden":
        return f"is not a known field; {_suggest_field(name, known)}"
    if kind.startswith("string_"):
        return _word_text_fault(kind, value, context, written)
    if kind in {"list_type", "dict_type", "model_type", "model_attributes_type"}:
        wanted = "a list (lines that start with '- ', or [one, two])"
        if kind != "list_type":
            wanted = f"key: value lines ({', '.join(known)})" if known else "key: value lines"
        return f"must be {wanted}, not {_name_type(value)}"
    if kind == "too_long":
        most = context.get("max_length")
        return f"holds {context.get('actual_length')} items; keep at most {most}"
    if kind == "too_short":
        least = context.get("min_length")
        return f"holds {context.get('actual_length')} items; it needs at least {least}"
    if kind == "literal_error":
        return f"must be {context.get('expected')}, not {_shorten(value)}"
    if kind.startswith("date_"):
        return f"must be a date such as 2024-05-31, without quotes, not {_shorten(value)}"
    if kind in _WANTED:
        return f"must be {_WANTED[kind]}, not {_shorten(value)}"
    return f"{message.removeprefix('Value error, ')} (found {_shorten(value)})"


def _word_text_fault(kind: str, value: Any, context: dict[str, Any], written: str) -> str:
    if kind == "string_type" and isinstance(value, (bool, int, float, dt.date)):
        return f"put quotes around {written or value} (without them YAML reads no text)"
    if kind == "string_too_short" or value is None:
        return "is empty; write some text"
    if kind == "string_type" and isinstance(value, dict):
        return "must be text; put quotes around it, or YAML reads key: value at its colon"
    if kind == "string_too_long":
        longest = context.get("max_length")
        return f"is {len(str(value).strip())} characters long; shorten it to {longest}"
    if kind == "string_pattern_mismatch" and context.get("pattern", "").startswith("^[a-z0-9]"):
        return f"{value!r} is not lower-case words joined by hyphens; rename it, as in 'my-entry'"
    if kind == "string_pattern_mismatch":
        return f"must be a code of three capitals such as USD, not {_shorten(value)}"
    return "must be text; check the indentation and the quotes"


def _suggest_field(name: str, known: Sequence[str]) -> str:
    """Which known field may be meant by `name`, or which there are."""
    meant = process.extractOne(name.lower(), known, scorer=fuzz.ratio, score_cutoff=_NEARLY)
    if meant is not None:
        return f"did you mean {meant[0]}?"
    if not known:
        return "check its spelling or remove it"
    return f"known are {', '.join(known)}"


def _name_type(value: Any) -> str:
    names = {type(None): "nothing", str: "text", dict: "key: value lines", list: "a list"}
    return names.get(type(value), _shorten(value))


def _shorten(value: Any) -> str:
    """A value as Python writes it, cut short; never all of it, as aliases make it endless."""
    return _BRIEF.repr(value)
