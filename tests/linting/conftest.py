"""Our own files are read once for all tests: each of them lints a checklist that is added to these."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from npm_readiness.loading import located
from npm_readiness.loading.folders import built_in_folder
from npm_readiness.reading.files import examine_file


@cache
def examined_once(file: Path) -> object:
    return examine_file(file)


@pytest.fixture(autouse=True)
def our_own_files_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    own = built_in_folder()
    monkeypatch.setattr(
        located, "examine_file", lambda file: (examined_once if own in file.parents else examine_file)(file)
    )
