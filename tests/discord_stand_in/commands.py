"""The application commands the bot registered, globally and for single guilds."""

from __future__ import annotations

from typing import Any

from .command_limits import CHAT_INPUT, SUBCOMMAND, SUBCOMMAND_GROUP, check_command, check_commands
from .errors import Json, unknown
from .model import Guild
from .world import World

Value = Any


class Commands:
    """Registered commands; `syncs` counts how often the whole list was written."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.syncs = 0
        self._scopes: dict[int | None, list[Json]] = {}

    def registered(self, guild_id: int | None = None) -> list[Json]:
        return self._scopes.setdefault(guild_id, [])

    @property
    def names(self) -> list[str]:
        """The names of all global commands, in order."""
        return [command["name"] for command in self.registered()]

    def replace_all(self, commands: list[Json], guild_id: int | None) -> list[Json]:
        check_commands(commands)
        old = {(c["name"], c["type"]): c["id"] for c in self.registered(guild_id)}
        self._scopes[guild_id] = [
            self._stored(c, guild_id, old.get((c["name"], c.get("type", CHAT_INPUT))))
            for c in commands
        ]
        self.syncs += 1
        self.world.changes.ring()
        return self._scopes[guild_id]

    def upsert(self, command: Json, guild_id: int | None) -> Json:
        check_command(command)
        scope = self.registered(guild_id)
        key = (command["name"], command.get("type", CHAT_INPUT))
        old = next((c for c in scope if (c["name"], c["type"]) == key), None)
        stored = self._stored(command, guild_id, old["id"] if old else None)
        if old is not None:
            scope.remove(old)
        scope.append(stored)
        self.world.changes.ring()
        return stored

    def by_id(self, command_id: str, guild_id: int | None) -> Json:
        for command in self.registered(guild_id):
            if command["id"] == command_id:
                return command
        raise unknown("application command")

    def change(self, command_id: str, body: Json, guild_id: int | None) -> Json:
        command = self.by_id(command_id, guild_id)
        check_command(command | body)
        command |= body
        self.world.changes.ring()
        return command

    def remove(self, command_id: str, guild_id: int | None) -> None:
        self.registered(guild_id).remove(self.by_id(command_id, guild_id))
        self.world.changes.ring()

    def find(self, name: str, kind: int, guild: Guild | None) -> Json:
        """The command a person sees under this name. Raises AssertionError without one."""
        scopes = [self.registered(guild.id) if guild else [], self.registered()]
        for command in (c for scope in scopes for c in scope):
            if command["name"] == name and command["type"] == kind:
                return command
        known = [c["name"] for c in self.registered()]
        raise AssertionError(f"there is no command {name!r} of type {kind}, only {known}")

    def _stored(self, command: Json, guild_id: int | None, command_id: str | None) -> Json:
        defaults: Json = {
            "id": command_id or str(self.world.ids.next()),
            "application_id": str(self.world.bot.id),
            "version": str(self.world.ids.next()),
            "type": CHAT_INPUT,
            "description": "",
            "default_member_permissions": None,
            "nsfw": False,
            "name_localizations": None,
            "description_localizations": None,
        }
        if guild_id is None:
            defaults |= {"contexts": None, "integration_types": [0], "dm_permission": True}
        else:
            defaults["guild_id"] = str(guild_id)
        given = {key: value for key, value in command.items() if value is not None}
        return defaults | given


def without_localizations(thing: Json) -> Json:
    """A command as Discord lists it unless it is asked for localizations."""
    dropped = ("name_localizations", "description_localizations")
    kept = {key: value for key, value in thing.items() if key not in dropped}
    for key in ("options", "choices"):
        if key in kept:
            kept[key] = [without_localizations(inner) for inner in kept[key] or []]
    return kept


def check_offered(command: Json, context: int, owners: Json) -> None:
    """Raise AssertionError unless Discord offers the command in this place.

    `owners` says who installed the app: key "0" a guild, key "1" the person.
    """
    contexts = command.get("contexts")
    installs = {str(kind) for kind in command.get("integration_types") or [0]}
    assert contexts is None or context in contexts, (
        f"/{command['name']} is not offered in context {context}, only in {contexts}"
    )
    assert contexts is not None or context != 2 or "1" in installs, (
        f"/{command['name']} is not offered between people"
    )
    assert installs & set(owners), (
        f"/{command['name']} is for installs {sorted(installs)}, here is {sorted(owners)}"
    )


def chosen_options(
    command: Json, path: list[str], values: dict[str, Value], *, focused: str | None = None
) -> list[Json]:
    """A command's options as Discord sends them; `path` names subcommands below it.

    Raises AssertionError for an option the command does not have, a missing required one,
    or a value that Discord's client would not let through.
    """
    if path:
        inner = _option(command, path[0])
        assert inner["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP), f"{path[0]} is no subcommand"
        options = chosen_options(inner, path[1:], values, focused=focused)
        return [{"name": inner["name"], "type": inner["type"], "options": options}]
    if focused is None:
        for option in command.get("options") or []:
            assert not option.get("required") or option["name"] in values, (
                f"{command['name']} needs {option['name']}"
            )
    return [_chosen(_option(command, name), value, focused) for name, value in values.items()]


def _option(command: Json, name: str) -> Json:
    options = command.get("options") or []
    for option in options:
        if option["name"] == name:
            return dict(option)
    raise AssertionError(f"{command['name']} has {[o['name'] for o in options]}, not {name!r}")


def _chosen(option: Json, value: Value, focused: str | None) -> Json:
    chosen: Json = {"name": option["name"], "type": option["type"], "value": value}
    if option["name"] == focused:
        assert option.get("autocomplete"), f"{option['name']} has no autocomplete"
        return chosen | {"focused": True}
    types: dict[int, type | tuple[type, ...]] = {3: str, 4: int, 5: bool, 10: (int, float)}
    expected = types.get(option["type"])
    assert expected is None or isinstance(value, expected), f"{option['name']}: {value!r}?"
    choices = option.get("choices") or []
    if choices:
        by_name = {choice["name"]: choice["value"] for choice in choices}
        value = by_name.get(value, value)
        assert value in by_name.values(), f"{option['name']} offers {by_name}, not {value!r}"
        chosen["value"] = value
    if isinstance(value, str):
        low, high = option.get("min_length") or 0, option.get("max_length") or 6_000
        assert low <= len(value) <= high, f"{option['name']} takes {low} to {high} characters"
    return chosen
