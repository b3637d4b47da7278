"""How many mutants the tests kill: python tools/mutate.py [--sample 60] [--seed 1] [--only scoring] [--seconds 600].

Each mutant changes one place of one module: a comparison, a boolean, an operator, a number, a condition. A sample of all of them is
drawn with a fixed seed, and for each the tests of its package are run until one fails. Nothing is written to the tree: a mutant
lives in a copy of it. The figure is of the sample, and says how large that was; survivors are printed as they are.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parent.parent
PACKAGE = "npm_readiness"
TESTS = {
    "reading": ["tests/reading", "tests/fuzz"],
    "models": ["tests/models", "tests/loading", "tests/scoring"],
    "situation": ["tests/situation", "tests/scoring"],
    "scoring": ["tests/scoring"],
    "planning": ["tests/planning", "tests/plan_reports"],
    "collecting": ["tests/collecting"],
}
"""The packages whose modules are changed, each with the tests that are to see it; those that are nearest first."""

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


@dataclass(frozen=True)
class Mutant:
    """One change: in which file, which of its places, and what it says there."""

    file: Path
    number: int
    line: int
    told: str


class _Changer(ast.NodeTransformer):
    """Counts the places that can be changed, and changes the one with the number ``wanted``."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.found: list[tuple[int, str]] = []

    def _take(self, node: ast.AST, told: str) -> bool:
        self.found.append((getattr(node, "lineno", 0), told))
        return len(self.found) - 1 == self.wanted

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for at, sign in enumerate(node.ops):
            other = COMPARED.get(type(sign))
            if other is not None and self._take(node, f"{type(sign).__name__} → {other.__name__}"):
                node.ops[at] = other()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        if self._take(node, "and ↔ or"):
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        return node.operand if isinstance(node.op, ast.Not) and self._take(node, "without not") else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        if _is_of_types(node):
            return node
        self.generic_visit(node)
        other = OPERATED.get(type(node.op))
        if other is not None and self._take(node, f"{type(node.op).__name__} → {other.__name__}"):
            node.op = other()
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool):
            return ast.Constant(not node.value) if self._take(node, f"not {node.value}") else node
        if isinstance(node.value, int):
            return ast.Constant(node.value + 1) if self._take(node, f"{node.value} + 1") else node
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        return ast.IfExp(node.test, node.orelse, node.body) if self._take(node, "branches exchanged") else node

    def visit_Break(self, node: ast.Break) -> ast.AST:
        return ast.Continue() if self._take(node, "break → continue") else node

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        return ast.Break() if self._take(node, "continue → break") else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        pairs = {"any": "all", "all": "any", "min": "max", "max": "min"}
        if isinstance(node.func, ast.Name) and node.func.id in pairs and self._take(node, f"{node.func.id} → other"):
            node.func = ast.Name(pairs[node.func.id], ast.Load())
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        return node


def _is_of_types(node: ast.BinOp) -> bool:
    """Whether it is a union of types, which is no reckoning."""
    return isinstance(node.op, ast.BitOr) and any(
        isinstance(side, ast.Constant) and side.value is None for side in (node.left, node.right)
    )


def mutants(packages: list[str]) -> Iterator[Mutant]:
    """Every mutant of these packages."""
    for package in packages:
        for file in sorted((TOP / PACKAGE / package).rglob("*.py")):
            changer = _Changer()
            changer.visit(ast.parse(file.read_text(encoding="utf-8")))
            for number, (line, told) in enumerate(changer.found):
                yield Mutant(file.relative_to(TOP), number, line, told)


def main() -> None:
    """Draw the sample, try each, print the survivors and the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="one of the packages")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="no new mutant after so long")
    chosen = parser.parse_args()
    every = list(mutants([name for name in TESTS if chosen.only in name]))
    sample = random.Random(chosen.seed).sample(every, min(chosen.sample, len(every)))  # noqa: S311
    print(f"{len(every)} mutants, a sample of {len(sample)} with the seed {chosen.seed}", flush=True)
    started, tried, survivors = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        shutil.copytree(TOP, tree, ignore=shutil.ignore_patterns(".git", "__pycache__", ".*_cache", ".hypothesis"))
        for mutant in sample:
            if time.monotonic() - started > chosen.seconds:
                break
            tried += 1
            killed = _killed(mutant, tree)
            survivors += not killed
            print(f"{'killed  ' if killed else 'SURVIVED'} {mutant.file}:{mutant.line} {mutant.told}", flush=True)
    print(f"{tried - survivors} of {tried} killed, {len(every)} there are")


def _killed(mutant: Mutant, tree: Path) -> bool:
    file = tree / mutant.file
    before = file.read_text(encoding="utf-8")
    changer = _Changer(mutant.number)
    changed = ast.fix_missing_locations(changer.visit(ast.parse(before)))
    file.write_text(ast.unparse(changed), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "pytest", "-q", "-x", "-n0", *TESTS[mutant.file.parts[1]]],
            cwd=tree,
            env=environment,
            capture_output=True,
            check=False,
            timeout=900,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_text(before, encoding="utf-8")
    return done.returncode != 0


if __name__ == "__main__":
    main()
