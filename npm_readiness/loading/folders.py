"""Where checklists lie, and which files of a folder are read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["StrPath", "built_in_folder", "files_of", "yaml_files"]

ENDINGS = (".yaml", ".yml")

StrPath = str | os.PathLike[str]
"""What can name a file."""


def built_in_folder() -> Path:
    """The folder of our own checklists: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "checklists"
    return installed if installed.is_dir() else package.parent / "checklists"


def files_of(folder: Path) -> list[Path]:
    """The YAML files in a folder and below it; a single file is one of its own."""
    return [folder] if folder.is_file() else list(yaml_files(folder))


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files in a folder and below it, sorted; raises ``OSError`` where a folder may not be looked through."""

    def refused(error: OSError) -> None:
        raise error

    found = [
        Path(below) / name
        for below, _, names in os.walk(folder, onerror=refused)
        for name in names
        if name.endswith(ENDINGS)
    ]
    yield from sorted(path for path in found if path.is_file())
