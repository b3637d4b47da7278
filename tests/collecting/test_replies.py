"""The reply of a State to a report, filled in on the sheet that the report brings, and what becomes of it in the profile."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from npm_readiness import Assessment, InputError, assess, gather, load_profile
from npm_readiness.collecting.forms import reply
from npm_readiness.collecting.gathering import Gathered
from npm_readiness.collecting.replies import comments_from
from npm_readiness.collecting.returned import Reply, Returned, ReturnedAnswer
from npm_readiness.gap_report.sections.sheet_of_replies import KEYS_SHEET
from npm_readiness.problems import Place
from tests.gap_report.test_reply import ENTRIES, book_of, columns_of, row_of_keys
from tests.making import catalogue, criterion, question
from tests.making import profile as made_profile

from .given import ASKED, CATALOGUE, profile_text

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

SOME_NO = {name: {"answer": "no", "comment": "as it was"} for name in ASKED[:40]}


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("p") / "profile.yaml"
    file.write_text(profile_text(SOME_NO), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def assessment(profile: Path) -> Assessment:
    return assess(load_profile(profile, CATALOGUE), CATALOGUE)


@pytest.fixture
def book(assessment: Assessment) -> openpyxl.Workbook:
    return book_of(assessment)


def fill_in(book: openpyxl.Workbook, criterion: str, **entries: Any) -> Any:
    """Write into the first row of a criterion, and give the cell of the reply."""
    sheet: Any = book["Reply"]
    columns, first = columns_of(sheet), row_of_keys(sheet) + 2
    row = next(
        row for row in range(first, sheet.max_row + 1) if sheet.cell(row, columns["criterion"]).value == criterion
    )
    for name, value in entries.items():
        cell = sheet.cell(row, columns[name], value)
        if isinstance(value, str):
            cell.data_type = "s"
    return sheet.cell(row, columns["reply"])


def gathered(profile: Path, book: openpyxl.Workbook) -> Gathered:
    file = profile.with_name("reply.xlsx")
    book.save(file)
    return gather([file], profile, CATALOGUE)


def criterion_with(assessment: Assessment, questions: int) -> Any:
    """A gap on which so many questions fall short, all of them answered no."""
    gaps = {gap.criterion for gap in assessment.gaps}
    return next(
        criterion
        for criterion in assessment.criteria
        if criterion.id in gaps
        and len(criterion.answers) == questions
        and all(answer.question in SOME_NO for answer in criterion.answers)
    )


def test_the_sheet_that_is_drawn_and_the_one_that_is_read_have_the_same_keys() -> None:
    assert (reply.KEYS_SHEET, reply.ENTRIES) == (KEYS_SHEET, ENTRIES)


def test_a_sheet_that_nobody_filled_in_changes_nothing(profile: Path, book: openpyxl.Workbook) -> None:
    result = gathered(profile, book)
    assert (result.text, result.warnings) == (profile.read_text(encoding="utf-8"), ())


def test_a_reply_becomes_a_comment_on_the_question_that_falls_short(
    profile: Path, book: openpyxl.Workbook, assessment: Assessment
) -> None:
    criterion = criterion_with(assessment, 1)
    (answer,) = criterion.answers
    cell = fill_in(
        book,
        criterion.id,
        reply="Accepted in part",
        reason="=only for prisons",
        in_charge="Ministry of Justice",
        by_when="2027-06",
    )
    result = gathered(profile, book)
    to = cell.parent.cell(cell.row, columns_of(cell.parent)["addressed_to"]).value
    text = (
        f"as it was\\nReply to recommendation {criterion.code} of the report on 2024-05-01 ({to}): Accepted in part. "
        "Reason: =only for prisons. In charge: Ministry of Justice. By when: 2027-06."
    )
    assert result.changed == (answer.question,)
    assert f'  {answer.question}:\n    answer: "no"\n    comment: "{text}"\n' in result.text
    assert result.warnings == ()


def test_a_reply_on_several_questions_stands_at_the_first_and_that_is_said(
    profile: Path, book: openpyxl.Workbook, assessment: Assessment
) -> None:
    criterion = criterion_with(assessment, 2)
    fill_in(book, criterion.id, reply="Under study")
    result = gathered(profile, book)
    first = criterion.answers[0].question
    assert result.changed == (first,)
    assert [warning.message for warning in result.warnings] == [
        f"the recommendation is about 2 questions; the reply is put beside {first}"
    ]


def test_a_reply_without_a_question_is_told_in_full(
    profile: Path, book: openpyxl.Workbook, assessment: Assessment
) -> None:
    cell = fill_in(book, criterion_with(assessment, 1).id, reply="Accepted", reason="see our letter")
    sheet: Any = book["Reply"]
    sheet.cell(cell.row, columns_of(sheet)["criterion"]).value = "recommendation-of-others"
    result = gathered(profile, book)
    assert result.text == profile.read_text(encoding="utf-8")
    (warning,) = result.warnings
    assert warning.place.file.endswith(f"reply.xlsx: Reply!{cell.coordinate}")
    assert "belongs to no open question" in warning.message
    assert "Accepted. Reason: see our letter." in warning.message


def test_two_replies_to_one_criterion_both_stay_and_gathering_again_adds_none(
    profile: Path, book: openpyxl.Workbook, assessment: Assessment, tmp_path: Path
) -> None:
    criterion = criterion_with(assessment, 1)
    fill_in(book, criterion.id, reply="Accepted")
    again = tmp_path / "profile.yaml"
    again.write_text(gathered(profile, book).text, encoding="utf-8")
    assert gathered(again, book).text == again.read_text(encoding="utf-8")
    fill_in(book, criterion.id, reply="Not accepted")
    text = gathered(again, book).text
    assert "Accepted.\\nReply" in text
    assert "Not accepted." in text


@pytest.mark.parametrize("value", ["=1+1", True])
def test_what_the_program_made_of_an_entry_is_named_at_its_cell(
    profile: Path, book: openpyxl.Workbook, assessment: Assessment, value: Any
) -> None:
    cell = fill_in(book, criterion_with(assessment, 1).id, by_when=None)
    sheet: Any = cell.parent
    entry = sheet.cell(cell.row, columns_of(sheet)["by_when"])
    entry.value = value
    with pytest.raises(InputError) as caught:
        gathered(profile, book)
    assert [problem.file.partition(": ")[2] for problem in caught.value.problems] == [f"Reply!{entry.coordinate}"]


def test_a_reply_for_another_country_is_refused(profile: Path, book: openpyxl.Workbook, assessment: Assessment) -> None:
    fill_in(book, criterion_with(assessment, 1).id, reply="Accepted")
    keys = {row[0].value: row[1] for row in book[KEYS_SHEET].iter_rows()}
    keys["country"].value = "NOR"
    with pytest.raises(InputError, match="this form is on NOR"):
        gathered(profile, book)


def test_a_hidden_sheet_of_another_version_is_refused(profile: Path, book: openpyxl.Workbook) -> None:
    stream = BytesIO()
    keys = {row[0].value: row[1] for row in book[KEYS_SHEET].iter_rows()}
    keys["form_version"].value = "99"
    book.save(stream)
    with pytest.raises(InputError, match="of another version"):
        gathered(profile, openpyxl.load_workbook(BytesIO(stream.getvalue())))


def test_a_reply_stands_at_the_first_question_that_is_not_fully_met_answered_or_not() -> None:
    names = ("met", "aside", "short", "open")
    made = catalogue(criterion("c", *(question(name, may_not_apply="It has none.") for name in names)))
    answers: dict[str, Any] = {"met": "yes", "aside": {"answer": "not_applicable", "reason": "None."}, "short": "no"}
    place = Place("f.xlsx")
    reply = Reply("c", "R1", "Government", "Agreed", "", "", "", place)
    form = Returned("f.xlsx", "TKM", "", (), replies=(reply,))
    told = [
        [one.question for one in comments_from(form, made_profile(given), made) if isinstance(one, ReturnedAnswer)]
        for given in (answers, {**answers, "short": "yes"}, {**answers, "short": "yes", "open": "yes"})
    ]
    assert told == [["short"], ["open"], []]


def test_a_reply_that_has_no_place_keeps_none_of_the_others_from_theirs() -> None:
    made = catalogue(criterion("c", "q1"), criterion("d", "q2", "q3"))
    place = Place("f.xlsx")
    replies = tuple(Reply(name, "R1", "Government", "Agreed", "", "", "", place) for name in ("gone", "c", "d", "lost"))
    form = Returned("f.xlsx", "TKM", "", (), replies=replies)
    found = list(comments_from(form, made_profile(), made))
    assert [one.question if isinstance(one, ReturnedAnswer) else one.code for one in found] == [
        "reply-by-hand",
        "q1",
        "reply-on-several",
        "q2",
        "reply-by-hand",
    ]
