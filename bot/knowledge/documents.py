"""YAML text as plain values, with the line of every problem.

Parsing is strict where YAML is not: a key that stands twice is an error, not a silent loss.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import yaml

YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quickest loader of plain values that there is; it lets keys stand twice."""


MAX_DEPTH: Final = 100
"""Lists and mappings inside each other; far deeper ones overrun the stack of the C parser."""

_MAYBE_DEEP = re.compile(rf"^[ ?:-]{{{MAX_DEPTH}}}", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]{}]")
_CUT = re.compile(r"[ \t]#\s*\S")


class TooDeepError(RecursionError):
    """YAML text nests deeper than a person would write it."""


class UnmeantError(yaml.constructor.ConstructorError):
    """YAML that is valid and surely not meant; its problem says how to mend it."""


class _StrictLoader(YamlLoader):  # type: ignore[misc] # the C loader carries no types
    """A safe loader that refuses duplicate keys, and says where a value is none."""

    def get_single_node(self) -> yaml.Node | None:
        node: yaml.Node | None = super().get_single_node()
        for inner in list_nodes(node):
            if isinstance(inner, yaml.MappingNode):
                _refuse_double_keys(inner)
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except (ValueError, LookupError, AttributeError) as error:  # an impossible date, for one
            what = f"YAML cannot read {node.value!r}; mend it, or put quotes around what is text"
            raise UnmeantError(None, None, what, node.start_mark) from error


def _refuse_double_keys(mapping: yaml.MappingNode) -> None:
    seen: set[str] = set()
    for key, _ in mapping.value:
        if not isinstance(key, yaml.ScalarNode):
            raise UnmeantError(None, None, "a key must be a word", key.start_mark)
        if key.value in seen:
            what = f"the key {key.value!r} stands twice; keep one"
            raise UnmeantError(None, None, what, key.start_mark)
        seen.add(key.value)


def parse_yaml(text: str) -> Any:
    """The value that YAML text holds.

    Raises yaml.YAMLError (with `problem_mark` where the place is known) when it is not YAML, and
    TooDeepError.
    """
    _refuse_deep(text)
    return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 # _StrictLoader is a safe loader


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


def parse_nodes(text: str) -> yaml.Node | None:
    """The tree of nodes of YAML text that is known to be valid, for `find_line`."""
    node: yaml.Node | None = yaml.compose(text, Loader=YamlLoader)
    return node


def find_line(node: yaml.Node | None, path: Iterable[str | int]) -> int:
    """The line (from 1) of the value at `path`, or of its nearest parent that exists."""
    line = 1
    for key in path:
        if node is None:
            break
        line = node.start_mark.line + 1
        child = _find_child(node, key)
        if child is None:
            return line
        node = child
    return node.start_mark.line + 1 if node is not None else line


def spell(node: yaml.Node | None, path: Iterable[str | int]) -> str:
    """The value at `path` as its keeper wrote it ("9:30"); empty where it is no single value."""
    for key in path:
        node = _find_child(node, key) if node is not None else None
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def find_key(
    node: yaml.Node | None, path: Iterable[str | int], number: int
) -> tuple[int, str] | None:
    """The line (from 1) and the words of the key `number` (from 0) of the mapping at `path`."""
    for key in path:
        node = _find_child(node, key) if node is not None else None
    if not isinstance(node, yaml.MappingNode) or number >= len(node.value):
        return None
    found = node.value[number][0]
    return found.start_mark.line + 1, found.value


def find_cut_values(node: yaml.Node | None, text: str) -> Iterator[tuple[int, str]]:
    """Values without quotes that a # behind a single blank cuts short, as (line from 1, the rest).

    Such a rest is a comment, which people rarely mean; those that are meant stand further off.
    """
    lines = text.splitlines()
    for scalar in list_nodes(node):
        if not isinstance(scalar, yaml.ScalarNode):
            continue
        mark = scalar.end_mark
        rest = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
        if not scalar.style and scalar.value and _CUT.match(rest):
            yield mark.line + 1, rest.strip()


def list_nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """A node and every value below it, in the order written, each once however often it is used."""
    waiting = [node]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if current is None or id(current) in seen:  # what an alias stands for
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, yaml.SequenceNode):
            waiting.extend(reversed(current.value))
        elif isinstance(current, yaml.MappingNode):
            waiting.extend(value for _, value in reversed(current.value))


def _find_child(node: yaml.Node, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child: yaml.Node = node.value[key]
        return child
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == str(key):
                return value_node  # type: ignore[no-any-return] # the node tree carries no types
    return None
