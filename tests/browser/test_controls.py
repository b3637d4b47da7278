"""The controls: filters narrow the findings, a link always finds its target, and the keyboard reaches everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from npm_readiness import assess, load_profile, render
from tests.browser.conftest import PHONE, Open, Opened
from tests.gap_report.conftest import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def shown(happened: Opened) -> list[str]:
    """The ids of the findings, entries, headings and lists in the analysis that can be seen."""
    script = """() => [...document.querySelectorAll('#analysis article, #analysis h3, #analysis .entries li')]
        .filter(element => element.checkVisibility()).map(element => element.id)"""
    return list(happened.page.evaluate(script))


def choice(happened: Opened, label: str) -> Locator:
    """The control of this name."""
    return happened.page.get_by_role("combobox", name=label)


ALL = ["dimension-mandate", "basis-in-law", "visits", "dimension-access", "access", "places", "people"]


def test_at_first_everything_is_shown(opened: Open) -> None:
    happened = opened()
    assert shown(happened) == ALL
    assert happened.page.locator("[role=status]").inner_text() == "3 of 3 findings shown"


def test_a_filter_narrows_the_findings_and_hides_what_stands_empty(opened: Open) -> None:
    happened = opened()
    choice(happened, "Severity").select_option("Treaty requirements")
    assert shown(happened) == ["dimension-mandate", "basis-in-law", "dimension-access", "access"]
    assert happened.page.locator("[role=status]").inner_text() == "2 of 3 findings shown"


def test_filters_work_together_and_can_be_reset(opened: Open) -> None:
    happened = opened()
    choice(happened, "Severity").select_option("Treaty requirements")
    choice(happened, "Addressee").select_option("the mechanism")
    assert shown(happened) == ["dimension-access", "access"]
    happened.page.get_by_role("button", name="Show all").click()
    assert shown(happened) == ALL
    assert choice(happened, "Severity").input_value() == "all"


def test_filters_leave_other_sections_alone(opened: Open) -> None:
    happened = opened()
    choice(happened, "Severity").select_option("Guidance")
    assert happened.page.locator("#rec-a").is_visible()
    assert happened.page.locator("#source-law").is_visible()


def test_a_link_to_what_is_filtered_out_shows_it(opened: Open) -> None:
    happened = opened()
    choice(happened, "Severity").select_option("Guidance")
    assert "basis-in-law" not in shown(happened)
    happened.page.get_by_role("link", name="a law").click()
    assert shown(happened) == ALL
    assert happened.page.locator("#basis-in-law").evaluate("target => target.getBoundingClientRect().top") < 800


def test_an_address_that_names_what_is_filtered_out_shows_it(opened: Open) -> None:
    happened = opened()
    choice(happened, "Severity").select_option("Guidance")
    happened.page.evaluate("location.hash = '#places'")
    happened.page.wait_for_function("document.getElementById('places').checkVisibility()")
    assert shown(happened) == ALL


def test_filters_work_with_keys_alone(opened: Open) -> None:
    happened = opened()
    choice(happened, "Severity").focus()
    happened.page.keyboard.press("ArrowDown")
    assert shown(happened) == ["dimension-mandate", "basis-in-law", "dimension-access", "access"]
    happened.page.keyboard.press("Tab")
    happened.page.keyboard.press("Tab")
    happened.page.keyboard.press("Enter")
    assert shown(happened) == ALL


def test_the_tab_key_reaches_every_control_and_the_skip_link_first(opened: Open) -> None:
    happened = opened()
    script = """() => {
        const all = [...document.querySelectorAll('a[href], button, select, summary')].filter(one => one.checkVisibility());
        all.forEach((one, place) => { one.dataset.place = place; });
        return all.length;
    }"""
    number = happened.page.evaluate(script)
    reached = []
    for _ in range(number):
        happened.page.keyboard.press("Tab")
        reached.append(happened.page.evaluate("document.activeElement.dataset.place"))
    assert reached == [str(place) for place in range(number)]
    assert happened.page.locator("[data-place='0']").inner_text() == "Skip to the content"


def test_the_skip_link_leads_past_the_contents(opened: Open) -> None:
    happened = opened()
    happened.page.keyboard.press("Tab")
    happened.page.keyboard.press("Enter")
    happened.page.keyboard.press("Tab")
    assert happened.page.evaluate("document.activeElement.closest('main') !== null")


def test_what_has_the_focus_can_be_seen(opened: Open) -> None:
    """On a phone the bar of contents stays above, and must not lie over what the Tab key reaches."""
    happened = opened(viewport=PHONE)
    reached = 0
    happened.page.keyboard.press("Tab")
    while not (reached and happened.page.evaluate("document.activeElement.matches('.skip')")):
        reached += 1
        assert reached < 500, "the focus does not come back"
        script = """() => {
            const element = document.activeElement;
            const box = element.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return element === document.body || element.contains(top) || (top !== null && top.contains(element));
        }"""
        assert happened.page.evaluate(script)
        happened.page.keyboard.press("Tab")
    assert reached >= happened.page.evaluate(
        "[...document.querySelectorAll('a[href], button, select')].filter(one => one.checkVisibility()).length"
    )


def test_on_a_phone_the_contents_fold_into_a_bar(opened: Open) -> None:
    page = opened(viewport=PHONE).page
    link = page.locator("nav").get_by_role("link", name="Analysis by theme")
    assert not link.is_visible()
    page.locator("nav summary").click()
    link.click()
    assert not link.is_visible()
    assert page.evaluate("location.hash") == "#analysis"


def test_without_a_script_the_whole_list_is_there_and_no_control_that_does_nothing(opened: Open) -> None:
    page = opened(java_script_enabled=False).page
    for anchor in ALL:
        assert page.locator(f"#{anchor}").is_visible()
    assert not page.locator("select, button").first.is_visible()
    assert page.locator("nav a").first.is_visible()


def test_a_filter_finds_what_stands_in_a_line(opened: Open) -> None:
    """The main part of the report on Georgia tells good practice in a line each."""
    happened = opened()
    happened.show(str(render(assess(load_profile(EXAMPLES / "georgia.yaml")), "html")))
    choice(happened, "Severity").select_option("Good practice")
    section = happened.page.locator("#section_6")
    lines = section.locator("li[data-by]:visible").count()
    assert lines
    assert section.locator("article:visible").count() == 0
    assert section.locator(".entries:visible").count() <= lines
    assert happened.page.locator("[role=status]").inner_text().startswith(f"{lines} of ")
