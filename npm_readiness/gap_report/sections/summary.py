"""The one page that a deputy minister reads."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Paragraph, Run
from npm_readiness.gap_report.sections.actions import action_lines
from npm_readiness.gap_report.sections.article_24 import declaration_sentence
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.membership import membership_sentence
from npm_readiness.gap_report.sections.outline import OUTLINE, reference
from npm_readiness.gap_report.sections.pictures import stage_track
from npm_readiness.gap_report.sections.stages import stage_question, stage_run, stage_sentence
from npm_readiness.gap_report.sections.standards_in_short import (
    counted_in_words,
    standards_in_short,
    treaties_of_standards,
)
from npm_readiness.gap_report.sections.supposed import article_17_told, bills_told, mechanism_told
from npm_readiness.gap_report.sections.unmet import looked_at_sentence, treaty_gaps
from npm_readiness.gap_report.words import STAGES
from npm_readiness.models.assessment import AssessedStage
from npm_readiness.models.vocabulary import CountsFor, Response, Stage

__all__ = ["moot_sentences", "no_gap", "one_page", "standing"]

IN_PLACE = 3
"""How many of those that are in place it names."""


def one_page(context: Context) -> tuple[Block, ...]:
    """Where the State stands, what follows and what blocks, how much is known, the next decisions; then the stages one by one."""
    return tuple(_one_page(context))


def _one_page(context: Context) -> Iterator[Block]:
    yield Bullets(tuple(_in_short(context)))
    yield from _next_decisions(context)
    if not context.standards_alone:
        yield stage_track(context)
        yield Bullets(tuple(_stage(context, stage) for stage in context.assessment.stages))
    yield from _in_place(context)
    yield Paragraph(line(_rests_on(context)))


def _in_short(context: Context) -> Iterator[Inline]:
    """What a reader takes away who reads no more than this."""
    yield _where(context)
    yield _what_follows(context)
    yield _missing(context)
    yield _known(context)
    if not context.standards_alone:
        yield from (standards_in_short(context, summary) for summary in context.assessment.standards)


def _rests_on(context: Context) -> str:
    say = context.texts.say
    if context.standards_alone:
        return context.texts.count(
            "This page rests on the checklist {checklists}. It holds standards and enters no verdict on a stage; what a treaty "
            "asks in a standard is asked by the treaty all the same.",
            "This page rests on the checklists {checklists}. They hold standards and enter no verdict on a stage; what a treaty "
            "asks in a standard is asked by the treaty all the same.",
            len(context.assessment.checklists),
            checklists=", ".join(entry.id for entry in context.assessment.checklists),
        )
    checklists = [entry.id for entry in context.assessment.checklists if entry.counts_for is CountsFor.READINESS]
    return context.texts.count(
        "The verdicts rest on the checklist {checklists}. A treaty requirement that is known not to be fully met decides a "
        "stage; no score makes up for it.",
        "The verdicts rest on the checklists {checklists}. A treaty requirement that is known not to be fully met decides a "
        "stage; no score makes up for it.",
        len(checklists),
        checklists=", ".join(checklists) or say("none"),
    )


def _where(context: Context) -> Inline:
    """Where the State stands with the Protocol and its mechanism, and what is pending."""
    say = context.texts.say
    head = say("Where we would be.") if context.supposes else say("Where we are.")
    # Standards that rest on no treaty are those on institutions: then it is the body that matters.
    where = (
        (treaties_of_standards(context) or mechanism_told(context)) if context.standards_alone else standing(context)
    )
    told = line(Run(head, "strong"), f" {where}")
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
        return line(
            *head,
            *joined(
                [
                    line(f"{summary.title}: {counted_in_words(context, summary)}")
                    for summary in context.assessment.standards
                ],
                " ",
            ),
        )
    by_words: dict[Run, list[str]] = {}
    for stage in context.assessment.stages:
        by_words.setdefault(stage_run(context, stage), []).append(context.texts.say(STAGES[stage.id]))
    told = [line(f"{', '.join(names)}: ", run) for run, names in by_words.items()]
    return line(*head, *joined(told, "; "), ".")


def standing(context: Context) -> str:
    """Where the State stands with the Protocol and with its mechanism, what is on its way, and the year that article 17 gives."""
    texts, situation, deadlines = context.texts, context.situation, context.assessment.deadlines
    treaty = context.assessment.facts.treaties.opcat
    told = (
        membership_sentence(texts, situation, treaty.deposited, treaty.signed),
        declaration_sentence(texts, situation, deadlines),
        mechanism_told(context),
        article_17_told(context),
        bills_told(context),
    )
    return " ".join(sentence for sentence in told if sentence)


def _missing(context: Context) -> Inline:
    """The treaty requirements that are not in place and on which somebody can act today; how many wait for the mechanism."""
    say = context.texts.say
    head = say("What falls short.") if context.standards_alone else say("What blocks.")
    if context.supposes:
        head = say("What would fall short.") if context.standards_alone else say("What would block.")
    return line(Run(head, "strong"), " ", *treaty_gaps(context, context.main))


def _next_decisions(context: Context) -> Iterator[Block]:
    """The first decisions with who takes them; where there is none, why."""
    texts, first = context.texts, context.main.first_steps
    yield Heading(texts.say("The next decisions"), "next_steps")
    if not first:
        yield Paragraph(_no_step(context))
        return
    yield Bullets(
        tuple(
            line(*joined(action_lines(context, step.actions), " "), *context.paragraphs([step.criterion]))
            for step in first
        ),
        ordered=True,
    )


def _no_step(context: Context) -> Inline:
    """Why no step is named: what is to be found out comes first, or every gap waits, or there is nothing to do."""
    say = context.texts.say
    if any(gap.waits for gap in context.main.sure_gaps.values()):
        if context.situation.nobody_at_work:
            return line(say("Every gap that is known waits for people to be at work in the mechanism."))
        return line(say("Every gap that is known waits for a mechanism to be designated."))
    if context.main.gaps:
        return line(say("Whether the gaps that are known apply depends on facts that are not known."))
    return _to_find_out(context) or line(no_gap(context))


def _to_find_out(context: Context) -> Inline:
    """Which facts and how many questions can still change a verdict; nothing where none can."""
    texts, say = context.texts, context.texts.say
    facts = dict.fromkeys(fact for stage in context.assessment.stages for fact in stage.undecided_by_facts)
    told: Inline = ()
    if facts:
        told = line(say("To be found out first: {facts}.", facts=", ".join(context.fact(fact) for fact in facts)), " ")
    number = len(context.questions.decisive)
    if not number:
        return told
    open_ = texts.count(
        "{number} open question can still change a verdict; it stands in",
        "{number} open questions can still change a verdict; those that matter most stand first in",
        number,
    )
    return line(*told, f"{open_} ", reference(context, "unknown"), ".")


def no_gap(context: Context) -> str:
    """That no gap is known; never without saying of how many treaty requirements something is known."""
    texts, scope = context.texts, context.main
    none = texts.say("No gap is known") if context.standards_alone else texts.say("No gap in readiness is known")
    if not scope.treaty_open:
        return texts.count(
            "{none}, and the {number} treaty requirement that applies is met.",
            "{none}, and all {number} treaty requirements that apply are met.",
            len(scope.treaty),
            none=none,
        )
    return texts.count(
        "{none}, with something known of {known} of {number} treaty requirement.",
        "{none}, with something known of {known} of {number} treaty requirements.",
        len(scope.treaty),
        none=none,
        known=scope.looked_at,
    )


def _known(context: Context) -> Inline:
    """How much was looked at, first of what treaties ask, and how many questions nobody has answered."""
    texts = context.texts
    treaty = _known_of_treaties(context)
    told = line(Run(texts.say("What is known."), "strong"), f" {treaty}" if treaty else "", " ", *_questions(context))
    kept = len(context.assessment.not_counted)
    if not kept:
        return told
    counted = texts.count(
        "{number} answer of the profile is kept and not counted; it stands in",
        "{number} answers of the profile are kept and not counted; they stand in",
        kept,
    )
    return line(*told, f" {counted} ", reference(context, "answers"), ".")


def _known_of_treaties(context: Context) -> str:
    """Of how many treaty requirements something is known, unless that is said of them already, and of how many it is open."""
    scope = context.main
    told = []
    if scope.treaty_gaps:
        told.append(looked_at_sentence(context, scope))
    if scope.treaty_open and scope.looked_at:
        told.append(
            context.texts.count(
                "Of {number} treaty requirement it is not known whether it applies or is met.",
                "Of {number} treaty requirements it is not known whether they apply or are met.",
                len(scope.treaty_open),
            )
        )
    return " ".join(told)


def _questions(context: Context) -> Inline:
    """How many questions there are, and how many of each kind; what there is none of is not named."""
    texts, counts = context.texts, context.assessment.answered
    own, open_ = counts.answered - counts.from_profile, counts.unknown + counts.unanswered
    parts = (
        (own, texts.count("{number} is answered", "{number} are answered", own)),
        (
            counts.from_profile,
            texts.count("{number} follows from facts", "{number} follow from facts", counts.from_profile),
        ),
        (
            counts.partly_known,
            texts.count("{number} is known in part", "{number} are known in part", counts.partly_known),
        ),
        (open_, texts.count("{number} is open", "{number} are open", open_)),
        (
            counts.not_applicable,
            texts.count("{number} does not apply", "{number} do not apply", counts.not_applicable),
        ),
    )
    told = ", ".join(words for number, words in parts if number)
    if not told:
        return line(texts.say("There is no question to answer."))
    of = texts.count("Of {number} question {told}:", "Of {number} questions {told}:", counts.questions, told=told)
    return line(f"{of} ", reference(context, "unknown"), ".")


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
    # What joining brought by itself comes last: nobody needs to be told of it first.
    joined_already = context.situation.joined is True
    met = sorted(
        context.main.met,
        key=lambda entry: (
            joined_already and entry.stage is Stage.RATIFICATION,
            entry.obligation.order,
            -entry.weight,
        ),
    )
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
