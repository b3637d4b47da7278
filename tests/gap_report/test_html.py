"""The HTML report: one page that is whole, safe to open, and says what the assessment says."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from npm_readiness import Assessment, render
from npm_readiness.models.vocabulary import Status

VOID = {"meta", "rect", "img", "br", "link", "input"}
NEVER = re.compile(r"\b(violates?|violated|violating|breach\w*|welcomes?|regrets?|commends?)\b", re.IGNORECASE)


class Page(HTMLParser):
    """The page taken apart: its elements with their attributes, its ids, its links and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else, at {self.getpos()}"

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text += data

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.elements if name in attrs]


def page_of(assessment: Assessment) -> Page:
    html = render(assessment, "html")
    assert isinstance(html, str)
    return Page(html)


@pytest.fixture(params=["turkmenistan", "georgia", "hostile"])
def page(request: pytest.FixtureRequest) -> Page:
    return page_of(request.getfixturevalue(request.param))


def test_every_element_is_closed(page: Page) -> None:
    assert page.open == []


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    inside = {target[1:] for target in page.attributes("href") if target.startswith("#")}
    assert inside <= set(page.ids)


def test_links_lead_only_to_the_page_itself_or_to_safe_addresses(page: Page) -> None:
    for target in page.attributes("href"):
        assert target.startswith(("#", "http://", "https://", "mailto:"))


def test_nothing_is_loaded_or_run(page: Page) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert not [
        name for _, attrs in page.elements for name in attrs if name.startswith("on") or name in ("src", "style")
    ]


def test_the_policy_allows_the_style_by_its_hash_and_nothing_else(turkmenistan: Assessment) -> None:
    html = str(render(turkmenistan, "html"))
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(attrs["content"] for tag, attrs in Page(html).elements if attrs.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_a_hostile_text_stays_text(hostile: Assessment) -> None:
    page = page_of(hostile)
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text
    assert "\u202e" not in page.text
    assert "\x9b" not in page.text


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_tables_have_captions_and_heads(page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    assert tags.count("table") == tags.count("caption") == tags.count("thead")
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in page.elements if tag == "th")


def test_each_picture_has_a_title_and_a_description(turkmenistan: Assessment) -> None:
    """One on readiness, and one for each checklist of standards."""
    page = page_of(turkmenistan)
    pictures = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert len(pictures) == 1 + len(turkmenistan.standards)
    for picture in pictures:
        assert picture["role"] == "img"
        assert set(str(picture["aria-labelledby"]).split()) <= set(page.ids)


def test_everything_in_the_assessment_is_in_the_report(turkmenistan: Assessment) -> None:
    page = page_of(turkmenistan)
    for criterion in turkmenistan.criteria:
        assert f"row-{criterion.id}" in page.ids
        assert criterion.title in page.text
        if criterion.status is Status.MET:
            assert criterion.id in page.ids
        for answer in criterion.answers:
            assert f"question-{answer.question}" in page.ids
    for gap in turkmenistan.gaps:
        assert gap.criterion in page.ids
        assert " ".join(gap.action.split()) in page.text
    for source in turkmenistan.sources:
        assert f"source-{source.id}" in page.ids
    for provision in turkmenistan.provisions:
        assert f"provision-{provision.id}" in page.ids
    assert turkmenistan.register_.sha256 in page.text


def test_the_cover_carries_no_figure_of_a_result(turkmenistan: Assessment) -> None:
    html = str(render(turkmenistan, "html"))
    cover = re.search(r'<header class="cover">(.*?)</header>', html, re.DOTALL)
    assert cover
    assert "%" not in cover[1]


def test_no_state_is_said_to_be_in_breach(turkmenistan: Assessment) -> None:
    """The report's own sentences name no violation; rubrics and provisions of the catalogue may use such a word."""
    own = " ".join(page_of(turkmenistan).text.split())
    assert "not a finding of the Subcommittee" in own
    for criterion in turkmenistan.criteria:
        for answer in criterion.answers:
            for text in answer.rubric.model_dump().values():
                own = own.replace(" ".join(text.split()), "")
    assert not NEVER.search(own)


def test_a_state_that_is_not_party_must_only_once_it_is(turkmenistan: Assessment, georgia: Assessment) -> None:
    treaty: Any = {gap.criterion for gap in turkmenistan.gaps if gap.severity == "critical"}
    assert treaty
    assert "What must be in place, once party" in page_of(turkmenistan).text
    assert "once party" not in page_of(georgia).text.replace("says what must be in place once party", "")


def test_the_same_assessment_gives_the_same_bytes(turkmenistan: Assessment) -> None:
    assert render(turkmenistan, "html") == render(Assessment.from_json(turkmenistan.to_json()), "html")
