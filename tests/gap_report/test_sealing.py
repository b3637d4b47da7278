"""Seals: a file of ours is known for as long as no byte of it is changed, and reads as if it had none."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.gap_report.format import known_formats
from npm_readiness.gap_report.rendering import render
from npm_readiness.gap_report.sealing import ARCHIVE, BLANKS, COMMENT, LINE, YAML, Origin, Seal, origin_of, sealed
from npm_readiness.models.assessment import Assessment

AT_THE_END = {"comment": COMMENT, "line": LINE, "yaml": YAML, "blanks": BLANKS}
SEALS = {**AT_THE_END, "archive": ARCHIVE}


def archive_of(content: bytes) -> bytes:
    """A ZIP archive with one file in it."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("part.xml", content)
    return file.getvalue()


def content_for(seal: Seal, content: bytes) -> bytes:
    """The content, in an archive where the seal is that of an archive."""
    return archive_of(content) if seal is ARCHIVE else content


@pytest.mark.parametrize("seal", SEALS.values(), ids=SEALS)
@given(content=st.binary(max_size=200), data=st.data())
def test_any_change_of_any_byte_is_seen(seal: Seal, content: bytes, data: st.DataObject) -> None:
    whole = sealed(content_for(seal, content), seal)
    assert origin_of(whole) is Origin.AS_WRITTEN
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    changed, longer, shorter = (
        whole[:at] + bytes([other]) + whole[at + 1 :],
        whole[:at] + bytes([other]) + whole[at:],
        whole[:at] + whole[at + 1 :],
    )
    for wrong in (changed, longer, shorter):
        assert origin_of(wrong) is not Origin.AS_WRITTEN


@pytest.mark.parametrize("seal", AT_THE_END.values(), ids=AT_THE_END)
@given(content=st.text(max_size=200))
def test_a_seal_leaves_the_content_as_it_is_and_ends_in_a_line_of_its_own(seal: Seal, content: str) -> None:
    whole = sealed(content, seal)
    assert whole.startswith(content)
    assert whole.endswith("\n")
    assert sealed(content.encode(), seal) == whole.encode()


def test_a_sealed_archive_has_the_same_parts_and_a_comment() -> None:
    with ZipFile(BytesIO(sealed(archive_of(b"content"), ARCHIVE))) as archive:
        assert archive.testzip() is None
        assert archive.read("part.xml") == b"content"
        assert archive.comment.startswith(b"npm-readiness-digest: sha256:")


def test_what_is_no_archive_cannot_have_the_seal_of_one() -> None:
    with pytest.raises(ValueError, match="no place for this seal"):
        sealed(b"text", ARCHIVE)


def test_the_line_of_a_text_is_no_wider_than_its_report() -> None:
    assert max(map(len, sealed("", LINE).splitlines())) == 79


def test_json_stays_json_with_the_same_keys(turkmenistan: Assessment) -> None:
    whole = sealed(turkmenistan.to_json(), BLANKS)
    assert json.loads(whole) == json.loads(turkmenistan.to_json())
    assert Assessment.from_json(whole) == turkmenistan
    assert whole.removeprefix(turkmenistan.to_json()).strip(" \t") == "\n"


@pytest.mark.parametrize("form", ["html", "markdown", "docx", "xlsx"])
def test_a_report_that_is_a_file_by_nature_is_drawn_with_its_seal(turkmenistan: Assessment, form: str) -> None:
    report = render(turkmenistan, form)
    assert origin_of(report if isinstance(report, bytes) else report.encode()) is Origin.AS_WRITTEN


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_report_that_terminals_and_programs_read_is_drawn_without_one(turkmenistan: Assessment, form: str) -> None:
    report = str(render(turkmenistan, form))
    seal = known_formats()[form].seal
    assert seal is not None
    assert origin_of(report.encode()) is not Origin.AS_WRITTEN
    assert origin_of(sealed(report, seal).encode()) is Origin.AS_WRITTEN


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"PK\x03\x04", archive_of(b""), b"PK\x05\x06" + bytes(18), b"\0" * 300, b" \t" * 200]
)
def test_what_we_did_not_write_is_not_ours(data: bytes) -> None:
    assert origin_of(data) is Origin.NOT_OURS


def test_the_seal_of_another_file_does_not_fit() -> None:
    first, second = (sealed(content, COMMENT) for content in (b"first", b"second"))
    assert origin_of(b"first" + second.removeprefix(b"second")) is Origin.CHANGED
    assert origin_of(first + second) is Origin.CHANGED
