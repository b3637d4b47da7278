"""The reports of real profiles in the browser: whole, quiet, readable by everybody, and narrowed by their filters."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from npm_readiness import assess, load_profile
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Paragraph, Report, Run
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.marks import MARKS
from tests.browser.conftest import PHONE, Open
from tests.browser.test_accessibility import VIEWS, violations
from tests.gap_report.hostile import HOSTILE_TEXTS, hostile_profile
from tests.gap_report.sample import sample_report

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
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
        choice.selectedIndex = 0;
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


@pytest.mark.parametrize(
    "viewport", [{"width": 1280, "height": 800}, {"width": 390, "height": 844}], ids=["wide", "phone"]
)
def test_the_first_screen_answers(opened: Open, viewport: dict[str, int]) -> None:
    """Where are we, what follows, what blocks, whole; and at least that something is told of how much is known."""
    page = opened(report_of("turkmenistan"), viewport=viewport).page
    script = """height => [...document.querySelectorAll('main section:first-child li')].map(item => {
        const [head, whole] = [item.firstElementChild, item].map(one => one.getBoundingClientRect());
        return [item.firstElementChild.textContent, head.top >= 0 && head.bottom <= height, whole.bottom <= height];
    })"""
    where, following, blocks, known, *_ = page.evaluate(script, viewport["height"])
    assert [where, following, blocks] == [
        ["Where we are.", True, True],
        ["What follows.", True, True],
        ["What blocks.", True, True],
    ]
    assert known[:2] == ["What is known.", True]


def test_each_kind_of_status_has_its_mark(opened: Open) -> None:
    sample = sample_report()
    lines = tuple(Paragraph((Run(kind, kind),)) for kind in MARKS)
    page = opened(replace(sample, sections=(replace(sample.sections[0], blocks=lines),), contents=("",))).page
    script = "[...document.querySelectorAll('main p b')].map(one => [one.textContent, getComputedStyle(one, '::before').content])"
    assert dict(page.evaluate(script)) == {kind: f'"{mark}"' for kind, mark in MARKS.items()}


@pytest.mark.parametrize("print_media", [False, True], ids=["screen", "paper"])
def test_no_status_is_told_by_colour_alone(opened: Open, print_media: bool) -> None:
    """Each word of a status comes with its mark; in a track and a legend the mark or the pattern is drawn beside it."""
    page = opened(report_of("turkmenistan"), print_media=print_media).page
    marks = {kind.partition("-")[2]: f'"{mark}"' for kind, mark in MARKS.items()}
    script = """marks => {
        const told = [...document.body.querySelectorAll('*')].filter(one => !one.closest('svg')
            && [...one.classList].some(name => name in marks));
        const bare = told.filter(one => getComputedStyle(one, '::before').content
            !== marks[[...one.classList].find(name => name in marks)]);
        return [told.length, bare.map(one => one.closest('.track, .legend') ? 'drawn' : one.outerHTML),
            [...document.querySelectorAll('.track > .across use')].map(one => one.getAttribute('href')),
            [...document.querySelectorAll('.legend')].every(legend => [...legend.children].every(
                one => !one.querySelector('b') || one.querySelector('svg rect').getAttribute('fill').startsWith('url(#draw_'))),
            document.querySelectorAll('.track b, .legend b').length];
    }"""
    number, bare, drawn, patterns, beside = page.evaluate(script, marks)
    assert number > 100
    assert set(bare) == {"drawn"}
    assert len(bare) == beside
    assert patterns
    assert drawn == ["#draw_verdict-undetermined", *["#draw_verdict-not-ready"] * 3]
    for name in drawn:
        assert page.locator(f"[id='{name[1:]}'] > *").count()


@pytest.mark.parametrize("view", ["light", "dark", "phone", "print"])
def test_axe_finds_no_violation_in_the_report_of_a_state_without_a_mechanism(opened: Open, view: str) -> None:
    """The whole in light; the others, which differ in their style alone, up to the first theme: all of all takes a minute."""
    page = opened(report_of("turkmenistan"), **VIEWS[view]).page
    if view != "light":
        page.evaluate("document.querySelectorAll('#section_6 ~ section').forEach(section => section.remove())")
        page.evaluate("document.querySelectorAll('#dimension_designation ~ *').forEach(block => block.remove())")
    # Nobody points at a link on paper, however small it is.
    assert violations(page, without=("target-size",) if view == "print" else ()) == []


def test_the_keyboard_reaches_the_controls(opened: Open) -> None:
    page = opened(report_of("turkmenistan")).page
    page.evaluate("window.reached = []; addEventListener('focusin', event => reached.push(event.target))")
    for _ in range(page.locator("a[href], summary, button, select").count()):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.filters button')"):
            break
    reached = "window.reached.filter(one => one.matches('{}')).length"
    for control in (".skip", "nav a", ".filters select", ".filters button"):
        number = page.locator(control).count()
        assert number
        assert page.evaluate(reached.format(control)) == number, control
    assert page.evaluate("reached[0].matches('.skip')")


def test_the_whole_report_prints_with_page_numbers(opened: Open) -> None:
    pdf = PdfReader(io.BytesIO(opened(report_of("turkmenistan")).page.pdf(prefer_css_page_size=True)))
    number = len(pdf.pages)
    assert 50 <= number <= 130
    for place in (1, 2, 3, number // 2, number):
        assert re.search(rf"Page {place} of {number}\b", pdf.pages[place - 1].extract_text())
