"""The examples: the script runs, and the real profiles say what their sources carry."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from npm_readiness import assess, load_profile, render

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_the_script_runs_from_any_folder(tmp_path: Path) -> None:
    script = EXAMPLES / "use_the_library.py"
    found = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "Turkmenistan as of 2023-12-14" in found.stdout
    assert "Georgia on 2008-01-01: overdue since 2007-" in found.stdout


def test_turkmenistan_may_ratify_and_is_not_ready_for_the_rest() -> None:
    assessment = assess(load_profile(EXAMPLES / "turkmenistan.yaml"))
    verdicts = [stage.verdict for stage in assessment.stages]
    assert verdicts[0] in ("undetermined", "ready_with_gaps", "ready")
    assert verdicts[1:] == ["not_ready"] * 3
    assert assessment.as_of.isoformat() == "2023-12-14"
    assert "mechanism-designated" in assessment.stages[1].blockers


def test_no_blocker_supposes_what_is_not_known() -> None:
    """Blockers can all be true together: none of them depends on a fact that is unknown."""
    assessment = assess(load_profile(EXAMPLES / "turkmenistan.yaml"))
    criteria = {criterion.id: criterion for criterion in assessment.criteria}
    assert not any(criteria[blocker].conditional for stage in assessment.stages for blocker in stage.blockers)


@pytest.mark.parametrize("name", ["turkmenistan", "georgia"])
def test_every_claim_names_a_source_and_a_place(name: str) -> None:
    answered = assess(load_profile(EXAMPLES / f"{name}.yaml")).answered
    assert answered.claims == answered.evidenced
    assert answered.claims > 0


@pytest.mark.parametrize("name", ["turkmenistan", "georgia"])
@pytest.mark.parametrize("form", ["text", "json", "html", "markdown"])
def test_every_report_of_the_real_profiles_renders(name: str, form: str) -> None:
    assert len(render(assess(load_profile(EXAMPLES / f"{name}.yaml")), form)) > 1000
