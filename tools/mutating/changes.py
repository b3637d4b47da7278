"""Every place of a module that can be changed, and the module with one of them changed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PACKAGE", "TOP", "Mutant", "changed", "mutants_of"]

TOP = Path(__file__).parents[2]
PACKAGE = "npm_readiness"

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
EXCHANGED = {"any": "all", "all": "any", "min": "max", "max": "min"}
BUILTIN_TYPES = frozenset({"bool", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple", "type"})
LEFT_OUT = {
    "dataclass": frozenset({"frozen", "slots", "kw_only"}),
    "lru_cache": frozenset({"maxsize"}),
    "zip": frozenset({"strict"}),
}
"""Arguments of which no test is asked: that data are frozen the type checker sees, ``maxsize`` bounds a cache and changes no
result, and ``strict`` of zip states that two lists are as long as each other, which no input can make untrue. Nor are unions of
types changed, nor what stands in annotations and in the defaults of arguments."""


@dataclass(frozen=True)
class Mutant:
    """One change: in which file, which of its places, and what it says there."""

    file: str
    number: int
    line: int
    column: int
    told: str
    lines: tuple[int, ...]
    """The lines by which to tell whether it is reached, the nearest first: its own, and those of its statement before it."""
    names: tuple[str, ...] | None
    """What is bound by the statement of the module or class in which the change is; None inside of a function."""

    @property
    def package(self) -> str:
        """The part of the package in which it is."""
        return Path(self.file).parts[1]

    def source(self) -> str:
        """The line as it stands in the file."""
        return (TOP / self.file).read_text(encoding="utf-8").split("\n")[self.line - 1].strip()

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.told}"


class _Changer(ast.NodeTransformer):
    """Counts the places that can be changed, and changes the one with the number ``wanted``."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.found: list[tuple[ast.expr | ast.stmt, int, str, tuple[str, ...] | None]] = []
        self.began = 0
        self.names: tuple[str, ...] | None = ()

    def _take(self, node: ast.expr | ast.stmt, told: str) -> bool:
        self.found.append((node, self.began, told, self.names))
        return len(self.found) - 1 == self.wanted

    def visit(self, node: ast.AST) -> ast.AST:
        before, began = self.names, self.began
        if isinstance(node, ast.stmt):
            self.began = node.lineno
        if before is not None and isinstance(node, ast.stmt):
            self.names = (*before, *_bound(node))
        result: ast.AST = super().visit(node)
        self.names, self.began = before, began
        return result

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.decorator_list = [self.visit(decorator) for decorator in node.decorator_list]  # type: ignore[misc]
        before, self.names = self.names, None
        node.body = [self.visit(statement) for statement in node.body]  # type: ignore[misc]
        self.names = before
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        before, self.names = self.names, None
        node.body = self.visit(node.body)  # type: ignore[assignment]
        self.names = before
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for at, sign in enumerate(node.ops):
            other = COMPARED.get(type(sign))
            if other is not None and self._take(node, f"{type(sign).__name__} → {other.__name__}"):
                node.ops[at] = other()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        if self._take(node, "and → or" if isinstance(node.op, ast.And) else "or → and"):
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
        value: object = node.value
        if isinstance(value, bool) and self._take(node, f"not {value}"):
            return ast.copy_location(ast.Constant(not value), node)
        if type(value) is int and self._take(node, f"{value} + 1"):
            return ast.copy_location(ast.Constant(value + 1), node)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        if self._take(node, "branches exchanged"):
            node.body, node.orelse = node.orelse, node.body
        return node

    def visit_Break(self, node: ast.Break) -> ast.AST:
        return ast.copy_location(ast.Continue(), node) if self._take(node, "break → continue") else node

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        return ast.copy_location(ast.Break(), node) if self._take(node, "continue → break") else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        node.func = self.visit(node.func)  # type: ignore[assignment]
        node.args = [self.visit(argument) for argument in node.args]  # type: ignore[misc]
        for keyword in node.keywords:
            if keyword.arg not in LEFT_OUT.get(called, ()):
                self.visit(keyword)
        if isinstance(node.func, ast.Name) and called in EXCHANGED:
            other = EXCHANGED[called]
            if self._take(node, f"{node.func.id} → {other}"):
                node.func = ast.copy_location(ast.Name(other, ast.Load()), node.func)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)  # type: ignore[assignment]
        return node

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        return node


def _bound(node: ast.stmt) -> tuple[str, ...]:
    """The names that a statement of a module or a class defines."""
    if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
        return (node.name,)
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return tuple(inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name))


def _is_of_types(node: ast.BinOp) -> bool:
    """Whether it is a union of types, which is no reckoning."""
    return isinstance(node.op, ast.BitOr) and any(map(_is_a_type, (node.left, node.right)))


def _is_a_type(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_of_types(node)
    if isinstance(node, ast.Constant):
        return node.value is None
    if isinstance(node, ast.Subscript):
        return _is_a_type(node.value)
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name in BUILTIN_TYPES or (name[:1].isupper() and any(letter.islower() for letter in name))


def mutants_of(package: str) -> Iterator[Mutant]:
    """Every mutant of a part of the package, file by file, in the order of the places."""
    for file in sorted((TOP / PACKAGE / package).rglob("*.py")):
        changer = _Changer()
        changer.visit(ast.parse(file.read_text(encoding="utf-8")))
        for number, (node, began, told, names) in enumerate(changer.found):
            onwards = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            lines = (*onwards, *range(node.lineno - 1, began - 1, -1))
            yield Mutant(str(file.relative_to(TOP)), number, node.lineno, node.col_offset + 1, told, lines, names)


def changed(mutant: Mutant) -> ast.Module:
    """The module with that one change; every line stays where it is."""
    tree = ast.parse((TOP / mutant.file).read_text(encoding="utf-8"))
    _Changer(mutant.number).visit(tree)
    return ast.fix_missing_locations(tree)
