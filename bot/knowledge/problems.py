"""Problems in a knowledge folder, worded for the keeper who mends them."""

import datetime as dt
import re
import reprlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml
from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from bot.knowledge.known_fields import list_known_fields
from bot.knowledge.nodes import find_key, spell, spell_before
from bot.plurals import count

Path = tuple[str | int, ...]

_KEY: Final = ("[key]",)
"""How pydantic ends the place of a fault in the key of a mapping."""

_WANTED: Final = {
    "bool_type": "true or false",
    "int_type": "a number of nothing but digits and a point, such as 12000 or 12.5",
    "float_type": "a number of nothing but digits and a point, such as 12000 or 12.5",
    "greater_than": "more than 0",
}
"""What is wanted, by the kind of a fault."""

_ALTERNATIVE_KINDS: Final = frozenset({"int_type", "float_type"})
"""Kinds of fault that one value has at once."""

_NEARLY: Final = 75
"""How alike (0..100) a name must be to a known one to be meant for it."""

_THOUSAND: Final = 3
"""Digits behind a comma that make thousands of a number, where fewer make decimals."""

_LETTERS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae"})
"""How letters are written in an id where leaving out the accent is not how it is done."""

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
            what = _word_key(fault["type"], fault["input"], fault.get("ctx", {}), written)
        elif fault["type"] == "invalid_key":
            path = _find_existing_path(value, location[:-1])
            line, written = _find_written(nodes, value, path, fault["input"])
            what = f"{written} is not a known field; {_suggest_field(written, nodes, path, model)}"
        elif fault["type"] == "extra_forbidden":
            field = _suggest_field(str(path[-1]), nodes, path[:-1], model)
            what = f"is not a known field; {field}"
        else:
            what = _word_fault(
                fault["type"],
                fault["msg"],
                fault.get("input"),
                fault.get("ctx", {}),
                written=spell(nodes, path),
                known=list_known_fields(model, path),
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
        if listed and isinstance(key, int):
            identifier = value.get("id") if isinstance(value, dict) else None
            name = identifier if isinstance(identifier, str) else name or f"item {key + 1}"
    return name


def find_item(value: Any, identifier: str) -> Path | None:
    """Where in the `value` of a file the first item of an id stands, if any does."""
    if isinstance(value, dict) and value.get("id") == identifier:
        return ()
    inner: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, (dict, list)):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        if (place := find_item(one, identifier)) is not None:
            return (key, *place)
    return None


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
    return find_key(nodes, path, place) or (None, shorten(key))


def _word_key(kind: str, key: Any, context: dict[str, Any], written: str) -> str:
    if not written.strip():
        return "a key is empty; write a word before the colon"
    if isinstance(key, str):
        return f"the key {_word_text_fault(kind, key, context, written)}"
    return f"put quotes around the key {written} (without them YAML reads no text)"


def _word_fault(
    kind: str,
    message: str,
    value: Any,
    context: dict[str, Any],
    *,
    written: str,
    known: Sequence[str],
) -> str:
    if kind == "missing":
        return "is missing; add it"
    if kind.startswith("string_"):
        return _word_text_fault(kind, value, context, written)
    if kind in {"list_type", "dict_type", "model_type", "model_attributes_type"}:
        wanted = "a list (lines that start with '- ', or [one, two])"
        if kind != "list_type":
            wanted = f"key: value lines ({', '.join(known)})" if known else "key: value lines"
        return f"must be {wanted}, not {_name_value(value, written)}"
    if kind == "too_long":
        held = count(context["actual_length"], "item")
        return f"holds {held}; keep at most {context['max_length']}"
    if kind == "too_short":
        held = count(context["actual_length"], "item")
        return f"holds {held}; it needs at least {context['min_length']}"
    shown = _name_value(value, written, quoted=True)
    if kind == "literal_error":
        return f"must be {context.get('expected')}, not {shown}"
    if kind.startswith("date_"):
        return f"must be a date such as 2024-05-31, without quotes, not {shown}"
    if kind in _WANTED:
        return f"must be {_WANTED[kind]}, not {shown}"
    what = message.removeprefix("Value error, ")
    tells = value.isprintable() if isinstance(value, str) else not isinstance(value, (dict, list))
    return f"{what} (found {shown})" if tells else what


def _word_text_fault(kind: str, value: Any, context: dict[str, Any], written: str) -> str:
    if kind == "string_type" and isinstance(value, (bool, int, float, dt.date)):
        shown = shorten(written, quoted=False) if written else shorten(value)
        return f"put quotes around {shown} (without them YAML reads no text)"
    if kind == "string_too_short" or value is None:
        return "is empty; write some text"
    if kind == "string_type" and isinstance(value, dict):
        return "must be text; put quotes around it, or YAML reads key: value at its colon"
    if kind == "string_too_long":
        longest = context.get("max_length")
        return f"is {len(str(value).strip())} characters long; shorten it to {longest}"
    if kind == "string_pattern_mismatch" and context.get("pattern", "").startswith("^[a-z0-9]"):
        return (
            f"{shorten(value)} is not lower-case words of a-z and 0-9 joined by hyphens; "
            f"rename it, as in {_suggest_id(value)!r}"
        )
    if kind == "string_pattern_mismatch":
        return f"must be a code of three capitals such as USD, not {shorten(value)}"
    return "must be text; check the indentation and the quotes"


def _suggest_field(name: str, nodes: yaml.Node | None, path: Path, model: type[BaseModel]) -> str:
    """What may be meant by the unknown field `name` of what stands at `path`."""
    before = spell_before(nodes, path, name)
    if name.isdecimal() and before.isdecimal():  # as in {value: 12,50}
        number = f"{before}{'' if len(name) == _THOUSAND else '.'}{name}"
        return f"write {number} for the number {before},{name}"
    known = list_known_fields(model, path)
    meant = process.extractOne(name.lower(), known, scorer=fuzz.ratio, score_cutoff=_NEARLY)
    if meant is not None:
        return f"did you mean {meant[0]}?"
    if not known:
        return "check its spelling or remove it"
    return f"known are {', '.join(known)}"


def _suggest_id(text: str) -> str:
    """An id in the place of `text`: "Öffnungszeiten (neu)" as "oeffnungszeiten-neu"."""
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(c for c in spelled if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "my-entry"


def _name_value(value: Any, written: str, *, quoted: bool = False) -> str:
    """What stands in the place of something else, as its keeper would call it."""
    names = {type(None): "nothing", dict: "key: value lines", list: "a list"}
    if isinstance(value, str) and not quoted:
        return "text"
    if isinstance(value, str) or (not written and type(value) not in names):
        return shorten(value)
    return names.get(type(value)) or shorten(written, quoted=False)


def shorten(value: Any, *, quoted: bool = True) -> str:
    """A value as Python writes it, cut short; never all of it, as aliases make it endless."""
    brief = _BRIEF.repr(value)
    return brief if quoted else brief[1:-1]
