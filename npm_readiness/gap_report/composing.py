"""From an assessment to a report: the sections in their order."""

from __future__ import annotations

from npm_readiness.gap_report.cleaning import cleaned_assessment
from npm_readiness.gap_report.document import Phrases, Report, Section
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.analysis import analysis
from npm_readiness.gap_report.sections.answers import answers_and_evidence
from npm_readiness.gap_report.sections.concordance import concordance
from npm_readiness.gap_report.sections.context import Context, Numbering
from npm_readiness.gap_report.sections.dates import obligations_and_dates
from npm_readiness.gap_report.sections.drafting import drafters_list
from npm_readiness.gap_report.sections.in_place import in_place
from npm_readiness.gap_report.sections.packages import packages
from npm_readiness.gap_report.sections.recommendations import key_recommendations
from npm_readiness.gap_report.sections.reply import reply_form
from npm_readiness.gap_report.sections.reproduce import how_to_reproduce
from npm_readiness.gap_report.sections.roadmap import roadmap
from npm_readiness.gap_report.sections.scope import scope_and_method
from npm_readiness.gap_report.sections.sheets import workbook
from npm_readiness.gap_report.sections.standards import standards
from npm_readiness.gap_report.sections.summary import cover, one_page
from npm_readiness.gap_report.sections.unknown import not_known
from npm_readiness.models.assessment import Assessment

__all__ = ["composed"]


def composed(assessment: Assessment, texts: Texts) -> Report:
    """The whole report on an assessment in one language: what every format shows."""
    first = Context(cleaned_assessment(assessment), texts)
    _sections(first)
    context = Context(first.assessment, texts, Numbering(first.numbering.given))
    say = texts.say
    sections = _sections(context)
    return Report(
        language=texts.language,
        right_to_left=texts.right_to_left,
        title=say("{country}: readiness for a National Preventive Mechanism", country=context.assessment.country.name),
        subtitle=say("Gap report under the Optional Protocol to the Convention against Torture"),
        date=context.assessment.as_of,
        cover=cover(context),
        sections=sections,
        contents=tuple(_paragraphs(section, texts) for section in sections),
        closing=(
            say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture."),
            say("Names of detainees, and of people who gave information in confidence, do not belong in this report."),
        ),
        phrases=Phrases(
            contents=say("Contents"),
            about=say("About this report"),
            skip=say("Skip to the content"),
            figure=say("Figure"),
            table=say("Table"),
            figures=say("The same in figures"),
            page=say("Page {page} of {pages}"),
            whole=say("The whole report: add -o report.html, or report.docx, or report.xlsx."),
        ),
        workbook=workbook(context),
    )


def _sections(context: Context) -> tuple[Section, ...]:
    recommended = packages(context)
    return (
        one_page(context),
        key_recommendations(context, recommended),
        scope_and_method(context),
        obligations_and_dates(context),
        in_place(context),
        analysis(context),
        not_known(context),
        drafters_list(context),
        roadmap(context),
        concordance(context),
        answers_and_evidence(context),
        standards(context),
        reply_form(context, recommended),
        how_to_reproduce(context),
    )


def _paragraphs(section: Section, texts: Texts) -> str:
    """Which paragraphs a section holds; empty where it has none."""
    numbers = section.paragraphs
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    if first == last:
        return texts.say("para. {number}", number=first)
    return texts.say("paras. {first} to {last}", first=first, last=last)
