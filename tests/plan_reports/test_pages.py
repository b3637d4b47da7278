"""The pages on bills, comparing and reconciling show what the commands print, and the examples that they name are there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from npm_readiness import compare, compare_bill, load_profile, reconcile, render
from npm_readiness.plan_reports.reconciliation.merged_profile import merged_profile
from npm_readiness.planning.reconciling.reconciliation import Reconciliation

ROOT = Path(__file__).parents[2]
EXAMPLES, DOCS = ROOT / "examples", ROOT / "docs"
ASSESSORS = ("government", "institution", "civil-society")


def bill() -> str:
    return str(render(compare_bill(load_profile(EXAMPLES / "invented-bill.yaml"), "ombudsperson-bill"), "text"))


def kyrgyzstan() -> str:
    return str(render(compare([load_profile(EXAMPLES / f"kyrgyzstan-{year}.yaml") for year in (2024, 2025)]), "text"))


def reconciled() -> Reconciliation:
    return reconcile([load_profile(EXAMPLES / "reconcile" / f"{name}.yaml") for name in ASSESSORS])


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page, in parts where a line of dots leaves something out."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    found = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [part.strip("\n") for block in found for part in block.split("\n…\n")]


@pytest.mark.parametrize(
    ("page", "printed"),
    [("bills", bill), ("comparing", kyrgyzstan), ("reconciling", lambda: str(render(reconciled(), "text")))],
)
def test_a_page_shows_what_the_command_prints(page: str, printed: Callable[[], str]) -> None:
    text = printed()
    parts = blocks(page, "text")
    assert parts
    for part in parts:
        assert f"{part}\n" in text, part


def test_the_page_on_reconciling_shows_the_merged_profile() -> None:
    (part,) = blocks("reconciling", "yaml")
    assert part in merged_profile(reconciled())


@pytest.mark.parametrize("page", ["bills", "comparing", "reconciling", "models", "roadmap"])
def test_the_links_of_a_page_lead_somewhere_and_the_readme_names_it(page: str) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        assert (DOCS / link).exists(), link
    assert f"docs/{page}.md" in (ROOT / "README.md").read_text(encoding="utf-8")
