"""What all results of planning have in common: frozen, complete, serialisable; a report on one is drawn from it alone."""

from __future__ import annotations

from typing import ClassVar, Literal

from npm_readiness.models.base import Model
from npm_readiness.models.written import as_json
from npm_readiness.version import __version__

__all__ = ["PlanResult"]


class PlanResult(Model):
    """A result of planning. ``kind`` is the name of the module in ``plan_reports`` that makes a document of it."""

    kind: ClassVar[str]

    schema_version: Literal["1"] = "1"
    tool_version: str = __version__

    def to_json(self) -> str:
        """The result as JSON, the same bytes for the same input."""
        return as_json(self)
