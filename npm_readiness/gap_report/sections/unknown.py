"""What is not known: stage by stage, on what the verdict still depends; who can answer; and answers that need a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Run, Section, Table
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context, anchor, joined, line, safe_name
from npm_readiness.gap_report.sections.summary import stage_sentence, verdict_run
from npm_readiness.gap_report.words import ADDRESSEES, STAGE_QUESTIONS, STAGES
from npm_readiness.models.assessment import AssessedStage
from npm_readiness.models.vocabulary import Addressee, Answer, Aspect, Obligation

__all__ = ["not_known"]

DECISIVE = 5
"""How many of the questions on which a verdict depends are listed for each stage; all of them are marked in annex B."""

READER = mark("a reader of the law")

NOT_COUNTED: Mapping[str, str] = {
    "not-selected": mark("belongs to a checklist that was not assessed"),
    "not-applicable": mark("belongs to criteria that do not apply"),
    "answers-itself": mark("follows from a fact of the profile at this date"),
}


def not_known(context: Context) -> Section:
    """The questions without an answer, those on which a verdict depends first."""
    return Section("section_7", "7", context.texts.say("What is not known"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    for stage in context.assessment.stages:
        yield from _stage(context, stage)
    yield Heading(say("Who can answer"), "who_can_answer")
    yield from _who_can_answer(context)
    yield from _bare_and_uncounted(context)


def _stage(context: Context, stage: AssessedStage) -> Iterator[Block]:
    texts = context.texts
    say = texts.say
    yield Heading(say(STAGES[stage.id]), f"stage_{stage.id.value}")
    yield context.numbered(
        say(STAGE_QUESTIONS[stage.id]),
        " ",
        verdict_run(context, stage.verdict),
        ". ",
        stage_sentence(context, stage),
    )
    if stage.blockers:
        yield context.numbered(
            say("Treaty requirements surely not met, up to this stage:"), *context.paragraphs(stage.blockers)
        )
    if stage.open:
        yield context.numbered(
            say("Treaty requirements still open, up to this stage:"), *context.paragraphs(stage.open)
        )
    if stage.undecided_by_facts:
        facts = ", ".join(context.fact(fact) for fact in stage.undecided_by_facts)
        yield context.numbered(say("The verdict differs with facts that are not known: {facts}.", facts=facts))
    if not stage.undecided_by:
        return
    yield context.numbered(
        texts.count(
            "The verdict can depend on {number} question:",
            "The verdict can depend on {number} questions, the most decisive first:",
            len(stage.undecided_by),
        )
    )
    items = [_question(context, question) for question in stage.undecided_by[:DECISIVE]]
    more = len(stage.undecided_by) - DECISIVE
    if more > 0:
        items.append(
            line(texts.count("and {number} more, marked in annex B", "and {number} more, marked in annex B", more))
        )
    yield Bullets(tuple(items))


def _question(context: Context, question: str) -> Inline:
    who = context.texts.say("answered by: {who}", who=context.texts.say(_answerer(context, question)))
    told = [criterion.id for criterion in context.asked_by[question] if context.has_finding(criterion)]
    text = Run(context.answers[question].text, link=f"#{safe_name(told[0] if told else question)}")
    return line(text, f" ({who})")


def _answerer(context: Context, question: str) -> str:
    """Who can answer: whoever reads the law, or else the one whose practice it is about."""
    asking = context.asked_by[question]
    if any(criterion.aspect is Aspect.LAW for criterion in asking):
        return READER
    return ADDRESSEES[asking[0].addressee]


def _who_can_answer(context: Context) -> Iterator[Block]:
    texts = context.texts
    open_ = [
        question
        for question, answer in context.answers.items()
        if answer.counted_as is Answer.UNKNOWN and question in context.asked_by
    ]
    if not open_:
        yield context.numbered(texts.say("Nothing to report: every question that applies has an answer."))
        return
    yield context.numbered(
        texts.count(
            "{number} question that applies has no answer. Unknown says that somebody looked and could not find out. Annex B holds "
            "it in full.",
            "{number} questions that apply have no answer. Unknown says that somebody looked and could not find out. Annex B holds "
            "them in full.",
            len(open_),
        )
    )
    decisive = context.decisive
    rows = []
    for who in (READER, *(ADDRESSEES[addressee] for addressee in Addressee)):
        own = [question for question in open_ if _answerer(context, question) == who]
        if own:
            treaty = sum(_serves_treaty(context, question) for question in own)
            rows.append(
                (
                    line(texts.say(who)),
                    line(str(len(own))),
                    line(str(treaty)),
                    line(str(sum(question in decisive for question in own))),
                    _themes(context, own),
                )
            )
    yield Table(
        texts.say("Questions without an answer, by who can answer them"),
        (
            texts.say("Who"),
            texts.say("Questions"),
            texts.say("For the treaty"),
            texts.say("Decide a verdict"),
            texts.say("Themes"),
        ),
        tuple(rows),
        kind="answerers",
    )


def _serves_treaty(context: Context, question: str) -> bool:
    return any(criterion.obligation is Obligation.TREATY for criterion in context.asked_by[question])


def _themes(context: Context, questions: list[str]) -> Inline:
    """The dimensions of some questions, each leading to its answers where annex B holds any."""
    themes = dict.fromkeys(context.asked_by[question][0].dimension for question in questions)
    return joined(
        [
            line(
                Run(
                    context.dimension_titles[theme],
                    link=f"#{anchor('answers', theme)}" if theme in context.without_finding else None,
                )
            )
            for theme in themes
        ],
        "; ",
    )


def _bare_and_uncounted(context: Context) -> Iterator[Block]:
    assessment, say = context.assessment, context.texts.say
    if assessment.bare:
        yield context.numbered(
            say("Answers that name no source with a place in it:"),
            " ",
            *joined([line(Run(question, "code")) for question in assessment.bare]),
        )
    if assessment.not_counted:
        yield context.numbered(say("Answers in the profile that were kept and not counted:"))
        yield Bullets(
            tuple(
                line(Run(kept.question, "code"), ": ", say(NOT_COUNTED[kept.reason])) for kept in assessment.not_counted
            )
        )
