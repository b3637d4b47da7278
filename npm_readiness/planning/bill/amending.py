"""What to amend in a bill, and what to ask those who brought it in."""

from __future__ import annotations

from collections.abc import Iterable

from npm_readiness.models.assessed_criteria import GapAction
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.bills import Bill
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import ProfileFact
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer, BillStatus, Obligation
from npm_readiness.planning.bill.articles import places_of
from npm_readiness.planning.bill.comparison import Amendment, Change, ComparedCriterion, SponsorQuestion
from npm_readiness.scoring.actions import wording

__all__ = ["amendments_to", "questions_to_sponsor"]

TAKEN_AWAY = (Change.NEW, Change.WORSE)


def amendments_to(
    bill: Bill,
    criteria: Iterable[ComparedCriterion],
    today: Assessment,
    adopted: Assessment,
    catalogue: Catalogue,
) -> tuple[Amendment, ...]:
    """For each gap in the bill's reach what to do about it, worded for today, when the bill is pending; what matters most first.

    What treaties ask goes before guidance and practice; what the bill would take away before what it leaves; then the stage, what
    it speaks of before what it does not, and what must come first.
    """
    situation = _while_pending(today.situation, bill)
    gaps = {gap.criterion: gap for gap in adopted.gaps}
    assessed = {criterion.id: criterion for criterion in adopted.criteria}
    names = {source.id: source.title for source in adopted.sources}
    place = {name: number for number, name in enumerate(adopted.roadmap)}

    def order(entry: ComparedCriterion) -> tuple[object, ...]:
        own = assessed[entry.id]
        return (
            own.obligation.order,
            entry.change not in TAKEN_AWAY,
            gaps[entry.id].conditional,
            own.stage.order,
            entry.says == "not_read",
            place[entry.id],
        )

    listed = [entry for entry in criteria if entry.gap_after and entry.in_reach]
    return tuple(
        Amendment(
            criterion=entry.id,
            change=entry.change,
            says=entry.says,
            conditional=gaps[entry.id].conditional,
            actions=tuple(
                dict.fromkeys(_worded(entry.id, action, situation, catalogue) for action in gaps[entry.id].actions)
            ),
            articles=places_of(bill, entry, names),
        )
        for entry in sorted(listed, key=order)
    )


def _while_pending(situation: Situation, bill: Bill) -> Situation:
    """The situation of today; a bill that was adopted is not pending, one that is under way is, whenever it was brought in."""
    pending = situation.bill_pending or bill.status is BillStatus.BILL
    return situation.model_copy(update={"bill_pending": pending})


def _worded(criterion: str, action: GapAction, situation: Situation, catalogue: Catalogue) -> GapAction:
    of_criterion = catalogue.criteria[criterion].criterion
    if any(asked.answered_by is ProfileFact.MECHANISM_DESIGNATED for asked in catalogue.questions_of(of_criterion)):
        # What is asked of a bill that designates nobody is to name a body, and not to be passed as it is.
        situation = situation.model_copy(update={"bill_pending": False, "bills": ()})
    own = catalogue.questions[action.question].action if action.question is not None else None
    chosen = wording(own or of_criterion.action, situation)
    return GapAction(question=action.question, text=chosen.text, addressee=chosen.addressee or of_criterion.addressee)


def questions_to_sponsor(criteria: Iterable[ComparedCriterion], adopted: Assessment) -> tuple[SponsorQuestion, ...]:
    """The questions on what treaties ask that would stay open with the bill and can still turn out better, each once."""
    assessed = {criterion.id: criterion for criterion in adopted.criteria}
    found: dict[str, SponsorQuestion] = {}
    for entry in criteria:
        own = assessed[entry.id]
        if not entry.in_reach or own.obligation is not Obligation.TREATY:
            continue
        wanted = {answer.question: answer.rubric.yes for answer in own.answers if not answer.from_profile}
        for question in entry.questions:
            if question.after is Answer.UNKNOWN and question.id in wanted:
                found.setdefault(
                    question.id,
                    SponsorQuestion(
                        question=question.id,
                        criterion=entry.id,
                        text=question.text,
                        wanted=wanted[question.id],
                        says=question.says,
                        between=question.after_between,
                    ),
                )
    return tuple(found.values())
