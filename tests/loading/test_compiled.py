"""The compiled catalogue is the one of the YAML files, or it is not used."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from npm_readiness.loading import catalogue as loading
from npm_readiness.loading import compiled as compiling
from npm_readiness.loading.compiled import compiled_catalogue, compiled_from
from npm_readiness.loading.folders import built_in_folder
from npm_readiness.loading.located import load_located
from npm_readiness.models.catalogue import Catalogue


@pytest.fixture(scope="module")
def read() -> Catalogue:
    """Our catalogue, read from the YAML files."""
    return load_located().catalogue


@pytest.fixture(scope="module")
def content(read: Catalogue) -> bytes:
    return compiled_from(read, built_in_folder(), code=False)


@pytest.fixture
def compiled(content: bytes, tmp_path: Path) -> Path:
    file = tmp_path / "catalogue.json"
    file.write_bytes(content)
    return file


@pytest.fixture
def checklists(tmp_path: Path) -> Path:
    """A copy of our checklists, to change something in."""
    return shutil.copytree(built_in_folder(), tmp_path / "checklists")


def test_it_is_the_catalogue_of_the_yaml_files(compiled: Path, read: Catalogue) -> None:
    """Equal, and made of the same types: a word of a closed set is equal to its text, and is another thing."""
    found = compiled_catalogue(built_in_folder(), compiled)
    assert found == read
    assert repr(found) == repr(read)
    assert found is not None
    assert found.to_json() == read.to_json()


def test_what_was_left_out_is_left_out(compiled: Path, read: Catalogue) -> None:
    found = compiled_catalogue(built_in_folder(), compiled)
    assert found is not None
    for name, entry in read.criteria.items():
        assert found.criteria[name].criterion.model_fields_set == entry.criterion.model_fields_set


def test_it_is_the_same_bytes_for_the_same_files(content: bytes, compiled: Path) -> None:
    again = compiled_catalogue(built_in_folder(), compiled)
    assert again is not None
    assert compiled_from(again, built_in_folder(), code=False) == content


def test_it_belongs_to_the_files_wherever_they_lie(compiled: Path, checklists: Path, read: Catalogue) -> None:
    assert compiled_catalogue(checklists, compiled) == read


def test_a_changed_file_is_noticed(compiled: Path, checklists: Path) -> None:
    with (checklists / "opcat.yaml").open("a", encoding="utf-8") as file:
        file.write("# A remark.\n")
    assert compiled_catalogue(checklists, compiled) is None


def test_a_file_more_or_less_is_noticed(compiled: Path, checklists: Path) -> None:
    (checklists / "register" / "more.yaml").write_text("provisions: []\n", encoding="utf-8")
    assert compiled_catalogue(checklists, compiled) is None
    (checklists / "register" / "more.yaml").unlink()
    assert compiled_catalogue(checklists, compiled) is not None
    (checklists / "women.yaml").unlink()
    assert compiled_catalogue(checklists, compiled) is None


def damaged(content: bytes) -> list[bytes]:
    head, _, body = content.partition(b"\n")
    middle = len(content) // 2
    return [
        b"",
        b"{}\n{}",
        b"[]\n[]",
        b"\xff" + content,
        head,
        head + b"\n",
        content[:-1],
        content[:middle],
        content[:middle] + b"x" + content[middle + 1 :],
        head.replace(b'"code"', b'"kode"') + b"\n" + body,
        content + b" ",
    ]


@pytest.mark.parametrize("number", range(11))
def test_a_damaged_one_is_not_used(content: bytes, compiled: Path, number: int) -> None:
    compiled.write_bytes(damaged(content)[number])
    assert compiled_catalogue(built_in_folder(), compiled) is None


def test_one_whose_body_fits_no_model_is_not_used(content: bytes, compiled: Path) -> None:
    """As can be where the digests are right and the code is another."""
    head, _, body = content.partition(b"\n")
    for wrong in (b"{}", body.replace(b'"requirement"', b'"demand"'), body.replace(b'"treaty"', b'"treatise"')):
        right = hashlib.sha256(wrong).hexdigest().encode()
        was = hashlib.sha256(body).hexdigest().encode()
        compiled.write_bytes(head.replace(was, right) + b"\n" + wrong)
        assert compiled_catalogue(built_in_folder(), compiled) is None


def test_without_one_the_yaml_is_read(monkeypatch: pytest.MonkeyPatch, compiled: Path, read: Catalogue) -> None:
    compiled.write_bytes(b"damaged")
    monkeypatch.setattr(loading, "compiled_catalogue", lambda folder: compiled_catalogue(folder, compiled))
    assert loading.load_catalogue() == read
    assert compiled_catalogue(built_in_folder(), compiled.with_name("none.json")) is None


def test_beside_code_that_can_change_it_belongs_to_that_code(
    monkeypatch: pytest.MonkeyPatch, compiled: Path, read: Catalogue
) -> None:
    compiled.write_bytes(compiled_from(read, built_in_folder(), code=True))
    assert compiled_catalogue(built_in_folder(), compiled) is not None
    monkeypatch.setattr(compiling, "_digest_of_code", lambda: "another")
    assert compiled_catalogue(built_in_folder(), compiled) is None


def test_one_of_another_version_is_not_used(monkeypatch: pytest.MonkeyPatch, compiled: Path) -> None:
    monkeypatch.setattr(compiling, "FORM", "a later form")
    assert compiled_catalogue(built_in_folder(), compiled) is None
