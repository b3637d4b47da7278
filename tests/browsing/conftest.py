"""Our own catalogue, read once, and an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.catalogue import Catalogue


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """The catalogue that comes with the package."""
    return default_catalogue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
