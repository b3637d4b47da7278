"""Whatever dates and bodies a profile has: it is assessed, or refused with its problems, and its dates hold together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness import Assessment, InputError, assess
from npm_readiness.models.assessment import Assessment as Made
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Deadline
from tests.making import catalogue, criterion, profile, question

Spec = dict[str, Any]

MADE = catalogue(
    criterion("c1", question("q1", needs_mechanism=True), question("q2", if_executive_text="partial")),
    criterion("c2", question("q3", needs_people=True), when={"first_two_years": True}, stage="operation"),
    criterion("c3", question("q4", follows_from="joined"), when={"party": False}, stage="ratification"),
    criterion("c4", question("q5", answered_by="party-to-uncat"), when={"institution_kind": ["commission"]}),
)

EDGES = ("1500-01-01", "1500", "2999-12-31", "2999", "2999-12", "2006-06-22", "2008-02-29", "2024-01-01", "2024")
days = st.dates(date(1500, 1, 1), date(2999, 12, 31)).map(str)
events = (
    st.sampled_from([*EDGES, "yes", "unknown", None])
    | days
    | days.map(lambda day: day[:7])
    | days.map(lambda day: day[:4])
)
known_events = events.filter(lambda event: event is not None)
plain_days = days | st.sampled_from(["1500-01-01", "2999-12-31", "2024-01-01", "2024-02-29"])


@st.composite
def odd_bodies(draw: st.DrawFn, most: int = 4) -> list[Spec]:
    found = []
    for number in range(draw(st.integers(0, most))):
        body: Spec = {
            "id": f"b{number}",
            "name": f"Body {number}",
            "role": draw(
                st.sampled_from(["candidate", "interim", "mechanism", "member", "coordinator", "regional", "former"])
            ),
            "kind": draw(st.sampled_from(["ombudsman", "commission", "inspectorate", "unknown"])),
            "legal_basis": draw(
                st.sampled_from(["constitution", "act", "executive_text", "agreement", "none", "unknown"])
            ),
        }
        for key in ("designated", "ended", "at_work_since"):
            if draw(st.booleans()):
                body[key] = draw(events)
        found.append(body)
    return found


@st.composite
def odd_treaties(draw: st.DrawFn) -> Spec:
    opcat: Spec = {"signed": draw(events), draw(st.sampled_from(["ratified", "acceded", "succeeded"])): draw(events)}
    if draw(st.booleans()):
        opcat["planned"] = draw(plain_days)
    declaration = st.fixed_dictionaries(
        {},
        optional={
            "part": st.sampled_from(["III", "IV", "unknown"]),
            "declared": known_events,
            "years": st.sampled_from([1, 2, 3, "unknown"]),
            "extended_until": events,
        },
    )
    opcat["article_24"] = draw(st.none() | st.just("unknown") | declaration | declaration)
    return {"opcat": opcat, "uncat": {"ratified": draw(events)}}


@st.composite
def odd_profiles(draw: st.DrawFn) -> Spec:
    npm: Spec = {"designated": draw(events)} if draw(st.booleans()) else {"bodies": draw(odd_bodies())}
    finding = {
        "id": "r",
        "by": "spt",
        "text": "Do it.",
        "about": ["c1"],
        "finding": "falls_short",
        "adopted": True,
        "date": draw(known_events),
    }
    return {
        "assessed_on": draw(plain_days),
        "npm": npm,
        "treaties": draw(odd_treaties()),
        "recommendations": [finding] if draw(st.booleans()) else [],
        "bills": {"b": {"title": "A bill", "introduced": draw(events)}},
    }


def made(spec: Spec) -> Profile | None:
    """The profile, or nothing where its models refuse it."""
    try:
        return profile(**spec)
    except ValueError:
        return None


def refused(given_profile: Profile, as_of: date | None) -> Made | None:
    """The assessment; nothing where there are problems to be told."""
    try:
        return assess(given_profile, MADE, as_of=as_of)
    except InputError as error:
        assert error.problems  # noqa: PT017  (both outcomes are right)
        return None


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(odd_profiles(), st.none() | st.dates() | st.sampled_from([date.min, date.max, date(1, 2, 28)]))
def test_an_odd_profile_is_assessed_or_refused_and_goes_through_json(spec: Spec, as_of: date | None) -> None:
    given_profile = made(spec)
    found = None if given_profile is None else refused(given_profile, as_of)
    if found is None:
        return
    text = found.to_json()
    again = Assessment.from_json(text)
    assert again == found
    assert again.to_json() == text
    for entry in found.deadlines:
        _holds_together(entry, found)


def _holds_together(entry: Deadline, found: Made) -> None:
    assert entry.earliest <= entry.latest
    assert entry.date == (entry.earliest if entry.earliest == entry.latest else None)
    if entry.overdue is True:
        assert entry.id == "article-17"
        assert entry.latest < found.as_of
        assert found.situation.joined is True
        assert found.situation.designated is False
    if entry.missed is True:
        assert entry.latest < found.as_of, "a day that is ahead was not missed"
    if entry.planned:
        assert (entry.overdue, entry.missed) == (False, False)


def test_fifty_bodies_of_which_nothing_is_known_make_few_cases() -> None:
    """What is possible is found for each body, and not for every way in which all of them can turn out."""
    bodies = [{"id": f"b{number}", "name": "A body", "role": "member", "designated": "2024"} for number in range(50)]
    found = assess(profile(npm={"bodies": bodies}), MADE)
    assert len(found.situation.bodies) == 50
    assert len(found.situation.kinds) == 31
    assert found.situation.mechanism == "unknown"


@pytest.mark.parametrize("as_of", [date.min, date(1, 3, 1), date(2, 2, 28), date(4, 2, 29), date.max])
def test_the_first_and_the_last_days_of_the_calendar_can_be_looked_at(as_of: date) -> None:
    bodies = [{"id": "b", "name": "A body", "role": "mechanism", "designated": "yes", "at_work_since": "yes"}]
    treaties = {"opcat": {"ratified": "yes", "article_24": {"part": "IV"}}}
    assert assess(profile(npm={"bodies": bodies}, treaties=treaties), MADE, as_of=as_of).as_of == as_of


def test_what_is_only_known_to_have_happened_may_not_have_by_an_earlier_day() -> None:
    given_profile = profile(npm={"designated": "yes"}, treaties={"opcat": {"ratified": "yes"}})
    now, before = assess(given_profile, MADE), assess(given_profile, MADE, as_of=date(2010, 1, 1))
    assert (now.situation.joined, now.situation.designated) == (True, True)
    assert (before.situation.joined, before.situation.designated) == ("unknown", "unknown")


def test_what_is_only_known_to_have_happened_had_by_a_later_day() -> None:
    given_profile = profile(npm={"designated": "yes"}, treaties={"opcat": {"ratified": "yes"}})
    later = assess(given_profile, MADE, as_of=date(2030, 1, 1))
    assert (later.situation.joined, later.situation.bound, later.situation.designated) == (True, True, True)
