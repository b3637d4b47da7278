"""How the package is built: which part may import which, how long a module may be, what must be documented.

The modules are read and not imported, so that an import inside of a function or for typing only counts like any other.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import takewhile
from pathlib import Path

import pytest

PACKAGE = "npm_readiness"
ROOT = Path(__file__).parents[1]

LAYERS = (
    "ground",
    "reading",
    "models",
    "situation",
    "loading",
    "scoring",
    "planning",
    "linting",
    "gap_report",
    "plan_reports",
    "filling",
    "collecting",
    "browsing",
    "library",
    "commands",
    "entry",
)
"""From the lowest to the highest. A layer imports itself and lower ones, less what FORBIDDEN takes away."""

TOP_LEVEL_MODULES = {
    "finding_codes": "ground",
    "form_codes": "ground",
    "plain_text": "ground",
    "problem_codes": "ground",
    "problem_kind": "ground",
    "problems": "ground",
    "profile_codes": "ground",
    "records": "ground",
    "version": "ground",
    "": "library",
    "__main__": "entry",
}
"""The layers of the modules that stand in no folder, and of the package itself; a folder is a layer by its name."""

FROM_AN_ASSESSMENT_ALONE = "a report is drawn from an assessment alone, and computes nothing"
FROM_A_RESULT_ALONE = "a document on a plan is drawn from the plan alone, and computes nothing"
OF_THE_CATALOGUE_ALONE = "what there is in a catalogue does not depend on an assessment"
BEFORE_A_REPORT = "a profile is filled in before there is a report on it"
FORBIDDEN = {
    ("models", "reading"): "models say what a file holds, not how it is written",
    ("situation", "reading"): "a situation is made of facts, not of files",
    ("scoring", "reading"): "an assessment is made of a profile and a catalogue, not of files",
    **{("gap_report", lower): FROM_AN_ASSESSMENT_ALONE for lower in ("reading", "loading", "scoring", "linting")},
    ("planning", "reading"): "a plan is made of assessments and profiles, not of files",
    ("gap_report", "planning"): FROM_AN_ASSESSMENT_ALONE,
    **{("plan_reports", lower): FROM_A_RESULT_ALONE for lower in ("reading", "loading", "scoring", "linting")},
    # Of planning it takes the rule by which reconcile makes one answer of several, and no more.
    **{("collecting", other): BEFORE_A_REPORT for other in ("gap_report", "plan_reports")},
    **{("filling", later): BEFORE_A_REPORT for later in ("planning", "gap_report", "plan_reports")},
    **{("browsing", other): OF_THE_CATALOGUE_ALONE for other in ("scoring", "planning", "gap_report", "plan_reports")},
}

MOST_LINES = 400


def module_of(file: Path) -> str:
    """The name of the module in ``file``, without the package: ``models.base``; empty for the package itself."""
    parts = file.relative_to(ROOT / PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


COMPILED = ROOT / PACKAGE / "compiled"
"""What an editable installation compiles, and nobody has written."""

FILES = {module_of(file): file for file in sorted((ROOT / PACKAGE).rglob("*.py")) if not file.is_relative_to(COMPILED)}
TREES = {module: ast.parse(file.read_text(encoding="utf-8")) for module, file in FILES.items()}


def layer_of(module: str) -> str:
    """The layer of a module; raises ``KeyError`` where nobody has said to which one it belongs."""
    folder = module.partition(".")[0]
    return folder if folder in LAYERS else TOP_LEVEL_MODULES[module]


def imports_of(tree: ast.Module) -> Iterator[str]:
    """The modules of the package that ``tree`` imports anywhere, without the package's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name == PACKAGE or name.startswith(f"{PACKAGE}."):
                yield home_of(name.removeprefix(PACKAGE).removeprefix("."))


def home_of(name: str) -> str:
    """The module that holds ``name``: itself, or the one before its last dot."""
    return name if name in FILES else name.rpartition(".")[0]


IMPORTS = {module: sorted(set(imports_of(tree))) for module, tree in TREES.items()}


def test_there_is_something_to_check() -> None:
    assert {"", "__main__", "problems", "models.base", "scoring.assessing"} <= set(FILES)
    assert "models.catalogue" in IMPORTS["scoring.assessing"]


def test_every_layer_is_there() -> None:
    assert {layer_of(module) for module in FILES} == set(LAYERS)


@pytest.mark.parametrize("module", FILES)
def test_imports_go_one_way(module: str) -> None:
    """Ground → reading, models → loading → scoring → gap_report → commands, and never back."""
    own = layer_of(module)
    lower = takewhile(lambda layer: layer != own, LAYERS)
    allowed = {own, *(layer for layer in lower if (own, layer) not in FORBIDDEN)}
    wrong = {imported: layer_of(imported) for imported in IMPORTS[module] if layer_of(imported) not in allowed}
    reasons = {FORBIDDEN.get((own, layer), f"{layer} stands above {own}") for layer in wrong.values()}
    assert not wrong, f"{module} imports {', '.join(wrong)}: {'; '.join(sorted(reasons))}"


def test_only_the_entry_imports_commands() -> None:
    importers = {module for module, imported in IMPORTS.items() for name in imported if layer_of(name) == "commands"}
    assert {module for module in importers if layer_of(module) != "commands"} == {"__main__"}


def test_modules_import_each_other_in_no_circle() -> None:
    TopologicalSorter(IMPORTS).prepare()  # raises CycleError and names the circle


@pytest.mark.parametrize("module", FILES)
def test_no_module_is_long(module: str) -> None:
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def public_names(tree: ast.Module) -> list[str] | None:
    """What ``__all__`` lists; ``None`` where a module has none."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]:
            listed = ast.literal_eval(node.value)
            return list(listed)
    return None


def documented(tree: ast.Module) -> Iterator[str]:
    """The names that a module defines with a docstring, or takes over from another module of the package."""
    # What stands under a condition, as for the type checker alone, counts as well.
    conditional = (inner for node in tree.body if isinstance(node, ast.If) for inner in (*node.body, *node.orelse))
    body = [*tree.body, *conditional]
    for node, following in zip(body, [*body[1:], None], strict=True):
        explained = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node):
            yield node.name
        elif isinstance(node, ast.Assign) and explained:
            yield from map(ast.unparse, node.targets)
        elif isinstance(node, ast.AnnAssign) and explained:
            yield ast.unparse(node.target)
    for inner in ast.walk(tree):
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith(f"{PACKAGE}."):
            yield from (alias.name for alias in inner.names)


def defined(tree: ast.Module) -> set[str]:
    """The public functions and classes of a module."""
    nodes = (node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef)))
    return {node.name for node in nodes if not node.name.startswith("_")}


@pytest.mark.parametrize("module", [module for module in FILES if TREES[module].body])
def test_modules_and_their_public_names_are_documented(module: str) -> None:
    tree = TREES[module]
    assert ast.get_docstring(tree), "the module has no docstring"
    undocumented = set(public_names(tree) or ()) - set(documented(tree))
    assert not undocumented, f"without a docstring: {', '.join(sorted(undocumented))}"


@pytest.mark.parametrize("module", [module for module in FILES if defined(TREES[module])])
def test_modules_say_what_is_public(module: str) -> None:
    assert public_names(TREES[module]) is not None, "the module has no __all__"


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_answers_without_the_heavy_libraries(argument: str) -> None:
    """The first thing that anybody runs must not take the time that pydantic, PyYAML and Jinja2 take to import."""
    script = (
        "import runpy, sys\n"
        f"sys.argv = ['npm-readiness', {argument!r}]\n"
        "try:\n"
        f"    runpy.run_module({PACKAGE!r}, run_name='__main__')\n"
        "except SystemExit as stop:\n"
        "    assert not stop.code, stop.code\n"
        "heavy = {'pydantic', 'pydantic_core', 'yaml', 'jinja2'} & set(sys.modules)\n"
        "assert not heavy, f'imported: {heavy}'\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
