"""Provisions against criteria: what is cited, what is not."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from npm_readiness import InputError, coverage, load_catalogue
from npm_readiness.models.catalogue import Catalogue


def test_what_is_cited_is_counted(shipped: Catalogue) -> None:
    found = json.loads(coverage(shipped, ["opcat"]).to_json())
    (opcat,) = found["instruments"]
    assert found["cited"] == len(opcat["cited"])
    assert found["assessable"] == len(opcat["cited"]) + len(opcat["uncited"])
    assert "statutory-basis" in opcat["cited"]["opcat-18-1"]


def test_our_criteria_cite_every_provision_that_can_be_assessed(shipped: Catalogue) -> None:
    assert coverage(shipped).share == 1


def test_an_instrument_that_there_is_not_is_refused(shipped: Catalogue) -> None:
    with pytest.raises(InputError, match=r"--instruments: there is no instrument opcta .*did you mean opcat\?"):
        coverage(shipped, ["opcta"])


def test_a_provision_that_no_criterion_cites_is_named(folder: Path) -> None:
    (folder / "more.yaml").write_text(
        """\
provisions:
  - id: opcat-99
    instrument: opcat
    pinpoint: art. 99
    subject: An article that there is not.
    addressee: state
    force: shall
    assessable: true
    verified: text-seen
""",
        encoding="utf-8",
    )
    found = coverage(load_catalogue("more.yaml"), ["opcat"])
    assert found.share == Fraction(found.assessable - 1, found.assessable)
    assert "opcat, cited by no criterion:\n  opcat-99" in found.to_text()
