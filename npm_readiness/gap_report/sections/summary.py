"""The cover block, and the one page that a deputy minister reads."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Paragraph, Run, Section
from npm_readiness.gap_report.sections.context import Context, joined, line
from npm_readiness.gap_report.sections.pictures import stage_track, verdict_kind, verdict_words
from npm_readiness.gap_report.words import KINDS, MODELS, STAGE_QUESTIONS, STAGES, VERDICTS
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
            say("Nature"),
            line(
                say(
                    "Self-assessment; not a finding of the Subcommittee on Prevention of Torture. No names of detainees belong "
                    "here, nor of people who gave information in confidence."
                )
            ),
        ),
    ]
    if assessment.note is not None:
        rows.insert(4, (say("Note"), line(assessment.note)))
    return tuple(rows)


def checklist_names(context: Context) -> list[Inline]:
    """The checklists with their versions and digests; one of the user's own in place of ours is named as such."""
    return [_checklist(context, checklist) for checklist in context.assessment.checklists]


def _checklist(context: Context, checklist: AssessedChecklist) -> Inline:
    say = context.texts.say
    text = f"{checklist.id} {checklist.version}"
    if checklist.replaced is not None:
        text += " " + say("(the user's own, from {file}, in place of ours)", file=checklist.replaced)
    return line(text, " ", Run(checklist.sha256[:DIGEST], "code"))


def one_page(context: Context) -> Section:
    """One sentence a stage, what is in place, what blocks, the next steps, and how much is not known."""
    title = context.texts.say("In one page")
    return Section("section_1", "1", title, tuple(_one_page(context)), new_page=True, decides=True)


def _one_page(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield Bullets((_where(context), _blocking(context), _next(context), _unknown(context)))
    yield stage_track(context)
    yield Bullets(tuple(_stage(context, stage) for stage in context.assessment.stages))
    yield from _in_place(context)
    yield from _next_steps(context)
    yield Paragraph(
        line(
            say(
                "The verdicts rest on: {checklists}. A treaty requirement that is surely not met decides a stage; no score "
                "makes up for it. To ratify stands here for accession as well. The Protocol allows one year after joining for "
                "the mechanism to be in place (art. 17), and nothing in it asks a State to wait until everything is ready.",
                checklists="; ".join(
                    checklist.title
                    for checklist in context.assessment.checklists
                    if checklist.counts_for is CountsFor.READINESS
                )
                or say("none"),
            )
        )
    )


def _where(context: Context) -> Inline:
    """The verdicts, those that are alike together."""
    say = context.texts.say
    by_verdict: dict[Verdict | None, list[str]] = {}
    for stage in context.assessment.stages:
        by_verdict.setdefault(stage.verdict, []).append(say(STAGES[stage.id]))
    told = [line(f"{', '.join(names)}: ", verdict_run(context, verdict)) for verdict, names in by_verdict.items()]
    return line(Run(say("Where we are."), "strong"), " ", *joined(told, "; "), ".")


def _blocking(context: Context) -> Inline:
    """The treaty requirements that are unmet and on which somebody can act today; how many follow from there being no mechanism."""
    texts, say = context.texts, context.texts.say
    head = line(Run(say("What blocks."), "strong"), " ")
    critical = [gap for gap in context.gaps.values() if gap.severity is Severity.CRITICAL and not gap.conditional]
    if not critical:
        nothing = say(
            "Nothing is known to block: no treaty requirement of the checklists on readiness is surely unmet."
        )
        return line(*head, nothing)
    now = [gap for gap in critical if not context.waits_for_mechanism(gap.criterion)]
    named = [line(*context.to_criterion(gap.criterion), *context.paragraphs([gap.criterion])) for gap in now[:SHOWN]]
    if len(now) > SHOWN:
        more = texts.count("and {number} more", "and {number} more", len(now) - SHOWN)
        named.append(line(Run(more, link="#section_6")))
    told = line(*joined(named, "; "), ". ") if named else ()
    if len(now) == len(critical):
        return (*head, *told)
    follow = texts.count(
        "{number} more treaty requirement is not met only because there is no mechanism yet.",
        "{number} more treaty requirements are not met only because there is no mechanism yet.",
        len(critical) - len(now),
    )
    return line(*head, *told, Run(follow, link="#section_2"))


def _next(context: Context) -> Inline:
    head = line(Run(context.texts.say("What next."), "strong"), " ")
    steps = [
        line(f"{context.addressee(step.addressee)}: ", *context.to_criterion(step.criterion))
        for step in context.first_steps
    ]
    return line(*head, *joined(steps, "; "), ".") if steps else line(*head, *_find_out(context))


def _find_out(context: Context) -> Inline:
    """What comes first where no gap is known: to find out, as long as a verdict depends on it."""
    texts, number = context.texts, len(context.decisive)
    if not number:
        return line(texts.say("No gap is known, so there is no step to take."))
    told = texts.count(
        "No gap in readiness is known. To find out about {number} question on which a verdict depends comes first",
        "No gap in readiness is known. To find out about {number} questions on which a verdict depends comes first",
        number,
    )
    return line(told, " ", Run(texts.say("(section 7)"), link="#section_7"), ".")


def _unknown(context: Context) -> Inline:
    texts, counts = context.texts, context.assessment.answered
    treaty_open = sum(
        criterion.obligation is Obligation.TREATY and criterion.status is Status.UNDETERMINED
        for criterion in context.readiness
    )
    return line(
        Run(texts.say("How much is unknown."), "strong"),
        " ",
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


def verdict_run(context: Context, verdict: Verdict | None) -> Run:
    """The word for a verdict, with its mark."""
    return Run(verdict_words(context, verdict), kind=verdict_kind(verdict))


def _stage(context: Context, stage: AssessedStage) -> Inline:
    say = context.texts.say
    name = Run(say(STAGES[stage.id]), "strong", f"#stage_{stage.id.value}")
    asks = say(STAGE_QUESTIONS[stage.id])
    return line(name, f" ({asks}) ", stage_sentence(context, stage))


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
    yield Heading(say("What is in place"), "in_place_in_short")
    if not met:
        yield Paragraph(line(say("No criterion is fully met yet.")))
        return
    yield Bullets(tuple(context.to_criterion(criterion.id) for criterion in met[:SHOWN]))
    yield from _and_more(context, len(met), "#section_5")


def _and_more(context: Context, number: int, anchor: str) -> Iterator[Block]:
    if number > SHOWN:
        more = context.texts.count("and {number} more", "and {number} more", number - SHOWN)
        yield Paragraph(line(Run(more, link=anchor)))


def _next_steps(context: Context) -> Iterator[Block]:
    first, say = context.first_steps, context.texts.say
    yield Heading(say("The next steps"), "next_steps")
    if not first:
        yield Paragraph(_find_out(context))
        return
    yield Bullets(
        tuple(
            line(
                Run(context.addressee(step.addressee), "strong"),
                f": {step.action}",
                *context.paragraphs([step.criterion]),
            )
            for step in first
        ),
        ordered=True,
    )
