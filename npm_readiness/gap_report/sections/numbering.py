"""The numbers of paragraphs."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from npm_readiness.gap_report.document import Inline

__all__ = ["Numbering"]


class Numbering:
    """The paragraph numbers of one report, given out in the order of its sections.

    A section can name a paragraph that comes later, so the sections that give out numbers are composed twice: the first time to
    find the numbers, the second time with those ``known``.
    """

    def __init__(self, known: Mapping[str, int] | None = None) -> None:
        self._numbers = count(1)
        self._known = known or {}
        self._alone = known is None
        self.given: dict[str, int] = {}
        self.lines: dict[Hashable, Inline] = {}
        """Lines that name paragraphs by their numbers, by what they were made of: many findings bear on the same criteria."""

    @property
    def alone(self) -> bool:
        """Whether the numbers are all that is wanted: what is composed is thrown away."""
        return self._alone

    def next(self) -> int:
        """The next number, for a paragraph that stands for itself."""
        return next(self._numbers)

    def take(self, criterion: str) -> int:
        """The next number, for the paragraph of a criterion."""
        self.given[criterion] = self.next()
        return self.given[criterion]

    def of(self, criterion: str) -> int:
        """The number of the paragraph of a criterion; 0 the first time, when it is not known."""
        return self._known[criterion] if self._known else 0

    def check(self) -> None:
        """That the numbers came out as they were known to be; raises ``RuntimeError`` where a section names a wrong one."""
        if self.given != self._known:
            raise RuntimeError("the report numbers its paragraphs in two ways")
