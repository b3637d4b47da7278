"""What is not known: stage by stage, on what the verdict still depends; who can answer; and answers that need a word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Run, Table
from npm_readiness.gap_report.sections.answerers import answerers, best_placed
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import anchor, joined, line, safe_name
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.sections.stages import is_behind, stage_question, stage_run, stage_sentence
from npm_readiness.gap_report.sections.summary import moot_sentences
from npm_readiness.gap_report.words import STAGES
from npm_readiness.models.assessment import AssessedStage
from npm_readiness.models.vocabulary import Obligation

__all__ = ["not_known"]

SHOWN = 5
"""How many questions are listed for each stage; those on which a verdict depends are marked wherever they stand."""


def not_known(context: Context) -> tuple[Block, ...]:
    """The questions without an answer, those on which a verdict depends first."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    earlier: set[str] = set()
    for stage in () if context.standards_alone else context.assessment.stages:
        yield from _stage(context, stage, earlier)
        earlier |= set(stage.open)
    yield Heading(say("Who can answer"), "who_can_answer")
    yield from _who_can_answer(context)
    yield from _bare_and_uncounted(context)


def _stage(context: Context, stage: AssessedStage, earlier: Collection[str]) -> Iterator[Block]:
    """One stage: its verdict, what is open at it and was not at an earlier one, and which questions come first."""
    texts = context.texts
    say = texts.say
    yield Heading(say(STAGES[stage.id]), f"stage_{stage.id.value}")
    yield context.numbered(
        stage_question(context, stage),
        " ",
        stage_run(context, stage),
        ". ",
        stage_sentence(context, stage),
    )
    if is_behind(context, stage):
        return
    new = [criterion for criterion in stage.open if criterion not in earlier]
    if new:
        told = say("Treaty requirements still open that were not at an earlier stage:")
        yield context.numbered(told, *context.paragraphs(new))
    if stage.undecided_by_facts:
        facts = ", ".join(context.fact(fact) for fact in stage.undecided_by_facts)
        yield context.numbered(say("The verdict differs with facts that are not known: {facts}.", facts=facts))
    if stage.undecided_by:
        told = texts.count(
            "The verdict can depend on {number} question:",
            "The verdict can depend on {number} questions, the most decisive first:",
            len(stage.undecided_by),
        )
        yield context.numbered(told)
        yield _listed(context, stage.undecided_by)
    elif new:
        questions = context.questions.open(new)
        if questions:
            told = texts.count(
                "No single answer changes this verdict. {number} question concerns these requirements:",
                "No single answer changes this verdict. {number} questions concern these requirements; they come first:",
                len(questions),
            )
            yield context.numbered(told)
            yield _listed(context, questions)


def _listed(context: Context, questions: Sequence[str]) -> Bullets:
    items = [_question(context, question) for question in questions[:SHOWN]]
    more = len(questions) - SHOWN
    if more > 0:
        items.append(line(context.texts.count("and {number} more", "and {number} more", more)))
    return Bullets(tuple(items))


def _question(context: Context, question: str) -> Inline:
    who = context.texts.say(
        "answered by: {who}", who="; ".join(answerers(context, context.questions.answers[question]))
    )
    told = [criterion.id for criterion in context.questions.asked_by[question] if context.has_finding(criterion)]
    # Annex B marks the place of the questions on which a verdict can depend; any other is found under its criterion.
    place = question if question in context.questions.decisive else context.questions.asked_by[question][0].id
    text = Run(context.questions.answers[question].text, link=f"#{safe_name(told[0] if told else place)}")
    return line(text, f" ({who})")


def _who_can_answer(context: Context) -> Iterator[Block]:
    texts = context.texts
    for sentence in moot_sentences(context):
        yield context.numbered(sentence)
    open_ = context.questions.open(context.criteria)
    if not open_:
        yield context.numbered(texts.say("Nothing to report: every question that applies has an answer."))
        return
    yield context.numbered(
        texts.count(
            "{number} question that applies is open; {partly} of it is known in part. Unknown says that somebody looked and could "
            "not find out. The workbook (sheet Answers and evidence) names for each question everybody who can answer it.",
            "{number} questions that apply are open; {partly} of them are known in part. Unknown says that somebody looked and "
            "could not find out. The workbook (sheet Answers and evidence) names for each question everybody who can answer it.",
            len(open_),
            partly=sum(question in context.questions.partly_known for question in open_),
        )
    )
    yield context.once(_by_answerer)


def _by_answerer(context: Context) -> Table:
    """The open questions by who is best placed to answer them."""
    texts = context.texts
    by_answerer: dict[str, list[str]] = {}
    for question in context.questions.open(context.criteria):
        by_answerer.setdefault(best_placed(context, question), []).append(question)
    rows = [
        (
            line(who),
            line(str(len(own))),
            line(str(sum(_serves_treaty(context, question) for question in own))),
            line(str(sum(question in context.questions.decisive for question in own))),
            _themes(context, own),
        )
        for who, own in by_answerer.items()
    ]
    return Table(
        texts.say("Questions without an answer, by who is best placed to answer them"),
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
    return any(criterion.obligation is Obligation.TREATY for criterion in context.questions.asked_by[question])


def _themes(context: Context, questions: list[str]) -> Inline:
    """The dimensions of some questions, each leading to its answers where annex B holds any."""
    themes = dict.fromkeys(context.questions.asked_by[question][0].dimension for question in questions)
    return joined(
        [
            line(
                Run(
                    context.dimension_titles[theme],
                    link=f"#{anchor('answers', theme)}" if theme in context.in_annex else None,
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
        told = context.texts.count(
            "{number} answer of the profile is kept and not counted. It stands with its reason in",
            "{number} answers of the profile are kept and not counted. They stand with their reasons in",
            len(assessment.not_counted),
        )
        yield context.numbered(told, " ", reference(context, "answers"), ".")
