"""From any result, an assessment or one of planning, to a document in one of the formats."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from npm_readiness import plan_reports
from npm_readiness.gap_report.format import Format, known_formats
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.rendering import drawn
from npm_readiness.gap_report.rendering import render as gap_report
from npm_readiness.models.assessment import Assessment
from npm_readiness.planning.result import PlanResult
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["formats_of", "render"]


def render(
    result: Assessment | PlanResult,
    format: str,  # noqa: A002
    *,
    language: str = "en",
    parts: str | None = None,
    sections: tuple[str, ...] = (),
) -> str | bytes:
    """The report on an assessment, or on a result of planning, in a format such as ``html``.

    ``docx`` and ``xlsx`` are bytes and need the extra ``office``. The same result gives the same bytes in every format. They end in
    a seal, by which a file that holds them is known as ours for as long as nobody changes it; text and JSON have none, since they
    go to terminals and programs.

    ``parts`` and ``sections`` are for gap reports: ``short`` (sections 1, 2 and 9), ``main`` (the default: without annexes B and E)
    or ``full``; keys of the outline or ids of checklists of standards, which then stand alone. Raises
    :class:`~npm_readiness.problems.InputError` for a format that there is not, for one whose extra is not installed, and for parts
    of what has none.
    """
    if isinstance(result, Assessment):
        return gap_report(result, format, language=language, parts=parts, sections=sections)
    if parts is not None or sections:
        argument = "--parts" if parts is not None else "--sections"
        reason, advice = "only a gap report has parts", "leave it out"
        raise InputError([problem_at(Place(argument), "argument-invalid", reason=reason, advice=advice)])
    return drawn(_paper_module(result.kind).paper(result, texts_in(language)), format, formats_of(result.kind))


def formats_of(kind: str) -> Mapping[str, Format]:
    """The formats in which a kind of result can be drawn: those of every report, and its own (``OWN_FORMATS``)."""
    own: Mapping[str, Format] = getattr(_paper_module(kind), "OWN_FORMATS", {})
    return {**known_formats(), **own}


def _paper_module(kind: str) -> Any:
    """The module with ``paper(result, texts)`` for a kind of result."""
    return import_module(f"{plan_reports.__name__}.{kind}")
