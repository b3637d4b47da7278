"""Of what is written as JSON only an assessment is read back, so that nothing else of a stranger is ever drawn."""

from __future__ import annotations

import ast
from pathlib import Path

import npm_readiness
from npm_readiness.planning.bill.comparison import BillComparison
from npm_readiness.planning.comparing.comparison import Comparison
from npm_readiness.planning.models.result import ModelComparison
from npm_readiness.planning.reconciling.reconciliation import Reconciliation
from npm_readiness.planning.roadmap.result import Roadmap

PACKAGE = Path(npm_readiness.__file__).parent


def test_no_result_of_planning_is_read_back() -> None:
    """Who adds a way to read one has to refuse what cannot be drawn, as ``Assessment.from_json`` does, and to test it."""
    for kind in (BillComparison, Comparison, ModelComparison, Reconciliation, Roadmap):
        assert not hasattr(kind, "from_json")


def test_json_becomes_a_model_in_few_places() -> None:
    """Everything that is read as JSON: assessments, and data that our own code has just written."""
    reading = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("model_validate_json", "validate_json")
    }
    assert not [name for name in reading if name.startswith(("plan_reports/", "gap_report/", "commands/"))]
