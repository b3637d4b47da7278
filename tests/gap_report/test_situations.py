"""The first pages of a report, for the situations in which a State can be: read them, they are text.

``situations/situations.yaml`` describes the situations, ``situations/NAME.txt`` holds what sections 1 and 2 say of each, as in the
terminal; […] stands for the numbers of paragraphs, which move with every criterion. Where a page changes on purpose, write all of
them anew and read what has changed, as the minister of that State would::

    NPM_WRITE_PAGES=1 python -m pytest -n0 tests/gap_report/test_situations.py
    git diff tests/gap_report/situations

What is worked out of the facts (dates, verdicts) is asserted by itself in ``tests/situation``; here stand the words.
"""

from __future__ import annotations

import json
import os
import re
import textwrap
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from npm_readiness import Assessment, assess
from npm_readiness.filling.asking import questions_of
from npm_readiness.gap_report.excerpt import Extent, excerpt
from npm_readiness.gap_report.formats.text.terminal import text_of_report
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.view import View
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.profile import Profile
from npm_readiness.reading.files import parse_document, read_document

FOLDER = Path(__file__).with_name("situations")
SITUATIONS: dict[str, dict[str, Any]] = read_document(FOLDER / "situations.yaml").data
WRITE = "NPM_WRITE_PAGES"

LEFT_OUT: dict[str, Any] = {
    "country": "XAA",
    "country_name": "A State",
    "assessed_on": "2024-06-01",
    "checklists": ["opcat", "establishment", "operation"],
}
"""What the table does not repeat."""

WIDTH = 100
UNBROKEN = 100_000
NUMBERS = re.compile(r" \[\d+(?:(?:, |\N{EN DASH})\d+)*\]")

each = pytest.mark.parametrize("name", SITUATIONS)


def profile_of(name: str) -> Profile:
    """The profile of a situation, read as a file of a user is."""
    told = {key: value for key, value in SITUATIONS[name].items() if key not in ("peculiar", "open_questions")}
    treaties = {"uncat": {"ratified": "1990-01-01"}, **told.get("treaties", {})}
    profile = _read({**LEFT_OUT, **told, "treaties": treaties})
    word = SITUATIONS[name].get("open_questions")
    if word is None:
        return profile
    asked = questions_of(profile, default_catalogue(), set(profile.checklists)).questions
    answers = {entry.question.id: {"answer": word} for entry in asked} | told.get("answers", {})
    return _read({**LEFT_OUT, **told, "treaties": treaties, "answers": answers})


def _read(data: dict[str, Any]) -> Profile:
    profile, problems = examine_profile(parse_document(json.dumps(data)), default_catalogue())
    assert profile is not None, [str(problem) for problem in problems]
    return profile


@cache
def assessed(name: str) -> Assessment:
    return assess(profile_of(name))


@cache
def page(name: str) -> str:
    """What sections 1 and 2 of the report say, and before them what is peculiar about the situation."""
    texts = texts_in()
    report = excerpt(View(assessed(name), texts).report, Extent(sections=("one-page", "recommendations")), texts)
    bare = replace(report, cover=(), closing=(), phrases=replace(report.phrases, whole=""))
    lines = NUMBERS.sub(" […]", text_of_report(bare, width=UNBROKEN)).rstrip().split("\n")
    return "\n".join([f"{name}: {SITUATIONS[name]['peculiar']}", "", *map(_wrapped, lines)]) + "\n"


def _wrapped(line: str) -> str:
    """The line in lines of the width, those that follow behind the sign at its beginning."""
    start = re.match(r" *(?:-|[A-Z]|\d*\.)? *", line)
    hang = " " * len(start[0]) if start is not None else ""
    return textwrap.fill(
        line, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )


@each
def test_the_first_pages_say_what_they_said(name: str) -> None:
    file = FOLDER / f"{name}.txt"
    if os.environ.get(WRITE):
        file.write_text(page(name), encoding="utf-8")
    assert file.is_file(), f"there is no page yet; write it: {WRITE}=1"
    assert page(name) == file.read_text(encoding="utf-8"), f"if it changed on purpose, write it anew: {WRITE}=1"


def test_there_is_a_page_for_each_situation_and_no_other() -> None:
    assert len(SITUATIONS) >= 40
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(SITUATIONS)
