"""Every format is drawn from one report: the same bytes for the same assessment, the same figures as the JSON."""

from __future__ import annotations

import json
import sys
from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from npm_readiness import Assessment, InputError, render
from npm_readiness.gap_report.format import known_formats
from npm_readiness.models.numbers import Score

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")
MODULES = {"docx": "docx", "xlsx": "xlsxwriter"}


@pytest.mark.parametrize("form", known_formats())
def test_the_same_assessment_gives_the_same_bytes(form: str, turkmenistan: Assessment) -> None:
    assert render(turkmenistan, form) == render(Assessment.from_json(turkmenistan.to_json()), form)


@pytest.mark.parametrize("form", known_formats())
def test_binary_formats_are_bytes_and_the_others_text(form: str, georgia: Assessment) -> None:
    assert isinstance(render(georgia, form), bytes if known_formats()[form].binary else str)


@pytest.mark.parametrize(("form", "module"), MODULES.items())
def test_a_format_whose_extra_is_missing_names_it(
    form: str, module: str, georgia: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name == module or name.startswith(f"{module}.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.startswith("npm_readiness.gap_report.formats.docx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"the format {form} needs the module {module}.*npm-readiness\[office\]"):
        render(georgia, form)


def rows_of(assessment: Assessment, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the heads of its columns."""
    data = render(assessment, "xlsx")
    assert isinstance(data, bytes)
    head, *rows = load_workbook(BytesIO(data))[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_figures_of_the_workbook_are_those_of_the_json(turkmenistan: Assessment) -> None:
    written = json.loads(turkmenistan.to_json())
    listed = {row["Id"]: row for row in rows_of(turkmenistan, "Criteria")}
    assert sorted(listed) == sorted(entry["id"] for entry in written["criteria"])
    for entry in written["criteria"]:
        score = entry["score"] or {"lower": None, "upper": None}
        row = listed[entry["id"]]
        assert (row["Known in place"], row["Still possible"]) == (score["lower"], score["upper"]), entry["id"]
        assert row["What is asked"] == " ".join(entry["requirement"].split())


def test_the_gaps_of_the_workbook_are_those_of_the_json(turkmenistan: Assessment) -> None:
    written = json.loads(turkmenistan.to_json())
    rows = rows_of(turkmenistan, "Gaps")
    listed = list(dict.fromkeys(row["Id"] for row in rows))
    standards = {entry["id"] for entry in written["checklists"] if entry["counts_for"] == "standards"}
    apart = {entry["id"] for entry in written["criteria"] if entry["checklist"] in standards}
    waiting = {gap["criterion"] for gap in written["gaps"] if gap["waits"]}
    today = [criterion for criterion in written["roadmap"] if criterion not in waiting]
    steps = sorted(today, key=lambda criterion: criterion in apart)
    assert listed[: len(steps)] == steps, "those in standards come last"
    assert set(listed[len(steps) :]) == waiting, "what waits has no step, and follows"
    numbers = {criterion: number for number, criterion in enumerate(steps, start=1)}
    assert [row["Step"] for row in rows] == [numbers.get(row["Id"]) for row in rows]
    assert Counter((row["Id"], row["What to do"]) for row in rows) == Counter(
        (gap["criterion"], " ".join(" ".join(texts).split()))
        for gap in written["gaps"]
        for texts in texts_by_addressee(gap["actions"])
    )


def texts_by_addressee(actions: list[dict[str, Any]]) -> list[list[str]]:
    """What each addressee does, each thing once."""
    found: dict[str, list[str]] = {}
    for action in actions:
        own = found.setdefault(action["addressee"], [])
        if action["text"] not in own:
            own.append(action["text"])
    return list(found.values())


def test_the_answers_of_the_workbook_are_those_of_the_json(turkmenistan: Assessment) -> None:
    rows = rows_of(turkmenistan, "Answers and evidence")
    asked = {row["Id"]: row["Answer"] for row in rows if row["Where it stands"] != "not asked where the State stands"}
    given = {
        answer.question: answer.answer
        for entry in turkmenistan.criteria
        if entry.status != "not_applicable" or all(a.given == "not_applicable" for a in entry.answers)
        for answer in entry.answers
    }
    assert len(given) == turkmenistan.answered.questions
    assert sorted(asked) == sorted(given)
    for question, answer in given.items():
        assert asked[question].startswith("not answered yet" if answer is None else answer.replace("_", " "))


def test_the_concordance_of_the_workbook_pairs_what_the_json_pairs(turkmenistan: Assessment) -> None:
    pairs = {(row["Id of the provision"], row["Id of the criterion"]) for row in rows_of(turkmenistan, "Concordance")}
    assert pairs == {(provision, entry.id) for entry in turkmenistan.criteria for provision in entry.provisions}


def test_the_summary_of_the_workbook_gives_the_scores_of_the_dimensions(turkmenistan: Assessment) -> None:
    data = render(turkmenistan, "xlsx")
    assert isinstance(data, bytes)
    rows = list(load_workbook(BytesIO(data))["Summary"].iter_rows(values_only=True))
    # Standards come below readiness, and can have dimensions of the same title.
    shown = {row[0]: row[1:8] for row in reversed(rows)}
    for dimension in turkmenistan.dimensions:
        bounds = [bound for score in (dimension.score, dimension.law, dimension.practice) for bound in both(score)]
        assert list(shown[dimension.title]) == [*bounds, len(dimension.criteria)]


def both(score: Score | None) -> tuple[float | None, float | None]:
    return (None, None) if score is None else (score.lower, score.upper)
