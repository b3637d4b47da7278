"""What was read and what was not, how answers become findings, and how to contest one."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Note, Run
from npm_readiness.gap_report.sections.cited import DIFFER, UNSEEN
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.what_if_in_words import bill_in_words
from npm_readiness.models.vocabulary import CountsFor, SourceKind

__all__ = ["scope_and_method"]


def scope_and_method(context: Context) -> tuple[Block, ...]:
    """Scope and method: what silence in this report does not mean."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield from _read(context)
    yield context.numbered(_which_law(context))
    yield context.numbered(
        say(
            "Each question is answered yes (1), partial (1/2), no (0) or unknown, by a rubric of the checklist. What is "
            "unknown is not counted as zero or as half: every result is an interval of what it can still turn out to be. A "
            "criterion combines its questions by their mean, the weakest or the strongest, as its checklist says; a score is the "
            "mean of its criteria by their weights, worked out exactly and rounded only for show."
        )
    )
    yield context.numbered(
        say(
            "A stage is not ready where a treaty requirement of it or of a stage before it is known not to be fully met. It "
            "cannot be said where that is open. It is ready with gaps where only guidance or good practice is known not to be "
            "fully met, and ready where nothing is missing."
        )
    )
    yield context.numbered(
        say(
            "What a treaty asks must be done once the State is party to it; what guidance asks should be done; good practice "
            "could be followed. Findings say which of the three they rest on. A provision with {unseen} was not "
            "read in its wording for the register of provisions, but recalled; with {differ}, two readers recalled it differently. "
            "Wording not seen is written where that is so of all provisions.",
            unseen=UNSEEN,
            differ=DIFFER,
        )
    )
    yield context.numbered(
        say(
            "Paragraph numbers change with the answers; the ids of criteria do not. Whoever thinks an answer wrong "
            "should name the id of the criterion, the question, and the source that carries another answer."
        )
    )
    yield Note(
        line(
            say(
                "This is a self-assessment. It is no finding of the Subcommittee on Prevention of Torture, which advises "
                "and does not certify. It tests the criteria of its checklists and nothing beyond them: whether the law fits the "
                "constitution, and how it is drafted, is for a lawyer to say."
            )
        )
    )


def _which_law(context: Context) -> str:
    """From which law the questions on law are answered, and what is asked of a mechanism that there is not yet."""
    say, what_if = context.texts.say, context.assessment.what_if
    if what_if is not None and what_if.bill is not None:
        return say(
            "Questions on law are answered from the law as it would be if {bill} were adopted: from the bill where it "
            "was read, else from the law that would stay. Questions on what the people of a mechanism do are answered no where "
            "nobody would be in post on the day of the adoption; how the bill is prepared, and all else that happens in fact, is "
            "answered as it is. A finding on law says nothing on practice, nor the other way round.",
            bill=bill_in_words(context.texts, what_if.bill),
        )
    return say(
        "Questions on law are answered from the law in force for the institution that the profile names, as the body that is "
        "or may become the mechanism. Questions on what a mechanism does are answered no as long as none is designated, and "
        "those on what its people do as long as nobody is in post; what a body does before that is shown and not counted. "
        "A finding on law says nothing on practice, nor the other way round."
    )


def _read(context: Context) -> Iterator[Block]:
    assessment, texts = context.assessment, context.texts
    who = ", ".join(assessment.assessors) or texts.say("persons who are not named")
    read = texts.count(
        "The answers were given by {who}; the profile names {number} source, listed in",
        "The answers were given by {who}; the profile names {number} sources, listed in",
        len(assessment.sources),
        who=who,
    )
    counts = assessment.answered
    claims = texts.say(
        "Of {claims} answers of yes or partial, {evidenced} name a source and a place in it.",
        claims=counts.claims,
        evidenced=counts.evidenced,
    )
    if assessment.sources:
        yield context.numbered(read, " ", reference(context, "concordance"), f". {claims}")
    else:
        yield context.numbered(texts.say("The answers were given by {who}; the profile names no source.", who=who))
    laws = [source for source in assessment.sources if source.kind is SourceKind.LAW]
    if laws:
        named = "; ".join(dict.fromkeys(context.cited.source_name(source.id) for source in laws))
        yield context.numbered(texts.say("Legal texts among them: {laws}.", laws=named.rstrip(".")))
    readiness = [entry.title for entry in assessment.checklists if entry.counts_for is CountsFor.READINESS]
    standards = [entry.title for entry in assessment.checklists if entry.counts_for is CountsFor.STANDARDS]
    told = []
    if readiness:
        told.append(texts.say("Readiness was looked at with: {checklists}.", checklists="; ".join(readiness)))
    else:
        told.append(texts.say("Readiness was not tested."))
    if standards:
        told.append(texts.say("Standards, apart from the verdicts: {checklists}.", checklists="; ".join(standards)))
    told.append(texts.say("What these checklists do not ask was not examined."))
    yield context.numbered(" ".join(told))
    yield from _cautions(context)
    if assessment.require_evidence:
        yield context.numbered(texts.say("Evidence was required: a claim without it counts as unknown."))


def _cautions(context: Context) -> Iterator[Block]:
    """What in the profile is worth a second look."""
    cautions = context.assessment.cautions
    if not cautions:
        return
    yield context.numbered(context.texts.say("In the profile these points are worth a second look:"))
    yield Bullets(
        tuple(line(Run(caution.path, "code"), f": {caution.message} ({caution.advice})") for caution in cautions)
    )
