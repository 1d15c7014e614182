"""Discord's rules for the components of messages."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection

from .errors import Complaints, Json, Path
from .reading import (
    ACTION_ROW,
    BUTTON,
    CONTAINER,
    FILE,
    GALLERY,
    LINK_STYLE,
    SECTION,
    SELECTS,
    SEPARATOR,
    STRING_SELECT,
    TEXT_DISPLAY,
    THUMBNAIL,
    walk,
)

TOTAL_COMPONENTS = 40
TOTAL_TEXT = 4_000
LEGACY_ROWS = 5
ROW_BUTTONS = 5
OPTIONS = 25
CUSTOM_ID = 100
BUTTON_LABEL = 80
OPTION_TEXT = 100
PLACEHOLDER = 150
URL = 512
DESCRIPTION = 1_024
GALLERY_ITEMS = 10
SECTION_TEXTS = 3

IN_CONTAINER = {ACTION_ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR}
TOP_LEVEL = IN_CONTAINER | {CONTAINER}


def check_message_components(
    components: list[Json], complaints: Complaints, *, v2: bool, filenames: Collection[str]
) -> None:
    """Complain about everything Discord refuses in a message's components.

    `filenames` are the attachments that `attachment://` may name.
    """
    path: Path = ("components",)
    checker = ComponentChecker(complaints, set(filenames))
    if v2:
        everything = list(walk(components))
        if len(everything) > TOTAL_COMPONENTS:
            complaints.add(
                path,
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                f"The total number of components exceeds the limit of {TOTAL_COMPONENTS}, "
                f"got {len(everything)}",
            )
        length = sum(len(c.get("content") or "") for c in everything if c["type"] == TEXT_DISPLAY)
        if length > TOTAL_TEXT:
            complaints.add(
                path,
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                f"Components displayable text size exceeds maximum size of {TOTAL_TEXT}, "
                f"got {length}",
            )
    elif len(components) > LEGACY_ROWS:
        complaints.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be {LEGACY_ROWS} or fewer in length.")
    allowed = TOP_LEVEL if v2 else {ACTION_ROW}
    for index, component in enumerate(components):
        checker.check(component, (*path, index), allowed)
    checker.check_unique(components, path)


class ComponentChecker:
    """Complains about single components and what is in them."""

    def __init__(self, complaints: Complaints, filenames: set[str]) -> None:
        self.complaints = complaints
        self.filenames = filenames

    def check(self, component: Json, path: Path, allowed: Collection[int]) -> None:
        kind = component.get("type")
        if kind not in allowed:
            choices = ", ".join(str(choice) for choice in sorted(allowed))
            self.complaints.add(
                (*path, "type"),
                "UNION_TYPE_CHOICES",
                f'Value of field "type" must be one of ({choices}).',
            )
            return
        self.check_kind(component, path)

    def check_kind(self, component: Json, path: Path) -> None:
        """Check a component of a type that is allowed where it is."""
        match component["type"]:
            case 1:
                self._row(component, path)
            case 2:
                self._button(component, path)
            case 3 | 5 | 6 | 7 | 8:
                self._select(component, path)
            case 9:
                self._section(component, path)
            case 10:
                content = component.get("content")
                self.complaints.length((*path, "content"), content, 1, TOTAL_TEXT)
            case 11:
                self._media(component, "media", path)
            case 12:
                self._gallery(component, path)
            case 13:
                self._media(component, "file", path)
            case 14:
                self.complaints.number((*path, "spacing"), component.get("spacing"), 1, 2)
            case 17:
                colour = component.get("accent_color")
                self.complaints.number((*path, "accent_color"), colour, 0, 0xFFFFFF)
                self._children(component, path, IN_CONTAINER)

    def check_unique(self, components: list[Json], path: Path) -> None:
        everything = list(walk(components))
        ids = Counter(c["custom_id"] for c in everything if c.get("custom_id"))
        for custom_id in (c for c, count in ids.items() if count > 1):
            self.complaints.add(
                path,
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                f"Component custom id cannot be duplicated: {custom_id}",
            )
        numbers = Counter(c["id"] for c in everything if c.get("id"))
        for number in (n for n, count in numbers.items() if count > 1):
            self.complaints.add(
                path, "COMPONENT_ID_DUPLICATED", f"Component id cannot be duplicated: {number}"
            )

    def _children(self, component: Json, path: Path, allowed: Collection[int]) -> None:
        children = component.get("components") or []
        if not children:
            self.complaints.add(
                (*path, "components"), "BASE_TYPE_REQUIRED", "This field is required"
            )
        for index, child in enumerate(children):
            self.check(child, (*path, "components", index), allowed)

    def _row(self, row: Json, path: Path) -> None:
        self._children(row, path, {BUTTON, *SELECTS})
        kinds = [child.get("type") for child in row.get("components") or []]
        wide = sum(1 for kind in kinds if kind in SELECTS)
        if len(kinds) > ROW_BUTTONS or (wide and len(kinds) > 1):
            self.complaints.add(
                (*path, "components"),
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                f"The specified component exceeds the maximum width "
                f"({len(kinds) + 4 * wide} > {ROW_BUTTONS})",
            )

    def _button(self, button: Json, path: Path) -> None:
        self.complaints.length((*path, "label"), button.get("label"), 0, BUTTON_LABEL)
        self._emoji(button.get("emoji"), path)
        if not button.get("label") and not button.get("emoji"):
            self.complaints.add(
                path, "BUTTON_COMPONENT_LABEL_REQUIRED", "A label or emoji is required"
            )
        if button.get("style") == LINK_STYLE:
            self.complaints.length((*path, "url"), button.get("url"), 1, URL)
            if button.get("custom_id"):
                self.complaints.add(
                    path,
                    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                    "A custom id and url cannot both be specified",
                )
        elif button.get("style") in (1, 2, 3, 4):
            self._custom_id(button, path)
        else:
            self.complaints.add(
                (*path, "style"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}."
            )

    def _select(self, select: Json, path: Path) -> None:
        self._custom_id(select, path)
        self.complaints.length((*path, "placeholder"), select.get("placeholder"), 0, PLACEHOLDER)
        low, high = select.get("min_values"), select.get("max_values")
        self.complaints.number((*path, "min_values"), low, 0, OPTIONS)
        self.complaints.number((*path, "max_values"), high, 1, OPTIONS)
        if (1 if low is None else low) > (1 if high is None else high):
            self.complaints.add(
                (*path, "min_values"),
                "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE",
                "min_values is larger than max_values",
            )
        if select["type"] == STRING_SELECT:
            self._options(select, path, 1, OPTIONS)
            defaults = sum(1 for o in select.get("options") or [] if o.get("default"))
            if defaults > (1 if high is None else high):
                self.complaints.add(
                    (*path, "options"),
                    "SELECT_COMPONENT_TOO_MANY_DEFAULTS",
                    "More options are selected by default than max_values",
                )

    def _options(self, owner: Json, path: Path, low: int, high: int) -> None:
        options = owner.get("options") or []
        path = (*path, "options")
        if not low <= len(options) <= high:
            self.complaints.add(
                path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length."
            )
        maximum = owner.get("max_values")
        if maximum is not None and isinstance(maximum, int) and options and maximum > len(options):
            self.complaints.add(
                path,
                "BASE_TYPE_BAD_LENGTH",
                f"Must be between {maximum} and {high} in length, for max_values is {maximum}.",
            )
        for index, option in enumerate(options):
            where = (*path, index)
            self.complaints.length((*where, "label"), option.get("label"), 1, OPTION_TEXT)
            self.complaints.length((*where, "value"), option.get("value"), 1, OPTION_TEXT)
            described = option.get("description")
            self.complaints.length((*where, "description"), described, 0, OPTION_TEXT)
            self._emoji(option.get("emoji"), where)
        values = Counter(option.get("value") for option in options)
        for value in (v for v, count in values.items() if count > 1):
            self.complaints.add(
                path,
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                f"The specified option value is already used: {value}",
            )

    def _section(self, section: Json, path: Path) -> None:
        self._children(section, path, {TEXT_DISPLAY})
        if len(section.get("components") or []) > SECTION_TEXTS:
            self.complaints.add(
                (*path, "components"),
                "BASE_TYPE_BAD_LENGTH",
                f"Must be between 1 and {SECTION_TEXTS} in length.",
            )
        accessory = section.get("accessory")
        if not isinstance(accessory, dict):
            self.complaints.add(
                (*path, "accessory"), "BASE_TYPE_REQUIRED", "This field is required"
            )
        else:
            self.check(accessory, (*path, "accessory"), {BUTTON, THUMBNAIL})

    def _gallery(self, gallery: Json, path: Path) -> None:
        items = gallery.get("items") or []
        if not 1 <= len(items) <= GALLERY_ITEMS:
            self.complaints.add(
                (*path, "items"),
                "BASE_TYPE_BAD_LENGTH",
                f"Must be between 1 and {GALLERY_ITEMS} in length.",
            )
        for index, item in enumerate(items):
            self._media(item, "media", (*path, "items", index))

    def _media(self, owner: Json, key: str, path: Path) -> None:
        self.complaints.length((*path, "description"), owner.get("description"), 0, DESCRIPTION)
        url = (owner.get(key) or {}).get("url")
        where = (*path, key, "url")
        self.complaints.length(where, url, 1, 2_048)
        if not isinstance(url, str):
            return
        scheme, _, rest = url.partition("://")
        if scheme == "attachment" and rest not in self.filenames:
            self.complaints.add(
                where,
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                f"The referenced attachment was not found: {rest}",
            )
        elif scheme not in ("attachment", "http", "https") or (
            key == "file"
            and scheme != "attachment"
            and rest.rsplit("/", 1)[-1] not in self.filenames
        ):
            self.complaints.add(
                where, "URL_TYPE_INVALID_SCHEME", f'Scheme "{scheme}" must be one of (attachment)'
            )

    def _custom_id(self, component: Json, path: Path) -> None:
        self.complaints.length((*path, "custom_id"), component.get("custom_id"), 1, CUSTOM_ID)

    def _emoji(self, emoji: Json | None, path: Path) -> None:
        """A custom emoji has an id; any other must be a Unicode emoji, not a plain sign."""
        if not emoji or emoji.get("id"):
            return
        name = str(emoji.get("name") or "")
        # No table of emoji at hand: symbols and what makes a sign an emoji are good enough.
        if not any(unicodedata.category(c) == "So" or c in "\ufe0f\u20e3\u2194" for c in name):
            self.complaints.add(
                (*path, "emoji", "name"), "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji"
            )
