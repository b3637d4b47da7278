"""What a report says of gaps: their own actions, what others asked for, what is done already, and never more than is known."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from npm_readiness import Assessment, assess, load_profile
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Finding, Inline, Table, lines_of, text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.sections.context import Context
from tests.gap_report.conftest import EXAMPLES
from tests.gap_report.test_composing import section, words
from tests.making import catalogue, checklist, criterion, evidenced, profile, question
from tests.scoring.worlds import World, worlds

Spec = dict[str, Any]

NOBODY: Spec = {"model": "nhri", "designated": None}
EXECUTIVE: Spec = {
    "model": "nhri",
    "bodies": [
        {"id": "own", "name": "The Office", "role": "mechanism", "designated": "2012", "legal_basis": "executive_text"}
    ],
}


def finding(assessment: Assessment, name: str) -> dict[str, str]:
    """The fields of a finding, each with its lines."""
    blocks = [block for part in composed(assessment, texts_in()).sections for block in part.blocks]
    found = next(block for block in blocks if isinstance(block, Finding) and block.anchor == name)
    return {label: "\n".join(map(text_of, _lines(content))) for label, content in found.fields}


def _lines(content: tuple[Inline, ...] | Table) -> tuple[Inline, ...]:
    """The lines of a field; of a table its cells, row by row."""
    return tuple(lines_of(content)) if isinstance(content, Table) else content


def text(assessment: Assessment, label: str) -> str:
    return words(section(composed(assessment, texts_in()), label))


BOTH = criterion(
    "own",
    question("q-law", action=[{"text": "Amend the law."}]),
    question("q-money", action=[{"text": "Pay the money.", "addressee": "government"}]),
    action="Do all of it.",
)


def asked(law: str, money: str) -> Assessment:
    return assess(profile({"q-law": law, "q-money": money}), catalogue(BOTH, criterion("other", "q-other")))


def test_each_addressee_is_told_its_own_action() -> None:
    split = criterion(
        "own",
        question("q-fine"),
        question("q-law", action=[{"text": "Amend the law."}]),
        question("q-money", action=[{"text": "Pay the money.", "addressee": "government"}]),
        action="Do all of it.",
    )
    made = assess(profile({"q-fine": "yes", "q-law": "no", "q-money": "no"}), catalogue(split))
    told = finding(made, "own")["What is the case"]
    assert "Parliament: Amend the law." in told
    assert "Government: Pay the money." in told
    recommendations = text(made, "2")
    assert re.search(r"Parliament: legislation.*\nAmend the law\. \[\d+\]", recommendations, re.DOTALL)
    assert re.search(
        r"Government: bills, decrees and regulations.*\nPay the money\. \[\d+\]", recommendations, re.DOTALL
    )
    assert "Parliament: Amend the law. Government: Pay the money." in text(made, "1")
    assert "Parliament, government" in text(made, "9")


def test_what_is_answered_yes_is_never_asked_for() -> None:
    for label in ("1", "2", "6", "9"):
        assert "Amend the law" not in text(asked("yes", "no"), label)
    assert "Pay the money" in text(asked("yes", "no"), "2")
    assert "Pay the money" not in text(asked("no", "yes"), "2")


SAID: Spec = {
    "by": "spt",
    "date": "2019-05",
    "document": "CAT/OP/X/1",
    "paragraph": "para. 12",
    "text": "Give it a law.",
}


def recommended(*entries: Spec, answer: str = "no") -> Assessment:
    return assess(profile({"q-own": answer}, recommendations=list(entries)), catalogue(criterion("own", "q-own")))


def test_what_others_have_recommended_stands_in_a_section_of_its_own() -> None:
    made = recommended({**SAID, "id": "r1", "about": ["own"], "response": "accepted", "comment": "Not yet."})
    told = text(made, "10")
    for part in (
        "Subcommittee on Prevention of Torture, 2019-05",
        "accepted",
        "What was said\nGive it a law.",
        "Where\nCAT/OP/X/1, para. 12",
        "Bears on\nTitle of own [",
        "How it stands\nopen: a criterion on which it bears falls short",
        "Comment\nNot yet.",
    ):
        assert part in told, part
    assert (
        finding(made, "own")["Who asked for it"]
        == "Subcommittee on Prevention of Torture, 2019-05, CAT/OP/X/1, para. 12"
    )
    met = recommended({**SAID, "id": "r1", "about": ["own"]}, answer="yes")
    assert "met by the criteria on which it bears" in text(met, "10")
    assert "response not known" in text(met, "10")


def test_recommendations_are_counted_by_who_made_them_and_how_they_stand() -> None:
    said = [
        {"id": "upr-1", "by": "upr", "text": "Do it.", "about": ["own"], "date": "2020"},
        {"id": "upr-2", "by": "upr", "text": "Look.", "about": ["opcat-28-1"], "date": "2021"},
        {"id": "spt-1", "by": "spt", "text": "Do it.", "about": ["own"], "date": "2022"},
    ]
    made = assess(profile({"q-own": "no"}, recommendations=said), catalogue(criterion("own", "q-own")))
    (table,) = [block for block in section(composed(made, texts_in()), "10").blocks if isinstance(block, Table)]
    rows = [[text_of(cell) for cell in row] for row in table.rows]
    assert rows == [
        ["Universal periodic review", "2", "0", "1", "1"],
        ["Subcommittee on Prevention of Torture", "1", "0", "1", "0"],
    ]


def test_where_nobody_recommended_anything_the_section_says_so() -> None:
    assert text(recommended(), "10") == "Nothing to report: the profile records no recommendation of others."


def test_a_finding_that_the_assessors_adopted_is_a_finding_of_its_own() -> None:
    made = recommended({**SAID, "id": "tie", "about": ["own"], "finding": "falls_short", "adopted": True}, answer="yes")
    fields = finding(made, "tie")
    assert fields["Who found it"].startswith(
        "Subcommittee on Prevention of Torture, 2019-05, CAT/OP/X/1, para. 12; the assessors made it their own."
    )
    assert fields["What must be done, if party"] == "Parliament: Give it a law."
    assert "What is the case" not in fields
    assert "Give it a law." in text(made, "1")
    assert "the assessors made that their own." in text(made, "10")
    other = recommended({**SAID, "id": "tie", "about": ["own"], "finding": "falls_short"}, answer="yes")
    assert "the assessors did not make that their own." in text(other, "10")


def test_what_a_body_does_before_it_is_the_mechanism_stands_among_the_answers() -> None:
    visits = criterion("visits", question("q-visits", needs_mechanism=True), stage="operation", aspect="practice")
    given = {"q-visits": evidenced("yes", comment="Twelve visits a year.")}
    made = assess(profile(given, npm=NOBODY), catalogue(visits))
    assert "What is known of it already: annex B." in text(made, "11")
    kept = text(made, "Annex B")
    assert "already done by the body, which is not the mechanism yet\nyes" in kept
    assert "Twelve visits a year." in kept
    assert [gap.waits for gap in made.gaps] == [True], "and it does not count"


def test_an_answer_on_law_says_when_the_legal_basis_keeps_it_below_yes() -> None:
    own = criterion("own", question("q-own", if_executive_text="partial"))
    made = assess(profile({"q-own": "unknown"}, npm=EXECUTIVE), catalogue(own))
    assert (
        "At most partial: the mechanism rests on a text of the executive alone."
        in finding(made, "own")["What is the case"]
    )


def test_nobody_in_post_is_told_as_that() -> None:
    people = criterion("visits", question("q-visits", needs_people=True), stage="operation", aspect="practice")
    bodies = [{"id": "own", "name": "The Office", "role": "mechanism", "designated": "2012", "at_work_since": None}]
    made = assess(profile({}, npm={"model": "nhri", "bodies": bodies}), catalogue(people))
    page = text(made, "1")
    assert "It exists on paper: nobody is in post." in page
    assert "1 treaty requirement counts as unmet until somebody is in post." in page
    assert "Every gap that is known waits for people to be at work in the mechanism." in page
    assert "1 requirement can be examined only once somebody is in post, and asks nothing of anybody today" in text(
        made, "2"
    )
    assert "Title of visits (treaty)" in text(made, "11")
    assert "as long as there is no mechanism" not in "".join(text(made, label) for label in ("1", "2", "6"))


def test_points_of_the_profile_that_are_worth_a_second_look_stand_under_scope() -> None:
    made = assess(
        profile({"q-own": "no"}, treaties={"opcat": {"ratified": "2024"}}),
        catalogue(criterion("own", "q-own")),
    )
    assert made.cautions
    told = text(made, "3")
    assert all(" ".join(caution.message.split()) in told for caution in made.cautions)


def test_the_digest_of_the_profile_stands_with_those_of_the_checklists() -> None:
    made = asked("no", "no")
    assert made.profile.sha256 in text(made, "Annex E")


# That something is not known to be missing is never said without how much was looked at.

CLEARANCE = re.compile(r"No treaty requirement is known to be unmet|No gap( in readiness)? is known")
WITH_HOW_MUCH = re.compile(
    r"No treaty requirement is known to be unmet; something is known of \d+ of (the )?\d+ that appl(y|ies)\."
    r"|No gap( in readiness)? is known, with something known of \d+ of \d+ treaty requirements?\."
    r"|No gap( in readiness)? is known, and (all|the) \d+ treaty requirements? that appl(y|ies) (is|are) met\."
)


def assert_no_clearance(assessment: Assessment) -> None:
    for part in composed(assessment, texts_in()).sections:
        shown = words(part)
        assert len(CLEARANCE.findall(shown)) == len(WITH_HOW_MUCH.findall(shown)), part.title


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.yaml")))
def test_no_example_is_cleared_without_saying_how_much_was_looked_at(name: str) -> None:
    assessment = assess(load_profile(EXAMPLES / f"{name}.yaml"))
    assert_no_clearance(assessment)
    last = next(stage for stage in reversed(assessment.stages) if stage.looked_at is not None)
    scope = Context(assessment, texts_in()).readiness
    assert last.looked_at is not None
    assert (scope.looked_at, len(scope.treaty)) == (last.looked_at.treaty, last.looked_at.of)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_no_profile_is_cleared_without_saying_how_much_was_looked_at(world: World) -> None:
    assessment = world.assessed()
    assert_no_clearance(assessment)
    last = next((stage for stage in reversed(assessment.stages) if stage.looked_at is not None), None)
    if last is not None and last.looked_at is not None and last.id == "operation":
        scope = Context(assessment, texts_in()).readiness
        assert (scope.looked_at, len(scope.treaty)) == (last.looked_at.treaty, last.looked_at.of)


def test_each_stage_says_on_how_many_treaty_requirements_it_rests() -> None:
    page = text(assess(load_profile(EXAMPLES / "turkmenistan.yaml")), "1")
    assert len(re.findall(r"It rests on \d+ treaty requirements; something is known of \d+\.", page)) == 4


def test_the_road_to_joining_is_behind_a_state_that_has_joined(georgia: Assessment) -> None:
    page = text(georgia, "1")
    assert "Ratification: behind the State" in page
    assert (
        "Ratification (Did the State join as the Protocol asks?) The State has joined; the road to it is behind the State."
        in page
    )
    assert "9 questions on the road to joining are behind the State and are not asked." in text(georgia, "7")
    assert "Can the State become party?" not in page


def test_a_reservation_is_not_behind_the_state() -> None:
    free = criterion("free", question("q-free", follows_from="joined-without-reservation"), stage="ratification")
    opcat = {"ratified": "2010-01-01", "reservation": True}
    made = assess(profile({}, treaties={"opcat": opcat}), catalogue(free))
    assert "Ratification: not ready" in text(made, "1")


def test_the_counts_on_page_one_add_up(georgia: Assessment) -> None:
    told = re.search(
        r"Of (\d+) questions (\d+) are answered, (\d+) follow from facts, (\d+) are known in part, (\d+) are open, "
        r"(\d+) do not apply:",
        text(georgia, "1"),
    )
    assert told is not None
    total, *parts = map(int, told.groups())
    assert total == sum(parts) == georgia.answered.questions
    assert parts[2] == georgia.answered.partly_known


def test_a_gap_in_standards_is_not_denied_where_readiness_has_none() -> None:
    made = assess(
        profile({"q-own": "yes", "q-cells": "no"}, checklists=["opcat", "women"]),
        catalogue(criterion("own", "q-own"), checklist("women", criterion("cells", "q-cells"), counts_for="standards")),
    )
    page = text(made, "1")
    assert "No gap in readiness is known" in page
    assert "No gap is known" not in page
    apart = "Title of women, apart from the verdicts. 0 of 1 criteria are met, 1 is known to fall short."
    assert f"{apart} Not, or not fully, in place: Title of cells" in page


# The next decisions.


def next_decisions(assessment: Assessment) -> list[str]:
    """The criteria whose actions page one gives."""
    return [gap.criterion for gap in Context(assessment, texts_in()).main.first_steps]


OUTSIDE: Spec = {"opcat": {"signed": None, "ratified": None, "acceded": None}}
ROAD = catalogue(
    criterion("approved", "q-approved", obligation="practice", stage="ratification"),
    criterion(
        "deposit",
        question("q-deposit", answered_by="party-to-opcat"),
        obligation="practice",
        stage="ratification",
        after=["approved"],
    ),
    criterion("year", "q-year", cites=["opcat-17"]),
    criterion("other", "q-other", obligation="guidance"),
)


def test_a_state_that_has_not_joined_is_first_told_how_to_join() -> None:
    answers = dict.fromkeys(("q-approved", "q-year", "q-other"), "no")
    assert next_decisions(assess(profile(answers, treaties=OUTSIDE), ROAD)) == ["approved", "deposit", "year"]


def test_what_must_be_done_before_joining_is_not_put_off_until_the_state_is_party() -> None:
    made = assess(
        profile({"q-free": "no", "q-year": "no"}, treaties=OUTSIDE),
        catalogue(criterion("free", "q-free", stage="ratification"), criterion("year", "q-year", cites=["opcat-17"])),
    )
    recommendations = text(made, "2")
    before, after = recommendations.split("What must be done, once party")
    assert "What must be done before joining\nMake it so (free)." in before
    assert "before the instrument is deposited" in before
    assert "within a year of joining (art. 17)" in after


def test_what_others_found_is_no_further_decision_beside_the_gap_on_which_it_bears() -> None:
    found = {"by": "spt", "finding": "falls_short", "adopted": True}
    recommendations = [
        {"id": "spt-1", "text": "Make it so without delay.", "about": ["year"], **found},
        {"id": "spt-2", "text": "Pay the members.", "about": ["opcat-18"], **found},
    ]
    made = assess(
        profile({"q-year": "no", "q-paid": "yes"}, recommendations=recommendations),
        catalogue(criterion("year", "q-year", cites=["opcat-17"]), criterion("paid", "q-paid")),
    )
    assert set(next_decisions(made)) == {"year", "spt-2"}
    page = text(made, "1")
    assert "Not, or not fully, in place: Title of year" in page
    assert (
        "Found by others, and by the assessors too: Make it so without delay (Subcommittee on Prevention of Torture)"
        in page
    )
    assert ".." not in page
