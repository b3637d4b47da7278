"""From a file or bytes to a text: UTF-8 and nothing else, a limit on the size, and no invisible characters."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from npm_readiness.problems import InputError
from npm_readiness.reading.files import examine_document, examine_file, parse_document, read_document
from npm_readiness.reading.limits import MAX_BYTES, MAX_NAMED


def _problems(source: str | bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse_document(source, "f.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_a_file_is_read_under_its_path_or_a_given_name(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_bytes("état: prêt\r\n".encode())
    assert read_document(path).data == {"état": "prêt"}
    assert read_document(path).file == str(path)
    assert str(read_document(str(path), name="p.yaml").place(("état",))) == "p.yaml:1:7"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_document(tmp_path / "absent.yaml", name="absent.yaml")
    [problem] = caught.value.problems
    assert problem.code == "file-unreadable"
    assert str(problem) == (
        "absent.yaml: the file cannot be read: it does not exist (check the path and the permissions)"
    )


def test_a_folder_and_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    for path in (str(tmp_path), "a\0b"):
        with pytest.raises(InputError) as caught:
            read_document(path)
        assert [problem.code for problem in caught.value.problems] == ["file-unreadable"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind everybody")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "closed.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    with pytest.raises(InputError, match="it may not be opened"):
        read_document(path)


def test_size(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * (MAX_BYTES - 5))
    assert read_document(path).data == {"a": 1}
    path.write_bytes(b"a: 1\n" + b"#" * (MAX_BYTES - 4))
    with pytest.raises(InputError) as caught:
        read_document(path, name="large.yaml")
    assert str(caught.value) == ("large.yaml: the file has more than 2 MB (split it, or take out what is not needed)")


def test_the_size_is_that_of_the_bytes_also_for_a_text() -> None:
    assert _problems("# " + "é" * (MAX_BYTES // 2)) == [
        "f.yaml: the file has more than 2 MB (split it, or take out what is not needed)"
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_with_and_without_a_byte_order_mark(mark: bytes) -> None:
    document = parse_document(mark + "a: é\n".encode())
    assert document.data == {"a": "é"}
    assert document.place(("a",)).column == 4


@pytest.mark.parametrize(
    ("source", "line", "column", "reason"),
    [
        ("a: 1\nétat: prêt\n".encode("latin-1"), 2, 1, "the byte E9 begins no character"),
        ("é: 1\nb: ".encode() + b"\xff", 2, 4, "the byte FF begins no character"),
        (b"\xef\xbb\xbfa: \xff", 1, 4, "the byte FF begins no character"),
        (b"a: \xc3", 1, 4, "the byte C3 begins no character"),
        ("a: 1".encode("utf-16"), 1, 1, "it begins with the mark of UTF-16"),
        (b"\xfe\xff\0a", 1, 1, "it begins with the mark of UTF-16"),
        ("a: 1".encode("utf-32"), 1, 1, "it begins with the mark of UTF-32"),
        ("a: 1".encode("utf-16-le"), 1, 1, "it holds zero bytes, as UTF-16 and UTF-32 do"),
        ("a: 1".encode("utf-16-be"), 1, 1, "it holds zero bytes, as UTF-16 and UTF-32 do"),
    ],
)
def test_other_encodings_are_refused_at_their_first_byte(source: bytes, line: int, column: int, reason: str) -> None:
    assert _problems(source) == [f"f.yaml:{line}:{column}: the file is not UTF-8 here: {reason} (save it as UTF-8)"]


def _zip(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "a workbook (Excel)"),
        (_zip("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (_zip("[Content_Types].xml", "ppt/presentation.xml"), "a presentation (PowerPoint)"),
        (_zip("a.txt"), "an archive (ZIP)"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a workbook (OpenDocument)"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "a document of a word processor (OpenDocument)"),
        (OLE + "Workbook".encode("utf-16-le"), "a workbook of an older Excel (.xls)"),
        (OLE + "WordDocument".encode("utf-16-le"), "a document of an older Word (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a file of Word or Excel that is locked with a password"),
        (OLE, "a file of an older Word or Excel"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"{\\rtf1\\ansi country: TKM}", "a text with formatting (RTF)"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>", "a web page (HTML)"),
        (b"<HTML lang='en'>", "a web page (HTML)"),
        (b"\x1f\x8b\x08\0", "a compressed file (gzip)"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"%PDF-" + b" " * MAX_BYTES, "a PDF"),
    ],
)
def test_a_file_of_another_program_is_named_as_what_it_is(source: bytes, name: str) -> None:
    assert _problems(source) == [
        (
            f"f.yaml: this is {name}, and a text file in YAML is wanted"
            " (write the profile with a text editor; npm-readiness init makes one to begin with)"
        )
    ]


def test_a_real_word_document_and_workbook_are_known(tmp_path: Path) -> None:
    docx, xlsxwriter = pytest.importorskip("docx"), pytest.importorskip("xlsxwriter")
    docx.Document().save(tmp_path / "a.yaml")
    xlsxwriter.Workbook(tmp_path / "b.yaml").close()
    for name, kind in {"a.yaml": "a Word document", "b.yaml": "a workbook"}.items():
        _, problems = examine_file(tmp_path / name)
        assert [problem.message.startswith(f"this is {kind}") for problem in problems] == [True]


def test_every_forbidden_character_is_named() -> None:
    advice = "(delete it; it is often invisible and comes with pasted text)"
    assert _problems("a: \x07b\nc: d\ufeff\x7f\n") == [
        f"f.yaml:1:4: the character U+0007 is refused {advice}",
        f"f.yaml:2:5: the character U+FEFF (zero width no-break space) is refused {advice}",
        f"f.yaml:2:6: the character U+007F is refused {advice}",
    ]


@pytest.mark.parametrize("code", [0x00, 0x08, 0x0B, 0x1F, 0x7F, 0x80, 0x9F, 0xD800, 0xDFFF, 0xFEFF, 0xFFFE, 0xFFFF])
def test_forbidden_characters(code: int) -> None:
    """As they are, and as escapes within double quotes."""
    assert len(_problems(f"a: b{chr(code)}")) == 1
    [escaped] = _problems(f'a: "b\\u{code:04x}"')
    assert escaped.startswith(f"f.yaml:1:6: the character U+{code:04X}")


@pytest.mark.parametrize(
    ("letter", "code"), [("0", 0x00), ("a", 0x07), ("b", 0x08), ("v", 0x0B), ("f", 0x0C), ("e", 0x1B)]
)
def test_the_escapes_that_have_a_letter_of_their_own_are_named_by_their_character(letter: str, code: int) -> None:
    """YAML 1.2, section 5.7."""
    [escaped] = _problems(f'a: "b\\{letter}"')
    assert escaped.startswith(f"f.yaml:1:6: the character U+{code:04X} is refused")


def test_the_last_number_that_a_character_can_have() -> None:
    assert parse_document('a: "\\U0010FFFD"').data == {"a": "\U0010fffd"}
    [beyond] = _problems('a: "b\\U00110000"')
    assert beyond.startswith("f.yaml:1:6: ")
    assert "U+110000" in beyond


@pytest.mark.parametrize(
    "sign", ["\t", "\x85", "\xa0", "\u200b", "\u202e", "\u2028", "\ud7ff", "\ue000", "\ufffd", "😀"]
)
def test_allowed_characters(sign: str) -> None:
    assert parse_document(f"a: 'b{sign}c'").data == {"a": f"b{sign}c"}


def test_of_very_many_forbidden_characters_the_first_are_named() -> None:
    assert len(_problems("\0" * 10_000)) == MAX_NAMED


def test_examining_gives_what_can_be_known_beside_the_problems() -> None:
    """So that a caller can name what a model finds wrong in the same go."""
    document, problems = examine_document("a: 1\na: 2\nb: *c\n", "f.yaml")
    assert [problem.code for problem in problems] == ["yaml-duplicate-key", "yaml-anchor"]
    assert document is not None
    assert document.data == {"a": 1, "b": None}
    assert document.troubled == {("b",)}
    document, problems = examine_document("a: [1\nb: 2", "f.yaml")
    assert document is None
    assert [problem.code for problem in problems] == ["yaml-syntax"]
