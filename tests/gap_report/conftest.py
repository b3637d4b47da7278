"""Assessments of the real profiles, and of one whose every text is hostile."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import Assessment, Profile, assess, load_profile
from npm_readiness.loading.catalogue import default_catalogue

EXAMPLES = Path(__file__).parents[2] / "examples"

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} | `x` **b** [l](javascript:a) \u202egnp.exe\u202c \x9b31m & \"q\" 'q' https://e.org"


@pytest.fixture(scope="session")
def turkmenistan() -> Assessment:
    """A State without a mechanism."""
    return assess(load_profile(EXAMPLES / "turkmenistan.yaml"))


@pytest.fixture(scope="session")
def georgia() -> Assessment:
    """A State with one."""
    return assess(load_profile(EXAMPLES / "georgia.yaml"))


@pytest.fixture(scope="session")
def hostile() -> Assessment:
    """A profile from a stranger who wants to reach into the report."""
    question = next(key for key, value in default_catalogue().questions.items() if not value.answered_by)
    profile = Profile.model_validate(
        {
            "country": "TKM",
            "country_name": HOSTILE,
            "assessed_on": "2023-12-14",
            "assessors": (HOSTILE,),
            "note": HOSTILE,
            "npm": {"institution": HOSTILE},
            "sources": {"s": {"title": HOSTILE, "publisher": HOSTILE, "url": "https://e.org/\"onclick='x'<b>"}},
            "answers": {
                question: {
                    "answer": "no",
                    "comment": HOSTILE,
                    "by": HOSTILE,
                    "evidence": ({"source": "s", "pinpoint": HOSTILE, "note": HOSTILE},),
                }
            },
        },
        strict=False,
    )
    return assess(profile)
