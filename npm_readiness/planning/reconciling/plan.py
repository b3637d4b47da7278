"""What several profiles say of the plan, made into one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from npm_readiness.planning.reconciling.gathered import ABSENT, Gathered, in_common_order

__all__ = ["merged_plan"]


def merged_plan(gathered: Gathered) -> dict[str, Any]:
    """What the profiles say of the plan. A start, or how long something takes, on which they differ is left out and listed."""
    plans = [side.data.get("plan") or {} for side in gathered.sides]
    durations = [plan.get("durations") or {} for plan in plans]
    made: dict[str, Any] = {"start": _same(gathered, "plan.start", [plan.get("start") or ABSENT for plan in plans])}
    weeks = {
        name: _same(gathered, f"plan.durations.{name}", [own.get(name, ABSENT) for own in durations])
        for name in in_common_order(durations)
    }
    made["durations"] = {name: value for name, value in weeks.items() if value is not ABSENT}
    done = [plan.get("done", ()) for plan in plans]
    made["done"] = in_common_order(done)
    for name in made["done"]:
        gathered.listed(f"plan.done.{name}", [name in own for own in done], name, [not plan for plan in plans])
    return {key: value for key, value in made.items() if value is not ABSENT and value not in ({}, [])}


def _same(gathered: Gathered, key: str, said: Sequence[Any]) -> Any:
    """What all say who say it; where they differ nothing is said, and the difference is listed."""
    known = [value for value in said if value is not ABSENT]
    if all(value == known[0] for value in known):
        return known[0] if known else ABSENT
    gathered.differ(key, said, None, "open")
    return ABSENT
