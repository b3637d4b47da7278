"""The section on what several assessors say: there only where a profile keeps it, in every format, left out of short reports."""

from __future__ import annotations

import pytest

from npm_readiness import Assessment, InputError, assess, public_version, render
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.view import View
from tests.gap_report.test_nothing_lost import words_of
from tests.making import catalogue, criterion, profile, question

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

VERSIONS = [
    {"by": "Government", "answer": "yes", "evidence": [{"source": "law", "pinpoint": "art. 7", "note": "Plain."}]},
    {"by": "Coalition", "answer": "no", "comment": "Read art. 8 with it."},
]


@pytest.fixture(scope="module")
def disputed() -> Assessment:
    made = catalogue(criterion("c", "a", question("moot", asked_when={"joined": True})))
    answers = {"a": {"answer": "unknown", "versions": VERSIONS}, "moot": {"answer": "unknown", "versions": VERSIONS}}
    return assess(profile(answers, treaties={"opcat": {"acceded": None, "ratified": None}}), made)


def titles(assessment: Assessment) -> list[str]:
    return [section.title for section in View(assessment, texts_in()).report.sections]


def test_it_is_there_only_where_there_are_versions(disputed: Assessment) -> None:
    assert "Where answers differ" in titles(disputed)
    plain = assess(profile({"a": "yes"}), catalogue(criterion("c", "a")))
    assert "Where answers differ" not in titles(plain)
    with pytest.raises(InputError, match="there is no section differing"):
        render(plain, "html", sections=("differing",))


@pytest.mark.parametrize("form", ["html", "markdown", "docx", "xlsx"])
def test_what_each_assessor_says_stands_in_every_format(disputed: Assessment, form: str) -> None:
    shown = words_of(disputed, form)
    for text in ("Government", "Coalition", "art.7", "Plain.", "Readart.8withit."):
        assert shown.count(text) >= 2, text


@pytest.mark.parametrize("form", ["html", "markdown", "docx", "xlsx"])
def test_what_is_said_of_one_body_stands_there_too(form: str) -> None:
    bodies = [
        {
            "id": "o",
            "name": "The Office",
            "role": "candidate",
            "answers": {"a": {"answer": "unknown", "versions": VERSIONS}},
        }
    ]
    made = assess(profile({}, npm={"model": "nhri", "bodies": bodies}), catalogue(criterion("c", "a")))
    assert "Where answers differ" in titles(made)
    shown = words_of(made, form)
    for text in ("Government", "Coalition", "Readart.8withit."):
        assert text in shown, text
    public = public_version(made).to_json()
    assert "Coalition" in public
    assert "Read art. 8" not in public


def test_a_short_report_leaves_it_out_and_a_main_one_does_not(disputed: Assessment) -> None:
    assert "Where answers differ" not in str(render(disputed, "markdown", parts="short"))
    assert "## 12 Where answers differ" in str(render(disputed, "markdown"))
    assert "Coalition" in str(render(disputed, "markdown", sections=("differing",)))


def test_versions_count_for_nothing(disputed: Assessment) -> None:
    (counted,) = [answer for entry in disputed.criteria for answer in entry.answers if answer.question == "a"]
    assert (str(counted.counted_as), len(counted.versions)) == ("unknown", 2)
    assert Assessment.from_json(disputed.to_json()) == disputed


def test_a_public_version_leaves_out_comments_and_sources_in_confidence() -> None:
    made = catalogue(criterion("c", "a"))
    secret = {"law": {"title": "Told in confidence", "kind": "law", "confidential": True}}
    public = public_version(assess(profile({"a": {"answer": "unknown", "versions": VERSIONS}}, sources=secret), made))
    text = public.to_json()
    assert '"Coalition"' in text
    for hidden in ("Told in confidence", "art. 7", "Plain.", "Read art. 8"):
        assert hidden not in text
