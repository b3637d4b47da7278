"""A report on what would be: every sentence on its cover and on page one says so, and none tells it as the law in force."""

from __future__ import annotations

import json
import re

import pytest

from npm_readiness import Assessment, InputError, assess, load_profile, public_version, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Report, text_of
from npm_readiness.gap_report.language import texts_in
from tests.gap_report.conftest import EXAMPLES
from tests.gap_report.test_composing import section, words
from tests.gap_report.whole import whole
from tests.making import catalogue, criterion, profile, question

TITLE = "Bill amending the Law on the Ombudsperson (invented)"
SUPPOSED = f"the law as it would be if the bill «{TITLE}» were adopted"
SETTINGS = ("funding-required-by-law=yes", "medical-files-in-law=no..partial")


@pytest.fixture(scope="module")
def with_bill() -> Assessment:
    return assess(load_profile(EXAMPLES / "invented-bill.yaml"), bill="ombudsperson-bill")


@pytest.fixture(scope="module")
def set_by_hand() -> Assessment:
    return assess(load_profile(EXAMPLES / "invented-bill.yaml"), settings=SETTINGS)


@pytest.fixture(scope="module")
def report(with_bill: Assessment) -> Report:
    return composed(with_bill, texts_in())


def test_the_cover_says_what_is_supposed(report: Report) -> None:
    cover = {label: text_of(line) for label, line in report.cover}
    assert report.title == "Examplia (invented): what readiness would be"
    assert report.subtitle == f"What if, and not what is: {SUPPOSED}"
    assert cover["What if"] == (
        f"As if the bill «{TITLE}» had been adopted on 2025-03-01 and were in force. This is not the law in force. What happens in "
        "fact is as it is."
    )
    assert cover["Bodies"] == "Ombudsperson of Examplia (Ombudsperson; the bill would make it the mechanism)"
    assert report.phrases.page == "What if, not what is. Page {page} of {pages}"


def test_every_section_begins_with_it(report: Report) -> None:
    for part in report.sections:
        assert words(part).startswith(f"What if, and not what is: {SUPPOSED}. This is not the law in force."), (
            part.title
        )


def test_page_one_tells_what_would_be(report: Report) -> None:
    page = words(section(report, "1"))
    for sentence in (
        "Where we would be. The State ratified the Optional Protocol on 20 May 2024; it has bound the State since 19 June 2024.",
        "With the bill, the mechanism would be: Ombudsperson of Examplia. On that day nobody would be in post.",
        "(art. 17). Today there is none.",
        "What would follow.",
        "What would block. Would not, or not fully, be in place:",
        "What would be in place",
        "would not be fully met.",
    ):
        assert sentence in page, sentence


@pytest.mark.parametrize(
    "sentence",
    [
        r"has been (made|designated)",
        r"was designated",
        r"designated on",
        r"The mechanism: ",
        r"stages? (is|are) known not to be fully met\.",
        r"Questions on law are answered from the law in force",
        r"What is in place",
    ],
)
def test_nothing_tells_the_bill_as_law_in_force(report: Report, sentence: str) -> None:
    decisive = [words(section(report, name)) for name in ("1", "3", "4", "5")]
    cover = " ".join(text_of(line) for _, line in report.cover)
    assert not re.search(sentence, " ".join([cover, *decisive]))


def test_answers_tell_where_they_come_from(with_bill: Assessment, set_by_hand: Assessment) -> None:
    answers = whole(with_bill, "markdown")
    assert isinstance(answers, str)
    assert "**yes** (with the bill)" in answers
    assert "(set by hand)" not in answers
    assert "(set by hand)" in str(whole(set_by_hand, "markdown"))


def test_what_was_set_by_hand_stands_on_the_cover_and_on_page_one(set_by_hand: Assessment) -> None:
    report = composed(set_by_hand, texts_in())
    told = "funding-required-by-law: yes, in place of no; medical-files-in-law: between no and partial, in place of no"
    assert text_of(dict(report.cover)["Answers set by hand"]) == told
    assert words(section(report, "1")).startswith(
        f"What if, and not what is: the answers of the profile, with 2 answers set by hand. Set by hand: {told}."
    )


def test_the_report_says_how_to_reproduce_it(set_by_hand: Assessment, with_bill: Assessment) -> None:
    reproduce = words(section(composed(set_by_hand, texts_in()), "Annex E"))
    assert "--set funding-required-by-law=yes --set medical-files-in-law=no..partial" in reproduce
    assert "--bill ombudsperson-bill" in words(section(composed(with_bill, texts_in()), "Annex E"))


def test_json_has_what_is_supposed(with_bill: Assessment, set_by_hand: Assessment) -> None:
    bill = json.loads(with_bill.to_json())["what_if"]["bill"]
    assert (bill["id"], bill["title"], bill["designates"]) == ("ombudsperson-bill", TITLE, ["ombudsperson"])
    assert "law-names-mechanism" in bill["answers"]
    first = json.loads(set_by_hand.to_json())["what_if"]["set"][0]
    assert first["question"] == "funding-required-by-law"
    assert (first["answer"], first["was"], first["between"]) == ("yes", "no", None)
    assert Assessment.from_json(with_bill.to_json()) == with_bill
    assert json.loads(assess(load_profile(EXAMPLES / "invented-bill.yaml")).to_json())["what_if"] is None


@pytest.mark.parametrize("form", ["text", "html", "markdown", "docx", "xlsx"])
def test_every_format_can_draw_it(with_bill: Assessment, form: str) -> None:
    drawn = whole(with_bill, form)
    if isinstance(drawn, str):
        assert "What if, and not what is" in " ".join(drawn.split())
    assert len(drawn) > 1000


def test_a_report_on_what_is_says_nothing_of_it(turkmenistan: Assessment) -> None:
    assert "hat if" not in str(whole(turkmenistan, "markdown"))


def test_a_bill_told_in_confidence_is_not_named() -> None:
    made = catalogue(criterion("access", "entry"))
    given = profile(
        {},
        sources={"text": {"title": "A draft", "kind": "law", "confidential": True}},
        bills={"leaked-bill": {"title": "A title in confidence", "source": "text"}},
    )
    told = public_version(assess(given, made, bill="leaked-bill"))
    assert told.what_if is not None
    assert told.what_if.bill is not None
    assert told.what_if.bill.source is None
    for form in ("json", "html", "markdown"):
        shown = str(whole(told, form))
        assert "A title in confidence" not in shown
        assert "leaked-bill" not in shown
    assert "a bill that was given in confidence" in str(whole(told, "markdown"))


def standing_told(roles: dict[str, str], **bill: object) -> str:
    """What page one tells of the mechanism where a bill changes who is it, of a State that joined in 2010."""
    made = catalogue(criterion("access", "entry"))
    mechanism = {
        "role": "mechanism",
        "designated": "2011-01-01",
        "at_work_since": "2011-02-01",
        "legal_basis": "executive_text",
    }
    bodies = [
        {"id": name, "name": name.title(), **(mechanism if role == "mechanism" else {"role": role})}
        for name, role in roles.items()
    ]
    treaties = {"uncat": {"ratified": "1990-01-01"}, "opcat": {"ratified": "2010-01-01", "article_24": None}}
    given = profile(
        {}, npm={"model": "nhri", "bodies": bodies}, treaties=treaties, bills={"b": {"title": "A bill", **bill}}
    )
    return words(section(composed(assess(given, made, bill="b"), texts_in()), "1"))


def test_a_mechanism_that_a_bill_replaces_or_ends_is_there_today() -> None:
    replaced = standing_told({"old": "mechanism", "new": "candidate"}, designates=["new"], ends=["old"])
    assert "Today there is one, which the bill would replace." in replaced
    ended = standing_told({"old": "mechanism"}, ends=["old"])
    assert "Today there is one; with the bill there would be none." in ended
    assert "Today there is none." in standing_told({"new": "candidate"}, designates=["new"])


def test_one_that_is_the_mechanism_already_is_not_made_it() -> None:
    named = standing_told({"old": "mechanism"}, designates=["old"])
    assert "Today there is none" not in named
    assert "in time" in named or "later" in named


def test_the_bill_that_is_supposed_is_told_as_what_it_is_in_fact() -> None:
    pending = standing_told({"new": "candidate"}, designates=["new"], introduced="2023-10-01")
    assert "In fact this bill is pending, introduced on 1 October 2023, and not law." in pending
    adopted = standing_told({"new": "candidate"}, designates=["new"], status="adopted")
    assert "In fact parliament has adopted this act, and it is not in force." in adopted


def test_what_stays_beside_the_bill_and_is_no_act_is_told_as_such() -> None:
    made = catalogue(criterion("access", question("entry", if_executive_text="partial")))
    body = {"id": "omb", "name": "O", "role": "mechanism", "designated": "2020-01-01", "legal_basis": "executive_text"}
    given = profile({}, npm={"model": "nhri", "bodies": [body]}, bills={"b": {"title": "T", "designates": ["omb"]}})
    assert "At most partial: what stays beside the bill is no act of parliament." in render(
        assess(given, made, bill="b"), "markdown", parts="full"
    )


def test_what_cannot_be_set_is_said_all_at_once() -> None:
    given = load_profile(EXAMPLES / "invented-bill.yaml")
    with pytest.raises(InputError) as caught:
        assess(
            given,
            settings=["entry", "funding-required-by-law=maybe", "body-made-mechanism=yes", "no-such=yes", "a=no..yes"],
        )
    assert [str(problem).partition(":")[0] for problem in caught.value.problems] == [
        "--set a=no..yes",
        "--set a=no..yes",
        "--set body-made-mechanism=yes",
        "--set entry",
        "--set funding-required-by-law=maybe",
        "--set no-such=yes",
    ]
