"""The reports of real profiles in the browser: whole, quiet, readable by everybody, and narrowed by their filters."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import assess, load_profile
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Report
from npm_readiness.gap_report.language import texts_in
from tests.browser.conftest import PHONE, Open
from tests.browser.test_accessibility import violations
from tests.gap_report.hostile import HOSTILE_TEXTS, hostile_profile

EXAMPLES = Path(__file__).parents[2] / "examples"


def report_of(country: str) -> Report:
    return composed(assess(load_profile(EXAMPLES / f"{country}.yaml")), texts_in("en"))


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, PHONE], ids=["wide", "phone"])
def test_a_report_opens_without_a_word_and_fits_the_screen(opened: Open, viewport: dict[str, int]) -> None:
    happened = opened(report_of("turkmenistan"), viewport=viewport)
    assert happened.messages == []
    assert happened.requests == [happened.page.url]
    assert happened.width_beyond_the_screen() <= 0


def test_axe_finds_no_violation_in_the_report_of_a_state_with_a_mechanism(opened: Open) -> None:
    """Contrast, which takes long, has been looked at in the sample: the colours are the same."""
    assert violations(opened(report_of("georgia")).page, without=("color-contrast",)) == []


def test_every_choice_of_a_filter_finds_something(opened: Open) -> None:
    """An option that leaves nothing would be one that nobody needs, or one that is spelt otherwise in the findings."""
    page = opened(report_of("turkmenistan")).page
    script = """() => [...document.querySelectorAll('.filters select')].map(choice => [...choice.options].map(option => {
        choice.value = option.value;
        choice.dispatchEvent(new Event('change'));
        const left = document.querySelectorAll('article[data-by]:not(.off)').length;
        choice.value = '';
        return left;
    }))"""
    choices = page.evaluate(script)
    assert len(choices) == 4
    for everything, *narrowed in choices:
        assert all(0 < left < everything for left in narrowed)


def test_a_hostile_profile_does_nothing(opened: Open) -> None:
    """One text in every field of a whole profile."""
    text = HOSTILE_TEXTS["script element"] + HOSTILE_TEXTS["event handlers"]
    report = composed(assess(hostile_profile(text)), texts_in("en"))
    happened = opened(report, viewport=PHONE)
    assert happened.page.title() != "pwned"
    assert happened.messages == []
    assert len(happened.requests) == 1
    assert happened.page.locator("script").count() == 1
