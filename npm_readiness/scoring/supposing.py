"""A profile as it would be under what is supposed: a bill adopted, answers set by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from npm_readiness.loading.near_misses import did_you_mean
from npm_readiness.models.answers import GivenAnswer
from npm_readiness.models.bills import Bill
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.models.what_if import SetAnswer, SupposedBill, WhatIf
from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.records import record
from npm_readiness.situation.as_adopted import as_adopted
from npm_readiness.situation.working_out import situation_of

__all__ = ["Supposed", "bill_of", "supposed"]


def bill_of(profile: Profile, name: str) -> Bill:
    """The bill of a profile with this id; raises :class:`~npm_readiness.problems.InputError` where there is none."""
    if name in profile.bills:
        return profile.bills[name]
    advice = did_you_mean(name, profile.bills) if profile.bills else "the profile lists no bill; list it under bills:"
    raise InputError(
        [problem_at(Place("bill"), "argument-invalid", reason=f"the profile has no bill {name}", advice=advice)]
    )


@record(frozen=True)
class Supposed:
    """A profile as it would be, and what is supposed; ``what_if`` is ``None`` where nothing is.

    ``resting_below`` are the questions on which a bill says nothing, or for which it was not read, and whose answer of today rests
    on a text below an act of parliament: that the mechanism would rest on an act does not lift them into one.
    """

    profile: Profile
    what_if: WhatIf | None = None
    resting_below: frozenset[str] = frozenset()


def supposed(
    profile: Profile, catalogue: Catalogue, as_of: date, bill: str | None, settings: Iterable[str]
) -> Supposed:
    """The profile with a bill adopted and answers set by hand.

    Raises :class:`~npm_readiness.problems.InputError` for a bill that the profile does not have, and for settings that cannot be
    used.
    """
    settings = tuple(settings)
    if bill is None and not settings:
        return Supposed(profile)
    # What reads settings takes a while to import, and few assessments suppose anything.
    from npm_readiness.loading.settings import answers_set

    adopted = profile if bill is None else as_adopted(profile, bill_of(profile, bill), as_of)
    answers = answers_set(settings, adopted, catalogue, situation_of(adopted, catalogue.instruments, as_of))
    set_by_hand = tuple(
        SetAnswer(
            question=question,
            text=catalogue.questions[question].text,
            answer=given.answer or Answer.UNKNOWN,
            between=given.between,
            was=before.answer,
            was_between=before.between,
        )
        for question, given in sorted(answers.items())
        for before in [adopted.answers.get(question, GivenAnswer())]
    )
    below: set[str] = set()
    if bill is not None and situation_of(profile, catalogue.instruments, as_of).only_below_an_act:
        below = set(catalogue.questions) - set(profile.bills[bill].answered) - set(answers)
    what_if = WhatIf(bill=None if bill is None else _shown(bill, profile.bills[bill]), set=set_by_hand)
    changed = adopted.model_copy(update={"answers": {**adopted.answers, **answers}})
    return Supposed(changed, what_if, frozenset(below))


def _shown(name: str, bill: Bill) -> SupposedBill:
    return SupposedBill(
        id=name,
        title=bill.title,
        source=bill.source,
        status=bill.status,
        designates=tuple(sorted(bill.designates)),
        ends=tuple(sorted(bill.ends)),
        answers=tuple(sorted(bill.answered)),
        silent=tuple(sorted(set(bill.silent))),
    )
