"""A summary for the terminal, of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.cells import cells, cut, padded, wrapped
from npm_readiness.gap_report.cleaning import cleaned_assessment
from npm_readiness.gap_report.document import text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.summary import checklist_names, stage_sentence, verdict_run
from npm_readiness.gap_report.words import ADDRESSEES, STAGES
from npm_readiness.models.assessment import AssessedStage, Assessment, DimensionScore
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import Severity, Verdict

__all__ = ["text_report"]

BAR = 20
COLOURS = {
    Verdict.NOT_READY: "31",
    Verdict.READY_WITH_GAPS: "33",
    Verdict.READY: "32",
    Verdict.UNDETERMINED: "36",
}


def text_report(assessment: Assessment, *, language: str = "en", width: int = 80, colour: bool = False) -> str:
    """The summary of an assessment in lines of at most ``width`` columns; with ANSI colours only where asked."""
    summary = _Summary(Context(cleaned_assessment(assessment), texts_in(language)), width, colour)
    return "\n".join(summary.lines()) + "\n"


class _Summary:
    """The parts of the summary, each a few lines."""

    def __init__(self, context: Context, width: int, colour: bool) -> None:
        self.context, self.width, self.colour = context, width, colour
        self.say = context.texts.say

    def lines(self) -> Iterator[str]:
        assessment = self.context.assessment
        yield from self.wrapped(
            self.say("{country}: readiness for a National Preventive Mechanism", country=assessment.country.name)
        )
        yield from self.wrapped(
            self.say(
                "as of {date}; checklists: {checklists}",
                date=assessment.as_of,
                checklists="; ".join(text_of(name) for name in checklist_names(self.context)),
            )
        )
        for stage in assessment.stages:
            yield from self.stage(stage)
        yield from self.blockers()
        yield from self.dimensions(assessment.dimensions)
        for summary in assessment.standards:
            yield ""
            yield from self.wrapped(self.say("{title} (standards, apart from the verdicts)", title=summary.title))
            yield from self.bars(summary.dimensions)
        yield from self.known()
        yield from self.steps()
        yield ""
        yield from self.wrapped(
            self.say(
                "A self-assessment; not a finding of the Subcommittee on Prevention of Torture. The whole report: add "
                "-o report.html"
            )
        )

    def stage(self, stage: AssessedStage) -> Iterator[str]:
        verdict = verdict_run(self.context, stage.verdict).text.upper()
        name = self.say(STAGES[stage.id])
        yield ""
        code = COLOURS.get(stage.verdict) if stage.verdict is not None else None
        yield self.painted(cut(f"{padded(name, 15)} {verdict}", self.width), code)
        yield from self.wrapped(stage_sentence(self.context, stage), indent=2)

    def blockers(self) -> Iterator[str]:
        critical = [
            gap for gap in self.context.gaps.values() if gap.severity is Severity.CRITICAL and not gap.conditional
        ]
        yield ""
        if not critical:
            yield from self.wrapped(self.say("No treaty requirement of the checklists on readiness is surely unmet."))
            return
        yield from self.wrapped(self.say("Treaty requirements surely not met ({number}):", number=len(critical)))
        for gap in critical:
            title = text_of(self.context.to_criterion(gap.criterion))
            yield from self.wrapped(f"{title} ({gap.criterion})", indent=2, hang=4)

    def dimensions(self, dimensions: tuple[DimensionScore, ...]) -> Iterator[str]:
        yield ""
        yield from self.wrapped(
            self.say("In place, by dimension (# surely, ? not known, . not), for following progress:")
        )
        yield from self.bars(dimensions)

    def bars(self, dimensions: tuple[DimensionScore, ...]) -> Iterator[str]:
        words = {dimension.id: self.context.interval(dimension.score) for dimension in dimensions}
        wide = max(map(cells, words.values()), default=0)
        room = max(self.width - BAR - wide - 6, 5)
        for dimension in dimensions:
            title = padded(cut(dimension.title, room), room)
            yield cut(f"  {title} [{_bar(dimension.score)}] {words[dimension.id]:>{wide}}", self.width)

    def known(self) -> Iterator[str]:
        counts = self.context.assessment.answered
        yield ""
        yield from self.wrapped(
            self.say(
                "{questions} questions: {answered} answered, {unknown} unknown, {unanswered} not answered yet, {not_applicable} do "
                "not apply. {claims} claims, {evidenced} with a source and a place in it.",
                **counts.model_dump(),
            )
        )

    def steps(self) -> Iterator[str]:
        first = self.context.first_steps
        if first:
            yield ""
            yield from self.wrapped(self.say("The next steps:"))
        for number, step in enumerate(first, start=1):
            yield from self.wrapped(
                f"{number}. {self.say(ADDRESSEES[step.addressee])}: {step.action}", indent=2, hang=5
            )

    def wrapped(self, text: str, *, indent: int = 0, hang: int | None = None) -> list[str]:
        return wrapped(text, self.width, indent, indent if hang is None else hang)

    def painted(self, text: str, code: str | None) -> str:
        return f"\x1b[1;{code}m{text}\x1b[0m" if self.colour and code else text


def _bar(score: Score | None) -> str:
    """What is sure, what is open, what is missing, in twenty characters; a part that is there at all shows."""
    if score is None:
        return " " * BAR
    sure = _share(score.lower)
    reach = max(_share(score.upper), sure + (score.upper > score.lower and sure < BAR))
    return ("#" * sure + "?" * (reach - sure)).ljust(BAR, ".")


def _share(share: float) -> int:
    cells = int(share * BAR + 0.5)
    return min(max(cells, 1), BAR - 1) if 0 < share < 1 else cells
