"""A path can lead to a pipe, a device or nowhere: it is read, or refused with the reason, and never waited for without end."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from npm_readiness.problems import InputError
from npm_readiness.reading import opening
from npm_readiness.reading.files import read_document

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")


def reason_of(path: str | Path) -> str:
    with pytest.raises(InputError) as caught:
        read_document(path)
    return str(caught.value)


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keeps = os.open(pipe, os.O_RDWR)
    writer = threading.Thread(target=lambda: pipe.write_text(f"a: {'x' * 100_000}\n", encoding="utf-8"))
    writer.start()
    threading.Timer(0.2, os.close, [keeps]).start()
    assert len(read_document(pipe).data["a"]) == 100_000
    writer.join()


def test_a_pipe_into_which_nobody_writes_is_empty(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "the file is empty" in reason_of(pipe)


def test_what_gives_nothing_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keeps = os.open(pipe, os.O_RDWR)
    assert "nothing comes out of it" in reason_of(pipe)
    os.close(keeps)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/dev/null", "the file is empty"),
        ("/dev/zero", "the file has more than 2 MB"),
        ("/tmp", "it is a folder"),
        ("a" * 5_000, "File name too long"),
        ("a\0b", "its name cannot be used"),
        ("nowhere.yaml", "it does not exist"),
    ],
)
def test_what_is_no_file_is_refused_with_the_reason(path: str, reason: str) -> None:
    assert reason in reason_of(path)
