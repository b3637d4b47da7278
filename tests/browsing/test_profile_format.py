"""The examples of docs/profile-format.md make a profile that can be used, and the page tells every key."""

from __future__ import annotations

import re
from pathlib import Path

from npm_readiness.browsing.schema_texts import OF_PROFILES
from npm_readiness.loading.profiles import load_profile_with_warnings

PAGE = (Path(__file__).parents[2] / "docs" / "profile-format.md").read_text(encoding="utf-8")
BILL = "  bill-text: {title: The bill, kind: other}\n"


def test_the_examples_are_one_profile_that_can_be_used(tmp_path: Path) -> None:
    _, profile, _, recommendations, bills = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    profile = profile.replace("\nsources:\n", f"\nsources:\n{BILL}").replace("2023-12-14", "2025-12-14")
    file = tmp_path / "profile.yaml"
    file.write_text(profile + recommendations + bills, encoding="utf-8")
    read, warnings = load_profile_with_warnings(file)
    assert warnings == ()
    assert read.recommendations[0].adopted
    assert read.bills


def test_the_page_tells_every_key() -> None:
    written = set(re.findall(r"[a-z_0-9]+", PAGE))
    assert {key for keys in OF_PROFILES.values() for key in keys} <= written
