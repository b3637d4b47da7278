"""A format is a module and nothing else; what it draws depends on the assessment alone."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from npm_readiness import Assessment, InputError, render
from npm_readiness.gap_report import formats
from npm_readiness.gap_report.format import known_formats
from npm_readiness.gap_report.rendering import format_of

NEW_FORMAT = """
from npm_readiness.gap_report.format import Format

FORMAT = Format((".haiku",), lambda view: f"{view.report.title} / {len(view.workbook.sheets)} sheets / the rain")
"""
DIGESTS = """
import hashlib, json, sys
from pathlib import Path
from npm_readiness import assess, load_profile, render
from npm_readiness.gap_report.format import known_formats

assessment = assess(load_profile(Path(sys.argv[1])))
drawn = {name: render(assessment, name) for name in known_formats()}
print(json.dumps({name: hashlib.sha256(made if isinstance(made, bytes) else made.encode()).hexdigest()
                  for name, made in drawn.items()}))
"""
EXAMPLE = Path(__file__).parents[2] / "examples" / "turkmenistan.yaml"


@pytest.fixture
def haiku(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A format in a folder of its own, which the package sees as if it stood with the others."""
    (tmp_path / "haiku.py").write_text(NEW_FORMAT, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    formats.names.cache_clear()
    yield
    formats.names.cache_clear()
    sys.modules.pop(f"{formats.__name__}.haiku", None)
    vars(formats).pop("haiku", None)


@pytest.mark.usefixtures("haiku")
def test_a_new_format_needs_no_more_than_its_module(georgia: Assessment) -> None:
    assert render(georgia, "haiku") == "Georgia: readiness for a National Preventive Mechanism / 10 sheets / the rain"
    assert format_of(None, "report.HAIKU") == "haiku"
    with pytest.raises(InputError, match=r"there is no format pdf .*docx, haiku, html"):
        render(georgia, "pdf")
    with pytest.raises(InputError, match=r"\.haiku"):
        format_of(None, "report.pdf")


def test_the_new_format_is_gone_afterwards() -> None:
    assert list(known_formats()) == ["docx", "html", "json", "markdown", "text", "xlsx"]


def test_every_process_anywhere_draws_the_same_bytes() -> None:
    """The order of sets and the time of day differ between two processes; nothing of that may be seen."""
    drawn = []
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Los_Angeles")):
        made = subprocess.run(
            [sys.executable, "-c", DIGESTS, str(EXAMPLE)],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            timeout=120,
        )
        drawn.append(json.loads(made.stdout))
    assert drawn[0] == drawn[1]
    assert sorted(drawn[0]) == sorted(known_formats())
