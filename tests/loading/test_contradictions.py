"""Facts against facts, and answers against facts: each problem and each warning at its line and column, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import assess
from npm_readiness.loading.profiles import load_profile, load_profile_with_warnings
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.problems import InputError, Problem
from tests.making import catalogue, checklist, criterion, question

PROFILE = """\
country: XAA
country_name: A State
assessed_on: 2024-06-01
"""
CONVENTION = "treaties:\n  uncat: {ratified: 1990-01-01}\n"


@pytest.fixture(scope="module")
def made() -> Catalogue:
    return catalogue(
        criterion(
            "c1",
            question("law-names", implies="mechanism-designated", if_executive_text="partial"),
            question("law-strict", if_executive_text="no"),
            question("members-trained", needs_people=True),
            question("law-free", follows_from="joined-without-reservation"),
            question("road-decided", follows_from="joined"),
            question("budget-new", was=["budget-old"]),
        ),
        checklist("women", criterion("c2", "cells-apart", aspect="practice"), counts_for="standards"),
    )


class Reader:
    """Reads the text of a profile and tells what is to be said of it."""

    def __init__(self, made: Catalogue, folder: Path) -> None:
        self.made, self.file = made, folder / "p.yaml"

    def __call__(self, text: str) -> tuple[Problem, ...]:
        """Everything that is to be said; warnings too, if nothing stops."""
        self.file.write_text(text, encoding="utf-8")
        try:
            return load_profile_with_warnings(self.file, self.made)[1]
        except InputError as error:
            return error.problems

    def told(self, rest: str) -> list[tuple[str, str, bool]]:
        """Place, code, and whether it is a warning."""
        return [(f"{found.line}:{found.column}", found.code, found.warning) for found in self(PROFILE + rest)]


@pytest.fixture
def read(made: Catalogue, tmp_path: Path) -> Reader:
    return Reader(made, tmp_path)


BODY = "id: b, name: B"
EXECUTIVE = f"npm:\n  bodies:\n  - {{{BODY}, role: mechanism, designated: 2020-01-01, legal_basis: executive_text}}\n"
ON_PAPER = f"npm:\n  bodies:\n  - {{{BODY}, role: mechanism, designated: 2020-01-01, at_work_since: null}}\n"
JOINED = "treaties:\n  uncat: {ratified: 1990-01-01}\n  opcat: {ratified: 2010-01-01}\n"


# --- Problems --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rest", "place", "code"),
    [
        # Sources
        (
            "sources:\n  law: {title: A law}\nanswers:\n  law-free: {answer: no, evidence: [{source: law, pinpoint: art. 1}]}\n",
            "5:8",
            "source-kind-missing",
        ),
        ("sources:\n  law: {title: A law, date: 2024-06-02}\n", "5:29", "source-later"),
        ("sources:\n  law: {title: A law, date: 2024-07}\n", "5:29", "source-later"),
        ("sources:\n  law: {title: A law, date: 2025}\n", "5:29", "source-later"),
        ("sources:\n  law: {title: A law, date: 2025, speaks_of: 2024-06-02}\n", "5:46", "source-later"),
        (f"npm:\n  bodies:\n  - {{{BODY}, role: candidate, laws: [law]}}\n", "6:46", "law-unlisted"),
        ("bills:\n  b: {title: A bill, source: bil}\n", "5:30", "bill-source-unknown"),
        # Answers
        ("npm: {designated: null}\nanswers:\n  law-names: {answer: yes}\n", "6:23", "answer-against-fact"),
        (ON_PAPER + "answers:\n  members-trained: {answer: yes}\n", "8:29", "answer-against-fact"),
        (ON_PAPER + "answers:\n  members-trained: {answer: partial}\n", "8:29", "answer-against-fact"),
        (
            ON_PAPER + "answers:\n  members-trained: {answer: unknown, between: [partial, yes]}\n",
            "8:47",
            "answer-against-fact",
        ),
        (EXECUTIVE + "answers:\n  law-names: {answer: yes}\n", "8:23", "answer-against-fact"),
        (EXECUTIVE + "answers:\n  law-strict: {answer: partial}\n", "8:24", "answer-against-fact"),
        (
            EXECUTIVE + "answers:\n  law-strict: {answer: unknown, between: [partial, yes]}\n",
            "8:42",
            "answer-against-fact",
        ),
        (JOINED + "answers:\n  road-decided: {answer: no}\n", "8:26", "answer-against-fact"),
        (JOINED + "answers:\n  law-free: {answer: partial}\n", "8:22", "answer-against-fact"),
        (
            JOINED.replace("01}\n  opcat: {", "01}\n  opcat: {reservation: true, ")
            + "answers:\n  law-free: {answer: yes}\n",
            "8:22",
            "answer-against-fact",
        ),
        # Treaties
        (
            "treaties:\n  uncat: {ratified: null, acceded: null}\n  opcat: {ratified: 2010-01-01}\n",
            "5:10",
            "opcat-without-convention",
        ),
        (
            "treaties:\n  uncat: {ratified: 2011-01-01}\n  opcat: {ratified: 2010-01-01}\n",
            "5:21",
            "dates-contradict",
        ),
        # Bodies
        (
            f"npm:\n  bodies:\n  - {{{BODY}, role: candidate, designated: 2020-01-01}}\n",
            "6:51",
            "candidate-designated",
        ),
        (f"npm:\n  bodies:\n  - {{{BODY}, role: candidate, designated: yes}}\n", "6:51", "candidate-designated"),
        (
            f"npm:\n  bodies:\n  - {{{BODY}, role: member, designated: 2012-01-01, ended: 2013}}\n",
            "6:67",
            "body-ended",
        ),
        (
            f"npm:\n  bodies:\n  - {{{BODY}, role: former, designated: 2014, ended: 2013}}\n",
            "6:48",
            "dates-contradict",
        ),
        (
            f"npm:\n  bodies:\n  - {{{BODY}, role: former, ended: 2013, at_work_since: 2014}}\n",
            "6:64",
            "dates-contradict",
        ),
        # Recommendations
        ("recommendations:\n- {id: c1, by: spt, text: Do it., about: [c1]}\n", "5:8", "recommendation-id-taken"),
        ("recommendations:\n- {id: opcat-18, by: spt, text: Do it., about: [c1]}\n", "5:8", "recommendation-id-taken"),
        ("recommendations:\n- {id: law-free, by: spt, text: Do it., about: [c1]}\n", "5:8", "recommendation-id-taken"),
        (
            "recommendations:\n- {id: r, by: spt, text: Do it., about: [c1]}\n- {id: r, by: spt, text: Do it., about: [c1]}\n",
            "6:8",
            "recommendation-id-taken",
        ),
        (
            "recommendations:\n- {id: r, by: spt, text: Do it., about: [c1, c9]}\n",
            "5:46",
            "recommendation-about-unknown",
        ),
        (
            "recommendations:\n- {id: r, by: spt, text: Do it., about: [c1], dimension: mandat}\n",
            "5:58",
            "dimension-unknown",
        ),
    ],
)
def test_what_cannot_be_stands_at_its_place(read: Reader, rest: str, place: str, code: str) -> None:
    assert read.told(rest) == [(place, code, False)]
    with pytest.raises(InputError):
        load_profile(read.file, read.made)


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (
            "npm: {designated: null}\nanswers:\n  law-names: {answer: yes}\n",
            "the answer yes contradicts npm.designated: no body is the mechanism",
        ),
        (
            ON_PAPER + "answers:\n  members-trained: {answer: partial}\n",
            "the answer partial contradicts npm.bodies: nobody is at work in the mechanism",
        ),
        (
            EXECUTIVE + "answers:\n  law-strict: {answer: unknown, between: [partial, yes]}\n",
            "the answer between partial and yes contradicts legal_basis: the mechanism rests on less than an act of parliament",
        ),
        (
            JOINED + "answers:\n  road-decided: {answer: no}\n",
            "the answer no contradicts treaties.opcat: the State has joined, from which yes follows",
        ),
        (
            "recommendations:\n- {id: r, by: spt, text: Do it., about: [law-free]}\n",
            "there is no criterion and no provision law-free",
        ),
    ],
)
def test_it_says_what_is_wrong(read: Reader, rest: str, said: str) -> None:
    (found,) = read(PROFILE + rest)
    assert found.message.startswith(said)
    assert found.hint


def test_a_question_named_where_a_criterion_is_wanted_leads_to_the_criterion_that_asks_it(read: Reader) -> None:
    (found,) = read(PROFILE + "recommendations:\n- {id: r, by: spt, text: Do it., about: [law-free]}\n")
    assert found.hint == "that is a question; write the criterion that asks it: c1"


@pytest.mark.parametrize(
    ("rest", "place", "word"),
    [
        ("answers:\n  law-free: {answer: unknown, between: [no, yes]}\n", "5:31", "says no more than unknown"),
        (
            "sources: {l: {title: A}}\nanswers:\n  law-free: {answer: no, evidence: [{source: l, pinpoint: '-'}]}\n",
            "6:59",
            "a place in the source is wanted",
        ),
        (f"npm:\n  bodies:\n  - {{{BODY}, role: candidate, ended: 2013}}\n", "6:39", "a candidate has not ended"),
        (f"npm:\n  bodies:\n  - {{{BODY}, role: member, designated: null}}\n", "6:36", "has been designated"),
        (f"npm:\n  bodies:\n  - {{{BODY}, role: former, ended: null}}\n", "6:36", "a former body has ended"),
        (f"npm:\n  designated: null\n  bodies:\n  - {{{BODY}, role: candidate}}\n", "5:3", "short form"),
        (
            f"npm:\n  bodies:\n  - {{{BODY}, role: candidate}}\n  - {{{BODY}, role: candidate}}\n",
            "5:3",
            "two bodies have the id b",
        ),
        (
            "recommendations:\n- {id: r, by: spt, text: Do it., about: [c1], adopted: true}\n",
            "5:47",
            "only a finding can be adopted",
        ),
        ("recommendations:\n- {id: r, by: spt, text: Do it., about: [c1], date: null}\n", "5:47", "leave it out"),
        ("treaties: {opcat: {article_24: {declared: null}}}\n", "4:33", "article_24: null"),
        ("npm: {designated: 2024-13}\n", "4:19", "there is no such month as 2024-13"),
        ("npm: {designated: 24}\n", "4:19", "YYYY"),
        ("npm: {designated: no}\n", "4:19", "null"),
    ],
)
def test_what_has_the_wrong_form_stands_at_its_place(read: Reader, rest: str, place: str, word: str) -> None:
    (found,) = read(PROFILE + rest)
    assert f"{found.line}:{found.column}" == place
    assert word in str(found)


# --- Warnings --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rest", "place", "code"),
    [
        ("answers:\n  budget-old: {answer: yes}\n", "5:3", "answer-renamed"),
        ('checklists: {opcat: "0.9"}\n', "4:21", "checklist-version-differs"),
        (
            f"npm:\n  bodies:\n  - {{{BODY}, role: member, designated: 2012, at_work_since: 2011}}\n",
            "6:69",
            "at-work-before-designation",
        ),
        ("treaties:\n  uncat: {ratified: 2024}\n", "5:21", "date-too-coarse"),
        ("treaties:\n  uncat: {signed: 2024-06}\n", "5:19", "date-too-coarse"),
        ("npm: {designated: 2024}\n", "4:19", "date-too-coarse"),
        (
            JOINED.replace("opcat: {", "opcat: {article_24: {part: IV, declared: 2024}, "),
            "6:44",
            "date-too-coarse",
        ),
        (f"npm:\n  bodies:\n  - {{{BODY}, role: member, designated: 2024}}\n", "6:48", "date-too-coarse"),
    ],
)
def test_a_warning_stands_at_its_place_and_stops_nothing(read: Reader, rest: str, place: str, code: str) -> None:
    assert read.told(rest) == [(place, code, True)]
    profile = load_profile(read.file, read.made)
    (caution,) = assess(profile, read.made).cautions
    assert caution.code == code


def test_a_treaty_date_that_differs_from_the_list_is_a_warning(read: Reader) -> None:
    text = PROFILE.replace("XAA", "GEO").replace("country_name: A State\n", "")
    (found,) = read(text + "treaties:\n  opcat: {acceded: 2005-08-10}\n")
    assert (found.line, found.column, found.code, found.warning) == (4, 20, "treaty-status-differs", True)


def test_warnings_stand_beside_problems_in_what_is_examined_and_not_in_the_error(read: Reader) -> None:
    """Whoever corrects a file sees what stops first."""
    rest = "npm: {designated: 2024}\nanswers:\n  budget-old: {answer: yes}\n  none-such: {answer: yes}\n"
    assert read.told(rest) == [("7:3", "answer-to-no-question", False)]


def test_a_profile_without_anything_to_say_has_no_warnings(read: Reader) -> None:
    assert read(PROFILE + CONVENTION) == ()


@pytest.mark.parametrize(
    "rest",
    [
        # In another year, or by the words yes and unknown, it can be told.
        "npm: {designated: 2023}\n",
        "npm: {designated: yes}\n",
        "npm: {designated: unknown}\n",
        "npm: {designated: 2024-05}\n",
        "npm: {designated: 2025}\n",
        # A page has no kind of place, a report of an earlier time may be younger.
        "sources:\n  p: {title: A page, kind: page}\nanswers:\n  law-free: {answer: no, evidence: [{source: p}]}\n",
        "sources:\n  r: {title: A report, date: 2025, speaks_of: 2023}\n",
        "sources:\n  r: {title: A report, date: 2024}\n",
        "sources:\n  r: {title: A report, date: undated}\n",
        "sources:\n  r: {title: A report, date: 1 July 2024}\n",
        # On practice a source needs no kind.
        "sources:\n  r: {title: A report}\nanswers:\n  cells-apart: {answer: no, evidence: [{source: r, pinpoint: p. 1}]}\n",
        # What fits the facts can be said, also where it follows from them.
        ON_PAPER + "answers:\n  members-trained: {answer: no}\n",
        ON_PAPER + "answers:\n  members-trained: {answer: unknown, between: [no, partial]}\n",
        EXECUTIVE + "answers:\n  law-names: {answer: partial}\n",
        EXECUTIVE + "answers:\n  law-names: {answer: unknown, between: [partial, yes]}\n",
        EXECUTIVE.replace("executive_text", "act") + "answers:\n  law-names: {answer: yes}\n",
        JOINED + "answers:\n  road-decided: {answer: yes}\n",
        JOINED.replace("opcat: {", "opcat: {reservation: unclear, ") + "answers:\n  law-free: {answer: partial}\n",
        "npm: {designated: null}\nanswers:\n  law-names: {answer: partial}\n",
        "npm: {designated: unknown}\nanswers:\n  law-names: {answer: yes}\n",
        'checklists: {opcat: "1.0"}\n',
        "checklists: {opcat: null}\n",
        "treaties:\n  uncat: {ratified: yes}\n  opcat: {ratified: 2010}\n",
        "treaties:\n  uncat: {ratified: 2010}\n  opcat: {ratified: 2010}\n",
        f"npm:\n  bodies:\n  - {{{BODY}, role: former, designated: 2012, ended: 2012, at_work_since: 2012}}\n",
        f"npm:\n  bodies:\n  - {{{BODY}, role: candidate, designated: 2024-06-02}}\n",
    ],
)
def test_what_agrees_is_left_alone(read: Reader, rest: str) -> None:
    assert read.told(rest) == []
