"""Compiles the catalogue when the package is built, so that nobody waits for YAML who only wants a report.

A wheel gets the compiled file beside the YAML; an editable installation gets it into the checkout, where Git does not see it, tied to
the code as well. ``npm_readiness/loading/compiled.py`` says when it is used.
"""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogueHook(BuildHookInterface[Any]):
    """Puts ``npm_readiness/compiled/catalogue.json`` into the wheel."""

    PLUGIN_NAME = "custom"

    made: Path | None = None
    """The folder in which the compiled file waits to be put into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; raises ``InputError`` where the checklists cannot be used."""
        sys.path.insert(0, self.root)
        from npm_readiness.loading.compiled import COMPILED, compiled_from
        from npm_readiness.loading.located import read_located

        sys.path.remove(self.root)
        editable = version == "editable"
        checklists = Path(self.root) / "checklists"
        content = compiled_from(read_located(checklists).catalogue, checklists, code=editable)
        place = COMPILED
        if not editable:
            self.made = Path(mkdtemp())
            place = self.made / COMPILED.name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)
        if not editable:
            build_data["force_include"][str(place)] = COMPILED.relative_to(self.root).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear away what was put into the wheel."""
        if self.made is not None:
            rmtree(self.made)
