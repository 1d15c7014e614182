"""Discord's rules for application commands."""

from __future__ import annotations

import unicodedata
from collections import Counter

from .errors import Complaints, Json, Path

CHAT_INPUT, USER_COMMAND, MESSAGE_COMMAND = 1, 2, 3
SUBCOMMAND, SUBCOMMAND_GROUP, STRING = 1, 2, 3
COMMANDS_OF_TYPE = {CHAT_INPUT: 100, USER_COMMAND: 15, MESSAGE_COMMAND: 15}
NAME = 32
DESCRIPTION = 100
OPTIONS = 25
CHOICES = 25
CHOICE_TEXT = 100
TOTAL_TEXT = 8_000

LOCALES = frozenset(
    {
        *("bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr"),
        *("hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro"),
        *("ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW"),
    }
)


def check_commands(commands: list[Json]) -> None:
    """Raise ApiError unless Discord would take all these commands at once."""
    complaints = Complaints()
    for index, command in enumerate(commands):
        _check_command(command, (index,), complaints)
    names = Counter((c.get("type", CHAT_INPUT), c.get("name")) for c in commands)
    for (_, name), count in names.items():
        if count > 1:
            complaints.add(
                (), "APPLICATION_COMMANDS_DUPLICATE_NAME", f"Command name is not unique: {name}"
            )
    for kind, most in COMMANDS_OF_TYPE.items():
        if sum(1 for c in commands if c.get("type", CHAT_INPUT) == kind) > most:
            complaints.add((), "APPLICATION_COMMAND_TOO_MANY", f"At most {most} of type {kind}")
    complaints.raise_if_any()


def check_command(command: Json) -> None:
    """Raise ApiError unless Discord would take this one command."""
    complaints = Complaints()
    _check_command(command, (), complaints)
    complaints.raise_if_any()


def _check_command(command: Json, path: Path, complaints: Complaints) -> None:
    kind = command.get("type", CHAT_INPUT)
    if kind not in COMMANDS_OF_TYPE:
        complaints.add((*path, "type"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}.")
        return
    names = {None: command.get("name"), **(command.get("name_localizations") or {})}
    if kind == CHAT_INPUT:
        _check_texts(command, path, complaints)
        _check_options(command.get("options") or [], path, complaints)
        size = _text_size(command)
        if size > TOTAL_TEXT:
            complaints.add(
                path,
                "APPLICATION_COMMAND_TOO_LARGE",
                f"Command exceeds maximum size of {TOTAL_TEXT} ({size})",
            )
    else:
        for locale, name in names.items():
            where = (*path, "name") if locale is None else (*path, "name_localizations", locale)
            complaints.length(where, name, 1, NAME)
        if command.get("description"):
            complaints.add(
                (*path, "description"),
                "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
                "Context menu commands cannot have description",
            )
    _check_locales(command, path, complaints)
    for key, allowed in (("contexts", {0, 1, 2}), ("integration_types", {0, 1})):
        if not set(command.get(key) or []) <= allowed:
            complaints.add((*path, key), "BASE_TYPE_CHOICES", f"Value must be one of {allowed}.")


def _check_texts(thing: Json, path: Path, complaints: Complaints) -> None:
    names = {None: thing.get("name"), **(thing.get("name_localizations") or {})}
    for locale, name in names.items():
        where = (*path, "name") if locale is None else (*path, "name_localizations", locale)
        complaints.length(where, name, 1, NAME)
        if isinstance(name, str) and not _is_name(name):
            complaints.add(
                where,
                "APPLICATION_COMMAND_INVALID_NAME",
                f'Command name "{name}" is invalid: letters, digits, - and _, in lower case',
            )
    texts = {None: thing.get("description"), **(thing.get("description_localizations") or {})}
    for locale, text in texts.items():
        where = (
            (*path, "description")
            if locale is None
            else (*path, "description_localizations", locale)
        )
        complaints.length(where, text, 1, DESCRIPTION)


def _is_name(name: str) -> bool:
    return name == name.lower() and all(_is_name_character(c) for c in name)


def _is_name_character(character: str) -> bool:
    """What `[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]` matches."""
    if character in "-_'" or unicodedata.category(character)[0] in "LN":
        return True
    return unicodedata.name(character, "").startswith(("DEVANAGARI", "THAI"))


def _check_locales(thing: Json, path: Path, complaints: Complaints) -> None:
    for key in ("name_localizations", "description_localizations"):
        for locale in set(thing.get(key) or {}) - LOCALES:
            complaints.add((*path, key, locale), "BASE_TYPE_CHOICES", "This locale is unknown")


def _check_options(options: list[Json], path: Path, complaints: Complaints) -> None:
    if len(options) > OPTIONS:
        complaints.add(
            (*path, "options"), "BASE_TYPE_MAX_LENGTH", f"Must be {OPTIONS} or fewer in length."
        )
    optional_before = False
    for index, option in enumerate(options):
        where = (*path, "options", index)
        _check_texts(option, where, complaints)
        _check_locales(option, where, complaints)
        if option.get("type") in (SUBCOMMAND, SUBCOMMAND_GROUP):
            _check_options(option.get("options") or [], where, complaints)
        else:
            _check_choices(option, where, complaints)
        if option.get("required") and optional_before:
            complaints.add(
                where,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_before = optional_before or not option.get("required")
    names = Counter(option.get("name") for option in options)
    for name in (n for n, count in names.items() if count > 1):
        complaints.add(
            (*path, "options"),
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
            f"Option name already exists: {name}",
        )


def _check_choices(option: Json, path: Path, complaints: Complaints) -> None:
    choices = option.get("choices") or []
    if len(choices) > CHOICES:
        complaints.add(
            (*path, "choices"), "BASE_TYPE_MAX_LENGTH", f"Must be {CHOICES} or fewer in length."
        )
    if choices and option.get("autocomplete"):
        complaints.add(
            path,
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
            "Autocomplete and choices cannot both be set",
        )
    for index, choice in enumerate(choices):
        where = (*path, "choices", index)
        complaints.length((*where, "name"), choice.get("name"), 1, CHOICE_TEXT)
        for locale, name in (choice.get("name_localizations") or {}).items():
            complaints.length((*where, "name_localizations", locale), name, 1, CHOICE_TEXT)
        if option.get("type") == STRING:
            complaints.length((*where, "value"), choice.get("value"), 1, CHOICE_TEXT)


def _text_size(thing: Json) -> int:
    """The command's names, descriptions and choice values, the longest localisation of each."""
    names = [thing.get("name") or "", *(thing.get("name_localizations") or {}).values()]
    texts = [
        thing.get("description") or "",
        *(thing.get("description_localizations") or {}).values(),
    ]
    size = max(map(len, names)) + max(map(len, texts))
    for choice in thing.get("choices") or []:
        shown = [choice.get("name") or "", *(choice.get("name_localizations") or {}).values()]
        size += max(map(len, shown)) + len(str(choice.get("value")))
    return size + sum(_text_size(option) for option in thing.get("options") or [])
