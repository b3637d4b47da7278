"""What ``validate`` says of a profile beside its problems: how far it is filled in, and what is worth a second look."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from npm_readiness import validate_files
from npm_readiness.browsing.progress_table import LEGEND, progress_table
from npm_readiness.loading.catalogue import default_catalogue

PROFILE = "country: TKM\nassessed_on: 2023-12-14\nnpm: {designated: null}\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "p.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_has_a_line_for_each_dimension_and_one_for_all(tmp_path: Path) -> None:
    text = PROFILE + (
        "sources: {law: {title: A law, kind: law}}\n"
        "answers:\n"
        "  general-clause-on-places: {answer: yes}\n"
        "  law-names-mechanism: {answer: no, evidence: [{source: law, pinpoint: art. 1}]}\n"
        "  act-states-preventive-mandate: {answer: unknown, between: [no, partial]}\n"
    )
    found = validate_files([write(tmp_path, text)])
    assert found.problems == ()
    head, *rows = progress_table(next(iter(found.progress.values())))
    assert head.split() == ["answered", "partly", "unknown", "open", "bare", "by", "fact", "moot"]
    (mandate,) = [row.split() for row in rows if row.startswith("mandate")]
    assert mandate[1:3] == ["2", "1"]
    assert mandate[5] == "2"
    assert rows[-1].startswith("all ")
    assert [row.split()[0] for row in rows[:-1]] == [
        name for name in default_catalogue().dimensions if any(row.startswith(f"{name} ") for row in rows)
    ]
    assert max(len(line) for line in [head, *rows, *LEGEND.splitlines()]) <= 78


def test_an_untouched_template_says_so(tmp_path: Path) -> None:
    found = validate_files([write(tmp_path, PROFILE)])
    assert list(found.files.values()) == ["a profile of Turkmenistan, nothing wrong; nothing is answered yet"]


def test_a_warning_is_no_problem(tmp_path: Path) -> None:
    path = write(tmp_path, PROFILE + "treaties: {crc: {acceded: 1993}, uncat: {acceded: 1998-01-01}}\n")
    found = validate_files([path])
    assert found.problems == ()
    assert [(warning.code, warning.line) for warning in found.warnings] == [("treaty-status-differs", 4)]
    assert "nothing wrong" in found.files[str(path)]


def test_a_day_that_lies_ahead_is_a_warning_at_its_line_where_somebody_says_what_day_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, PROFILE)
    (warning,) = validate_files([path], today=date(2023, 12, 13)).warnings
    assert (warning.code, warning.line, warning.column) == ("assessed-in-the-future", 2, 14)
    assert validate_files([path], today=date(2023, 12, 14)).warnings == ()
    assert validate_files([path]).warnings == ()


def test_answers_of_an_earlier_version_are_worth_a_second_look(tmp_path: Path) -> None:
    (warning,) = validate_files([write(tmp_path, PROFILE + 'checklists: {opcat: "0.9"}\n')]).warnings
    assert (warning.code, warning.line) == ("checklist-version-differs", 4)
    version = default_catalogue().checklists["opcat"].content.version
    assert validate_files([write(tmp_path, PROFILE + f'checklists: {{opcat: "{version}"}}\n')]).warnings == ()
