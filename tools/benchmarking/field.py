"""The same criteria in the field's own tool: compliance-trestle reads, checks and writes them as an OSCAL catalogue."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from benchmarking.processes import Command
from npm_readiness import Catalogue

__all__ = ["oscal", "trestle"]

READ_AND_WRITE = (
    "import sys; from pathlib import Path; from trestle.oscal.catalog import Catalog; "
    "Catalog.oscal_read(Path(sys.argv[1])).oscal_write(Path(sys.argv[2]))"
)
PACKAGE = "compliance-trestle"


def oscal(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue as OSCAL: a group for each checklist, a control for each criterion, a part for each of its texts."""
    groups = [
        {"id": name, "title": checklist.content.title, "controls": list(map(_control, checklist.content.criteria))}
        for name, checklist in catalogue.checklists.items()
    ]
    metadata = {"title": "Criteria", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"}
    return {"catalog": {"uuid": str(uuid5(NAMESPACE_URL, "npm-readiness")), "metadata": metadata, "groups": groups}}


def _control(criterion: Any) -> dict[str, Any]:
    texts = {"statement": criterion.requirement, "guidance": criterion.why, "action": criterion.usual_action}
    for question in criterion.questions:
        if hasattr(question, "rubric"):
            texts |= {f"question-{question.id}": question.text, f"yes-{question.id}": question.rubric.yes}
            texts |= {f"partial-{question.id}": question.rubric.partial, f"no-{question.id}": question.rubric.no}
    parts = [
        {"id": f"{criterion.id}_{name}", "name": name.partition("-")[0], "prose": text} for name, text in texts.items()
    ]
    return {"id": criterion.id, "title": criterion.title, "parts": parts}


def trestle(catalogue: Catalogue, folder: Path) -> Command | str:
    """The command that reads the criteria as OSCAL and writes them again; else why it cannot be had.

    It is installed into an environment of its own in ``folder``, since it pins what it needs.
    """
    source, target = folder / "criteria.json", folder / "written.json"
    source.write_text(json.dumps(oscal(catalogue), ensure_ascii=False), encoding="utf-8")
    python = folder / "trestle" / "bin" / "python"
    for words in (
        [sys.executable, "-m", "venv", str(folder / "trestle")],
        [str(python), "-m", "pip", "install", "-q", PACKAGE],
    ):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{PACKAGE} cannot be installed here: {(done.stderr or done.stdout).strip().splitlines()[-1]}"
    return Command(
        f"{PACKAGE}: read, validate, write", [str(python), "-c", READ_AND_WRITE, str(source), str(target)], folder
    )
