"""YAML text as plain values.

Parsing is strict where YAML is not: a key that stands twice is an error, not a silent loss.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from bot.knowledge.nodes import YamlLoader, list_nodes, list_scalars, parse_nodes
from bot.knowledge.problems import shorten

MAX_DEPTH: Final = 100
"""Lists and mappings inside each other; far deeper ones overrun the stack of the C parser."""

_MAYBE_DEEP = re.compile(rf"^[ ?:-]{{{MAX_DEPTH}}}", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]{}]")


class TooDeepError(RecursionError):
    """YAML text nests deeper than a person would write it."""


class UnmeantError(yaml.constructor.ConstructorError):
    """YAML that is valid and surely not meant; its problem says how to mend it."""


@dataclass(frozen=True, slots=True)
class Unmeant:
    """A value that is surely not what was meant: where it stands, and how to mend it."""

    path: tuple[str | int, ...]
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Document:
    """What YAML text holds, and what in it is surely not meant.

    Of a key that stands twice the last value is taken; what cannot be read is the text written.
    """

    value: Any
    double_keys: tuple[Unmeant, ...] = ()
    unreadable: tuple[Unmeant, ...] = ()


class _StrictLoader(YamlLoader):  # type: ignore[misc] # the C loader carries no types
    """A safe loader that notes duplicate keys, and values that cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.double_keys: list[yaml.ScalarNode] = []
        self.unreadable: list[yaml.ScalarNode] = []

    def get_single_node(self) -> yaml.Node | None:
        node: yaml.Node | None = super().get_single_node()
        for inner in list_nodes(node):
            if isinstance(inner, yaml.MappingNode):
                self.double_keys += _find_double_keys(inner)
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except (ValueError, LookupError, AttributeError) as error:  # an impossible date, for one
            if not isinstance(node, yaml.ScalarNode):
                what = "a tag (a word behind !!) that its value is not fit for; take it out"
                raise UnmeantError(None, None, what, node.start_mark) from error
            self.unreadable.append(node)
            del self.recursive_objects[node]
            self.constructed_objects[node] = node.value
            return node.value


def _find_double_keys(mapping: yaml.MappingNode) -> Iterator[yaml.ScalarNode]:
    """The keys of a mapping that stand in it already; raises UnmeantError for what is no key."""
    seen: set[str] = set()
    for key, _ in mapping.value:
        if not isinstance(key, yaml.ScalarNode):
            what = "a key must be a word; put quotes around text that starts with [ or {"
            raise UnmeantError(None, None, what, key.start_mark)
        if key.value in seen:
            yield key
        seen.add(key.value)


def parse_yaml(text: str) -> Document:
    """What YAML text holds.

    Raises yaml.YAMLError (with `problem_mark` where the place is known) when it is not YAML, and
    TooDeepError.
    """
    _refuse_deep(text)
    loader = _StrictLoader(text)
    try:
        value = loader.get_single_data()
    finally:
        loader.dispose()
    if not loader.double_keys and not loader.unreadable:
        return Document(value)
    places = {
        scalar.start_mark.index: (path, scalar) for path, scalar in list_scalars(parse_nodes(text))
    }

    def locate(scalars: Iterable[yaml.ScalarNode], what: str) -> tuple[Unmeant, ...]:
        found = [places[index] for index in sorted(scalar.start_mark.index for scalar in scalars)]
        return tuple(
            Unmeant(path, scalar.start_mark.line + 1, what.format(shorten(scalar.value)))
            for path, scalar in found
        )

    unread = "YAML cannot read {}; mend it, or put quotes around what is text"
    return Document(
        value,
        locate(loader.double_keys, "stands twice; keep one"),
        locate(loader.unreadable, unread),
    )


def _refuse_deep(text: str) -> None:
    if not _may_be_deep(text):
        return  # counting takes as long as parsing, and hardly any text needs it
    depth = 0
    for event in yaml.parse(text, Loader=YamlLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise TooDeepError


def _may_be_deep(text: str) -> bool:
    """Whether brackets or indentation leave room for deep nesting."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH or bool(_MAYBE_DEEP.search(text))
