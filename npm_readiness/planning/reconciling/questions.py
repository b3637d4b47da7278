"""What is said to each question, of the whole, of single bodies and with bills, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from npm_readiness.models.assessed_criteria import ShownVersion
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.situation import Situation
from npm_readiness.planning.reconciling.answers import Given, Merged, merged_answer, said_to, signed
from npm_readiness.planning.reconciling.bills import merged_with_bill, questions_of_bill
from npm_readiness.planning.reconciling.bodies import answers_of_bodies
from npm_readiness.planning.reconciling.gathered import Side, in_common_order
from npm_readiness.planning.reconciling.overall import said_of_whole
from npm_readiness.planning.reconciling.reconciliation import MergedAnswer, ReconciledQuestion
from npm_readiness.scoring.presenting import shown_evidence

__all__ = ["Told", "about_bills", "about_bodies", "about_whole", "reconciled"]


@dataclass(frozen=True, slots=True)
class Told:
    """A question with what each profile says to it, and what is made of that."""

    question: str
    said: Sequence[Given]
    made: Merged

    @property
    def anything(self) -> bool:
        """Whether anything is left to be said."""
        return self.made.answer != GivenAnswer()


def about_whole(sides: Sequence[Side], worlds: Sequence[tuple[Profile, Situation]], catalogue: Catalogue) -> list[Told]:
    """The questions that any profile answers for the mechanism as a whole; ``worlds`` are the profiles with their situations."""
    named = (side.data.get("answers") or {} for side in sides)
    said = ((question, said_of_whole(question, sides, worlds, catalogue)) for question in _in_order(named, catalogue))
    return [Told(question, given, merged_answer(given)) for question, given in said]


def about_bodies(sides: Sequence[Side], catalogue: Catalogue) -> dict[str, list[Told]]:
    """For each body the questions that any profile answers for it alone."""
    found: dict[str, list[Told]] = {}
    for body, answers in answers_of_bodies(sides).items():
        for question in _in_order((one or {} for one in answers), catalogue):
            given = said_to(question, sides, answers)
            found.setdefault(body, []).append(Told(question, given, merged_answer(given)))
    return found


def about_bills(sides: Sequence[Side], catalogue: Catalogue) -> dict[str, list[Told]]:
    """For each bill the questions that any profile answers from it."""
    lists = [side.data.get("bills", {}) for side in sides]
    found: dict[str, list[Told]] = {}
    for bill in in_common_order(lists):
        entries = [listed.get(bill) for listed in lists]
        questions = _in_order([questions_of_bill(entries)], catalogue)
        found[bill] = [Told(question, *merged_with_bill(question, sides, entries)) for question in questions]
    return found


def reconciled(
    told: Iterable[Told], catalogue: Catalogue, merged: Assessment, *, in_force: bool = True
) -> Iterator[ReconciledQuestion]:
    """Those of them that are assessed, and those that are no more, to which anybody says something.

    ``in_force``: they speak of what is, and not of what would be with a bill, so that a verdict can depend on them.
    """
    asked = {entry.id for entry in merged.checklists}
    decisive = {question for stage in merged.stages for question in stage.undecided_by}
    for one in told:
        uses = [catalogue.criteria[name] for name in catalogue.uses.get(one.question, ())]
        entry = next((use for use in uses if use.checklist.checklist in asked), None)
        if (uses and entry is None) or all(answer == GivenAnswer() for _, answer in one.said):
            continue
        known = catalogue.questions.get(one.question)
        yield ReconciledQuestion(
            id=one.question,
            text=one.question if known is None else known.text,
            criterion=None if entry is None else entry.criterion.id,
            dimension=None if entry is None else entry.criterion.dimension,
            stage=None if entry is None else entry.criterion.stage,
            answers=tuple(_shown(given) for given in one.said),
            agreed=one.made.agreed,
            outcome=one.made.outcome,
            merged=MergedAnswer(answer=one.made.answer.answer, between=one.made.answer.between),
            decisive=in_force and one.question in decisive,
        )


def _in_order(lists: Iterable[Iterable[str]], catalogue: Catalogue) -> list[str]:
    """Questions in the order of the catalogue; those that are no more stand last."""
    place = {question: number for number, question in enumerate(catalogue.questions)}
    return sorted(in_common_order(lists), key=lambda name: (place.get(name, len(place)), name))


def _shown(given: Given) -> ShownVersion | None:
    by, answer = given
    if answer == GivenAnswer():
        return None
    return ShownVersion(
        by=signed(by, answer),
        answer=answer.answer,
        between=answer.between,
        evidence=shown_evidence(answer),
        comment=answer.comment,
        reason=answer.reason,
    )
