"""What a profile answers for single bodies and from bills, beside what it answers for the mechanism as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.models.answers import GivenAnswer
from npm_readiness.models.assessed_criteria import AssessedBodyAnswer
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.planning.comparing.comparison import AnswerThen
from npm_readiness.planning.comparing.facts import BILL, BODY
from npm_readiness.scoring.presenting import shown_evidence

__all__ = ["NOT_SAID", "Elsewhere", "elsewhere_in"]

Elsewhere = Mapping[tuple[str, str], AnswerThen]
"""What is said by the beginning of the key of the body or the bill (as facts have it) and the question."""

NOT_SAID = AnswerThen(
    answer=None, between=None, counted=Answer.UNKNOWN, fact=None, evidence=(), sources=(), comment=None
)
"""Nothing is said."""


def elsewhere_in(profile: Profile, assessment: Assessment) -> dict[tuple[str, str], AnswerThen]:
    """The answers for single bodies, as they count there, then those from bills."""
    titles = {source.id: source.title for source in assessment.sources}
    return {**dict(_of_bodies(assessment, titles)), **dict(_from_bills(profile, titles))}


def _of_bodies(assessment: Assessment, titles: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], AnswerThen]]:
    for criterion in assessment.criteria:
        for answer in criterion.answers:
            for body in answer.bodies:
                yield (f"{BODY}{body.body}", answer.question), _of_body(body, titles)


def _of_body(body: AssessedBodyAnswer, titles: Mapping[str, str]) -> AnswerThen:
    return AnswerThen(
        answer=body.answer,
        between=body.between,
        counted=body.counted_as,
        fact=None,
        evidence=body.evidence,
        sources=tuple(titles.get(piece.source, piece.source) for piece in body.evidence),
        comment=body.comment,
    )


def _from_bills(profile: Profile, titles: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], AnswerThen]]:
    for name, bill in profile.bills.items():
        for question, given in bill.answered.items():
            yield (f"{BILL}{name}", question), _from_bill(given, titles)


def _from_bill(given: GivenAnswer, titles: Mapping[str, str]) -> AnswerThen:
    evidence = shown_evidence(given)
    return AnswerThen(
        answer=given.answer,
        between=given.between,
        counted=given.answer or Answer.UNKNOWN,
        fact=None,
        evidence=evidence,
        sources=tuple(titles.get(piece.source, piece.source) for piece in evidence),
        comment=given.comment,
    )
