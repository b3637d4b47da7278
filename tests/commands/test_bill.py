"""``bill``, ``assess --bill`` and ``assess --set``: on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "invented-bill.yaml")
BILL = "ombudsperson-bill"


def test_the_terminal_shows_the_page_of_the_committee(run: Run, folder: Path) -> None:
    outcome = run("bill", EXAMPLE, BILL)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Examplia (invented): what a bill would do for prevention")
    assert "The 3 amendments that matter most" in outcome.out
    assert max(len(line) for line in outcome.out.splitlines()) <= 80


def test_json_has_the_keys_of_the_contract(run: Run, folder: Path) -> None:
    found = json.loads(run("bill", EXAMPLE, BILL, "--format", "json").out)
    assert {"id", "before", "after", "change"} <= set(found["criteria"][0])
    assert {"source", "pinpoint", "says", "criteria", "finding", "change"} <= set(found["articles"][0])
    assert "funding-duty-in-law" in found["silent"]


@pytest.mark.parametrize("ending", ["html", "md", "docx", "xlsx", "json", "txt"])
def test_the_ending_tells_the_format(run: Run, folder: Path, ending: str) -> None:
    outcome = run("bill", EXAMPLE, BILL, "-o", f"committee.{ending}")
    assert outcome == (0, "", f"committee.{ending} written\n")
    again = (folder / f"committee.{ending}").read_bytes()
    assert run("bill", EXAMPLE, BILL, "-o", f"committee.{ending}", "--force").code == 0
    assert (folder / f"committee.{ending}").read_bytes() == again


def test_a_bill_that_is_not_there_is_named_with_those_that_are(run: Run, folder: Path) -> None:
    outcome = run("bill", EXAMPLE, "ombudsman-bill")
    assert outcome.code == 2
    assert outcome.err == ("bill: the profile has no bill ombudsman-bill (did you mean ombudsperson-bill?)\n")
    outcome = run("assess", "profile.yaml", "--bill", "b")
    assert outcome.code == 2
    assert "the profile lists no bill; list it under bills:" in outcome.err


def test_the_only_bill_of_a_profile_needs_no_name(run: Run, folder: Path) -> None:
    assert run("bill", EXAMPLE) == run("bill", EXAMPLE, BILL)


def test_without_a_bill_or_with_several_it_says_what_to_do(run: Run, folder: Path) -> None:
    profile = folder / "profile.yaml"
    assert run("bill", "profile.yaml") == (2, "", "bill: the profile lists no bill (list it under bills:)\n")
    text = profile.read_text(encoding="utf-8") + "bills:\n  first: {title: One}\n  second: {title: Another}\n"
    profile.write_text(text, encoding="utf-8")
    assert run("bill", "profile.yaml").err == "bill: the profile has several bills (name one of first, second)\n"


def test_a_report_never_goes_over_the_profile(run: Run, folder: Path) -> None:
    assert run("bill", "profile.yaml", "b", "-o", "profile.yaml", "--format", "json", "--force").code == 2


def test_answers_set_on_the_command_line_are_marked(run: Run, folder: Path) -> None:
    outcome = run(
        "assess", "profile.yaml", "--set", "term-fixed-for-three-years=yes", "--set", "unit-created=no..partial"
    )
    assert outcome.code == 0
    told = " ".join(outcome.out.split())
    assert "Set by hand: term-fixed-for-three-years: yes, in place of not answered yet;" in told
    assert "unit-created: between no and partial, in place of not answered yet." in told


def test_every_argument_that_cannot_be_set_is_named_at_once(run: Run, folder: Path) -> None:
    outcome = run("assess", "profile.yaml", "--set", "term-fixd=yes", "--set", "unit-created=perhaps", "--set", "x")
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 3
    assert (
        "--set unit-created=perhaps: perhaps is no answer that can be set (there are: no, no..partial," in outcome.err
    )


def test_conditions_can_be_set_on_what_would_be(run: Run, folder: Path) -> None:
    assert run("assess", EXAMPLE, "--bill", BILL, "--require-stage", "establishment").code == 1
