"""From an assessment to a report in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Report
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.text import text_of_report
from npm_readiness.models.assessment import Assessment
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["FORMATS", "Format", "format_of", "render", "text_report"]

JSON = "json"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of files that tell it, and the function that draws it, ``module:name``, loaded when it is used.

    ``extra`` is the optional dependency that it needs; ``binary``: it is no text, and of no use on a terminal.
    """

    endings: tuple[str, ...]
    renderer: str = ""
    extra: str | None = None
    binary: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format((".txt",), "text:text_of_report"),
    JSON: Format((".json",)),
    "html": Format((".html", ".htm"), "html:html_of"),
    "markdown": Format((".md", ".markdown"), "markdown:markdown_of"),
    "docx": Format((".docx",), "word:word_of", extra="office", binary=True),
    "xlsx": Format((".xlsx",), "excel:excel_of", extra="office", binary=True),
}
"""The formats by name. A new one is a module with a function of a report, and a line here."""


def render(assessment: Assessment, format: str, *, language: str = "en") -> str | bytes:  # noqa: A002
    """The report on an assessment in a format: ``text``, ``json``, ``html``, ``markdown``, ``docx`` or ``xlsx``.

    The last two are bytes, and need the extra ``office``. The same assessment gives the same bytes in every format. Raises
    :class:`~npm_readiness.problems.InputError` for a format that there is not, and for one whose extra is not installed.
    """
    if format not in FORMATS:
        raise InputError([_unknown(Place("format"), f"there is no format {format}")])
    if format == JSON:
        return assessment.to_json()
    report = composed(assessment, texts_in(language))
    try:
        return _renderer(FORMATS[format])(report)
    except ModuleNotFoundError as error:
        raise InputError([_missing(format, error)]) from None


def text_report(assessment: Assessment, *, language: str = "en", width: int = 80, colour: bool = False) -> str:
    """The summary of an assessment in lines of at most ``width`` columns; with ANSI colours only where asked."""
    return text_of_report(composed(assessment, texts_in(language)), width=width, colour=colour)


def _renderer(chosen: Format) -> Callable[[Report], str | bytes]:
    module, _, function = chosen.renderer.partition(":")
    return cast("Callable[[Report], str | bytes]", getattr(import_module(f"{__package__}.{module}"), function))


def _missing(name: str, error: ModuleNotFoundError) -> Problem:
    """What to install; a module of ours, or one that no extra brings, is no fault of the user, and the error goes on."""
    extra = FORMATS[name].extra
    if extra is None or (error.name or "").startswith("npm_readiness"):
        raise error
    reason = f"the format {name} needs the module {error.name}, which is not installed"
    advice = f"install the extra {extra}: python -m pip install 'npm-readiness[{extra}]'"
    return problem_at(Place("format"), "argument-invalid", reason=reason, advice=advice)


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
    endings = {ending: name for name, known in FORMATS.items() for ending in known.endings}
    ending = PurePath(file).suffix.lower()
    if ending not in endings:
        advice = f"use one of {', '.join(endings)}, or name the format with --format"
        reason = f"the ending {ending} tells no format" if ending else "the name of the file has no ending"
        raise InputError([problem_at(Place(file), "argument-invalid", reason=reason, advice=advice)])
    return endings[ending]


def _unknown(place: Place, reason: str) -> Problem:
    return problem_at(place, "argument-invalid", reason=reason, advice=f"there are: {', '.join(FORMATS)}")
