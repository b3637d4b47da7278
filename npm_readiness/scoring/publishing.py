"""The public version of an assessment: what assessors wrote for themselves, and what was told in confidence, is left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedBodyAnswer, ShownEvidence
from npm_readiness.models.assessment import Assessment, NotCounted
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.situation import Situation
from npm_readiness.models.what_if import WhatIf

__all__ = ["CONFIDENTIAL", "public_version"]

CONFIDENTIAL = "confidential-source"
"""The id under which all confidential sources stand as one."""

IN_CONFIDENCE = {"id": "confidential-bill", "title": None, "source": None}
"""What is left of the name of a bill that was given in confidence."""


def public_version(assessment: Assessment) -> Assessment:
    """The same assessment without comments, notes, who answered, and confidential sources.

    Who gave an answer is an office, but a small one can be a person, who is to come to no harm for it (OPCAT arts. 15 and 21).

    The answers stay as they are, and so does what they count as. Where one rests on a source that the profile marks as
    confidential, the evidence says no more than that. Quotes of other sources, and the reasons why a question does not apply, stay.
    """
    secret = {source.id for source in assessment.sources if source.confidential}
    open_ = [source for source in assessment.sources if not source.confidential]
    # An id of the user's own may be the same.
    name = CONFIDENTIAL
    while name in {source.id for source in open_}:
        name += "-"
    return assessment.model_copy(
        update={
            "public": True,
            "note": None,
            "what_if": _what_if(assessment.what_if, secret),
            "criteria": tuple(
                criterion.model_copy(
                    update={"answers": tuple(_answer(answer, secret, name) for answer in criterion.answers)}
                )
                for criterion in assessment.criteria
            ),
            "not_counted": tuple(kept.model_copy(update=_said(kept, secret, name)) for kept in assessment.not_counted),
            "situation": _situation(assessment.situation, secret, name),
            # What is worth a second look may name the source that it is about.
            "cautions": tuple(entry for entry in assessment.cautions if not secret & set(entry.path.split("."))),
            "recommendations": tuple(
                entry.model_copy(update={"comment": None}) for entry in assessment.recommendations
            ),
            "sources": (*(source.model_copy(update={"note": None}) for source in open_), *_stands_in(secret, name)),
        }
    )


def _situation(situation: Situation, secret: Collection[str], name: str) -> Situation:
    """The situation, with one source in place of the laws of bodies that are confidential, and bills known from them unnamed."""
    bodies = (
        body.model_copy(update={"laws": tuple(dict.fromkeys(name if law in secret else law for law in body.laws))})
        for body in situation.bodies
    )
    bills = (
        bill.model_copy(update={"title": None, "source": None}) if bill.source in secret else bill
        for bill in situation.bills
    )
    return situation.model_copy(update={"bodies": tuple(bodies), "bills": tuple(bills)})


def _what_if(what_if: WhatIf | None, secret: Collection[str]) -> WhatIf | None:
    """What is supposed; a bill whose text was given in confidence is not named."""
    if what_if is None or what_if.bill is None or what_if.bill.source not in secret:
        return what_if
    return what_if.model_copy(update={"bill": what_if.bill.model_copy(update=IN_CONFIDENCE)})


def _stands_in(secret: Collection[str], name: str) -> Iterable[AssessedSource]:
    """One source in place of all that are confidential."""
    if secret:
        yield AssessedSource(
            id=name,
            title="A source in confidence",
            kind=None,
            publisher=None,
            date=None,
            symbol=None,
            url=None,
            language=None,
            note=None,
            confidential=True,
        )


def _answer(answer: AssessedAnswer, secret: Collection[str], name: str) -> AssessedAnswer:
    bodies = (entry.model_copy(update=_said(entry, secret, name)) for entry in answer.bodies)
    return answer.model_copy(update={**_said(answer, secret, name), "bodies": tuple(bodies)})


def _said(said: AssessedAnswer | AssessedBodyAnswer | NotCounted, secret: Collection[str], name: str) -> dict[str, Any]:
    """What is said of an answer, and by each of several assessors, without what is left out."""
    versions = (
        version.model_copy(update={"comment": None, "evidence": _evidence(version.evidence, secret, name)})
        for version in said.versions
    )
    evidence = _evidence(said.evidence, secret, name)
    return {"comment": None, "by": None, "evidence": evidence, "versions": tuple(versions)}


def _evidence(evidence: Iterable[ShownEvidence], secret: Collection[str], name: str) -> tuple[ShownEvidence, ...]:
    """Evidence without notes; that of confidential sources says only that there is some, once."""
    hidden = ShownEvidence(source=name, pinpoint=None, shows=None, quote=None, note=None)
    told = (hidden if piece.source in secret else _without_notes(piece, secret) for piece in evidence)
    return tuple(dict.fromkeys(told))


def _without_notes(piece: ShownEvidence, secret: Collection[str]) -> ShownEvidence:
    """One piece without its note, and without the law on which it speaks where that is confidential."""
    law = {"of": None, "article": None} if piece.of in secret else {}
    return piece.model_copy(update={"note": None, **law})
