"""Profiles come from strangers: none of their texts runs, loads anything, leads anywhere unsafe or breaks the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from npm_readiness.gap_report.document import Paragraph, Run
from npm_readiness.gap_report.formats.html.page import html_of
from tests.browser.conftest import PHONE, Open, Opened, watched
from tests.gap_report.hostile import HOSTILE_TEXTS, accepted
from tests.gap_report.sample import sample_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OWN = {
    "end of a script": "</style></script><script>document.title='pwned'</script>",
    "string of a style": '"}}</style>\\"; } body { display: none } @import "https://evil.example/x.css"; /*',
    "placeholders": "{page} {pages} {shown} {all}",
    "many blanks": "a" + " \n\t" * 2_000 + "end",
}
TEXTS = {**HOSTILE_TEXTS, **OWN}
FOREIGN = "iframe, img, base, object, embed, link, form, foreignObject, meta[http-equiv=refresh]"


@pytest.fixture(scope="module")
def phone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """One phone for all texts, since a new one for each takes long."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield watched(context.new_page(), tmp_path_factory.mktemp("hostile") / "report.html")
    context.close()


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_does_nothing(phone: Opened, name: str) -> None:
    report = sample_report(accepted(TEXTS[name]))
    phone.show(html_of(report))
    page = phone.page
    page.keyboard.press("Tab")
    assert page.title() != "pwned"
    assert phone.messages == []
    assert len(phone.requests) == 1
    assert phone.width_beyond_the_screen() <= 0
    assert page.locator("#analysis h2").is_visible()
    assert page.locator("[role=status]").inner_text() == "3 of 3 findings shown"
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert page.locator(FOREIGN).count() == 0
    assert page.evaluate("[...document.links].every(link => /^(file|https?|mailto):$/.test(link.protocol))")


def test_a_report_does_not_reach_for_the_network_and_says_nothing_to_the_console(opened: Open) -> None:
    happened = opened()
    assert happened.messages == []
    assert happened.requests == [happened.page.url]


def test_a_million_characters_break_nothing(opened: Open) -> None:
    """More than a profile can hold, in one word that no blank divides."""
    sample = sample_report()
    section = replace(sample.sections[0], blocks=(Paragraph((Run("w" * 1_000_000),)), *sample.sections[0].blocks))
    happened = opened(replace(sample, sections=(section, *sample.sections[1:])), viewport=PHONE)
    assert happened.messages == []
    assert happened.width_beyond_the_screen() <= 0
