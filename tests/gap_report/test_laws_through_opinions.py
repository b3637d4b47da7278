"""An article of a law that is known through an opinion or a report: it counts in the drafter's list, with who says so."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import Assessment, InputError, assess, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import lines_of, text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.loading.profile_checks import check_profile
from npm_readiness.scoring.publishing import public_version
from tests.making import catalogue, criterion, profile

Spec = dict[str, Any]

SOURCES: Spec = {
    "act": {"title": "The Ombudsperson Act", "kind": "law", "date": "2012"},
    "opinion": {"title": "Opinion on the Act", "kind": "other", "date": "2013"},
}
SPEAKS: Spec = {
    "source": "opinion",
    "pinpoint": "para. 12",
    "of": "act",
    "article": "arts 5(2), 9",
    "note": "No own budget.",
}


def made(**keys: Any) -> Assessment:
    piece = {**SPEAKS, **keys}
    given = {"q-own": {"answer": "no", "evidence": [piece]}}
    return assess(profile(given, sources=SOURCES), catalogue(criterion("own", "q-own")))


def text(assessment: Assessment, label: str) -> str:
    part = next(part for part in composed(assessment, texts_in()).sections if part.label == label)
    return "\n".join(text_of(line) for block in part.blocks for line in lines_of(block))


def test_the_drafter_finds_the_article_with_who_says_so() -> None:
    listed = text(made(), "8")
    assert "art. 5(2)according to Opinion on the Act, para. 12: No own budget." in listed
    assert "art. 9according to Opinion on the Act, para. 12: No own budget." in listed
    assert "amend (must, if party): It is so." in listed
    assert "No answer on law cites a place" not in listed


def test_the_place_in_the_opinion_is_no_article_to_amend() -> None:
    assert "para. 12 " not in text(made(), "8")


def test_the_finding_names_both() -> None:
    assert "Source 2, para. 12, on source 1, arts 5(2), 9, No own budget." in text(made(), "6")


def test_the_concordance_names_the_article() -> None:
    assert "Source 1: art. 5(2), art. 9" in text(
        assess(
            profile({"q-own": {"answer": "no", "evidence": [SPEAKS]}}, sources=SOURCES),
            catalogue(criterion("own", "q-own", cites=["opcat-18"])),
        ),
        "Annex A",
    )


def test_what_shows_what_is_there_is_kept() -> None:
    assert "keep: Title of own" in text(made(shows="in_place"), "8")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"article": None}, "of names a law; say under article: on which place in it the source speaks"),
        ({"of": None}, "article is a place in a law; name the law, a source of the profile, under of:"),
        ({"of": "opinion"}, "of names another text than source; a place in the source itself is its pinpoint"),
    ],
)
def test_the_two_keys_go_together(keys: Spec, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        made(**keys)


@pytest.mark.parametrize(("law", "code"), [("akt", "source-unknown"), ("other-opinion", "evidence-of-no-law")])
def test_the_law_is_a_legal_text_among_the_sources(law: str, code: str) -> None:
    sources = {**SOURCES, "other-opinion": {"title": "Another opinion", "kind": "other"}}
    given = profile({"q-own": {"answer": "no", "evidence": [{**SPEAKS, "of": law}]}}, sources=sources)
    with pytest.raises(InputError) as caught:
        check_profile(given, catalogue(criterion("own", "q-own")))
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.path == ("answers", "q-own", "evidence", 0, "of")


def test_an_assessment_keeps_it_in_json_and_in_public() -> None:
    assessment = made()
    again = Assessment.from_json(str(render(assessment, "json")))
    assert again == assessment
    (piece,) = public_version(assessment).criteria[0].answers[0].evidence
    assert (piece.of, piece.article, piece.note) == ("act", "arts 5(2), 9", None)


def test_a_confidential_law_is_not_named_in_public() -> None:
    sources = {**SOURCES, "act": {**SOURCES["act"], "confidential": True}}
    given = profile({"q-own": {"answer": "no", "evidence": [SPEAKS]}}, sources=sources)
    hidden = public_version(assess(given, catalogue(criterion("own", "q-own"))))
    (piece,) = hidden.criteria[0].answers[0].evidence
    assert (piece.of, piece.article) == (None, None)
