"""Discord's rules for modals."""

from __future__ import annotations

from .component_limits import CUSTOM_ID, ComponentChecker
from .errors import Complaints, Json, Path
from .reading import (
    ACTION_ROW,
    CHECKBOX,
    CHECKBOX_GROUP,
    FILE_UPLOAD,
    LABEL,
    RADIO_GROUP,
    SELECTS,
    TEXT_DISPLAY,
    TEXT_INPUT,
)

TITLE = 45
COMPONENTS = 5
LABEL_TEXT = 45
LABEL_DESCRIPTION = 100
INPUT_TEXT = 4_000
INPUT_PLACEHOLDER = 100
GROUP_OPTIONS = 10

IN_LABEL = {*SELECTS, TEXT_INPUT, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX}


def check_modal(data: Json) -> None:
    """Raise ApiError unless Discord would open this modal."""
    complaints = Complaints()
    complaints.length(("data", "title"), data.get("title"), 1, TITLE)
    complaints.length(("data", "custom_id"), data.get("custom_id"), 1, CUSTOM_ID)
    components = data.get("components") or []
    path: Path = ("data", "components")
    if not 1 <= len(components) <= COMPONENTS:
        complaints.add(
            path, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {COMPONENTS} in length."
        )
    checker = ModalChecker(complaints, set())
    for index, component in enumerate(components):
        checker.check(component, (*path, index), {ACTION_ROW, LABEL, TEXT_DISPLAY})
    checker.check_unique(components, path)
    complaints.raise_if_any()


class ModalChecker(ComponentChecker):
    """Complains about the components that only modals have, and what else differs there."""

    def check_kind(self, component: Json, path: Path) -> None:
        if component.get("disabled"):
            self.complaints.add(
                (*path, "disabled"), "COMPONENT_DISABLED", "Components in modals cannot be disabled"
            )
        match component["type"]:
            case 1:
                self._children(component, path, {TEXT_INPUT})
            case 4:
                self._text_input(component, path)
            case 18:
                self._label(component, path)
            case 19 | 23:
                self._custom_id(component, path)
            case 21 | 22:
                self._group(component, path)
            case _:
                super().check_kind(component, path)

    def _label(self, label: Json, path: Path) -> None:
        self.complaints.length((*path, "label"), label.get("label"), 1, LABEL_TEXT)
        described = label.get("description")
        self.complaints.length((*path, "description"), described, 0, LABEL_DESCRIPTION)
        inner = label.get("component")
        if isinstance(inner, dict):
            self.check(inner, (*path, "component"), IN_LABEL)
        else:
            self.complaints.add(
                (*path, "component"), "BASE_TYPE_REQUIRED", "This field is required"
            )

    def _group(self, group: Json, path: Path) -> None:
        self._custom_id(group, path)
        self._options(group, path, 2 if group["type"] == RADIO_GROUP else 1, GROUP_OPTIONS)

    def _text_input(self, text_input: Json, path: Path) -> None:
        self._custom_id(text_input, path)
        self.complaints.length((*path, "label"), text_input.get("label"), 0, LABEL_TEXT)
        self.complaints.number((*path, "style"), text_input.get("style"), 1, 2)
        low, high = text_input.get("min_length"), text_input.get("max_length")
        self.complaints.number((*path, "min_length"), low, 0, INPUT_TEXT)
        self.complaints.number((*path, "max_length"), high, 1, INPUT_TEXT)
        if low is not None and high is not None and low > high:
            self.complaints.add(
                (*path, "min_length"), "TEXT_INPUT_MIN_LENGTH", "min_length exceeds max_length"
            )
        held = min(INPUT_TEXT, high if isinstance(high, int) else INPUT_TEXT)
        self.complaints.length((*path, "value"), text_input.get("value"), 0, held)
        placeholder = text_input.get("placeholder")
        self.complaints.length((*path, "placeholder"), placeholder, 0, INPUT_PLACEHOLDER)
