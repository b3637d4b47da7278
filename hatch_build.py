"""Compiles the catalogue and the templates when the package is built, so that nobody waits for what could be done before.

A wheel gets what was compiled beside its sources; an editable installation gets it into the checkout, where Git does not see it,
tied to the code as well. ``loading/compiled.py`` and ``gap_report/formats/html/templates.py`` say when it is used.
"""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilingHook(BuildHookInterface[Any]):
    """Puts ``npm_readiness/compiled`` into the wheel."""

    PLUGIN_NAME = "custom"

    made: Path | None = None
    """The folder in which what was compiled waits to be put into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; raises ``InputError`` where the checklists cannot be used."""
        editable = version == "editable"
        place = Path(self.root) / "npm_readiness" / "compiled"
        self.made = None if editable else Path(mkdtemp())
        if editable:
            rmtree(place, ignore_errors=True)
        compile_into(Path(self.root), self.made or place, editable=editable)
        if self.made is not None:
            build_data["force_include"][str(self.made)] = place.relative_to(self.root).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear away what was put into the wheel."""
        if self.made is not None:
            rmtree(self.made)


def compile_into(root: Path, folder: Path, *, editable: bool) -> None:
    """Write the compiled catalogue and templates of the checkout ``root`` into a folder."""
    sys.path.insert(0, str(root))
    from jinja2 import FileSystemLoader

    from npm_readiness.gap_report.formats.html.page import environment
    from npm_readiness.gap_report.formats.html.templates import COMPILED as TEMPLATES
    from npm_readiness.gap_report.formats.html.templates import TEMPLATES as SOURCES
    from npm_readiness.gap_report.formats.html.templates import compile_templates
    from npm_readiness.loading.compiled import COMPILED, compiled_from
    from npm_readiness.loading.located import read_located

    sys.path.remove(str(root))
    checklists = root / "checklists"
    (folder / TEMPLATES.name).mkdir(parents=True)
    (folder / COMPILED.name).write_bytes(compiled_from(read_located(checklists).catalogue, checklists, code=editable))
    compile_templates(environment(FileSystemLoader(SOURCES)), folder / TEMPLATES.name)
