"""Five offices of an invented country answer their own questions, each in the form that suits them, and one profile comes of it.

Usage: python examples/five_offices.py [FOLDER]

Writes the forms and what came back to FOLDER (by default a new one), and tells what became of it. The people are played here: the
workbook is filled in cell by cell, and what the page saves and what KoboToolbox exports is written as they write it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import tempfile
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl

from npm_readiness import assess, collect, gather, load_profile

PROFILE = Path(__file__).parent / "collecting" / "profile.yaml"
Answers = dict[str, dict[str, str]]

# What the offices know. The letters are those of the workbook; the page and KoboToolbox keep the answer itself.
PRISON_SERVICE: Answers = {
    "visited-prisons": {"answer": "A", "source": "Register of visitors (synthetic)", "pinpoint": "entries 12 to 40"},
    "internal-prison-inspections": {"answer": "B", "comment": "Two of seven prisons were inspected."},
    "written-instruction-to-places": {"answer": "C"},
}
POLICE: Answers = {
    "visited-police-cells": {"answer": "partial", "comment": "In the capital only."},
    "written-instruction-to-places": {
        "answer": "yes",
        "source": "Order of the chief of police (synthetic)",
        "pinpoint": "para. 3",
    },
    "prohibition-in-working-rules": {
        "answer": "yes",
        "source": "Order of the chief of police (synthetic)",
        "pinpoint": "para. 1",
    },
}
HEALTH: Answers = {
    "visited-psychiatric": {"answer": "no", "comment": "No visit is noted in the two hospitals."},
    "medical-files-in-law": {
        "answer": "no-or-partial",
        "comment": "The act speaks of «documents»; the law on patients does not.",
    },
}
FINANCE: Answers = {
    "money-in-state-budget": {"answer": "A", "source": "State budget for 2025 (synthetic)", "pinpoint": "chapter 7"},
    "money-released-in-full": {"answer": "A", "source": "State budget for 2025 (synthetic)", "pinpoint": "annex 2"},
}
MECHANISM: Answers = {
    "money-released-in-full": {"answer": "partial", "comment": "The last quarter came in February."},
    "no-visit-turned-away": {"answer": "yes", "source": "Annual report for 2024 (synthetic)", "pinpoint": "p. 9"},
}


def main(folder: Path) -> None:
    """Send out five forms, take back five files, and tell what became of them."""
    returned = [
        in_workbook(folder, "prison-service", "Prison service", PRISON_SERVICE),
        on_page(folder, "police", "Police headquarters", POLICE),
        on_page(folder, "health", "Ministry of Health", HEALTH),
        in_workbook(folder, "finance", "Ministry of Finance", FINANCE),
        in_kobo(folder, "mechanism", "Ombudsperson", MECHANISM),
    ]
    gathered = gather(returned, PROFILE, keep_disputes=True)
    new = folder / "profile-2.yaml"
    new.write_text(gathered.text, encoding="utf-8")
    print(f"{len(gathered.changed)} answers taken; the offices differ on: {', '.join(gathered.disputed)}.")
    before, after = assess(load_profile(PROFILE)), assess(load_profile(new))
    print(f"Answered: {before.answered.answered} questions before, {after.answered.answered} after.")
    print(f"Everything is in {folder}.")


def sent(folder: Path, respondent: str, form: str, ending: str) -> bytes:
    """The form as it goes out."""
    data = collect(load_profile(PROFILE), form, respondents=[respondent])
    (folder / f"{respondent}{ending}").write_bytes(data)
    return data


def in_workbook(folder: Path, respondent: str, office: str, answers: Answers) -> Path:
    """The workbook, filled in where somebody would type."""
    book = openpyxl.load_workbook(BytesIO(sent(folder, respondent, "workbook", ".xlsx")))
    for sheet in book.worksheets:
        columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
        for row in range(1, sheet.max_row + 1):
            for name, text in answers.get(str(sheet.cell(row, columns.get("id", 1)).value), {}).items():
                sheet.cell(row, columns[name]).value = text
            if sheet.cell(row, 1).value == "Answered by (office, not a name)":
                sheet.cell(row, 2).value = office
    file = folder / f"returned-{respondent}.xlsx"
    book.save(file)
    return file


def on_page(folder: Path, respondent: str, office: str, answers: Answers) -> Path:
    """The file that the page saves."""
    page = sent(folder, respondent, "page", ".html").decode()
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    data = json.loads(found[1]) if found else {}
    entries = {
        name: {**entry, "after": {**entry["before"], **answers.get(name, {})}}
        for name, entry in data["questions"].items()
    }
    told = {"form": data["form"], "country": data["country"], "by": office, "sources": [], "answers": entries}
    file = folder / f"returned-{respondent}.json"
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return file


def in_kobo(folder: Path, respondent: str, office: str, answers: Answers) -> Path:
    """The table that KoboToolbox exports, with one submission."""
    rows = openpyxl.load_workbook(BytesIO(sent(folder, respondent, "xlsform", ".xlsform.xlsx")))["survey"].values
    heads = [str(head) for head in next(rows)]
    table = {"npm_by": office}
    for row in (dict(zip(heads, row, strict=True)) for row in rows):
        if row["type"] not in ("begin_group", "end_group", "note") and row["name"] not in table:
            table[str(row["name"])] = str(row["calculation"] or row["default"] or "").strip("'")
    for question, fields in answers.items():
        for name, text in fields.items():
            table[f"q_{question.replace('-', '_')}__{name}"] = text
    stream = StringIO()
    csv.writer(stream).writerows([table.keys(), table.values()])
    file = folder / f"returned-{respondent}.csv"
    file.write_text(stream.getvalue(), encoding="utf-8")
    return file


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="five-offices-")))
