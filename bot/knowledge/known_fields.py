"""Which fields a format knows at a place in a file."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

Schema = Mapping[str, Any]


def list_known_fields(model: type[BaseModel], path: Iterable[str | int]) -> list[str]:
    """The fields of what belongs at `path` in a file read as `model`; none where that has none."""
    whole = _build_schema(model)
    current = _resolve(whole, whole)
    for key in path:
        current = _resolve(_enter(current, key), whole)
    return list(current.get("properties", ()))


@cache
def _build_schema(model: type[BaseModel]) -> Schema:
    """Built once, as each of a file's many faults may ask for it."""
    return model.model_json_schema()


def _enter(schema: Schema, key: str | int) -> Schema:
    below = schema.get("items") if isinstance(key, int) else schema.get("properties", {}).get(key)
    found = below or schema.get("additionalProperties")
    return found if isinstance(found, Mapping) else {}


def _resolve(schema: Schema, whole: Schema) -> Schema:
    """What a reference stands for, and the first of several choices."""
    while True:
        if "$ref" in schema:
            schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema:
            schema = schema["anyOf"][0]
        else:
            return schema
