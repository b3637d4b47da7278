"""Inputs of any size for what plans, compares, brings together and gathers, as files; beside those of ``tests/large.py``.

Each function gives names with contents, and each entry of ``LARGE_SETS`` says which commands read them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import Any

from npm_readiness.collecting.fields import FIELDS
from npm_readiness.collecting.forms.page.saved_answers import MARK
from npm_readiness.collecting.forms.xlsform import names
from npm_readiness.collecting.questionnaire import question_version
from npm_readiness.loading.catalogue import default_catalogue

from . import large
from .large import Files

__all__ = ["LARGE_SETS", "two_of"]

LAW = {"title": "A law", "kind": "law"}


def bill_evidence(n: int) -> Files:
    """A bill whose answers rest on ``n`` places of it."""
    questions = cycle(_free_law_questions())
    answers: dict[str, Any] = {}
    for number, question in zip(range(n), questions, strict=False):
        entry = answers.setdefault(question, {"answer": "partial", "evidence": []})
        entry["evidence"].append({"source": "draft", "pinpoint": f"art. {number}"})
    bill = {"title": "A bill", "source": "draft", "answers": answers}
    return {"profile.yaml": large.profile(sources={"draft": LAW}, bills={"draft": bill})}


def bill_on_one_place(n: int) -> Files:
    """A bill one article of which is cited ``n`` times, each time with other words."""
    questions = cycle(_free_law_questions())
    answers: dict[str, Any] = {}
    for number, question in zip(range(n), questions, strict=False):
        entry = answers.setdefault(question, {"answer": "partial", "evidence": []})
        entry["evidence"].append({"source": "draft", "pinpoint": "art. 1", "note": f"note {number}"})
    bill = {"title": "A bill", "source": "draft", "answers": answers}
    return {"profile.yaml": large.profile(sources={"draft": LAW}, bills={"draft": bill})}


def many_profiles(n: int) -> Files:
    """``n`` assessors of one country, each with an answer to every tenth question, and evidence of their own."""
    questions = list(_free_law_questions())
    return {f"p/a{i}.yaml": _assessor(i, questions[i % 10 :: 10]) for i in range(n)}


def _assessor(number: int, questions: list[str]) -> str:
    evidence = [{"source": f"s{number}", "pinpoint": f"art. {number}", "note": f"as {number} reads it"}]
    given = {"answer": ("no", "partial", "yes")[number % 3], "evidence": evidence, "comment": f"comment {number}"}
    return large.profile(sources={f"s{number}": LAW}, answers=dict.fromkeys(questions, given))


def two_of(make: Callable[[int], Files]) -> Callable[[int], Files]:
    """Two profiles of which one holds half of the other: of one day, and of two."""

    def both(n: int) -> Files:
        one, other = make(n)["profile.yaml"], make(n // 2)["profile.yaml"]
        return {
            "p/one.yaml": one,
            "p/same-day.yaml": other,
            "p/year-after.yaml": other.replace("2024-01-01", "2025-01-01"),
        }

    return both


def submissions(n: int) -> Files:
    """An export of KoboToolbox with ``n`` rows, all of which answer one question."""
    question = next(_free_law_questions())
    version = question_version(default_catalogue().questions[question])
    heads = [names.MARK_NAME, names.COUNTRY, names.OFFICE]
    heads += [names.field_name(question, field) for field in (names.VERSION, names.BEFORE, "answer", "comment")]
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(heads)
    for number in range(n):
        rows.writerow([names.MARK, "TKM", f"Office {number}", version, "", "no", f"comment {number}"])
    return {"profile.yaml": large.profile(), "form.csv": table.getvalue()}


def disputed_submissions(n: int) -> Files:
    """As :func:`submissions`, and every other row says the contrary."""
    files = submissions(n)
    lines = files["form.csv"].splitlines(keepends=True)
    turned = [line.replace(",no,", ",yes,") if number % 2 else line for number, line in enumerate(lines)]
    return {**files, "form.csv": "".join(turned)}


def unknown_in_a_form(n: int) -> Files:
    """A file of answers to ``n`` questions that there are not."""
    return _answer_file({f"no-such-question-{number}": ("1", "", "no") for number in range(n)}, [])


def sources_in_a_form(n: int) -> Files:
    """A file of answers that lists ``n`` sources."""
    listed = [{"title": f"Law {number}", "kind": "law", "date": "", "url": ""} for number in range(n)]
    return _answer_file({}, listed)


def alike_sources_in_a_form(n: int) -> Files:
    """A file of answers that lists ``n`` sources whose titles make the same id."""
    listed = [
        {"title": f"A law whose title is so long that it is cut {number}", "kind": "law", "date": "", "url": ""}
        for number in range(n)
    ]
    return _answer_file({}, listed)


def answers_into_a_large_profile(n: int) -> Files:
    """Every question answered in a form, and a profile that has ``n`` pieces of evidence already."""
    questions = list(_free_law_questions())
    version = {name: question_version(default_catalogue().questions[name]) for name in questions}
    files = _answer_file({name: (version[name], "partial", "no") for name in questions}, [])
    return {**files, "profile.yaml": large.evidence_everywhere(n)["profile.yaml"]}


def _answer_file(answers: dict[str, tuple[str, str, str]], sources: list[dict[str, str]]) -> Files:
    empty = dict.fromkeys(FIELDS, "")
    entries = {
        name: {"version": version, "before": {**empty, "answer": was}, "after": {**empty, "answer": now}}
        for name, (version, was, now) in answers.items()
    }
    saved = {"form": MARK, "country": "TKM", "by": "Clerk", "answers": entries, "sources": sources}
    return {"profile.yaml": large.profile(), "form.json": json.dumps(saved)}


def _free_law_questions() -> Iterator[str]:
    """Questions on law whose answer contradicts no fact."""
    return islice(large.law_questions(), 2, None)


BILL = (["bill", "profile.yaml"],)
SEVERAL = (["compare", "FILES"], ["reconcile", "FILES"], ["reconcile", "FILES", "-o", "merged.yaml"])
TWO = (
    ["compare", "p/one.yaml", "p/year-after.yaml"],
    ["reconcile", "p/one.yaml", "p/same-day.yaml"],
    ["reconcile", "p/one.yaml", "p/same-day.yaml", "-o", "merged.yaml"],
)
FORM = (
    ["gather", "form.*", "--into", "profile.yaml"],
    ["gather", "form.*", "--into", "profile.yaml", "--keep-disputes"],
)

LARGE_SETS: dict[str, tuple[Callable[[int], Files], int, tuple[list[str], ...]]] = {
    "evidence of a bill": (bill_evidence, 24_000, BILL),
    "one place of a bill": (bill_on_one_place, 20_000, BILL),
    "many profiles": (many_profiles, 200, SEVERAL),
    "evidence twice": (two_of(large.evidence_of_one_answer), 24_000, TWO),
    "sources twice": (two_of(large.sources_and_evidence), 14_000, TWO),
    "bodies twice": (two_of(large.bodies), 9_000, TWO),
    "candidates twice": (two_of(large.candidates), 18_000, TWO),
    "recommendations twice": (two_of(large.recommendations), 11_000, TWO),
    "bills twice": (two_of(large.bills), 45_000, TWO),
    "long texts twice": (two_of(large.long_texts), 1_900_000, TWO),
    "submissions": (submissions, 5_000, FORM),
    "disputed submissions": (disputed_submissions, 5_000, FORM),
    "unknown in a form": (unknown_in_a_form, 20_000, FORM),
    "sources in a form": (sources_in_a_form, 20_000, FORM),
    "alike sources in a form": (alike_sources_in_a_form, 15_000, FORM),
    "answers into a large profile": (answers_into_a_large_profile, 60, FORM),
}
"""Each with the size at which it comes near to what files may hold, and with the commands that read it."""
