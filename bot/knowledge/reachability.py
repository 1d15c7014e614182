"""Where follow-ups lead: which entries a person can reach from which."""

from collections.abc import Iterable, Mapping

Graph = Mapping[str, Iterable[str]]


def find_core(follow_ups: Graph) -> set[str]:
    """The largest set of entries from each of which every other of the set can be reached."""
    order = _list_by_finish(follow_ups)
    backwards = reverse(follow_ups)
    core: set[str] = set()
    assigned: set[str] = set()
    for entry in reversed(order):
        if entry in assigned:
            continue
        component = reach(backwards, [entry], without=assigned)
        assigned |= component
        core = max(core, component, key=len)
    return core


def reach(graph: Graph, starts: Iterable[str], *, without: Iterable[str] = ()) -> set[str]:
    """Everything that can be reached from `starts`, themselves included."""
    waiting = list(starts)
    closed = {*without, *waiting}
    reached = set(waiting)
    while waiting:
        for target in graph[waiting.pop()]:
            if target not in closed:
                closed.add(target)
                reached.add(target)
                waiting.append(target)
    return reached


def reverse(graph: Graph) -> dict[str, list[str]]:
    """The same graph with every arrow turned round."""
    turned: dict[str, list[str]] = {entry: [] for entry in graph}
    for entry, targets in graph.items():
        for target in targets:
            turned[target].append(entry)
    return turned


def _list_by_finish(graph: Graph) -> list[str]:
    """The entries in the order in which a depth-first walk is done with them (Kosaraju)."""
    order: list[str] = []
    seen: set[str] = set()
    for root in graph:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(graph[root]))]
        while stack:
            entry, targets = stack[-1]
            target = next((t for t in targets if t not in seen), None)
            if target is None:
                order.append(entry)
                stack.pop()
            else:
                seen.add(target)
                stack.append((target, iter(graph[target])))
    return order
