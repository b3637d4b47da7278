"""The shapes that our own models use, through the reader: unions, facts, dates, questions of two kinds."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from npm_readiness.models.bodies import Npm
from npm_readiness.models.checklist import Criterion
from npm_readiness.models.profile import GivenAnswer, Profile, StateFacts
from npm_readiness.models.treaties import OpcatStatus
from npm_readiness.problems import InputError
from npm_readiness.reading.files import parse_document
from npm_readiness.reading.shape import validated


def _places(text: str, model: type[BaseModel]) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        validated(parse_document(text, "f"), model)
    return [(str(problem.place).removeprefix("f:"), problem.code) for problem in caught.value.problems]


def test_the_profile_of_the_design() -> None:
    profile = validated(
        parse_document(
            "country: TKM\nassessed_on: 2023-12-14\n"
            "npm: {model: undecided, candidates: [nhri, nhri_plus], institution_kind: ombudsman, designated: null}\n"
            "state: {federal: false, private_places_of_detention: unknown}\n"
            "treaties: {uncat: {acceded: 1999-06-25}, opcat: {article_24: null}}\n"
            "sources: {law-2016: {title: A law, date: 2016}}\n"
            "answers: {a-question: {answer: no, evidence: [{source: law-2016, pinpoint: art. 5}]}}\n"
        ),
        Profile,
    )
    assert str(profile.assessed_on) == "2023-12-14"
    assert profile.answers["a-question"].answer == "no"
    assert profile.state.federal is False


@pytest.mark.parametrize(
    ("text", "model", "problems"),
    [
        ("model: mixed", Npm, [("1:8", "value-not-allowed")]),
        ("candidates: [nhri, mixed]", Npm, [("1:20", "value-not-allowed")]),
        ("institution_kind: court", Npm, [("1:19", "value-not-allowed")]),
        ("designated: soon", Npm, [("1:13", "value-invalid")]),
        ("federal: yes", StateFacts, [("1:10", "value-invalid")]),
        ("article_24: yes", OpcatStatus, [("1:13", "value-not-allowed")]),
        (
            "article_24: {part: V, years: 4}",
            OpcatStatus,
            [("1:20", "value-not-allowed"), ("1:30", "value-invalid")],
        ),
        ("answer: unknown\nbetween: [no]", GivenAnswer, [("2:10", "value-invalid")]),
        ("answer: unknown\nbetween: [no, maybe]", GivenAnswer, [("2:15", "value-not-allowed")]),
        ("evidence: [{sourc: a}]", GivenAnswer, [("1:12", "key-missing"), ("1:13", "key-unknown")]),
    ],
)
def test_what_is_wrong(text: str, model: type[BaseModel], problems: list[tuple[str, str]]) -> None:
    assert _places(text, model) == problems


def test_questions_of_two_kinds() -> None:
    found = _places("questions:\n  - use: A\n    x: 1\n  - id: b\n    txt: c\n", Criterion)
    assert [problem for problem in found if problem[0] != "1:1"] == [
        ("2:10", "value-invalid"),
        ("3:5", "key-unknown"),
        ("4:5", "key-missing"),
        ("4:5", "key-missing"),
        ("5:5", "key-unknown"),
    ]


def _problems(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        validated(parse_document(f"country: TKM\nassessed_on: 2023-12-14\n{text}", "f"), Profile)
    return [str(problem).removeprefix("f:") for problem in caught.value.problems]


def test_a_profile_that_is_still_to_be_filled_in_is_one() -> None:
    """Every key for a list or a mapping can stand there with nothing behind it."""
    profile = validated(
        parse_document(
            "country: TKM\nassessed_on: 2023-12-14\nassessors:   # who\nchecklists:\nnpm:\nstate:\ntreaties:\n  uncat:\n"
            "sources:\n  # none yet\nanswers:\n  a-question:\n  b-question:\n    answer:\n    evidence:\n"
        ),
        Profile,
    )
    assert (profile.assessors, profile.checklists, dict(profile.sources)) == ((), ("opcat",), {})
    assert [(key, given.answer, given.evidence) for key, given in profile.answers.items()] == [
        ("a-question", None, ()),
        ("b-question", None, ()),
    ]


def test_a_source_with_nothing_below_it_lacks_its_title() -> None:
    assert _problems("sources:\n  a-law:\n") == ["4:3: the key title is missing (add title: here)"]


def test_several_checklists_in_one_text() -> None:
    [problem] = _problems("checklists: opcat, establishment")
    assert problem.endswith('this is the text "opcat, establishment" (put brackets around it: [opcat, establishment])')
    [problem] = _problems("checklists: ['opcat, establishment']")
    assert problem.endswith("(write each apart, without quotes: opcat, establishment)")


def test_evidence_as_a_text_is_shown_how_an_entry_looks() -> None:
    [problem] = _problems("answers:\n  a:\n    evidence: the constitution, art. 5\n")
    assert problem.startswith(
        '5:15: a list is wanted here, and this is the text "the constitution, art. 5" (write each entry'
    )
    assert "- {source: …, pinpoint: …, " in problem


@pytest.mark.parametrize("word", ["n/a", "N/A", "na"])
def test_an_answer_that_does_not_apply(word: str) -> None:
    assert _problems(f"answers:\n  a:\n    answer: {word}\n") == [
        (
            f'5:13: "{word}" is not one of the words allowed here'
            " (write not_applicable where the question allows it, and why below it, as reason: …)"
        )
    ]


def test_an_answer_without_the_space_after_its_colon() -> None:
    """It is valid YAML where it stands alone, and a text."""
    [problem] = _problems("answers:\n  a:\n    answer:yes\n")
    assert problem.startswith("5:5: ")
    assert problem.endswith('this is the text "answer:yes" (put a space after the colon: answer: yes)')
