"""What all parts of the document need: the reconciliation, the language, and words for what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.words import ANSWERS, VERDICTS
from npm_readiness.models.assessed_criteria import ShownEvidence, ShownVersion
from npm_readiness.models.vocabulary import Answer, Verdict
from npm_readiness.planning.reconciling.reconciliation import Alpha, Outcome, ReconciledQuestion, Reconciliation

__all__ = ["OUTCOMES", "Answered", "ReconciliationView"]

OUTCOMES: Mapping[Outcome, str] = {
    "agreed": mark("all who answered say the same"),
    "disputed": mark("they contradict each other"),
    "one_knows": mark("one knows, another could not find out"),
    "one_answered": mark("one alone answered"),
    "unknown": mark("nobody could find out"),
    "unanswered": mark("nobody has answered yet"),
}
"""What became of a question."""

NEW_LINE = Run("", "break")


@dataclass(frozen=True)
class Answered:
    """A question that was answered for the mechanism as a whole, for one body (its name), or from a bill (its title)."""

    question: ReconciledQuestion
    body: str | None = None
    bill: str | None = None


@dataclass(frozen=True)
class ReconciliationView:
    """A reconciliation on its way to becoming a document."""

    result: Reconciliation
    texts: Texts

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the assessors."""
        return tuple(cleaned(assessor.by) for assessor in self.result.assessors)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of the dimensions."""
        return {dimension.id: dimension.title for dimension in self.result.dimensions}

    @cached_property
    def answered(self) -> tuple[Answered, ...]:
        """All questions: of the whole, of single bodies, then from bills."""
        result = self.result
        return (
            *(Answered(question) for question in result.questions),
            *(Answered(question, body=body.name) for body in result.bodies for question in body.questions),
            *(Answered(question, bill=bill.name) for bill in result.bills for question in bill.questions),
        )

    def became(self, *outcomes: Outcome) -> list[Answered]:
        """The questions of the whole and of single bodies of which this became, in their order."""
        return [entry for entry in self.answered if entry.bill is None and entry.question.outcome in outcomes]

    def from_bills(self, *outcomes: Outcome) -> list[Answered]:
        """The questions answered from bills of which this became, in their order."""
        return [entry for entry in self.answered if entry.bill is not None and entry.question.outcome in outcomes]

    def asked(self, entry: Answered) -> str:
        """The question, and of which body it is asked where it is of one alone."""
        text = cleaned(entry.question.text)
        if entry.body is None:
            return text
        return self.texts.say("{question} ({body})", question=text, body=cleaned(entry.body))

    def answer(self, answer: Answer | None, between: tuple[Answer, Answer] | None) -> str:
        """An answer in a word, and between which two it lies where only that is known."""
        say = self.texts.say
        said = say(ANSWERS[answer])
        if between is None:
            return said
        low, high = (say(ANSWERS[bound]) for bound in between)
        return said + " " + say("(between {low} and {high})", low=low, high=high)

    def merged(self, question: ReconciledQuestion) -> str:
        """What stands in the merged profile."""
        return self.answer(question.merged.answer, question.merged.between)

    def verdict(self, verdict: Verdict | None) -> Run:
        """The word for a verdict, with its mark."""
        if verdict is None:
            return Run(self.texts.say("no verdict"), kind="verdict-none")
        return Run(self.texts.say(VERDICTS[verdict]), kind=f"verdict-{verdict.value.replace('_', '-')}")

    def alpha(self, alpha: Alpha) -> str:
        """Alpha with its interval."""
        say = self.texts.say
        if alpha.value is None:
            return say("too few answers") if alpha.reason == "too_few" else say("all answers are one and the same")
        value = f"{alpha.value:.2f}"
        if alpha.lower is None or alpha.upper is None:
            return value
        return say("{value} ({lower} to {upper})", value=value, lower=f"{alpha.lower:.2f}", upper=f"{alpha.upper:.2f}")

    def in_short(self, question: ReconciledQuestion) -> str:
        """What each says to a question, in a line."""
        said = (
            f"{cleaned(version.by)}: {self.answer(version.answer, version.between)}"
            for version in question.answers
            if version is not None
        )
        return "; ".join(said)

    def in_full(self, question: ReconciledQuestion) -> Inline:
        """What each says to a question and on what it rests, line by line."""
        return joined(
            (part for version in question.answers if version is not None for part in self._version(version)), NEW_LINE
        )

    def _version(self, version: ShownVersion) -> Iterator[Inline]:
        yield line(f"{cleaned(version.by)}: ", Run(self.answer(version.answer, version.between), "strong"))
        for piece in version.evidence:
            yield line(self.evidence(piece))
        for text in (version.comment, version.reason):
            if text is not None:
                yield line(cleaned(text))

    def evidence(self, piece: ShownEvidence) -> str:
        """A piece of evidence in a line, with the title of its source, and of the law on which that speaks."""
        title = self.result.sources.get(piece.source, piece.source)
        law = None if piece.of is None else self.result.sources.get(piece.of, piece.of)
        spoken_of = None if law is None else self.texts.say("on {law}, {article}", law=law, article=piece.article)
        return cleaned(", ".join(part for part in (title, piece.pinpoint, spoken_of, piece.quote, piece.note) if part))
