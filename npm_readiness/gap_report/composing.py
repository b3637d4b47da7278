"""From an assessment to a report: the sections in their order."""

from __future__ import annotations

from npm_readiness.gap_report.cleaning import cleaned_assessment
from npm_readiness.gap_report.document import Report, Section
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.annexes import annexes
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.dates import obligations_and_dates
from npm_readiness.gap_report.sections.dimensions import dimension_picture
from npm_readiness.gap_report.sections.findings import gaps_by_severity, in_place
from npm_readiness.gap_report.sections.next_steps import not_known, roadmap
from npm_readiness.gap_report.sections.stages import stage_by_stage
from npm_readiness.gap_report.sections.summary import cover, one_page
from npm_readiness.models.assessment import Assessment

__all__ = ["composed"]


def composed(assessment: Assessment, texts: Texts) -> Report:
    """The whole report on an assessment in one language."""
    context = Context(cleaned_assessment(assessment), texts)
    say = texts.say
    sections = (
        one_page(context),
        stage_by_stage(context),
        dimension_picture(context),
        obligations_and_dates(context),
        in_place(context),
        gaps_by_severity(context),
        not_known(context),
        roadmap(context),
        *annexes(context),
    )
    return Report(
        language=texts.language,
        title=say("{country}: readiness for a National Preventive Mechanism", country=context.assessment.country.name),
        subtitle=say("Gap report under the Optional Protocol to the Convention against Torture"),
        cover=cover(context),
        sections=sections,
        contents_title=say("Contents"),
        contents=tuple(_paragraphs(section, texts) for section in sections),
        skip=say("Skip to the content"),
        closing=(
            say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture."),
            say("Names of detainees, and of people who gave information in confidence, do not belong in this report."),
        ),
    )


def _paragraphs(section: Section, texts: Texts) -> str:
    """Which paragraphs a section holds; empty where it has none."""
    numbers = section.paragraphs
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    if first == last:
        return texts.say("para. {number}", number=first)
    return texts.say("paras. {first} to {last}", first=first, last=last)
