"""Where the templates of the page come from: as Python that was compiled when the package was built, else from their source.

Jinja takes longer to compile them than to fill them in. The compiled ones name the digest of every source, and of the parts of
Jinja by which they were compiled and with which they run. Where one differs, or anything else is in doubt, the sources are used.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import jinja2
from jinja2 import BaseLoader, Environment, FileSystemLoader, ModuleLoader

__all__ = ["COMPILED", "TEMPLATES", "compile_templates", "loader"]

TEMPLATES = Path(__file__).with_name("templates")
"""The folder of the sources."""

COMPILED = Path(__file__).parents[3] / "compiled" / "templates"
"""The folder of the compiled ones, if there is one."""

INDEX = "index.json"


def loader(compiled: Path = COMPILED) -> BaseLoader:
    """What finds a template by its name."""
    try:
        sound = json.loads((compiled / INDEX).read_bytes()) == _made_from(compiled)
    except (OSError, ValueError):
        sound = False
    return ModuleLoader(compiled) if sound else FileSystemLoader(TEMPLATES)


def compile_templates(environment: Environment, folder: Path) -> None:
    """Write the templates of an environment as Python into a folder, with what they were made from."""
    environment.compile_templates(folder, extensions=["j2"], zip=None, ignore_errors=False)
    index = json.dumps(_made_from(folder), sort_keys=True, indent=1)
    (folder / INDEX).write_text(index, encoding="utf-8")


def _made_from(compiled: Path) -> dict[str, str]:
    """The digests of the sources, of Jinja, and of what came of them, by name."""
    ours = (*sorted(TEMPLATES.glob("*.j2")), *sorted(compiled.glob("*.py")))
    jinja = (Path(jinja2.__file__).with_name(name) for name in ("compiler.py", "runtime.py"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (*ours, *jinja)}
