"""From an assessment to a report: the sections in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from npm_readiness.gap_report.cleaning import cleaned_assessment
from npm_readiness.gap_report.document import Block, Phrases, Report, Section, counted
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.analysis import analysis
from npm_readiness.gap_report.sections.answers import answers_and_evidence
from npm_readiness.gap_report.sections.concordance import concordance
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.cover import cover
from npm_readiness.gap_report.sections.dates import obligations_and_dates
from npm_readiness.gap_report.sections.differing import has_versions, where_answers_differ
from npm_readiness.gap_report.sections.drafting import drafters_list
from npm_readiness.gap_report.sections.in_place import in_place
from npm_readiness.gap_report.sections.outline import OUTLINE, section
from npm_readiness.gap_report.sections.recommendations import key_recommendations
from npm_readiness.gap_report.sections.recommended import recommended
from npm_readiness.gap_report.sections.reply import reply_form
from npm_readiness.gap_report.sections.reproduce import how_to_reproduce
from npm_readiness.gap_report.sections.roadmap import roadmap
from npm_readiness.gap_report.sections.scope import scope_and_method
from npm_readiness.gap_report.sections.standards import standards
from npm_readiness.gap_report.sections.summary import one_page
from npm_readiness.gap_report.sections.supposed import lead
from npm_readiness.gap_report.sections.unknown import not_known
from npm_readiness.gap_report.sections.waiting import waiting
from npm_readiness.models.assessment import Assessment

__all__ = ["composed", "numbered", "report_of"]


def composed(assessment: Assessment, texts: Texts) -> Report:
    """The whole report on an assessment in one language: what every format shows."""
    return report_of(numbered(assessment, texts))


def numbered(assessment: Assessment, texts: Texts) -> Context:
    """The assessment with the numbers that the paragraphs of its criteria have in the report."""
    first = Context(cleaned_assessment(assessment), texts)
    for key in OUTLINE:
        if key not in UNNUMBERED:
            BLOCKS[key](first)
    return first.renumbered()


def report_of(context: Context) -> Report:
    """The report on an assessment whose paragraphs are numbered. A context makes one report: its numbers are given out once."""
    texts, say = context.texts, context.texts.say
    sections = _sections(context)
    context.numbering.check()
    return Report(
        language=texts.language,
        right_to_left=texts.right_to_left,
        title=context.title,
        subtitle=context.subtitle,
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
            page=context.page_line,
            whole=say("The whole report stands in the file of another format: add -o report.html"),
        ),
    )


BLOCKS: Mapping[str, Callable[[Context], tuple[Block, ...]]] = {
    "one-page": one_page,
    "recommendations": key_recommendations,
    "scope": scope_and_method,
    "dates": obligations_and_dates,
    "in-place": in_place,
    "analysis": analysis,
    "unknown": not_known,
    "drafting": drafters_list,
    "roadmap": roadmap,
    "recommended": recommended,
    "waiting": waiting,
    "differing": where_answers_differ,
    "concordance": concordance,
    "answers": answers_and_evidence,
    "standards": standards,
    "reply": reply_form,
    "reproduce": how_to_reproduce,
}
"""What each section of the outline holds; the outline gives the order, in which the numbers of paragraphs are given out."""


UNNUMBERED = frozenset({"one-page", "recommendations", "differing", "concordance", "answers", "reply", "reproduce"})
"""The sections that give out no number, so that nobody need compose them to find the numbers. A report checks that this is so."""


def _sections(context: Context) -> tuple[Section, ...]:
    present = (key for key in OUTLINE if key != "differing" or has_versions(context.assessment))
    return counted(
        tuple(
            section(context, key, (*lead(context, whole=key == "one-page"), *BLOCKS[key](context))) for key in present
        )
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
