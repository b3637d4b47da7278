"""A real browser, and pages opened in it that record what they should not do.

Where there is no browser these tests are skipped; where CI is set they fail, so that nobody takes silence for success.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from npm_readiness.gap_report.document import Report
from npm_readiness.gap_report.formats.html.page import html_of
from tests.gap_report.sample import sample_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}


@dataclass
class Opened:
    """A page in the browser, and what happened since it was opened."""

    page: Page
    file: Path
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def show(self, html: str) -> None:
        """Opens this page as a file, as a reader would from a USB stick."""
        self.file.write_text(html, encoding="utf-8")
        self.messages.clear()
        self.requests.clear()
        self.page.goto(self.file.as_uri())

    def width_beyond_the_screen(self) -> int:
        """By how many pixels the page has to be moved sideways to be read."""
        root = "document.documentElement"
        return int(self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: pip install -e '.[dev]'")
    if chromium is None:
        missing("there is no chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def missing(what: str) -> NoReturn:
    """Skips the test; fails it where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report, the sample unless told otherwise, with the options of a new context of the browser."""
    contexts: list[BrowserContext] = []

    def open_report(report: Report | None = None, *, print_media: bool = False, **options: Any) -> Opened:
        context = browser.new_context(**{"viewport": WIDE, **options})
        contexts.append(context)
        happened = watched(context.new_page(), tmp_path / f"report-{len(contexts)}.html")
        if print_media:
            happened.page.emulate_media(media="print")
        happened.show(html_of(report or sample_report()))
        return happened

    yield open_report
    for context in contexts:
        context.close()


def watched(page: Page, file: Path) -> Opened:
    """The page, with a record of what it says, asks and fetches."""
    happened = Opened(page, file)

    def dismissed(dialog: Dialog) -> None:
        happened.messages.append(dialog.message)
        dialog.dismiss()

    page.on("console", lambda message: happened.messages.append(message.text))
    page.on("pageerror", lambda error: happened.messages.append(str(error)))
    page.on("request", lambda request: happened.requests.append(request.url))
    page.on("dialog", dismissed)
    return happened
