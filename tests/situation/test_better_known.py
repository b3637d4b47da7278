"""What is reckoned from a date that is not known to the day holds for every day that it can mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from npm_readiness.models.dates import When, read_event
from npm_readiness.models.situation import Deadline

from .test_deadlines import deadlines, of_bodies

Spec = dict[str, Any]
AS_OF = date(2016, 6, 15)

deposits = st.sampled_from(["2005", "2006", "2010", "2012-02", "2013", "2014", "2015-05", "2016-05", "2016", "yes"])
declared = st.sampled_from(["unknown", "yes", "2006", "2010", "2012-02", "2013", "2016", "2016-06"])
designations = st.sampled_from(["2008", "2011", "2014", "2015-06", "2016-06", "2016", "yes", "2013-03-01"])


@st.composite
def days_in(draw: st.DrawFn, written: str, first: date = date(2002, 12, 18)) -> str:
    """A day that a date can mean, from ``first`` on; what has happened, happened by the day of the profile."""
    event = read_event("yes" if written == "unknown" else written)
    assert isinstance(event, When)
    low, high = max(event.period.earliest, first), event.period.latest
    if written in ("yes", "unknown"):
        high = AS_OF
    assume(low <= high)
    return draw(st.sampled_from([low, high]) | st.dates(low, high)).isoformat()


@st.composite
def declarations(draw: st.DrawFn, deposit: str) -> tuple[Spec, Spec]:
    """A declaration of which not all is known, and one that it can be, of a State that deposited on this day."""
    told, meant = draw(declared), draw(st.sampled_from(["III", "IV"]))
    years, extended = draw(st.integers(1, 3)), draw(st.sampled_from([None, "2015-05-05", "2018"]))
    known: Spec = {
        "part": draw(st.sampled_from(["unknown", meant])),
        "years": draw(st.sampled_from(["unknown", years])),
        "declared": told,
        "extended_until": extended,
    }
    day = draw(days_in(told, date.fromisoformat(deposit)))
    # What has been extended by the day of the profile was declared by then.
    assume(extended is None or date.fromisoformat(day) <= AS_OF)
    until = None if extended is None else draw(days_in(extended))
    return known, {"part": meant, "years": years, "declared": day, "extended_until": until}


@settings(deadline=None, max_examples=300)
@given(st.data(), st.sampled_from(["ratified", "acceded"]))
def test_a_deadline_lies_between_its_earliest_and_its_latest_day_whatever_the_days_were(
    data: st.DataObject, route: str
) -> None:
    written = data.draw(deposits)
    deposit = data.draw(days_in(written))
    known, meant = data.draw(st.just((None, None)) | declarations(deposit))
    made = data.draw(designations)
    day = data.draw(days_in(made))
    as_of = AS_OF.isoformat()
    coarse = deadlines(as_of, {"designated": made}, **{route: written, "article_24": known})
    exact = deadlines(as_of, {"designated": day}, **{route: deposit, "article_24": meant})
    _holds_for(coarse, exact)


def _holds_for(coarse: tuple[Deadline, ...], exact: tuple[Deadline, ...]) -> None:
    wide = {(entry.id, entry.reading): entry for entry in coarse}
    for entry in exact:
        about = wide.get((entry.id, entry.reading))
        if about is not None:
            assert about.earliest <= entry.earliest <= entry.latest <= about.latest, entry
            assert about.missed in (None, entry.missed), entry
        if entry.id == "article-17":
            assert {other.overdue for other in coarse if other.id == "article-17"} <= {None, entry.overdue}, entry


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_nobody_is_late_by_what_is_not_known_of_article_24(data: st.DataObject) -> None:
    """A State of which it is not known what it declared upon ratification is called late only if it is, whatever that was."""
    deposit = data.draw(days_in(data.draw(deposits)))
    part, years = data.draw(st.sampled_from(["III", "IV"])), data.draw(st.integers(1, 3))
    extended = (date.fromisoformat(deposit) + timedelta(days=365 * (years + 1))).isoformat()
    declaration = {
        "part": part,
        "declared": deposit,
        "years": years,
        "extended_until": data.draw(st.sampled_from([None, extended])),
    }
    unknown = deadlines(AS_OF.isoformat(), ratified=deposit, article_24="unknown")
    known = deadlines(AS_OF.isoformat(), ratified=deposit, article_24=data.draw(st.sampled_from([None, declaration])))
    late = {entry.overdue for entry in known if entry.id == "article-17"}
    assert {entry.overdue for entry in unknown if entry.id == "article-17"} <= late | {None}


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_what_is_missed_with_several_bodies_is_missed_by_the_first_of_them(data: st.DataObject) -> None:
    written = [data.draw(designations) for _ in range(data.draw(st.integers(1, 3)))]
    days = [data.draw(days_in(one)) for one in written]
    as_of = AS_OF.isoformat()
    coarse = deadlines(
        as_of, of_bodies(*({"role": "member", "designated": one} for one in written)), ratified="2010-05-05"
    )
    exact = deadlines(as_of, {"designated": min(days)}, ratified="2010-05-05")
    _holds_for(coarse, exact)
