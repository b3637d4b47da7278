"""From an assessment to a report in one of the formats."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.extent import EVERYTHING, Extent
from npm_readiness.gap_report.format import Format, known_formats
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.view import View
from npm_readiness.models.assessment import Assessment
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["drawn", "format_of", "render", "text_report"]


def render(
    assessment: Assessment,
    format: str,  # noqa: A002
    *,
    language: str = "en",
    parts: str | None = None,
    sections: tuple[str, ...] = (),
) -> str | bytes:
    """The report on an assessment in a format, such as ``html``; ``docx`` and ``xlsx`` are bytes and need the extra ``office``.

    The same assessment gives the same bytes in every format. They end in a seal, by which a file that holds them is known as ours
    for as long as nobody changes it; text and JSON have none, since they go to terminals and programs.

    ``parts`` is ``short`` (sections 1, 2 and 9), ``main`` (the default: without annexes B and E) or ``full``; ``sections`` are keys
    of the outline or ids of checklists of standards, which then stand alone. Both are for formats made of sections. Raises
    :class:`~npm_readiness.problems.InputError` for a format that there is not, and for one whose extra is not installed.
    """
    known = known_formats()
    if format not in known:
        raise InputError([_unknown(Place("format"), format, known)])
    extent = _extent(known[format], format, parts, sections, assessment)
    return drawn(View(assessment, texts_in(language), extent), format, known)


def drawn(shown: Drawable, format: str, known: Mapping[str, Format] | None = None) -> str | bytes:  # noqa: A002
    """A document in one of the formats ``known`` (by default those of a gap report).

    Raises :class:`~npm_readiness.problems.InputError` for a format that there is not, and for one whose extra is not installed.
    """
    known = known_formats() if known is None else known
    if format not in known:
        raise InputError([_unknown(Place("format"), format, known)])
    try:
        return known[format].draw(shown)
    except ModuleNotFoundError as error:
        raise InputError([_missing(format, known[format], error)]) from None


def text_report(assessment: Assessment, *, language: str = "en", width: int = 80, colour: bool = False) -> str:
    """The summary of an assessment in lines of at most ``width`` columns; with ANSI colours only where asked."""
    from npm_readiness.gap_report.formats.text.terminal import text_of_report

    return text_of_report(View(assessment, texts_in(language)).report, width=width, colour=colour)


def format_of(format: str | None, file: str | None, known: Mapping[str, Format] | None = None) -> str:  # noqa: A002
    """The format that was asked for, else the one that the ending of the file tells, else ``text``.

    ``known`` are the formats that there are, by default those of a gap report. Raises
    :class:`~npm_readiness.problems.InputError` for a format or an ending that there is not.
    """
    known = known_formats() if known is None else known
    if format is not None:
        if format not in known:
            raise InputError([_unknown(Place("--format"), format, known)])
        return format
    if file is None:
        return "text"
    endings = {ending: name for name, chosen in known.items() for ending in chosen.endings}
    ending = PurePath(file).suffix.lower()
    if ending not in endings:
        advice = f"use one of {', '.join(endings)}, or name the format with --format"
        reason = f"the ending {ending} tells no format" if ending else "the name of the file has no ending"
        raise InputError([problem_at(Place(file), "argument-invalid", reason=reason, advice=advice)])
    return endings[ending]


def _extent(chosen: Format, name: str, parts: str | None, sections: tuple[str, ...], assessment: Assessment) -> Extent:
    """How much is drawn; raises ``InputError`` where a format without parts is to show one."""
    if chosen.in_parts:
        from npm_readiness.gap_report.excerpt import checked_extent

        return checked_extent(parts, sections, assessment)
    if parts is not None or sections:
        argument = "--parts" if parts is not None else "--sections"
        with_parts = ", ".join(other for other, format_ in known_formats().items() if format_.in_parts)
        reason, advice = f"the format {name} has no parts", f"leave it out, or use one of: {with_parts}"
        raise InputError([problem_at(Place(argument), "argument-invalid", reason=reason, advice=advice)])
    return EVERYTHING


def _unknown(place: Place, name: str, known: Mapping[str, Format]) -> Problem:
    advice = f"there are: {', '.join(known)}"
    return problem_at(place, "argument-invalid", reason=f"there is no format {name}", advice=advice)


def _missing(name: str, chosen: Format, error: ModuleNotFoundError) -> Problem:
    """What to install; a module of ours, or one that no extra brings, is no fault of the user, and the error goes on."""
    if chosen.extra is None or (error.name or "").startswith("npm_readiness"):
        raise error
    reason = f"the format {name} needs the module {error.name}, which is not installed"
    advice = f"install the extra {chosen.extra}: python -m pip install 'npm-readiness[{chosen.extra}]'"
    return problem_at(Place("format"), "argument-invalid", reason=reason, advice=advice)
