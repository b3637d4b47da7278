"""What somebody sees who opens a form: where they can write, what is hidden, what is printed, and each of its sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from docx import Document

from npm_readiness.collecting.fields import Fields
from npm_readiness.collecting.form import Note, draw_form
from npm_readiness.collecting.forms.workbook.columns import OFFICE
from npm_readiness.collecting.forms.workbook.drawing import HOW_TO
from npm_readiness.collecting.questionnaire import CORRECT, Questionnaire, collect_questions
from tests.making import catalogue, criterion, profile, question

MADE = catalogue(
    criterion("c", "q1", "q2", question("q3", may_not_apply="It has no staff.")),
    criterion("d", "q4", "q5", dimension="resources", aspect="practice"),
)
PLACE = {"source": "law", "pinpoint": "art. 1", "note": "It may enter."}
ANSWERS: dict[str, Any] = {
    "q1": {"answer": "yes", "evidence": [PLACE], "comment": "Seen."},
    "q2": {"answer": "no", "evidence": [PLACE, PLACE]},
    "q4": {"answer": "unknown", "evidence": [PLACE] * 3},
}
SOURCES = {"law": {"title": "The law", "kind": "law"}, "report": {"title": "A report", "kind": "page"}}
NOTE = Note(asked_by="UNDP", until="1 June 2024", purpose="A review.")

HEAD = 3
"""The row with the heads of the columns."""
TO_FILL_IN = {"Which is true?", "Source", "Place in it", "What it says", "Comment", "Why it does not apply"}
OF_SOURCES = {"Title", "Kind", "Date", "Address"}
FREE = 40


def asked(**changes: Any) -> Questionnaire:
    return replace(collect_questions(profile(ANSWERS, sources=SOURCES), MADE), **changes)


def book_of(**changes: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(draw_form(asked(**changes), "workbook", NOTE)))


@pytest.fixture(scope="module")
def book() -> Any:
    return book_of()


@pytest.fixture(scope="module")
def themes(book: Any) -> list[Any]:
    """The sheets of questions."""
    return [sheet for sheet in book.worksheets if sheet.title[0].isdigit()]


def heads(sheet: Any) -> dict[str, int]:
    """The columns that have a head."""
    return {cell.value: cell.column for cell in sheet[HEAD] if cell.value}


def open_cells(sheet: Any) -> set[tuple[int, int]]:
    return {(cell.row, cell.column) for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


def cell(sheet: Any, question: int, head: str) -> Any:
    """The cell of the question that stands so many rows below the heads."""
    return sheet.cell(HEAD + question, heads(sheet)[head])


# --- Where somebody can write ----------------------------------------------------------------------------------------------


def test_of_a_question_what_is_to_be_filled_in_is_open_and_nothing_else(themes: list[Any]) -> None:
    for sheet, questions in zip(themes, (3, 2), strict=True):
        rows = range(HEAD + 1, HEAD + 1 + questions)
        assert open_cells(sheet) == {(row, heads(sheet)[head]) for row in rows for head in TO_FILL_IN}


def test_a_source_of_the_profile_is_locked_and_there_is_room_for_new_ones(book: Any) -> None:
    sheet = book["Sources"]
    assert set(heads(sheet)) == OF_SOURCES
    rows = range(HEAD + 3, HEAD + 3 + FREE)
    assert [sheet.cell(row, 1).value for row in range(HEAD + 1, HEAD + 4)] == ["The law", "A report", None]
    assert open_cells(sheet) == {(row, heads(sheet)[head]) for row in rows for head in OF_SOURCES}


def test_on_the_cover_only_the_office_is_to_be_filled_in(book: Any) -> None:
    sheet = book["Start"]
    (place,) = open_cells(sheet)
    assert (sheet.cell(place[0], 1).value, place[1]) == (OFFICE, 2)


def test_what_protection_leaves_to_the_reader(book: Any) -> None:
    """In the file ``0`` stands for allowed."""
    for sheet in book.worksheets[:-1]:
        kept = sheet.protection
        assert kept.sheet
        assert not any((kept.sort, kept.autoFilter, kept.formatColumns, kept.formatRows, kept.insertColumns))
        assert all((kept.deleteRows, kept.deleteColumns, kept.insertRows))


def list_beside(sheet: Any, row: int, head: str) -> Any:
    """The list from which a cell is chosen."""
    place = sheet.cell(row, heads(sheet)[head]).coordinate
    (found,) = (one for one in sheet.data_validations.dataValidation if place in one.sqref)
    return found


def choices(sheet: Any, row: int, head: str) -> str:
    """What the list beside a cell offers."""
    return str(list_beside(sheet, row, head).formula1).strip('"')


def test_a_source_can_be_typed_that_is_in_no_list_and_an_answer_cannot(themes: list[Any]) -> None:
    answer, source = (list_beside(themes[0], HEAD + 1, head) for head in ("Which is true?", "Source"))
    assert (answer.showErrorMessage, source.showErrorMessage) == (True, False)
    assert answer.error == "Choose the letter of the statement that is true, or one of the other entries."


def test_a_source_of_the_profile_is_known_by_its_id_in_a_hidden_column(book: Any) -> None:
    sheet = book["Sources"]
    assert sheet["A2"].value == "Sources: choose them beside the questions; add new ones below"
    rows = sheet.iter_rows(min_row=HEAD + 1, max_row=HEAD + 3, values_only=True)
    assert [[value for value in row if value] for row in rows] == [["The law", "law"], ["A report", "report"], []]
    (column,) = (one.column for one in sheet[1] if one.value == "id")
    assert [sheet.cell(row, column).value for row in (HEAD + 1, HEAD + 2)] == ["law", "report"]
    assert sheet.freeze_panes == f"A{HEAD + 1}"


def test_each_cell_offers_what_can_be_chosen_in_it(book: Any, themes: list[Any]) -> None:
    assert choices(themes[0], HEAD + 1, "Which is true?") == "A,A or B,B,B or C,C,Not known"
    assert choices(themes[0], HEAD + 3, "Which is true?") == "A,A or B,B,B or C,C,Not known,Does not apply"
    last = HEAD + 2 + FREE
    for row in (HEAD + 3, last):
        assert choices(book["Sources"], row, "Kind") == "law,page,other"
    # Known sources and new ones alike can be chosen beside a question.
    assert choices(themes[0], HEAD + 1, "Source") == f"Sources!$A${HEAD + 1}:$A${last}"


# --- What is hidden, and what is printed -----------------------------------------------------------------------------------


def hidden(sheet: Any) -> set[str]:
    """What the hidden columns are called by programs, in the first row. Columns that look alike are one entry in the file."""
    spans = [(column.min, column.max) for column in sheet.column_dimensions.values() if column.hidden]
    return {str(one.value) for one in sheet[1] if any(first <= one.column <= last for first, last in spans)}


def test_what_programs_read_is_hidden_and_so_is_a_reason_that_no_question_asks_for(
    book: Any, themes: list[Any]
) -> None:
    of_programs = {"id", "version", "before", "before-2", "before-3"}
    assert [hidden(sheet) for sheet in themes] == [of_programs, {*of_programs, "reason"}]
    assert hidden(book["Sources"]) == {"id"}
    for sheet in (*themes, book["Sources"]):
        assert [number for number, row in sheet.row_dimensions.items() if row.hidden] == [1]
    assert [sheet.sheet_state for sheet in book.worksheets] == [*["visible"] * 4, "veryHidden"]


def test_what_is_printed_is_as_wide_as_a_page_and_leaves_out_what_is_hidden(book: Any, themes: list[Any]) -> None:
    for sheet, last in (*zip(themes, (3, 2), strict=True), (book["Sources"], 2 + FREE)):
        end = sheet.cell(HEAD + last, max(heads(sheet).values())).coordinate
        assert sheet.print_area.replace("$", "").rpartition("!")[2] == f"A1:{end}"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    start = book["Start"]
    last = max(row for row, (label, _) in enumerate(shown(start), start=1) if label)
    assert start.print_area.replace("$", "").rpartition("!")[2] == f"A1:B{last}"
    assert start.page_setup.orientation != "landscape"
    a4 = 9
    assert {sheet.page_setup.paperSize for sheet in book.worksheets[:-1]} == {a4}
    assert [(sheet.title, sheet["A2"].value) for sheet in themes] == [
        ("1 Mandate", "Mandate"),
        ("2 Resources", "Resources"),
    ]
    for sheet in themes:
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert sheet.auto_filter.ref == sheet.dimensions.replace("A1:", f"A{HEAD}:")
        assert sheet.freeze_panes == f"C{HEAD + 1}"


def test_a_row_is_as_high_as_the_longest_of_its_texts_needs() -> None:
    """A line is 15 points high. Excel makes no row higher than 409."""
    first, *others = asked().themes
    long = replace(first.questions[1], text="word " * 60)
    longest = replace(first.questions[2], yes="word " * 3_000)
    sheet = book_of(themes=(replace(first, questions=(first.questions[0], long, longest)), *others)).worksheets[1]
    heights = [sheet.row_dimensions[HEAD + number].height for number in (1, 2, 3)]
    assert 3 * 15 <= heights[0] <= 5 * 15  # three statements
    assert heights[1] >= 15 * 300 / 30  # 300 letters in a column for 30
    assert 408 < heights[2] <= 409


def widths(sheet: Any) -> dict[int, float]:
    """How many letters a column shows, by its number; columns that look alike are one entry in the file."""
    spans = ((one.min, one.max, one.width) for one in sheet.column_dimensions.values() if not one.hidden)
    return {number: width for first, last, width in spans for number in range(first, min(last, 20) + 1)}


def test_no_text_of_the_workbook_is_cut_off() -> None:
    """Each line has room in the row, and no row that is set is much higher than its texts; a title runs on to the right."""
    title = "An organic law on the defender of rights, as amended, with its annex on the places that are visited " * 2
    sources = {"law": {**SOURCES["law"], "title": title}, "report": SOURCES["report"]}
    questionnaire = collect_questions(profile(ANSWERS, sources=sources), MADE)
    note = Note(asked_by="UNDP", purpose="To find out what is in place, and what is missing. " * 8)
    book = openpyxl.load_workbook(BytesIO(draw_form(questionnaire, "workbook", note)), data_only=True)
    for sheet in book.worksheets[:-1]:
        columns, title_row = widths(sheet), 1 if sheet.title == "Start" else 2
        for number, row in enumerate(sheet.iter_rows(min_row=title_row), start=title_row):
            texts = [one for one in row if one.value and one.column in columns]
            height = sheet.row_dimensions[number].height
            assert all(bool(one.alignment.wrap_text) == (number != title_row) for one in texts)
            if number == title_row:
                assert height is None or height >= 1.25 * row[0].font.size
            elif texts and height:
                lines = max(_lines(str(one.value), columns[one.column]) for one in texts)
                assert 15 * lines <= height <= 15 * (1.5 * lines + 1) + 4, [one.value for one in texts]
    assert book["Start"].row_dimensions[4].height >= 15 * len(note.purpose) / 80  # the column for what is said holds 80


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column so many letters wide."""
    return sum(-(-len(line) // int(width)) or 1 for line in text.split("\n"))


def test_a_cell_holds_no_more_than_excel_allows_also_where_each_sign_counts_as_two() -> None:
    """Excel counts in units of two bytes, and takes a file with more than 32,767 of them in a cell for a broken one."""
    first, *others = asked().themes
    for text in ("\N{GRINNING FACE}" * 10_000, "a" * 10_000):
        known = Fields("not_applicable", "law", text, text, text, text)
        questions = (replace(first.questions[0], before=known), *first.questions[1:])
        sheet = book_of(themes=(replace(first, questions=questions), *others)).worksheets[1]
        cells = [str(one.value or "") for one in sheet[HEAD + 1]]
        assert max(len(text.encode("utf-16-le")) // 2 for text in cells) <= 32_767
        pieces = [cells[one.column - 1] for one in sheet[1] if str(one.value).startswith("before")]
        assert json.loads("".join(pieces)) == asdict(known)


# --- Each sentence ---------------------------------------------------------------------------------------------------------


def shown(sheet: Any) -> Iterator[tuple[Any, Any]]:
    return ((row[0].value, row[1].value) for row in sheet.iter_rows(max_col=2))


def cover(*start: tuple[str, str]) -> list[tuple[Any, Any]]:
    return [
        ("Turkmenistan: questions on the prevention of torture", None),
        (None, None),
        *start,
        (OFFICE, None),
        (None, None),
    ]


def test_the_cover_says_for_whom_why_by_when_and_how_long(book: Any) -> None:
    lines = list(shown(book["Start"]))
    begin = cover(
        ("For", "everybody who can answer"),
        ("Purpose", "A review."),
        ("Who asks", "UNDP"),
        ("By when", "1 June 2024"),
        ("How long it takes", "about 10 minutes"),
    )
    assert lines[: len(begin)] == begin
    told = lines[len(begin) : lines.index((None, None), len(begin))]
    assert [label for label, _ in told] == ["How to fill it in", *[None] * (len(HOW_TO) - 1)]
    assert tuple(line for _, line in told) == HOW_TO
    assert lines[len(begin) + len(told) + 1][0] == "Progress"
    some = asked(respondents=(("police", "Police"), ("finance", "Finance")))
    sheet = openpyxl.load_workbook(BytesIO(draw_form(some, "workbook", Note(purpose="")))).worksheets[0]
    begin = cover(("For", "Police; Finance"), ("How long it takes", "about 10 minutes"))
    assert list(shown(sheet))[: len(begin)] == begin


def test_the_cover_names_a_theme_in_full_where_its_sheet_cannot() -> None:
    title = "Access to places, to people and to information on both, at any time"
    first, *others = asked().themes
    book = book_of(themes=(replace(first, title=title), *others))
    (link,) = (cell for (cell, *_) in book["Start"].iter_rows() if cell.value == f"1 {title}")
    assert book.worksheets[1].title == "1 Access to places, to people a"
    assert link.hyperlink.location == "'1 Access to places, to people a'!A1"
    assert book["Start"].row_dimensions[link.row].height >= 3 * 15, "three lines"


def test_the_cover_counts_what_is_answered_and_says_what_is_known(book: Any, themes: list[Any]) -> None:
    data = draw_form(asked(), "workbook", NOTE)
    values = list(shown(openpyxl.load_workbook(BytesIO(data), data_only=True)["Start"]))
    begin = values.index(("Progress", "3 of 5 questions answered"))
    titles = [f"{number} {theme.title}" for number, theme in enumerate(asked().themes, start=1)]
    assert values[begin - 1 : begin + 4] == [
        (None, None),
        ("Progress", "3 of 5 questions answered"),
        (titles[0], "2 of 3"),
        (titles[1], "1 of 2"),
        (None, None),
    ]
    assert values[begin + 4 :] == [("What is known of the country", CORRECT), *asked().facts]
    # It goes on counting while somebody fills it in: the cells of the answers and no others.
    counts = [
        f"COUNTA('{sheet.title}'!{cell(sheet, 1, 'Which is true?').coordinate}:"
        f"{cell(sheet, number, 'Which is true?').coordinate})"
        for sheet, number in zip(themes, (3, 2), strict=True)
    ]
    formulas = [str(one) for _, one in shown(book["Start"]) if str(one).startswith("=")]
    assert formulas == [
        f'=({"+".join(counts)})&" of 5 questions answered"',
        f'={counts[0]}&" of 3"',
        f'={counts[1]}&" of 2"',
    ]


@pytest.mark.parametrize(
    ("minutes", "duration"),
    [
        (1, "about 5 minutes"),
        (5, "about 5 minutes"),
        (6, "about 10 minutes"),
        (56, "about 1 h"),
        (124, "about 2 h 5 min"),
    ],
)
def test_how_long_it_takes_is_told_in_steps_of_five_minutes_and_in_each_form_alike(minutes: int, duration: str) -> None:
    assert ("How long it takes", duration) in shown(book_of(minutes=minutes).worksheets[0])
    assert f"{duration} for 5 questions" in draw_form(asked(minutes=minutes), "page", NOTE).decode()
    assert f"How long it takes: {duration}" in [paragraph.text for paragraph in paper(minutes=minutes).paragraphs]


def test_a_question_says_when_it_does_not_apply_what_else_is_known_and_on_what_it_rests(themes: list[Any]) -> None:
    law, practice = "[law; opcat, opcat-18]", "[practice; opcat, opcat-18]"
    texts = [
        str(cell(sheet, number, "Question").value)
        for sheet, last in zip(themes, (3, 2), strict=True)
        for number in range(1, last + 1)
    ]
    assert texts == [
        f"Is it so (q1)?\n{law}",
        f"Is it so (q2)?\n(One more piece of evidence is kept in the profile.)\n{law}",
        f"Is it so (q3)?\nDoes not apply, with a reason: It has no staff.\n{law}",
        f"Is it so (q4)?\n(2 more pieces of evidence are kept in the profile.)\n{practice}",
        f"Is it so (q5)?\n{practice}",
    ]
    assert cell(themes[0], 1, "Statements").value == "A: It is so.\nB: It is so in part.\nC: It is not so."


def test_what_is_known_stands_in_the_cells_in_words(themes: list[Any]) -> None:
    order = ("Which is true?", "Source", "Place in it", "What it says", "Comment", "Why it does not apply")
    known = [[cell(themes[0], number, head).value for head in order] for number in (1, 2, 3)]
    assert known == [
        ["A", "The law", "art. 1", "It may enter.", "Seen.", None],
        ["C", "The law", "art. 1", "It may enter.", None, None],
        [None] * 6,
    ]


# --- Paper -----------------------------------------------------------------------------------------------------------------


def paper(note: Note = NOTE, **changes: Any) -> Any:
    return Document(BytesIO(draw_form(asked(**changes), "paper", note)))


def test_paper_begins_with_what_the_cover_of_the_workbook_says() -> None:
    lines = [paragraph.text for paragraph in paper(minutes=7).paragraphs]
    assert lines[:7] == [
        "Turkmenistan: questions on the prevention of torture",
        "For: everybody who can answer",
        "Purpose: A review.",
        "Who asks: UNDP",
        "By when: 1 June 2024",
        "How long it takes: about 10 minutes",
        f"{OFFICE}: {'_' * 40}",
    ]
    assert lines[7].startswith("Do not write the names of detainees here")
    assert lines[9] == f"What is known of the country. {CORRECT}"
    facts = [f"{label}: {value}" for label, value in asked().facts]
    assert lines[10 : 10 + len(facts)] == facts
    few = [paragraph.text for paragraph in paper(Note(purpose=""), respondents=(("police", "Police"),)).paragraphs]
    assert few[1] == "For: Police"
    assert few[2].startswith("How long it takes")


def test_paper_is_drawn_for_a_state_with_a_long_name_too() -> None:
    """No property of a Word file may have more than 255 letters; its heading may."""
    document = paper(country="x" * 300)
    assert document.core_properties.title == "x" * 255
    assert document.paragraphs[0].text == f"{'x' * 300}: questions on the prevention of torture"


def test_a_question_on_paper_says_on_what_it_rests_and_gives_each_statement() -> None:
    lines = [paragraph.text for paragraph in paper().paragraphs]
    begin = lines.index("3. Is it so (q3)?  [law; opcat, opcat-18]")
    assert [line[2:] for line in lines[begin + 1 : begin + 6]] == [
        "A. It is so.",
        "B. It is so in part.",
        "C. It is not so.",
        "Not known: I looked and could not find out",
        "Does not apply, for this reason: It has no staff.",
    ]
    assert "4. Is it so (q4)?  [practice; opcat, opcat-18]" in lines


def test_below_each_question_on_paper_is_room_for_where_it_can_be_checked() -> None:
    document = paper()
    tables = [[tuple(one.text.strip() for one in row.cells) for row in table.rows] for table in document.tables]
    place = [("Source", "The law"), ("Place in it", "art. 1"), ("What it says", "It may enter.")]
    room = [("Source", ""), ("Place in it", ""), ("What it says", "")]
    assert tables == [
        [*place, ("Comment", "Seen.")],
        [*place, ("Comment", "")],
        [*room, ("Comment", "")],
        [*place, ("Comment", "")],
        [*room, ("Comment", "")],
    ]


def test_a_question_on_paper_is_not_torn_from_its_statements_and_its_sheet_is_a4() -> None:
    document = paper()
    lines = [one for one in document.paragraphs if one.text[:1] in "12345\N{BALLOT BOX}\N{BALLOT BOX WITH X}"]
    assert [one.text for one in lines if one.text and not one.paragraph_format.keep_with_next] == []
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    titles = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert titles == ["Mandate", "Resources"]


# --- The page --------------------------------------------------------------------------------------------------------------


def page(**changes: Any) -> str:
    return draw_form(asked(**changes), "page", NOTE).decode()


def test_the_page_offers_for_each_question_what_the_workbook_does() -> None:
    offered = [re.findall(r'<input[^>]*type="radio"[^>]*value="([^"]*)"', part) for part in page().split("<fieldset")]
    always = ["yes", "partial-or-yes", "partial", "no-or-partial", "no", "unknown"]
    found = [[value for value in values if value] for values in offered if values]
    assert found == [always, always, [*always, "not_applicable"], always, always]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("fa-AF", "rtl"), ("tr", "ltr")])
def test_the_page_runs_as_its_language_is_written(language: str, direction: str) -> None:
    assert f'lang="{language}" dir="{direction}"' in page(language=language)


# --- The XLSForm -----------------------------------------------------------------------------------------------------------


FACTS = (("model", ("nhri", "specialised_body")), ("children_in_prison", ("yes", "no")))
"""What the profile does not know, with what each may be."""


def with_open_facts() -> Questionnaire:
    """The last of the questions depends on one of them."""
    *others, last = asked(open_facts=FACTS).themes
    *before, depending = last.questions
    depending = replace(depending, only_where=(("model", ("nhri",)),))
    return asked(open_facts=FACTS, themes=(*others, replace(last, questions=(*before, depending))))


@pytest.fixture(scope="module")
def xlsform() -> Any:
    return openpyxl.load_workbook(BytesIO(draw_form(with_open_facts(), "xlsform", NOTE)))


def rows(book: Any, sheet: str) -> list[dict[str, str]]:
    """The rows below the heads, each with what is not empty in it by its head; the language is left out of the heads."""
    names, *found = book[sheet].iter_rows(values_only=True)
    return [
        {name.partition("::")[0]: value for name, value in zip(names, row, strict=True) if value is not None}
        for row in found
    ]


def of_group(book: Any, name: str) -> list[dict[str, str]]:
    """The rows of a group, with those that begin and end it."""
    survey = rows(book, "survey")
    begin = next(number for number, row in enumerate(survey) if row.get("name") == name)
    end = next(number for number, row in enumerate(survey) if number > begin and row["type"] == "end_group")
    return survey[begin : end + 1]


def test_the_xlsform_has_a_title_a_version_and_a_language(xlsform: Any) -> None:
    assert xlsform.sheetnames == ["survey", "choices", "settings"]
    assert rows(xlsform, "settings") == [
        {
            "form_title": "Turkmenistan: questions on the prevention of torture",
            "form_id": f"npm_{with_open_facts().id}",
            "version": with_open_facts().id,
            "default_language": "English (en)",
        }
    ]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (NOTE, ["A review.", "Who asks: UNDP", "By when: 1 June 2024"]),
        (Note(purpose="", asked_by="UNDP"), ["Who asks: UNDP"]),
        (Note(purpose="", until="1 June 2024"), ["By when: 1 June 2024"]),
        (Note(purpose="In ${country}"), ["In $ {country}"]),  # which stood for another field of the form
    ],
)
def test_the_xlsform_first_says_why_who_asks_by_when_and_how_long(note: Note, said: list[str]) -> None:
    survey = rows(openpyxl.load_workbook(BytesIO(draw_form(asked(minutes=7), "xlsform", note))), "survey")
    lines = [
        *said,
        "About 10 minutes. Choose the statement that is true; where you have not looked, choose nothing.",
        "Do not write the names of detainees here, nor of people who gave information in confidence.",
    ]
    shown_first = [row for row in survey if row["type"] != "calculate"]
    assert shown_first[: len(lines)] == [
        {"type": "note", "name": f"intro_{number}", "label": line} for number, line in enumerate(lines, start=1)
    ]
    assert shown_first[len(lines)] == {"type": "text", "name": "npm_by", "label": "Answered by (office, not a name)"}


def test_the_xlsform_asks_for_what_is_not_known_and_who_leaves_it_open_is_asked_everything(xlsform: Any) -> None:
    hint = "Leave it open where nobody knows; all questions are asked then."
    assert [
        row for row in rows(xlsform, "survey") if row["type"] in {"select_one model", "select_one children_in_prison"}
    ] == [
        {
            "type": "select_one model",
            "name": "fact_model",
            "label": "Which model of a mechanism is it about?",
            "hint": hint,
        },
        {
            "type": "select_one children_in_prison",
            "name": "fact_children_in_prison",
            "label": "Do children live in prison with a parent?",
            "hint": hint,
        },
    ]
    assert [(row["list_name"], row["name"], row["label"]) for row in rows(xlsform, "choices")][:4] == [
        ("model", "nhri", "an Ombudsperson or a human-rights commission"),
        ("model", "specialised_body", "a new body for this task alone"),
        ("children_in_prison", "yes", "yes"),
        ("children_in_prison", "no", "no"),
    ]
    assert of_group(xlsform, "q_q5__group")[0]["relevant"] == "(${fact_model} = '' or ${fact_model} = 'nhri')"
    assert "relevant" not in of_group(xlsform, "q_q4__group")[0]


def test_a_question_of_the_xlsform_asks_for_its_answer_first_and_then_on_what_it_rests(xlsform: Any) -> None:
    answered = {"type": "text", "relevant": "${q_q3__answer} != ''"}
    version = next(question.version for question in asked().questions if question.id == "q3")
    group = of_group(xlsform, "q_q3__group")
    assert group == [
        {"type": "begin_group", "name": "q_q3__group", "label": "Question 3", "appearance": "field-list"},
        {"type": "calculate", "name": "q_q3__version", "calculation": f"'{version}'"},
        {"type": "calculate", "name": "q_q3__before", "calculation": "'none'"},
        {
            "type": "select_one q_q3__answer",
            "name": "q_q3__answer",
            "label": "Is it so (q3)?",
            "guidance_hint": "In law; opcat, opcat-18",
        },
        {**answered, "name": "q_q3__source", "label": "Source: the title of the law, report or page"},
        {**answered, "name": "q_q3__pinpoint", "label": "Place in it: article, paragraph or page"},
        {**answered, "name": "q_q3__note", "label": "What it says there", "appearance": "multiline"},
        {**answered, "name": "q_q3__comment", "label": "Comment", "appearance": "multiline"},
        {
            "type": "text",
            "name": "q_q3__reason",
            "label": "Why it does not apply",
            "required": "yes",
            "relevant": "${q_q3__answer} = 'not_applicable'",
            "appearance": "multiline",
        },
        {"type": "end_group"},
    ]
    # One that always applies asks for no reason; one that is answered in the profile begins with that answer.
    known = of_group(xlsform, "q_q1__group")
    assert [row.get("name", "") for row in known] == [
        row.get("name", "").replace("q3", "q1") for row in group if row.get("name") != "q_q3__reason"
    ]
    assert (known[2]["calculation"], known[3]["default"]) == ("'yes'", "yes")
    assert of_group(xlsform, "q_q4__group")[3]["guidance_hint"] == "In practice; opcat, opcat-18"


def test_the_xlsform_offers_for_each_question_what_the_page_does(xlsform: Any) -> None:
    statements = {
        "yes": "A. It is so.",
        "partial-or-yes": "Between A and B: one of the two is true, and I cannot say which",
        "partial": "B. It is so in part.",
        "no-or-partial": "Between B and C: one of the two is true, and I cannot say which",
        "no": "C. It is not so.",
        "unknown": "Not known: I looked and could not find out",
    }
    for name in ("q1", "q2", "q3", "q4", "q5"):
        offered = {
            row["name"]: row["label"] for row in rows(xlsform, "choices") if row["list_name"] == f"q_{name}__answer"
        }
        assert offered == {
            **statements,
            **({"not_applicable": "Does not apply: It has no staff."} if name == "q3" else {}),
        }


def test_who_opens_the_xlsform_to_translate_it_sees_its_heads_and_has_room_for_sentences(xlsform: Any) -> None:
    for sheet in xlsform.worksheets:
        assert sheet.freeze_panes == "A2"
        columns = [(str(one.value), widths(sheet)[one.column]) for one in sheet[1]]
        sentences = [width for head, width in columns if head.endswith("::English (en)")]
        others = [width for head, width in columns if not head.endswith("::English (en)")]
        assert min(sentences, default=99) > max(others)
