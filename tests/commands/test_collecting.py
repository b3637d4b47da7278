"""The commands ``collect`` and ``gather``, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.collecting.test_page import saved
from tests.commands.conftest import PROFILE, Run


@pytest.fixture
def asked(folder: Path) -> Path:
    """A profile without an answer."""
    (folder / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    return folder


def test_a_form_goes_out_and_its_answers_come_back(run: Run, asked: Path) -> None:
    found = run(
        "collect", "profile.yaml", "--for", "parliament", "-o", "form.html", "--asked-by", "UNDP", "--until", "1 June"
    )
    assert (found.code, found.err) == (0, "form.html written\n")
    page = (asked / "form.html").read_text(encoding="utf-8")
    assert "UNDP" in page
    question = next(iter(json.loads(page.partition('id="data">')[2].partition("</script>")[0])["questions"]))
    (asked / "answers.json").write_text(
        json.dumps(saved(page, {question: {"answer": "no"}}, by="Clerk")), encoding="utf-8"
    )
    found = run("gather", "answers.json", "--into", "profile.yaml", "-o", "new.yaml")
    assert (found.code, found.err) == (0, "new.yaml written\n1 answers taken, 0 kept as disputed\n")
    assert (asked / "new.yaml").read_text(
        encoding="utf-8"
    ) == f"{PROFILE}answers:\n  {question}:\n    answer: no\n    by: Clerk\n"


@pytest.mark.parametrize("ending", ["xlsx", "xlsform.xlsx", "docx"])
def test_the_ending_tells_the_form(run: Run, asked: Path, ending: str) -> None:
    assert run("collect", "profile.yaml", "--for", "parliament", "-o", f"form.{ending}").code == 0
    assert (asked / f"form.{ending}").read_bytes().startswith(b"PK")
    again = run("collect", "profile.yaml", "-o", f"form.{ending}")
    # Somebody may have filled it in.
    assert (again.code, "--force" in again.err) == (2, True)


def test_what_cannot_be_gathered_is_named_and_nothing_is_written(run: Run, asked: Path) -> None:
    (asked / "form.html").write_text("<!DOCTYPE html><title>x</title>", encoding="utf-8")
    found = run("gather", "form.html", "gone.xlsx", "--into", "profile.yaml", "-o", "new.yaml")
    assert found.code == 2
    assert "form.html: this is a web page (HTML), and no form that can be gathered" in found.err
    assert "gone.xlsx: " in found.err
    assert not (asked / "new.yaml").exists()


def test_the_profile_is_not_written_over(run: Run, asked: Path) -> None:
    (asked / "answers.json").write_text("{}", encoding="utf-8")
    assert run("gather", "answers.json", "--into", "profile.yaml", "-o", "profile.yaml", "--force").code == 2
    assert (asked / "profile.yaml").read_text(encoding="utf-8") == PROFILE


def test_an_unknown_ending_and_an_unknown_respondent_are_named(run: Run, asked: Path) -> None:
    assert "the ending tells no form" in run("collect", "profile.yaml", "-o", "form.pdf").err
    assert (
        "there is no respondent parlament" in run("collect", "profile.yaml", "--for", "parlament", "-o", "f.html").err
    )
