"""What nobody has said anything about is made once for a catalogue, and is what it would be if it were worked out each time."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import Assessment, assess
from npm_readiness.models.catalogue import Catalogue
from tests.making import catalogue, criterion, evidenced, profile, question
from tests.steps import steps

BELOW = {"id": "b", "name": "A body", "role": "mechanism", "designated": "2020-01-01", "legal_basis": "executive_text"}
TOLD_OF_A_BODY = {**BELOW, "legal_basis": "act", "answers": {"plain": {"answer": "yes"}}}
PROFILES: dict[str, Any] = {
    "nothing": profile({}),
    "listed and empty": profile({"plain": {}, "capped": {}}),
    "unknown": profile({"plain": "unknown"}),
    "answered": profile({"plain": evidenced("yes"), "capped": "partial"}),
    "below an act": profile({}, npm={"bodies": [BELOW]}),
    "for a body": profile({}, npm={"bodies": [TOLD_OF_A_BODY]}),
    "no mechanism": profile({}, npm={"designated": None}),
    "not a party": profile({}, treaties={"opcat": {"acceded": None}}),
    "party": profile({}, treaties={"uncat": {"acceded": "2000-01-01"}, "opcat": {"acceded": "2010-01-01"}}),
}


def made() -> Catalogue:
    return catalogue(
        criterion("c1", question("plain"), question("capped", if_executive_text="partial")),
        criterion("c2", "plain", question("waits", needs_mechanism=True)),
        criterion("c3", question("asked", asked_when={"mechanism": "none"}), when={"federal": True}),
        criterion("c4", question("alone"), action=[{"when": {"party": True}, "text": "Now."}, {"text": "Later."}]),
        criterion("c5", question("open"), obligation="guidance", stage="operation"),
    )


@pytest.mark.parametrize("require_evidence", [False, True])
@pytest.mark.parametrize("name", PROFILES)
def test_profiles_assessed_before_leave_no_trace(name: str, require_evidence: bool) -> None:
    shared = made()
    for other in PROFILES.values():
        assess(other, shared, require_evidence=require_evidence)
    alone = assess(PROFILES[name], made(), require_evidence=require_evidence)
    assert assess(PROFILES[name], shared, require_evidence=require_evidence) == alone
    assert Assessment.from_json(alone.to_json()) == alone


def test_what_is_open_takes_a_fraction_of_the_steps_of_what_is_told() -> None:
    number = 60
    many = catalogue(*(criterion(f"c{place}", f"q{place}", f"r{place}") for place in range(number)))
    nothing, told = profile({}), profile({f"q{place}": "partial" for place in range(number)})

    def of(one: Any) -> int:
        assess(one, many)
        return steps(lambda: assess(one, many))

    assert of(nothing) * 3 < of(told) * 2
