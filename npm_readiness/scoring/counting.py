"""How much is known: the counts of answers, those without evidence, and those that count for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from npm_readiness.models.assessment import AnsweredCounts, NotCounted
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.scoring.answers import NOT_ANSWERED, CountedAnswer
from npm_readiness.scoring.presenting import shown_evidence, shown_versions
from npm_readiness.scoring.results import Results

__all__ = ["answered_counts", "bare_answers", "not_counted"]

WhyNotCounted = Literal["not-selected", "not-applicable", "answers-itself", "moot", "before-designation", "renamed"]


def answered_counts(results: Results) -> AnsweredCounts:
    """The counts over distinct questions."""
    answers = results.answers.values()
    partly = sum(_partly_known(answer) for answer in answers)
    given = Counter(answer.answer for answer in answers)
    claims = [answer for answer in answers if answer.claim]
    facts = [answer for answer in answers if answer.fact is not None]
    left_out = sum(answer.answer is Answer.UNKNOWN for answer in facts)
    return AnsweredCounts(
        questions=len(answers),
        answered=given[Answer.YES] + given[Answer.PARTIAL] + given[Answer.NO],
        partly_known=partly,
        unknown=given[Answer.UNKNOWN] - partly,
        unanswered=given[None],
        not_applicable=given[Answer.NOT_APPLICABLE],
        moot=len(results.moot),
        claims=len(claims),
        evidenced=sum(answer.evidenced for answer in claims),
        from_profile=len(facts) - left_out,
        left_out=left_out,
    )


def _partly_known(answer: CountedAnswer) -> bool:
    """Whether it is unknown, and what it counts as lies between two answers all the same."""
    return answer.fact is None and answer.answer is Answer.UNKNOWN and answer.between is not None


def bare_answers(answers: Mapping[str, CountedAnswer]) -> tuple[str, ...]:
    """The questions that an assessor answered (other than ``unknown``) without a source and a place in it."""
    return tuple(
        question
        for question, answer in answers.items()
        if answer.fact is None
        and not answer.evidenced
        and (answer.answer not in (None, Answer.UNKNOWN) or answer.given.between is not None)
    )


def not_counted(profile: Profile, catalogue: Catalogue, results: Results) -> tuple[NotCounted, ...]:
    """The answers of the profile that count for nothing here, by id, each with the reason; then those for single bodies."""
    selected = {answer.question.id for result in results.criteria for answer in result.answers}
    said: list[tuple[str, GivenAnswer, str | None]]
    said = [(question, given, None) for question, given in profile.answers.items()]
    for one in profile.npm.bodies or ():
        said += [(question, given, one.name) for question, given in one.answers.items()]
    kept = []
    for question, given, body in sorted(said, key=lambda entry: entry[0]):
        reason = _why_not(question, given, catalogue, results, selected)
        if reason is not None:
            known = catalogue.questions.get(question)
            kept.append(
                NotCounted(
                    question=question,
                    answer=given.answer,
                    between=given.between,
                    reason=reason,
                    text=None if known is None else known.text,
                    renamed_to=catalogue.renamed.get(question) if known is None else None,
                    given_reason=given.reason,
                    comment=given.comment,
                    by=given.by,
                    evidence=shown_evidence(given),
                    body=body,
                    versions=shown_versions(given),
                )
            )
    return tuple(kept)


def _why_not(
    question: str, given: GivenAnswer, catalogue: Catalogue, results: Results, selected: set[str]
) -> WhyNotCounted | None:
    """Why what is said under a question counts for nothing; ``None`` where it counts, or where nothing is said."""
    if given == NOT_ANSWERED:
        return None
    if question not in catalogue.questions:
        return "renamed"
    if question not in selected:
        return "not-selected"
    if question in results.moot:
        return "moot"
    if question not in results.answers:
        return "not-applicable"
    return results.answers[question].not_counted
