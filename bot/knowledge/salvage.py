"""What the ids of a file that is not valid as a whole can still be checked by."""

from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.knowledge.schema import FileList

Model = TypeVar("Model", bound=BaseModel)


def salvage(model: type[BaseModel], value: Any) -> BaseModel | None:
    """The texts and lists of a file read as `model`, each in its place, with nothing validated.

    What is of another kind is left empty. None where the lists of the file are missing
    themselves, so that nobody can know what they were meant to hold.
    """
    if issubclass(model, FileList):
        if not isinstance(value, list):
            return None
        return model.model_construct(_pick(model.model_fields["root"].annotation, value))
    if not isinstance(value, dict):
        return None
    if not all(_holds_lists(value, name, field) for name, field in model.model_fields.items()):
        return None
    return _build(model, value)


def _holds_lists(value: dict[Any, Any], name: str, field: FieldInfo) -> bool:
    """Whether a part of a file is lists or mappings, or may be left out and is."""
    part = value.get(name)
    return isinstance(part, (list, dict)) or (part is None and not field.is_required())


def _build(model: type[Model], value: Any) -> Model:
    given = value if isinstance(value, dict) else {}
    parts = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in given or field.is_required():
            parts[key] = _pick(field.annotation, given.get(key))
    return model.model_construct(**parts)


def _pick(wanted: Any, value: Any) -> Any:
    """What `value` holds of the type `wanted`; the emptiest value of that where it holds none."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _pick(inner[0], value)
    if origin in {Union, UnionType} and NoneType in inner:
        return None if value is None else _pick(inner[0], value)
    if origin is list:
        return [_pick(inner[0], one) for one in value] if isinstance(value, list) else []
    if origin is dict:
        held = value.items() if isinstance(value, dict) else ()
        return {key: _pick(inner[1], one) for key, one in held if isinstance(key, str)}
    if isinstance(wanted, type) and issubclass(wanted, BaseModel):
        return _build(wanted, value)
    if wanted is str:
        return value if isinstance(value, str) else ""
    return None
