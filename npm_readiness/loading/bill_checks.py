"""Whether the bills of a profile name what there is, and answer what a bill can answer."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.loading.answer_checks import AnswerCheck, no_question
from npm_readiness.loading.near_misses import FirstFew, did_you_mean
from npm_readiness.models.bills import Bill
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Question
from npm_readiness.models.profile import Profile
from npm_readiness.problems import Path
from npm_readiness.situation.as_adopted import as_adopted
from npm_readiness.situation.mechanism import bodies_of
from npm_readiness.situation.working_out import situation_of

__all__ = ["bill_problems"]

Found = tuple[Path, str, dict[str, object]]

NO_BODIES = "list the body under npm.bodies, with role: candidate"


def bill_problems(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    """References that lead nowhere, answers on practice, and answers that do not fit the law as it would be."""
    near = FirstFew()
    for name, bill in profile.bills.items():
        path: Path = ("bills", name)
        if bill.source is not None and bill.source not in profile.sources:
            advice = "list it under sources:"
            if profile.sources:
                advice = did_you_mean(bill.source, profile.sources, near=near)
            yield (*path, "source"), "bill-source-unknown", {"id": bill.source, "advice": advice}
        yield from _bodies(path, bill, profile, near)
        # The answers speak of the State as it would be on the day of the profile, with the bill in force.
        adopted = as_adopted(profile, bill, profile.assessed_on)
        situation = situation_of(adopted, catalogue.instruments, profile.assessed_on)
        yield from _answers(path, bill, AnswerCheck(profile, catalogue, situation, near))
        yield from _silent(path, bill, catalogue, near)


def _bodies(path: Path, bill: Bill, profile: Profile, near: FirstFew) -> Iterator[Found]:
    known = [body.id for body in bodies_of(profile.npm) or ()]
    for key, named in (("designates", bill.designates), ("ends", bill.ends)):
        for index, body in enumerate(named):
            if body not in known:
                advice = did_you_mean(body, known, near=near) if known else NO_BODIES
                yield (*path, key, index), "bill-body-unknown", {"id": body, "advice": advice}
            elif key == "ends" and body in bill.designates:
                yield (*path, key, index), "bill-body-twice", {"id": body}


def _answers(path: Path, bill: Bill, check: AnswerCheck) -> Iterator[Found]:
    for key, given in bill.answers.items():
        at: Path = (*path, "answers", key)
        question = check.catalogue.questions.get(key)
        if question is not None and _out_of_reach(question, check.catalogue):
            yield _misplaced(at, question)
            continue
        yield from check.problems(at, key, given)
        if given.answer is not None and key in bill.silent:
            yield (*path, "silent", bill.silent.index(key)), "bill-silent-and-answered", {"id": key}


def _silent(path: Path, bill: Bill, catalogue: Catalogue, near: FirstFew) -> Iterator[Found]:
    for index, key in enumerate(bill.silent):
        at: Path = (*path, "silent", index)
        question = catalogue.questions.get(key)
        if question is None:
            yield no_question(at, key, catalogue, near)
        elif _out_of_reach(question, catalogue):
            yield _misplaced(at, question)


def _out_of_reach(question: Question, catalogue: Catalogue) -> bool:
    """Whether no bill can answer it: it follows from a fact, or is on practice."""
    return question.answered_by is not None or question.id not in catalogue.questions_on_law


def _misplaced(at: Path, question: Question) -> Found:
    if question.answered_by is not None:
        return at, "bill-on-fact", {"id": question.id, "fact": question.answered_by.key}
    return at, "bill-on-practice", {"id": question.id}
