"""The words for a change say exactly what they say, and mirror each other."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.models.numbers import Interval
from npm_readiness.planning.comparing.changes import Change, change_of, mirrored

HALF = Fraction(1, 2)
NO, PARTIAL, YES = (Interval(bound, bound) for bound in (Fraction(0), HALF, Fraction(1)))
OPEN, AT_MOST_PARTIAL, AT_LEAST_PARTIAL = (
    Interval(NO.lower, YES.upper),
    Interval(NO.lower, HALF),
    Interval(HALF, YES.upper),
)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (NO, YES, "improved"),
        (NO, PARTIAL, "improved"),
        (NO, AT_LEAST_PARTIAL, "improved"),
        (YES, AT_MOST_PARTIAL, "regressed"),
        (OPEN, YES, "newly_known"),
        (OPEN, AT_MOST_PARTIAL, "newly_known"),
        (AT_MOST_PARTIAL, PARTIAL, "newly_known"),
        (NO, AT_MOST_PARTIAL, "newly_unknown"),
        (YES, OPEN, "newly_unknown"),
        (OPEN, OPEN, "unchanged"),
        (None, None, "unchanged"),
        (None, YES, "not_comparable"),
        (AT_MOST_PARTIAL, AT_LEAST_PARTIAL, "not_comparable"),
    ],
)
def test_what_each_word_says(before: Interval | None, after: Interval | None, change: str) -> None:
    assert change_of(before, after) == change


def test_intervals_that_overlap_are_told_apart_by_what_surely_happened_to_a_question() -> None:
    before, after = Interval(HALF, YES.upper), Interval(NO.lower, HALF)
    assert change_of(before, after) is Change.NOT_COMPARABLE
    assert change_of(before, after, [Change.REGRESSED, Change.NEWLY_KNOWN]) is Change.REGRESSED
    assert change_of(before, after, [Change.REGRESSED, Change.IMPROVED]) is Change.NOT_COMPARABLE


bounds = st.fractions(0, 1, max_denominator=6)
intervals = st.none() | st.tuples(bounds, bounds).map(lambda pair: Interval(min(pair), max(pair)))


@given(intervals, intervals, st.lists(st.sampled_from(Change)))
def test_seen_from_the_other_side_each_word_is_its_mirror(
    before: Interval | None, after: Interval | None, questions: list[Change]
) -> None:
    assert change_of(after, before, map(mirrored, questions)) is mirrored(change_of(before, after, questions))


@given(intervals, intervals)
def test_better_and_worse_are_said_only_where_no_unknown_can_make_it_otherwise(
    before: Interval | None, after: Interval | None
) -> None:
    change = change_of(before, after)
    if before is not None and after is not None:
        assert (change is Change.IMPROVED) == (after.lower > before.upper)
        assert (change is Change.REGRESSED) == (after.upper < before.lower)
