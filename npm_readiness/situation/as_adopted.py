"""A profile as it would be if one of its bills were adopted: its answers on law, and who would be the mechanism."""

from __future__ import annotations

from datetime import date

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.bills import Bill
from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.dates import Period, When
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import BodySituation
from npm_readiness.models.vocabulary import BodyRole, LegalBasis
from npm_readiness.situation.mechanism import bodies_of, dates_of, standing_of_bodies

__all__ = ["as_adopted"]


def as_adopted(profile: Profile, bill: Bill, day: date) -> Profile:
    """The profile as it would be if ``bill`` were adopted on ``day`` and in force at once.

    What the bill does not answer stays as it is, and so does everything that is no matter of law. The bill stays among the bills
    that are pending: how it is prepared and debated is asked of what happens in fact.
    """
    return profile.model_copy(
        update={
            "npm": _mechanism(profile, bill, day),
            "answers": {**profile.answers, **bill.answered},
        }
    )


def _mechanism(profile: Profile, bill: Bill, day: date) -> Npm:
    """The mechanism as it would be: with the bodies that the bill designates, without those that it ends.

    On the day of its designation nobody is at work in a body as the mechanism. An act of parliament is the legal basis of what
    the bill designates, also of a body that rests on less today.
    """
    npm = profile.npm
    if not bill.designates and not bill.ends:
        return npm
    bodies = bodies_of(npm) or ()
    today = standing_of_bodies(npm, dates_of(npm, profile.assessed_on), day)
    staying = {body.id for body in today if body.mechanism is not False and body.id not in bill.ends}
    role = BodyRole.MECHANISM if len(staying.union(bill.designates)) == 1 else BodyRole.MEMBER
    adopted = When(day.isoformat(), Period.of(day))
    changed = tuple(_changed(body, then, bill, adopted, role) for body, then in zip(bodies, today, strict=True))
    return Npm(model=npm.model, candidates=npm.candidates, bodies=changed)


def _changed(body: Body, today: BodySituation, bill: Bill, adopted: When, role: BodyRole) -> Body:
    if body.id in bill.designates:
        return body.model_copy(update=_designated(body, today, bill, adopted, role))
    if body.id in bill.ends and today.mechanism is not False:
        return body.model_copy(update={"role": BodyRole.FORMER, "ended": adopted})
    return body


def _designated(body: Body, today: BodySituation, bill: Bill, adopted: When, role: BodyRole) -> dict[str, object]:
    """What changes of a body that the bill designates: of one that is the mechanism already, the legal basis alone."""
    below = body.legal_basis == UNKNOWN or LegalBasis(body.legal_basis).below_an_act
    changes: dict[str, object] = {
        "legal_basis": LegalBasis.ACT if below else body.legal_basis,
        "laws": tuple(dict.fromkeys((*body.laws, *([] if bill.source is None else [bill.source])))),
    }
    if today.mechanism is not True:
        changes |= {"designated": adopted, "ended": UNKNOWN}
    if today.mechanism is False:
        changes |= {"role": role, "at_work_since": None}
    return changes
