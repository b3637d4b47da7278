"""What comes back in the file that a page saves, put into a small profile: what is taken, what is refused, and where it is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from npm_readiness import InputError, gather
from npm_readiness.collecting.fields import FIELDS, Fields, answer_data, fields_of
from npm_readiness.collecting.form import draw_form, form_of, known_forms, read_form
from npm_readiness.collecting.forms.page.saved_answers import MARK
from npm_readiness.collecting.gathering import Gathered
from npm_readiness.collecting.questionnaire import collect_questions, question_version
from npm_readiness.models.answers import GivenAnswer
from npm_readiness.reading.files import parse_document
from tests.making import catalogue, criterion, profile, question

CATALOGUE = catalogue(criterion("c", "q1", "q2", question("q3", may_not_apply="It has no staff.")))
PROFILE = """\
country: TKM
assessed_on: 2024-01-01
npm: {model: nhri, institution: The office, institution_kind: ombudsman, designated: 2020-01-01}
sources:
  law: {title: The Law, kind: law}
"""
LAW = {"source": "law", "pinpoint": "art. 1"}


def office(folder: Path, by: str, said: dict[str, Any], sources: Any = (), more: Any = None) -> Path:
    """A file that the page has saved: of each question what it showed (``was``), and what somebody made of it."""
    answers = {}
    for name, fields in said.items():
        before = {**dict.fromkeys(FIELDS, ""), **fields.pop("was", {})}
        version = fields.pop(
            "version", question_version(CATALOGUE.questions[name]) if name in CATALOGUE.questions else "x"
        )
        answers[name] = {"version": version, "before": before, "after": {**before, **fields}}
    listed = [{"title": "", "kind": "", "date": "", "url": "", **source} for source in sources]
    content = {"form": MARK, "country": "TKM", "by": by, "sources": listed, "answers": answers, **(more or {})}
    file = folder / f"{by or 'nobody'}.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def gathered(folder: Path, *files: Path, profile: str = PROFILE, keep: bool = False) -> Gathered:
    into = folder / "profile.yaml"
    into.write_text(profile, encoding="utf-8")
    return gather(files, into, CATALOGUE, keep_disputes=keep)


def data_of(found: Gathered) -> Any:
    return parse_document(found.text).data


def refusals(folder: Path, *files: Path, profile: str = PROFILE) -> list[tuple[str, str]]:
    """The codes of what is wrong, each with its place beside the file."""
    with pytest.raises(InputError) as caught:
        gathered(folder, *files, profile=profile)
    return [(problem.code, Path(problem.file).name) for problem in caught.value.problems]


# --- What is refused -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "fields", "code"),
    [
        ("q1", {"answer": "perhaps"}, "form-answer-invalid"),
        ("q1", {"answer": "not_applicable", "reason": "So."}, "form-always-applies"),
        ("q3", {"answer": "not_applicable"}, "form-reason-missing"),
        ("q1", {"answer": "no", "reason": "So."}, "form-reason-alone"),
        ("q1", {"pinpoint": "art. 1"}, "form-source-missing"),
        ("q1", {"note": "Seen."}, "form-source-missing"),
        ("gone", {"answer": "no"}, "form-question-unknown"),
        ("q1", {"comment": "a\x07b"}, "form-cell"),
        # The profile would not hold it: said at its place in the form, since nobody has seen the new text.
        ("q1", {"source": "law", "pinpoint": "…"}, "value-invalid"),
    ],
)
def test_what_cannot_be_taken_is_named_at_its_place(
    tmp_path: Path, name: str, fields: dict[str, Any], code: str
) -> None:
    assert refusals(tmp_path, office(tmp_path, "A", {name: fields})) == [(code, f"A.json: {name}")]


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ({"country": "GEO"}, "form-other-country", "A.json"),
        ({"by": "The\x07office"}, "form-cell", "A.json"),
        (
            {"sources": [{"title": "A paper", "kind": "other", "date": "", "url": "a\x07b"}]},
            "form-cell",
            "A.json: source A paper",
        ),
        ({"sources": [{"title": "A paper", "kind": 5, "date": "", "url": ""}]}, "form-file", "A.json"),
        ({"sources": [{"title": "A paper", "kind": "other"}]}, "form-file", "A.json"),
        ({"sources": "none"}, "form-file", "A.json"),
        (
            {"sources": [{"title": "A paper", "kind": "other", "date": "", "url": "javascript:x"}]},
            "value-invalid",
            "A.json: source A paper",
        ),
        ({"form": "another", "made_by": MARK}, "form-unknown", "A.json"),
        ({"country": None}, "form-file", "A.json"),
        ({"answers": []}, "form-file", "A.json"),
        ({"answers": {"q1": {"version": "x", "before": {}, "after": {}}}}, "form-file", "A.json: q1"),
    ],
)
def test_a_form_that_cannot_be_used_is_named(tmp_path: Path, more: dict[str, Any], code: str, place: str) -> None:
    assert refusals(tmp_path, office(tmp_path, "A", {"q1": {"answer": "no"}}, more=more)) == [(code, place)]


def test_what_was_odd_before_and_nobody_has_touched_is_not_held_against_who_adds_something(tmp_path: Path) -> None:
    added = office(tmp_path, "A", {"q1": {"was": {"pinpoint": "art. 1"}, "comment": "Seen."}})
    assert data_of(gathered(tmp_path, added))["answers"]["q1"]["comment"] == "Seen."


def test_a_version_that_no_profile_can_hold_is_named_at_the_first_form(tmp_path: Path) -> None:
    files = [
        office(tmp_path, "A", {"q1": {"answer": "no", "source": "law", "pinpoint": "…"}}),
        office(tmp_path, "B", {"q1": {"answer": "yes"}}),
    ]
    with pytest.raises(InputError) as caught:
        gathered(tmp_path, *files, keep=True)
    assert [(problem.code, Path(problem.file).name) for problem in caught.value.problems] == [
        ("form-cell", "A.json: q1")
    ]


def test_what_was_filled_in_for_other_words_of_a_question_is_told_and_not_taken(tmp_path: Path) -> None:
    found = gathered(
        tmp_path, office(tmp_path, "A", {"q1": {"version": "older", "answer": "no"}, "q2": {"answer": "no"}})
    )
    assert [(problem.code, Path(problem.file).name) for problem in found.warnings] == [
        ("form-question-changed", "A.json: q1")
    ]
    assert found.changed == ("q2",)


def test_what_nobody_has_changed_is_neither_taken_nor_looked_at(tmp_path: Path) -> None:
    untouched = {"gone": {}, "q1": {"was": {"answer": "perhaps"}}, "q2": {"version": "older"}}
    found = gathered(tmp_path, office(tmp_path, "A", untouched))
    assert (found.text, found.changed, found.disputed, found.warnings) == (PROFILE, (), (), ())


def test_all_files_are_looked_at_before_anything_is_said(tmp_path: Path) -> None:
    spoilt = [office(tmp_path, by, {"q1": {"answer": "perhaps"}}) for by in "AB"]
    assert [place for _, place in refusals(tmp_path, *spoilt)] == ["A.json: q1", "B.json: q1"]
    missing = tmp_path / "missing.json"
    assert refusals(tmp_path, missing, *spoilt)[0] == ("file-unreadable", "missing.json")


# --- What is taken ---------------------------------------------------------------------------------------------------------


def test_an_answer_is_taken_with_its_place_and_who_gave_it(tmp_path: Path) -> None:
    found = gathered(
        tmp_path, office(tmp_path, "The police", {"q2": {"answer": "no-or-partial", **LAW, "note": "Seen."}})
    )
    assert found.changed == ("q2",)
    assert data_of(found)["answers"] == {
        "q2": {
            "answer": "unknown",
            "between": ["no", "partial"],
            "evidence": [{**LAW, "note": "Seen."}],
            "by": "The police",
        }
    }


def test_who_says_the_same_contradicts_nobody(tmp_path: Path) -> None:
    one = office(tmp_path, "A", {"q1": {"answer": "no", **LAW, "comment": "Seen."}})
    other = office(tmp_path, "B", {"q1": {"answer": "no", "source": "law", "pinpoint": "art. 2", "comment": "Heard."}})
    assert data_of(gathered(tmp_path, one, other))["answers"]["q1"] == {
        "answer": "no",
        "evidence": [LAW, {"source": "law", "pinpoint": "art. 2"}],
        "comment": "A: Seen.\nB: Heard.",
        "by": "A; B",
    }


def test_who_differs_is_named_and_nothing_is_chosen(tmp_path: Path) -> None:
    files = [office(tmp_path, by, {"q1": {"answer": word}}) for by, word in (("A", "no"), ("B", "yes"))]
    assert refusals(tmp_path, *files) == [("form-disputed", "A.json: q1"), ("form-disputed", "B.json: q1")]
    kept = gathered(tmp_path, *files, keep=True)
    assert (kept.changed, kept.disputed) == ((), ("q1",))
    entry = data_of(kept)["answers"]["q1"]
    assert entry["answer"] == "unknown"
    assert [(version["by"], version["answer"]) for version in entry["versions"]] == [("A", "no"), ("B", "yes")]


ANSWERED = PROFILE + "answers:\n  q1:\n    answer: partial\n    comment: Old.\n"


def test_where_all_agree_there_is_no_dispute_to_keep(tmp_path: Path) -> None:
    def files() -> list[Path]:
        return [office(tmp_path, by, {"q1": {"answer": "no", **LAW, "comment": f"As {by} sees it."}}) for by in "AB"]

    kept, other = gathered(tmp_path, *files(), keep=True), gathered(tmp_path, *files())
    assert (kept.text, kept.disputed, kept.changed) == (other.text, (), ("q1",))


def test_two_changes_of_one_evidence_that_said_little_are_a_dispute_and_two_new_ones_are_not(tmp_path: Path) -> None:
    was = "answers:\n  q1: {answer: no, evidence: [{source: law, pinpoint: art. 1}]}\n"
    shown = {"answer": "no", **LAW}
    both = [office(tmp_path, by, {"q1": {"was": shown, "pinpoint": f"art. {by}"}}) for by in "AB"]
    assert refusals(tmp_path, *both, profile=PROFILE + was) == [("form-disputed", f"{by}.json: q1") for by in "AB"]
    both = [office(tmp_path, by, {"q2": {"source": "law", "pinpoint": f"art. {by}"}}) for by in "AB"]
    evidence = data_of(gathered(tmp_path, *both, profile=PROFILE + was))["answers"]["q2"]["evidence"]
    assert [one["pinpoint"] for one in evidence] == ["art. A", "art. B"]


@pytest.mark.parametrize("seen", ["no", ""])
def test_a_form_that_was_made_before_the_profile_moved_on_does_not_overrule_it(tmp_path: Path, seen: str) -> None:
    """Also where another form was made after that."""
    current = office(tmp_path, "A", {"q1": {"was": {"answer": "partial"}, "answer": "yes"}})
    older = office(tmp_path, "B", {"q1": {"was": {"answer": seen}, "answer": "yes"}})
    assert data_of(gathered(tmp_path, current, profile=ANSWERED))["answers"]["q1"]["answer"] == "yes"
    found = refusals(tmp_path, current, older, profile=ANSWERED)
    assert found == [("form-disputed", "A.json: q1"), ("form-disputed", "B.json: q1")]


def test_a_comment_that_was_changed_stands_instead_and_one_beside_another_below_it(tmp_path: Path) -> None:
    was = {"answer": "partial", "comment": "Old."}
    changed = office(tmp_path, "A", {"q1": {"was": was, "comment": "New."}})
    assert data_of(gathered(tmp_path, changed, profile=ANSWERED))["answers"]["q1"]["comment"] == "New."
    two = [office(tmp_path, by, {"q2": {"comment": f"By {by}."}}) for by in "AB"]
    found = data_of(gathered(tmp_path, *two, profile=ANSWERED))["answers"]["q2"]
    assert found == {"answer": None, "comment": "A: By A.\nB: By B.", "by": "A; B"}


def test_a_comment_that_one_has_changed_and_another_never_saw_is_a_dispute(tmp_path: Path) -> None:
    changed = office(tmp_path, "A", {"q1": {"was": {"answer": "partial", "comment": "Old."}, "comment": "New."}})
    unseen = office(tmp_path, "B", {"q1": {"was": {"answer": "partial"}, "comment": "Mine."}})
    found = refusals(tmp_path, changed, unseen, profile=ANSWERED)
    assert found == [("form-disputed", "A.json: q1"), ("form-disputed", "B.json: q1")]


@pytest.mark.parametrize("named", ["law", "The Law"])
def test_evidence_that_the_profile_has_already_is_not_added_again(tmp_path: Path, named: str) -> None:
    has = (
        PROFILE
        + "answers:\n  q1:\n    answer: no\n    evidence: [{source: law, pinpoint: art. 9}, {source: law, pinpoint: art. 1}]\n"
    )
    again = office(tmp_path, "A", {"q1": {"source": named, "pinpoint": "art. 1"}})
    assert gathered(tmp_path, again, profile=has).text == has


def test_where_the_profile_has_moved_on_it_is_the_profile_that_is_named(tmp_path: Path) -> None:
    files = [
        office(tmp_path, by, {"q1": {"was": {"answer": "no"}, "answer": word}})
        for by, word in (("A", "yes"), ("B", "unknown"))
    ]
    with pytest.raises(InputError) as caught:
        gathered(tmp_path, *files, profile=ANSWERED)
    assert [problem.message.partition("otherwise in ")[2] for problem in caught.value.problems] == [
        "the profile: «yes» here, «partial» there",
        "the profile: «unknown» here, «partial» there",
    ]


def test_as_much_of_a_text_is_told_as_a_line_has_room_for(tmp_path: Path) -> None:
    was = {"answer": "partial", "comment": "Old."}
    whole, long = "x" * 120, "y" * 121
    files = [office(tmp_path, by, {"q1": {"was": was, "comment": words}}) for by, words in (("A", whole), ("B", long))]
    with pytest.raises(InputError) as caught:
        gathered(tmp_path, *files, profile=ANSWERED)
    assert caught.value.problems[0].message.endswith(f": «{whole}» here, «{'y' * 120} …» there")


def test_what_is_emptied_goes(tmp_path: Path) -> None:
    emptied = office(tmp_path, "A", {"q1": {"was": {"answer": "partial", "comment": "Old."}, "comment": ""}})
    assert data_of(gathered(tmp_path, emptied, profile=ANSWERED))["answers"]["q1"] == {"answer": "partial", "by": "A"}


def test_a_byte_order_mark_stays_where_it_is(tmp_path: Path) -> None:
    found = gathered(tmp_path, office(tmp_path, "A", {"q1": {"answer": "no"}}), profile="\ufeff" + PROFILE)
    assert found.text.startswith("\ufeffcountry: TKM")
    assert found.text.count("\ufeff") == 1


# --- Sources ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", ["law", "The Law", "the  law"])
def test_a_source_of_the_profile_is_known_by_its_id_and_by_its_title(tmp_path: Path, named: str) -> None:
    found = gathered(tmp_path, office(tmp_path, "A", {"q1": {"answer": "no", "source": named, "pinpoint": "art. 1"}}))
    assert data_of(found)["answers"]["q1"]["evidence"] == [LAW]
    assert list(data_of(found)["sources"]) == ["law"]


def test_a_new_source_is_added_once_with_what_is_told_of_it(tmp_path: Path) -> None:
    listed = [
        {"title": "A Report", "kind": "page", "url": "https://example.org/r"},
        {"title": "Unused", "date": "2023"},
        {"title": " "},
    ]
    one = office(tmp_path, "A", {"q1": {"answer": "no", "source": "A report"}}, listed)
    other = office(tmp_path, "B", {"q2": {"answer": "no", "source": "a report"}, "q1": {"comment": "Yes."}})
    found = data_of(gathered(tmp_path, one, other))
    assert {name: source for name, source in found["sources"].items() if name != "law"} == {
        "a-report": {"title": "A report", "kind": "page", "url": "https://example.org/r"},
        "unused": {"title": "Unused", "kind": "other", "date": "2023"},
    }
    assert [found["answers"][name]["evidence"] for name in ("q1", "q2")] == [[{"source": "a-report"}]] * 2


def test_new_sources_whose_titles_are_alike_are_numbered_from_two(tmp_path: Path) -> None:
    said = [("q1", "A report"), ("q2", "A report!"), ("q3", "(A report)")]
    new = office(tmp_path, "A", {name: {"answer": "no", "source": title} for name, title in said})
    assert list(data_of(gathered(tmp_path, new))["sources"]) == ["law", "a-report", "a-report-2", "a-report-3"]


def test_a_new_source_never_takes_the_id_of_another(tmp_path: Path) -> None:
    taken = "  a-report: {title: Another}\n  a-report-2: {title: A third}\n"
    new = office(tmp_path, "A", {"q1": {"answer": "no", "source": "A report"}})
    found = data_of(gathered(tmp_path, new, profile=PROFILE + taken))
    assert found["sources"]["a-report-3"] == {"title": "A report", "kind": "other"}
    assert found["answers"]["q1"]["evidence"] == [{"source": "a-report-3"}]


# --- Fields ----------------------------------------------------------------------------------------------------------------

WAS: dict[str, Any] = {
    "answer": "unknown",
    "between": ["no", "partial"],
    "evidence": [
        {"source": "law", "pinpoint": "art. 1", "quote": "its words"},
        {"source": "law", "pinpoint": "art. 9"},
    ],
    "comment": "Old.",
}


@pytest.mark.parametrize(
    ("changed", "entry"),
    [
        ({}, WAS),
        ({"answer": "yes"}, {"answer": "yes", "evidence": WAS["evidence"], "comment": "Old."}),
        ({"answer": "partial-or-yes"}, {**WAS, "between": ["partial", "yes"]}),
        ({"answer": ""}, {"answer": None, "evidence": WAS["evidence"], "comment": "Old."}),
        ({"comment": ""}, {key: value for key, value in WAS.items() if key != "comment"}),
        ({"comment": "New."}, {**WAS, "comment": "New."}),
        (
            {"pinpoint": "art. 2"},
            {**WAS, "evidence": [{**WAS["evidence"][0], "pinpoint": "art. 2"}, WAS["evidence"][1]]},
        ),
        # What is taken away with its source is the first evidence; the others stay.
        ({"source": ""}, {**WAS, "evidence": WAS["evidence"][1:]}),
    ],
)
def test_only_what_was_changed_changes(changed: dict[str, str], entry: dict[str, Any]) -> None:
    assert answer_data(WAS, changed) == entry


def test_a_reason_goes_with_the_answer_that_it_was_for() -> None:
    aside = {"answer": "not_applicable", "reason": "It has no staff."}
    assert answer_data(aside, {"answer": "no"}) == {"answer": "no"}
    assert answer_data(None, {"answer": "not_applicable", "reason": "So."}) == {
        "answer": "not_applicable",
        "reason": "So.",
    }
    assert answer_data(None, {"comment": "To be asked."}) == {"answer": None, "comment": "To be asked."}
    assert answer_data({"evidence": [LAW]}, {"source": ""}) == {"answer": None}
    assert answer_data({"answer": None, "comment": None, "by": "A"}, {}) == {"answer": None, "by": "A"}


def test_a_form_shows_the_first_evidence_and_between_which_two_an_answer_lies() -> None:
    assert fields_of(None) == fields_of(GivenAnswer()) == Fields()
    shown = fields_of(GivenAnswer.model_validate_json(json.dumps(WAS)))
    assert shown == Fields(answer="no-or-partial", source="law", pinpoint="art. 1", comment="Old.")
    assert shown.changed(Fields(answer="no-or-partial", pinpoint="art. 1")) == {"source": "law", "comment": "Old."}


# --- Which form it is --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "form"),
    [("ask.xlsx", "workbook"), ("Ask.XLSForm.xlsx", "xlsform"), ("a/ask.html", "page"), ("ask.docx", "paper")],
)
def test_the_longest_ending_tells_the_form(file: str, form: str) -> None:
    assert form_of(file) == form


def test_an_ending_that_tells_none_names_those_that_do() -> None:
    with pytest.raises(InputError, match=r"\.xlsform\.xlsx"):
        form_of("ask.pdf")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 ...", "form-of-another-kind"),
        (b"<!DOCTYPE html><html>", "form-of-another-kind"),
        # A kind of file for which nothing better can be said.
        (b"\x1f\x8b compressed", "form-unknown"),
        (b"anything else", "form-unknown"),
        (b"", "form-unknown"),
        (b" " * 30_000_000, "form-unknown"),
        (b" " * 30_000_001, "file-too-large"),
    ],
)
def test_what_is_no_form_is_named_as_what_it_is(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_form(data, "f")
    assert [problem.code for problem in caught.value.problems] == [code]


def test_how_large_a_form_may_be_is_said_in_megabytes() -> None:
    with pytest.raises(InputError, match="30 MB"):
        read_form(b" " * 30_000_001, "f")


@pytest.mark.parametrize("form", ["workbook", "paper"])
def test_what_has_to_be_installed_for_a_form_is_said_and_a_fault_of_ours_is_none_of_it(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(name: str) -> Callable[..., bytes]:
        def draw(*_: object) -> bytes:
            raise ModuleNotFoundError(name=name)

        return draw

    known = known_forms()
    asked = collect_questions(profile(), CATALOGUE)
    changed = {form: replace(known[form], draw=lacking("docx.oxml"))}
    monkeypatch.setattr("npm_readiness.collecting.form.known_forms", lambda: changed)
    with pytest.raises(InputError, match=rf"needs the module docx\.oxml.*npm-readiness\[{known[form].extra}\]"):
        draw_form(asked, form)
    for name, extra in (("npm_readiness.gone", known[form].extra), ("docx", None)):
        changed[form] = replace(known[form], draw=lacking(name), extra=extra)
        with pytest.raises(ModuleNotFoundError):
            draw_form(asked, form)


def test_a_key_that_holds_nothing_is_left_out_but_for_the_answer_which_stands_first() -> None:
    was = {"answer": None, "between": None, "comment": None, "by": "Bar"}
    assert list(answer_data(was, {"source": "law"}).items()) == [
        ("answer", None),
        ("by", "Bar"),
        ("evidence", [{"source": "law"}]),
    ]
