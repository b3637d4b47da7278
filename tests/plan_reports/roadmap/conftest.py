"""Roadmaps of real countries, worked out once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from npm_readiness import load_profile, plan
from npm_readiness.planning.roadmap.result import Roadmap

EXAMPLES = Path(__file__).parents[3] / "examples"
DEPOSIT, START = date(2025, 3, 1), date(2024, 1, 15)


@pytest.fixture(scope="session")
def turkmenistan() -> Roadmap:
    """A State that prepares to join, from a start and a hypothetical deposit."""
    return plan(load_profile(EXAMPLES / "turkmenistan.yaml"), ratify_on=DEPOSIT, start=START)


@pytest.fixture(scope="session")
def undated() -> Roadmap:
    """The same State, of which no date is given."""
    return plan(load_profile(EXAMPLES / "turkmenistan.yaml"))


@pytest.fixture(scope="session")
def australia() -> Roadmap:
    """A party whose dates have passed, and one of whose packages comes in two parts."""
    return plan(load_profile(EXAMPLES / "australia.yaml"), start=date(2026, 1, 5))
