"""The one page that a deputy minister reads."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Paragraph, Run
from npm_readiness.gap_report.sections.actions import action_lines, addressees
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.gap_scope import Scope
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.outline import OUTLINE, reference
from npm_readiness.gap_report.sections.pictures import stage_track
from npm_readiness.gap_report.sections.stages import stage_question, stage_run, stage_sentence
from npm_readiness.gap_report.sections.standing import membership_sentence
from npm_readiness.gap_report.sections.supposed import article_17_told, mechanism_told
from npm_readiness.gap_report.words import STAGES
from npm_readiness.models.assessment import AssessedStage, StandardsSummary
from npm_readiness.models.vocabulary import CountsFor, Response

__all__ = ["moot_sentences", "no_gap", "nothing_unmet", "one_page", "standing"]

SHOWN = 5
"""How many requirements that are not in place the one page names."""

IN_PLACE = 3
"""How many of those that are in place it names."""


def one_page(context: Context) -> tuple[Block, ...]:
    """One sentence a stage, what is in place, what blocks, the next steps, and how much is not known."""
    return tuple(_one_page(context))


def _one_page(context: Context) -> Iterator[Block]:
    yield Bullets(tuple(_in_short(context)))
    if not context.standards_alone:
        yield stage_track(context)
        yield Bullets(tuple(_stage(context, stage) for stage in context.assessment.stages))
    yield from _in_place(context)
    yield from _next_steps(context)
    yield Paragraph(line(_rests_on(context)))


def _in_short(context: Context) -> Iterator[Inline]:
    """What a reader takes away who reads no more than this."""
    yield _where(context)
    yield _what_follows(context)
    yield _missing(context)
    yield _known(context)
    yield _next(context)
    if (context.standards.treaty or context.standards.treaty_gaps) and not context.standards_alone:
        yield _standards(context)


def _rests_on(context: Context) -> str:
    say = context.texts.say
    if context.standards_alone:
        return say(
            "This page rests on the checklists {checklists}. They are standards and enter no verdict on a stage; what a treaty "
            "asks in a standard is asked by the treaty all the same.",
            checklists=", ".join(entry.id for entry in context.assessment.checklists),
        )
    checklists = [entry.id for entry in context.assessment.checklists if entry.counts_for is CountsFor.READINESS]
    return say(
        "The verdicts rest on the checklists {checklists}. A treaty requirement that is known not to be fully met decides a "
        "stage; no score makes up for it.",
        checklists=", ".join(checklists) or say("none"),
    )


def _where(context: Context) -> Inline:
    """Where the State stands with the Protocol and its mechanism, and what is pending."""
    say = context.texts.say
    head = say("Where we would be.") if context.supposes else say("Where we are.")
    told = line(Run(head, "strong"), f" {standing(context)}")
    accepted = sum(
        entry.response is Response.ACCEPTED and entry.state == "open" for entry in context.assessment.recommendations
    )
    if not accepted:
        return told
    pending = context.texts.count(
        "{number} recommendation that the State accepted is open:",
        "{number} recommendations that the State accepted are open:",
        accepted,
    )
    return line(*told, f" {pending} ", reference(context, "recommended"), ".")


def _what_follows(context: Context) -> Inline:
    """The verdicts, those that are alike together; of standards, how far they are met."""
    say = context.texts.say
    head = line(Run(say("What would follow.") if context.supposes else say("What follows."), "strong"), " ")
    if context.standards_alone:
        return line(*head, *joined([line(_counted(context, summary)) for summary in context.assessment.standards], " "))
    by_words: dict[Run, list[str]] = {}
    for stage in context.assessment.stages:
        by_words.setdefault(stage_run(context, stage), []).append(context.texts.say(STAGES[stage.id]))
    told = [line(f"{', '.join(names)}: ", run) for run, names in by_words.items()]
    return line(*head, *joined(told, "; "), ".")


def standing(context: Context) -> str:
    """Where the State stands with the Protocol, with its mechanism, and with the year that article 17 gives."""
    texts, situation = context.texts, context.situation
    treaty = context.assessment.facts.treaties.opcat
    told = (
        membership_sentence(texts, situation, treaty.deposited, treaty.signed),
        mechanism_told(context),
        article_17_told(context),
    )
    return " ".join(sentence for sentence in told if sentence)


def _counted(context: Context, summary: StandardsSummary) -> str:
    """How far a body of standards is met, in a sentence."""
    counts = summary.counts
    gaps = sum(summary.gaps.model_dump().values())
    applying = counts.met + counts.partly_met + counts.not_met + counts.undetermined
    return context.texts.count(
        "{title}: of {number} criterion {met} is met, {gaps} known to fall short.",
        "{title}: of {number} criteria {met} are met, {gaps} known to fall short.",
        applying,
        title=summary.title,
        met=counts.met,
        gaps=gaps,
    )


def _missing(context: Context) -> Inline:
    """The treaty requirements that are not in place and on which somebody can act today; how many wait for the mechanism."""
    say = context.texts.say
    head = say("What falls short.") if context.standards_alone else say("What blocks.")
    if context.supposes:
        head = say("What would fall short.") if context.standards_alone else say("What would block.")
    return line(Run(head, "strong"), " ", *_treaty_gaps(context, context.main))


def _standards(context: Context) -> Inline:
    """What treaties ask in the standards and is not in place, apart from readiness."""
    head = Run(context.texts.say("Standards, apart from the verdicts."), "strong")
    return line(head, " ", *_treaty_gaps(context, context.standards))


def _treaty_gaps(context: Context, scope: Scope) -> Inline:
    texts, say = context.texts, context.texts.say
    if not scope.treaty_gaps:
        return line(nothing_unmet(context, scope))
    now = [gap for gap in scope.treaty_gaps if not gap.waits]
    named = [line(*context.to_criterion(gap.criterion), *context.paragraphs([gap.criterion])) for gap in now[:SHOWN]]
    if len(now) > SHOWN:
        more = texts.count("and {number} more", "and {number} more", len(now) - SHOWN)
        named.append(line(Run(more, link=f"#{OUTLINE['recommendations'].anchor}")))
    head = say("Would not, or not fully, be in place:") if context.supposes else say("Not, or not fully, in place:")
    told = line(head, " ", *joined(named, "; "), ".") if named else ()
    waiting = len(scope.treaty_gaps) - len(now)
    if waiting:
        follow = Run(_waiting(context, waiting, named=bool(named)), link=f"#{OUTLINE['waiting'].anchor}")
        told = line(*told, *(" " if named else ""), follow)
    return told


def _waiting(context: Context, waiting: int, *, named: bool) -> str:
    """How many gaps wait for the mechanism, or for people to be at work in it."""
    texts = context.texts
    if context.situation.nobody_at_work:
        return texts.count(
            "{number} treaty requirement counts as unmet until somebody is in post.",
            "{number} treaty requirements count as unmet until somebody is in post.",
            waiting,
        )
    if named:
        return texts.count(
            "{number} more counts as unmet until there is a mechanism.",
            "{number} more count as unmet until there is a mechanism.",
            waiting,
        )
    return texts.count(
        "{number} treaty requirement counts as unmet until there is a mechanism.",
        "{number} treaty requirements count as unmet until there is a mechanism.",
        waiting,
    )


def nothing_unmet(context: Context, scope: Scope) -> str:
    """That no treaty requirement is known to be unmet; never without saying of how many something is known."""
    if not scope.treaty:
        return context.texts.say("No treaty requirement applies.")
    return context.texts.count(
        "No treaty requirement is known to be unmet; of {number} treaty requirement that applies something is known of {known}.",
        "No treaty requirement is known to be unmet; of {number} treaty requirements that apply something is known of {known}.",
        len(scope.treaty),
        known=scope.looked_at,
    )


def _next(context: Context) -> Inline:
    head = line(Run(context.texts.say("The next decisions."), "strong"), " ")
    steps = [
        line(f"{addressees(context, step)}: ", *context.to_criterion(step.criterion))
        for step in context.main.first_steps
    ]
    return line(*head, *joined(steps, "; "), ".") if steps else line(*head, *_no_step(context))


def _no_step(context: Context) -> Inline:
    """Why no step is named: what is to be found out comes first, or every gap waits, or there is nothing to do."""
    texts, say = context.texts, context.texts.say
    if any(gap.waits for gap in context.main.sure_gaps.values()):
        if context.situation.nobody_at_work:
            return line(say("Every gap that is known waits for people to be at work in the mechanism."))
        return line(say("Every gap that is known waits for a mechanism to be designated."))
    if context.main.gaps:
        return line(say("Whether the gaps that are known apply depends on facts that are not known."))
    number = len(context.questions.decisive)
    if not number:
        return line(no_gap(context))
    told = texts.count(
        "To find out comes first: {number} question bears on a verdict:",
        "To find out comes first: {number} questions bear on a verdict, the most decisive first in",
        number,
    )
    return line(f"{told} ", reference(context, "unknown"), ".")


def no_gap(context: Context) -> str:
    """That no gap is established; never without saying of how many treaty requirements something is known."""
    texts, known, of = context.texts, context.main.looked_at, len(context.main.treaty)
    if context.standards_alone:
        return texts.count(
            "No gap is established, with something known of {known} of {number} treaty requirement.",
            "No gap is established, with something known of {known} of {number} treaty requirements.",
            of,
            known=known,
        )
    return texts.count(
        "No gap in readiness is established, with something known of {known} of {number} treaty requirement.",
        "No gap in readiness is established, with something known of {known} of {number} treaty requirements.",
        of,
        known=known,
    )


def _known(context: Context) -> Inline:
    """How much was looked at, first of what treaties ask, and how many questions nobody has answered."""
    texts, counts, scope = context.texts, context.assessment.answered, context.main
    head = Run(texts.say("What is known."), "strong")
    treaty = texts.count(
        "Something is known of {known} of {number} treaty requirement; of {open} it is not known whether it applies or is met.",
        "Something is known of {known} of {number} treaty requirements; of {open} it is not known whether they apply or are met.",
        len(scope.treaty),
        known=scope.looked_at,
        open=len(scope.treaty_open),
    )
    asked = texts.count(
        "Of {number} question {own} is answered, {by_fact} follows from facts, {partly} is known in part, {open} is open, "
        "{apart} does not apply:",
        "Of {number} questions {own} are answered, {by_fact} follow from facts, {partly} are known in part, {open} are open, "
        "{apart} do not apply:",
        counts.questions,
        own=counts.answered - counts.from_profile,
        by_fact=counts.from_profile,
        partly=counts.partly_known,
        open=counts.unknown + counts.unanswered,
        apart=counts.not_applicable,
    )
    told = line(head, f" {treaty} {asked} ", reference(context, "unknown"), ".")
    kept = len(context.assessment.not_counted)
    if not kept:
        return told
    counted = texts.count(
        "{number} answer of the profile is kept and not counted; it stands in",
        "{number} answers of the profile are kept and not counted; they stand in",
        kept,
    )
    return line(*told, f" {counted} ", reference(context, "answers"), ".")


def moot_sentences(context: Context) -> tuple[str, ...]:
    """How many questions are not asked because of where the State stands; they are neither gaps nor unknown."""
    texts, questions = context.texts, context.questions
    road = questions.moot_on_the_road if context.situation.joined is True else 0
    rest = len(questions.moot) - road
    told = []
    if road:
        told.append(
            texts.count(
                "{number} question on the road to joining is behind the State and is not asked.",
                "{number} questions on the road to joining are behind the State and are not asked.",
                road,
            )
        )
    if rest:
        told.append(
            texts.count(
                "{number} question does not arise where the State and its mechanism stand, and is not asked.",
                "{number} questions do not arise where the State and its mechanism stand, and are not asked.",
                rest,
            )
        )
    return tuple(told)


def _stage(context: Context, stage: AssessedStage) -> Inline:
    say = context.texts.say
    name = Run(say(STAGES[stage.id]), "strong", f"#stage_{stage.id.value}")
    asks = stage_question(context, stage)
    return line(name, f" ({asks}) ", stage_sentence(context, stage))


def _in_place(context: Context) -> Iterator[Block]:
    texts = context.texts
    met = sorted(context.main.met, key=lambda criterion: criterion.obligation.order)
    title = texts.say("What would be in place") if context.supposes else texts.say("What is in place")
    yield Heading(title, "in_place_in_short")
    if not met:
        yield Paragraph(line(texts.say("No criterion is known to be fully met.")))
        return
    items = [context.to_criterion(criterion.id) for criterion in met[:IN_PLACE]]
    if len(met) > IN_PLACE:
        more = texts.count("and {number} more", "and {number} more", len(met) - IN_PLACE)
        items.append(line(Run(more, link=f"#{OUTLINE['in-place'].anchor}")))
    yield Paragraph(line(*joined(items, "; "), "."))


def _next_steps(context: Context) -> Iterator[Block]:
    """The first steps in full; where there is none, the lines above have said why."""
    first = context.main.first_steps
    if not first:
        return
    yield Heading(context.texts.say("The next decisions in full"), "next_steps")
    yield Bullets(
        tuple(
            line(*joined(action_lines(context, step.actions), " "), *context.paragraphs([step.criterion]))
            for step in first
        ),
        ordered=True,
    )
