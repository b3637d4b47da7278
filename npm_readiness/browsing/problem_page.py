"""The documentation page of problems, made from the catalogue of codes."""

from __future__ import annotations

from npm_readiness.problem_codes import CODES
from npm_readiness.problem_kind import ProblemCode

__all__ = ["problem_page"]

HEAD = """\
# What can be wrong in a file

Every problem is shown as `FILE:LINE:COLUMN: what is wrong (what to do)`, all of a file at once. Each kind has a code, which
`Problem.code` carries in Python. Words in {braces} stand for what was found. This page is made from the catalogue of codes
(`npm_readiness/problem_codes.py`, and `finding_codes.py` for what the linter finds) by `python tools/generate_docs.py`.
"""


def problem_page() -> str:
    """The page as Markdown."""
    return "\n".join([HEAD, *(_entry(kind) for kind in CODES.values())])


def _entry(kind: ProblemCode) -> str:
    hint = f" ({kind.hint})" if kind.hint else ""
    return f"## `{kind.code}`\n\n> {kind.message}{hint}\n\n{kind.explanation}\n"
