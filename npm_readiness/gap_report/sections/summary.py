"""The cover block, and the one page that a deputy minister reads."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Paragraph, Run, Section, Table
from npm_readiness.gap_report.sections.context import Context, joined, line
from npm_readiness.gap_report.words import ADDRESSEES, KINDS, MODELS, STAGE_QUESTIONS, STAGES, VERDICTS
from npm_readiness.models.assessment import AssessedChecklist, AssessedStage
from npm_readiness.models.vocabulary import CountsFor, Obligation, Severity, Status, Verdict

__all__ = ["checklist_names", "cover", "one_page", "stage_sentence", "verdict_run"]

DIGEST = 12
"""How many characters of a digest the cover shows; the annex has all of them."""

SHOWN = 5
"""How many items a list on the one page holds."""


def cover(context: Context) -> tuple[tuple[str, Inline], ...]:
    """Who and when, and on what the assessment rests; no number of a result."""
    assessment, say = context.assessment, context.texts.say
    npm = assessment.facts.npm
    model = say(MODELS[npm.model])
    if npm.model == "undecided":
        considered = ", ".join(say(MODELS[candidate]) for candidate in npm.candidates)
        model = say("undecided; considered: {models}", models=considered)
    institution = say("none named")
    if npm.institution is not None:
        institution = f"{npm.institution} ({say(KINDS[npm.institution_kind])})"
    rows = [
        (say("Country"), line(f"{assessment.country.name} ({assessment.country.code})")),
        (say("As of"), line(assessment.as_of.isoformat())),
        (say("Assessed on"), line(assessment.assessed_on.isoformat())),
        (say("Assessed by"), line(", ".join(assessment.assessors) or say("not stated"))),
        (say("Model of the mechanism"), line(model)),
        (say("Institution"), line(institution)),
        (say("Checklists"), joined(checklist_names(context), "; ")),
        (
            say("Caution"),
            line(say("No names of detainees belong here, nor of people who gave information in confidence")),
        ),
        (say("Nature"), line(say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture"))),
    ]
    if assessment.note is not None:
        rows.insert(4, (say("Note"), line(assessment.note)))
    return tuple(rows)


def checklist_names(context: Context) -> list[Inline]:
    """The checklists with their versions and digests; one of the user's own in place of ours is named as such."""
    return [_checklist(context, checklist) for checklist in context.assessment.checklists]


def _checklist(context: Context, checklist: AssessedChecklist) -> Inline:
    say = context.texts.say
    text = say("{title}, version {version}", title=checklist.title, version=checklist.version)
    if checklist.replaced is not None:
        text += " " + say("(the user's own, from {file}, in place of ours)", file=checklist.replaced)
    return line(text, " ", Run(checklist.sha256[:DIGEST], "code"))


def one_page(context: Context) -> Section:
    """One sentence a stage, what is in place, what blocks, the next steps, and how much is not known."""
    say = context.texts.say
    return Section("in-one-page", "1", say("In one page"), tuple(_one_page(context)))


def _one_page(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield Table(
        say("The four stages"),
        (say("Stage"), say("Verdict"), say("In a sentence")),
        tuple(_stage_row(context, stage) for stage in context.assessment.stages),
        kind="verdicts",
    )
    yield Paragraph(
        line(
            say(
                "The verdicts rest on: {checklists}. A treaty requirement that is surely not met decides a stage; no score "
                "makes up for it. To ratify stands here for accession as well. The Protocol allows one year after joining for "
                "the mechanism to be in place (art. 17), and nothing in it asks a State to wait until everything is ready.",
                checklists=", ".join(
                    checklist.title
                    for checklist in context.assessment.checklists
                    if checklist.counts_for is CountsFor.READINESS
                )
                or say("none"),
            )
        )
    )
    yield from _in_place(context)
    yield from _blocking(context)
    yield from _next_steps(context)
    yield from _not_known(context)


def verdict_run(context: Context, verdict: Verdict | None) -> Run:
    """The word for a verdict, with its mark."""
    if verdict is None:
        return Run(context.texts.say("no verdict"), kind="verdict-none")
    return Run(context.texts.say(VERDICTS[verdict]), kind=f"verdict-{verdict.value.replace('_', '-')}")


def _stage_row(context: Context, stage: AssessedStage) -> tuple[Inline, ...]:
    say = context.texts.say
    name = line(Run(say(STAGES[stage.id]), "strong", f"#stage-{stage.id.value}"), " ", say(STAGE_QUESTIONS[stage.id]))
    return name, line(verdict_run(context, stage.verdict)), line(stage_sentence(context, stage))


def stage_sentence(context: Context, stage: AssessedStage) -> str:
    """The verdict on a stage in a sentence."""
    texts = context.texts
    if stage.reason == "opcat-not-assessed":
        return texts.say("The checklist opcat was not assessed, and without it there is no verdict.")
    if stage.reason is not None:
        return texts.say("No criterion of this stage applies.")
    if stage.verdict is Verdict.READY:
        return texts.say("Everything that the criteria ask up to this stage is in place.")
    if stage.verdict is Verdict.READY_WITH_GAPS:
        return texts.say("What the treaty asks up to this stage is in place; guidance or good practice leaves gaps.")
    if stage.verdict is Verdict.NOT_READY:
        return _not_ready(context, stage)
    possible = texts.say(" or ").join(texts.say(VERDICTS[verdict]) for verdict in stage.possible)
    return texts.say("Still possible: {verdicts}, depending on what is not known yet.", verdicts=possible)


def _not_ready(context: Context, stage: AssessedStage) -> str:
    texts = context.texts
    sentence = texts.count(
        "{number} treaty requirement up to this stage is surely not met.",
        "{number} treaty requirements up to this stage are surely not met.",
        len(stage.blockers),
    )
    if stage.open:
        sentence += " " + texts.count("{number} more is open.", "{number} more are open.", len(stage.open))
    return sentence


def _in_place(context: Context) -> Iterator[Block]:
    say = context.texts.say
    met = sorted(context.met, key=lambda criterion: criterion.obligation.order)
    yield Heading(say("What is in place"), "in-place-in-short")
    if not met:
        yield Paragraph(line(say("No criterion is fully met yet.")))
        return
    yield Bullets(tuple(context.to_criterion(criterion.id) for criterion in met[:SHOWN]))
    yield from _and_more(context, len(met), "#in-place")


def _blocking(context: Context) -> Iterator[Block]:
    say = context.texts.say
    critical = [gap for gap in context.gaps.values() if gap.severity is Severity.CRITICAL and not gap.conditional]
    yield Heading(say("What blocks"), "blockers-in-short")
    if not critical:
        yield Paragraph(
            line(
                say("Nothing is known to block: no treaty requirement of the checklists on readiness is surely unmet.")
            )
        )
        return
    now = [gap for gap in critical if not context.waits_for_mechanism(gap.criterion)]
    yield Bullets(
        tuple(line(*context.to_criterion(gap.criterion), f" ({say(ADDRESSEES[gap.addressee])})") for gap in now[:SHOWN])
    )
    yield from _and_more(context, len(now), "#gaps")
    if len(now) < len(critical):
        follow = context.texts.count(
            "{number} more treaty requirement is not met only because there is no mechanism yet.",
            "{number} more treaty requirements are not met only because there is no mechanism yet.",
            len(critical) - len(now),
        )
        yield Paragraph(line(Run(follow, link="#gaps")))


def _and_more(context: Context, number: int, anchor: str) -> Iterator[Block]:
    if number > SHOWN:
        more = context.texts.count("and {number} more", "and {number} more", number - SHOWN)
        yield Paragraph(line(Run(more, link=anchor)))


def _next_steps(context: Context) -> Iterator[Block]:
    first, say = context.first_steps, context.texts.say
    yield Heading(say("The next steps"), "next-steps")
    if not first:
        yield Paragraph(line(say("No gap is known, so there is no step to take.")))
        return
    yield Bullets(
        tuple(line(Run(_capital(say(ADDRESSEES[step.addressee])), "strong"), f": {step.action}") for step in first),
        ordered=True,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _not_known(context: Context) -> Iterator[Block]:
    texts, counts = context.texts, context.assessment.answered
    treaty_open = sum(
        criterion.obligation is Obligation.TREATY and criterion.status is Status.UNDETERMINED
        for criterion in context.readiness
    )
    yield Heading(texts.say("What is not known"), "unknown-in-short")
    yield Paragraph(
        line(
            texts.say(
                "Of {questions} questions {answered} are answered, {unknown} were looked into and stay unknown, {unanswered} "
                "are not answered yet, and {not_applicable} do not apply.",
                **counts.model_dump(include={"questions", "answered", "unknown", "unanswered", "not_applicable"}),
            ),
            " ",
            texts.count(
                "For {number} treaty requirement it could not be established whether it is met.",
                "For {number} treaty requirements it could not be established whether they are met.",
                treaty_open,
            ),
            " ",
            texts.say(
                "Of {claims} answers that claim something, {evidenced} name a source and a place in it.",
                claims=counts.claims,
                evidenced=counts.evidenced,
            ),
        )
    )
