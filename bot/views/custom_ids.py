"""What buttons and selects carry: `prefix:action:arguments`, stable for ever.

Messages outlive the process and the knowledge they were made from, so the meaning travels in the
custom_id: action names and entry ids, never positions or text.
"""

from typing import Final

from bot.render import CUSTOM_ID_LIMIT

BUTTON: Final = "b1"
SELECT: Final = "s1"
"""The digit is the version of the scheme: a later scheme takes another."""


def write_custom_id(prefix: str, action: str, *arguments: object) -> str:
    """A custom_id; raises ValueError when it would be too long or could not be read back."""
    parts = [prefix, action, *(str(argument) for argument in arguments)]
    custom_id = ":".join(parts)
    if len(custom_id) > CUSTOM_ID_LIMIT:
        raise ValueError(f"a custom_id of {len(custom_id)} characters is too long: {custom_id}")
    if custom_id.count(":") != len(parts) - 1:
        raise ValueError(f"a part of a custom_id holds a colon: {parts}")
    return custom_id


def read_custom_id(custom_id: str) -> tuple[str, tuple[str, ...]]:
    """The action and its arguments."""
    _, action, *arguments = custom_id.split(":")
    return action, tuple(arguments)
