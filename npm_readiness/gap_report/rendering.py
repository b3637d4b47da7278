"""From an assessment to a report in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.html import html_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.markdown import markdown_of
from npm_readiness.gap_report.text import text_report
from npm_readiness.models.assessment import Assessment
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["ENDINGS", "FORMATS", "format_of", "render", "text_report"]

FORMATS: Mapping[str, Callable[[Assessment, str], str]] = {
    "text": lambda assessment, language: text_report(assessment, language=language),
    "json": lambda assessment, _: assessment.to_json(),
    "html": lambda assessment, language: html_of(composed(assessment, texts_in(language))),
    "markdown": lambda assessment, language: markdown_of(composed(assessment, texts_in(language))),
}
"""The formats by name."""

ENDINGS: Mapping[str, str] = {
    ".txt": "text",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""The endings of files that tell a format."""


def render(assessment: Assessment, format: str, *, language: str = "en") -> str | bytes:  # noqa: A002
    """The report on an assessment in a format: ``text``, ``json``, ``html`` or ``markdown``.

    Raises :class:`~npm_readiness.problems.InputError` for a format that there is not.
    """
    if format not in FORMATS:
        raise InputError([_unknown(Place("format"), f"there is no format {format}")])
    return FORMATS[format](assessment, language)


def format_of(format: str | None, file: str | None) -> str:  # noqa: A002
    """The format that was asked for, else the one that the ending of the file tells, else ``text``.

    Raises :class:`~npm_readiness.problems.InputError` for a format or an ending that there is not.
    """
    if format is not None:
        if format not in FORMATS:
            raise InputError([_unknown(Place("--format"), f"there is no format {format}")])
        return format
    if file is None:
        return "text"
    ending = PurePath(file).suffix.lower()
    if ending not in ENDINGS:
        advice = f"use one of {', '.join(ENDINGS)}, or name the format with --format"
        reason = f"the ending {ending} tells no format" if ending else "the name of the file has no ending"
        raise InputError([problem_at(Place(file), "argument-invalid", reason=reason, advice=advice)])
    return ENDINGS[ending]


def _unknown(place: Place, reason: str) -> Problem:
    return problem_at(place, "argument-invalid", reason=reason, advice=f"there are: {', '.join(FORMATS)}")
