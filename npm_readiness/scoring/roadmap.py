"""The order of what is to be done: every gap after those that must come before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["in_order"]


def in_order(ids: Sequence[str], after: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The ids, each behind those that ``after`` says must come before it, else in the order given.

    ``after`` has no cycles (the catalogue refuses them); what it names beyond ``ids`` is followed but not listed, so that an order
    that runs through a step already taken is kept.
    """
    wanted, placed, order = set(ids), set[str](), list[str]()

    def place(item: str) -> None:
        if item in placed:
            return
        placed.add(item)
        for earlier in after.get(item, ()):
            place(earlier)
        if item in wanted:
            order.append(item)

    for item in ids:
        place(item)
    return tuple(order)
