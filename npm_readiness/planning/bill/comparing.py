"""From a profile and one of its bills to the comparison of the law today with the law as it would be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.bills import Bill
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.planning.bill.amending import amendments_to, questions_to_sponsor
from npm_readiness.planning.bill.articles import articles_of, unevidenced
from npm_readiness.planning.bill.comparison import BillComparison, ComparedBill
from npm_readiness.planning.bill.criteria import compared_criteria
from npm_readiness.planning.bill.outcomes import compared_recommendations, compared_stages
from npm_readiness.scoring.assessing import assess
from npm_readiness.scoring.supposing import bill_of
from npm_readiness.situation.mechanism import bodies_of

__all__ = ["compare_bill"]


def compare_bill(  # noqa: PLR0913 - each is an option that assess has too
    profile: Profile,
    bill: str,
    catalogue: Catalogue | None = None,
    *,
    as_of: date | None = None,
    require_evidence: bool = False,
    checklists: Sequence[str] | None = None,
) -> BillComparison:
    """Hold the law today against the law as it would be if a bill of the profile were adopted; ``bill`` is its id there.

    Criteria on law alone are compared, as if the bill had been adopted on ``as_of`` and were in force, with the bodies designated
    that it designates. The arguments are those of :func:`~npm_readiness.scoring.assessing.assess`.

    Raises :class:`~npm_readiness.problems.InputError` where the profile does not fit the catalogue, or has no such bill.
    """
    catalogue = catalogue or default_catalogue()
    own = bill_of(profile, bill)

    def assessed(name: str | None) -> Assessment:
        return assess(
            profile,
            catalogue,
            as_of=as_of,
            require_evidence=require_evidence,
            checklists=checklists,
            bill=name,
        )

    today, adopted = assessed(None), assessed(bill)
    criteria = compared_criteria(today, adopted, own)
    amendments = amendments_to(own, criteria, today, adopted, catalogue)
    return BillComparison(
        bill=_compared_bill(bill, own, profile),
        today=today,
        adopted=adopted,
        criteria=criteria,
        articles=articles_of(profile, own, criteria, amendments),
        silent=tuple(entry.id for entry in criteria if entry.says == "silent"),
        not_read=tuple(entry.id for entry in criteria if entry.says == "not_read" and entry.in_reach),
        unevidenced=unevidenced(profile, own),
        stages=compared_stages(today, adopted),
        amendments=amendments,
        sponsor=questions_to_sponsor(criteria, adopted),
        recommendations=compared_recommendations(adopted, criteria),
    )


def _compared_bill(name: str, bill: Bill, profile: Profile) -> ComparedBill:
    bodies = {body.id: body.name for body in bodies_of(profile.npm) or ()}
    return ComparedBill(
        id=name,
        title=bill.title,
        source=bill.source,
        status=bill.status,
        introduced=bill.introduced,
        designates=tuple(bodies[body] for body in sorted(bill.designates)),
        ends=tuple(bodies[body] for body in sorted(bill.ends)),
    )
