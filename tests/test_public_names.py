"""What ``import npm_readiness`` offers: a contract, pinned here."""

from __future__ import annotations

import npm_readiness

NAMES = [
    "Assessment",
    "Catalogue",
    "InputError",
    "Problem",
    "Profile",
    "__version__",
    "assess",
    "collect",
    "compare",
    "compare_bill",
    "compare_models",
    "coverage",
    "describe",
    "extend_profile",
    "find",
    "gather",
    "load_catalogue",
    "load_profile",
    "new_profile",
    "overview",
    "plan",
    "public_version",
    "reconcile",
    "render",
    "validate_files",
]


def test_the_names_are_these_and_each_is_documented() -> None:
    assert npm_readiness.__all__ == NAMES
    assert set(NAMES) <= set(dir(npm_readiness))
    for name in NAMES:
        assert getattr(npm_readiness, name).__doc__


def test_another_name_is_an_attribute_error() -> None:
    assert not hasattr(npm_readiness, "utils")
