"""The order of what is to be done: every gap after those that must come before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["in_order"]


def in_order(ids: Sequence[str], after: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The ids, each behind those that ``after`` says must come before it, else in the order given.

    ``after`` has no cycles (the catalogue refuses them); what it names beyond ``ids`` is followed but not listed, so that an order
    that runs through a step already taken is kept.
    """
    wanted, begun, done, order = set(ids), set[str](), set[str](), list[str]()
    # A stack and no recursion: a chain of criteria can be longer than Python lets functions call each other.
    stack = list(reversed(ids))
    while stack:
        item = stack[-1]
        waits_for = () if item in begun else [earlier for earlier in after.get(item, ()) if earlier not in begun]
        begun.add(item)
        if waits_for:
            stack += reversed(waits_for)
            continue
        stack.pop()
        if item not in done:
            done.add(item)
            if item in wanted:
                order.append(item)
    return tuple(order)
