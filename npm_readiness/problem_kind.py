"""What is said of one kind of problem."""

from __future__ import annotations

from npm_readiness.records import record

__all__ = ["ProblemCode"]


@record(frozen=True)
class ProblemCode:
    """One kind of problem: its code, the sentence and the advice (with ``{placeholders}``), and why it is one.

    A ``warning`` is worth a second look and stops nothing.
    """

    code: str
    message: str
    hint: str
    explanation: str
    warning: bool = False
