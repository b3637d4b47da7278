"""Nobody is shut out: axe-core finds no violation of WCAG 2.2 AA, and nothing has to be moved sideways on a phone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import PHONE, WIDE, Open
from tests.gap_report.sample import sample_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS: dict[str, dict[str, Any]] = {
    "light": {"viewport": WIDE},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "phone": {"viewport": PHONE},
    "dark phone": {"viewport": PHONE, "color_scheme": "dark"},
    "print": {"viewport": WIDE, "print_media": True},
    "forced colours": {"viewport": WIDE, "forced_colors": "active"},
}
LONG = "Rechtsschutzversicherungsgesellschaften" * 8


def violations(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds, each with the element in which it does."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    rules = {rule: {"enabled": False} for rule in without}
    options = {"runOnly": RULES, "resultTypes": ["violations"], "rules": rules}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{violation['id']}: {node['html']}" for violation in found for node in violation["nodes"]]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(opened: Open, view: str) -> None:
    page = opened(**VIEWS[view]).page
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations(page) == []


def test_axe_finds_violations_where_there_are_some(browser: Browser) -> None:
    """Silence means something only from one who can speak."""
    page = browser.new_page()
    page.set_content("<p style='color: #ccc'>pale<img src=x>")
    found = {violation.partition(":")[0] for violation in violations(page)}
    page.close()
    assert {"color-contrast", "image-alt", "html-has-lang"} <= found


@pytest.mark.parametrize("text", ["Ombudsperson of Alderland", LONG], ids=["usual", "long words"])
def test_nothing_has_to_be_moved_sideways(opened: Open, text: str) -> None:
    """320 pixels are what a page of 1280 has at a magnification of four."""
    happened = opened(sample_report(text))
    happened.page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    for width in (320, 360, 768, 1024, 1280):
        happened.page.set_viewport_size({"width": width, "height": 740})
        assert happened.width_beyond_the_screen() <= 0, width


def test_the_page_turns_round_with_the_direction_of_writing(opened: Open) -> None:
    happened = opened(replace(sample_report("أمين المظالم"), language="ar", right_to_left=True))
    page = happened.page
    contents, content = page.locator("nav").bounding_box(), page.locator("main").bounding_box()
    assert contents
    assert content
    assert contents["x"] > content["x"]
    assert page.locator("td").first.evaluate("cell => getComputedStyle(cell).direction") == "rtl"
    assert happened.width_beyond_the_screen() <= 0


def test_the_words_of_a_picture_do_not_lie_over_its_bars(opened: Open) -> None:
    for viewport in (WIDE, PHONE):
        page = opened(viewport=viewport).page
        bars = [box for bar in page.locator(".bars .full").all() if (box := bar.bounding_box())]
        words = [box for word in page.locator(".bars > span").all() if (box := word.bounding_box())]
        texts = [{**box, "height": box["height"] - _padding(page, place)} for place, box in enumerate(words)]
        assert bars
        for bar in bars:
            assert not [text for text in texts if _overlap(bar, text)]


def _padding(page: Any, place: int) -> float:
    script = "span => parseFloat(getComputedStyle(span).paddingBlockEnd)"
    return float(page.locator(".bars > span").nth(place).evaluate(script))


def _overlap(one: Any, other: Any) -> bool:
    return bool(
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


def test_the_first_screen_reaches_the_one_page_summary(opened: Open) -> None:
    """Where we are stands on the first screen, below a cover that does not fill it."""
    page = opened().page
    box = page.locator("main h2").first.bounding_box()
    assert box
    assert box["y"] < 400


def test_the_contents_stay_in_reach(opened: Open) -> None:
    for viewport in (WIDE, PHONE):
        page = opened(viewport=viewport).page
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_function("scrollY > 0")
        box = page.locator("nav").bounding_box()
        assert box
        assert 0 <= box["y"] < viewport["height"]
