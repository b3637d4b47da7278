"""A workbook from a stranger: how much it may hold, and what must not be in it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from npm_readiness import InputError
from npm_readiness.collecting.forms.workbook.unpacking import check_archive, has_sheet, is_opendocument, is_workbook

WORKBOOK = '<workbook><sheets><sheet name="Questions"/></sheets></workbook>'


def archive(**parts: str) -> bytes:
    """A workbook of Excel with these parts beside the list of its sheets; two underscores in a name stand for a slash."""
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("xl/workbook.xml", WORKBOOK)
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def sheet(content: str) -> bytes:
    return archive(xl__sheet1_dot_xml=f"<sheet>{content}</sheet>")


def trouble(data: bytes, most: int = 100_000) -> str | None:
    """Why it is not read; ``None`` where it is."""
    try:
        check_archive(data, "f", most)
    except InputError as error:
        return error.problems[0].code
    return None


def test_a_workbook_is_known_and_so_are_its_sheets() -> None:
    assert is_workbook(archive())
    assert not is_opendocument(archive())
    assert has_sheet(archive(), "Questions")
    assert not has_sheet(archive(), "Answers")
    for data in (b"", b"PK\x03\x04", b"a,b\n", archive()[:-40]):
        assert not is_workbook(data)


def test_a_workbook_of_libreoffice_is_one() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", '<table:table xmlns:table="t" table:name="Questions"/>')
    data = stream.getvalue()
    assert is_workbook(data)
    assert is_opendocument(data)
    assert has_sheet(data, "Questions")


@pytest.mark.parametrize(
    ("area", "read"),
    [
        ("A1", True),
        ("A1:B2", True),
        ("A1:A20000", True),
        ("A1:A20001", False),
        ("A20001:A1", False),
        ("A1:T1000", True),
        ("A1:U1000", False),
        ("$A$1:$XFD$2", False),
        ("Z1:AA10000", True),
        ("Z1:AA10001", False),
    ],
)
@pytest.mark.parametrize("name", ["mergeCell", "x:mergeCell", "hyperlink"])
def test_an_area_is_no_larger_than_any_form_has(area: str, read: bool, name: str) -> None:
    found = trouble(sheet(f'<{name} xmlns:x="x" ref="{area}"/>'))
    assert (found is None) == read
    assert trouble(sheet(f'<cell ref="{area}"/>')) is None, "only areas that the library makes objects of are bounded"


def test_it_holds_as_many_elements_as_it_may_and_no_more() -> None:
    """The list of sheets has three, and the sheet itself is one."""
    assert trouble(sheet("<c/>" * 6), most=10) is None
    assert trouble(sheet("<c/>" * 7), most=10) is not None


def test_elements_are_nested_no_deeper_than_in_any_form() -> None:
    assert trouble(sheet("<c>" * 59 + "</c>" * 59)) is None
    assert trouble(sheet("<c>" * 60 + "</c>" * 60)) is not None


@pytest.mark.parametrize(
    "parts",
    [
        {"xl__vbaProject_dot_bin": ""},
        {"xl__embeddings__a_dot_docx": ""},
        {"xl__externalLinks__link1_dot_xml": "<a/>"},
        {"xl__connections_dot_xml": "<a/>"},
        {"xl__sheet1_dot_xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
        {"xl__sheet1_dot_xml": "<a>"},
        {f"part{number}": "" for number in range(400)},
    ],
)
def test_what_no_form_of_ours_has_is_refused(parts: dict[str, str]) -> None:
    assert trouble(archive(**parts)) is not None


def test_parts_that_no_program_writes_in_xml_are_not_looked_into() -> None:
    assert trouble(archive(xl__picture_dot_png="<a>", docProps__a_dot_txt="<b>")) is None
    assert trouble(archive(**{f"part{number}": "" for number in range(399)})) is None


def test_a_workbook_may_have_four_hundred_parts_and_no_more() -> None:
    parts = {f"part{number}": "" for number in range(399)}  # and the list of sheets
    assert trouble(archive(**parts)) is None
    assert trouble(archive(**parts, one_more="")) == "form-file"
