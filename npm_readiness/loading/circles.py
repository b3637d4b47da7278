"""Circles in an order: things that wait for each other, so that none of them can come first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

__all__ = ["circles"]

MOST_ROUNDS = 10
"""How often what a knot is without its circle is looked at again: it can hold circle upon circle, and nobody reads more."""


def circles(after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The circles in ``after``, which gives for every name those that come before it; no two of them share a name.

    Each begins with the name of it that stands first in ``after``, and is a shortest one through this name. Without the
    names of all of them nothing waits for itself, unless one knot holds more than :data:`MOST_ROUNDS` circles. The steps
    grow with the names and references. Names that ``after`` does not have wait for nothing.
    """
    place = {name: index for index, name in enumerate(after)}
    found: list[list[str]] = []
    knots = _knots(after, after)
    for _ in range(MOST_ROUNDS):
        left = []
        for knot in knots:
            circle = _shortest(min(knot, key=place.__getitem__), _within(knot, after))
            found.append(circle)
            left += _knots(set(knot).difference(circle), after)
        knots = left
    return sorted(found, key=lambda circle: place[circle[0]])


def _within(names: Iterable[str], after: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What these names wait for among themselves."""
    members = frozenset(names)
    return {name: [earlier for earlier in after[name] if earlier in members] for name in members}


def _knots(names: Collection[str], after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The groups of names in which each waits, by whatever way, for every other of its group and for itself."""
    forward = _within(names, after)
    backward: dict[str, list[str]] = {name: [] for name in forward}
    for name, earlier_ones in forward.items():
        for earlier in earlier_ones:
            backward[earlier].append(name)
    left = [name for tree in _trees(forward, forward) for name in tree]
    return [tree for tree in _trees(reversed(left), backward) if len(tree) > 1 or tree[0] in forward[tree[0]]]


def _trees(roots: Iterable[str], edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """What a depth-first search finds from each root that no earlier one has led to, in the order in which it is left again."""
    seen: set[str] = set()
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        left: list[str] = []
        way = [(root, iter(edges[root]))]
        while way:
            name, others = way[-1]
            following = next((other for other in others if other not in seen), None)
            if following is None:
                way.pop()
                left.append(name)
            else:
                seen.add(following)
                way.append((following, iter(edges[following])))
        yield left


def _shortest(start: str, edges: Mapping[str, Sequence[str]]) -> list[str]:
    """A shortest way from ``start`` back to itself, without its end; there is one, since ``edges`` are those of a knot."""
    came_from: dict[str, str] = {}
    reached = [start]
    for name in reached:
        for earlier in edges[name]:
            if earlier == start:
                return _way(name, start, came_from)
            if earlier not in came_from:
                came_from[earlier] = name
                reached.append(earlier)
    raise AssertionError(f"nothing leads back to {start}")


def _way(end: str, start: str, came_from: Mapping[str, str]) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
