"""The offline page in a real browser: filled in, saved, opened again, gathered, assessed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from npm_readiness import assess, gather, load_profile
from npm_readiness.collecting.form import Note, draw_form
from tests.collecting.given import ASKED, CATALOGUE, profile_text, questionnaire_of
from tests.collecting.test_page import saved

from .conftest import PHONE, WIDE, Open, missing
from .firefox import Firefox

pytest.importorskip("playwright")

FIRST, SECOND = ASKED[5], ASKED[6]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.yaml"
    file.write_text(profile_text({FIRST: {"answer": "no", "comment": "as it was\nand is"}}), encoding="utf-8")
    return file


def page_of(profile: Path) -> str:
    return draw_form(questionnaire_of(profile), "page", Note("UNDP", "1 June 2024")).decode()


def save(page: Any, file: Path) -> Any:
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(file)
    return json.loads(file.read_text(encoding="utf-8"))


def test_from_the_page_to_the_assessment(profile: Path, opened: Open, tmp_path: Path) -> None:
    html = page_of(profile)
    shown = opened(viewport=WIDE)
    shown.show(html)
    page = shown.page
    first = save(page, tmp_path / "first.json")
    assert first["answers"] == saved(html, {})["answers"]
    page.fill("#by", "Ministry")
    page.fill("#search", SECOND.replace("-", " ").split()[0])
    page.fill("#search", "")
    question = page.locator(f'[data-question="{SECOND}"]')
    theme = question.evaluate("one => one.closest('section').dataset.theme")
    page.click(f'nav [data-theme="{theme}"]')
    question.locator('[value="partial"]').check()
    question.locator('[data-field="source"]').fill("Organic Law")
    question.locator('[data-field="pinpoint"]').fill("art. 3")
    answers = tmp_path / "answers.json"
    save(page, answers)
    result = gather([answers], profile, CATALOGUE)
    assert result.changed == (SECOND,)
    assert 'evidence: [{source: law, pinpoint: "art. 3"}]' in result.text
    merged = tmp_path / "merged.yaml"
    merged.write_text(result.text, encoding="utf-8")
    assessed = assess(load_profile(merged, CATALOGUE), CATALOGUE)
    given = next(a for c in assessed.criteria for a in c.answers if a.question == SECOND)
    assert given.answer == "partial"
    assert shown.messages == []
    assert [request for request in shown.requests if not request.startswith(("file:", "blob:"))] == []


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        missing("there is no firefox: apt-get install firefox-esr")
    started = Firefox(program, tmp_path)
    yield started
    started.quits()


def test_in_firefox_too_from_the_page_to_the_profile(profile: Path, firefox: Firefox, tmp_path: Path) -> None:
    html = page_of(profile)
    file = tmp_path / "form.html"
    file.write_text(html, encoding="utf-8")
    firefox.opens(file)
    firefox.types("#by", "Ministry")
    theme = firefox.says(
        "return document.querySelector(arguments[0]).closest('section').dataset.theme", f'[data-question="{SECOND}"]'
    )
    firefox.clicks(f'nav [data-theme="{theme}"]')
    firefox.clicks(f'[name="a-{SECOND}"][value="partial"]')
    firefox.types(f'[data-question="{SECOND}"] [data-field="source"]', "Organic Law")
    firefox.types(f'[data-question="{SECOND}"] [data-field="pinpoint"]', "art. 3")
    name = f"answers-GEO-{questionnaire_of(profile).id}.json"
    firefox.clicks("#save")
    answers = firefox.saved(name)
    fields = {"answer": "partial", "source": "law", "pinpoint": "art. 3"}
    assert json.loads(answers.read_text("utf-8"))["answers"] == saved(html, {SECOND: fields})["answers"]
    assert gather([answers], profile, CATALOGUE).changed == (SECOND,)
    # The draft is there after the page was closed, and goes when it is wiped.
    firefox.opens(file)
    assert firefox.says("return document.getElementById('by').value") == "Ministry"
    firefox.clicks("#wipe")
    firefox.does("WebDriver:AcceptAlert")
    firefox.opens(file)
    assert firefox.says("return document.getElementById('by').value") == ""
    firefox.does("WebDriver:SetWindowRect", width=450, height=844)
    beyond = "const root = document.documentElement; return root.scrollWidth - root.clientWidth"
    assert firefox.says(beyond) == 0


def test_a_draft_is_kept_and_can_be_wiped(profile: Path, opened: Open) -> None:
    shown = opened(viewport=WIDE)
    shown.show(page_of(profile))
    page = shown.page
    page.fill("#by", "Bar")
    page.get_by_text("Draft kept in this browser.").wait_for()
    page.reload()
    assert page.input_value("#by") == "Bar"
    # The question whether it is meant is answered here, and not by whoever watches the page.
    page.evaluate("window.confirm = () => true")
    page.click("#wipe")
    page.reload()
    assert page.input_value("#by") == ""


def test_a_file_of_older_questions_is_opened_and_what_changed_is_shown(
    profile: Path, opened: Open, tmp_path: Path
) -> None:
    html = page_of(profile)
    old = saved(html, {SECOND: {"answer": "yes"}, FIRST: {"answer": "partial"}})
    old["answers"][FIRST]["version"] = "00000000"
    file = tmp_path / "old.json"
    file.write_text(json.dumps(old), encoding="utf-8")
    shown = opened(viewport=WIDE)
    shown.show(html)
    shown.page.set_input_files("#file", file)
    shown.page.wait_for_selector("#changes:not([hidden])")
    assert "have changed, so your answer was not taken over: partial" in shown.page.inner_text("#changes")
    assert shown.page.locator(f'[name="a-{SECOND}"]:checked').get_attribute("value") == "yes"
    assert shown.page.locator(f'[name="a-{FIRST}"]:checked').get_attribute("value") == "no"


def test_only_open_ones_and_search(profile: Path, opened: Open) -> None:
    shown = opened(viewport=WIDE)
    shown.show(page_of(profile))
    page = shown.page
    visible = "document.querySelectorAll('[data-question]:not([hidden])').length"
    everything = page.evaluate("document.querySelectorAll('[data-question]').length")
    page.check("#open-only")
    assert page.evaluate(visible) == everything - 1
    page.fill("#search", "zzzz")
    assert page.evaluate(visible) == 0


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_nothing_stands_beyond_the_screen_and_axe_finds_nothing(profile: Path, opened: Open, size: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    shown = opened(viewport=size)
    shown.show(page_of(profile))
    assert shown.width_beyond_the_screen() == 0
    results = Axe().run(shown.page)
    assert results.violations_count == 0, results.generate_report()
