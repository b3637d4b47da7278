"""What an assessment says beside results: since when something is asked, and who can answer."""

from __future__ import annotations

import pytest

from npm_readiness import assess
from npm_readiness.models.assessment import Assessment
from npm_readiness.problems import InputError
from npm_readiness.scoring.for_any_state import first_asked_in
from tests.making import catalogue, checklist, criterion, of, profile, question

# The Convention is of 1984, OPCAT of 2002, the guide of 2006, the Guidelines of 2010; the regional convention has no year.


@pytest.mark.parametrize(
    ("cites", "since"),
    [
        (("opcat-18",), 2002),
        (("opcat-18", "uncat-11"), 1984),
        (("guidelines-7", "opcat-18"), 2002),
        (("guidelines-7",), 2010),
        (("guidelines-7", "guide-1"), 2010),
        (("guide-1",), 2006),
        (("guide-1", "opcat-24-2"), 2002),
        (("opcat-28-1",), 2002),
        (("regional-1",), None),
        (("opcat-18", "regional-1"), None),
        (("guidelines-7", "regional-1"), None),
    ],
)
def test_since_is_the_year_of_the_earliest_instrument_that_asks_it_as_hard(
    cites: tuple[str, ...], since: int | None
) -> None:
    """What binds less hard does not count, and one instrument without a year leaves it open which is the earliest."""
    content = catalogue(criterion("c", "q", cites=cites, reading="The word requires it."))
    assert first_asked_in(content.criteria["c"].criterion, content) == since
    assert of(assess(profile(), content), "c").since == since


def test_a_finding_that_rests_on_no_provision_has_no_year() -> None:
    content = catalogue(criterion("c", "q"))
    none = content.criteria["c"].criterion.model_copy(update={"provisions": ()})
    assert first_asked_in(none, content) is None


def test_a_provision_carries_the_year_of_its_instrument() -> None:
    found = assess(profile(), catalogue(criterion("c", "q", cites=("opcat-18", "regional-1"))))
    years = {entry.id: entry.year for entry in found.provisions}
    assert (years["opcat-18"], years["regional-1"]) == (2002, None)


ASKED = catalogue(
    criterion("c", question("q", respondents=["police", "mechanism"]), "r"),
    checklist("other", criterion("d", question("s", respondents=["finance"]))),
)


def test_an_assessment_lists_the_chapters_of_its_criteria_in_the_order_of_the_code() -> None:
    made = catalogue(
        criterion("c", "q", code_chapter="health"), criterion("d", "r", code_chapter="regime"), criterion("e", "s")
    )
    found = assess(profile(), made)
    assert [chapter.id for chapter in found.code_chapters] == ["regime", "health"]
    assert [of(found, name).code_chapter for name in "cde"] == ["health", "regime", None]


def test_each_answer_says_who_can_give_it_and_the_assessment_lists_those_once() -> None:
    found = assess(profile(), ASKED)
    assert [answer.respondents for answer in of(found, "c").answers] == [("police", "mechanism"), ()]
    assert [(entry.id, entry.title) for entry in found.respondents] == [
        ("mechanism", "Mechanism"),
        ("police", "Police"),
    ]


def test_the_json_gives_those_who_can_answer_back_and_names_nobody_who_is_not_listed() -> None:
    text = assess(profile(), ASKED).to_json()
    assert Assessment.from_json(text).to_json() == text
    with pytest.raises(InputError, match="it names police, which is not in it"):
        Assessment.from_json(text.replace('"id": "police"', '"id": "polite"'))


@pytest.mark.parametrize(
    ("cites", "seen"),
    [
        (["guidelines-7"], True),
        (["guidelines-9"], False),
        (["guidelines-9", "guidelines-7"], True),
    ],
)
def test_of_a_criterion_it_is_told_whether_the_wording_of_any_provision_was_seen(cites: list[str], seen: bool) -> None:
    (found,) = assess(profile(), catalogue(criterion("c1", "q1", cites=cites))).criteria
    assert found.wording_seen is seen
