"""The tree of nodes that YAML text is: where each value stands, and how it is written."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Final

import yaml

YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quickest loader of plain values that there is; it lets keys stand twice."""

_CUT: Final = re.compile(r"[ \t]#\s*\S")


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
    found = _find_node(node, path)
    return found.value if isinstance(found, yaml.ScalarNode) else ""


def spell_before(node: yaml.Node | None, path: Iterable[str | int], key: str) -> str:
    """The value before `key` in the mapping at `path` as it is written; empty where none is."""
    mapping = _find_node(node, path)
    pairs = mapping.value if isinstance(mapping, yaml.MappingNode) else ()
    for (_, before), (name, _) in pairwise(pairs):
        if name.value == key and isinstance(before, yaml.ScalarNode):
            return str(before.value)
    return ""


def find_key(
    node: yaml.Node | None, path: Iterable[str | int], number: int
) -> tuple[int, str] | None:
    """The line (from 1) and the words of the key `number` (from 0) of the mapping at `path`."""
    mapping = _find_node(node, path)
    pairs = mapping.value if isinstance(mapping, yaml.MappingNode) else ()
    keys = {key.value: key for key, _ in pairs}  # one that stands twice counts once
    found = [*keys.values()][number : number + 1]
    return (found[0].start_mark.line + 1, found[0].value) if found else None


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


def list_scalars(
    root: yaml.Node | None,
) -> Iterator[tuple[tuple[str | int, ...], yaml.ScalarNode]]:
    """Every single value and every key below a node with its path, each once, as written."""
    waiting: list[tuple[tuple[str | int, ...], yaml.Node | None]] = [((), root)]
    seen: set[int] = set()
    while waiting:
        path, node = waiting.pop()
        if node is None or id(node) in seen:  # what an alias stands for
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield path, node
        elif isinstance(node, yaml.SequenceNode):
            waiting += reversed([((*path, i), child) for i, child in enumerate(node.value)])
        elif isinstance(node, yaml.MappingNode):
            for key, child in reversed(node.value):
                waiting += [((*path, key.value), child), ((*path, key.value), key)]


def _find_node(node: yaml.Node | None, path: Iterable[str | int]) -> yaml.Node | None:
    for key in path:
        node = _find_child(node, key) if node is not None else None
    return node


def _find_child(node: yaml.Node, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child: yaml.Node = node.value[key]
        return child
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in reversed(node.value):  # of a key that stands twice the last
            if key_node.value == str(key):
                return value_node  # type: ignore[no-any-return] # the node tree carries no types
    return None
