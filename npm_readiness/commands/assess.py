"""``assess``: from a profile to a report."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Iterator
from datetime import date

from npm_readiness.commands.days import check_day
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import check_terminal, output_of
from npm_readiness.commands.warnings import show_warnings
from npm_readiness.gap_report.format import known_formats
from npm_readiness.gap_report.rendering import format_of, render, text_report
from npm_readiness.loading.catalogue import load_catalogue
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.loading.profiles import load_profile_with_warnings
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.vocabulary import Verdict
from npm_readiness.problems import Place
from npm_readiness.scoring.assessing import assess
from npm_readiness.scoring.publishing import public_version

__all__ = ["run", "wants_colour"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Assess, write the report, and only then look at the conditions that the caller set."""
    chosen = format_of(arguments.format, arguments.output)
    output = output_of(arguments, arguments.profile)
    output.check()
    check_terminal(chosen, known_formats()[chosen], arguments.output)
    check_day(arguments.as_of, "--as-of")
    catalogue = load_catalogue(*arguments.catalogue)
    check_checklists(arguments.checklists or (), catalogue, Place("--checklists"))
    today = date.today()
    profile, second_looks = load_profile_with_warnings(arguments.profile, catalogue, today=today)
    show_warnings(second_looks)
    assessment = assess(
        profile,
        catalogue,
        as_of=arguments.as_of,
        require_evidence=arguments.require_evidence,
        checklists=arguments.checklists,
        bill=arguments.bill,
        settings=arguments.set,
    )
    if arguments.public:
        assessment = public_version(assessment)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        report = _report(assessment, chosen, arguments)
    for warning in dict.fromkeys(str(one.message) for one in caught):
        print(f"warning: {warning}", file=sys.stderr)  # noqa: T201
    output.write(report, known_formats()[chosen].seal)
    failures = list(_failures(assessment, arguments))
    for failure in failures:
        print(failure, file=sys.stderr)  # noqa: T201
    return ExitCode.CONDITION_FAILED if failures else ExitCode.DONE


def _report(assessment: Assessment, chosen: str, arguments: argparse.Namespace) -> str | bytes:
    """The report in the format chosen; on a terminal, its summary."""
    whole = arguments.parts is None and not arguments.sections
    if chosen == "text" and arguments.output is None and whole:
        return text_report(assessment, language=arguments.language, colour=wants_colour())
    sections = tuple(arguments.sections or ())
    return render(assessment, chosen, language=arguments.language, parts=arguments.parts, sections=sections)


def _failures(assessment: Assessment, arguments: argparse.Namespace) -> Iterator[str]:
    """The conditions that the outcome fails, each in a sentence."""
    if arguments.fail_under is not None:
        wanted = f"{float(arguments.fail_under * 100):g} %"
        if assessment.score is None:
            yield f"condition failed: there is no overall score, and at least {wanted} was asked for"
        elif assessment.score.interval.lower < arguments.fail_under:
            lower = assessment.score.lower * 100
            yield f"condition failed: the overall score is at least {lower:.2f} %, and {wanted} was asked for"
    verdicts = {stage.id.value: stage.verdict for stage in assessment.stages}
    for stage, strictly in arguments.require_stage:
        enough = {Verdict.READY} if strictly else {Verdict.READY, Verdict.READY_WITH_GAPS}
        if verdicts[stage] not in enough:
            yield f"condition failed: the verdict on {stage} is {verdicts[stage] or 'none'}"


def wants_colour() -> bool:
    """Whether a person looks at standard output and has not asked for no colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
