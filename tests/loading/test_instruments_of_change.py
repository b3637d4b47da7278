"""Instruments of change in files: ours, those of a user, and what is wrong with either."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import InputError, load_catalogue, load_profile, plan

MINE = """\
instruments_of_change:
  - {id: decree, title: Presidential decree, about: Signed., addressees: [government], weeks: 4, reason: Quick.}
rules:
  - {when: {criterion: choice-explained}, instrument: decree}
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_rules_of_a_user_go_before_ours(tmp_path: Path) -> None:
    made = load_catalogue(written(tmp_path, MINE))
    roadmap = plan(load_profile("examples/turkmenistan.yaml"), made)
    carried = {action.criterion: package.instrument for package in roadmap.packages for action in package.actions}
    assert carried["choice-explained"] == "decree"
    assert carried["choice-on-record"] == "decision"


def test_a_rule_that_names_an_instrument_that_there_is_not(tmp_path: Path) -> None:
    file = written(tmp_path, MINE.replace("instrument: decree", "instrument: degree"))
    with pytest.raises(InputError) as caught:
        load_catalogue(file)
    assert [str(problem) for problem in caught.value.problems] == [
        f"{file}:4:55: there is no instrument of change degree (did you mean decree?)"
    ]


def test_an_instrument_of_ours_is_not_defined_a_second_time(tmp_path: Path) -> None:
    file = written(tmp_path, MINE.replace("id: decree", "id: act").replace("instrument: decree", "instrument: act"))
    with pytest.raises(InputError, match="act"):
        load_catalogue(file)


def test_a_checklist_that_names_one_that_there_is_not(tmp_path: Path) -> None:
    checklist = """\
checklist: mine
title: Mine
version: "1"
counts_for: readiness
about: For tests.
criteria:
  - id: mine-one
    title: One
    requirement: It is so.
    why: So.
    provisions: [opcat-18-1]
    dimension: mandate
    stage: establishment
    aspect: law
    instrument_of_change: akt
    questions:
      - {id: mine-q, text: Is it so?, rubric: {yes: It is., partial: In part., no: It is not.}}
    action:
      - {text: Make it so., instrument_of_change: decree}
    addressee: parliament
"""
    with pytest.raises(InputError) as caught:
        load_catalogue(written(tmp_path, checklist))
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [
        ("instrument-of-change-unknown", 15),
        ("instrument-of-change-unknown", 19),
    ]


def test_every_instrument_of_ours_says_why_it_takes_so_long() -> None:
    for instrument in load_catalogue().instruments_of_change.values():
        assert 0 < instrument.weeks <= 104
        assert len(instrument.reason) > 20
