"""What is not known, and what to do in which order."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Inline, Run, Section, Table
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context, line, safe_name
from npm_readiness.gap_report.words import ADDRESSEES, ANSWERS, SEVERITIES
from npm_readiness.models.assessment import AssessedAnswer
from npm_readiness.models.vocabulary import Answer, Obligation

__all__ = ["not_known", "roadmap"]

NOT_COUNTED = {
    "not-selected": mark("belongs to a checklist that was not assessed"),
    "not-applicable": mark("belongs to criteria that do not apply"),
    "answers-itself": mark("follows from a fact of the profile at this date"),
}


def not_known(context: Context) -> Section:
    """The questions without an answer, those on which a verdict depends first; and answers that need a word."""
    return Section("unknown", "7", context.texts.say("What is not known"), tuple(_unknown(context)))


def _unknown(context: Context) -> Iterator[Block]:
    say = context.texts.say
    asked = [answer for answer in context.answers.values() if _open(context, answer)]
    decisive = [question for stage in context.assessment.stages for question in stage.undecided_by]
    rank = {question: place for place, question in enumerate(dict.fromkeys(decisive))}
    asked.sort(key=lambda answer: (rank.get(answer.question, len(rank)), *_weight(context, answer.question)))
    if asked:
        yield context.numbered(
            say(
                "These questions have no answer yet. Those on whose answer a verdict can depend come first and are marked. "
                "Unknown says that somebody looked and could not find out."
            )
        )
        yield Table(
            say("Questions without an answer"),
            (say("Question"), say("State"), say("Decides a verdict")),
            tuple(_row(context, answer, decides=answer.question in rank) for answer in asked),
            kind="questions",
        )
    else:
        yield context.numbered(say("Nothing to report: every question that applies has an answer."))
    yield from _bare_and_uncounted(context)


def _open(context: Context, answer: AssessedAnswer) -> bool:
    return answer.counted_as is Answer.UNKNOWN and answer.question in context.asked_by


def _weight(context: Context, question: str) -> tuple[bool, bool, int, int, str]:
    """By what decides: readiness, then the treaty, then how many criteria ask it, then their weight, then the id."""
    asking = context.asked_by[question]
    return (
        not any(criterion in context.readiness for criterion in asking),
        all(criterion.obligation is not Obligation.TREATY for criterion in asking),
        -len(asking),
        -sum(criterion.weight for criterion in asking),
        question,
    )


def _row(context: Context, answer: AssessedAnswer, *, decides: bool) -> tuple[Inline, ...]:
    say = context.texts.say
    return (
        line(answer.text, " ", Run(answer.question, "code")),
        line(say(ANSWERS[answer.answer])),
        line(say("yes") if decides else say("no")),
    )


def _bare_and_uncounted(context: Context) -> Iterator[Block]:
    assessment, say = context.assessment, context.texts.say
    if assessment.bare:
        yield context.numbered(say("Answers that name no source with a place in it:"))
        yield Bullets(tuple(line(Run(question, "code")) for question in assessment.bare))
    if assessment.not_counted:
        yield context.numbered(say("Answers in the profile that were kept and not counted:"))
        yield Bullets(
            tuple(
                line(Run(kept.question, "code"), ": ", say(NOT_COUNTED[kept.reason])) for kept in assessment.not_counted
            )
        )


def roadmap(context: Context) -> Section:
    """The actions, each after those that must come first."""
    gaps, say = context.gaps, context.texts.say
    blocks: list[Block] = []
    if context.roadmap:
        blocks.append(
            context.numbered(say("The steps stand in an order in which each can be taken when its turn comes."))
        )
        blocks.append(
            Table(
                say("Steps in order"),
                (say("Step"), say("What to do"), say("Who does it"), say("Closes a gap in")),
                tuple(
                    (
                        line(str(number)),
                        line(
                            gaps[criterion].action,
                            " ",
                            Run(context.criteria[criterion].title, link=f"#{safe_name(criterion)}"),
                        ),
                        line(say(ADDRESSEES[gaps[criterion].addressee])),
                        line(say(SEVERITIES[gaps[criterion].severity])),
                    )
                    for number, criterion in enumerate(context.roadmap, start=1)
                ),
                kind="steps",
            )
        )
    else:
        blocks.append(context.numbered(say("Nothing to report: no gap is known.")))
    return Section("roadmap", "8", say("The road from here"), tuple(blocks))
