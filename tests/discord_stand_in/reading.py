"""Messages as people meet them: the text, the buttons, the selects, the look on a phone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import Json

if TYPE_CHECKING:
    from .objects import Attachment

ACTION_ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SELECTS = (3, 5, 6, 7, 8)
SECTION, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 18, 19, 21, 22, 23

LINK_STYLE = 5
PHONE_COLUMNS = 42


@dataclass(frozen=True)
class Button:
    """A button; `label` is empty when it has only an emoji."""

    label: str
    custom_id: str | None
    disabled: bool
    style: int
    url: str | None
    emoji: str | None


@dataclass(frozen=True)
class Option:
    label: str
    value: str
    description: str | None
    default: bool


@dataclass(frozen=True)
class Select:
    """A select menu; `options` is empty for those Discord fills (users, roles, channels)."""

    custom_id: str
    placeholder: str
    options: tuple[Option, ...]
    min_values: int
    max_values: int
    disabled: bool
    type: int

    @property
    def labels(self) -> list[str]:
        return [option.label for option in self.options]


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, nested ones too, in the order they are read."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        for key in ("accessory", "component"):
            if isinstance(component.get(key), dict):
                yield from walk([component[key]])


def button_of(component: Json) -> Button:
    emoji = component.get("emoji") or {}
    return Button(
        label=component.get("label") or "",
        custom_id=component.get("custom_id"),
        disabled=bool(component.get("disabled")),
        style=component.get("style", 0),
        url=component.get("url"),
        emoji=emoji.get("name"),
    )


def select_of(component: Json) -> Select:
    options = tuple(
        Option(o["label"], o["value"], o.get("description"), bool(o.get("default")))
        for o in component.get("options", [])
    )
    return Select(
        custom_id=component["custom_id"],
        placeholder=component.get("placeholder") or "",
        options=options,
        min_values=component.get("min_values", 1),
        max_values=component.get("max_values", 1),
        disabled=bool(component.get("disabled")),
        type=component["type"],
    )


class Readable:
    """What can be read from anything with content, embeds, components and attachments."""

    content: str
    embeds: list[Json]
    components: list[Json]
    attachments: list[Attachment]

    @property
    def text(self) -> str:
        """All the words of the message in reading order, without buttons and selects."""
        parts = [self.content] if self.content else []
        for embed in self.embeds:
            parts += [embed[key] for key in ("title", "description") if embed.get(key)]
            parts += [f"{f['name']}\n{f['value']}" for f in embed.get("fields", [])]
            if embed.get("footer"):
                parts.append(embed["footer"]["text"])
        parts += [c["content"] for c in walk(self.components) if c["type"] == TEXT_DISPLAY]
        return "\n".join(parts)

    @property
    def buttons(self) -> list[Button]:
        return [button_of(c) for c in walk(self.components) if c["type"] == BUTTON]

    @property
    def selects(self) -> list[Select]:
        return [select_of(c) for c in walk(self.components) if c["type"] in SELECTS]

    @property
    def labels(self) -> list[str]:
        """The buttons' labels, in order."""
        return [button.label for button in self.buttons]

    @property
    def alt_texts(self) -> list[str]:
        """The descriptions of pictures and files that are shown."""
        found = [a.description for a in self.attachments if a.description]
        for component in walk(self.components):
            shown = component.get("items", []) if component["type"] == GALLERY else [component]
            found += [item["description"] for item in shown if item.get("description")]
        return found

    def button(self, label: str | None = None, *, custom_id: str | None = None) -> Button:
        """The one button with this label or custom id.

        A label may be given in part, when only one button has it.
        Raises AssertionError naming the buttons there are.
        """
        if custom_id is not None:
            found = [b for b in self.buttons if b.custom_id == custom_id]
        else:
            found = [b for b in self.buttons if label in (b.label, b.emoji)]
            if not found and label:
                found = [b for b in self.buttons if label.lower() in b.label.lower()]
        if len(found) != 1:
            wanted = repr(label if custom_id is None else custom_id)
            raise AssertionError(f"{len(found)} buttons are {wanted}, in\n{self.phone()}")
        return found[0]

    def select(self, custom_id: str | None = None) -> Select:
        """The select with this custom id, or the only one there is."""
        found = [s for s in self.selects if custom_id in (None, s.custom_id)]
        if len(found) != 1:
            raise AssertionError(f"{len(found)} selects fit {custom_id!r}, in\n{self.phone()}")
        return found[0]

    def phone(self, columns: int = PHONE_COLUMNS) -> str:
        """A plain-text picture of the message at a phone's width."""
        lines = _wrapped(self.content, columns) if self.content else []
        for embed in self.embeds:
            for key in ("title", "description"):
                lines += [f"┃ {line}" for line in _wrapped(embed.get(key) or "", columns - 2)]
        for component in self.components:
            lines += _drawn(component, columns)
        if not any(c["type"] in (GALLERY, FILE) for c in walk(self.components)):
            lines += [f"[file {a.filename}, {a.size} bytes]" for a in self.attachments]
        return "\n".join(lines) or "(empty)"


def _wrapped(text: str, columns: int) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" ->*"))
        hanging = " " * min(indent, columns // 4)
        lines += textwrap.wrap(line, columns, subsequent_indent=hanging) or [""]
    return lines


def _drawn(component: Json, columns: int) -> list[str]:
    kind = component["type"]
    if kind == TEXT_DISPLAY:
        return _wrapped(component["content"], columns)
    if kind == CONTAINER:
        inner = [line for c in component["components"] for line in _drawn(c, columns - 2)]
        return [f"┃ {line}".rstrip() for line in inner]
    if kind == SEPARATOR:
        return ["─" * columns if component.get("divider", True) else ""]
    if kind == SECTION:
        lines = [line for c in component["components"] for line in _drawn(c, columns)]
        return lines + _drawn(component["accessory"], columns)
    if kind == ACTION_ROW:
        return _drawn_row(component["components"], columns)
    if kind == BUTTON:
        return _drawn_row([component], columns)
    if kind == GALLERY:
        return [_drawn_media(item["media"], item) for item in component["items"]]
    if kind == THUMBNAIL:
        return [_drawn_media(component["media"], component)]
    if kind == FILE:
        return [_drawn_media(component["file"], component)]
    return [f"[component {kind}]"]


def _drawn_media(media: Json, described: Json) -> str:
    name = str(media["url"]).rsplit("/", 1)[-1]
    return f"[picture {name}: {described.get('description') or 'no alt text'}]"


def _drawn_row(components: list[Json], columns: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for component in components:
        shown = _drawn_control(component)
        if line and len(line) + 1 + len(shown) > columns:
            lines.append(line)
            line = ""
        line = f"{line} {shown}" if line else shown
    return [*lines, line]


def _drawn_control(component: Json) -> str:
    if component["type"] == BUTTON:
        button = button_of(component)
        label = " ".join(part for part in (button.emoji, button.label) if part)
        return f"({label})" if button.disabled else f"[{label}]"
    select = select_of(component)
    chosen = ", ".join(option.label for option in select.options if option.default)
    return f"[{chosen or select.placeholder} ▾ {len(select.options)}]"
