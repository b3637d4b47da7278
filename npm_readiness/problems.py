"""What can be wrong in an input, and the one exception that carries all of it.

A problem is for the person who wrote the file: where it is, what is wrong, what to do. Every kind of problem has a
code; :data:`npm_readiness.problem_codes.CODES` is the catalogue of them, and ``docs/problems.md`` is made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from npm_readiness.plain_text import printable
from npm_readiness.problem_codes import CODES

__all__ = ["InputError", "Place", "Problem", "in_order", "problem_at"]

PathKey = str | int
Path = tuple[PathKey, ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: ``line`` and ``column`` count from 1, in characters; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in an input.

    ``path`` leads to the value from the top of the file, as keys and list indices (counted from 0); it is empty where the
    problem concerns the file as a whole. Problems sort by file, line and column.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    path: Path = field(default=(), compare=False)

    @property
    def file(self) -> str:
        """The file as its reader was given it."""
        return self.place.file

    @property
    def line(self) -> int:
        """The line, from 1; 0 for the file as a whole."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column in characters, from 1; 0 for the file as a whole."""
        return self.place.column

    @property
    def warning(self) -> bool:
        """Whether it is worth a second look and stops nothing."""
        return CODES[self.code].warning

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        # Names of files and what stands in them come from strangers.
        return printable(f"{self.place}: {self.message}{hint}")


class InputError(ValueError):
    """An input that cannot be used. ``problems`` holds everything found wrong with it, sorted by place."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column, each once."""
    return tuple(sorted(set(problems), key=_order))


def _order(problem: Problem) -> tuple[str, int, int, str, str, str]:
    # As they compare by themselves, but reckoned once for each.
    place = problem.place
    return place.file, place.line, place.column, problem.code, problem.message, problem.hint


def problem_at(place: Place, code: str, /, *, path: Sequence[PathKey] = (), **values: object) -> Problem:
    """The problem ``code`` at ``place``, its sentences filled in with ``values``.

    Raises ``KeyError`` where the code or a value that its sentences name is missing: a mistake of ours, not of a user.
    """
    kind = CODES[code]
    return Problem(
        place=place,
        code=code,
        message=kind.message.format(**values),
        hint=kind.hint.format(**values),
        path=tuple(path),
    )
