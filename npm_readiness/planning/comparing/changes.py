"""The words for a change, and what each says exactly."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from npm_readiness.models.numbers import Interval
from npm_readiness.models.vocabulary import Word

__all__ = ["Change", "change_of", "mirrored"]


class Change(Word):
    """What became of a result between two profiles, as far as both are known."""

    IMPROVED = "improved"
    REGRESSED = "regressed"
    NEWLY_KNOWN = "newly_known"
    NEWLY_UNKNOWN = "newly_unknown"
    UNCHANGED = "unchanged"
    NOT_COMPARABLE = "not_comparable"


MIRRORED = {
    Change.IMPROVED: Change.REGRESSED,
    Change.REGRESSED: Change.IMPROVED,
    Change.NEWLY_KNOWN: Change.NEWLY_UNKNOWN,
    Change.NEWLY_UNKNOWN: Change.NEWLY_KNOWN,
}


def mirrored(change: Change) -> Change:
    """The change seen the other way round, from the later profile to the earlier one."""
    return MIRRORED.get(change, change)


def change_of(before: Interval | None, after: Interval | None, questions: Iterable[Change] = ()) -> Change:
    """What became of a result, of which each interval says all that it can still turn out to be.

    In this order:

    - ``unchanged``: the two are the same (or both ``None``);
    - ``not_comparable``: one of the two is ``None``;
    - ``improved``: the lower bound lies above the earlier upper bound, so that it is better whatever the truth is;
      ``regressed``: the upper bound lies below the earlier lower bound;
    - ``improved``, ``regressed`` also where the intervals overlap, but at least one of its ``questions`` surely did so and none
      surely did the opposite;
    - ``newly_known``: less is open than before, so that it may be what it was and more is known of it;
      ``newly_unknown``: more is open;
    - ``not_comparable``: as much is open, of which a part is the same (no or partial, then partial or yes).

    Seen from the other side, each change is :func:`mirrored`.
    """
    if before == after:
        return Change.UNCHANGED
    if before is None or after is None:
        return Change.NOT_COMPARABLE
    surely = _surely(before, after, set(questions))
    if surely is not None:
        return surely
    was_open, is_open = before.upper - before.lower, after.upper - after.lower
    if is_open == was_open:
        return Change.NOT_COMPARABLE
    return Change.NEWLY_KNOWN if is_open < was_open else Change.NEWLY_UNKNOWN


def _surely(before: Interval, after: Interval, questions: Collection[Change]) -> Change | None:
    """``improved`` or ``regressed``, where that is sure."""
    if after.lower > before.upper:
        return Change.IMPROVED
    if after.upper < before.lower:
        return Change.REGRESSED
    found = [change for change in (Change.IMPROVED, Change.REGRESSED) if change in questions]
    return found[0] if len(found) == 1 else None
