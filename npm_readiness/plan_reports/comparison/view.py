"""What all parts of the document need: the comparison, the language, and words for what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.gap_report.sections.inline import line, percent
from npm_readiness.gap_report.words import ANSWERS, FALLS_SHORT, STATUSES, VERDICTS
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import Answer, Status, Verdict
from npm_readiness.planning.comparing.changes import Change
from npm_readiness.planning.comparing.comparison import AnswerThen, ComparedCriterion, Comparison, Step, WhyNot

__all__ = ["CHANGES", "WHY_NOT", "ComparisonView", "evidence_in_words"]

CHANGES: Mapping[Change, str] = {
    Change.IMPROVED: mark("improved"),
    Change.REGRESSED: mark("got worse"),
    Change.NEWLY_KNOWN: mark("more is known"),
    Change.NEWLY_UNKNOWN: mark("less is known"),
    Change.UNCHANGED: mark("unchanged"),
    Change.NOT_COMPARABLE: mark("cannot be compared"),
}
"""What became of a result."""

WHY_NOT: Mapping[WhyNot, str] = {
    "not_assessed": mark("belongs to a checklist that only one of the two profiles names"),
    "does_not_apply": mark("applies to one of the two profiles only"),
    "asks_something_else": mark("a question was renamed, and the two profiles do not answer the same one"),
    "finding": mark("is a finding of others that one of the two profiles alone adopts"),
    "overlap": mark("says different things before and after that may both be true"),
}
"""Why two results cannot be compared."""

TIME_COMPARED = 2


def evidence_in_words(said: AnswerThen) -> list[str]:
    """Each piece of evidence in a line: the title of its source, the place in it, its words and the note."""
    return [
        cleaned(", ".join(part for part in (title, piece.pinpoint, piece.article, piece.quote, piece.note) if part))
        for title, piece in zip(said.sources, said.evidence, strict=True)
    ]


@dataclass(frozen=True)
class ComparisonView:
    """A comparison on its way to becoming a document."""

    result: Comparison
    texts: Texts

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What each profile is called: its country and day, and its name where these do not tell it from another."""
        plain = [f"{entry.country.name}, {entry.assessed_on.isoformat()}" for entry in self.result.profiles]
        number = Counter(plain)
        return tuple(
            cleaned(f"{label} ({entry.name})" if number[label] > 1 else label)
            for label, entry in zip(plain, self.result.profiles, strict=True)
        )

    @cached_property
    def criteria(self) -> dict[str, ComparedCriterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.result.criteria}

    @cached_property
    def dimension_titles(self) -> dict[tuple[str | None, str], str]:
        """The titles of dimensions; those of standards with the id of their checklist."""
        return {(entry.standards, entry.id): entry.title for entry in self.result.dimensions}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The names of the countries, each once."""
        return tuple(dict.fromkeys(cleaned(entry.country.name) for entry in self.result.profiles))

    @property
    def is_matrix(self) -> bool:
        """Whether there is more to show side by side than the two ends of one step."""
        return len(self.result.profiles) > TIME_COMPARED or not self.result.steps

    def step(self, step: Step) -> str:
        """From which profile to which a step leads."""
        return self.texts.say(
            "From {before} to {after}", before=self.labels[step.before], after=self.labels[step.after]
        )

    def status(self, status: Status | None, score: Score | None = None) -> Run:
        """The word for a status, with its mark; one that is open and whose ``score`` is surely below 1 falls short."""
        if status is None:
            return Run(self.texts.say("not assessed"))
        if status is Status.UNDETERMINED and score is not None and score.upper < 1:
            return Run(self.texts.say(FALLS_SHORT), kind="status-falls-short")
        return Run(self.texts.say(STATUSES[status]), kind=f"status-{status.value.replace('_', '-')}")

    def verdict(self, verdict: Verdict | None) -> Run:
        """The word for a verdict, with its mark."""
        if verdict is None:
            return Run(self.texts.say("no verdict"), kind="verdict-none")
        return Run(self.texts.say(VERDICTS[verdict]), kind=f"verdict-{verdict.value.replace('_', '-')}")

    def interval(self, score: Score | None) -> str:
        """A score in words: per cent, from what is sure to what is still possible."""
        if score is None:
            return self.texts.say("no score")
        lower, upper = percent(score.lower), percent(score.upper)
        if score.exact[0] == score.exact[1]:
            return self.texts.say("{share} %", share=lower)
        return self.texts.say("{lower} to {upper} %", lower=lower, upper=upper)

    def answer(self, said: AnswerThen) -> str:
        """What an answer counts as, in a word."""
        say = self.texts.say
        word = said.counted if said.fact is not None or said.answer is not None else None
        told = say(ANSWERS[None if word is None else Answer(word)])
        if said.between is not None:
            low, high = (say(ANSWERS[bound]) for bound in said.between)
            told += " " + say("(between {low} and {high})", low=low, high=high)
        return f"{told} {say('(from the profile)')}" if said.fact is not None else told

    def titled(self, criterion: str) -> Inline:
        """The title of a criterion."""
        return line(cleaned(self.criteria[criterion].title))

    def titled_with_basis(self, criterion: str) -> Inline:
        """The title of a criterion, with the provisions on which it rests."""
        entry = self.criteria[criterion]
        basis = "; ".join(entry.rests_on)
        return line(Run(cleaned(entry.title), "strong"), f" ({basis})") if basis else self.titled(criterion)

    def listed(self, names: Iterable[str]) -> str:
        """Several names in one line."""
        return "; ".join(names)
