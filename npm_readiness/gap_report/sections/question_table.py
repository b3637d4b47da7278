"""The questions of a finding as a table: what was asked, what was found, what carries it, and what closes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from npm_readiness.gap_report.document import Inline, Run, Table
from npm_readiness.gap_report.sections.actions import action_lines
from npm_readiness.gap_report.sections.carrying import asked, carrying_lines, given_answer, short_evidence
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, GapAction

__all__ = ["FEW", "by_question", "question_table"]

FEW = 2
"""How many questions are told as running text; more of them stand in a table."""

NEW_LINE = Run("", "break")


def by_question(
    answers: Sequence[AssessedAnswer], actions: Sequence[GapAction]
) -> tuple[dict[str, list[GapAction]], tuple[GapAction, ...]]:
    """The actions that serve one question alone, by its id, and those that close the gap as a whole, or serve several."""
    serving = Counter((action.addressee, action.text) for action in actions)
    questions = {answer.question for answer in answers}
    own: dict[str, list[GapAction]] = {}
    rest: list[GapAction] = []
    for action in actions:
        alone = serving[action.addressee, action.text] == 1
        if action.question in questions and alone and action.question is not None:
            own.setdefault(action.question, []).append(action)
        else:
            rest.append(action)
    return own, tuple(rest)


def question_table(
    context: Context,
    caption: str,
    criterion: AssessedCriterion,
    answers: Sequence[AssessedAnswer],
    own: dict[str, list[GapAction]],
) -> Table:
    """A row for each question; the last column, with the actions that it alone asks for, only where there are any."""
    say = context.texts.say
    head: tuple[str, ...] = (say("Asked"), say("Found"), say("Evidence"))
    rows = [_row(context, criterion, answer) for answer in answers]
    if own:
        head = (*head, say("What closes it"))
        rows = [
            (*row, joined(action_lines(context, own.get(answer.question, ())), NEW_LINE))
            for row, answer in zip(rows, answers, strict=True)
        ]
    return Table(caption, head, tuple(rows), kind="questions")


def _row(context: Context, criterion: AssessedCriterion, answer: AssessedAnswer) -> tuple[Inline, ...]:
    """A question with its answer; one that is met in short."""
    told = context.tells(criterion, answer)
    carrying = carrying_lines(context, answer) if told else short_evidence(context, answer)
    return line(asked(context, answer)), given_answer(context, answer), joined(carrying, NEW_LINE)
