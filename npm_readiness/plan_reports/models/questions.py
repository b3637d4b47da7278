"""The questions about the bodies that nobody has answered: what to ask of each, and what the law of a new body has to settle."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.words import OBLIGATIONS
from npm_readiness.models.vocabulary import Obligation
from npm_readiness.plan_reports.models.options import Options

__all__ = ["by_obligation", "questions_to_ask", "who_can_answer"]

NEW_LINE = Run("", "break")


def questions_to_ask(options: Options) -> tuple[Block, ...]:
    """Each question once, with the options to which it is to be asked; those of treaty requirements first."""
    return tuple(_blocks(options))


def by_obligation(options: Options) -> dict[Obligation, list[str]]:
    """The questions by the hardest obligation among the criteria that ask them."""
    found: dict[Obligation, list[str]] = {obligation: [] for obligation in Obligation}
    for name, question in options.questions.items():
        obligations = [options.criterion(criterion).obligation for criterion in question.criteria]
        found[min(obligations, key=lambda obligation: obligation.order)].append(name)
    return found


def _blocks(options: Options) -> Iterator[Block]:
    say = options.texts.say
    if not options.questions:
        yield Paragraph(line(say("Nothing to report: what is asked about the bodies is answered under every option.")))
        return
    yield Paragraph(
        line(
            say(
                "Which questions are about the body itself follows from the checklists: those on its law, its people, means and "
                "work, those that only some kinds of bodies or models are asked, and those on a host. Answer them for each body "
                "under npm.bodies, answers; npm-readiness show ID has what counts as each answer. For a new body they are what its "
                "law has to settle."
            )
        )
    )
    for obligation, names in by_obligation(options).items():
        if names:
            yield Table(
                say(
                    "Questions about the body, by what asks for it: {obligation}",
                    obligation=say(OBLIGATIONS[obligation]),
                ),
                (say("Question"), say("Who can answer"), say("Options")),
                tuple(_row(options, name) for name in names),
                kind="ask",
            )


def _row(options: Options, name: str) -> tuple[Inline, ...]:
    question = options.questions[name]
    letters = [line(option.letter) for option in options.all if name in option.model.to_ask]
    return line(question.text, NEW_LINE, Run(name, "code")), line(who_can_answer(options, name)), joined(letters)


def who_can_answer(options: Options, name: str) -> str:
    """Those who can answer a question from their own desk, the best placed first."""
    return "; ".join(options.respondents[respondent] for respondent in options.questions[name].respondents)
