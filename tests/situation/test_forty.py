"""The forty situations worked by hand: what the engine makes of them, and what a page about them says and never says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from npm_readiness import Assessment, assess, load_catalogue, render
from npm_readiness.models.catalogue import Catalogue
from tests.making import profile

from .forty import FORTY, ROAD

each = pytest.mark.parametrize("entry", FORTY, ids=lambda entry: str(entry["id"]))


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    return load_catalogue()


def assessed(entry: dict[str, Any], catalogue: Catalogue, *checklists: str) -> Assessment:
    treaties = {"uncat": {"ratified": "1990-01-01"}, **entry["treaties"]}
    given = profile(
        country="XAA",
        country_name="A State",
        assessed_on=entry.get("assessed_on", "2024-06-01"),
        treaties=treaties,
        npm=entry["npm"],
        sources={},
        checklists=list(checklists or ("opcat",)),
    )
    return assess(given, catalogue)


def test_there_are_forty_and_no_two_are_alike() -> None:
    assert len({entry["id"] for entry in FORTY}) == len(FORTY) == 40
    facts = [(entry["treaties"], entry["npm"], entry.get("assessed_on")) for entry in FORTY]
    assert all(facts.count(one) == 1 for one in facts)


@each
def test_what_follows_from_the_facts(entry: dict[str, Any], ours: Catalogue) -> None:
    found = assessed(entry, ours)
    situation = found.situation
    assert (situation.joined, situation.bound) == (entry["joined"], entry["bound"])
    assert (situation.bound_since and situation.bound_since.isoformat()) == entry.get("bound_since")
    assert (situation.mechanism, situation.legal_basis) == (entry["mechanism"], entry.get("legal_basis"))
    on_the_road = assessed(entry, ours, "opcat", "establishment").criteria
    assert {criterion.id for criterion in on_the_road if criterion.moot} & ROAD == entry["moot"]
    assert found.stages[0].verdict == entry["ratification"]


@each
def test_the_dates_that_follow(entry: dict[str, Any], ours: Catalogue) -> None:
    due = [deadline for deadline in assessed(entry, ours).deadlines if deadline.id == "article-17"]
    if "due" not in entry:
        assert due == []
        return
    ends = min(deadline.earliest for deadline in due), max(deadline.latest for deadline in due)
    assert tuple(map(str, ends)) == entry["due"]
    assert {deadline.overdue for deadline in due} == {entry["overdue"]}
    missed = entry["missed"]
    assert {deadline.missed for deadline in due} == (missed if isinstance(missed, set) else {missed})


# Some of the fragments are the report's own wording; where it changes, the table follows.
@each
@pytest.mark.parametrize("format", ["text", "html"])
def test_what_a_page_says_and_never_says(entry: dict[str, Any], format: str, ours: Catalogue) -> None:  # noqa: A002
    page = words_of(str(render(assessed(entry, ours), format)))
    # The text is a summary; what only the whole report says stands apart.
    said = [*entry["says"], *(entry.get("says_in_full", []) if format == "html" else [])]
    assert [fragment for fragment in said if fragment not in page] == []
    assert [fragment for fragment in entry["never_says"] if fragment in page] == []


def words_of(page: str) -> str:
    """The words of a page, without marks and line breaks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(style|script)\b.*?</\1>", " ", page)))
